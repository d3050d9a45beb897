"""What a trip came to, row by row, next to what was decided. Whole kronor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.translation import gettext as _

from engagements.labels import label
from engagements.models import Engagement, User
from engagements.vocabulary import Payer
from visits.trip.models import TripCost


class Outcome(NamedTuple):
    """What one row came to. place: its own, or None for a cost that nobody had thought of."""

    place: int | None
    line: str
    payer: str
    sek: int


class Share(NamedTuple):
    """What was decided and what it came to, for a row or for one who pays. decided: or None."""

    name: str
    decided: int | None
    came_to: int | None

    @property
    def more(self) -> int | None:
        """How much more it came to than was decided."""
        if self.came_to is None:
            return None
        return self.came_to - (self.decided or 0)


@dataclass(frozen=True)
class Settled:
    """Every row, and each payer's sum of them."""

    rows: tuple[Share, ...]
    payers: tuple[Share, ...]

    @property
    def is_told(self) -> bool:
        """Whether any row has come to something."""
        return any(row.came_to is not None for row in self.rows)


def of_city(rows: Sequence[Outcome]) -> int:
    """Return what the city paid."""
    return sum(row.sek for row in rows if row.payer == Payer.CITY)


def settle(engagement: Engagement, rows: Sequence[Outcome], *, by: User) -> int:
    """Write what each row came to. Returns what the city paid.

    A cost that was not in the decision becomes a row of which nothing was decided.
    """
    known = {row.place: row for row in TripCost.objects.filter(engagement=engagement)}
    place = max(known, default=-1)
    for told in rows:
        if told.place is not None:
            row = known[told.place]
        else:
            place += 1
            row = TripCost(engagement=engagement, place=place, amount_sek=0)
            row.line, row.payer = told.line, told.payer
        row.outcome_sek = told.sek
        row._history_user = by  # type: ignore[attr-defined]
        row.save()
    return of_city(rows)


def settled(engagement: Engagement) -> Settled:
    """Return what a trip came to."""
    goers = {row.place: str(row) for row in engagement.traveller_rows.all()}
    costs = list(TripCost.objects.filter(engagement=engagement).order_by("place"))
    codes = [*map(str, Payer), ""]
    return Settled(
        tuple(Share(named(row, goers), row.amount_sek, row.outcome_sek) for row in costs),
        tuple(
            _share(code, [row for row in costs if row.payer == code])
            for code in codes
            if any(row.payer == code for row in costs)
        ),
    )


def named(row: TripCost, goers: dict[int, str]) -> str:
    """Say what a row is: for whom, what, and who pays when that is not the city."""
    whom = goers.get(row.traveller, "") if row.traveller is not None else ""
    what = str(row.get_line_display() or _("Kostnad"))
    words = f"{whom}: {what.lower()}" if whom else what
    if row.payer and row.payer != Payer.CITY:
        words += f" ({label(Payer(row.payer)).lower()})"
    return words


def _share(code: str, rows: list[TripCost]) -> Share:
    told = [row.outcome_sek for row in rows if row.outcome_sek is not None]
    return Share(
        label(Payer(code)) if code else _("Inte angivet"),
        sum(row.amount_sek or 0 for row in rows),
        sum(told) if told else None,
    )
