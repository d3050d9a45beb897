"""What declarations still owe of a year: reviews."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from django.urls import reverse

from engagements.models import Engagement
from engagements.vocabulary import Kind, Status
from governance.completeness import Matter


def reviews(keys: Collection[int], *, year: int, on: date) -> Iterator[Matter]:
    """Give the declarations whose review was due by the year's end, and is late: one query."""
    rows = Engagement.objects.filter(
        organisation__in=keys,
        kind=str(Kind.DECLARATION),
        status__in=[str(Status.APPROVED), str(Status.FOLLOW_UP)],
        declaration__next_review_on__lt=on,
        declaration__next_review_on__lte=date(year, 12, 31),
    )
    columns = ("organisation", "number", "title", "secret", "declaration__next_review_on")
    for pk, number, title, secret, due in rows.values_list(*columns):
        yield Matter(pk, number, title, reverse("engagement", args=[number]), due, secret)
