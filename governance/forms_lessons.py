"""The words and filters by which lessons are found, as they stand in the address."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext as translate
from django.utils.translation import gettext_lazy as _

from engagements.forms import choices
from engagements.forms.base import UtblickForm
from engagements.forms.fields import CleanTextField, YearField
from engagements.goals import every_goal
from engagements.labels import label
from governance import kinds

Choices = list[tuple[str, str]]


def _kinds() -> Choices:
    known = [(str(kind), str(label(kind))) for kind, _pages in kinds.offered()]
    return [("", translate("Alla")), *known]


def _countries() -> Choices:
    _first, *named = choices.countries()
    return [("", translate("Alla")), *named]


def _goals() -> Choices:
    """Return each goal once, as its newest year calls it."""
    return [("", translate("Alla")), *{row.code: str(row) for row in every_goal()}.items()]


class LessonsForm(UtblickForm):
    """Search words and filters. Anything it does not know is a bad request."""

    q = CleanTextField(label=_("Sök bland lärdomar"), max_length=200, required=False)
    typ = forms.ChoiceField(label=_("Typ"), choices=_kinds, required=False)
    ar = YearField(label=_("År"), required=False)
    land = forms.ChoiceField(label=_("Land"), choices=_countries, required=False)
    mal = forms.ChoiceField(label=_("Mål"), choices=_goals, required=False)
    efter = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)
