"""The form of a membership in four steps. Every answer may wait; what is answered is readable."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as translate
from django.utils.translation import gettext_lazy as _

from engagements.forms.base import Section
from engagements.forms.stepping import BeginForm, StepForm, areas_field
from engagements.models import Engagement, User
from engagements.vocabulary import Direction, ReviewProposal
from memberships.membership.models import Membership
from memberships.membership.periods import next_review_after
from memberships.membership.questions import HINTS, LABELS
from memberships.membership.rows import DONE, FEES, FORUMS

NOT_YET = _("Dagen har inte varit än. Skriv dagen då det hände.")
FIRST_YEAR, LAST_YEAR = 1900, 2100


class MembershipStep(StepForm):
    """A step of a membership.

    only_new, only_known: questions, and tables, of one sort of matter alone: what is joined now,
    and what is there already. settled: what a review takes over and does not ask again.
    """

    detail = Membership
    labels, hints = LABELS, HINTS
    row: Membership
    only_new: ClassVar[tuple[str, ...]] = ()
    only_known: ClassVar[tuple[str, ...]] = ()
    settled: ClassVar[tuple[str, ...]] = ()

    def __init__(self, data: Any = None, *, engagement: Engagement, on: date) -> None:
        """Ask a new membership what it plans, and one that is there what it has given."""
        row: Membership = engagement.membership
        self._left_out = {True: self.only_known, False: self.only_new, None: ()}[row.is_new]
        self._left_out += self.settled if row.review_of_id else ()
        kept = (table for table in type(self).tables if table.name not in self._left_out)
        self.tables = tuple(kept)  # type: ignore[misc]
        by_table = {table.name: table.sections(engagement) for table in self.tables}
        self.sections = [  # type: ignore[misc]
            section
            for part in type(self).sections
            for section in (by_table.get(part.id, ()) if part.id else (part,))
        ]
        super().__init__(data, engagement=engagement, on=on)

    def _questions(self, on: date) -> dict[str, forms.Field]:
        asked = super()._questions(on)
        return {name: field for name, field in asked.items() if name not in self._left_out}

    def _has_been(self, name: str) -> date | None:
        day: date | None = self.cleaned_data[name]
        if day and day > self.on:
            raise forms.ValidationError(NOT_YET)
        return day


class WhatForm(MembershipStep):
    """Step 1: what it is, for whom, and what it costs."""

    title = _("Vad går ni med i?")
    engagement_fields = ("counterpart", "title", "starts_on", "budget_line")
    detail_fields = (
        "counterpart_kind",
        "country",
        "city",
        "website",
        "is_new",
        "member_since",
        "has_statutes",
        "has_vote",
        "is_initiative",
        "scope",
        "on_behalf_of_ks",
    )
    areas = areas_field(LABELS["areas"], HINTS["areas"])
    tables = (FEES,)
    reveals = {"starts_on": "is_new=true", "member_since": "is_new=false"}

    settled = ("is_new", "starts_on", "member_since", "on_behalf_of_ks")
    sections = (
        Section(
            _("Organisationen eller nätverket"),
            ("counterpart", "counterpart_kind", ("country", "city"), "website"),
        ),
        Section(_("Medlemskapet"), ("is_new", "starts_on", "member_since", "title")),
        Section(
            _("Organisation eller nätverk?"),
            ("has_statutes", "has_vote", "is_initiative"),
            _("Svaren och avgiften avgör vad det är, och därmed vem som beslutar."),
        ),
        Section(_("För vem?"), ("scope", "areas", "on_behalf_of_ks")),
        Section("", (), id=FEES.name),
        Section(_("Budget"), ("budget_line",)),
    )

    def clean(self) -> dict[str, Any]:
        """Hold each year to one fee."""
        cleaned = super().clean()
        years = {
            name: cleaned.get(name, self.initial.get(name))
            for place in FEES.places(self.engagement)
            if (name := FEES.question(place, "year")) in self.fields
        }
        often = {year for year, times in Counter(years.values()).items() if year and times > 1}
        for name, year in years.items():
            if name not in cleaned or year is None:
                continue
            if not FIRST_YEAR <= year <= LAST_YEAR:
                self.add_error(name, forms.ValidationError(_("Skriv årtalet med fyra siffror")))
            elif year in often and name in self.changed_data:
                said = _("Året har redan en avgift. Ändra den i stället.")
                self.add_error(name, forms.ValidationError(said))
        return cleaned

    def clean_member_since(self) -> date | None:
        """Refuse a day that has not come."""
        return self._has_been("member_since")

    def put(self, answers: dict[str, Any], *, by: User) -> None:
        """Set the day of the first review from the first day, until somebody chooses another."""
        row = self.row
        chosen = row.next_review_on != self._first_review(self.engagement.starts_on)
        super().put(answers, by=by)
        if "starts_on" in answers and row.is_new and not (row.next_review_on and chosen):
            row.next_review_on = self._first_review(self.engagement.starts_on)

    def _first_review(self, starts_on: date | None) -> date | None:
        return next_review_after(starts_on, on=self.on) if starts_on else None


class WhyForm(MembershipStep):
    """Step 2: what for."""

    title = _("Vad vill ni?")
    engagement_fields = (
        "goals",
        "goal_contribution",
        "sdgs",
        "sdg_how",
        "directions",
        "qualities",
        "audiences",
        "cooperation_purposes",
        "partner_sectors",
        "initiative",
        "touches_foreign_policy",
    )
    detail_fields = (
        "aim",
        "planned",
        "responsible",
        "representative",
        "representative_email",
        "process",
        "effect",
        "city_interest",
        "eu_matter",
        "eu_principles",
        "forums_searched",
        "close_to_state",
        "asks_twinning",
        "procurement_with_party",
        "secrecy_possible",
    )
    tables = (FORUMS,)
    reveals = {
        "qualities": f"directions={Direction.PROFILING}",
        "audiences": f"directions={Direction.PROFILING}",
        "cooperation_purposes": f"directions={Direction.COOPERATION}",
        "process": f"directions={Direction.ADVOCACY}",
        "effect": f"directions={Direction.ADVOCACY}",
        "city_interest": f"directions={Direction.ADVOCACY}",
        "eu_matter": f"directions={Direction.ADVOCACY}",
        "eu_principles": f"directions={Direction.ADVOCACY}",
    }

    only_new = ("planned", "forums_searched", FORUMS.name)
    sections = (
        Section(_("Målet"), ("aim", "planned", "initiative")),
        Section(
            _("Stadens mål"),
            (
                "goals",
                "goal_contribution",
                "sdgs",
                "sdg_how",
                "directions",
                "qualities",
                "audiences",
                "cooperation_purposes",
                "process",
                "effect",
                "city_interest",
                "eu_matter",
                "eu_principles",
            ),
        ),
        Section(
            _("Den som håller i det"),
            ("responsible", ("representative", "representative_email")),
        ),
        Section(
            _("Forum där staden redan är med"),
            ("forums_searched",),
            _("Staden samverkar först i de forum som finns."),
        ),
        Section("", (), id=FORUMS.name),
        Section(
            _("Staten och lagen"),
            (
                "touches_foreign_policy",
                "close_to_state",
                "asks_twinning",
                "procurement_with_party",
                "secrecy_possible",
            ),
        ),
        Section(_("Mer om medlemskapet"), ("partner_sectors",)),
    )


class TermsForm(MembershipStep):
    """Step 3: what it gives, what it takes, and when it is looked at again."""

    title = _("Insats, kostnad och omprövning")
    engagement_fields = ("estimated_sek", "in_operational_plan", "working_hours")
    detail_fields = (
        "none_done",
        "benefit",
        "effort_plan",
        "last_review_on",
        "next_review_on",
        "proposal",
        "proposal_grounds",
        "review_again_on",
        "leaves_on",
    )
    tables = (DONE,)
    only_new = ("next_review_on",)
    only_known = (
        "none_done",
        "benefit",
        "effort_plan",
        "last_review_on",
        "proposal",
        "proposal_grounds",
        "review_again_on",
        "leaves_on",
        DONE.name,
    )
    settled = ("last_review_on",)
    reveals = {
        "leaves_on": f"proposal={ReviewProposal.LEAVE}",
        "review_again_on": f"proposal={ReviewProposal.KEEP}|{ReviewProposal.CHANGE}",
    }
    sections = (
        Section("", (), id=DONE.name),
        Section(
            _("Vad har det gett?"),
            ("none_done", "benefit", "effort_plan"),
            _("Staden är aktiv i de medlemskap som den har, eller lämnar dem."),
        ),
        Section(_("Kostnad om året"), (("estimated_sek", "working_hours"), "in_operational_plan")),
        Section(
            _("Omprövning"),
            (
                "last_review_on",
                "next_review_on",
                "proposal",
                "proposal_grounds",
                "review_again_on",
                "leaves_on",
            ),
            _("Medlemskap omprövas regelbundet. Påminnelserna kommer av sig själva."),
        ),
    )

    def clean_last_review_on(self) -> date | None:
        """Refuse a day that has not come."""
        return self._has_been("last_review_on")

    def clean_next_review_on(self) -> date | None:
        """Refuse a review that has been before the membership begins."""
        return self._is_ahead("next_review_on")

    def clean_review_again_on(self) -> date | None:
        """Refuse a next review that has been."""
        return self._is_ahead("review_again_on")

    def _is_ahead(self, name: str) -> date | None:
        day: date | None = self.cleaned_data[name]
        if day and day <= self.on and name in self.changed_data:
            raise forms.ValidationError(_("Datumet har redan varit. Välj ett kommande datum."))
        return day


STEPS: dict[int, type[MembershipStep]] = {1: WhatForm, 2: WhyForm, 3: TermsForm}


class NewMembershipForm(BeginForm):
    """The least that makes a draft."""

    title = _("Vad går ni med i?")
    detail = Membership
    labels = LABELS
    hints = HINTS
    engagement_fields = ("counterpart",)
    detail_fields = ("is_new", "scope", "country")
    needed = ("counterpart",)
    then = 1
    asked_for = ("is_new", "scope", "country")
    sections = (Section("", ("organisation", "counterpart", "is_new", "scope", "country")),)

    def heading(self) -> str:
        """Name the draft after what is joined."""
        return translate("Medlemskap i %(name)s") % {"name": self.cleaned_data["counterpart"]}
