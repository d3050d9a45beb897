"""Any facts of any kind, drawn from the kind's own schema."""

from datetime import date
from typing import Any, get_origin

from hypothesis import strategies as st

from engagements import vocabulary as words
from engagements.vocabulary import Term
from governance.strategy import ALL, Facts, schema
from governance.strategy.facts import Record, held_type

# Facts that hold a code of the vocabulary; a row's fact is written "Row.fact".
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
    "conflicts": words.Task,
    "political_level": words.PoliticalLevel,
    "learning_kinds": words.Learning,
    "arranged_by": words.Payer,
    "leisure_payer": words.Payer,
    "means": words.TravelMeans,
    "event_kind": words.EventKind,
    "character": words.Character,
    "serving": words.Serving,
    "decider": words.Body,
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
BODIES = {"host": "MF", "host_board": "MHN", "areas": "TK", "area_boards": "TRN"}
DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))
FULL_TEXT = "En mening som säger något."


def _one(record: type[Record], name: str, *, full: bool) -> st.SearchStrategy[Any]:
    """Return a strategy of one answer, never unanswered."""
    if name == "stage":
        return st.sampled_from(["draft", "submission", "decision"])
    if name in BODIES:
        return st.just(BODIES[name])
    terms = CODES.get(f"{record.__name__}.{name}") or CODES.get(name)
    if terms:
        return st.sampled_from([term.value for term in terms])
    held = held_type(schema(record)[name])
    if isinstance(held, type) and issubclass(held, Record):
        return full_records(held) if full else records(held)
    simple: dict[Any, st.SearchStrategy[Any]] = {
        bool: st.booleans(),
        int: st.integers(0, 5000) if name != "sdgs" else st.integers(1, 17),
        date: DAYS,
        str: st.just(FULL_TEXT) if full else st.text(max_size=40) | st.just(FULL_TEXT),
    }
    return simple[held]


def answers(record: type[Record], name: str, *, full: bool = False) -> st.SearchStrategy[Any]:
    """Return a strategy of what one fact may hold when it is answered."""
    one = _one(record, name, full=full)
    origin: Any = get_origin(schema(record)[name])
    if origin is tuple:
        return st.lists(one, min_size=1, max_size=2).map(tuple)
    return one


@st.composite
def records(draw: st.DrawFn, record: type[Record]) -> Any:
    """Return a record in which some facts are answered."""
    names = st.lists(st.sampled_from(sorted(schema(record))), unique=True, max_size=14)
    return record(**{name: draw(answers(record, name)) for name in draw(names)})


@st.composite
def full_records(draw: st.DrawFn, record: type[Record]) -> Any:
    """Return a record in which every fact is answered, and every text says something."""
    return record(**{name: draw(answers(record, name, full=True)) for name in schema(record)})


some_facts: st.SearchStrategy[Facts] = st.sampled_from(ALL).flatmap(records)
full_facts: st.SearchStrategy[Facts] = st.sampled_from(ALL).flatmap(full_records)
