"""Memberships as far along as a test wants them. They need the ``world`` fixture."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from engagements.models import Engagement, Organisation, User
from engagements.registration import register
from engagements.vocabulary import Outcome, RoleName, Scope
from governance.actions import deciding
from memberships.demo.stories import hand_in, usual_answers, write_answers, write_fee
from memberships.membership import reviewing
from memberships.models import Membership, OtherForum
from tests.factories.matters import fresh


def draft(
    *,
    by: User,
    at: datetime | None = None,
    host: str = "MF",
    name: str = "Procura+",
    fee: tuple[int | None, str, int | None] | None = (20_000, "SEK", None),
    **answers: Any,
) -> Engagement:
    """Return a new membership with every answer it needs; ``answers`` change some of them."""
    at = at or timezone.now()
    today = timezone.localdate(at)
    organisation = Organisation.objects.get(code=host)
    item = register(Membership, organisation=organisation, title=f"Medlem i {name}", by=by, at=at)
    usual = usual_answers() | {
        "counterpart": name,
        "is_new": True,
        "starts_on": today + timedelta(days=40),
        "scope": Scope.OPERATIONAL.value,
        "counterpart_kind": "international",
        "aim": "Driva frågan om giftfria förskolor.",
        "planned": ["leda en arbetsgrupp", "vara värd för ett möte"],
        "responsible": "Enhetschef",
        "forums_searched": True,
        "estimated_sek": 0,
    }
    item = write_answers(item, usual | answers, by=by, at=at)
    if fee is not None:
        write_fee(item, today.year, fee, by=by)
    return item


def handed_in(*, by: User, at: datetime | None = None, **answers: Any) -> Engagement:
    """Return a membership that waits for its decision, or for advice."""
    at = at or timezone.now()
    return hand_in(draft(by=by, at=at, **answers), by=by, at=at)


def joined(*, by: User, at: datetime | None = None, **answers: Any) -> Engagement:
    """Return a membership that its board or company has decided on."""
    at = at or timezone.now()
    return decide(handed_in(by=by, at=at, **answers), by=by, at=at)


def known(
    *,
    by: User,
    since: date = date(2012, 1, 1),
    reviewed: date | None = None,
    at: datetime | None = None,
    **answers: Any,
) -> Engagement:
    """Return a membership that was there already, taken up in the register."""
    at = at or timezone.now()
    given: dict[str, Any] = {
        "is_new": False,
        "member_since": since,
        "last_review_on": reviewed,
        "starts_on": None,
    }
    item = draft(by=by, at=at, **(given | answers))
    reviewing.take_up(item, by=by, at=at)
    return fresh(item)


def decide(
    item: Engagement, *, by: User, at: datetime | None = None, outcome: Outcome = Outcome.ACCEPTED
) -> Engagement:
    """Return a membership, or a review, that its own body has answered."""
    deciding.decide(
        item,
        outcome=outcome,
        grounds="Vi får mer än vi lägger ned.",
        organisation=item.organisation,
        role=RoleName.CONTACT_PERSON,
        by=by,
        at=at or timezone.now(),
    )
    return fresh(item)


@transaction.atomic
def with_forum(item: Engagement, name: str, why_not: str = "", *, by: User) -> OtherForum:
    """Write down a forum in which the city already takes part."""
    made = OtherForum(
        engagement=item, place=item.otherforum_rows.count(), name=name, why_not=why_not
    )
    made._history_user = by  # type: ignore[attr-defined]
    made.save()
    return made
