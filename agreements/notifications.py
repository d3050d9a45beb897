"""Mail about agreements."""

from __future__ import annotations

from engagements.models import Engagement, User
from governance.notifications import compose, name_of


def remind_of_end(agreement: Engagement, person: User, *, stage: int) -> None:
    """Mail one person that an agreement ends, when, and what can be done before."""
    compose(
        "agreement_end",
        to=person.email,
        language=person.language,
        key=f"agreement-end-{agreement.pk}-{agreement.ends_on}-{stage}-{person.pk}",
        headers={},
        agreement=agreement,
        last=agreement.ends_on,
        name=name_of(agreement),
        counterpart=agreement.number if agreement.secret else agreement.counterpart,
        person=person,
    ).send()
