"""Mail about agreements and positions."""

from __future__ import annotations

from agreements.position.tending import GOES_ON
from engagements.models import Away, Engagement, User
from governance.notifications import compose, name_of


def remind_of_end(
    agreement: Engagement, person: User, *, stage: int, away: Away | None = None
) -> None:
    """Mail one person that an agreement ends, when, and what can be done before."""
    compose(
        "agreement_end",
        to=person.email,
        language=person.language,
        key=f"agreement-end-{agreement.pk}-{agreement.ends_on}-{stage}-{person.pk}",
        headers={},
        away=away,
        agreement=agreement,
        last=agreement.ends_on,
        name=name_of(agreement),
        counterpart=agreement.number if agreement.secret else agreement.counterpart,
        person=person,
    ).send()


def remind_of_position(
    position: Engagement, person: User, *, stage: int, away: Away | None = None
) -> None:
    """Mail one person that the last useful day comes, or ask what a position led to."""
    last = position.position.deadline_on
    compose(
        "position",
        to=person.email,
        language=person.language,
        key=f"position-{position.pk}-{last}-{stage}-{person.pk}",
        headers={},
        away=away,
        position=position,
        last=last,
        after=stage < 0,
        decided=position.status in GOES_ON,
        name=name_of(position),
        person=person,
    ).send()
