"""The filters of the list of engagements, as they stand in the address."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from engagements.forms.base import UtblickForm
from engagements.forms.choices import countries
from engagements.forms.fields import CleanTextField, YearField
from engagements.labels import choices
from engagements.models import Counterpart, Detail, Organisation, Place
from engagements.vocabulary import Kind, Status

HOLDERS = [("", _("Alla")), ("mig", _("Mig")), ("andra", _("Andra"))]


def _kinds() -> list[tuple[str, Any]]:
    """Return the kinds that there are tables for."""
    known = {str(model.kind) for model in Detail.__subclasses__()}
    return [("", _("Alla")), *((code, name) for code, name in choices(Kind) if code in known)]


class SearchForm(UtblickForm):
    """Search words and filters. Anything it does not know is a bad request."""

    q = CleanTextField(label=_("Sök"), max_length=200, required=False)
    status = forms.ChoiceField(
        label=_("Läge"), choices=[("", _("Alla")), *choices(Status)], required=False
    )
    typ = forms.ChoiceField(label=_("Typ"), choices=_kinds, required=False)
    hos = forms.ChoiceField(label=_("Ligger hos"), choices=HOLDERS, required=False)
    verksamhet = forms.ModelChoiceField(
        label=_("Verksamhet"),
        queryset=Organisation.objects.filter(active=True).order_by("sort_name"),
        to_field_name="code",
        empty_label=_("Alla"),
        required=False,
    )
    ar = YearField(label=_("År"), required=False)
    plats = forms.ModelChoiceField(Place.objects.all(), required=False, widget=forms.HiddenInput)
    motpart = forms.ModelChoiceField(
        Counterpart.objects.all(), required=False, widget=forms.HiddenInput
    )
    land = forms.ChoiceField(choices=countries, required=False, widget=forms.HiddenInput)
    efter = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)
