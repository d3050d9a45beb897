"""A trip's report: the house's questions, what it gave others, and each row's outcome."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as translate
from django.utils.translation import gettext_lazy as _

from engagements.forms.base import Section, Words
from engagements.forms.fields import AmountField, CleanTextField
from engagements.labels import choices
from engagements.models import Engagement
from engagements.templatetags.utblick import kronor
from engagements.vocabulary import Payer, TripCostLine
from governance.forms_follow_up import FollowUpForm
from visits.trip import settling
from visits.trip.models import TripCost

SPARE = 2
OUTCOME = {"required": _("Skriv vad det blev. Skriv 0 om det inte kostade något.")}


class ReportForm(FollowUpForm):
    """What came of a trip. A trip without rows of cost is told of with one sum."""

    purpose_met = CleanTextField(label=_("Vad blev det av syftet?"), widget=forms.Textarea)
    contacts = CleanTextField(
        label=_("Vilka kontakter fick ni?"),
        help_text=_("Skriv organisationer och funktioner, inte namn."),
        widget=forms.Textarea,
        required=False,
    )
    usable = CleanTextField(
        label=_("Vad kan andra i staden använda?"),
        help_text=_("Det här blir sökbart för alla i staden."),
        widget=forms.Textarea,
    )
    goes_into = CleanTextField(
        label=_("Vilket beslut eller vilken plan går det in i?"),
        widget=forms.Textarea,
        required=False,
    )

    before = (
        Section(_("Syfte och lärdomar"), ("purpose_met", "learnt", "acted_on", "told")),
        Section(
            _("Det som andra har nytta av"),
            ("usable", "goes_into", "contacts"),
            _("Presentationer och underlag lägger du till bland ärendets handlingar."),
        ),
    )

    def __init__(self, data: Any = None, *, engagement: Engagement, **kwargs: Any) -> None:
        """Ask of every row what it came to, empty, with what was decided beside it."""
        self.costs = list(TripCost.objects.filter(engagement=engagement).order_by("place"))
        asked = dict(type(self).base_fields)
        if self.costs:
            del asked["cost_sek"]
            asked |= _of_rows(self.costs, engagement) | _of_spare()
        self.base_fields = asked  # type: ignore[misc]
        stored = {f"utfall-{row.place}": row.outcome_sek for row in self.costs}
        kwargs["initial"] = stored | (kwargs.get("initial") or {})
        super().__init__(data, engagement=engagement, **kwargs)

    def asks(self, came: Words) -> tuple[Section, ...]:  # noqa: ARG002
        """Return the questions before those on gifts: the report has headings of its own."""
        return (*self.before, *self._rows())

    def _rows(self) -> tuple[Section, ...]:
        if not self.costs:
            return (Section(_("Kostnad och tid"), (("cost_sek", "working_hours"),)),)
        names = [f"utfall-{row.place}" for row in self.costs]
        return (
            Section(
                _("Vad blev det, rad för rad?"),
                [tuple(names[first : first + 2]) for first in range(0, len(names), 2)],
                _("Skriv 0 om raden inte kostade något."),
            ),
            Section(
                _("Kostnader som inte fanns i beslutet"),
                [_names(number) for number in self._spare()],
                _("Lämna tomt om det inte tillkom något."),
            ),
            Section(_("Egen tid"), ("working_hours",)),
        )

    def clean(self) -> dict[str, Any]:
        """A cost that was not thought of is told whole: what, who paid, how much."""
        cleaned = super().clean()
        for number in self._spare():
            told = self._told(number)
            filled = [name for name, value in told.items() if value not in (None, "")]
            lacking = [name for name in told if name not in (*filled, *self.errors)]
            for name in lacking if filled else ():
                self.add_error(name, _("Skriv ett svar"))
        return cleaned

    def _spare(self) -> range:
        return range(1, SPARE + 1) if self.costs else range(0)

    def _told(self, number: int) -> dict[str, Any]:
        return {name: self.cleaned_data.get(name) for name in _names(number)}

    def rows(self) -> list[settling.Outcome]:
        """Return what each row came to, as far as it can be read."""
        found = []
        for row in self.costs:
            sek = self.cleaned_data.get(f"utfall-{row.place}")
            if sek is not None:
                found.append(settling.Outcome(row.place, row.line, row.payer, sek))
        for number in self._spare():
            line, payer, sek = self._told(number).values()
            if sek is not None and payer:
                found.append(settling.Outcome(None, line or "", payer, sek))
        return found

    def spent(self) -> int | None:
        """Return what the city paid as it is written so far."""
        return settling.of_city(self.rows()) if self.costs else super().spent()

    def answers(self) -> dict[str, Any]:
        """Return the answers as they are kept, the rows under one name."""
        kept = super().answers()
        if not self.costs:
            return kept
        kept = {
            name: value for name, value in kept.items() if not name.startswith(("utfall", "ny"))
        }
        return kept | {"rows": self.rows()}


def _names(number: int) -> tuple[str, str, str]:
    return f"ny-{number}-line", f"ny-{number}-payer", f"ny-{number}-sek"


def _of_rows(costs: list[TripCost], engagement: Engagement) -> dict[str, forms.Field]:
    """Return the question of each row."""
    goers = {row.place: str(row) for row in engagement.traveller_rows.all()}
    asked: dict[str, forms.Field] = {}
    for row in costs:
        decided = kronor(row.amount_sek) if row.amount_sek is not None else translate("inget")
        asked[f"utfall-{row.place}"] = AmountField(
            label=settling.named(row, goers),
            help_text=translate("Beslutat: %(sek)s") % {"sek": decided},
            error_messages=OUTCOME,
        )
    return asked


def _of_spare() -> dict[str, forms.Field]:
    """Return the questions of costs that nobody had thought of."""
    asked: dict[str, forms.Field] = {}
    for number in range(1, SPARE + 1):
        line, payer, sek = _names(number)
        for name, label, words in (
            (line, _("Kostnad"), TripCostLine),
            (payer, _("Betalades av"), Payer),
        ):
            offered = [("", _("Välj")), *choices(words)]
            asked[name] = forms.ChoiceField(label=label, choices=offered, required=False)
        asked[sek] = AmountField(label=_("Utfall"), required=False)
    return asked
