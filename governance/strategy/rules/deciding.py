"""Who decides, as a finding: what the route answers, said under its own clause."""

from __future__ import annotations

from governance.strategy.facts import (
    ALL_BUT_VISIT,
    CooperationFacts,
    DeclarationFacts,
    EuProjectFacts,
    Facts,
    IntentFacts,
    MembershipFacts,
    PositionFacts,
    ReceptionFacts,
    TripFacts,
)
from governance.strategy.routing import route
from governance.strategy.rulebook import Answer, Context, rule, supports, unanswered

SCOPED = (
    CooperationFacts,
    IntentFacts,
    DeclarationFacts,
    PositionFacts,
    MembershipFacts,
    EuProjectFacts,
)


@rule("5.1.3", on=SCOPED, reads="scope")
def scope_said(facts: Facts, context: Context) -> Answer | None:
    """Whether it is of the whole city or one operation settles who decides (5.1.3)."""
    if facts.scope is None:
        return unanswered(
            "Ange om det gäller hela staden eller den egna verksamheten.",
            "Say whether it concerns the whole city or your own operation.",
        )
    return None


def decided_by(facts: Facts, context: Context) -> Answer:
    """It is decided by the body that the route names, for the route's reason (5.4.5)."""
    step = route(facts, context).decider
    return supports(step.why.sv, step.why.en, clause=step.clause)


# What a route reads beside who is touched and in whose name, by kind.
ASKED = {
    CooperationFacts: "within_initiative",
    IntentFacts: "within_initiative",
    MembershipFacts: "is_new form",
    EuProjectFacts: "partners",
    TripFacts: "travellers",
    ReceptionFacts: "at_city_hall",
    DeclarationFacts: "burdens adds_burden",
    PositionFacts: "position_channel in_sef group_board_needed",
}
for _kind in ALL_BUT_VISIT:
    _reads = f"host host_board areas scope on_behalf_of_ks {ASKED.get(_kind, '')}"
    rule("5.4.5", on=_kind, reads=_reads)(decided_by)
