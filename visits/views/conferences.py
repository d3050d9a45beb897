"""Settings: the events that requests point at, and two that turn out to be one."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from engagements.vocabulary import Party
from governance.views import answers
from governance.views.settings_room import open_to, shared
from visits import lists
from visits.trip import events
from visits.trip.event_forms import EventForm, MergeForm
from visits.trip.models import Conference

HERE = "settings_events"


@login_required
@open_to(Party.ADMIN)
@require_GET
def conferences(request: HttpRequest) -> HttpResponse:
    """List the events, those to come first, with the number of requests."""
    context = {"rows": lists.counted(), "pairs": events.pairs(), **shared(request, HERE)}
    return render(request, "settings/events.html", context)


@login_required
@open_to(Party.ADMIN)
@require_http_methods(["GET", "POST"])
def conference(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct an event for all who point at it, or let it be another."""
    event = get_object_or_404(Conference.objects.select_related("merged_into"), pk=pk)
    merging = "into" in request.POST
    form = EventForm(request.POST if request.method == "POST" and not merging else None, event)
    merge_form = MergeForm(request.POST if merging else None, event=event, auto_id="ihop-%s")
    if form.is_bound and form.is_valid():
        return _corrected(request, event, form)
    if merge_form.is_bound and merge_form.is_valid():
        return _merged(request, event, merge_form)
    context = {
        "event": event,
        "form": form,
        "merge_form": merge_form,
        "alike": [row for row in events.alike(event.name) if row.pk != event.pk],
        "trips": event.trips.select_related("engagement__organisation").order_by("pk"),
        "history": event.history.select_related("history_user").order_by("-history_id"),
        **shared(request, HERE, str(event)),
    }
    status = 422 if form.errors or merge_form.errors else 200
    return render(request, "settings/event.html", context, status=status)


def _corrected(request: HttpRequest, event: Conference, form: EventForm) -> HttpResponse:
    who: dict[str, Any] = {"by": request.user, "at": timezone.now()}
    events.correct(event, form.cleaned_data, **who)
    answers.done(request, _("Evenemanget är sparat."))
    return redirect("settings_event", event.pk)


def _merged(request: HttpRequest, event: Conference, form: MergeForm) -> HttpResponse:
    into = form.cleaned_data["into"]
    who: dict[str, Any] = {"by": request.user, "at": timezone.now()}
    try:
        moved = events.merge(event, into=into, **who)
    except events.NotMergeable as error:
        answers.done(request, error)
        return redirect("settings_event", event.pk)
    told = ngettext(
        "Evenemangen är ett nu. %(n)s ansökan flyttades.",
        "Evenemangen är ett nu. %(n)s ansökningar flyttades.",
        moved,
    )
    answers.done(request, told % {"n": moved})
    return redirect("settings_event", into.pk)
