"""What a reader asks of a report, as the address says it: a year, perhaps an organisation."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from engagements.forms.base import UtblickForm
from engagements.models import Organisation


class AskedForm(UtblickForm):
    """The filters of a report. Anything it does not know is a bad request."""

    ar = forms.IntegerField(
        label=_("År"), min_value=2000, max_value=2199, required=False, widget=forms.TextInput
    )
    verksamhet = forms.ModelChoiceField(
        label=_("Verksamhet"),
        queryset=Organisation.objects.order_by("sort_name"),
        to_field_name="code",
        empty_label=_("Alla"),
        required=False,
    )

    def query(self, *, this_year: int) -> dict[str, str]:
        """Return the query that a report is built from; call on a valid form."""
        organisation = self.cleaned_data["verksamhet"]
        return {
            "year": str(self.cleaned_data["ar"] or this_year),
            "organisation": organisation.code if organisation else "",
        }
