"""The forms of the Mayor's decisions, of those that secretaries write down, and of reporting."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from engagements.forms.base import UtblickForm
from engagements.forms.fields import CleanTextField, SwedishDateField
from engagements.forms.widgets import CheckCards, RadioCards, ShortInput
from engagements.labels import choices
from engagements.models import Engagement
from engagements.vocabulary import Outcome, Recommendation
from governance import kinds
from governance.actions import central, demands
from governance.actions.entering import Held
from governance.forms import PUBLIC, VersionedForm
from governance.models import Dealing
from governance.strategy import Assessment

ANSWERS = (Outcome.ACCEPTED, Outcome.COUNTERED, Outcome.DECLINED)


class MatterForm(VersionedForm):
    """What the Mayor decides in one matter."""

    outcome = forms.ChoiceField(label=gettext_lazy("Beslut"), widget=RadioCards)
    grounds = CleanTextField(
        label=gettext_lazy("Motivering"),
        help_text=PUBLIC,
        widget=forms.Textarea({"rows": 2}),
        required=False,
    )
    answers: tuple[Outcome, ...] = ANSWERS
    says_why = True

    def __init__(
        self,
        *args: Any,
        engagement: Engagement,
        dealing: Dealing | None,
        assessment: Assessment,
        **kwargs: Any,
    ) -> None:
        """Offer the answers in the kind's words, with the one that was proposed chosen."""
        proposed = central.recommended(dealing)
        initial = {"version": engagement.version, "outcome": str(proposed or "")}
        kwargs["initial"] = initial | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        self.dealing, self.assessment = dealing, assessment
        kept = demands.Kept(engagement, assessment)
        self.reasons = demands.reasons_for_grounds(assessment, Outcome.ACCEPTED, kept)
        offered: Any = self.fields["outcome"]
        offered.choices = [(str(a), kinds.outcome_label(engagement, a)) for a in self.answers]
        if proposed:
            offered.widget.hints = {str(proposed): _("Beredningens förslag")}
        if proposed and self.says_why and not self.reasons:
            others = "|".join(str(a) for a in self.answers if central.differs(dealing, a))
            self.reveals = {"grounds": f"outcome={others}"}  # type: ignore[misc]

    def clean(self) -> dict[str, Any]:
        """Ask why, where the answer is not the one that was proposed, or the findings ask."""
        answers = super().clean() or {}
        if not answers.get("outcome"):
            return answers
        outcome = Outcome(answers["outcome"])
        short = len(answers.get("grounds", "")) < self.assessment.values["text.sentence_length"]
        if short and outcome is Outcome.COUNTERED:
            self.add_error("grounds", _("Skriv vad som föreslås i stället"))
        elif short and self.says_why and central.differs(self.dealing, outcome):
            said = _("Skriv varför beslutet är ett annat än beredningens förslag, med en mening")
            self.add_error("grounds", said)
        elif short and outcome in demands.ACCEPTING and self.reasons:
            why = " ".join(self.reasons)
            self.add_error("grounds", _("Skriv varför, med en mening: %s") % why)
        return answers


class HeldFields(UtblickForm):
    """At which meeting something was decided, and the minutes that say so."""

    held_on = SwedishDateField(label=gettext_lazy("Sammanträdesdag"))
    paragraph = CleanTextField(
        label=gettext_lazy("Paragraf"),
        help_text=gettext_lazy("Till exempel 14"),
        max_length=24,
        widget=ShortInput,
    )
    minutes = forms.FileField(
        label=gettext_lazy("Protokoll eller utdrag"),
        help_text=gettext_lazy("PDF, Word, OpenDocument eller bild, högst 10 MB."),
        allow_empty_file=True,
    )

    def held(self) -> Held:
        """Return the meeting as the answers say."""
        given = self.cleaned_data
        return Held(
            given["held_on"], given["paragraph"].removeprefix("§").strip(), given["minutes"]
        )


class WrittenForm(HeldFields, MatterForm):
    """What the Executive Board or the City Council decided, as its secretary writes it down."""

    says_why = False
    field_order = ("outcome", "grounds", "held_on", "paragraph", "minutes")


class PreparedForm(HeldFields):
    """What the Executive Board proposes to the City Council."""

    recommendation = forms.ChoiceField(
        label=gettext_lazy("Kommunstyrelsens förslag"),
        choices=choices(Recommendation),
        widget=RadioCards,
    )
    grounds = CleanTextField(
        label=gettext_lazy("Motivering"),
        help_text=PUBLIC,
        widget=forms.Textarea({"rows": 2}),
        required=False,
    )
    field_order = ("recommendation", "grounds", "held_on", "paragraph", "minutes")


class AnewForm(MatterForm):
    """A decision in the place of one that stands."""

    answers = (Outcome.ACCEPTED, Outcome.DECLINED)
    why = CleanTextField(
        label=gettext_lazy("Varför fattas beslutet på nytt?"), widget=forms.Textarea({"rows": 2})
    )


class WrittenAnewForm(HeldFields, AnewForm):
    """The same, of a body whose secretary writes it down."""

    says_why = False
    field_order = ("outcome", "why", "grounds", "held_on", "paragraph", "minutes")


class ListForm(UtblickForm):
    """Which decisions are reported, and at which meeting."""

    meets_on = SwedishDateField(label=gettext_lazy("Kommunstyrelsens sammanträde"))
    decisions = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Beslut som anmäls"), widget=CheckCards, coerce=int
    )

    def __init__(self, *args: Any, rows: list[Any], **kwargs: Any) -> None:
        """Offer all that stands on no list, every one of them chosen."""
        super().__init__(*args, **kwargs)
        offered: Any = self.fields["decisions"]
        offered.choices = [(row.pk, f"{row.number}, {row.engagement}") for row in rows]
        offered.initial = [row.pk for row in rows]


class MoveForm(UtblickForm):
    """At which other meeting a list is reported."""

    meets_on = SwedishDateField(label=gettext_lazy("Kommunstyrelsens sammanträde"))


class MarkForm(UtblickForm):
    """The paragraph under which a list was reported."""

    paragraph = CleanTextField(
        label=gettext_lazy("Paragraf i protokollet"),
        help_text=gettext_lazy("Till exempel 14"),
        max_length=24,
        widget=ShortInput,
    )

    def clean_paragraph(self) -> str:
        """Keep the number alone."""
        return str(self.cleaned_data["paragraph"]).removeprefix("§").strip()
