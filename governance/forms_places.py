"""The forms of places and counterparts: filters of their lists, corrections, merges."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from engagements.countries import NORDIC
from engagements.forms.base import UtblickForm
from engagements.forms.choices import countries
from engagements.forms.fields import CleanTextField
from engagements.forms.widgets import RadioCards
from engagements.labels import choices
from engagements.models import Counterpart, Place
from engagements.places import named, offered
from engagements.vocabulary import CounterpartKind, PlaceKind, Sector

NORDIC_OR_NOT = [("", _("Alla")), ("ja", _("Norden")), ("nej", _("Utanför Norden"))]
SHOWN = [("", _("Med ärenden")), ("alla", _("Alla i registret"))]
CAPITAL_OR_NOT = [("", _("Alla")), ("ja", _("Huvudstäder")), ("nej", _("Andra platser"))]


def _countries() -> list[tuple[str, str]]:
    return [("", str(_("Alla"))), *countries()[1:]]


class RegisterFilter(UtblickForm):
    """What both lists are filtered by."""

    q = CleanTextField(label=_("Sök"), max_length=200, required=False)
    land = forms.ChoiceField(label=_("Land"), choices=_countries, required=False)
    norden = forms.ChoiceField(label=_("Norden"), choices=NORDIC_OR_NOT, required=False)
    visa = forms.ChoiceField(label=_("Visa"), choices=SHOWN, required=False)
    efter = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)

    def narrowed(self, rows: Any) -> Any:
        """Return the rows that the filters let through."""
        asked = self.cleaned_data
        if asked["land"]:
            rows = rows.filter(country=asked["land"])
        if asked["norden"]:
            inside = rows.filter(country__in=NORDIC)
            rows = inside if asked["norden"] == "ja" else rows.exclude(country__in=NORDIC)
        return rows


class PlaceFilter(RegisterFilter):
    """The list of places."""

    huvudstad = forms.ChoiceField(label=_("Huvudstad"), choices=CAPITAL_OR_NOT, required=False)

    def narrowed(self, rows: Any) -> Any:
        """Add whether it is a capital."""
        rows = super().narrowed(rows)
        capital = self.cleaned_data["huvudstad"]
        return rows.filter(capital=capital == "ja") if capital else rows


class CounterpartFilter(RegisterFilter):
    """The list of counterparts."""

    typ = forms.ChoiceField(
        label=_("Typ"), choices=[("", _("Alla")), *choices(CounterpartKind)], required=False
    )
    sektor = forms.ChoiceField(
        label=_("Sektor"), choices=[("", _("Alla")), *choices(Sector)], required=False
    )

    def narrowed(self, rows: Any) -> Any:
        """Add kind and sector."""
        rows = super().narrowed(rows)
        if self.cleaned_data["typ"]:
            rows = rows.filter(kind=self.cleaned_data["typ"])
        if self.cleaned_data["sektor"]:
            rows = rows.filter(sector=self.cleaned_data["sektor"])
        return rows


OTHER_NAMES = CleanTextField(
    label=_("Andra namn och stavningar"),
    help_text=_("Ett namn per rad, till exempel på andra språk. Alla hittas i sökningen."),
    widget=forms.Textarea,
    required=False,
)


class PlaceForm(UtblickForm):
    """What an administrator says of a place."""

    name_sv = CleanTextField(label=_("Namn på svenska"), max_length=200)
    name_en = CleanTextField(label=_("Namn på engelska"), max_length=200, required=False)
    other_names = OTHER_NAMES
    kind = forms.ChoiceField(label=_("Typ av plats"), choices=choices(PlaceKind), widget=RadioCards)
    country = forms.ChoiceField(label=_("Land eller territorium"), choices=countries)
    capital = forms.BooleanField(label=_("Huvudstad i landet"), required=False)


class CounterpartForm(UtblickForm):
    """What an administrator says of a counterpart."""

    name = CleanTextField(label=_("Namn"), max_length=200)
    other_names = OTHER_NAMES
    kind = forms.ChoiceField(
        label=_("Typ av motpart"), choices=[("", _("Välj")), *choices(CounterpartKind)]
    )
    sector = forms.ChoiceField(
        label=_("Sektor"), choices=[("", _("Ingen")), *choices(Sector)], required=False
    )
    country = forms.ChoiceField(
        label=_("Land eller territorium"),
        help_text=_("Lämna tomt för ett nätverk utan hemland."),
        choices=countries,
        required=False,
    )
    place = CleanTextField(
        label=_("Stad"),
        help_text=_("Namnet på en plats som finns i registret."),
        max_length=200,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Find the place by its name, in the country that is chosen."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("place"):
            found = named(Place, cleaned["place"], country=cleaned.get("country", "")).first()
            if found is None:
                said = _("Platsen finns inte i registret. Skriv dess namn, eller lämna tomt.")
                self.add_error("place", forms.ValidationError(said))
            cleaned["place"] = found
        else:
            cleaned["place"] = None
        return cleaned


class KeepForm(UtblickForm):
    """Which of two rows stays when they become one."""

    keep = forms.ModelChoiceField(
        queryset=Place.objects.none(),
        label=_("Vilken ska stå kvar?"),
        widget=RadioCards,
        empty_label=None,
    )

    def __init__(self, data: Any = None, *, rows: tuple[Any, Any], initial: Any = None) -> None:
        """Offer the two."""
        super().__init__(data, initial=initial)
        register: type[Place | Counterpart] = type(rows[0])
        keep: Any = self.fields["keep"]
        keep.queryset = offered(register).filter(pk__in=[row.pk for row in rows])
        keep.label_from_instance = lambda row: ", ".join(filter(None, [str(row), row.where]))
