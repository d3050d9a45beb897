"""The form of a declaration in four steps. Every answer may wait."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.declaration.models import Commitment, Declaration, KnownForum
from agreements.declaration.questions import HINTS, LABELS
from engagements.forms.base import Section
from engagements.forms.rows import Table
from engagements.forms.stepping import BeginForm, StepForm, areas_field
from engagements.models import Engagement, User
from engagements.vocabulary import Direction

COMMITMENTS = Table(
    "commitments",
    Commitment,
    _("Åtagande"),
    (("text",), ("kept_by",)),
    labels={"text": _("Vad förbinder sig staden till?"), "kept_by": _("Hur uppfyller vi det?")},
    least=3,
)
FORUMS = Table(
    "forums",
    KnownForum,
    _("Forum"),
    (("name", "why_not"),),
    labels={"name": _("Forum där staden är med"), "why_not": _("Varför räcker det inte?")},
    least=2,
)


class DeclarationStep(StepForm):
    """A step of a declaration. Rows of its own stand as sections before the last ones."""

    detail = Declaration
    labels, hints = LABELS, HINTS
    row: Declaration

    def __init__(self, data: Any = None, *, engagement: Engagement, on: date) -> None:
        """Give each line of a table its place."""
        rows = [section for table in self.tables for section in table.sections(engagement)]
        self.sections = (*type(self).sections, *rows)  # type: ignore[misc]
        super().__init__(data, engagement=engagement, on=on)

    def put(self, answers: dict[str, Any], *, by: User) -> None:
        """Keep who took the initiative in the lists, and until when the city is in."""
        super().put(answers, by=by)
        self.engagement.counterpart = self.row.initiator
        self.engagement.ends_on = lasts_until(self.engagement.starts_on, self.row)


def lasts_until(starts: date | None, row: Declaration) -> date | None:
    """Return the day on which somebody must look at it again: it expires, or is reviewed."""
    days = [day for day in (row.expires_on, row.next_review_on) if day and starts]
    later = [day for day in days if starts and day >= starts]
    return min(later, default=None)


class TextForm(DeclarationStep):
    """Step 1: what it says."""

    title = _("Vad står det?")
    engagement_fields = ("title",)
    detail_fields = (
        "initiator",
        "counterpart_kind",
        "web_address",
        "language",
        "original_text",
        "swedish_text",
    )
    tables = (COMMITMENTS,)
    sections = (
        Section(_("Deklarationen"), ("title", ("initiator", "counterpart_kind"), "web_address")),
        Section(
            _("Hela texten"),
            ("language", "original_text", "swedish_text"),
            _("De som beslutar ska kunna läsa allt som staden skriver under på."),
        ),
    )

    def __init__(self, data: Any = None, *, engagement: Engagement, on: date) -> None:
        """Give whole texts room."""
        super().__init__(data, engagement=engagement, on=on)
        for name in ("original_text", "swedish_text"):
            self.fields[name].widget.attrs["rows"] = "12"


class PurposeForm(DeclarationStep):
    """Step 2: why the city should join."""

    title = _("Varför ska vi vara med?")
    engagement_fields = (
        "initiative",
        "goals",
        "goal_contribution",
        "sdgs",
        "sdg_how",
        "directions",
        "qualities",
        "audiences",
        "cooperation_purposes",
        "partner_sectors",
        "touches_foreign_policy",
    )
    detail_fields = (
        "purpose",
        "process",
        "effect",
        "city_interest",
        "eu_matter",
        "eu_principles",
        "procurement_with_party",
        "secrecy_possible",
    )
    reveals = {
        "qualities": f"directions={Direction.PROFILING}",
        "audiences": f"directions={Direction.PROFILING}",
        "cooperation_purposes": f"directions={Direction.COOPERATION}",
        "partner_sectors": f"directions={Direction.COOPERATION}",
        "process": f"directions={Direction.ADVOCACY}",
        "effect": f"directions={Direction.ADVOCACY}",
        "city_interest": f"directions={Direction.ADVOCACY}",
        "eu_matter": f"directions={Direction.ADVOCACY}",
        "eu_principles": f"directions={Direction.ADVOCACY}",
    }
    sections = (
        Section(_("Syftet"), ("purpose", "initiative")),
        Section(
            _("Målen"),
            (
                "goals",
                "goal_contribution",
                "sdgs",
                "sdg_how",
                "directions",
                "qualities",
                "audiences",
                "cooperation_purposes",
                "partner_sectors",
                "process",
                "effect",
                "city_interest",
                "eu_matter",
                "eu_principles",
            ),
        ),
        Section(
            _("Det som kan hindra"),
            ("touches_foreign_policy", "procurement_with_party", "secrecy_possible"),
        ),
    )


class BurdenForm(DeclarationStep):
    """Step 3: whom it concerns and what it adds."""

    title = _("Vad medför det?")
    engagement_fields = ("estimated_sek", "budget_line", "in_operational_plan", "working_hours")
    detail_fields = (
        "scope",
        "on_behalf_of_ks",
        "in_existing_plan",
        "adds_burden",
        "own_sek",
        "own_hours",
        "own_reporting",
    )
    areas = areas_field(LABELS["areas"], HINTS["areas"])
    sections = (
        Section(
            _("Vilka det gäller"),
            ("scope", "on_behalf_of_ks", "areas"),
            _("Räckvidden och bördan avgör vem som beslutar."),
        ),
        Section(
            _("Vad som tillkommer för er"),
            ("in_existing_plan", "adds_burden", ("own_sek", "own_hours"), "own_reporting"),
            _("Ryms allt i en beslutad plan tillkommer inget. De andra svarar var för sig."),
        ),
        Section(
            _("Kostnad"),
            (
                "estimated_sek",
                "budget_line",
                "in_operational_plan",
                "working_hours",
            ),
        ),
    )


class TimeForm(DeclarationStep):
    """Step 4: how long it holds, and what was tried first."""

    title = _("Tid och befintliga forum")
    engagement_fields = ("starts_on",)
    detail_fields = ("expires_on", "next_review_on", "last_review_on", "forums_searched")
    tables = (FORUMS,)
    sections = (
        Section(
            _("Hur länge"),
            ("starts_on", ("next_review_on", "expires_on"), "last_review_on"),
            _("Omprövningen visar om deklarationen fortfarande är värd att vara med i."),
        ),
        Section(_("Befintliga forum"), ("forums_searched",)),
    )

    def clean(self) -> dict[str, Any]:
        """Refuse a review, or an end, before the city is in."""
        cleaned = super().clean()
        starts = self._would_be("starts_on")
        for name in ("next_review_on", "expires_on"):
            day = cleaned.get(name)
            if starts and day and day < starts and "starts_on" not in self.errors:
                self.add_error(
                    name, forms.ValidationError(_("Dagen kommer före den dag då staden går med."))
                )
        return cleaned

    def clean_last_review_on(self) -> date | None:
        """Refuse a day that has not come."""
        day: date | None = self.cleaned_data["last_review_on"]
        if day and day > self.on:
            raise forms.ValidationError(_("Dagen har inte varit än."))
        return day


STEPS: dict[int, type[DeclarationStep]] = {
    1: TextForm,
    2: PurposeForm,
    3: BurdenForm,
    4: TimeForm,
}


class NewDeclarationForm(BeginForm):
    """The least that makes a draft: what it is called and whose it is."""

    title = _("Vad vill ni ansluta er till?")
    detail = Declaration
    labels, hints = LABELS, HINTS
    engagement_fields = ("title",)
    detail_fields = ("initiator", "counterpart_kind")
    needed = ("title",)
    asked_for = ("initiator", "counterpart_kind")

    def heading(self) -> str:
        """Name the draft as the declaration is called."""
        return str(self.cleaned_data["title"])

    def put(self, engagement: Engagement, row: Declaration) -> None:  # type: ignore[override]
        """Say whose initiative it is in the lists."""
        super().put(engagement, row)
        engagement.counterpart = row.initiator
