"""The forms of advising, deciding, replying and following up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from engagements.forms.base import OnceForm, Section, UtblickForm
from engagements.forms.fields import (
    AmountField,
    CleanTextField,
    DigitsField,
    EmailField,
    SwedishDateField,
    TriStateField,
)
from engagements.forms.widgets import CheckCards, RadioCards
from engagements.labels import choices
from engagements.models import Engagement, Organisation
from engagements.vocabulary import AdviceKind, DocumentKind, Outcome, RoleName, SecrecySection
from governance.kinds import Spoken
from governance.models.deciding import UNITS
from governance.strategy import Assessment
from governance.strategy.clauses import CLAUSES

PUBLIC = _("Det du skriver blir en del av ärendet och kan begäras ut som allmän handling.")
ANSWERS = (
    Outcome.ACCEPTED,
    Outcome.ACCEPTED_WITHOUT_LETTER,
    Outcome.COUNTERED,
    Outcome.DECLINED,
)


def _units() -> list[tuple[str, str]]:
    wanted = {str(unit) for unit in UNITS}
    return [(code, name) for code, name in choices(RoleName) if code in wanted]


class VersionedForm(UtblickForm):
    """A form that remembers which version of the engagement its reader saw."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


class AdviceForm(VersionedForm):
    """Formal advice of a unit at SLK."""

    kind = forms.ChoiceField(label=_("Råd"), choices=choices(AdviceKind), widget=RadioCards)
    text = CleanTextField(label=_("Ditt råd"), help_text=PUBLIC, widget=forms.Textarea)
    clauses = forms.MultipleChoiceField(
        label=_("Stöd i strategin"), widget=CheckCards, required=False
    )

    def __init__(self, *args: Any, assessment: Assessment, **kwargs: Any) -> None:
        """Offer the clauses that the check touches as support."""
        super().__init__(*args, **kwargs)
        found = dict.fromkeys(finding.clause for finding in assessment.findings)
        self.fields["clauses"].choices = [(c, clause_name(c)) for c in found]  # type: ignore[attr-defined]


def clause_name(clause: str) -> str:
    """Return a clause as it is chosen: "4.6 Måttfull representation"."""
    known = CLAUSES.get(clause)
    number = clause.removeprefix("law:")
    return f"{number} {known.title.get(get_language() or 'sv')}" if known else number


class AskForm(OnceForm):
    """A question to a unit at SLK."""

    unit = forms.ChoiceField(label=_("Vem vill du fråga?"), choices=_units, widget=RadioCards)
    text = CleanTextField(label=_("Vad vill du ha råd om?"), widget=forms.Textarea)


class MessageForm(OnceForm):
    """A message in the advice thread."""

    text = CleanTextField(label=_("Skriv i tråden"), help_text=PUBLIC, widget=forms.Textarea)


class HandOverForm(UtblickForm):
    """Which unit takes over."""

    unit = forms.ChoiceField(
        label=_("Lämna över till"), choices=lambda: [("", _("Välj")), *_units()]
    )


class DecisionForm(VersionedForm):
    """What a receiving body answers."""

    organisation = forms.ModelChoiceField(
        label=_("För vilken verksamhet?"), queryset=Organisation.objects.none(), empty_label=None
    )
    outcome = forms.ChoiceField(label=_("Vad blir er ställning?"), widget=RadioCards(column=True))
    grounds = CleanTextField(
        label=_("Motivering"), help_text=PUBLIC, widget=forms.Textarea, required=False
    )

    def __init__(
        self,
        *args: Any,
        organisations: list[Organisation],
        wants_letter: bool,
        spoken: Spoken,
        **kwargs: Any,
    ) -> None:
        """Ask for whom only when there is a choice; about the letter only when one is wanted."""
        super().__init__(*args, **kwargs)
        own: Any = self.fields["organisation"]
        own.queryset = Organisation.objects.filter(pk__in=[row.pk for row in organisations])
        own.initial = organisations[0].pk if organisations else None
        if len(organisations) == 1:
            own.widget = forms.HiddenInput()
        answers = [a for a in ANSWERS if wants_letter or a != Outcome.ACCEPTED_WITHOUT_LETTER]
        named = dict(choices(Outcome)) | {str(a): words for a, words in spoken.outcomes.items()}
        offered: Any = self.fields["outcome"]
        offered.choices = [(str(answer), named[str(answer)]) for answer in answers]
        offered.widget.hints = {str(answer): hint for answer, hint in spoken.hints.items()}

    def clean(self) -> dict[str, Any]:
        """Something else must be said in words: the delegation is told of it."""
        answers = super().clean() or {}
        if answers.get("outcome") == Outcome.COUNTERED and not answers.get("grounds"):
            self.add_error("grounds", _("Skriv vad ni föreslår i stället"))
        return answers


class CoordinationForm(UtblickForm):
    """The Executive Board takes on the coordination."""

    grounds = CleanTextField(
        label=_("Hur samordnas besöket?"), help_text=PUBLIC, widget=forms.Textarea, required=False
    )


class ProposeForm(OnceForm):
    """In which language the delegation is answered."""

    language = forms.ChoiceField(
        label=_("Språk i svaret"),
        choices=[("sv", _("Svenska")), ("en", _("Engelska"))],
        widget=RadioCards,
    )


class ReplyForm(UtblickForm):
    """The answer as it is sent."""

    to = EmailField(label=_("Till"))
    subject = CleanTextField(label=_("Ämne"), max_length=200)
    body = CleanTextField(label=_("Svar"), widget=forms.Textarea({"rows": "14"}))


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

    def __init__(
        self, *args: Any, spoken: Spoken, more: Mapping[str, forms.Field], **kwargs: Any
    ) -> None:
        """more: what the kind itself asks, by the names of its columns."""
        self.base_fields = {**type(self).base_fields, **more}  # type: ignore[misc]
        self.more = tuple(more)
        self.sections = (  # type: ignore[misc]
            Section(spoken.came or _("Tre frågor"), ("learnt", "acted_on", "told")),
            Section(_("Utfall"), (*self.more, ("cost_sek", "working_hours"))),
            Section(_("Gåvor till er"), ("gift", *list(self.reveals))),
            Section(_("Om ni vill berätta mer"), ("image",)),
        )
        super().__init__(*args, **kwargs)

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


class StepsForm(UtblickForm):
    """The days of the steps that are still without one (5.4.5)."""

    planned_on = SwedishDateField(label=_("Planerad"))
    budgeted_on = SwedishDateField(label=_("Budgeterad"))
    decided_on = SwedishDateField(label=_("Beslutad"))
    documented_on = SwedishDateField(label=_("Dokumenterad"))

    def __init__(self, *args: Any, engagement: Engagement, **kwargs: Any) -> None:
        """Ask for nothing that is already known."""
        super().__init__(*args, **kwargs)
        for name in list(self.fields):
            if getattr(engagement, name):
                del self.fields[name]


class DocumentForm(OnceForm):
    """A document that belongs to the engagement."""

    kind = forms.ChoiceField(label=_("Vad är det för handling?"), choices=choices(DocumentKind))
    file = forms.FileField(
        label=_("Fil"),
        help_text=_("PDF, Word, Excel, OpenDocument eller bild, högst 10 MB."),
        allow_empty_file=True,
    )
    personal_data = forms.BooleanField(label=_("Innehåller personuppgifter"), required=False)


class ConflictForm(UtblickForm):
    """One's own conflict of interest."""

    grounds = CleanTextField(label=_("Varför är du jävig?"), widget=forms.Textarea)


class ShareForm(OnceForm):
    """A colleague who may read the engagement."""

    email = EmailField(label=_("Kollegans e-post"))

    def __init__(self, *args: Any, reader: str = "", **kwargs: Any) -> None:
        """reader: one's own address, which is nobody to share with."""
        super().__init__(*args, **kwargs)
        self.reader = reader

    def clean_email(self) -> str:
        """Refuse one's own address."""
        email: str = self.cleaned_data["email"]
        if email.lower() == self.reader.lower():
            raise forms.ValidationError(_("Det är din egen adress. Skriv en kollegas."))
        return email


class SecrecyForm(UtblickForm):
    """Which provision may keep the engagement secret, and why it is weighed."""

    section = forms.ChoiceField(
        label=_("Vilken bestämmelse?"),
        choices=[("", _("Välj")), *choices(SecrecySection)],
    )
    grounds = CleanTextField(
        label=_("Varför prövas sekretess?"),
        help_text=_("Skriv inte själva uppgiften, bara varför den kan behöva skyddas."),
        widget=forms.Textarea,
        max_length=500,
    )


class OpenForm(UtblickForm):
    """Why secrecy is weighed no more."""

    grounds = CleanTextField(
        label=_("Varför ska ärendet vara öppet?"), widget=forms.Textarea, max_length=500
    )


class RegistryNumberForm(UtblickForm):
    """The number in the city's own registry."""

    registry_number = CleanTextField(label=_("Stadens diarienummer"), max_length=40, required=False)


class WithdrawForm(UtblickForm):
    """Why an engagement is taken back."""

    why = CleanTextField(label=_("Varför återtas ärendet?"), max_length=100)
