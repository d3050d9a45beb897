"""Small forms beside the steps: the register's choices, and what is written down while it lasts."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from engagements.forms.base import OnceForm, UtblickForm
from engagements.forms.fields import (
    AmountField,
    CleanTextField,
    DigitsField,
    EmailField,
    SwedishDateField,
    YearField,
)
from engagements.forms.narrowing import OfOrganisation
from engagements.forms.widgets import RadioCards
from engagements.labels import choices
from engagements.models import Engagement
from engagements.permissions import visible_to
from engagements.vocabulary import ActivityKind, Currency, MembershipForm
from memberships.membership import register
from memberships.membership.questions import DONE_LABELS, FEE_HINTS, FEE_LABELS, HINTS, LABELS


class RegisterForm(UtblickForm):
    """What the register shows: a filter, an organisation, and the year of the fees."""

    visa = forms.ChoiceField(
        choices=[(which, which) for which in register.FILTERS],
        required=False,
        widget=forms.HiddenInput,
    )
    verksamhet = OfOrganisation()
    ar = YearField(label=_("År"), required=False)

    def query(self, *, this_year: int) -> dict[str, str]:
        """Return the report's query; all that lasts, and ``this_year``, where nothing is chosen."""
        chosen: dict[str, Any] = self.cleaned_data
        organisation = chosen.get("verksamhet")
        return {
            "visa": chosen.get("visa") or register.ALL,
            "organisation": organisation.code if organisation else "",
            "year": str(chosen.get("ar") or this_year),
        }


class ContributionForm(OnceForm):
    """Something that the city has done."""

    done_on = SwedishDateField(label=DONE_LABELS["done_on"], help_text=_("Till exempel 2026-11-24"))
    kind = forms.ChoiceField(label=DONE_LABELS["kind"], choices=choices(ActivityKind))
    what = CleanTextField(label=DONE_LABELS["what"], max_length=200)

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        """Keep the day of today."""
        super().__init__(*args, **kwargs)
        self.on = on

    def clean_done_on(self) -> date:
        """Refuse what has not been done."""
        done: date = self.cleaned_data["done_on"]
        if done > self.on:
            said = _("Dagen har inte varit än. Anteckna insatsen när den är gjord.")
            raise forms.ValidationError(said)
        return done


class FeeForm(OnceForm):
    """What a year costs; an amount that is left out is unknown."""

    year = YearField(label=FEE_LABELS["year"])
    amount = DigitsField(label=FEE_LABELS["amount"], help_text=FEE_HINTS["amount"], required=False)
    currency = forms.ChoiceField(label=FEE_LABELS["currency"], choices=choices(Currency))
    amount_sek = AmountField(
        label=FEE_LABELS["amount_sek"], help_text=FEE_HINTS["amount_sek"], required=False
    )


class ResponsibleForm(OnceForm):
    """Who looks after it."""

    responsible = CleanTextField(
        label=LABELS["responsible"], help_text=HINTS["responsible"], max_length=120
    )
    representative = CleanTextField(
        label=LABELS["representative"],
        help_text=HINTS["representative"],
        max_length=120,
        required=False,
    )
    representative_email = EmailField(label=LABELS["representative_email"], required=False)


class CiteForm(OnceForm):
    """A matter that was done within the membership: one that the person may read."""

    number = CleanTextField(
        label=_("Ärendets nummer"), help_text=_("Till exempel INT-2026-0012"), max_length=16
    )

    def __init__(self, *args: Any, reader: Any, on: date, **kwargs: Any) -> None:
        """Keep who reads, and the day."""
        super().__init__(*args, **kwargs)
        self.reader, self.on = reader, on
        self.matter: Engagement | None = None

    def clean_number(self) -> str:
        """Find the matter among those that the person may read."""
        number: str = self.cleaned_data["number"].upper()
        self.matter = visible_to(self.reader, on=self.on).filter(number=number).first()
        if self.matter is None:
            raise forms.ValidationError(_("Du kan inte läsa något ärende med det numret."))
        return number


class ClassifyForm(OnceForm):
    """What SLK says that it is."""

    form = forms.ChoiceField(
        label=_("Vad är det enligt SLK?"), choices=choices(MembershipForm), widget=RadioCards
    )
    grounds = CleanTextField(
        label=_("Varför?"),
        help_text=_("Skälen följer med till den som beslutar."),
        max_length=1000,
        widget=forms.Textarea,
    )
