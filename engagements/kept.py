"""Counts that every page shows: put into words once for a reader, asked anew each time.

To put a question of what one may read together costs many times what its answer does. Its words
change with the reader, the day and what their roles reach to, and with nothing else.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from engagements.permissions import Reach

# Some people's days in a process: sixty contact persons and those who decide, a few questions each,
# those with a queue a dozen; and the day before's.
PUT = 1000
NOTHING = ("select 0", ())


@dataclass(frozen=True)
class Question:
    """How many rows there are, and at most ``most`` of them.

    name: one for each question. rows: gives the rows; may look at the person, the day and the
    reach, and nowhere else, for it is called when these are new alone.
    """

    name: str
    person: int
    on: date
    reach: Reach
    most: int
    rows: Callable[[], QuerySet[Any]] = field(compare=False, repr=False)


def counts(*questions: Question) -> list[int]:
    """Return how many rows each question finds, in one query."""
    worded = [_worded(question) for question in questions]
    asked = ", ".join(f"({sql})" for sql, _values in worded)
    with connection.cursor() as cursor:
        cursor.execute(f"select {asked}", [value for _sql, values in worded for value in values])
        return list(cursor.fetchone())


@lru_cache(maxsize=PUT)
def _worded(question: Question) -> tuple[str, Sequence[Any]]:
    """Return a question's statement and values."""
    rows = question.rows().order_by().values("pk")[: question.most]
    try:
        sql, values = rows.query.get_compiler(connection=connection).as_sql()
    except EmptyResultSet:
        return NOTHING
    return f"select count(*) from ({sql}) found", tuple(values)
