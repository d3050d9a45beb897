"""Numbers in series: one series a year, without gaps or doubles, under load too."""

from django.db import connection, transaction


def next_number(series: str, *, year: int) -> str:
    """Return the next number, such as "INT-2026-0001"."""
    return f"{series}-{year}-{next_in(series, year=year):04d}"


@transaction.atomic(savepoint=False)
def next_in(series: str, *, year: int) -> int:
    """Return the place of the next number of a series, from 1.

    The row is locked until the transaction ends, so a rollback gives the number back.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            """
            insert into engagements_numberseries (series, year, last) values (%s, %s, 1)
            on conflict on constraint one_series_a_year
            do update set last = engagements_numberseries.last + 1
            returning last
            """,
            [series, year],
        )
        (last,) = cursor.fetchone()
    return int(last)
