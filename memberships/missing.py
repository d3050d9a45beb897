"""What memberships and projects still owe of a year: reviews, and reports to a programme."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from django.urls import reverse

from governance.completeness import Matter
from memberships.eu_project.models import ReportDate
from memberships.membership.register import in_force
from memberships.project_reminders import GOES_ON


def reviews(keys: Collection[int], *, year: int, on: date) -> Iterator[Matter]:
    """Give the memberships whose review was due by the year's end, and is late: one query."""
    rows = in_force().filter(organisation__in=keys)
    late = rows.filter(
        membership__next_review_on__lt=on, membership__next_review_on__lte=date(year, 12, 31)
    )
    columns = ("organisation", "number", "counterpart", "title", "secret")
    for pk, number, name, title, secret, due in late.values_list(
        *columns, "membership__next_review_on"
    ):
        at = reverse("membership", args=[number])
        yield Matter(pk, number, name or title, at, due, secret)


def reports(keys: Collection[int], *, year: int, on: date) -> Iterator[Matter]:
    """Give the reports to programmes that were due in the year, and are late: one query."""
    rows = ReportDate.objects.filter(
        engagement__organisation__in=keys,
        engagement__status__in=GOES_ON,
        done_on=None,
        due_on__lt=on,
        due_on__year=year,
    )
    columns = ("organisation", "number", "title", "secret")
    found = rows.values_list(*(f"engagement__{name}" for name in columns), "what", "due_on")
    for pk, number, title, secret, what, due in found:
        at = reverse("engagement", args=[number])
        yield Matter(pk, number, f"{title}: {what}" if what else title, at, due, secret)
