"""What a report is about, as the address says it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from engagements.forms.base import UtblickForm
from engagements.forms.fields import YearField
from engagements.models import Organisation


class ReportForm(UtblickForm):
    """Year and organisation; both may be left out."""

    ar = YearField(label=_("År"), required=False)
    verksamhet = forms.ModelChoiceField(
        label=_("Verksamhet"),
        queryset=Organisation.objects.order_by("sort_name"),  # closed ones have old years
        to_field_name="code",
        required=False,
        empty_label=_("Alla"),
    )

    def query(self, *, this_year: int) -> dict[str, str]:
        """Return the report's query; ``this_year`` when no year is given."""
        chosen: dict[str, Any] = self.cleaned_data
        organisation = chosen.get("verksamhet")
        return {
            "year": str(chosen.get("ar") or this_year),
            "organisation": organisation.code if organisation else "",
        }
