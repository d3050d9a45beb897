"""The last step's own form: grounds for what must be weighed, and whom to ask."""

from typing import Any

from django import forms
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from engagements.forms.base import UtblickForm
from engagements.forms.fields import CleanTextField
from engagements.forms.widgets import RadioCards
from engagements.labels import choices
from engagements.vocabulary import RoleName
from governance import assessing
from governance.models.deciding import UNITS
from governance.strategy import Assessment, Finding

PREFIX = "skal-"


class SubmitForm(UtblickForm):
    """What the submitter adds to the answers: grounds, and perhaps a question to SLK."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    ask = forms.ChoiceField(
        label=gettext_lazy("Vill ni ha råd av stadsledningskontoret först?"),
        widget=RadioCards(column=True),
        required=False,
    )
    question = CleanTextField(
        label=gettext_lazy("Vad vill ni ha råd om?"),
        widget=forms.Textarea,
        required=False,
    )

    def __init__(self, data: Any = None, *, assessment: Assessment, version: int) -> None:
        """Ask for grounds on each finding that calls for judgement."""
        asked: dict[str, forms.Field] = {}
        for finding in assessment.needs_weighing:
            asked[f"{PREFIX}{assessing.key_of(finding)}"] = _grounds(finding)
        self.base_fields = {**asked, **type(self).base_fields}  # type: ignore[misc]
        needed = assessing.advice_needed(assessment)
        preset = str(needed) if needed else ""
        super().__init__(data, initial={"version": version, "ask": preset})
        units = [(code, name) for code, name in choices(RoleName) if code in map(str, UNITS)]
        if needed is None:
            units.insert(0, ("", _("Nej, skicka direkt till den som avgör")))
            if asked:
                self.fields["ask"].help_text = _(
                    "Lämnar ni något tomt ovan går ärendet först till internationella enheten, "
                    "också om ni väljer att skicka direkt."
                )
        self.fields["ask"].choices = units  # type: ignore[attr-defined]

    @property
    def unit(self) -> RoleName | None:
        """The unit whose advice is wanted."""
        return RoleName(self.cleaned_data["ask"]) if self.cleaned_data["ask"] else None

    @property
    def weighings(self) -> dict[str, str]:
        """The grounds by finding, as ``assessing.key_of`` names them."""
        return {
            name.removeprefix(PREFIX): text
            for name, text in self.cleaned_data.items()
            if name.startswith(PREFIX) and text
        }


def _grounds(finding: Finding) -> CleanTextField:
    language = get_language() or "sv"
    return CleanTextField(
        label=_("Hur väger ni detta: %(title)s?") % {"title": finding.title.get(language)},
        help_text=finding.why.get(language),
        widget=forms.Textarea,
        required=False,
    )
