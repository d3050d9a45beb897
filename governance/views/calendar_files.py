"""The calendar for other programs: one event, or all of a person's days at their secret address."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_safe

from engagements.models import Engagement
from engagements.permissions import allowed_to
from engagements.vocabulary import Action
from governance import almanac, committee, talk
from governance.actions import calendar_feeds
from governance.almanac import Asked, days, written
from governance.forms_calendar import FeedForm
from governance.models import CalendarFeed, Meeting
from governance.views import answers
from governance.views.settings_room import open_to

BEFORE, AHEAD = timedelta(days=31), timedelta(days=366)


@login_required
@require_GET
@allowed_to(Action.VIEW)
def matter(request: HttpRequest, engagement: Engagement) -> HttpResponse:
    """Give a matter's days: when it takes place and is due, and the reader's tasks. 404 of none."""
    rows = talk.waits_for(request.user, on=timezone.localdate(), instead=True)
    own = [days.of_todo(row, request.user) for row in rows.filter(engagement=engagement)]
    found = [*days.of_matter(engagement), *days.of_due(engagement), *own]
    if not found:
        raise Http404
    return _file([written.veiled(entry, engagement) for entry in found], engagement.number)


@login_required
@open_to(*committee.INSIDE)
@require_GET
def meeting(_request: HttpRequest, pk: int) -> HttpResponse:
    """Give a meeting."""
    row = get_object_or_404(Meeting, pk=pk)
    return _file([days.of_meeting(row)], f"IB-{row.pk}")


def _file(entries: list[almanac.Entry], name: str) -> HttpResponse:
    content = written.calendar(entries, name=name, at=timezone.now())
    answer = HttpResponse(content, content_type=written.MEDIA_TYPE)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.ics"'
    return answer


@never_cache
@require_safe
def feed(_request: HttpRequest, secret: str) -> HttpResponse:
    """Give the days of whoever has this address, of what they may see now and is not secret."""
    now = timezone.now()
    today = timezone.localdate(now)
    try:
        opened = calendar_feeds.opened(secret, on=today)
    except calendar_feeds.Dead as error:
        raise Http404 from error
    person = opened.person
    which = almanac.which(person, on=today, mine=not opened.everything)
    asked = Asked(person, today - BEFORE, today + AHEAD, today, which)
    with translation.override(person.language):
        found = almanac.entries(written.in_the_open(asked))
        content = written.calendar(found, name="Utblick", at=now)
    answer = HttpResponse(content, content_type=written.MEDIA_TYPE)
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


@login_required
@require_http_methods(["GET", "POST"])
def subscribe(request: HttpRequest) -> HttpResponse:
    """Make, renew or revoke one's own address; it stands in the answer to that post alone."""
    user: Any = request.user
    if request.method == "POST" and "revoke" in request.POST:
        calendar_feeds.revoke(user, at=timezone.now())
        answers.done(request, _("Adressen är återkallad. Ingen kan läsa kalendern där längre."))
        return redirect("calendar_feed")
    form = FeedForm(request.POST or None)
    address = ""
    if request.method == "POST" and form.is_valid():
        everything = form.cleaned_data["which"] == FeedForm.EVERYTHING
        secret = calendar_feeds.renew(user, everything=everything, at=timezone.now())
        address = settings.PUBLIC_BASE_URL.rstrip("/") + reverse("calendar_read", args=[secret])
    row = CalendarFeed.objects.filter(person=user).first()
    context = {
        "form": form,
        "address": address,
        "row": row if row and not row.revoked_at else None,
        "trail": [
            (_("Start"), reverse("start")),
            (_("Kalender"), reverse("calendar")),
            (_("Din kalender i andra program"), ""),
        ],
    }
    answer = render(request, "calendar/feed.html", context, status=422 if form.errors else 200)
    answer.headers["Cache-Control"] = "no-store"
    return answer
