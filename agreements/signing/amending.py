"""Amendments: a working copy, decided as a matter of its own; and new agreements after old ones."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.signing.forms import FORUMS, GAINS, SIGNATORIES
from agreements.signing.models import Signed
from engagements import lifecycle
from engagements.forms.rows import Table
from engagements.models import Engagement, User
from engagements.registration import register
from engagements.timeline import record
from engagements.vocabulary import Status
from governance.actions import copying
from governance.actions.deciding import NotOpen
from governance.difference import kept

# What belongs to the matter and not to the agreement.
OF_THE_MATTER = (
    "amends",
    "amending",
    "follows",
    "came_of",
    "delivered",
    "gave_us",
    "gave_them",
)
CARRIED = tuple(field.name for field in Signed._meta.fields if field.name not in OF_THE_MATTER)
ROWS = (GAINS, FORUMS, SIGNATORIES)
# A new agreement has days and signatures of its own.
NOT_ANEW = ("starts_on", "ends_on", "last_review_on", "next_review_on", "legally_reviewed")
OVER = (Status.CLOSED, Status.REJECTED, Status.WITHDRAWN)
ENDED = (Status.FOLLOW_UP, Status.CLOSED)


class AmendmentGoesOn(Exception):
    """Another amendment of the same agreement is not decided yet."""

    def __init__(self, amendment: Engagement) -> None:
        super().__init__(
            _("Ändringen %(number)s är inte beslutad än. Fortsätt den i stället.")
            % {"number": amendment.number}
        )
        self.amendment = amendment


class NotInForce(Exception):
    """The agreement is not decided, or has ended: there is nothing to amend."""


class StillInForce(Exception):
    """The agreement has not ended: it is amended, and not made anew."""


def is_in_force(engagement: Engagement, *, on: date) -> bool:
    """Whether an agreement is decided and has not ended."""
    last = engagement.ends_on
    return engagement.status == Status.APPROVED and (last is None or last >= on)


def has_ended(engagement: Engagement, *, on: date) -> bool:
    """Whether a decided agreement has come to its end."""
    last = engagement.ends_on
    passed = engagement.status == Status.APPROVED and last is not None and last < on
    return passed or engagement.status in ENDED


def open_amendment(whole: Engagement) -> Engagement | None:
    """Return the amendment of an agreement that is not decided, if there is one."""
    found = _marked(whole)
    return None if found is None or found.status in OVER else found


def _marked(whole: Engagement) -> Engagement | None:
    detail: Any = whole.detail
    row = detail.amendments.filter(amending=True).first()
    return row.engagement if row else None


@transaction.atomic
def amend(agreement: Engagement, *, by: User, at: datetime) -> Engagement:
    """Make the working copy of a decided agreement. Raises AmendmentGoesOn or NotInForce."""
    whole, today = lifecycle.lock(agreement.pk), timezone.localdate(at)
    kept_row: Any = whole.detail
    if kept_row.amends_id or not is_in_force(whole, on=today):
        raise NotInForce(
            _("Avtalet gäller inte, så det finns inget att ändra. Börja ett nytt avtal.")
        )
    if marked := _marked(whole):
        if marked.status not in OVER:
            raise AmendmentGoesOn(marked)
        _let_go(marked, by=by)
    title = _("Ändring av avtalet med %(name)s") % {"name": whole.counterpart}
    copy = register(
        type(whole.detail), organisation=whole.organisation, title=title[:200], by=by, at=at
    )
    row: Any = copy.detail
    row.amends, row.amending = kept_row, True
    copy = _fill(copy, whole, by=by, at=at)
    record(whole, "amendment_opened", by=by, at=at, number=copy.number)
    return copy


@transaction.atomic
def begin_anew(agreement: Engagement, *, by: User, at: datetime) -> Engagement:
    """Make the draft of a new agreement after one that has ended. Raises StillInForce."""
    whole, today = lifecycle.lock(agreement.pk), timezone.localdate(at)
    kept_row: Any = whole.detail
    if kept_row.amends_id or not has_ended(whole, on=today):
        raise StillInForce(_("Avtalet är inte slut. Ändra det, eller vänta till sista dagen."))
    followers = kept_row.followed_by.exclude(engagement__status__in=[str(s) for s in OVER])
    if begun := followers.filter(engagement__status=str(Status.DRAFT)).first():
        return begun.engagement
    draft = register(
        type(whole.detail), organisation=whole.organisation, title=whole.title, by=by, at=at
    )
    row: Any = draft.detail
    row.follows = kept_row
    draft = _fill(draft, whole, left_out=NOT_ANEW, rows=(GAINS,), by=by, at=at)
    record(whole, "made_anew", by=by, at=at, number=draft.number)
    return draft


def _fill(
    draft: Engagement,
    whole: Engagement,
    *,
    left_out: tuple[str, ...] = (),
    rows: tuple[Table, ...] = ROWS,
    by: User,
    at: datetime,
) -> Engagement:
    copying.carry(whole, draft, own=CARRIED, rows=rows, left_out=left_out, by=by)
    return copying.save(draft, by=by, at=at)


@transaction.atomic
def settle(engagement: Engagement, *, by: User, at: datetime) -> Engagement:
    """Let an approval take effect. An amendment changes its agreement and is closed.

    Raises NotOpen when the agreement has ended meanwhile: then only a new one can be made.
    """
    row: Any = engagement.detail
    if row.amends_id is None:
        return lifecycle.hand(engagement, ball=None, by=by, at=at, why=str(_("avtalet gäller")))
    whole, today = lifecycle.lock(row.amends_id), timezone.localdate(at)
    if not is_in_force(whole, on=today):
        raise NotOpen(_("Avtalet har tagit slut och kan inte ändras. Börja ett nytt avtal."))
    row.came_of = kept(whole, engagement, on=today, without=(SIGNATORIES.name,))
    _let_go(engagement, by=by)
    copying.carry(engagement, whole, own=CARRIED, rows=ROWS, by=by)
    return copying.take_effect(engagement, whole, by=by, at=at)


def _let_go(amendment: Engagement, *, by: User) -> None:
    """Mark an amendment that is over, so that another can begin."""
    row: Any = amendment.detail
    row.amending = False
    copying.save_detail(row, by=by)
