"""Emptying the database between transactional tests, append-only tables and the ledger too.

The triggers refuse TRUNCATE, as they should. Only a superuser can pass them by, and the tests'
throwaway cluster is the one place where the site's role is that.

TRUNCATE also makes anew the files of a thousand tables and indexes, and takes with it the content
types and permissions, which Django then writes again: half a second after each of these tests.
Here the tables are locked as TRUNCATE locks them, so that whoever still writes is waited for, and
rows are deleted where there are some.
"""

from typing import Any

from django.core.management.commands import flush
from django.db import connection
from django.db.backends.postgresql.operations import DatabaseOperations

# What migrate wrote, which no test changes.
KEPT = {"auth_permission", "django_content_type"}
LEDGER = ["ledger.secret", "ledger.entry", "ledger.head"]
EMPTY = """
do $$
declare
    one regclass;
begin
    set local session_replication_role = replica;
    lock table {tables} in access exclusive mode;
    foreach one in array '{{ {tables} }}'::regclass[] loop
        if pg_relation_size(one) > 0 then
            execute format('delete from %s', one);
        end if;
    end loop;
end $$;
"""


def _sql_flush(
    self: DatabaseOperations, _style: Any, tables: list[str], **_options: Any
) -> list[str]:
    return [EMPTY.format(tables=", ".join([*sorted(set(tables) - KEPT), *LEDGER]))]


def let_flush_empty_everything() -> None:
    """Make Django's flush, which ends every transactional test, do it so."""
    DatabaseOperations.sql_flush = _sql_flush  # type: ignore[assignment,method-assign]
    vars(flush)["emit_post_migrate_signal"] = lambda *_arguments, **_options: None


def behind_the_triggers(sql: str, params: list[Any] | None = None) -> None:
    """Run SQL as an attacker with the whole database would. Inside a transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(sql, params)
        cursor.execute("SET LOCAL session_replication_role = origin")
