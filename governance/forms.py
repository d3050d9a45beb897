"""The forms of advising, deciding, replying and following up."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from engagements.forms.base import OnceForm, UtblickForm
from engagements.forms.fields import (
    CleanTextField,
    EmailField,
    SwedishDateField,
)
from engagements.forms.widgets import CheckCards, RadioCards
from engagements.labels import choices
from engagements.models import Document, Engagement, Organisation
from engagements.vocabulary import AdviceKind, DocumentKind, Outcome, RoleName, SecrecySection
from governance.kinds import Spoken
from governance.models.deciding import UNITS
from governance.models.secrecy import Part
from governance.strategy import Assessment
from governance.strategy.clauses import CLAUSES

PUBLIC = _("Det du skriver blir en del av ärendet och kan begäras ut som allmän handling.")
ANSWERS = (
    Outcome.ACCEPTED,
    Outcome.ACCEPTED_WITHOUT_LETTER,
    Outcome.COUNTERED,
    Outcome.DECLINED,
)


# What is answered when it cost more than was decided.
ON_COST: dict[Outcome, Any] = {
    Outcome.ACCEPTED: _("Godkänner kostnaden"),
    Outcome.DECLINED: _("Godkänner inte kostnaden"),
}


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
    """Return a clause as it is chosen: "4.6 Måttfull representation".

    The city's own practice and the EU's principles have no number: "Stadens praxis för besök".
    """
    known = CLAUSES.get(clause)
    number = clause.removeprefix("law:")
    if known is None:
        return number
    title = known.title.get(get_language() or "sv")
    return title if clause.startswith(("city:", "eu:")) else f"{number} {title}"


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
        about_cost: bool = False,
        **kwargs: Any,
    ) -> None:
        """Ask for whom only when there is a choice; about the letter only when one is wanted.

        about_cost: it has taken place, and is decided anew since it cost more than was decided.
        """
        super().__init__(*args, **kwargs)
        own: Any = self.fields["organisation"]
        keys = [row.pk for row in organisations]
        own.queryset = Organisation.objects.select_related("board").filter(pk__in=keys)
        own.initial = organisations[0].pk if organisations else None
        if len(organisations) == 1:
            own.widget = forms.HiddenInput()
        answers = [a for a in ANSWERS if wants_letter or a != Outcome.ACCEPTED_WITHOUT_LETTER]
        named = dict(choices(Outcome)) | {str(a): words for a, words in spoken.outcomes.items()}
        hints = {str(answer): hint for answer, hint in spoken.hints.items()}
        if about_cost:
            answers, named, hints = list(ON_COST), {str(a): w for a, w in ON_COST.items()}, {}
        offered: Any = self.fields["outcome"]
        offered.choices = [(str(answer), named[str(answer)]) for answer in answers]
        offered.widget.hints = hints

    def clean(self) -> dict[str, Any]:
        """Something else must be said in words: the delegation is told of it."""
        answers = super().clean() or {}
        if answers.get("outcome") == Outcome.COUNTERED and not answers.get("grounds"):
            self.add_error("grounds", _("Skriv vad ni föreslår i stället"))
        return answers


class CoordinationForm(UtblickForm):
    """The Executive Board, or its office, takes on the coordination."""

    grounds = CleanTextField(
        label=_("Hur samordnas det?"), help_text=PUBLIC, widget=forms.Textarea, required=False
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


class NewDecisionForm(UtblickForm):
    """Why it cost more than was decided."""

    why = CleanTextField(
        label=_("Varför blev det dyrare?"),
        help_text=_("De som beslutar läser det här, med utfallet rad för rad."),
        widget=forms.Textarea,
    )


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
    """Which provision may keep the engagement secret, why it is weighed, and until when."""

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
    review_by = SwedishDateField(label=_("När ska sekretessen omprövas?"), required=False)


class SecretPartForm(UtblickForm):
    """Which part is kept secret, by which provision, why, and when that is weighed anew."""

    part = forms.ChoiceField(
        label=_("Vilken del?"),
        choices=[("", _("Välj")), *(pair for pair in Part.choices if pair[0] != Part.WHOLE)],
    )
    document = forms.ModelChoiceField(
        Document.objects.none(),
        label=_("Vilken handling?"),
        help_text=_("Bara när delen är en handling."),
        required=False,
    )
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
    review_by = SwedishDateField(label=_("När ska sekretessen omprövas?"))

    def __init__(self, *args: Any, engagement: Engagement, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        offered: Any = self.fields["document"]
        offered.queryset = engagement.documents.order_by("pk")

    def clean_review_by(self) -> date:
        """Refuse a day that has come."""
        day: date = self.cleaned_data["review_by"]
        if day <= self.today:
            raise forms.ValidationError(_("Välj en dag efter i dag."))
        return day

    def clean(self) -> dict[str, Any]:
        """Ask for the document where one is meant, and forget it where none is."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("part") != Part.DOCUMENT:
            cleaned["document"] = None
        elif not cleaned.get("document"):
            self.add_error("document", _("Välj vilken handling det gäller."))
        return cleaned


class OpenPartForm(UtblickForm):
    """Why a part is secret no more."""

    grounds = CleanTextField(
        label=_("Varför ska delen vara öppen?"), widget=forms.Textarea, max_length=500
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
