"""The forms of the International Committee's room."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from engagements.forms.base import UtblickForm
from engagements.forms.fields import CleanTextField, EmailField, SwedishDateField
from engagements.forms.widgets import ShortInput
from engagements.labels import choices
from engagements.vocabulary import Recommendation, Stance
from governance.actions.stops import PASSING
from governance.kinds import Share

PARTLY = [row for row in choices(Recommendation) if row[0] in {str(answer) for answer in PASSING}]


class MeetingForm(UtblickForm):
    """When and where."""

    day = SwedishDateField(label=_("Dag"))
    clock = forms.TimeField(
        label=_("Klockslag"),
        help_text=_("Till exempel 13.00"),
        input_formats=["%H.%M", "%H:%M"],
        widget=ShortInput,
        error_messages={"invalid": _("Skriv klockslaget så här: 13.00")},
    )
    place = CleanTextField(label=_("Plats"), max_length=160)

    def starts_at(self) -> datetime:
        """Return the moment that the answers say, in the city's time."""
        day, clock = self.cleaned_data["day"], self.cleaned_data["clock"]
        return timezone.make_aware(datetime.combine(day, clock or time(13)))


class AddForm(UtblickForm):
    """A matter for the agenda; late ones need grounds."""

    number = forms.ChoiceField(label=_("Ärende"))
    late_grounds = CleanTextField(
        label=_("Varför tas det upp efter sista dagen för handlingar?"),
        widget=forms.Textarea({"rows": 2}),
        required=False,
    )

    def __init__(self, *args: Any, ready: list[Any], late: bool, **kwargs: Any) -> None:
        """Offer what waits for the committee; ask for grounds when it is late."""
        super().__init__(*args, **kwargs)
        field: Any = self.fields["number"]
        field.choices = [(row.number, f"{row.title} ({row.number})") for row in ready]
        if not late:
            del self.fields["late_grounds"]


class ProposalForm(UtblickForm):
    """What the committee is to answer."""

    proposal = CleanTextField(label=_("Förslag till beslut"), widget=forms.Textarea({"rows": 3}))


class OfficeForm(UtblickForm):
    """An office with a seat."""

    name_sv = CleanTextField(label=_("Ämbete på svenska"), max_length=120)
    name_en = CleanTextField(label=_("Ämbete på engelska"), max_length=120)
    chairs = forms.BooleanField(label=_("Leder mötet"), required=False)


class SeatForm(UtblickForm):
    """Who sits in an office, or stands in."""

    office: forms.ModelChoiceField = forms.ModelChoiceField(label=_("Ämbete"), queryset=None)
    email = EmailField(label=_("Personens e-post"))
    name = CleanTextField(
        label=_("Namn"),
        help_text=_("Behövs bara för den som är ny i Utblick. Då skickas en inbjudan."),
        max_length=120,
        required=False,
    )
    substitute = forms.BooleanField(label=_("Ersättare"), required=False)
    valid_from = SwedishDateField(label=_("Från"))
    valid_to = SwedishDateField(label=_("Till och med"), required=False)

    def __init__(self, *args: Any, offices: Any, **kwargs: Any) -> None:
        """Offer the offices that have a seat."""
        super().__init__(*args, **kwargs)
        field: Any = self.fields["office"]
        field.queryset = offices


class AwayForm(UtblickForm):
    """Who is away, and when."""

    person: forms.ModelChoiceField = forms.ModelChoiceField(label=_("Ledamot"), queryset=None)
    first = SwedishDateField(label=_("Första dag"))
    last = SwedishDateField(label=_("Sista dag"))

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        """Offer those whose absence the reader may set."""
        super().__init__(*args, **kwargs)
        field: Any = self.fields["person"]
        field.queryset = people


class PressForm(forms.Form):
    """A press at the table."""

    key = forms.UUIDField()
    seen = forms.IntegerField(min_value=0)
    outcome = forms.ChoiceField(choices=choices(Recommendation), required=False)
    grounds = CleanTextField(required=False)

    def __init__(self, *args: Any, shares: Sequence[Share] = (), **kwargs: Any) -> None:
        """Take an answer for each that may be answered by itself, too."""
        super().__init__(*args, **kwargs)
        for share in shares:
            self.fields[f"share_{share.ref}"] = forms.ChoiceField(choices=PARTLY, required=False)

    def answers(self) -> dict[str, Any]:
        """Return the press as ``table.mark`` takes it, without its outcome."""
        given = dict(self.cleaned_data)
        given.pop("outcome")
        names = [name for name in given if name.startswith("share_")]
        shares = {name.removeprefix("share_"): given.pop(name) for name in names}
        return given | {"shares": {ref: answer for ref, answer in shares.items() if answer}}


class LiftForm(UtblickForm):
    """Why the Executive Board is to decide."""

    grounds = CleanTextField(
        label=_("Varför är frågan principiell?"), widget=forms.Textarea({"rows": 3})
    )


class StanceForm(forms.Form):
    """A stance before the meeting."""

    stance = forms.ChoiceField(choices=choices(Stance))


class MinutesForm(UtblickForm):
    """The notes, one box for each paragraph."""

    opening = CleanTextField(label=_("Inledning"), widget=forms.Textarea({"rows": 6}))

    def __init__(self, *args: Any, parts: list[dict[str, str]], **kwargs: Any) -> None:
        """Ask for the text of each paragraph; the titles stay."""
        self.base_fields = dict(type(self).base_fields) | {  # type: ignore[misc]
            f"part_{number}": CleanTextField(
                label=part["title"], widget=forms.Textarea({"rows": 3}), initial=part["text"]
            )
            for number, part in enumerate(parts)
        }
        super().__init__(*args, **kwargs)
