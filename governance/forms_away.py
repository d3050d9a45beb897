"""The form where somebody says when they are away and who stands in."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from engagements.forms.base import UtblickForm
from engagements.forms.fields import SwedishDateField
from engagements.forms.widgets import CheckCards
from engagements.labels import labels
from engagements.models import Role, User
from engagements.standing_in import candidates
from engagements.vocabulary import RoleName


class AwayForm(UtblickForm):
    """From when till when, and who stands in."""

    first = SwedishDateField(label=_("Första dag borta"))
    last = SwedishDateField(label=_("Sista dag borta"))

    def __init__(self, data: Any = None, *, person: User, on: date, **kwargs: Any) -> None:
        """Offer those who can stand in, each with their roles."""
        self._people = {str(one.pk): one for one in candidates(person, on=on)}
        roles: dict[str, set[str]] = {}
        for key, name in (
            Role.objects.on(on).filter(user__in=self._people.values()).values_list("user", "name")
        ):
            roles.setdefault(str(key), set()).add(name)
        instead = forms.MultipleChoiceField(
            label=_("Vem ersätter?"),
            help_text=_(
                "Det som kommer till den som är borta kommer också till ersättaren, som inte får "
                "se eller göra mer än annars."
            ),
            choices=[(key, str(one)) for key, one in self._people.items()],
            widget=CheckCards(
                column=True,
                hints={key: labels(RoleName, frozenset(names)) for key, names in roles.items()},
            ),
            required=False,
        )
        self.base_fields = {**type(self).base_fields, "instead": instead}  # type: ignore[misc]
        super().__init__(data, **kwargs)

    def clean_instead(self) -> list[User]:
        """Return the people themselves."""
        return [self._people[key] for key in self.cleaned_data["instead"]]
