"""The form in which it is told what came of it; a kind may ask for more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from engagements.forms.base import Section, UtblickForm, Words
from engagements.forms.fields import AmountField, CleanTextField, DigitsField, TriStateField
from engagements.models import Engagement


class FollowUpForm(UtblickForm):
    """Three questions, what it cost, the register of gifts, and what a kind asks beside them."""

    learnt = CleanTextField(label=_("Vad lärde ni er?"), widget=forms.Textarea)
    acted_on = CleanTextField(label=_("Vad gör ni annorlunda?"), widget=forms.Textarea)
    told = CleanTextField(label=_("Vem har fått veta?"), widget=forms.Textarea)
    cost_sek = AmountField(label=_("Vad kostade det?"))
    working_hours = DigitsField(label=_("Egen arbetstid, timmar"), required=False)
    gift = TriStateField(label=_("Fick ni någon gåva?"))
    gift_what = CleanTextField(label=_("Vad fick ni?"), max_length=200, required=False)
    gift_from = CleanTextField(label=_("Av vem?"), max_length=160, required=False)
    gift_received_sek = AmountField(
        label=_("Vad är gåvan värd?"),
        help_text=_("Hela kronor. Uppskatta om du inte vet."),
        required=False,
    )
    gift_kept_personally = TriStateField(
        label=_("Behåller någon gåvan personligen?"),
        help_text=_("En gåva av värde är stadens."),
    )
    image = CleanTextField(
        label=_("Vad gav det bilden av Stockholm?"), widget=forms.Textarea, required=False
    )

    asked_for = ("gift_what", "gift_from", "gift_received_sek")
    reveals = dict.fromkeys((*asked_for, "gift_kept_personally"), "gift=true")
    presents = (
        Section(_("Gåvor till er"), ("gift", *list(reveals))),
        Section(_("Om ni vill berätta mer"), ("image",)),
    )

    def __init__(
        self,
        data: Any = None,
        *,
        engagement: Engagement,
        came: Words = "",
        more: Mapping[str, forms.Field] | None = None,
        **kwargs: Any,
    ) -> None:
        """came: what the questions are headed. more: what a kind asks, by its columns' names."""
        self.engagement, self.more = engagement, tuple(more or {})
        self.base_fields = {**self.base_fields, **(more or {})}  # type: ignore[misc]
        self.sections = (*self.asks(came), *self.presents)  # type: ignore[misc]
        super().__init__(data, **kwargs)

    def asks(self, came: Words) -> tuple[Section, ...]:
        """Return the questions before those on gifts."""
        return (
            Section(came or _("Tre frågor"), ("learnt", "acted_on", "told")),
            Section(_("Utfall"), (*self.more, ("cost_sek", "working_hours"))),
        )

    def spent(self) -> int | None:
        """Return what the city paid as it is written so far; None while that can't be read."""
        return self.cleaned_data.get("cost_sek")

    def clean(self) -> dict[str, Any]:
        """Ask what a gift was, once there was one; describe none that there was not."""
        answers = super().clean() or {}
        described = [name for name in self.reveals if answers.get(name) not in (None, "", 0)]
        if answers.get("gift"):
            for name in self.asked_for:
                if name not in self.errors and not answers.get(name):
                    self.add_error(name, _("Skriv ett svar"))
            if answers.get("gift_kept_personally") is None:
                self.add_error("gift_kept_personally", _("Svara ja eller nej"))
        elif described:
            self.add_error("gift", _("Ni har beskrivit en gåva. Svara ja, eller ta bort svaren."))
        return answers

    def answers(self) -> dict[str, Any]:
        """Return the answers as they are kept: no gift is a gift of 0 kronor, unasked is None."""
        kept = dict(self.cleaned_data)
        kept["outcome"] = {name: kept.pop(name) for name in self.more}
        if not (gift := kept.pop("gift")):
            kept |= {"gift_received_sek": None if gift is None else 0, "gift_kept_personally": None}
        return kept
