"""What many tests begin with, made once by the site's own code and laid out again for each of them.

Loading the city takes a second, since every row brings its history; copying it takes a fiftieth.
As what a test does is rolled back, the city is left standing from one test in it to the next.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
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
    """The rows of one table, as COPY writes them. counts: lets its sequences go on after them."""

    table: str
    columns: str
    text: bytes
    counts: str = ""


class _Enough(Exception):
    """The rows are copied; what was made goes."""


def copied(make: Callable[[], Made]) -> tuple[list[Rows], Made]:
    """Return the rows of every table that ``make`` changes, and what it returned.

    Leaves the database as it was.
    """
    try:
        with transaction.atomic():
            if ground.has_city:
                _empty(ground.city)
            before = {rows.table: rows for rows in _all()}
            made = make()
            found = [_counting(rows) for rows in _all() if rows != before.get(rows.table)]
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
    _empty(rows_of_tables)
    with connection.cursor() as cursor:
        cursor.execute("set local session_replication_role = replica")
        for rows in rows_of_tables:
            with connection.connection.cursor().copy(
                f"copy {rows.table} ({rows.columns}) from stdin"
            ) as copy:
                copy.write(rows.text)
        cursor.execute("set local session_replication_role = origin")
    _count_on(rows_of_tables)


class Ground:
    """What stands in the database outside of every test's transaction: the city, or nothing."""

    def __init__(self) -> None:
        self.city: list[Rows] = []
        self.has_city = False

    def prepare(self, *, city: bool) -> None:
        """Let the city stand, or nothing, before a test opens its transaction."""
        if city == self.has_city or not self.city:
            return
        if city:
            lay_out(self.city)
        else:
            with transaction.atomic():
                _empty(self.city)
        self.has_city = city

    def settle(self, city: list[Rows]) -> None:
        """Let a test begin in the city, and count on from its rows as every other does."""
        self.city = city
        if self.has_city:
            _count_on(city)
        else:
            lay_out(city)


ground = Ground()


def invented() -> dict[str, User]:
    """Return the city's people by key."""
    emails = {person.email: person.key for person in people.PEOPLE}
    return {emails[user.email]: user for user in User.objects.filter(email__in=emails)}


def one_of_each_role() -> list[people.Person]:
    """Return one of the city's people in each role, the first."""
    return list({person.role: person for person in reversed(people.PEOPLE)}.values())


def _empty(rows_of_tables: list[Rows]) -> None:
    """Delete all rows of these tables, with the triggers at rest."""
    emptied = "".join(f"delete from {rows.table}; " for rows in rows_of_tables)  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(
            f"set local session_replication_role = replica; {emptied}"
            "set local session_replication_role = origin"
        )


def _count_on(rows_of_tables: list[Rows]) -> None:
    """Let the sequences of these tables go on after their rows."""
    with connection.cursor() as cursor:
        cursor.execute("".join(rows.counts for rows in rows_of_tables))


def _counting(rows: Rows) -> Rows:
    """Return rows with what their sequences count on from, where they have any."""
    names = rows.columns.replace('"', "").split(", ")
    counts = ""
    with connection.cursor() as cursor:
        for column in sorted({names[0], "history_id"} & set(names)):
            cursor.execute(SEQUENCES, [rows.table, column])
            (sequence,) = cursor.fetchone()
            if sequence:
                cursor.execute(f"select max({column}) from {rows.table}")  # noqa: S608
                (last,) = cursor.fetchone()
                counts += f"select setval('{sequence}', {last}); " if last else ""
    return replace(rows, counts=counts)
