"""What a matter has nothing of: asked of all tables at once, so that none is read for nothing.

A matter's page is made of some fifty tables, most of which hold nothing of it. One statement tells
which. The others are then known to be empty, as if they had been prefetched.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from django.db import connection
from django.db.models import ForeignObjectRel, OneToOneRel, QuerySet

from engagements.models import Engagement

REMEMBERED = "_lacking_remembered"


def remember_lacking(engagement: Engagement, *, only: tuple[str, ...] = ()) -> None:
    """Let a matter know which of its related rows there are none of. One query, the first time.

    What is read through its relations then costs no question where there is nothing. For pages
    that only read: what is written afterwards by other ways than the relation would not be seen.
    only: the names of the relations that are asked of, for pages that write; all otherwise.
    """
    if engagement.__dict__.get(REMEMBERED):
        return
    if not only:
        setattr(engagement, REMEMBERED, True)
    kept = engagement.__dict__.setdefault("_prefetched_objects_cache", {})
    relations = _named(only) if only else _relations(engagement.detail._meta.app_label)
    for relation, holds in zip(relations, _asked(relations, engagement.pk), strict=True):
        if holds:
            continue
        name = relation.get_accessor_name()
        if isinstance(relation, OneToOneRel):
            engagement._state.fields_cache.setdefault(relation.cache_name, None)
        elif name not in kept:
            kept[name] = _nothing(relation)


def has_none(engagement: Engagement, name: str) -> bool:
    """Whether a matter is known to have nothing of a relation, by the relation's name."""
    kept = engagement.__dict__.get("_prefetched_objects_cache", {})
    return name in kept and not kept[name]


@cache
def _named(names: tuple[str, ...]) -> tuple[ForeignObjectRel, ...]:
    known = {row.get_accessor_name(): row for row in Engagement._meta.related_objects}
    return tuple(known[name] for name in names)


@cache
def _relations(app: str) -> tuple[ForeignObjectRel, ...]:
    """Return the relations that all kinds have, and those of the kinds of one app."""
    near = {"engagements", "governance", app}
    rows = Engagement._meta.related_objects
    return tuple(row for row in rows if row.related_model._meta.app_label in near)


def _nothing(relation: ForeignObjectRel) -> QuerySet[Any]:
    rows: QuerySet[Any] = relation.related_model._default_manager.none()
    rows._result_cache = []
    return rows


def _asked(relations: tuple[ForeignObjectRel, ...], key: int) -> tuple[bool, ...]:
    with connection.cursor() as cursor:
        cursor.execute(_statement(relations), {"key": key})
        found: tuple[bool, ...] = cursor.fetchone()
    return found


@cache
def _statement(relations: tuple[ForeignObjectRel, ...]) -> str:
    """Return the statement with one answer a relation; the ORM would put it together each time."""
    quote = connection.ops.quote_name
    asked = (
        f"exists(select from {quote(relation.related_model._meta.db_table)}"
        f" where {quote(str(relation.field.column))} = %(key)s)"
        for relation in relations
    )
    return f"select {', '.join(asked)}"
