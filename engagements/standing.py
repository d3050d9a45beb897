"""What the city has set, and who is away: asked for on every page, and seldom changed.

Each process keeps what it has read until the database says that a table has changed. What says so
is a number of the table's, which a trigger draws anew in the transaction that writes: so nobody
reads what is not committed, and what is rolled back takes its number with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import wraps
from typing import Any, ParamSpec, TypeVar, cast

from django.db.models import CharField, Model, QuerySet, Value
from django.db.models.functions import Concat
from django.db.models.signals import post_delete, post_save

from engagements.models import TableChange

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")
# How many answers of one question are kept: one for each day or thing that is asked for.
MOST = 64
# What stands before a table's name where its number comes among other rows.
OF_TABLE = ":"


@dataclass
class _Known:
    """The numbers of the tables, as a request has read them."""

    numbers: Mapping[str, int] | None = None


_KNOWN: ContextVar[_Known | None] = ContextVar("known", default=None)


@contextmanager
def seen_once() -> Iterator[None]:
    """Ask once at most whether tables have changed; a page is made of what holds at once."""
    if _KNOWN.get() is not None:
        yield
        return
    token = _KNOWN.set(_Known())
    try:
        yield
    finally:
        _KNOWN.reset(token)


def kept(
    *models: type[Model],
) -> Callable[[Callable[Asked, Answer]], Callable[Asked, Answer]]:
    """Keep what a function answers until one of the models' tables changes.

    It reads these tables and no others, and its answers, which all share, are never changed. The
    tables are watched: a migration has given them ``changed_table`` as a trigger.
    """
    tables = tuple(model._meta.db_table for model in models)
    for model in models:
        for signal in (post_save, post_delete):
            signal.connect(_ask_anew, sender=model, dispatch_uid=f"standing {model._meta.label}")

    def decorate(ask: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
        answers: dict[Any, tuple[list[int], Answer]] = {}

        @wraps(ask)
        def answer(*args: Asked.args, **kwargs: Asked.kwargs) -> Answer:
            numbers = _numbers()
            now = [numbers[table] for table in tables if table in numbers]
            if len(now) < len(tables):
                return ask(*args, **kwargs)  # nothing was ever written in one of them
            question = (args, tuple(sorted(kwargs.items())))
            found = answers.get(question)
            if found is None or found[0] != now:
                found = now, ask(*args, **kwargs)
                if len(answers) >= MOST:
                    answers.clear()
                answers[question] = found
            return found[1]

        return answer

    return decorate


def rows() -> QuerySet[TableChange, tuple[str, int]]:
    """Return names and numbers of the tables, to be read together with others: see ``know``."""
    name = Concat(Value(OF_TABLE), "name", output_field=CharField())
    return TableChange.objects.values_list(name, "number")


def know(found: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """Take the numbers out of some rows, for the request; return the others."""
    told = list(found)
    known = _KNOWN.get()
    if known is not None and known.numbers is None:
        known.numbers = {
            name.removeprefix(OF_TABLE): number
            for name, number in told
            if name.startswith(OF_TABLE)
        }
    return [row for row in told if not row[0].startswith(OF_TABLE)]


def _numbers() -> Mapping[str, int]:
    known = _KNOWN.get()
    if known is not None and known.numbers is not None:
        return known.numbers
    numbers = dict(TableChange.objects.values_list("name", "number"))
    if known is not None:
        known.numbers = numbers
    return cast("Mapping[str, int]", numbers)


def _ask_anew(**_of: Any) -> None:
    """Forget the numbers, since a table has just got another."""
    known = _KNOWN.get()
    if known is not None:
        known.numbers = None
