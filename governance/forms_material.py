"""The forms of the network's shared material, and the filter of its list."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from engagements.forms.base import UtblickForm
from engagements.forms.fields import CleanTextField
from engagements.models import Organisation
from governance import material
from governance.models import MaterialKind

FILE_HELP = _("PDF, Word, Excel, OpenDocument eller bild, högst 10 MB.")


class MaterialFilter(UtblickForm):
    """What the list is narrowed by."""

    q = CleanTextField(label=_("Sök"), max_length=200, required=False)
    slag = forms.ChoiceField(
        label=_("Slag"), choices=[("", _("Alla")), *MaterialKind.choices], required=False
    )
    visa = forms.ChoiceField(
        label=_("Visa"),
        choices=[(material.CURRENT, _("Det som gäller")), (material.ARCHIVED, _("Arkiverat"))],
        required=False,
    )

    def narrowed(self, user: Any, *, on: date) -> Any:
        """Return the editions that a reader finds by the filters."""
        asked = self.cleaned_data
        rows = material.current(user, on=on, which=asked["visa"])
        if asked["slag"]:
            rows = rows.filter(material__kind=asked["slag"])
        return material.holding(rows, asked["q"]) if asked["q"] else rows


class DescribeForm(UtblickForm):
    """What is said of a material."""

    title = CleanTextField(label=_("Rubrik"), max_length=200)
    about = CleanTextField(
        label=_("Kort beskrivning"),
        help_text=_("Vad det är och när man använder det."),
        widget=forms.Textarea,
        max_length=1000,
    )
    kind = forms.ChoiceField(label=_("Slag"), choices=[("", _("Välj")), *MaterialKind.choices])
    organisation = forms.ModelChoiceField(
        label=_("Verksamhet som svarar för det"),
        queryset=Organisation.objects.none(),
        empty_label=None,
    )

    def __init__(self, *args: Any, own: Any, **kwargs: Any) -> None:
        """Offer the organisations for which the reader shares."""
        super().__init__(*args, **kwargs)
        organisation: Any = self.fields["organisation"]
        organisation.queryset = own


class ShareMaterialForm(DescribeForm):
    """A file with what is said of it."""

    file = forms.FileField(label=_("Fil"), help_text=FILE_HELP, allow_empty_file=True)


class EditionForm(UtblickForm):
    """A file that replaces the one before."""

    file = forms.FileField(label=_("Fil"), help_text=FILE_HELP, allow_empty_file=True)
    changed = CleanTextField(label=_("Vad är nytt?"), widget=forms.Textarea, max_length=1000)


class ArchiveForm(UtblickForm):
    """Why a material is no longer to be used."""

    why = CleanTextField(
        label=_("Varför ska det inte användas längre?"), widget=forms.Textarea, max_length=1000
    )


class RestoreForm(UtblickForm):
    """Why a material that was archived is to be used again."""

    why = CleanTextField(
        label=_("Varför ska det användas igen?"), widget=forms.Textarea, max_length=1000
    )
