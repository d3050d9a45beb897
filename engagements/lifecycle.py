"""The one door through which an engagement changes its state."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from engagements import deadlines, places
from engagements.models import Engagement, Organisation, User
from engagements.timeline import record
from engagements.vocabulary import Body, Status

NEXT: dict[Status, frozenset[Status]] = {
    Status.DRAFT: frozenset({Status.ADVICE, Status.DECISION, Status.WITHDRAWN}),
    Status.ADVICE: frozenset(
        {Status.PREPARATION, Status.DECISION, Status.RETURNED, Status.WITHDRAWN}
    ),
    Status.PREPARATION: frozenset(
        {Status.ADVICE, Status.DECISION, Status.RETURNED, Status.WITHDRAWN}
    ),
    Status.RETURNED: frozenset({Status.ADVICE, Status.DECISION, Status.WITHDRAWN}),
    Status.DECISION: frozenset(
        {
            Status.ADVICE,
            Status.COORDINATION,
            Status.APPROVED,
            Status.COUNTERED,
            Status.REJECTED,
            Status.WITHDRAWN,
            Status.FOLLOW_UP,  # what it cost was decided anew
        }
    ),
    Status.COUNTERED: frozenset({Status.DECISION, Status.ADVICE, Status.WITHDRAWN}),
    Status.COORDINATION: frozenset({Status.APPROVED, Status.WITHDRAWN}),
    Status.APPROVED: frozenset({Status.FOLLOW_UP, Status.WITHDRAWN}),
    # What cost far more than was decided is decided anew before it is closed.
    Status.FOLLOW_UP: frozenset({Status.CLOSED, Status.PREPARATION, Status.DECISION}),
    Status.CLOSED: frozenset(),
    Status.REJECTED: frozenset(),
    Status.WITHDRAWN: frozenset(),
}


# Where a new decision leads that takes the place of an older one.
ANEW: dict[Status, frozenset[Status]] = {
    Status.APPROVED: frozenset({Status.REJECTED}),
    Status.REJECTED: frozenset({Status.APPROVED}),
}


class IllegalMove(Exception):
    """The engagement can't get there from where it stands."""


class NotHeld(Exception):
    """A row was said to be locked that ``lock`` has not given."""


class StaleVersion(Exception):
    """Somebody changed the engagement after this page was shown."""

    def __init__(self, engagement: Engagement) -> None:
        super().__init__(engagement.number)
        self.changed_by = engagement.changed_by
        self.changed_at = engagement.changed_at
        self.version = engagement.version


def lock(engagement_id: int, *, version: int | None = None) -> Engagement:
    """Return the engagement with its row locked until the transaction ends.

    Raises StaleVersion when ``version`` is given and is no longer the one in the database.
    """
    # Locked alone and read after that: a join would not find the row when who held the lock
    # before us changed the column that it joins on.
    Engagement.objects.select_for_update().values_list("pk").get(pk=engagement_id)
    row = _readable().get(pk=engagement_id)
    row.held = True
    check_version(row, version)
    return row


def lock_all(keys: Iterable[int]) -> list[Engagement]:
    """Return engagements, each locked as ``lock`` does, in the order of their keys."""
    locked = Engagement.objects.select_for_update().filter(pk__in=list(keys)).order_by("pk")
    rows = _readable().filter(pk__in=list(locked.values_list("pk", flat=True))).order_by("pk")
    read = rows.select_related("ball_organisation")
    found = list(read.prefetch_related("taking_part__organisation__board", "consultations"))
    for row in found:
        row.held = True
    return found


def _readable() -> QuerySet[Engagement]:
    """Return what is read of a locked row."""
    return Engagement.objects.select_related("organisation__board", "changed_by", "deadline")


def check_version(row: Engagement, version: int | None) -> None:
    """Raise StaleVersion when ``version`` is given and is no longer that of a locked row."""
    if version is not None and version != row.version:
        raise StaleVersion(row)


def held(engagement: Engagement) -> Engagement:
    """Return a row that its caller has from ``lock``. Raises NotHeld for any other."""
    if not engagement.held:
        raise NotHeld(engagement.pk)
    return engagement


@contextmanager
def _locked(engagement: Engagement, *, is_held: bool) -> Iterator[Engagement]:
    """Give the row, locked: as it is where the caller holds the lock, else read anew."""
    if is_held:
        yield held(engagement)
    else:
        with transaction.atomic():
            yield lock(engagement.pk)


def save(row: Engagement, *, by: User, at: datetime, why: str) -> Engagement:
    """Write a locked row with its history; the version counts up."""
    row.version += 1
    row.changed_by, row.changed_at = by, at
    row._history_user = by  # type: ignore[attr-defined]
    row._change_reason = why[:100]  # type: ignore[attr-defined]
    row.save()
    return row


def move(
    engagement: Engagement,
    to: Status,
    *,
    by: User,
    at: datetime,
    why: str,
    ball: Body | None,
    ball_organisation: Organisation | None = None,
    due: deadlines.Due = None,
    anew: bool = False,
    held: bool = False,
) -> Engagement:
    """Bring an engagement to a state, and say who holds the ball from then on.

    ball: None when nobody has anything more to do. anew: a decision takes an older one's place.
    held: the caller has the row from ``lock`` in this transaction; what they have set on it is
    saved as well. Returns the locked, saved row. Raises IllegalMove when ``NEXT`` (``ANEW``) does
    not lead there.
    """
    with _locked(engagement, is_held=held) as row:
        leads = ANEW if anew else NEXT
        if to not in leads.get(Status(row.status), ()):
            raise IllegalMove(
                _("Ärendet är nu i läget %(now)s och kan inte bli %(to)s.")
                % {
                    "now": row.get_status_display().lower(),
                    "to": to.label(get_language() or "sv").lower(),
                }
            )
        row.status = str(to)
        _put_ball(row, ball, ball_organisation, due, by=by, at=at)
        if row.submitted_at is None and to is not Status.WITHDRAWN:
            row.submitted_at = at
        save(row, by=by, at=at, why=why)
        if to is not Status.WITHDRAWN:
            places.settle(row, by=by, at=at)
        record(row, "moved", by=by, at=at, status=str(to))
        return row


def hand(
    engagement: Engagement,
    *,
    ball: Body | None,
    ball_organisation: Organisation | None = None,
    due: deadlines.Due = None,
    by: User,
    at: datetime,
    why: str,
    held: bool = False,
) -> Engagement:
    """Say who holds the ball from now on; the state stays. Returns the locked, saved row.

    held: as ``move`` has it.
    """
    with _locked(engagement, is_held=held) as row:
        _put_ball(row, ball, ball_organisation, due, by=by, at=at)
        return save(row, by=by, at=at, why=why)


def _put_ball(
    row: Engagement,
    ball: Body | None,
    organisation: Organisation | None,
    due: deadlines.Due,
    *,
    by: User,
    at: datetime,
) -> None:
    row.ball = str(ball) if ball else ""
    row.ball_organisation, row.ball_person = organisation, None
    row.ball_since = at
    deadlines.put(row, due, by=by, at=at)
