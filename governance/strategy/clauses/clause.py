"""A clause, and how the tables of this package write it down."""

from __future__ import annotations

from dataclasses import dataclass

from governance.strategy.text import Text

# Id, short heading in Swedish and in English, what it asks in Swedish and in English, and what
# serves it.
Row = tuple[str, str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: its id, a short heading, what it asks in plain words, and what serves it.

    served_by: "rule", "route", "rule, route", "rule: id" of the rule that looks after it too,
    or "people: why".
    """

    id: str
    title: Text
    plain: Text
    served_by: str


def clause(row: Row) -> Clause:
    """Return the clause that a row writes down."""
    id, title_sv, title_en, sv, en, served_by = row
    return Clause(id, Text(title_sv, title_en), Text(sv, en), served_by)


def source_of(clause: str) -> str:
    """Return the source that a clause id begins with; the strategy's ids have no prefix."""
    return clause.split(":", 1)[0] if ":" in clause else "strategy"


def parent_of(clause: str) -> str:
    """Return the paragraph that a sub-id points into: "3.0.2a" is in "3.0.2"."""
    if ":" in clause:
        return clause
    return clause.rstrip("abcdefgh")


def within(clause: str) -> tuple[str, ...]:
    """Return a clause and all that it is in, the widest first: 3, 3.0, 3.0.2, 3.0.2a."""
    if ":" in clause:
        return source_of(clause), clause
    steps = parent_of(clause).split(".")
    wider = tuple(".".join(steps[:count]) for count in range(1, len(steps) + 1))
    return wider if wider[-1] == clause else (*wider, clause)
