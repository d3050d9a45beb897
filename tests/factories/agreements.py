"""Agreements as far along as a test wants them. They need the ``world`` fixture."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from agreements.demo.signing import decide, hand_in, usual_answers, write_answers, write_line
from agreements.models import Cooperation, PartyGain
from engagements.models import Detail, Engagement, Organisation, User
from engagements.registration import register
from engagements.vocabulary import Outcome, Scope


def draft(
    *,
    by: User,
    at: datetime | None = None,
    host: str = "MF",
    party: str = "Oslo kommune",
    model: type[Detail] = Cooperation,
    gain: str = "Våra mätserier och hur de visas.",
    **answers: Any,
) -> Engagement:
    """Return a new agreement with every answer it needs; ``answers`` change some of them."""
    at = at or timezone.now()
    today = timezone.localdate(at)
    organisation = Organisation.objects.get(code=host)
    item = register(model, organisation=organisation, title=f"Avtal med {party}", by=by, at=at)
    write_line(PartyGain, item, 0, by=by, party=party, gain=gain)
    usual = usual_answers() | {
        "counterpart": party,
        "counterpart_kind": "capital_city",
        "country": "NO",
        "city": "Oslo",
        "label": "Samarbetsavtal",
        "themes": ["luftkvalitet"],
        "exchanges": ["Två arbetsmöten om året om vägdamm"],
        "benefit_stockholm": "Metoder som binder damm utan salt.",
        "scope": Scope.OPERATIONAL.value,
        "starts_on": today + timedelta(days=10),
        "ends_on": today + timedelta(days=400),
    }
    return write_answers(item, usual | answers, by=by, at=at)


def handed_in(*, by: User, at: datetime | None = None, **answers: Any) -> Engagement:
    """Return an agreement that waits for its decision, or for advice."""
    at = at or timezone.now()
    return hand_in(draft(by=by, at=at, **answers), by=by, at=at)


def agreed(
    *,
    by: User,
    at: datetime | None = None,
    outcome: Outcome = Outcome.ACCEPTED,
    **answers: Any,
) -> Engagement:
    """Return an agreement that its own body has answered."""
    at = at or timezone.now()
    return decide(handed_in(by=by, at=at, **answers), by=by, at=at, outcome=outcome)
