"""An event as an administrator corrects it, and the one that it turns out to be."""

from typing import Any

from django import forms
from django.forms.models import fields_for_model
from django.utils.translation import gettext_lazy as _

from engagements.forms import questions
from engagements.forms.base import Section, UtblickForm
from engagements.forms.stepping import LAST_BEFORE_START, column_field
from visits.trip import events
from visits.trip.forms import EVENT, WEB
from visits.trip.models import Conference
from visits.trip.questions import HINTS, LABELS


class EventForm(UtblickForm):
    """All that is known of an event."""

    asked_for = EVENT
    sections = (
        Section(
            "",
            (
                "name",
                "held",
                "organiser",
                ("country", "city"),
                ("opens_on", "closes_on"),
                ("register_by", "abstract_by"),
                "programme",
                "link",
            ),
        ),
    )

    def __init__(self, data: Any, event: Conference) -> None:
        """Ask of the same columns as the form of a trip does, in the same words."""
        self.base_fields = fields_for_model(  # type: ignore[misc]
            Conference,
            fields=EVENT,
            formfield_callback=column_field,
            labels=questions.LABELS | LABELS,
            help_texts={name: HINTS[name] for name in EVENT if name in HINTS},
        )
        super().__init__(data, initial={name: getattr(event, name) for name in EVENT})

    def clean_link(self) -> str:
        """Hold that the address can be opened."""
        link: str = self.cleaned_data["link"]
        if link:
            WEB(link)
        return link

    def clean(self) -> dict[str, Any]:
        """Hold the order of its days."""
        cleaned = super().clean() or self.cleaned_data
        opens, closes = cleaned.get("opens_on"), cleaned.get("closes_on")
        if opens and closes and closes < opens:
            self.add_error("closes_on", forms.ValidationError(LAST_BEFORE_START))
        return cleaned


class MergeForm(UtblickForm):
    """Which event this one turns out to be."""

    into = forms.ModelChoiceField(
        queryset=Conference.objects.none(),
        empty_label=_("Välj"),
        label=_("Vilket evenemang är det samma som?"),
        help_text=_("Ansökningarna flyttas dit. Det går inte att ångra."),
    )

    def __init__(self, *args: Any, event: Conference, **kwargs: Any) -> None:
        """Offer every other event, those most alike first."""
        super().__init__(*args, **kwargs)
        found = events.offered().exclude(pk=event.pk).order_by("name", "-opens_on", "pk")
        field = self.fields["into"]
        field.queryset = found  # type: ignore[attr-defined]
        field.label_from_instance = _told  # type: ignore[attr-defined]


def _told(event: Conference) -> str:
    return ", ".join(filter(None, [event.name, event.city, event.when]))
