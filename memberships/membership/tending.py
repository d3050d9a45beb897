"""What is written down while a membership lasts: what was done, the fee, who looks after it."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from engagements import lifecycle
from engagements.models import Citation, Engagement, User
from engagements.timeline import record
from engagements.vocabulary import ActivityKind, Currency, MembershipForm, Status
from governance import assessing
from governance.actions import advising
from governance.insight import publishing
from memberships.membership.models import Contribution, FeeYear, Membership


class NotMember(Exception):
    """The membership has not been decided, or has ended."""


class NotToBeCited(Exception):
    """The matter can't count as something done in the membership."""


def _hold(membership: Engagement) -> Engagement:
    row = lifecycle.lock(membership.pk)
    if row.status not in (Status.APPROVED, Status.FOLLOW_UP) or row.membership.review_of_id:
        raise NotMember(_("Medlemskapet pågår inte. Ändra i ärendet i stället."))
    return row


@transaction.atomic
def contribute(
    membership: Engagement,
    *,
    done_on: date,
    kind: ActivityKind,
    what: str,
    by: User,
    at: datetime,
) -> Contribution:
    """Log something that the city has done. Raises NotMember."""
    row = _hold(membership)
    made = Contribution(
        engagement=row,
        place=_next_place(Contribution, row),
        done_on=done_on,
        kind=str(kind),
        what=what,
    )
    made._history_user = by  # type: ignore[attr-defined]
    made.save()
    record(row, "contributed", by=by, at=at, what=what)
    return made


@transaction.atomic
def note_fee(
    membership: Engagement,
    *,
    year: int,
    amount: int | None,
    currency: Currency,
    amount_sek: int | None,
    by: User,
    at: datetime,
) -> FeeYear:
    """Write down a year's fee, or that it is unknown; the year's earlier one is replaced."""
    row = _hold(membership)
    fee = FeeYear.objects.filter(engagement=row, year=year).first() or FeeYear(
        engagement=row, year=year, place=_next_place(FeeYear, row)
    )
    fee.amount, fee.currency = amount, str(currency)
    fee.amount_sek = None if currency is Currency.SEK else amount_sek
    fee._history_user = by  # type: ignore[attr-defined]
    fee.save()
    record(row, "fee_noted", by=by, at=at, year=str(year))
    publishing.publish(row, at=at)
    return fee


@transaction.atomic
def look_after(
    membership: Engagement,
    *,
    responsible: str,
    representative: str,
    representative_email: str,
    by: User,
    at: datetime,
) -> None:
    """Say which office looks after it, and who represents the city. Raises NotMember."""
    row = _hold(membership)
    kept: Membership = row.membership
    kept.responsible, kept.representative = responsible, representative
    kept.representative_email = representative_email
    _save(kept, by=by)
    row.search_words = kept.found_by
    lifecycle.save(row, by=by, at=at, why="")
    record(row, "looked_after", by=by, at=at, office=responsible)


@transaction.atomic
def cite(membership: Engagement, matter: Engagement, *, by: User, at: datetime) -> Citation:
    """Let a matter of any kind count as something done in the membership. Raises NotToBeCited."""
    row = _hold(membership)
    if matter.kind == row.kind:
        raise NotToBeCited(_("Ett medlemskap kan inte vara en insats i ett annat."))
    if Citation.objects.filter(engagement=matter, cited=row).exists():
        raise NotToBeCited(_("Ärendet räknas redan som en insats här."))
    made = Citation(engagement=matter, cited=row, by=by, at=at)
    made._history_user = by  # type: ignore[attr-defined]
    made.save()
    record(row, "cited", by=by, at=at, number=matter.number)
    return made


@transaction.atomic
def classify(
    engagement: Engagement, *, form: MembershipForm, grounds: str, by: User, at: datetime
) -> Engagement:
    """Let SLK say what it is in place of the answers: the decider follows, and advice is void."""
    row = lifecycle.lock(engagement.pk)
    if row.status != Status.ADVICE:
        raise lifecycle.IllegalMove(_("Ärendet är inte hos SLK för råd nu."))
    kept: Membership = row.membership
    kept.form_set, kept.form_grounds = str(form), grounds
    _save(kept, by=by)
    today = timezone.localdate(at)
    assessing.remember_counts(row, assessing.judge(row, stage="draft", on=today))
    row = lifecycle.save(row, by=by, at=at, why="")
    record(row, "classified", by=by, at=at, form=str(form), grounds=grounds)
    advising.void_stale(row, by=by, at=at)
    return row


def _next_place(model: type[Contribution | FeeYear], row: Engagement) -> int:
    last = model.objects.filter(engagement=row).aggregate(last=Max("place"))["last"]
    return 0 if last is None else int(last) + 1


def _save(row: Membership, *, by: User) -> None:
    row._history_user = by  # type: ignore[attr-defined]
    row.save()
