"""What the reader was told, and how they want to be told."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from engagements.permissions import reach_of
from engagements.querysets import numbered
from engagements.vocabulary import Party
from governance import forecast, notices
from governance import forecast_words as words
from governance.actions import noticing
from governance.forms_notices import NoticesForm
from governance.reports import lists
from governance.views import answers


@login_required
@require_GET
def told(request: HttpRequest) -> HttpResponse:
    """List what the reader was told, newest first."""
    user: Any = request.user
    today = timezone.localdate()
    rows: Any = lists.told(request.GET, by=user, on=today).rows
    page = numbered(rows, request.GET.get("sida", "1"))
    context = {
        "page": page,
        "rows": [(row, notices.said(row)) for row in page.rows],
        "left": notices.unread(user, on=today).exists(),
        "today": today,
        **shared("notices"),
    }
    return render(request, "notices/list.html", context)


@login_required
@require_GET
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """Go to what a notice is about. It counts as read, which a second time changes nothing."""
    user: Any = request.user
    rows = notices.told_to(user, on=timezone.localdate()).select_related("engagement", "meeting")
    notice = get_object_or_404(rows, pk=pk)
    noticing.read(notice, by=user, at=timezone.now())
    return redirect(notices.address(notice))


@login_required
@require_http_methods(["POST"])
def read(request: HttpRequest) -> HttpResponse:
    """Mark all as read."""
    noticing.read_all(by=request.user, at=timezone.now())  # type: ignore[arg-type]
    answers.done(request, _("Allt är markerat som läst."))
    return redirect("notices")


@login_required
@require_http_methods(["GET", "POST"])
def choices(request: HttpRequest) -> HttpResponse:
    """Show and keep how each sort of messages reaches the reader."""
    user: Any = request.user
    today = timezone.localdate()
    form = NoticesForm(
        request.POST or None,
        sorts=notices.offered(reach_of(user, on=today)),
        ways=notices.ways([user], on=today)[user.pk],
    )
    if request.method == "POST" and form.is_valid():
        try:
            noticing.choose(form.chosen, by=user, at=timezone.now())
        except noticing.NotPossible as error:
            form.add_error(str(error.sort), str(error))
        else:
            answers.done(request, _("Dina val är sparade."))
            return redirect("notice_choices")
    context = {"form": form, "address": user.email, **shared("notice_choices")}
    return render(request, "notices/choices.html", context, status=422 if form.errors else 200)


@login_required
@require_GET
def coming(request: HttpRequest) -> HttpResponse:
    """Show which mails go out in the coming days and why; the city's numbers to administrators."""
    user: Any = request.user
    today = timezone.localdate()
    administers = Party.ADMIN in reach_of(user, on=today).wide
    city = administers and request.GET.get("vilka") == "staden"
    context: dict[str, Any] = {
        "administers": administers,
        "city": city,
        "last": today + timedelta(days=forecast.DAYS - 1),
        **shared("coming_mail"),
    }
    if city:
        context["days"], context["numbers"] = _numbers(today)
    else:
        context["rows"] = [_coming(row) for row in forecast.coming(on=today, whose=user)]
    return render(request, "notices/coming.html", context)


def _coming(row: forecast.Coming) -> dict[str, Any]:
    rules = dict.fromkeys([reason.rule for reason in row.reasons] or [row.rule])
    return {
        "on": row.on,
        "title": words.title(row.rule),
        "choice": words.choice(row),
        "stops": [words.stops(rule) for rule in rules],
        "why": "" if row.reasons else str(words.WORDS[row.rule].why),
        "reasons": [(reason, words.why(reason)) for reason in row.reasons],
    }


def _numbers(today: date) -> tuple[list[date], list[tuple[str, list[int], int]]]:
    """Return the days, and how many mails of each sort go out on each of them."""
    found = forecast.counts(forecast.coming(on=today))
    days = [today + timedelta(days=n) for n in range(forecast.DAYS)]
    rules = [rule for rule in words.WORDS if any(found[one, rule] for one in days)]
    return days, [
        (
            words.title(rule),
            [found[one, rule] for one in days],
            sum(found[one, rule] for one in days),
        )
        for rule in rules
    ]


def shared(here: str) -> dict[str, Any]:
    """Return the tabs and the trail of a page about notices. here: the page's own name."""
    names = {
        "notices": _("Aviseringar"),
        "notice_choices": _("Vad du får"),
        "coming_mail": _("Mejl som kommer"),
        "away": _("Frånvaro"),
    }
    trail = [(_("Start"), reverse("start")), (names["notices"], reverse("notices"))]
    if here == "notices":
        trail[-1] = (names[here], "")
    else:
        trail.append((names[here], ""))
    tabs = [(name, reverse(place), place == here) for place, name in names.items()]
    return {"trail": trail, "tabs": tabs}
