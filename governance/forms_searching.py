"""The one box that all is searched from."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from engagements.forms.base import UtblickForm
from engagements.forms.fields import CleanTextField
from governance import searching


class QuestionForm(UtblickForm):
    """A question of words and keys."""

    q = CleanTextField(label=_("Sök i hela Utblick"), max_length=200, required=False)

    def clean_q(self) -> searching.Question:
        """Return the question as it is understood."""
        return searching.understood(self.cleaned_data["q"])


class BegunForm(UtblickForm):
    """What somebody has written so far."""

    q = CleanTextField(max_length=200, required=False)
