"""The committee's meetings: the list, one meeting with its agenda, and what its secretary does."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest
from django.db.models import prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from governance import committee
from governance.actions import meeting as acting
from governance.actions import minutes, table
from governance.committee import INSIDE
from governance.forms_meetings import AddForm, MeetingForm, ProposalForm
from governance.models import AgendaItem, Meeting
from governance.views import answers
from governance.views.settings_room import open_to

ACTS: dict[str, tuple[Any, Any]] = {
    "call": (acting.call, gettext_lazy("Kallelsen skickas till alla ledamöter och ersättare.")),
    "cancel": (acting.cancel, gettext_lazy("Mötet är inställt.")),
    "build": (acting.build, gettext_lazy("Alla färdiga ärenden står på dagordningen.")),
    "begin": (table.begin, gettext_lazy("Mötet är öppnat.")),
}


def secretary(request: HttpRequest) -> bool:
    """Whether the reader keeps the committee's books."""
    return committee.keeps_the_books(request.user, on=timezone.localdate())  # type: ignore[arg-type]


def only_secretary(request: HttpRequest) -> None:
    """Raise Http404 for everybody else."""
    if not secretary(request):
        raise Http404


def trail(*below: tuple[str, str]) -> list[tuple[str, str]]:
    """Return the way to a page of the room."""
    room = (_("Sammanträden"), reverse("meetings") if below else "")
    return [(_("Start"), reverse("start")), room, *below]


def titled(meeting: Meeting, *, address: str = "") -> tuple[str, str]:
    """Return a meeting as a step of the trail."""
    return (f"{timezone.localtime(meeting.starts_at):%Y-%m-%d}", address)


def refused(request: HttpRequest, meeting: Meeting, error: Exception) -> HttpResponse:
    """Say in the action's own sentence why nothing was done."""
    context = {"meeting": meeting, "error": error}
    return render(request, "meetings/refused.html", context, status=409)


@login_required
@open_to(*INSIDE)
@require_http_methods(["GET", "POST"])
def meetings(request: HttpRequest) -> HttpResponse:
    """List the meetings; the secretary plans more."""
    form = MeetingForm(request.POST or None) if secretary(request) else None
    if request.method == "POST":
        only_secretary(request)
        if form and (made := _dated(request, form, acting.plan)):
            answers.done(request, _("Mötet är planerat."))
            return redirect(made)
    now = timezone.now()
    context = {
        "coming": Meeting.objects.filter(closed_at=None, starts_at__gte=now).order_by("starts_at"),
        "past": Meeting.objects.exclude(closed_at=None, starts_at__gte=now).order_by("-starts_at"),
        "form": form,
        "trail": trail(),
    }
    status = 422 if form and form.errors else 200
    return render(request, "meetings/list.html", context, status=status)


def _dated(request: HttpRequest, form: MeetingForm, act: Any, **more: Any) -> Meeting | None:
    if not form.is_valid():
        return None
    place = form.cleaned_data["place"]
    when: dict[str, Any] = {"starts_at": form.starts_at(), "place": place}
    try:
        made: Meeting = act(*more.values(), **when, by=request.user, at=timezone.now())
    except acting.NotPossible as error:
        form.add_error(error.field, str(error))
        return None
    return made


@login_required
@open_to(*INSIDE)
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Move a meeting to another time or place."""
    only_secretary(request)
    found = get_object_or_404(Meeting, pk=pk)
    local = timezone.localtime(found.starts_at)
    known = {"day": local.date(), "clock": f"{local:%H.%M}", "place": found.place}
    form = MeetingForm(request.POST or None, initial=known)
    if request.method == "POST" and _dated(request, form, acting.change, meeting=found):
        answers.done(request, _("Mötet är ändrat."))
        return redirect(found)
    where = titled(found, address=found.get_absolute_url())
    context = {"meeting": found, "form": form, "trail": trail(where, (_("Ändra"), ""))}
    return render(request, "meetings/change.html", context, status=422 if form.errors else 200)


@login_required
@open_to(*INSIDE)
@require_GET
def meeting(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a meeting with its agenda."""
    return page(request, get_object_or_404(Meeting, pk=pk))


def page(request: HttpRequest, found: Meeting, **bound: Any) -> HttpResponse:
    """Show a meeting; what could not be read of a form is ``bound``."""
    keeps = secretary(request) and found.is_open
    today = timezone.localdate()
    ready = list(acting.ready()) if keeps else []
    late = today > found.papers_by
    items = acting.agenda(found)
    prefetch_related_objects(items, "result")
    context = {
        "meeting": found,
        "items": items,
        "last_notes": minutes.last_before(found),
        "seats": committee.acting(on=timezone.localtime(found.starts_at).date()),
        "keeps": keeps,
        "ready": ready,
        "late": late,
        "total": sum(row.engagement.estimated_sek or 0 for row in items),
        "add_form": AddForm(ready=ready, late=late) if ready else None,
        "trail": trail(titled(found)),
    }
    return render(request, "meetings/meeting.html", context | bound, status=422 if bound else 200)


@login_required
@open_to(*INSIDE)
@require_POST
def act(request: HttpRequest, pk: int) -> HttpResponse:
    """Do what one button of the secretary says, or put a matter on the agenda."""
    only_secretary(request)
    found = get_object_or_404(Meeting, pk=pk)
    asked = request.POST.get("act", "")
    if asked == "add":
        return _add(request, found)
    if asked not in ACTS:
        raise BadRequest(_("Välj bland svaren som visas"))
    carry_out, said = ACTS[asked]
    try:
        carry_out(found, by=request.user, at=timezone.now())
    except acting.NotPossible as error:
        return refused(request, found, error)
    answers.done(request, said)
    return redirect("meeting_table" if asked == "begin" else "meeting", pk=pk)


def _add(request: HttpRequest, found: Meeting) -> HttpResponse:
    rows = list(acting.ready())
    late = timezone.localdate() > found.papers_by
    form = AddForm(request.POST, ready=rows, late=late)
    if not form.is_valid():
        return page(request, found, add_form=form)
    row = next(row for row in rows if row.number == form.cleaned_data["number"])
    grounds = form.cleaned_data.get("late_grounds", "")
    try:
        acting.add(found, row, late_grounds=grounds, by=request.user, at=timezone.now())  # type: ignore[arg-type]
    except acting.NotPossible as error:
        form.add_error(error.field, str(error))
        return page(request, found, add_form=form)
    answers.done(request, _("Ärendet står på dagordningen."))
    return redirect(found)


@login_required
@open_to(*INSIDE)
@require_POST
def move(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """Move a matter a step, before another, or off the agenda."""
    only_secretary(request)
    row = get_object_or_404(AgendaItem.objects.select_related("meeting"), pk=item, meeting=pk)
    who: dict[str, Any] = {"by": request.user, "at": timezone.now()}
    before = request.POST.get("before", "")
    try:
        if (way := request.POST.get("way")) in ("up", "down"):
            acting.step(row, up=way == "up", **who)
        elif way == "off":
            acting.remove(row, **who)
        elif before.isdecimal() and len(before) < 10:
            last = before == "0"
            other = None if last else get_object_or_404(AgendaItem, pk=before, meeting=pk)
            acting.place(row, before=other, **who)
        else:
            raise BadRequest(_("Välj bland svaren som visas"))
    except acting.NotPossible as error:
        return refused(request, row.meeting, error)
    return redirect(f"{row.meeting.get_absolute_url()}#punkt-{row.pk}")


@login_required
@open_to(*INSIDE)
@require_http_methods(["GET", "POST"])
def propose(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """Word the proposal that the committee answers."""
    only_secretary(request)
    row = get_object_or_404(
        AgendaItem.objects.select_related("meeting", "engagement"), pk=item, meeting=pk
    )
    form = ProposalForm(request.POST or None, initial={"proposal": row.proposal})
    if request.method == "POST" and form.is_valid():
        text = form.cleaned_data["proposal"]
        try:
            acting.propose(row, text=text, by=request.user, at=timezone.now())  # type: ignore[arg-type]
        except acting.NotPossible as error:
            return refused(request, row.meeting, error)
        return redirect(row.meeting)
    where = titled(row.meeting, address=row.meeting.get_absolute_url())
    context = {"item": row, "form": form, "trail": trail(where, (_("Förslag till beslut"), ""))}
    return render(request, "meetings/propose.html", context, status=422 if form.errors else 200)
