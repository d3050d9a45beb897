"""A year's report at hand while nothing has changed: reading every row of a year takes seconds.

What has changed is asked of the record itself: each tracked table has a history that nothing is
left out of, and each decision, lift and masking has an entry in the ledger. So the newest row of
each says whether anything is other than it was.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from django.apps import apps
from django.core.cache import caches
from django.db import connection
from django.utils import timezone

from engagements.models import Organisation, User
from governance.annual import document
from governance.annual.document import Document
from governance.models import AnnualText, LedgerEntry, Overrun, SecretPart

KEPT = caches["annual"]
SECONDS = 24 * 3600
# Tables that only grow, and have neither a history nor an entry for each row.
GROWING = (AnnualText, Overrun)
# A part that is secret, and one that no longer is: rows that are written once more.
MASKED = "count(*) + count(lifted_at)", SecretPart._meta.db_table
OURS = ("engagements", "visits", "agreements", "memberships", "governance")


def report(year: int, organisation: Organisation | None, *, by: User, at: datetime) -> Document:
    """Return the report as the rows are now, built only if they are other than last time."""
    told = (year, organisation.code if organisation else "", by.pk, timezone.localdate(at), stamp())
    key = hashlib.sha256(repr(told).encode()).hexdigest()
    kept = KEPT.get(key)
    if kept is None:
        made = document.build(year, organisation, by=by, at=at)
        KEPT.set(key, made.canonical(), SECONDS)
        return made
    return replace(document.read(kept), made_at=timezone.localtime(at))


def stamp() -> tuple[int, ...]:
    """Return the newest row of everything that a report could read; one query."""
    asked = " union all ".join(
        f"select {place}, {counted} from {table}"  # noqa: S608 - our own names
        for place, (counted, table) in enumerate(_newest())
    )
    with connection.cursor() as cursor:
        cursor.execute(f"{asked} order by 1")
        return tuple(number for _place, number in cursor.fetchall())


def _newest() -> Iterator[tuple[str, str]]:
    """Give what is asked of each table, in SQL, and the table."""
    yield _last("seq"), f'"{LedgerEntry._meta.db_table}"'
    for label in OURS:
        for model in apps.get_app_config(label).get_models():
            manager = getattr(model, "history", None)
            if manager is not None:
                yield _last("history_id"), f'"{manager.model._meta.db_table}"'
    for model in GROWING:
        yield _last(str(model._meta.pk.column)), f'"{model._meta.db_table}"'
    yield MASKED


def _last(column: str) -> str:
    return f'coalesce(max("{column}"), 0)'
