"""What a report is about, as the address says it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from engagements.forms import search
from engagements.forms.base import UtblickForm
from engagements.forms.fields import AmountField, CleanTextField, SwedishDateField, YearField
from engagements.forms.narrowing import OfOrganisation
from engagements.forms.widgets import Narrowing
from engagements.goals import every_goal
from engagements.labels import choices
from engagements.vocabulary import Body, Status
from governance.reports.statistics import Period


class ReportForm(UtblickForm):
    """Year and organisation; both may be left out."""

    ar = YearField(label=_("År"), required=False)
    verksamhet = OfOrganisation()

    def query(self, *, this_year: int) -> dict[str, str]:
        """Return the report's query; ``this_year`` when no year is given."""
        chosen: dict[str, Any] = self.cleaned_data
        organisation = chosen.get("verksamhet")
        return {
            "year": str(chosen.get("ar") or this_year),
            "organisation": organisation.code if organisation else "",
        }


LONGEST_YEARS = 20
PERIOD = ("fran", "till")
# Questions that offer rows of the database, whose names the tables say too.
NAMED = ("verksamhet", "mal")


def goals() -> list[tuple[str, Any]]:
    """Return the city's goals of all years by code, the newest name of each, and none of them."""
    newest = {row.code: str(row) for row in every_goal()}
    return [*sorted(newest.items()), search.NONE_GIVEN]


class StatisticsForm(UtblickForm):
    """What the statistics count, as an address says it: the words are those of the list."""

    fran = SwedishDateField(label=_("Från och med"), required=False)
    till = SwedishDateField(label=_("Till och med"), required=False)
    verksamhet = OfOrganisation()
    typ = forms.ChoiceField(
        label=_("Typ"), choices=search.kinds_there_are, required=False, widget=Narrowing
    )
    status = forms.ChoiceField(
        label=_("Läge"),
        choices=[("", _("Alla")), *choices(Status)],
        required=False,
        widget=Narrowing,
    )
    inriktning = search.AllOf(label=_("Inriktning"), offered=search.directions)
    mal = search.AnyCodes(label=_("Inriktningsmål"), offered=goals)
    agenda = search.AllOf(label=_("Agenda 2030"), offered=search.world_goals)
    land = search.AllOf(label=_("Land"), offered=search.lands)
    part = CleanTextField(label=_("Motpart"), max_length=200, required=False)
    organ = search.AllOf(label=_("Beslutat av"), offered=lambda: choices(Body))
    kontroll = search.AllOf(label=_("Kontroll"), offered=lambda: search.CHECKED)
    kostar_minst = AmountField(label=_("Kostar minst"), required=False)
    kostar_hogst = AmountField(label=_("Kostar högst"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Ask nothing before it is wanted."""
        super().__init__(*args, **kwargs)
        self._offered: dict[str, Mapping[str, str]] = {}

    def clean(self) -> dict[str, Any]:
        """Judge the period: its ends in order, and not longer than can be drawn."""
        chosen: dict[str, Any] = super().clean() or {}
        first, last = (chosen.get(name) for name in PERIOD)
        if first and last and last < first:
            self.add_error("till", _("Skriv en dag som inte är före den första."))
        elif first and last and last.year - first.year > LONGEST_YEARS:
            self.add_error("till", _("Välj högst 20 år."))
        return chosen

    def period(self, *, today: date) -> Period:
        """Return the days that are counted; the year so far when none are given."""
        first, last = (self.cleaned_data.get(name) for name in PERIOD)
        if first is None:
            first = date((last or today).year, 1, 1)
        if last is None:
            last = max(today, first) if first.year >= today.year else date(first.year, 12, 31)
        return Period(first, last)

    def offered(self, name: str) -> Mapping[str, str]:
        """Return what a question offers, by code. It is asked for once, and drawn from the same."""
        if name not in self._offered:
            box: Any = self.fields[name]
            self._offered[name] = {str(code): str(words) for code, words in box.choices}
            box.choices = list(self._offered[name].items())
        return self._offered[name]

    def show(self, period: Period) -> None:
        """Let its boxes say the days that are counted, those that nobody wrote too."""
        told: Any = self.data
        told = told.copy()
        told.update({name: day for name, day in period.asked.items() if not told.get(name)})
        self.data = told
        for name in NAMED:
            self.offered(name)

    @property
    def narrows(self) -> bool:
        """Whether anything beside the period is chosen."""
        return any(self.cleaned_data.get(name) for name in self.fields if name not in PERIOD)
