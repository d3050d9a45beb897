"""The forms of good examples, observations and comparisons, and the filters of their lists."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as translate
from django.utils.translation import gettext_lazy as _

from engagements.forms import choices as offered
from engagements.forms.base import UtblickForm
from engagements.forms.fields import (
    SPACES,
    CleanTextField,
    CodesField,
    SwedishDateField,
    YearField,
)
from engagements.forms.widgets import ShortInput
from engagements.models import Organisation
from governance import knowledge
from governance.models import Authority, ExampleState, Felt, GoodExample, OfferAnswer, Theme

Choices = list[tuple[str, str]]
VALID, PROPOSED, OVER, DECLINED = "", "foreslagna", "utgangna", "inte-med"


def _themes() -> QuerySet[Theme]:
    return Theme.objects.order_by("name_sv")


def _countries() -> Choices:
    _first, *named = offered.countries()
    return [("", translate("Alla")), *named]


def _organisations() -> Choices:
    rows = Organisation.objects.filter(active=True).order_by("sort_name")
    return [("", translate("Alla")), *((row.code, str(row)) for row in rows)]


class KnownFilter(UtblickForm):
    """What every list of what is known is filtered by."""

    q = CleanTextField(label=_("Sök"), max_length=200, required=False)
    amne = forms.ModelChoiceField(
        label=_("Ämne"), queryset=Theme.objects.none(), required=False, empty_label=_("Alla")
    )
    verksamhet = forms.ChoiceField(label=_("Verksamhet"), choices=_organisations, required=False)
    efter = forms.IntegerField(
        required=False, min_value=1, max_value=2**62, widget=forms.HiddenInput
    )

    def __init__(self, data: Any = None, *, on: date, **kwargs: Any) -> None:
        """Offer the themes as they are now. on: the day on which something is valid or not."""
        super().__init__(data, **kwargs)
        self.on = on
        theme: Any = self.fields["amne"]
        theme.queryset = _themes()

    def narrowed(self, rows: Any) -> Any:
        """Return the rows that the filters let through."""
        asked = self.cleaned_data
        if asked["q"]:
            rows = knowledge.holding(rows, asked["q"])
        if asked["amne"]:
            rows = rows.filter(theme=asked["amne"])
        if asked["verksamhet"]:
            rows = rows.filter(organisation__code=asked["verksamhet"])
        return rows


class ExampleFilter(KnownFilter):
    """The register of good examples: those that are valid unless others are asked for."""

    visa = forms.ChoiceField(
        label=_("Visa"),
        choices=[
            (VALID, _("Med i registret")),
            (PROPOSED, _("Föreslagna")),
            (OVER, _("Gäller inte längre")),
            (DECLINED, _("Inte med")),
        ],
        required=False,
    )

    def narrowed(self, rows: Any) -> Any:
        """Add where the example stands."""
        states = {
            VALID: knowledge.valid(self.on),
            PROPOSED: Q(state=ExampleState.PROPOSED),
            OVER: Q(state=ExampleState.ACCEPTED, valid_until__lt=self.on),
            DECLINED: Q(state=ExampleState.DECLINED),
        }
        return super().narrowed(rows).filter(states[self.cleaned_data["visa"]])


class ObservationFilter(KnownFilter):
    """The list of observations."""

    land = forms.ChoiceField(label=_("Land"), choices=_countries, required=False)
    ar = YearField(label=_("År"), required=False)

    def narrowed(self, rows: Any) -> Any:
        """Add the country and the year."""
        rows, asked = super().narrowed(rows), self.cleaned_data
        if asked["land"]:
            rows = rows.filter(country=asked["land"])
        if asked["ar"]:
            first, last = date(asked["ar"], 1, 1), date(asked["ar"], 12, 31)
            rows = rows.filter(seen_on__range=(first, last))
        return rows


class KnownForm(UtblickForm):
    """What is written of anything known: whose it is, what it is called and its theme."""

    title = CleanTextField(label=_("Rubrik"), max_length=200)
    organisation = forms.ModelChoiceField(
        label=_("Verksamhet"), queryset=Organisation.objects.none(), empty_label=_("Välj")
    )
    theme = forms.ModelChoiceField(
        label=_("Ämne"),
        queryset=Theme.objects.none(),
        required=False,
        empty_label=_("Inget ämne"),
    )

    def __init__(
        self, data: Any = None, *, writers: QuerySet[Organisation], on: date, **kwargs: Any
    ) -> None:
        """Offer the organisations that the reader writes for, and the themes."""
        super().__init__(data, **kwargs)
        self.on = on
        organisation: Any = self.fields["organisation"]
        organisation.queryset = writers
        theme: Any = self.fields["theme"]
        theme.queryset = _themes()


class ExampleForm(KnownForm):
    """A good example."""

    shows = CleanTextField(
        label=_("Vad visar det?"),
        help_text=_("Vad ni gjorde, vad det gav och vad andra kan lära av det."),
        widget=forms.Textarea({"rows": 5}),
    )
    goals = CodesField(label=_("Vilka av stadens mål gäller det?"), required=False)
    place = CleanTextField(
        label=_("Var i Stockholm?"),
        help_text=_("Till exempel Hagastaden."),
        max_length=160,
        required=False,
    )
    contact = CleanTextField(
        label=_("Vem svarar på frågor?"),
        help_text=_("En funktion, till exempel luftenheten på miljöförvaltningen."),
        max_length=160,
    )
    sources = CleanTextField(
        label=_("Källor"),
        help_text=_("Rapporter, beslut eller sidor där mer står."),
        widget=forms.Textarea,
        required=False,
    )
    valid_until = SwedishDateField(label=_("Gäller till och med"), required=False)

    def __init__(self, data: Any = None, *, row: GoodExample | None = None, **kwargs: Any) -> None:
        """Offer the goals of the year, and those that the example has."""
        super().__init__(data, **kwargs)
        goals: Any = self.fields["goals"]
        chosen = row.goals if row else []
        goals.choices = offered.goals_of(self.on.year, chosen=chosen, on=self.on)


class AnswerForm(UtblickForm):
    """Whether a proposed example is taken into the register."""

    text = CleanTextField(
        label=_("Svar till den som föreslog"),
        help_text=_("Behövs när exemplet inte tas med."),
        widget=forms.Textarea,
        required=False,
    )


class OfferForm(UtblickForm):
    """To which state actor an example is offered, when and for what."""

    authority = forms.ChoiceField(
        label=_("Till vem"), choices=[("", _("Välj")), *Authority.choices]
    )
    name = CleanTextField(
        label=_("Enhet eller namn"),
        help_text=_("Till exempel ambassaden i Tokyo."),
        max_length=120,
        required=False,
    )
    offered_on = SwedishDateField(label=_("När"))
    purpose = CleanTextField(
        label=_("Till vad"), help_text=_("Till exempel en mässa eller ett besök."), max_length=300
    )


class OfferAnswerForm(UtblickForm):
    """What a state actor answered."""

    answer = forms.ChoiceField(label=_("Svar"), choices=OfferAnswer.choices)
    said = CleanTextField(label=_("Vad de sa"), max_length=500, required=False)


class ObservationForm(KnownForm):
    """What was seen elsewhere."""

    city = CleanTextField(label=_("Stad"), max_length=120, required=False)
    country = forms.ChoiceField(
        label=_("Land eller territorium"), choices=offered.countries, required=False
    )
    seen_on = SwedishDateField(label=_("När såg du det?"))
    seen = CleanTextField(label=_("Vad såg du?"), widget=forms.Textarea({"rows": 5}))
    means = CleanTextField(
        label=_("Vad kan det betyda för Stockholm?"), widget=forms.Textarea({"rows": 4})
    )
    felt = forms.ChoiceField(
        label=_("När märks det här?"), choices=[("", _("Välj")), *Felt.choices]
    )
    source = CleanTextField(
        label=_("Källa"),
        help_text=_("Till exempel en rapport, ett möte eller en sida."),
        max_length=300,
    )
    proposal = CleanTextField(label=_("Vad föreslår du?"), widget=forms.Textarea, required=False)
    acted = CleanTextField(
        label=_("Vad blev det av förslaget?"), widget=forms.Textarea, required=False
    )


class ComparisonForm(KnownForm):
    """A measure in which cities are compared."""

    unit = CleanTextField(
        label=_("Enhet"), help_text=_("Till exempel kilogram per invånare."), max_length=60
    )
    learnt = CleanTextField(
        label=_("Vad säger jämförelsen?"), widget=forms.Textarea, required=False
    )


class ValueField(forms.DecimalField):
    """A number as it is written: 12, 12,5 or 1 900."""

    widget = ShortInput
    default_error_messages = {"invalid": _("Skriv ett tal, till exempel 12,5")}

    def __init__(self, **kwargs: Any) -> None:
        """Three decimals at most, as it is kept."""
        super().__init__(max_digits=16, decimal_places=3, **kwargs)

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]
        """Read a number with a comma or a point, and spaces between thousands."""
        if value in self.empty_values:
            return None
        text = SPACES.sub("", str(value)).replace(",", ".").replace("−", "-")
        if not text.isascii():
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        try:
            return super().to_python(text)
        except InvalidOperation as error:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from error


class ComparedForm(UtblickForm):
    """What the measure is in one city."""

    city = CleanTextField(label=_("Stad"), max_length=120)
    country = forms.ChoiceField(label=_("Land eller territorium"), choices=offered.countries)
    year = YearField(label=_("År"))
    value = ValueField(label=_("Värde"))
    source = CleanTextField(label=_("Källa"), max_length=300)


class CiteForm(UtblickForm):
    """In which matter something known is cited."""

    number = CleanTextField(
        label=_("Ärendenummer"), help_text=_("Till exempel INT-2026-0411."), max_length=20
    )
