"""What a trip costs: row by row, summed by who goes and by who pays. Whole kronor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.translation import gettext as _

from engagements.labels import label
from engagements.models import Engagement
from engagements.vocabulary import Payer, TripCostLine
from visits.trip.models import Traveller, TripCost


class Share(NamedTuple):
    """What one who pays, or one who goes, stands for."""

    name: str
    sek: int


@dataclass(frozen=True)
class Line:
    """One who goes, with what each sort of cost is for them. traveller: None for what is shared."""

    name: str
    traveller: Traveller | None
    amounts: tuple[int | None, ...]

    @property
    def sek(self) -> int:
        """The sum of the line."""
        return sum(amount or 0 for amount in self.amounts)


@dataclass(frozen=True)
class Bill:
    """The whole cost: a line a person, a column a sort of cost, and what each payer pays.

    columns: the sorts that something is written of. people: those who go, and last what is shared.
    """

    columns: tuple[str, ...]
    people: tuple[Line, ...]
    payers: tuple[Share, ...]

    @property
    def sek(self) -> int:
        """The whole sum."""
        return sum(share.sek for share in self.payers)

    @property
    def by_column(self) -> list[int]:
        """The sum of each column."""
        places = range(len(self.columns))
        return [sum(line.amounts[place] or 0 for line in self.people) for place in places]


def bill(travellers: Sequence[Traveller], costs: Sequence[TripCost]) -> Bill:
    """Return the rows as a bill. A row without an amount, or for somebody removed, is in it too."""
    known = {row.place: row for row in travellers}
    lines = [line for line in TripCostLine if any(row.line == line for row in costs)]
    untold = [""] if any(not row.line for row in costs) else []
    codes = [*map(str, lines), *untold]
    shared = [row for row in costs if row.traveller not in known]
    people = [
        _line(str(one), one, [row for row in costs if row.traveller == place], codes)
        for place, one in sorted(known.items())
    ]
    if shared:
        people.append(_line(_("Alla tillsammans"), None, shared, codes))
    named = [*map(label, lines), *([_("Inte angivet")] if untold else [])]
    return Bill(tuple(named), tuple(people), _payers(costs))


def _line(
    name: str, one: Traveller | None, costs: Sequence[TripCost], codes: Sequence[str]
) -> Line:
    return Line(name, one, tuple(_sum([c for c in costs if c.line == code]) for code in codes))


def _sum(costs: Sequence[TripCost]) -> int | None:
    amounts = [row.amount_sek for row in costs if row.amount_sek is not None]
    return sum(amounts) if amounts else None


def _payers(costs: Sequence[TripCost]) -> tuple[Share, ...]:
    codes = [code for code in (*map(str, Payer), "") if any(row.payer == code for row in costs)]
    return tuple(
        Share(
            label(Payer(code)) if code else _("Inte angivet"),
            sum(row.amount_sek or 0 for row in costs if row.payer == code),
        )
        for code in codes
    )


def bill_of(engagement: Engagement) -> Bill:
    """Return what a trip costs."""
    travellers = engagement.traveller_rows.select_related("organisation").order_by("place")
    return bill(list(travellers), list(engagement.tripcost_rows.order_by("place")))


def of_city(engagement: Engagement) -> int | None:
    """Return what the city itself pays; None while no row has an amount."""
    rows = engagement.tripcost_rows.exclude(amount_sek=None).values_list("payer", "amount_sek")
    amounts = list(rows)
    if not amounts:
        return None
    return sum(amount or 0 for payer, amount in amounts if payer == Payer.CITY)


def orphans(engagement: Engagement) -> list[int]:
    """Return the places that costs are for and nobody stands at any more."""
    known = {row.place for row in engagement.traveller_rows.all()}
    asked = {row.traveller for row in engagement.tripcost_rows.all()}
    return sorted(place for place in asked if place is not None and place not in known)
