"""What many tests begin with, made once by the site's own code and laid out again for each of them.

Loading the city takes a second, since every row brings its history; copying it takes a hundredth.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from io import StringIO
from typing import TypeVar

from django.core.management import call_command
from django.db import connection, transaction

from engagements.models import User
from governance.demo import people

Made = TypeVar("Made")
SINCE = date(2020, 1, 1)
TABLES = """
    select c.table_name, string_agg(quote_ident(c.column_name), ', ' order by c.ordinal_position)
    from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE' and is_generated = 'NEVER'
    group by c.table_name order by c.table_name
"""
SEQUENCES = "select pg_get_serial_sequence(quote_ident(%s), %s)"


@dataclass(frozen=True)
class Rows:
    """The rows of one table, as COPY writes them."""

    table: str
    columns: str
    text: bytes


class _Enough(Exception):
    """The rows are copied; what was made goes."""


def copied(make: Callable[[], Made]) -> tuple[list[Rows], Made]:
    """Return the rows of every table that ``make`` changes, and what it returned.

    Leaves the database as it was.
    """
    try:
        with transaction.atomic():
            before = {rows.table: rows for rows in _all()}
            made = make()
            found = [rows for rows in _all() if rows != before.get(rows.table)]
            raise _Enough
    except _Enough:
        return found, made


def settle_city() -> None:
    """Load the reference data and every invented person."""
    call_command("reference", stdout=StringIO())
    people.settle(since=SINCE)


def _all() -> list[Rows]:
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        tables = cursor.fetchall()
    read = []
    for table, columns in tables:
        with connection.connection.cursor().copy(f"copy {table} ({columns}) to stdout") as copy:
            read.append(Rows(table, columns, b"".join(bytes(part) for part in copy)))
    return read


@transaction.atomic
def lay_out(rows_of_tables: list[Rows]) -> None:
    """Let the tables hold these rows and no others, with the triggers at rest."""
    with connection.cursor() as cursor:
        cursor.execute("set local session_replication_role = replica")
        for rows in rows_of_tables:
            cursor.execute(f"delete from {rows.table}")  # noqa: S608
            with connection.connection.cursor().copy(
                f"copy {rows.table} ({rows.columns}) from stdin"
            ) as copy:
                copy.write(rows.text)
            _count_on(cursor, rows)
        cursor.execute("set local session_replication_role = origin")


def invented() -> dict[str, User]:
    """Return the city's people by key."""
    emails = {person.email: person.key for person in people.PEOPLE}
    return {emails[user.email]: user for user in User.objects.filter(email__in=emails)}


def one_of_each_role() -> list[people.Person]:
    """Return one of the city's people in each role, the first."""
    return list({person.role: person for person in reversed(people.PEOPLE)}.values())


def _count_on(cursor, rows: Rows) -> None:
    key = rows.columns.split(", ")[0].strip('"')
    for column in {key, "history_id"} & set(rows.columns.replace('"', "").split(", ")):
        cursor.execute(SEQUENCES, [rows.table, column])
        (sequence,) = cursor.fetchone()
        if sequence:
            cursor.execute(f"select setval(%s, max({column})) from {rows.table}", [sequence])  # noqa: S608
