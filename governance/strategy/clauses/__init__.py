"""Sources, their editions and their clauses in the product's own plain words.

The adopted text is not here: the city loads it, and only then is it quoted. ``served_by`` tells
what answers for the clause; tests hold it true.
"""

from governance.strategy.clauses.background import BACKGROUND
from governance.strategy.clauses.city import CITY
from governance.strategy.clauses.clause import Clause, clause, parent_of, source_of
from governance.strategy.clauses.directions import DIRECTIONS
from governance.strategy.clauses.editions import EDITIONS, Edition, NoEdition, edition_on
from governance.strategy.clauses.law import LAW
from governance.strategy.clauses.principles import PRINCIPLES
from governance.strategy.clauses.ways import WAYS

CLAUSES: dict[str, Clause] = {
    row[0]: clause(row) for row in (*BACKGROUND, *DIRECTIONS, *PRINCIPLES, *WAYS, *LAW, *CITY)
}

__all__ = [
    "CLAUSES",
    "EDITIONS",
    "Clause",
    "Edition",
    "NoEdition",
    "edition_on",
    "parent_of",
    "source_of",
]
