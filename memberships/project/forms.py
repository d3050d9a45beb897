"""What the steps of both sorts of project share."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from engagements.forms.base import Section
from engagements.forms.rows import Table
from engagements.forms.stepping import LAST_BEFORE_START, StepForm
from engagements.models import Engagement
from engagements.vocabulary import Direction

GOALS = (
    "goals",
    "goal_contribution",
    "sdgs",
    "sdg_how",
    "directions",
    "qualities",
    "audiences",
    "cooperation_purposes",
    "partner_sectors",
)
ADVOCACY = ("process", "effect", "city_interest", "eu_matter", "eu_principles")
LAW = ("asks_twinning", "procurement_with_party", "secrecy_possible")
REVEALS = {
    "qualities": f"directions={Direction.PROFILING}",
    "audiences": f"directions={Direction.PROFILING}",
    "cooperation_purposes": f"directions={Direction.COOPERATION}",
    "partner_sectors": f"directions={Direction.COOPERATION}",
    **dict.fromkeys(ADVOCACY, f"directions={Direction.ADVOCACY}"),
}


class ProjectStep(StepForm):
    """A step whose tables stand where their names are among the sections."""

    def __init__(self, data: Any = None, *, engagement: Engagement, on: date) -> None:
        """Give each line of a table its place."""
        by_table = {table.name: table.sections(engagement) for table in self.tables}
        self.sections = [  # type: ignore[misc]
            section
            for part in type(self).sections
            for section in (by_table.get(part.id, ()) if part.id else (part,))
        ]
        super().__init__(data, engagement=engagement, on=on)

    def clean(self) -> dict[str, Any]:
        """Hold the order of the days: a project may have begun before it is registered."""
        cleaned = forms.Form.clean(self) or self.cleaned_data
        first, last = self._would_be("starts_on"), self._would_be("ends_on")
        if "ends_on" in self.fields and first and last and last < first:
            self.add_error("ends_on", forms.ValidationError(LAST_BEFORE_START))
        return cleaned

    def sum_of(self, table: Table, column: str, **only: Any) -> int:
        """Return the sum of a column as it would be stored, of the rows that say ``only``."""
        found = 0
        for place in table.places(self.engagement):
            said = {name: self.said(table.question(place, name)) for name in (column, *only)}
            if all(said[name] == value for name, value in only.items()):
                found += said[column] or 0
        return found

    def said(self, name: str) -> Any:
        """Return an answer as it would be stored."""
        return self.cleaned_data.get(name, self.initial.get(name))


def table_of(table: Table) -> Section:
    """Return the place of a table among the sections."""
    return Section("", (), id=table.name)
