"""Reviews: made from the membership, decided as a matter of their own, and what comes of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from engagements import deadlines, lifecycle
from engagements.models import Engagement, User
from engagements.registration import register, save_draft
from engagements.timeline import record
from engagements.vocabulary import Body, ReviewProposal, Status
from governance import assessing, ledger
from governance.actions import copying, standing
from governance.insight import publishing
from memberships.membership.models import Membership, begun
from memberships.membership.periods import next_review_after

# What a review takes over from the membership, and gives back when it is kept or changed.
CARRIED = (
    "counterpart_kind",
    "country",
    "city",
    "website",
    "has_statutes",
    "has_vote",
    "is_initiative",
    "form_set",
    "form_grounds",
    "scope",
    "aim",
    "responsible",
    "representative",
    "representative_email",
    "close_to_state",
    "asks_twinning",
    "procurement_with_party",
    "secrecy_possible",
    "process",
    "effect",
    "city_interest",
    "eu_matter",
    "eu_principles",
)
# A review has days of its own.
OWN_DAYS = ("starts_on", "ends_on")
CARRIED_OF_ALL = tuple(name for name in copying.CARRIED if name not in OWN_DAYS)
OVER = (Status.CLOSED, Status.REJECTED, Status.WITHDRAWN)


class ReviewGoesOn(Exception):
    """Another review of the same membership is not decided yet."""

    def __init__(self, review: Engagement) -> None:
        super().__init__(
            _("Omprövningen %(number)s pågår redan. Fortsätt den i stället.")
            % {"number": review.number}
        )
        self.review = review


class NoMember(Exception):
    """The membership has not begun, or has ended: there is nothing to review."""


def open_review(membership: Engagement) -> Engagement | None:
    """Return the review of a membership that goes on, if one does."""
    return open_reviews([membership]).get(membership.pk)


def open_reviews(memberships: Iterable[Engagement]) -> dict[int, Engagement]:
    """Return the reviews of some memberships that go on, the newest of each, by the membership."""
    over = [str(status) for status in OVER]
    keys = [membership.pk for membership in memberships]
    rows = Engagement.objects.filter(membership__review_of__in=keys).exclude(status__in=over)
    named = rows.annotate(reviewed=F("membership__review_of")).order_by("pk")
    return {review.reviewed: review for review in named}


@transaction.atomic
def begin_review(membership: Engagement, *, by: User, at: datetime) -> Engagement:
    """Make the draft of a review, filled in from the membership.

    Raises ReviewGoesOn or NoMember.
    """
    whole = lifecycle.lock(membership.pk)
    if whole.status != Status.APPROVED or whole.ends_on or whole.membership.review_of_id:
        raise NoMember(gettext_lazy("Medlemskapet pågår inte, så det finns inget att ompröva."))
    if going_on := open_review(whole):
        raise ReviewGoesOn(going_on)
    title = _("Omprövning av medlemskapet i %(name)s") % {"name": whole.counterpart}
    review = register(Membership, organisation=whole.organisation, title=title[:200], by=by, at=at)
    row, kept = review.membership, whole.membership
    row.review_of, row.is_new = kept, False
    row.member_since = kept.since
    row.last_review_on, row.next_review_on = kept.last_review_on, kept.next_review_on
    copying.carry(whole, review, own=CARRIED, rows=(), left_out=OWN_DAYS, by=by)
    due = deadlines.given(kept.next_review_on, "review_due", at=at, source="4.3b")
    deadlines.put(review, due, by=by, at=at)
    today = timezone.localdate(at)
    assessing.remember_counts(review, assessing.judge(review, stage="draft", on=today))
    review = save_draft(review, row, version=None, by=by, at=at, changed=())
    record(whole, "review_opened", by=by, at=at, number=review.number)
    return review


class NotKnown(Exception):
    """What would be taken up in the register is new, or nobody has said since when it is there."""


@transaction.atomic
def take_up(engagement: Engagement, *, by: User, at: datetime) -> Engagement:
    """Take up in the register what the city has belonged to since before it was registered here.

    It was decided elsewhere, so nobody decides now; its review is due as if it had always been
    here, often at once. Raises NotKnown or lifecycle.IllegalMove.
    """
    row = lifecycle.lock(engagement.pk)
    kept: Membership = row.membership
    if kept.is_new is not False or kept.member_since is None or kept.review_of_id:
        raise NotKnown(_("Svara att medlemskapet redan finns, och sedan när, först."))
    if row.status != Status.DRAFT:
        raise lifecycle.IllegalMove(_("Ärendet är redan inskickat."))
    today = timezone.localdate(at)
    began = kept.last_review_on or kept.member_since
    kept.next_review_on = kept.next_review_on or next_review_after(began, on=today)
    _save(kept, by=by)
    why = str(_("medlemskapet fanns redan"))
    said = {
        "member_since": kept.member_since.isoformat(),
        "next_review_on": kept.next_review_on.isoformat(),
    }
    row = standing.take_up(row, why=why, said=said, by=by, at=at)
    record(row, "taken_up", by=by, at=at, since=kept.member_since.isoformat())
    return row


@transaction.atomic
def settle(engagement: Engagement, *, by: User, at: datetime) -> Engagement:
    """Let a decision take effect: the next review is dated, or the membership gets its last day.

    A review has then done its part and is closed; the membership goes on, or ends. What is
    registered when it is there already is reviewed in the same decision.
    """
    row: Membership = engagement.membership
    if row.is_new is not False:
        return _go_on(begun(engagement), row, reviewed=False, by=by, at=at)
    if row.proposal == ReviewProposal.LEAVE:
        whole = _leave(begun(engagement), row, by=by, at=at)
    else:
        whole = _go_on(begun(engagement), row, reviewed=True, by=by, at=at)
    _tell(whole, engagement, row, by=by, at=at)
    publishing.publish(whole, at=at)
    if row.review_of_id is None:
        return whole
    # A decided review was itself the follow-up of its membership.
    return copying.close(engagement, why=str(_("omprövat")), by=by, at=at)


def _go_on(
    whole: Engagement, row: Membership, *, reviewed: bool, by: User, at: datetime
) -> Engagement:
    """Date the next review. Nobody has anything to do with a membership until then."""
    today = timezone.localdate(at)
    kept: Membership = whole.membership
    if row.review_of_id:
        for name in CARRIED:
            setattr(kept, name, getattr(row, name))
    if reviewed:
        kept.last_review_on = today
        kept.next_review_on = row.review_again_on or next_review_after(today, on=today)
    elif kept.next_review_on is None:
        kept.next_review_on = next_review_after(whole.starts_on or today, on=today)
    _save(kept, by=by)
    held = lifecycle.hand(whole, ball=None, by=by, at=at, why=str(_("medlemskapet pågår")))
    if row.review_of_id:
        for name in CARRIED_OF_ALL:
            setattr(held, name, getattr(row.engagement, name))
        held.search_words = kept.found_by
        held = lifecycle.save(held, by=by, at=at, why="")
    return held


def _leave(whole: Engagement, row: Membership, *, by: User, at: datetime) -> Engagement:
    """Give a membership its last day, after which the contact person follows it up."""
    today = timezone.localdate(at)
    kept: Membership = whole.membership
    kept.last_review_on, kept.next_review_on = today, None
    _save(kept, by=by)
    held = lifecycle.hand(
        whole,
        ball=Body.CONTACT_PERSON,
        ball_organisation=whole.organisation,
        due=deadlines.given(_last_day(whole, row, today), "membership_ends", at=at),
        by=by,
        at=at,
        why=str(_("medlemskapet lämnas")),
    )
    held.ends_on = _last_day(whole, row, today)
    held.starts_on = held.starts_on or kept.since or held.ends_on
    return lifecycle.save(held, by=by, at=at, why="")


def _last_day(whole: Engagement, row: Membership, today: date) -> date:
    wanted = row.leaves_on or today
    began = whole.membership.since
    return max(wanted, began) if began else wanted


def _tell(
    whole: Engagement, engagement: Engagement, row: Membership, *, by: User, at: datetime
) -> None:
    """Write down in the ledger and the timeline what came of a review."""
    kept, last = whole.membership, whole.ends_on
    nearest = kept.next_review_on
    ledger.append(
        "reviewed",
        engagement=engagement,
        body={
            "of": whole.number,
            "proposal": row.proposal,
            "next_review_on": nearest.isoformat() if nearest else None,
            "last_day": last.isoformat() if last else None,
            "at": ledger.moment(at),
        },
        secret=ledger.person(by) | {"grounds": row.proposal_grounds},
    )
    record(whole, "reviewed", by=by, at=at, number=engagement.number, proposal=row.proposal)


def _save(row: Membership, *, by: User) -> None:
    row._history_user = by  # type: ignore[attr-defined]
    row.save()


def is_open(review: Engagement) -> bool:
    """Whether a review still lies with those who answer for the membership."""
    return review.status in (Status.DRAFT, Status.RETURNED)
