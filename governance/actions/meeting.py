"""The committee's meetings: dates, agendas, notices."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from engagements import outbox
from engagements.calendar import is_working_day
from engagements.models import Engagement, User
from engagements.vocabulary import AgendaHeading, Kind
from governance import assessing
from governance.actions import way
from governance.models import AgendaItem, Meeting, MeetingState

HEADINGS = {
    Kind.TRIP: AgendaHeading.EVENTS,
    Kind.DECLARATION: AgendaHeading.DECLARATIONS,
    Kind.COOPERATION: AgendaHeading.COOPERATION,
    Kind.INTENT: AgendaHeading.COOPERATION,
    Kind.MEMBERSHIP: AgendaHeading.COOPERATION,
    Kind.RECEPTION: AgendaHeading.RECEPTIONS,
}


class NotPossible(Exception):
    """Something that can't be done with a meeting. field: the answer to look at, if one."""

    def __init__(self, sentence: str, field: str | None = None) -> None:
        super().__init__(sentence)
        self.field = field


def lock(meeting_id: int) -> Meeting:
    """Return a meeting with its row locked until the transaction ends."""
    return Meeting.objects.select_for_update().get(pk=meeting_id)


def open_one(meeting_id: int) -> Meeting:
    """Return a locked meeting whose agenda may change. Raises NotPossible."""
    row = lock(meeting_id)
    if not row.is_open:
        raise NotPossible(_("Mötet är avslutat eller inställt och kan inte ändras."))
    return row


def save(row: Meeting | AgendaItem, *, by: User, at: datetime) -> None:
    """Write a row with its history."""
    row._history_user, row._history_date = by, at  # type: ignore[union-attr]
    row.save()


@transaction.atomic
def plan(*, starts_at: datetime, place: str, by: User, at: datetime) -> Meeting:
    """Set a date for a meeting; the last day for papers follows from it. Raises NotPossible."""
    row = Meeting(starts_at=starts_at, place=place)
    return _dated(row, by=by, at=at)


@transaction.atomic
def change(meeting: Meeting, *, starts_at: datetime, place: str, by: User, at: datetime) -> Meeting:
    """Move a meeting; who was called is called anew. Raises NotPossible."""
    row = open_one(meeting.pk)
    moved = row.called_at and (row.starts_at, row.place) != (starts_at, place)
    row.starts_at, row.place = starts_at, place
    if moved:
        row.called_at = at
    _dated(row, by=by, at=at)
    if moved:
        _notify(row, at=at)
    return row


def _dated(row: Meeting, *, by: User, at: datetime) -> Meeting:
    if row.starts_at <= at and row.state != MeetingState.OPEN:
        raise NotPossible(_("Tiden har redan varit. Välj en som kommer."), "day")
    row.papers_by = papers_by(timezone.localdate(row.starts_at))
    try:
        with transaction.atomic():
            save(row, by=by, at=at)
    except IntegrityError as error:
        raise NotPossible(_("Det finns redan ett möte den tiden."), "day") from error
    return row


def papers_by(day: date) -> date:
    """Return the last day for papers to a meeting on a day, by the setting."""
    left = assessing.value_of("committee.papers_days", on=day)
    while left:
        day -= timedelta(days=1)
        left -= is_working_day(day)
    return day


@transaction.atomic
def cancel(meeting: Meeting, *, by: User, at: datetime) -> Meeting:
    """Cancel a meeting; its matters wait for the next one. Raises NotPossible."""
    row = open_one(meeting.pk)
    row.state = MeetingState.CANCELLED
    save(row, by=by, at=at)
    if row.called_at:
        _notify(row, at=at)
    return row


def ready() -> QuerySet[Engagement]:
    """Return what waits for the committee and stands on no coming agenda, oldest first."""
    placed = AgendaItem.objects.filter(removed_at=None).exclude(
        meeting__state__in=[str(MeetingState.CLOSED), str(MeetingState.CANCELLED)]
    )
    return way.ready_for_committee().exclude(pk__in=placed.values("engagement"))


def agenda(meeting: Meeting) -> list[AgendaItem]:
    """Return a meeting's items in the order they are taken up."""
    rows = meeting.items.filter(removed_at=None).select_related("engagement__organisation")
    return sorted(rows, key=lambda item: item.order)


@transaction.atomic
def add(
    meeting: Meeting, engagement: Engagement, *, late_grounds: str, by: User, at: datetime
) -> AgendaItem:
    """Put a matter that waits for the committee on an agenda. Raises NotPossible.

    late_grounds: asked for when the last day for papers has passed.
    """
    row = open_one(meeting.pk)
    grounds = late_grounds.strip()
    late = timezone.localdate(at) > row.papers_by
    if late and not grounds:
        raise NotPossible(
            _("Sista dagen för handlingar har varit. Skriv varför ärendet tas upp ändå."),
            "late_grounds",
        )
    if not ready().filter(pk=engagement.pk).exists():
        raise NotPossible(
            _("Ärendet väntar inte på beredningen, eller står redan på en dagordning.")
        )
    item = AgendaItem.objects.filter(meeting=row, engagement=engagement).first() or AgendaItem(
        meeting=row, engagement=engagement, proposal=proposal(engagement)
    )
    item.heading = str(HEADINGS.get(Kind(engagement.kind), AgendaHeading.OTHER))
    item.position = row.items.count() + 1
    item.late_grounds = grounds if late else ""
    item.removed_at = None
    save(item, by=by, at=at)
    return item


def proposal(engagement: Engagement) -> str:
    """Return what the committee is asked to answer, as it is first worded."""
    # It is kept, so it is in Swedish in whichever language the secretary reads the pages.
    with translation.override(settings.LANGUAGE_CODE):
        return _("Beredningen tillstyrker: %(title)s.") % {"title": engagement.title}


@transaction.atomic
def build(meeting: Meeting, *, by: User, at: datetime) -> list[AgendaItem]:
    """Put all that waits on the agenda. Raises NotPossible after the last day for papers."""
    return [add(meeting, row, late_grounds="", by=by, at=at) for row in ready()]


@transaction.atomic
def remove(item: AgendaItem, *, by: User, at: datetime) -> None:
    """Take a matter off the agenda; it waits for another. Raises NotPossible once it is marked."""
    open_one(item.meeting_id)
    row = AgendaItem.objects.get(pk=item.pk)
    if row.marks.exists():
        raise NotPossible(_("Ärendet har redan behandlats vid bordet. Bordlägg det i stället."))
    row.removed_at = at
    save(row, by=by, at=at)


@transaction.atomic
def propose(item: AgendaItem, *, text: str, by: User, at: datetime) -> AgendaItem:
    """Word the proposal that the committee answers. Raises NotPossible."""
    open_one(item.meeting_id)
    row = AgendaItem.objects.get(pk=item.pk)
    row.proposal = text
    save(row, by=by, at=at)
    return row


@transaction.atomic
def place(item: AgendaItem, *, before: AgendaItem | None, by: User, at: datetime) -> None:
    """Move a matter before another under the same heading; last there when ``before`` is None."""
    meeting = open_one(item.meeting_id)
    rows = [row for row in agenda(meeting) if row.heading == item.heading]
    moved = next((row for row in rows if row.pk == item.pk), None)
    if moved is None:
        raise NotPossible(_("Ärendet står inte längre på dagordningen."))
    left = [row for row in rows if row.pk != item.pk]
    where = next((n for n, row in enumerate(left) if before and row.pk == before.pk), len(left))
    for number, row in enumerate([*left[:where], moved, *left[where:]], start=1):
        if row.position != number:
            row.position = number
            save(row, by=by, at=at)


@transaction.atomic
def step(item: AgendaItem, *, up: bool, by: User, at: datetime) -> None:
    """Move a matter one place up or down under its heading. Raises NotPossible."""
    meeting = open_one(item.meeting_id)
    keys = [row.pk for row in agenda(meeting) if row.heading == item.heading]
    if item.pk not in keys:
        raise NotPossible(_("Ärendet står inte längre på dagordningen."))
    here = keys.index(item.pk)
    target = here - 1 if up else here + 2
    if target < 0:
        return
    before = AgendaItem.objects.get(pk=keys[target]) if target < len(keys) else None
    place(item, before=before, by=by, at=at)


@transaction.atomic
def call(meeting: Meeting, *, by: User, at: datetime) -> Meeting:
    """Send the notice, with the agenda, to all who act or stand in. Raises NotPossible."""
    row = open_one(meeting.pk)
    if row.state == MeetingState.PLANNED:
        row.state = MeetingState.CALLED
    row.called_at = at
    save(row, by=by, at=at)
    _notify(row, at=at)
    return row


def _notify(row: Meeting, *, at: datetime) -> None:
    key = f"notify.meeting:{row.pk}:{row.state}:{at.isoformat()}"
    outbox.promise("notify.meeting", at=at, once=key, meeting_id=row.pk)
