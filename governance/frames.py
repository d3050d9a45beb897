"""Decided cost against an organisation's frame of a year (5.4.1). Whole kronor."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet, Sum
from django.db.models.functions import ExtractYear

from engagements.models import Engagement, Organisation
from engagements.prepared import Prepared
from engagements.vocabulary import Status, Task
from governance import kinds
from governance.models import Decision, Frame
from governance.strategy import Assessment


@dataclass(frozen=True)
class Standing:
    """A frame, what is decided of it, and what one matter asks for. None is not known.

    Decided, asked and left are always the whole frame: what is over is left as less than nothing.
    """

    frame_sek: int | None
    decided_sek: int
    asked_sek: int | None = None
    year: int = 0

    @property
    def left_sek(self) -> int | None:
        """What is left when the matter is decided too; None without a frame."""
        if self.frame_sek is None:
            return None
        return self.frame_sek - self.decided_sek - (self.asked_sek or 0)

    @property
    def over_sek(self) -> int:
        """By how much the frame is not enough; 0 while it is."""
        return max(-(self.left_sek or 0), 0)

    @property
    def parts(self) -> tuple[int, int]:
        """What is decided and what is asked for, in hundredths of the frame or of what is over."""
        whole = max(self.frame_sek or 0, self.decided_sek + (self.asked_sek or 0), 1)
        return round(100 * self.decided_sek / whole), round(100 * (self.asked_sek or 0) / whole)


def standing_of(assessment: Assessment, *, asked_sek: int | None = None) -> Standing:
    """Return how a matter stands against its host's frame, by the facts it was judged on.

    asked_sek: what it asks for, where that is another sum than its estimated cost.
    """
    facts = assessment.facts
    cost = facts.estimated_sek if asked_sek is None else asked_sek
    year = (facts.starts_on or assessment.on).year
    return Standing(facts.frame_sek, facts.decided_sek or 0, cost, year)


def counted() -> QuerySet[Decision]:
    """Return the decisions that draw on their host's frame: in force, made by it or for it."""
    host = "engagement__organisation"
    own = Q(organisation=F(host)) | Q(organisation=F(f"{host}__board"))
    decided = Decision.objects.filter(own | ~Q(body=""), superseded_by=None, task=str(Task.DECIDES))
    return decided.exclude(engagement__status=str(Status.WITHDRAWN))


def decided_in(
    organisations: Collection[Organisation], *, years: Collection[int]
) -> dict[tuple[int, int], int]:
    """Return what is decided by organisation's key and year; one query, nothing where it is 0."""
    if not years:
        return {}
    rows = counted().filter(
        engagement__organisation__in=[row.pk for row in organisations],
        engagement__starts_on__range=(date(min(years), 1, 1), date(max(years), 12, 31)),
    )
    for replaced in kinds.replaced():
        rows = rows.exclude(engagement__in=replaced)
    by_year = rows.annotate(year=ExtractYear("engagement__starts_on")).order_by()
    sums = by_year.values_list("engagement__organisation", "year").annotate(sek=Sum("cost_sek"))
    return {(pk, year): sek for pk, year, sek in sums if sek and year in years}


def _beside(*, matter: int, host: int, first: date, last: date) -> QuerySet[Decision]:
    rows = counted().filter(
        engagement__organisation=host, engagement__starts_on__range=(first, last)
    )
    return rows.exclude(engagement=matter).order_by()


def _sums_beside(**asked: Any) -> QuerySet[Decision, tuple[str, int | None]]:
    sums = _beside(**asked).values_list("engagement__kind")
    return sums.annotate(sek=Sum("cost_sek"))


_SUMS_BESIDE = Prepared(_sums_beside)


def decided_beside(engagement: Engagement, *, year: int) -> int:
    """Return what is decided of its host's frame of a year beside a matter; 0 when nothing is.

    A question for the sums by kind, and one more for each kind whose matters replace one another.
    """
    asked: dict[str, Any] = {
        "matter": engagement.pk,
        "host": engagement.organisation_id,
        "first": date(year, 1, 1),
        "last": date(year, 12, 31),
    }
    sums: dict[str, int | None] = dict(_SUMS_BESIDE.answer(**asked))
    for kind in filter(sums.get, sums):
        replaced = kinds.replaced_of(kind, beside=engagement)
        if replaced is not None:
            beside = _beside(**asked)
            left = beside.filter(engagement__kind=kind).exclude(engagement__in=replaced)
            sums[kind] = left.aggregate(sek=Sum("cost_sek"))["sek"]
    return sum(filter(None, sums.values()))


def standings(organisations: Collection[Organisation], *, year: int) -> dict[int, Standing]:
    """Return each organisation's frame of a year and what is decided, by its key: two queries."""
    keys = [row.pk for row in organisations]
    rows = Frame.objects.filter(organisation__in=keys, year=year)
    frames = dict(rows.values_list("organisation", "amount_sek"))
    decided = decided_in(organisations, years=[year])
    return {pk: Standing(frames.get(pk), decided.get((pk, year), 0), None, year) for pk in keys}
