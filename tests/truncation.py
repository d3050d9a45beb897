"""Emptying the database between transactional tests, append-only tables and the ledger too.

The triggers refuse TRUNCATE, as they should. Only a superuser can pass them by, and the tests'
throwaway cluster is the one place where the site's role is that.
"""

from typing import Any

from django.db import connection
from django.db.backends.postgresql.operations import DatabaseOperations

LEDGER = "TRUNCATE ledger.secret, ledger.entry, ledger.head;"
_flush = DatabaseOperations.sql_flush


def _sql_flush(self: DatabaseOperations, *args: Any, **kwargs: Any) -> list[str]:
    statements: list[str] = _flush(self, *args, **kwargs)
    return ["SET LOCAL session_replication_role = replica;", *statements, LEDGER]


def let_flush_empty_everything() -> None:
    """Make Django's flush, which ends every transactional test, pass the triggers by."""
    DatabaseOperations.sql_flush = _sql_flush  # type: ignore[assignment,method-assign]


def behind_the_triggers(sql: str, params: list[Any] | None = None) -> None:
    """Run SQL as an attacker with the whole database would. Inside a transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(sql, params)
        cursor.execute("SET LOCAL session_replication_role = origin")
