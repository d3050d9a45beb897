"""At the table: one page with all items, and the presses that all screens follow."""

from __future__ import annotations

import uuid
from itertools import pairwise
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import condition, require_GET, require_POST

from engagements.labels import choices
from engagements.vocabulary import Recommendation, Stance
from governance import committee, kinds
from governance.actions import meeting as meetings
from governance.actions import minutes
from governance.actions import table as acting
from governance.actions.meeting import NotPossible
from governance.forms_meetings import PARTLY, PressForm, StanceForm
from governance.models import AgendaItem, Mark, Meeting, MeetingState, StanceTaken
from governance.views import answers
from governance.views.meeting_matters import matters
from governance.views.meetings import INSIDE, refused, titled, trail
from governance.views.settings_room import open_to

# All that the live parts of the page show, in one look.
VERSION = """
    select concat_ws('-', m.state,
        (select max(k.id) from governance_mark k join governance_agendaitem i on i.id = k.item_id
            where i.meeting_id = m.id),
        (select max(s.id) from governance_stancetaken s
            join governance_agendaitem i on i.id = s.item_id where i.meeting_id = m.id),
        (select max(h.history_id) from governance_historicalagendaitem h where h.meeting_id = m.id),
        (select sum(e.version) from engagements_engagement e
            join governance_agendaitem i on i.engagement_id = e.id
            where i.meeting_id = m.id and i.removed_at is null),
        (select count(*) from engagements_conflict),
        (select concat(max(a.id), '.', count(a.ended_at)) from governance_absence a))
    from governance_meeting m where m.id = %s
"""


def _version(request: HttpRequest, pk: int) -> str | None:
    if not request.user.is_authenticated:
        return None
    with connection.cursor() as cursor:
        cursor.execute(VERSION, [pk])
        row = cursor.fetchone()
    language = getattr(request, "LANGUAGE_CODE", "sv")
    day = timezone.localdate().isoformat()
    return f'"{row[0]}-{request.user.pk}-{language}-{day}"' if row else None


@login_required
@open_to(*INSIDE)
@require_GET
def table(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the whole meeting on one page, so that it can be read when the network drops."""
    found = get_object_or_404(Meeting, pk=pk)
    context = _live(request, found)
    items = [row["item"] for row in context["rows"]]
    papers = matters(items, reader=request.user, on=timezone.localdate())
    for row, matter in zip(context["rows"], papers, strict=True):
        row["matter"] = matter
    where = titled(found, address=found.get_absolute_url())
    context["last_notes"] = minutes.last_before(found)
    context["trail"] = trail(where, (_("Vid bordet"), ""))
    return render(request, "meetings/table.html", context)


def _live(request: HttpRequest, found: Meeting) -> dict[str, Any]:
    """Return what the live parts show: marks, stances, who acts, what the reader may do."""
    seats = committee.acting(on=timezone.localdate())
    seat = next((row for row in seats if row.user.pk == request.user.pk), None)
    rows = _rows(meetings.agenda(found), seats, seat)
    for row, following in pairwise(rows):
        row["next"] = following["item"].pk
    return {
        "meeting": found,
        "rows": rows,
        "seats": seats,
        "seat": seat,
        "open": found.state == MeetingState.OPEN,
        "before": found.state in (MeetingState.PLANNED, MeetingState.CALLED),
        "closed": found.state == MeetingState.CLOSED,
        "answered": sum(bool(row["outcome"]) and not row["overtaken"] for row in rows),
        "total": sum(row["item"].engagement.estimated_sek or 0 for row in rows),
        "outcomes": choices(Recommendation),
        "partly": PARTLY,
        "stances": choices(Stance),
        "key": uuid.uuid4(),
    }


def _rows(
    items: list[AgendaItem], seats: list[committee.Acting], seat: committee.Acting | None
) -> list[dict[str, Any]]:
    """Return each item with what is said of it; as many queries for one as for thirty."""
    marked, shares = acting.newest_of(items), kinds.shares_of(item.engagement for item in items)
    asides = committee.asides([item.engagement for item in items], [row.user for row in seats])
    stances: dict[int, dict[int, StanceTaken]] = {}
    for row in StanceTaken.objects.filter(item__in=[item.pk for item in items]).order_by("pk"):
        stances.setdefault(row.item_id, {})[row.by_id] = row
    found = []
    for item in items:
        last, taken, reasons = (
            marked.get(item.pk),
            stances.get(item.pk, {}),
            asides[item.engagement_id],
        )
        offered = shares.get(item.engagement_id, [])
        found.append(
            {
                "item": item,
                "last": last,
                "outcome": last.outcome if last else "",
                "overtaken": acting.is_overtaken(item, last),
                "said": last.get_outcome_display() if last and last.outcome else "",
                "differing": kinds.differing(item.engagement, last.shares)
                if last and last.shares
                else [],
                "shares": _shares(offered, last),
                "members": [(s, taken.get(s.user.pk), reasons.get(s.user.pk)) for s in seats],
                "own": taken.get(seat.user.pk) if seat else None,
                "aside": reasons.get(seat.user.pk) if seat else None,
            }
        )
    return found


def _shares(offered: list[kinds.Share], last: Mark | None) -> list[tuple[kinds.Share, str]]:
    """Return who can be answered by themselves, with the answer; nobody when there is but one."""
    marked = last.shares if last else {}
    return [(share, marked.get(share.ref, "")) for share in offered] if len(offered) > 1 else []


@login_required
@open_to(*INSIDE)
@require_GET
@condition(etag_func=_version)
def state(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the live parts anew; 304 when nothing has happened."""
    return _parts(request, get_object_or_404(Meeting, pk=pk))


def _parts(request: HttpRequest, found: Meeting, error: Exception | None = None) -> HttpResponse:
    context = _live(request, found) | {"error": error, "parts": True}
    return render(request, "meetings/_parts.html", context, status=409 if error else 200)


def _answer(
    request: HttpRequest, found: Meeting, item: int | None = None, error: Exception | None = None
) -> HttpResponse:
    """Answer a press: the live parts for the page's script, a whole page for a form."""
    found.refresh_from_db()
    if request.headers.get("X-Bordet"):
        return _parts(request, found, error)
    if error:
        return refused(request, found, error)
    anchor = f"#a{item}" if item else ""
    return redirect(f"{found.get_absolute_url()}bordet/{anchor}")


def _item(pk: int, item: int) -> AgendaItem:
    rows = AgendaItem.objects.select_related("meeting", "engagement")
    return get_object_or_404(rows, pk=item, meeting=pk, removed_at=None)


@login_required
@open_to(*INSIDE)
@require_POST
def mark(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """Mark an item, or take the mark back."""
    row = _item(pk, item)
    form = PressForm(
        request.POST, shares=kinds.shares_of([row.engagement]).get(row.engagement_id, ())
    )
    if not form.is_valid():
        raise BadRequest(_("Välj bland svaren som visas"))
    outcome = form.cleaned_data["outcome"]
    error: Exception | None = None
    try:
        acting.mark(
            row,
            Recommendation(outcome) if outcome else None,
            **form.answers(),
            by=request.user,  # type: ignore[arg-type]
            at=timezone.now(),
        )
    except (NotPossible, acting.Overtaken) as refusal:
        error = refusal
    return _answer(request, row.meeting, item, error)


@login_required
@open_to(*INSIDE)
@require_POST
def stance(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """Say where one stands before the meeting."""
    row, form = _item(pk, item), StanceForm(request.POST)
    if not form.is_valid():
        raise BadRequest(_("Välj bland svaren som visas"))
    error: Exception | None = None
    try:
        taken = Stance(form.cleaned_data["stance"])
        acting.take_stance(row, taken, by=request.user, at=timezone.now())  # type: ignore[arg-type]
    except NotPossible as refusal:
        error = refusal
    return _answer(request, row.meeting, item, error)


@login_required
@open_to(*INSIDE)
@require_POST
def rest(request: HttpRequest, pk: int) -> HttpResponse:
    """Say "no objection" to all that nobody has marked."""
    found, form = (
        get_object_or_404(Meeting, pk=pk),
        PressForm({"key": request.POST.get("key", ""), "seen": 0}),
    )
    if not form.is_valid():
        raise BadRequest(_("Välj bland svaren som visas"))
    error: Exception | None = None
    try:
        acting.mark_rest(found, key=form.cleaned_data["key"], by=request.user, at=timezone.now())  # type: ignore[arg-type]
    except NotPossible as refusal:
        error = refusal
    return _answer(request, found, None, error)


@login_required
@open_to(*INSIDE)
@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """The chair closes the meeting."""
    found = get_object_or_404(Meeting, pk=pk)
    try:
        acting.close(found, by=request.user, at=timezone.now())  # type: ignore[arg-type]
    except NotPossible as error:
        return refused(request, found, error)
    answers.done(request, _("Mötet är avslutat och svaren är skrivna."))
    return redirect(found)
