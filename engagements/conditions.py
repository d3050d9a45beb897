"""Conditions of rows, put so that the database or we have less to do with them."""

import re
from collections.abc import Collection
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import EmptyResultSet, FullResultSet
from django.db import connection
from django.db.models import BooleanField, Case, F, Func, Model, Q, QuerySet, Value, When

# What stands for the row's table in words that are put once.
ROW = "\x00row\x00"
# Where a question inside others begins, and where anything in brackets ends.
PARTS = re.compile(rf"\(\s*SELECT\b|\(|\)|{ROW}", re.IGNORECASE)


def row_by_row(condition: Q) -> Case:
    """Return a condition so put that the planner neither looks rows up by it nor guesses by it.

    Where another condition leaves few enough rows and says in which order they lie. The planner
    multiplies what each of two conditions leaves, also where the one nearly says the other: what
    lies with an organisation is nearly always that organisation's, and is taken for a hundredth of
    what it is.
    """
    holds = When(condition, then=Value(True))
    return Case(holds, default=Value(False), output_field=BooleanField())


class _Put(Func):
    """A condition in words of its own, of which the row's table alone is filled in."""

    output_field = BooleanField()

    def __init__(self, words: str, values: tuple[Any, ...]) -> None:
        super().__init__(F("pk"))
        self._words, self._values = words, values

    def as_sql(self, compiler: Any, *_args: Any, **_extra: Any) -> tuple[str, tuple[Any, ...]]:
        """Return the words about the table that the row's key is asked of."""
        column, _values = compiler.compile(self.source_expressions[0])
        table = column.rpartition(".")[0]
        return self._words.replace(ROW, table), self._values


def put_once(model: type[Model], condition: Q) -> Q:
    """Return a condition of a model's rows that the ORM need not put into words each time.

    A page asks several times, in and under other questions, what its reader may read, and each time
    the ORM copies, resolves and compiles the whole of it. Returned as it is: a condition that joins
    other tables, that none or all fulfil, or with a question inside it that asks of the row, since
    the table of that question may come to be called as the row's is.
    """
    query = model._default_manager.filter(condition).query
    if len(query.alias_map) != 1:
        return condition
    try:
        words, values = query.where.as_sql(query.get_compiler(connection=connection), connection)
    except (EmptyResultSet, FullResultSet):
        return condition
    table = connection.ops.quote_name(model._meta.db_table)
    words = words.replace(f"{table}.", f"{ROW}.")
    return condition if _asks_inside(words) else Q(_Put(f"({words})", tuple(values)))


def _asks_inside(words: str) -> bool:
    """Whether a question inside some words asks of the row."""
    inside: list[bool] = []
    for part in PARTS.findall(words):
        if part.startswith("("):
            inside.append(part != "(")
        elif part == ")":
            inside.pop()
        elif any(inside):
            return True
    return False


class Among(Func):
    """Whether an engagement is one that some rows are about, which are looked up once.

    An index finds them then, as it finds those of an organisation; a row at a time it would not.
    """

    template = "%(expressions)s)"
    arg_joiner = " = ANY("
    output_field = BooleanField()

    def __init__(self, rows: QuerySet[Any]) -> None:
        """rows: of a model with an ``engagement``."""
        super().__init__(F("pk"), ArraySubquery(rows.order_by().values("engagement")))


class _In(Func):
    """Whether a matter is one of some organisations', by keys as wide as the column.

    An index that holds words beside the organisation (btree_gin) is asked by no narrower ones.
    """

    output_field = BooleanField()

    def __init__(self, organisations: Collection[int]) -> None:
        """organisations: by their keys, at least one."""
        super().__init__(F("organisation"))
        self._keys = sorted(organisations)

    def as_sql(self, compiler: Any, *_args: Any, **_extra: Any) -> tuple[str, tuple[Any, ...]]:
        """Return the words, and the keys as values."""
        column, values = compiler.compile(self.source_expressions[0])
        keys = ", ".join(["%s::bigint"] * len(self._keys))
        return f"{column} IN ({keys})", (*values, *self._keys)


def of(organisations: Collection[int]) -> Q:
    """Return the condition that a matter is one of some organisations', by their keys."""
    return Q(_In(organisations)) if organisations else Q(pk__in=[])
