"""Whom a matter is assigned to: one of those who can have it, and who of them is away."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from engagements.models import Engagement, Role, User
from engagements.standing_in import absent
from engagements.templatetags.utblick import NBSP, day
from governance import bulk
from governance.forms import VersionedForm
from governance.models.deciding import UNITS

TO = gettext_lazy("Vem ska handlägga?")


class PersonField(forms.ChoiceField):
    """One of some people, by name."""

    def __init__(self, **kwargs: Any) -> None:
        """Know nobody before ``offer``."""
        self.people: dict[str, User] = {}
        super().__init__(**kwargs)

    def offer(self, people: Collection[User], *, on: date) -> None:
        """Let it be one of these; of who is away it is said until when."""
        self.people = {str(one.pk): one for one in people}
        gone = absent([one.pk for one in people], on=on)
        words = _("%(who)s (borta till och med %(day)s)")
        named = [
            (key, words % {"who": one, "day": day(gone[one.pk].away.last).replace(NBSP, " ")})
            if one.pk in gone
            else (key, str(one))
            for key, one in self.people.items()
        ]
        self.choices = [("", _("Välj")), *named]

    def clean(self, value: Any) -> Any:
        """Return the person. Raises ValidationError."""
        found: str = super().clean(value)
        if found not in self.people:
            raise ValidationError(self.error_messages["required"], "required")
        return self.people[found]


class AssignForm(VersionedForm):
    """Which of the unit's people gets a matter."""

    person = PersonField(label=TO)

    def __init__(self, *args: Any, people: Collection[User], on: date, **kwargs: Any) -> None:
        """Offer those who can have it."""
        super().__init__(*args, **kwargs)
        self.people = people
        field: Any = self.fields["person"]
        field.offer(people, on=on)


def offered(engagement: Engagement, *, on: date) -> AssignForm | None:
    """Return the empty form, where there is anybody to assign a matter to."""
    form = form_of(engagement, on=on)
    return form if form.people else None


def form_of(engagement: Engagement, data: Any = None, *, on: date) -> AssignForm:
    """Return the form in which a matter is assigned to one of the unit that it lies with."""
    people = bulk.assignable(engagement, on=on)
    first = {"version": engagement.version}
    return AssignForm(data, people=people, on=on, initial=first, auto_id="tilldela-%s")


def of_units(units: Iterable[str], *, on: date) -> list[User]:
    """Return the active people of some of SLK's units, by name."""
    roles = Role.objects.on(on).filter(name__in=[str(one) for one in UNITS if one in set(units)])
    people = User.objects.filter(pk__in=roles.values("user"), is_active=True)
    return list(people.order_by("name", "pk"))
