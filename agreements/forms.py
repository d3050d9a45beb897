"""What the register of agreements is chosen by."""

from __future__ import annotations

from typing import Any

from django import forms

from agreements.signing import register
from engagements.forms.base import UtblickForm
from engagements.forms.narrowing import OfOrganisation


class RegisterForm(UtblickForm):
    """A filter and an organisation."""

    visa = forms.ChoiceField(
        choices=[(which, which) for which in register.FILTERS],
        required=False,
        widget=forms.HiddenInput,
    )
    verksamhet = OfOrganisation()

    def query(self) -> dict[str, str]:
        """Return the report's query; what is in force where nothing is chosen."""
        chosen: dict[str, Any] = self.cleaned_data
        organisation = chosen.get("verksamhet")
        return {
            "visa": chosen.get("visa") or register.ALL,
            "organisation": organisation.code if organisation else "",
        }
