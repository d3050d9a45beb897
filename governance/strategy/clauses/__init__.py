"""Sources, their editions and their clauses in the product's own plain words.

The adopted text is not here: the city loads it, and only then is it quoted. ``served_by`` tells
what answers for the clause; tests hold it true.
"""

from collections.abc import Mapping
from datetime import date

from governance.strategy.clauses import second
from governance.strategy.clauses.background import BACKGROUND
from governance.strategy.clauses.city import CITY
from governance.strategy.clauses.clause import Clause, clause, parent_of, source_of, within
from governance.strategy.clauses.directions import DIRECTIONS
from governance.strategy.clauses.editions import Edition, Editions, NoEdition, UnknownEdition
from governance.strategy.clauses.law import LAW
from governance.strategy.clauses.principles import PRINCIPLES
from governance.strategy.clauses.ways import WAYS
from governance.strategy.text import Text

FIRST = {row[0]: clause(row) for row in (*BACKGROUND, *DIRECTIONS, *PRINCIPLES, *WAYS, *LAW, *CITY)}
SECOND = {row[0]: clause(row) for row in second.SECOND}
BEGAN = date(2012, 1, 1)
EDITIONS = Editions(
    (
        Edition("strategy-1", "strategy", Text("Strategin", "The strategy"), BEGAN),
        Edition(
            second.ID,
            "strategy",
            Text("Strategin, utkast till ny utgåva", "The strategy, draft of a new edition"),
            None,
            clauses=SECOND,
            values=second.STATED,
        ),
        Edition("law-2022", "law", Text("Lagarna", "The laws"), BEGAN),
        Edition("city-1", "city", Text("Stadens villkor", "The city's terms"), BEGAN),
        Edition("eu-1", "eu", Text("EU-policyn", "The EU policy"), BEGAN),
    )
)


def _with_added(first: Mapping[str, Clause], added: Mapping[str, Clause]) -> dict[str, Clause]:
    """Return all clauses; an added one stands after the last of its section."""
    found = dict(first)
    for id, new in added.items():
        if id not in found:
            section = [other for other in found if other.startswith(f"{id.rsplit('.', 1)[0]}.")]
            after = list(found).index(section[-1]) + 1
            rows = list(found.items())
            found = dict([*rows[:after], (id, new), *rows[after:]])
    return found


# Every clause of any edition, as the first edition that has it words it.
CLAUSES: dict[str, Clause] = _with_added(FIRST, SECOND)


def editions_with(clause: str) -> tuple[Edition, ...]:
    """Return the editions that have a clause. Raises KeyError for a clause that none has."""
    source = source_of(CLAUSES[clause].id)
    return tuple(
        edition
        for edition in EDITIONS
        if edition.source == source and (clause in FIRST or clause in edition.clauses)
    )


def clauses_of(edition: Edition) -> tuple[Clause, ...]:
    """Return every clause of an edition, in its words."""
    return tuple(worded(id, edition) for id in CLAUSES if edition in editions_with(id))


def worded(clause: str, edition: Edition) -> Clause:
    """Return a clause as an edition words it. Raises KeyError for a clause that none has."""
    return edition.clauses.get(clause) or CLAUSES[clause]


__all__ = [
    "CLAUSES",
    "EDITIONS",
    "Clause",
    "Edition",
    "Editions",
    "NoEdition",
    "UnknownEdition",
    "clauses_of",
    "editions_with",
    "parent_of",
    "source_of",
    "within",
    "worded",
]
