"""Questions that are put into words once: what they ask of changes, and their words don't.

To put a question together costs the ORM more than its answer costs the database. Where the same is
asked at every judgement, of another matter each time, the words are kept and given other values.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django.db import connection
from django.db.models import QuerySet

FAR_OFF = date(8000, 1, 1)


class Prepared:
    """A question by names: keys (int), texts and days.

    rows: gives the rows for some values, by name. Its words may hang on the names and on nothing
    else, so it looks at no value, and asks the database nothing.
    """

    def __init__(self, rows: Callable[..., QuerySet[Any, Any]]) -> None:
        self._rows = rows
        self._worded: tuple[str, list[tuple[str | None, Any]]] | None = None

    def answer(self, **values: int | str | date) -> list[tuple[Any, ...]]:
        """Return the rows as the database gives them. One query."""
        sql, given = self._put(values)
        with connection.cursor() as cursor:
            cursor.execute(sql, given)
            return list(cursor.fetchall())

    def count(self, **values: int | str | date) -> int:
        """Return how many rows there are. One query."""
        sql, given = self._put(values)
        with connection.cursor() as cursor:
            cursor.execute(f"select count(*) from ({sql}) found", given)  # noqa: S608
            return int(cursor.fetchone()[0])

    def _put(self, values: dict[str, Any]) -> tuple[str, list[Any]]:
        if self._worded is None:
            self._worded = self._word(values)
        sql, places = self._worded
        return sql, [values[name] if name else kept for name, kept in places]

    def _word(self, values: dict[str, Any]) -> tuple[str, list[tuple[str | None, Any]]]:
        """Ask of stand-ins, and see where they come to lie."""
        stand_ins = {name: _stand_in(place, values[name]) for place, name in enumerate(values)}
        asked = self._rows(**stand_ins).query.get_compiler(connection=connection)
        sql, given = asked.as_sql()
        names = {stand_in: name for name, stand_in in stand_ins.items()}
        places = [(names.get(value) if value.__hash__ else None, value) for value in given]
        lost = stand_ins.keys() - {name for name, _kept in places}
        if lost:
            raise ValueError(f"the question changes what it is given: {sorted(lost)}")
        return sql, places


def _stand_in(place: int, value: int | str | date) -> int | str | date:
    """Return a value of the same sort that no question has of its own."""
    if isinstance(value, date):
        return FAR_OFF + timedelta(days=place)
    if isinstance(value, str):
        return f"\N{WHITE SQUARE}{place}"
    return 2**52 + place
