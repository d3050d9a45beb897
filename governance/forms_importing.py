"""The forms of reading in a spreadsheet: which file, and which column is which."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from engagements.forms.base import UtblickForm
from engagements.models import Organisation
from governance.importing import columns
from governance.importing.columns import Importable
from governance.importing.sheets import LARGEST


class FileForm(UtblickForm):
    """What it is, whose it is, and the file."""

    slug = forms.ChoiceField(label=gettext_lazy("Vad finns i filen?"))
    organisation = forms.ModelChoiceField(
        queryset=Organisation.objects.none(), label=gettext_lazy("Vilken verksamhet gäller det?")
    )
    file = forms.FileField(
        label=gettext_lazy("Kalkylblad"),
        help_text=gettext_lazy(
            "XLSX eller CSV, högst 5 MB och 10 000 rader. Första raden är rubriker."
        ),
        widget=forms.FileInput({"accept": ".xlsx,.csv"}),
    )

    def __init__(self, *args: Any, organisations: QuerySet[Organisation], **kwargs: Any) -> None:
        """Offer what can be read in, for the organisations that the reader registers for."""
        super().__init__(*args, **kwargs)
        offered = [(slug, one.title) for slug, one in sorted(columns.REGISTRY.items())]
        self.fields["slug"].choices = [("", _("Välj")), *offered]  # type: ignore[attr-defined]
        self.fields["organisation"].queryset = organisations  # type: ignore[attr-defined]
        if organisations.count() == 1:
            self.fields["organisation"].initial = organisations.first()

    def clean_file(self) -> Any:
        """Refuse a file that is too large before it is read."""
        upload = self.cleaned_data["file"]
        if upload.size > LARGEST:
            said = _("Filen är större än 5 MB. Dela upp den och läs in en del i taget.")
            raise forms.ValidationError(said)
        return upload


class MappingForm(UtblickForm):
    """Which heading of the file each column is."""

    def __init__(
        self,
        *args: Any,
        importable: Importable,
        headings: list[str],
        mapping: dict[str, int],
        **kwargs: Any,
    ) -> None:
        """Ask about each column, with the guess chosen."""
        initial = {column.name: str(mapping.get(column.name, "")) for column in importable.columns}
        self.importable = importable
        asked: dict[str, forms.Field] = {}
        places = [(str(place), name) for place, name in enumerate(headings) if name]
        for column in importable.columns:
            asked[column.name] = forms.ChoiceField(
                label=str(column.title),
                choices=[("", _("Finns inte i filen")), *places],
                required=column.needed,
            )
        self.base_fields = asked  # type: ignore[misc] # set before, so that they are dressed too
        super().__init__(*args, initial=initial, **kwargs)

    def clean(self) -> dict[str, Any]:
        """Refuse a heading that is chosen twice."""
        cleaned = super().clean() or {}
        used: set[str] = set()
        for column in self.importable.columns:
            place = cleaned.get(column.name)
            if place and place in used:
                said = _("Rubriken är vald för en annan kolumn redan")
                self.add_error(column.name, forms.ValidationError(said))
            used.add(place or "")
        return cleaned

    @property
    def mapping(self) -> dict[str, int]:
        """The place of each column that the file has."""
        return {name: int(place) for name, place in self.cleaned_data.items() if place}
