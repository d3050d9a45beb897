"""What the public pages and files read: rows of the open books and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, F, Max, Model, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from engagements.vocabulary import Kind
from governance.models.insight import PublicDecision, PublicFee, PublicItem, PublicNote, Register

CHUNK = 500
# What the money of a year is told under, with the kinds that it is spent on.
SPENT_ON = {
    "trips": (Kind.TRIP,),
    "received": (Kind.VISIT, Kind.RECEPTION),
    "projects": (Kind.EU_PROJECT, Kind.AID_PROJECT),
    "other": (Kind.COOPERATION, Kind.INTENT, Kind.DECLARATION, Kind.POSITION),
}


def years() -> list[int]:
    """Return the years that anything was decided in, the newest first."""
    rows = PublicItem.objects.order_by("-year").values_list("year", flat=True)
    return list(rows.distinct())


def items(*, year: int | None, organisation: str, kind: str) -> QuerySet[PublicItem]:
    """Return matters by what a reader has chosen, those decided last first."""
    rows = PublicItem.objects.order_by(F("decided_on").desc(nulls_last=True), "-number")
    if year:
        rows = rows.filter(year=year)
    if organisation:
        rows = rows.filter(organisation_code=organisation)
    return rows.filter(kind=kind) if kind else rows


def organisations() -> list[tuple[str, str, str]]:
    """Return code and names of those that have anything public."""
    rows = PublicItem.objects.order_by("organisation_sv", "organisation_code")
    return list(
        rows.values_list("organisation_code", "organisation_sv", "organisation_en").distinct()
    )


def spent(year: int) -> dict[str, int]:
    """Return what a year cost in whole kronor, by what it was spent on.

    What it came to counts, and until that is known what was decided. Memberships cost their fees.
    """
    came = Sum(Coalesce("outcome_sek", "decided_sek"))
    by_kind = dict(
        PublicItem.objects.filter(year=year, replaced=False, withdrawn=False)
        .order_by("kind")
        .values_list("kind")
        .annotate(came=came)
    )
    fees = PublicFee.objects.filter(year=year).aggregate(all=Sum("fee_sek"))["all"] or 0
    found = {
        name: sum(by_kind.get(str(kind)) or 0 for kind in kinds) for name, kinds in SPENT_ON.items()
    }
    return {"fees": fees} | found


def learnt(year: int) -> QuerySet[PublicItem]:
    """Return what somebody has let all read that a year's matters gave."""
    rows = PublicItem.objects.filter(year=year).exclude(gain="")
    return rows.order_by(F("decided_on").desc(nulls_last=True), "-number")


def decisions_of(item: PublicItem) -> QuerySet[PublicDecision]:
    """Return the decisions of a matter, in their order."""
    return item.decisions.order_by("place")


def fees_of(item: PublicItem) -> QuerySet[PublicFee]:
    """Return the fees of a membership, the newest first."""
    return item.fees.order_by("-year")


def register(name: Register) -> QuerySet[PublicItem]:
    """Return what stands in a register, with the newest fee that is known."""
    kept = PublicItem.objects.filter(register=name, withdrawn=False)
    standing = kept.exclude(outcome="declined").order_by("counterpart", "number")
    return standing.prefetch_related("fees")


def notes() -> QuerySet[PublicNote]:
    """Return what the committee answered, the newest meeting first."""
    return PublicNote.objects.order_by("-held_on")


def stamp() -> tuple[str, Any]:
    """Return what changes whenever anything public does, and when that last was."""
    told = PublicItem.objects.aggregate(rows=Count("pk"), newest=Max("changed_at"))
    newest = told["newest"]
    return f"{told['rows']}-{newest.timestamp() if newest else 0}", newest


def rows_of(model: type[Model], condition: Q) -> Iterator[Any]:
    """Give rows by key, some hundred at a time, so that memory does not grow with them."""
    rows: Any = model._default_manager.filter(condition).order_by("pk")
    last = ""
    while chunk := list(rows.filter(pk__gt=last)[:CHUNK]):
        yield from chunk
        last = chunk[-1].pk
