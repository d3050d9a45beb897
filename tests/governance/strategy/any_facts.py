"""Any facts of any kind, drawn from the kind's own schema."""

from datetime import date
from typing import Any, get_origin

from hypothesis import strategies as st

from engagements.vocabulary import Task
from governance.strategy import ALL, Facts, schema
from governance.strategy.described import limits
from governance.strategy.facts import Record, held_type
from governance.strategy.facts.codes import codes_of

BODIES = {"host": "MF", "host_board": "MHN", "areas": "TK", "area_boards": "TRN"}
DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))
FULL_TEXT = "En mening som säger något."


def _one(record: type[Record], name: str, *, full: bool) -> st.SearchStrategy[Any]:
    """Return a strategy of one answer, never unanswered."""
    if name in BODIES:
        return st.just(BODIES[name])
    # Conflicts are open, since one that is stepped aside from has no task.
    codes = list(Task) if name == "conflicts" else codes_of(record, name)
    if codes:
        return st.sampled_from([str(code) for code in codes])
    held = held_type(schema(record)[name])
    if isinstance(held, type) and issubclass(held, Record):
        return full_records(held) if full else records(held)
    least, most = limits(name)
    simple: dict[Any, st.SearchStrategy[Any]] = {
        bool: st.booleans(),
        int: st.integers(least, min(most, 5000)),
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
