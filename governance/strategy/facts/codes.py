"""Which facts hold a code, and of which words: those that the rules and the forms read."""

from __future__ import annotations

from engagements import vocabulary as words
from engagements.vocabulary import Term
from governance.strategy.facts.record import Record

STAGES = ("draft", "submission", "decision")
# A fact that holds another word in one record than in others is written "Record.fact".
CODES: dict[str, type[Term]] = {
    "scope": words.Scope,
    "counterpart_kind": words.CounterpartKind,
    "initiative": words.Initiative,
    "directions": words.Direction,
    "qualities": words.Quality,
    "audiences": words.Audience,
    "cooperation_purposes": words.CooperationPurpose,
    "partner_sectors": words.Sector,
    "effect": words.Effect,
    "political_level": words.PoliticalLevel,
    "learning_kinds": words.Learning,
    "arranged_by": words.Payer,
    "leisure_payer": words.Payer,
    "means": words.TravelMeans,
    "event_kind": words.EventKind,
    "character": words.Character,
    "serving": words.Serving,
    "position_channel": words.PositionChannel,
    "form": words.MembershipForm,
    "proposal": words.ReviewProposal,
    "TripFacts.role": words.TripRole,
    "EuProjectFacts.role": words.ProjectRole,
    "Cost.line": words.CostLine,
    "Cost.payer": words.Payer,
    "Traveller.office": words.Office,
    "Partner.sector": words.Sector,
    "Activity.kind": words.ActivityKind,
}


def word_of(record: type[Record], name: str) -> type[Term] | None:
    """Return the word whose codes a fact holds; None for a fact that holds no code."""
    return CODES.get(f"{record.__name__}.{name}") or CODES.get(name)


def codes_of(record: type[Record], name: str) -> tuple[str, ...]:
    """Return the codes that a fact may hold; none for a fact that holds no code."""
    if name == "stage":
        return STAGES
    word = word_of(record, name)
    return tuple(term.value for term in word) if word else ()
