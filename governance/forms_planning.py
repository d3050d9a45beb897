"""The forms of plans, priorities and the year's follow-ups."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from engagements.forms import choices as offered
from engagements.forms.base import UtblickForm
from engagements.forms.fields import AmountField, CleanTextField, CodesField, SwedishDateField
from engagements.labels import choices
from engagements.vocabulary import Kind
from governance.models import PlannedLine, Theme

QUARTERS = [
    ("", _("Under året")),
    *((str(n), _("Kvartal %(n)s") % {"n": n}) for n in range(1, 5)),
]


class AimsForm(UtblickForm):
    """An organisation's frame of a year, and its goals for it."""

    asked_for = ("amount_sek", "aims")

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    amount_sek = AmountField(
        label=_("Ram för internationellt arbete"),
        help_text=_("Det som nämnden eller styrelsen har avsatt för året."),
        required=False,
        error_messages={"required": _("Skriv 0 om ni inte har någon ram.")},
    )
    aims = CleanTextField(
        label=_("Mål för det internationella arbetet"),
        help_text=_("Så som de står i verksamhetsplanen."),
        widget=forms.Textarea({"rows": 6}),
        required=False,
    )
    source = CleanTextField(
        label=_("Var det står"),
        help_text=_("Till exempel verksamhetsplanens namn, avsnitt och diarienummer."),
        max_length=200,
        required=False,
    )

    def __init__(self, data: Any = None, *, has_frame: bool, **kwargs: Any) -> None:
        """A frame that is set can be changed, and not left out."""
        super().__init__(data, **kwargs)
        self.fields["amount_sek"].required = has_frame


class LineForm(UtblickForm):
    """An engagement that is planned."""

    asked_for = ("cost_sek",)

    what = CleanTextField(
        label=_("Vad planeras?"),
        help_text=_("Till exempel studiebesök i Köpenhamn om skyfall."),
        max_length=200,
    )
    kind = forms.ChoiceField(label=_("Typ"), choices=[("", _("Välj")), *choices(Kind)])
    quarter = forms.TypedChoiceField(
        label=_("Ungefär när"), choices=QUARTERS, coerce=int, empty_value=None, required=False
    )
    cost_sek = AmountField(label=_("Beräknad kostnad"), required=False)
    gives = CleanTextField(
        label=_("Vad ska det ge?"),
        widget=forms.Textarea({"rows": 3}),
        max_length=500,
        required=False,
    )
    goals = CodesField(label=_("Vilka av stadens mål bidrar det till?"), required=False)

    def __init__(
        self, data: Any = None, *, year: int, line: PlannedLine | None, **kwargs: Any
    ) -> None:
        """Offer the goals of the year, and those that the line has."""
        kept = {name: getattr(line, name) for name in self.base_fields} if line else None
        super().__init__(data, initial=kept, **kwargs)
        goals: Any = self.fields["goals"]
        chosen = line.goals if line else []
        goals.choices = offered.goals_of(year, chosen=chosen, on=timezone.localdate())


class TieForm(UtblickForm):
    """Which line of the plan a matter is."""

    line = forms.TypedChoiceField(
        label=_("Insats i planen"), coerce=int, empty_value=None, required=False
    )

    def __init__(self, data: Any = None, *, lines: list[PlannedLine], **kwargs: Any) -> None:
        """Offer the lines of the matter's year."""
        super().__init__(data, **kwargs)
        line: Any = self.fields["line"]
        rows = [(str(row.pk), f"{row.what} ({row.when})") for row in lines]
        line.choices = [("", _("Den kom oplanerat")), *rows]


class PriorityForm(UtblickForm):
    """What is prioritised, from when till when, and where that is decided."""

    asked_for = ("theme", "country")

    whose = forms.ChoiceField(label=_("Vems prioritering"))
    theme = forms.ModelChoiceField(
        label=_("Ämne"),
        queryset=Theme.objects.order_by("name_sv"),
        required=False,
        empty_label=_("Inget ämne"),
    )
    country = forms.ChoiceField(
        label=_("Land eller territorium"), choices=offered.countries, required=False
    )
    valid_from = SwedishDateField(label=_("Från"))
    valid_to = SwedishDateField(label=_("Till och med"), required=False)
    source = CleanTextField(
        label=_("Källa"),
        help_text=_("Till exempel vem som har beslutat, när och diarienummer."),
        max_length=200,
    )

    def __init__(self, data: Any = None, *, whose: list[tuple[str, str]], **kwargs: Any) -> None:
        """Offer those for whom the reader prioritises."""
        super().__init__(data, **kwargs)
        asked: Any = self.fields["whose"]
        asked.choices = whose

    def clean(self) -> dict[str, Any]:
        """Take one theme or one country."""
        given: dict[str, Any] = super().clean() or {}
        if bool(given.get("theme")) == bool(given.get("country")):
            self.add_error("theme", _("Välj antingen ett ämne eller ett land."))
        ends_before_start(self, given)
        return given


class EndPriorityForm(UtblickForm):
    """Until when something is prioritised."""

    valid_to = SwedishDateField(label=_("Sista dag"))


class RoundForm(UtblickForm):
    """When organisations answer in one of the year's follow-ups."""

    opens_on = SwedishDateField(label=_("Öppnar"))
    due_on = SwedishDateField(label=_("Svar senast"))

    def clean(self) -> dict[str, Any]:
        """Hold the last day to the first."""
        given: dict[str, Any] = super().clean() or {}
        first, last = given.get("opens_on"), given.get("due_on")
        if first and last and last < first:
            self.add_error(
                "due_on", _("Svarsdagen måste vara samma dag som öppnandet eller senare")
            )
        return given


class ConfirmForm(UtblickForm):
    """What an organisation says of what is missing, and that it answers for the rest."""

    def __init__(self, data: Any = None, *, complete: bool, **kwargs: Any) -> None:
        """Ask for an answer in words where something is missing."""
        super().__init__(data, **kwargs)
        self.fields["text"].required = not complete
        if complete:
            self.fields["text"].help_text = _("Inget saknas, men ni får gärna lägga till något.")

    text = CleanTextField(
        label=_("Ert svar"),
        help_text=_("Säg i ord varför det som saknas gör det, och när det kommer."),
        widget=forms.Textarea({"rows": 5}),
        error_messages={"required": _("Något saknas. Skriv vad ni gör åt det, och när.")},
    )


def ends_before_start(form: Any, given: dict[str, Any]) -> None:
    """Put an error on the last day when it comes before the first."""
    first: date | None = given.get("valid_from")
    last: date | None = given.get("valid_to")
    if first and last and last < first:
        form.add_error("valid_to", _("Slutdatum måste vara samma dag som start eller senare"))
