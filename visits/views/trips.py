"""The first page of a trip: look for the event, and add it only when nobody has."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from engagements.forms.text import UnfitText, clean_text
from governance.views import registering
from visits.trip import events
from visits.trip.forms import NewTripForm
from visits.trip.models import Conference
from visits.trip.pages import PAGES

LONGEST = 200


@login_required
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Look for an event, then make the draft of a request to take part in it."""
    today = timezone.localdate()
    words, event = _asked(request), _chosen(request)
    form = NewTripForm(
        request.POST or None,
        organisations=registering.own_organisations(request, PAGES, on=today),
        on=today,
        event=event,
        name=words,
    )
    looking = not (form.event or form.is_bound or "nytt" in request.GET)
    return registering.begin(
        request,
        PAGES,
        form,
        step=1,
        template="trips/new.html",
        q=words,
        today=today,
        looking=looking,
        found=events.found(words) if looking else [],
    )


@login_required
@require_GET
def found(request: HttpRequest) -> HttpResponse:
    """Answer with the events that a name, a city or a year suggests, while somebody writes."""
    words = _asked(request)
    context = {"q": words, "found": events.found(words), "today": timezone.localdate()}
    return render(request, "trips/_found.html", context)


def _asked(request: HttpRequest) -> str:
    """Return what is looked for; nothing when it can't be read as text."""
    try:
        return clean_text(request.GET.get("q", "")[:LONGEST])
    except UnfitText:
        return ""


def _chosen(request: HttpRequest) -> Conference | None:
    asked = request.GET.get("evenemang", "")
    if not (asked.isascii() and asked.isdecimal() and len(asked) < LONGEST // 10):
        return None
    return events.offered().filter(pk=int(asked)).first()
