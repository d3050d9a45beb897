"""The filters of the list of engagements, as they stand in the address."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from engagements import finding
from engagements.forms.base import UtblickForm
from engagements.forms.choices import countries
from engagements.forms.fields import AmountField, CleanTextField, SwedishDateField, YearField
from engagements.forms.narrowing import OfOrganisation
from engagements.forms.widgets import Narrowing
from engagements.labels import choices
from engagements.models import Counterpart, Detail, Place
from engagements.vocabulary import Direction, Kind, Status

HOLDERS = [("", _("Alla")), ("mig", _("Mig")), ("andra", _("Andra"))]
NONE_GIVEN = (finding.NONE_GIVEN, _("Ingen angiven"))
CHECKED = [
    ("breach", _("Avsteg i kontrollen")),
    ("unanswered", _("Frågor utan svar")),
    ("judge", _("Något att bedöma")),
    ("note", _("Något att tänka på")),
    ("clear", _("Inget att bedöma eller besvara")),
]


def kinds_there_are() -> list[tuple[str, Any]]:
    """Return the kinds that there are tables for."""
    known = {str(model.kind) for model in Detail.__subclasses__()}
    return [("", _("Alla")), *((code, name) for code, name in choices(Kind) if code in known)]


def directions() -> list[tuple[str, Any]]:
    """Return the directions, and none of them."""
    return [*choices(Direction), NONE_GIVEN]


def world_goals() -> list[tuple[str, str]]:
    """Return the goals of Agenda 2030 by number, and none of them."""
    goals = [(str(number), _now("Mål %(n)s") % {"n": number}) for number in range(1, 18)]
    return [*goals, (NONE_GIVEN[0], str(NONE_GIVEN[1]))]


def lands() -> list[tuple[str, str]]:
    """Return the countries, and none of them."""
    return [*countries()[1:], (NONE_GIVEN[0], str(NONE_GIVEN[1]))]


class OneOfMany(Narrowing):
    """A list that one is chosen from, where an address may say several: all must hold."""

    def value_from_datadict(self, data: Any, _files: Any, name: str) -> Any:
        """Read every answer that says something."""
        found = data.getlist(name) if hasattr(data, "getlist") else data.get(name, [])
        return [value for value in found if value]


class AllOf(forms.MultipleChoiceField):
    """Codes that must all hold, as a list asks for one and an address may ask for several."""

    widget = OneOfMany

    def __init__(self, *, offered: Any, hidden: bool = False, **kwargs: Any) -> None:
        """Offer to choose none, when it is seen."""
        self.offered = offered
        kwargs["widget"] = forms.MultipleHiddenInput if hidden else OneOfMany
        super().__init__(choices=self._choices, required=False, **kwargs)

    def _choices(self) -> list[tuple[str, Any]]:
        return [("", _("Alla")), *self.offered()]

    def to_python(self, value: Any) -> list[str]:
        """Leave out what says nothing."""
        return [one for one in super().to_python(value) if one]


class AnyCodes(AllOf):
    """Codes of a register that changes from year to year: one that is gone finds nothing."""

    def valid_value(self, value: str) -> bool:
        """Take any short code."""
        return 0 < len(value) <= 24


class SearchForm(UtblickForm):
    """Search words and filters. Anything it does not know is a bad request.

    The hidden ones are written by pages that lead here, as the statistics do.
    """

    q = CleanTextField(label=_("Sök"), max_length=200, required=False)
    status = forms.ChoiceField(
        label=_("Läge"),
        choices=[("", _("Alla")), *choices(Status)],
        required=False,
        widget=Narrowing,
    )
    typ = forms.ChoiceField(
        label=_("Typ"), choices=kinds_there_are, required=False, widget=Narrowing
    )
    hos = forms.ChoiceField(
        label=_("Ligger hos"), choices=HOLDERS, required=False, widget=Narrowing
    )
    verksamhet = OfOrganisation()
    ar = YearField(label=_("År"), required=False)
    plats = forms.ModelChoiceField(Place.objects.all(), required=False, widget=forms.HiddenInput)
    motpart = forms.ModelChoiceField(
        Counterpart.objects.all(), required=False, widget=forms.HiddenInput
    )
    land = AllOf(label=_("Land"), offered=lands, hidden=True)
    part = CleanTextField(max_length=200, required=False, widget=forms.HiddenInput)
    fran = SwedishDateField(label=_("Från"), required=False, widget=forms.HiddenInput)
    till = SwedishDateField(label=_("Till"), required=False, widget=forms.HiddenInput)
    inriktning = AllOf(label=_("Inriktning"), offered=directions, hidden=True)
    mal = AnyCodes(label=_("Inriktningsmål"), offered=list, hidden=True)
    agenda = AllOf(label=_("Agenda 2030"), offered=world_goals, hidden=True)
    kontroll = AllOf(label=_("Kontroll"), offered=lambda: CHECKED, hidden=True)
    kostar_minst = AmountField(label=_("Minst"), required=False, widget=forms.HiddenInput)
    kostar_hogst = AmountField(label=_("Högst"), required=False, widget=forms.HiddenInput)
    beraknat = forms.CharField(max_length=2, required=False, widget=forms.HiddenInput)
    uppfoljt = forms.CharField(max_length=2, required=False, widget=forms.HiddenInput)
    inskickat = forms.CharField(max_length=2, required=False, widget=forms.HiddenInput)
    efter = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Add the filters that other floors know."""
        super().__init__(*args, **kwargs)
        for name, added in finding.FILTERS.items():
            self.fields[name] = added.field()
            self.fields[name].widget = self.fields[name].hidden_widget()

    @property
    def narrowed_by_others(self) -> bool:
        """Whether the page that leads here has narrowed the list by what its filters don't show."""
        hidden = [field.name for field in self.hidden_fields() if field.name != "efter"]
        shown = {"plats", "motpart", "land"}
        return any(self.cleaned_data.get(name) for name in hidden if name not in shown)
