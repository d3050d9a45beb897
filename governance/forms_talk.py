"""The forms of comments and tasks. Whom they name is looked up among those who may read."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from engagements.forms.base import OnceForm
from engagements.forms.fields import CleanTextField, SwedishDateField
from engagements.forms.widgets import RadioCards
from engagements.models import Engagement, User
from engagements.vocabulary import Action
from governance import talk
from governance.actions.talking import Asked
from governance.forms import PUBLIC
from governance.mentions import named_in, people_called

INSIDE, ALL = "internt", "alla"
READ_BY = [
    (INSIDE, gettext_lazy("Ansvarig verksamhet och stadsledningskontoret")),
    (ALL, gettext_lazy("Alla som får läsa ärendet")),
]
WHO = gettext_lazy("För- och efternamn, eller e-postadress.")
MENTION = gettext_lazy("Nämn någon med @ och hela namnet, @Anna Berg, så får personen veta det.")


class _TalkForm(OnceForm):
    """What comments and tasks share: who may read it, who does it and by when."""

    read_by = forms.ChoiceField(
        label=gettext_lazy("Vem ska läsa det?"), choices=READ_BY, widget=RadioCards
    )
    doer = CleanTextField(label=gettext_lazy("Vem ska göra det?"), help_text=WHO, max_length=200)
    last_day = SwedishDateField(label=gettext_lazy("Senast"))

    def __init__(self, *args: Any, engagement: Engagement, today: date, **kwargs: Any) -> None:
        """Ask who reads it only of those who may choose."""
        super().__init__(*args, **kwargs)
        self.engagement, self.today = engagement, today
        self.person: User | None = None
        if "read_by" in self.fields and Action.COMMENT_INTERNAL not in engagement.allowed:
            del self.fields["read_by"]
        elif "read_by" in self.fields:
            self.fields["read_by"].initial = INSIDE

    @property
    def internal(self) -> bool:
        """Whether it is between the matter's own and the City Executive Office."""
        return bool(self.cleaned_data.get("read_by") == INSIDE)

    @property
    def asked(self) -> Asked:
        """Who is to do it, and by when; of a valid form."""
        assert self.person  # noqa: S101
        return Asked(self.person, self.cleaned_data["last_day"])

    def clean_last_day(self) -> date | None:
        """Refuse a day that has passed."""
        day: date | None = self.cleaned_data["last_day"]
        if day and day < self.today:
            raise ValidationError(_("Dagen har passerat. Välj i dag eller en senare dag."))
        return day

    def find_owner(self, name: str) -> None:
        """Look up who does it; say at the question when nobody may."""
        called = name.removeprefix("@").lower()
        found = list(User.objects.filter(email=called, is_active=True))
        found = found or people_called({called}).get(called, [])
        doers = talk.doers(self.engagement, internal=self.internal, on=self.today)
        may = list(doers.filter(pk__in=[person.pk for person in found]))
        if len(may) == 1:
            self.person = may[0]
        elif may:
            self.add_error("doer", _("Flera heter så. Skriv e-postadressen i stället."))
        elif found:
            self.add_error("doer", self.shut_out(str(found[0])))
        else:
            self.add_error("doer", _("Ingen heter så här. Skriv för- och efternamn."))

    def shut_out(self, name: str) -> str:
        """Say why somebody can't be told of it."""
        if not self.internal:
            return _("%(name)s får inte läsa ärendet. Dela det först, eller ta bort namnet.") % {
                "name": name
            }
        return _(
            "%(name)s läser inte det som är internt. Låt alla som får läsa ärendet läsa det, eller "
            "ta bort namnet."
        ) % {"name": name}


class CommentForm(_TalkForm):
    """A comment, which may be a task at once."""

    remark = CleanTextField(
        label=gettext_lazy("Kommentar"),
        help_text=format_lazy("{} {}", MENTION, PUBLIC),
        widget=forms.Textarea,
    )
    is_task = forms.BooleanField(label=gettext_lazy("Gör det till en uppgift"), required=False)
    reveals = {"doer": "is_task=on", "last_day": "is_task=on"}
    asked_for = ("doer", "last_day")
    field_order = ("key", "remark", "read_by", "is_task", "doer", "last_day")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Ask who does it, and by when, only of a task."""
        super().__init__(*args, **kwargs)
        self.people: list[User] = []
        doer, last_day = self.fields["doer"], self.fields["last_day"]
        doer.required = last_day.required = False
        doer.help_text = _("%(who)s Den du nämner, om du lämnar rutan tom.") % {"who": WHO}

    def clean(self) -> dict[str, Any]:
        """Look up who is named, and who does it."""
        answers = super().clean() or {}
        readers = talk.readers(self.engagement, internal=self.internal, on=self.today)
        named = named_in(answers.get("remark") or "", readers=readers)
        self.people = named.people
        for name in named.shut_out:
            self.add_error("remark", self.shut_out(name))
        for name in named.unknown:
            words = _("Ingen heter %(name)s. Skriv för- och efternamn, eller ta bort @.")
            self.add_error("remark", words % {"name": name})
        if answers.get("is_task"):
            self._clean_task(answers)
        return answers

    def _clean_task(self, answers: dict[str, Any]) -> None:
        if "last_day" not in self.errors and not answers.get("last_day"):
            self.add_error("last_day", _("Skriv ett datum"))
        if answers.get("doer"):
            self.find_owner(answers["doer"])
        elif len(self.people) == 1:
            self.find_owner(self.people[0].email)
        elif "remark" not in self.errors and "doer" not in self.errors:
            self.add_error("doer", _("Skriv vem som ska göra det"))


class TodoForm(_TalkForm):
    """A task that is made without a comment."""

    task = CleanTextField(
        label=gettext_lazy("Vad ska göras?"), help_text=PUBLIC, widget=forms.Textarea
    )
    field_order = ("key", "task", "doer", "last_day", "read_by")

    def clean(self) -> dict[str, Any]:
        """Look up who does it."""
        answers = super().clean() or {}
        if answers.get("doer"):
            self.find_owner(answers["doer"])
        return answers


class HandForm(TodoForm):
    """Who gets what is a comment, or somebody else's task, and by when."""

    task = None  # type: ignore[assignment]
    read_by = None  # type: ignore[assignment]

    def __init__(self, *args: Any, inside: bool, **kwargs: Any) -> None:
        """inside: whether what is handed on is internal."""
        super().__init__(*args, **kwargs)
        self.inside = inside

    @property
    def internal(self) -> bool:
        """Whether it is between the matter's own and the City Executive Office."""
        return self.inside
