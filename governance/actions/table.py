"""At the table: what members mark, what all see, and how the chair closes the meeting (5.3.2)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from engagements.models import User
from engagements.vocabulary import Recommendation, Stance
from governance import committee, kinds
from governance.actions import meeting as meetings
from governance.actions import way
from governance.actions.deciding import HasConflict, NotOpen
from governance.actions.meeting import NotPossible
from governance.actions.stops import PASSING
from governance.models import (
    AgendaItem,
    ItemOutcome,
    Lift,
    Mark,
    Meeting,
    MeetingState,
    StanceTaken,
)


class Overtaken(Exception):
    """Somebody else marked the item after the page was shown. ``mark`` tells who and what."""

    def __init__(self, mark: Mark) -> None:
        what = mark.get_outcome_display() if mark.outcome else _("ångrade")
        super().__init__(
            _("%(who)s hann före: %(what)s. Tryck igen om du vill ändra.")
            % {"who": mark.by, "what": what}
        )
        self.mark = mark


@transaction.atomic
def begin(meeting: Meeting, *, by: User, at: datetime) -> Meeting:
    """Open a called meeting, so that its items can be marked. Raises NotPossible."""
    row = meetings.lock(meeting.pk)
    if row.state == MeetingState.OPEN:
        return row
    if row.state != MeetingState.CALLED:
        raise NotPossible(_("Skicka kallelsen först."))
    row.state, row.opened_at = MeetingState.OPEN, at
    meetings.save(row, by=by, at=at)
    return row


def _seated(by: User, *, at: datetime) -> committee.Acting:
    seat = committee.seat_of(by, on=timezone.localdate(at))
    if seat is None:
        raise NotPossible(_("Du har ingen plats vid bordet i dag."))
    return seat


def _open(meeting_id: int) -> Meeting:
    row = meetings.lock(meeting_id)
    if row.state == MeetingState.CLOSED:
        raise NotPossible(_("Ordföranden har avslutat mötet. Ditt tryck kom för sent."))
    if row.state != MeetingState.OPEN:
        raise NotPossible(_("Mötet är inte öppnat än."))
    return row


def newest(item: AgendaItem) -> Mark | None:
    """Return the mark that counts for an item, one that was taken back too."""
    return item.marks.select_related("by").order_by("-pk").first()


@transaction.atomic
def mark(
    item: AgendaItem,
    outcome: Recommendation | None,
    *,
    grounds: str = "",
    shares: dict[str, str] | None = None,
    key: UUID,
    seen: int,
    by: User,
    at: datetime,
) -> Mark | None:
    """Mark what the committee is to answer; None takes the mark back.

    shares: a Recommendation for each that may be answered by itself; those that differ are kept.
    seen: the key of the newest mark on the page, 0 for none. A press that was sent before gives
    None. Raises NotPossible, Overtaken.
    """
    _open(item.meeting_id)
    if Mark.objects.filter(item=item, key=key).exists():
        return None
    item = AgendaItem.objects.select_related("meeting", "engagement").get(pk=item.pk)
    seat = _seated(by, at=at)
    if reason := committee.aside(item, [by]).get(by.pk):
        raise NotPossible(_("Du deltar inte i ärendet: du %(why)s.") % {"why": reason})
    last = newest(item)
    wanted = str(outcome or "")
    if outcome is Recommendation.REFERS_BACK and not grounds.strip():
        raise NotPossible(_("Skriv vad som ska kompletteras, och tryck igen."))
    differing = _differing(item, outcome, shares or {})
    before = (_outcome(last), last.shares if last else {})
    if before == (wanted, differing) and not grounds.strip() and not is_overtaken(item, last):
        return last
    if last and last.pk != seen and last.by_id != by.pk:
        raise Overtaken(last)
    told = {"outcome": wanted, "grounds": grounds.strip(), "shares": differing}
    return _make(item, told, key=key, seat=seat, at=at)


def _differing(
    item: AgendaItem, outcome: Recommendation | None, shares: dict[str, str]
) -> dict[str, str]:
    """Return the answers to shares that are others than the whole's; only yes and no can differ."""
    if outcome not in PASSING:
        return {}
    offered = kinds.shares_of([item.engagement]).get(item.engagement_id, [])
    known = {share.ref for share in offered}
    passing = {str(answer) for answer in PASSING} - {str(outcome)}
    return {ref: answer for ref, answer in shares.items() if ref in known and answer in passing}


def _make(
    item: AgendaItem, told: dict[str, Any], *, key: UUID, seat: committee.Acting, at: datetime
) -> Mark:
    return Mark.objects.create(
        item=item,
        **told,
        version=item.engagement.version,
        key=key,
        by=seat.user,
        acts_for=seat.acts_for,
        at=at,
    )


@transaction.atomic
def mark_rest(meeting: Meeting, *, key: UUID, by: User, at: datetime) -> list[Mark]:
    """Say "no objection" to every item that nobody has marked: a mark of its own for each.

    What the member stands aside from is left. A press that was sent before marks nothing.
    """
    row = _open(meeting.pk)
    if Mark.objects.filter(item__meeting=row, key=key).exists():
        return []
    seat = _seated(by, at=at)
    items = meetings.agenda(row)
    marked, aside = newest_of(items), committee.asides([item.engagement for item in items], [by])
    free = [
        item
        for item in items
        if not _outcome(marked.get(item.pk)) and not aside[item.engagement_id]
    ]
    supports = str(Recommendation.SUPPORTS)
    return [_make(item, {"outcome": supports}, key=key, seat=seat, at=at) for item in free]


def newest_of(items: Collection[AgendaItem]) -> dict[int, Mark]:
    """Return the mark that counts for each item that has one, by the item's key."""
    rows = Mark.objects.filter(item__in=[item.pk for item in items])
    newest = rows.order_by("item_id", "-pk").distinct("item_id")
    return {mark.item_id: mark for mark in newest.select_related("by", "acts_for")}


def is_overtaken(item: AgendaItem, last: Mark | None) -> bool:
    """Whether the matter was changed after its mark: those who go may be others by then."""
    if last is None or not last.outcome or last.version is None:
        return False
    return last.version != item.engagement.version


def _outcome(last: Mark | None) -> str:
    return last.outcome if last else ""


@transaction.atomic
def take_stance(item: AgendaItem, stance: Stance, *, by: User, at: datetime) -> StanceTaken:
    """Say where one stands before the meeting. Raises NotPossible."""
    meetings.open_one(item.meeting_id)
    seat = _seated(by, at=at)
    if reason := committee.aside(item, [by]).get(by.pk):
        raise NotPossible(_("Du deltar inte i ärendet: du %(why)s.") % {"why": reason})
    return StanceTaken.objects.create(
        item=item, stance=str(stance), by=by, acts_for=seat.acts_for, at=at
    )


@transaction.atomic
def lift(item: AgendaItem, *, grounds: str, by: User, at: datetime) -> Lift:
    """The chair leaves a matter of principle to the Executive Board; it leaves the agenda (5.3.2).

    Raises NotPossible, and what ``way.lift_to_ks`` raises.
    """
    _open(item.meeting_id)
    if not _seated(by, at=at).chairs:
        raise NotPossible(_("Bara den som leder mötet kan lyfta ärendet."))
    row = AgendaItem.objects.select_related("engagement").get(pk=item.pk)
    made = way.lift_to_ks(row.engagement, grounds, by=by, at=at)
    row.removed_at = at
    meetings.save(row, by=by, at=at)
    return made


@transaction.atomic
def close(meeting: Meeting, *, by: User, at: datetime) -> Meeting:
    """The chair closes the meeting: what is marked becomes what the committee answered.

    Each answer is written down in the name of who marked it, and the matter goes on from there.
    Raises NotPossible: not the chair's to do, an item without a mark or changed after it, one that
    waits no longer.
    """
    row = meetings.lock(meeting.pk)
    if row.state == MeetingState.CLOSED:
        return row
    if row.state != MeetingState.OPEN:
        raise NotPossible(_("Mötet är inte öppnat än."))
    if not _seated(by, at=at).chairs:
        raise NotPossible(_("Bara den som leder mötet kan avsluta det."))
    items = meetings.agenda(row)
    marked = newest_of(items)
    marks = [(item, marked.get(item.pk)) for item in items]
    left = [item.engagement.title for item, last in marks if not _outcome(last)]
    if left:
        raise NotPossible(_("Utan svar än: %(titles)s.") % {"titles": ", ".join(left)})
    changed = [item.engagement.title for item, last in marks if is_overtaken(item, last)]
    if changed:
        raise NotPossible(
            _("Ändrat sedan det fick sitt svar: %(titles)s. Svara på nytt.")
            % {"titles": ", ".join(changed)}
        )
    for number, (item, last) in enumerate(marks, start=1):
        if last:
            _settle(item, last, number, at=at)
    row.state, row.closed_at, row.closed_by = MeetingState.CLOSED, at, by
    meetings.save(row, by=by, at=at)
    return row


def _settle(item: AgendaItem, last: Mark, number: int, *, at: datetime) -> None:
    seats = committee.acting(on=timezone.localdate(at))
    with translation.override(settings.LANGUAGE_CODE):  # it is kept, for the notes
        reasons = committee.aside(item, [seat.user for seat in seats])
    aside = [f"{seat.user} {reasons[seat.user.pk]}" for seat in seats if seat.user.pk in reasons]
    ItemOutcome.objects.create(
        item=item,
        number=number,
        outcome=last.outcome,
        grounds=last.grounds,
        shares=last.shares,
        aside="; ".join(aside),
    )
    try:
        way.committee_dealt(
            item.engagement,
            Recommendation(last.outcome),
            grounds=last.grounds,
            shares=last.shares,
            meeting_item_ref=f"agenda:{item.pk}",
            by=last.by,
            at=at,
        )
    except (NotOpen, HasConflict) as error:
        raise NotPossible(f"{item.engagement.number}: {error}") from error
