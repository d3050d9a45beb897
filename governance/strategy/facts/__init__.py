"""The facts that rules read: one frozen dataclass a kind. ``None`` means not answered."""

from governance.strategy.facts import rows
from governance.strategy.facts.agreement import AgreementFacts
from governance.strategy.facts.aid_project import AidProjectFacts
from governance.strategy.facts.base import Facts
from governance.strategy.facts.cooperation import CooperationFacts
from governance.strategy.facts.declaration import DeclarationFacts
from governance.strategy.facts.eu_project import EuProjectFacts
from governance.strategy.facts.hospitality import HospitalityFacts
from governance.strategy.facts.intent import IntentFacts
from governance.strategy.facts.membership import MembershipFacts
from governance.strategy.facts.position import PositionFacts
from governance.strategy.facts.reception import ReceptionFacts
from governance.strategy.facts.record import Record, held_type, schema
from governance.strategy.facts.trip import TripFacts
from governance.strategy.facts.visit import VisitFacts

# One line a kind, in the vocabulary's order.
ALL: tuple[type[Facts], ...] = (
    VisitFacts,
    TripFacts,
    ReceptionFacts,
    CooperationFacts,
    IntentFacts,
    DeclarationFacts,
    PositionFacts,
    MembershipFacts,
    EuProjectFacts,
    AidProjectFacts,
)
# Visits were judged before the others came: what only newer facts can answer is not asked of them.
ALL_BUT_VISIT = ALL[1:]
FACTS_OF: dict[str, type[Facts]] = {facts.kind.value: facts for facts in ALL}

__all__ = [
    "ALL",
    "ALL_BUT_VISIT",
    "FACTS_OF",
    "AgreementFacts",
    "AidProjectFacts",
    "CooperationFacts",
    "DeclarationFacts",
    "EuProjectFacts",
    "Facts",
    "HospitalityFacts",
    "IntentFacts",
    "MembershipFacts",
    "PositionFacts",
    "ReceptionFacts",
    "Record",
    "TripFacts",
    "VisitFacts",
    "held_type",
    "rows",
    "schema",
]
