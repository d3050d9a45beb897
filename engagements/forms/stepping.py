"""The form of a kind: a page that makes the draft, then steps. Every answer may wait."""

from __future__ import annotations

import copy
import uuid
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, ClassVar

from django import forms
from django.contrib.postgres.fields import ArrayField
from django.db.models import Model, prefetch_related_objects
from django.forms.models import fields_for_model
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from engagements.forms import choices, questions
from engagements.forms.base import UtblickForm, Words
from engagements.forms.fields import AmountField, CodesField, LinesField
from engagements.forms.modelfields import formfield
from engagements.forms.rows import Table
from engagements.forms.widgets import CheckCards, SuggestInput
from engagements.models import Detail, Engagement, Organisation, User
from engagements.registration import set_cost, set_taking_part
from engagements.vocabulary import CostLine

PAST = _("Datumet har redan varit. Välj ett kommande datum.")
# Questions whose answers the registers know, and who answers while one writes.
SUGGESTED = {
    "city": "place_suggestions",
    "counterpart": "counterpart_suggestions",
    "requesting_organisation": "counterpart_suggestions",
}
ONE_OR_MORE = ("delegation_size", "guests")
LAST_BEFORE_START = _("Slutdatum måste vara samma dag som start eller senare")


def column_field(field: Any, **kwargs: Any) -> forms.Field | None:
    """Choose the form field of a column; steps add the choices that depend on the day."""
    if field.name == "country":
        return forms.ChoiceField(choices=choices.countries, required=False, **kwargs)
    if field.name == "language":
        return forms.ChoiceField(choices=choices.languages, required=False, **kwargs)
    if field.name in ("goals", "sdgs") and isinstance(field, ArrayField):
        number = field.name == "sdgs"
        listed = choices.SDGS if number else []
        return CodesField(choices=listed, coerce=int if number else str, required=False, **kwargs)
    if isinstance(field, ArrayField) and not field.base_field.choices:
        return LinesField(required=False, **kwargs)
    if field.name in SUGGESTED:
        return formfield(field, widget=SuggestInput(address=SUGGESTED[field.name]), **kwargs)
    if field.name in ONE_OR_MORE:
        return formfield(field, min_value=1, **kwargs)
    return formfield(field, **kwargs)


class Asking(UtblickForm):
    """What the first page and the steps share: questions on columns, in the kind's own words.

    labels and hints: by the name of the answer; those of ``engagements.forms.questions`` stand in.
    """

    labels: ClassVar[Mapping[str, Words]] = {}
    hints: ClassVar[Mapping[str, Words]] = {}

    @classmethod
    def asked(cls, model: type[Model], names: tuple[str, ...]) -> dict[str, forms.Field]:
        """Return the form fields of a model's columns, with our words.

        What a field says of itself may be changed; its widget is everybody's, until a form has
        copied it.
        """
        made = _made(cls, model, names, get_language())
        return {name: copy.copy(field) for name, field in made.items()}

    @classmethod
    def label_of(cls, name: str) -> Words:
        """Return what a question is called."""
        return cls.labels.get(name) or questions.LABELS[name]


@cache
def _made(
    form: type[Asking], model: type[Model], names: tuple[str, ...], _language: str | None
) -> dict[str, forms.Field]:
    """Make the fields of a form once for each language, since how wide they are hangs on words."""
    hints = questions.HINTS | dict(form.hints)
    made: dict[str, forms.Field] = fields_for_model(
        model,
        fields=names,
        formfield_callback=column_field,
        labels=questions.LABELS | dict(form.labels),
        help_texts={name: hints[name] for name in names if name in hints},
    )
    return made


class StepForm(Asking):
    """A step: questions on the engagement, its detail, its costs and those who take part.

    detail: the kind's own model, whose columns detail_fields names. costs: an amount a person, by
    the name of its question. tables: rows of a kind's own, asked a line each.
    """

    title: ClassVar[Words] = ""
    detail: ClassVar[type[Detail]]
    engagement_fields: ClassVar[tuple[str, ...]] = ()
    detail_fields: ClassVar[tuple[str, ...]] = ()
    costs: ClassVar[Mapping[str, CostLine]] = {}
    tables: ClassVar[tuple[Table, ...]] = ()

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, engagement: Engagement, on: date) -> None:
        """Ask what the step asks, with the stored answers filled in."""
        self.engagement, self.on = engagement, on
        self.row: Detail = engagement.detail
        self.base_fields = {  # type: ignore[misc]
            **type(self).base_fields,
            **self._questions(on),
        }
        self.asked_for = set(self.base_fields)  # type: ignore[misc]
        if "areas" in self.base_fields:
            prefetch_related_objects([engagement], "taking_part")
        super().__init__(data, initial=self._stored())
        if "areas" in self.fields:
            offered = choices.organisations(engagement)
            self.fields["areas"].queryset = offered  # type: ignore[attr-defined]

    def _questions(self, on: date) -> dict[str, forms.Field]:
        fields = self.asked(Engagement, self.engagement_fields)
        fields |= self.asked(self.detail, self.detail_fields)
        if "goals" in fields:
            fields["goals"] = copy.deepcopy(fields["goals"])  # its widget has the choices too
            fields["goals"].choices = choices.goals(self.engagement, on=on)  # type: ignore[attr-defined]
        hints = questions.HINTS | dict(self.hints)
        for name in self.costs:
            fields[name] = AmountField(
                label=self.label_of(name), help_text=hints.get(name, ""), required=False
            )
        for table in self.tables:
            fields |= table.questions(self.engagement)
        return fields

    def _stored(self) -> dict[str, Any]:
        """Return the answers as they are stored."""
        stored = {name: getattr(self.engagement, name) for name in self.engagement_fields}
        stored |= {name: getattr(self.row, name) for name in self.detail_fields}
        if self.costs:
            rows = dict(self.engagement.costs.values_list("line", "per_person_sek"))
            stored |= {name: rows.get(line.value) for name, line in self.costs.items()}
        for table in self.tables:
            stored |= table.stored(self.engagement)
        if "areas" in self.base_fields:
            stored["areas"] = [row.organisation_id for row in self.engagement.taking_part.all()]
        return stored | {"version": self.engagement.version}

    def clean(self) -> dict[str, Any]:
        """Hold the order of the days; everything else each question says for itself."""
        cleaned = super().clean() or self.cleaned_data
        if "starts_on" not in self.fields:
            return cleaned
        first = cleaned.get("starts_on")
        if first and first < self.on and "starts_on" in self.changed_data:
            self.add_error("starts_on", forms.ValidationError(PAST))
        first, last = self._would_be("starts_on"), self._would_be("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", forms.ValidationError(LAST_BEFORE_START))
            cleaned.pop("starts_on", None)
        if last and not first and "starts_on" not in self.errors:
            self.add_error("starts_on", forms.ValidationError(_("Skriv vilken dag det börjar")))
        return cleaned

    def _would_be(self, name: str) -> date | None:
        """Return a day as it would be stored: what can't be read leaves the stored one."""
        stored: date | None = getattr(self.engagement, name)
        return self.cleaned_data.get(name, stored)

    def clean_external_share(self) -> int | None:
        """Hold the share within a whole."""
        share: int | None = self.cleaned_data["external_share"]
        if share is not None and share > 100:
            raise forms.ValidationError(_("Andelen är högst 100 procent"))
        return share

    def answers(self) -> dict[str, Any]:
        """Return the readable answers that differ from what is stored, by name."""
        return {
            name: self.cleaned_data[name]
            for name in self.changed_data
            if name in self.cleaned_data and name != "version"
        }

    def put(self, answers: dict[str, Any], *, by: User) -> None:
        """Set answers on the engagement and its detail, and write the rows beside them.

        Whoever calls saves the two. A kind that derives something from its answers extends this.
        """
        for name, value in answers.items():
            if name in self.engagement_fields:
                setattr(self.engagement, name, value)
            elif name in self.detail_fields:
                setattr(self.row, name, value)
            elif name in self.costs:
                set_cost(self.engagement, self.costs[name].value, by=by, per_person_sek=value)
        if "areas" in answers:
            set_taking_part(self.engagement, answers["areas"], by=by)
        for table in self.tables:
            table.put(self.engagement, answers, by=by)


def areas_field(label: Words, hint: Words) -> forms.ModelMultipleChoiceField:
    """Return the question about which others in the city are touched; a step names it ``areas``."""
    return forms.ModelMultipleChoiceField(
        queryset=Organisation.objects.none(),
        label=label,
        help_text=hint,
        required=False,
        widget=CheckCards,
    )


class BeginForm(Asking):
    """The least that makes a draft. A kind names its questions, and puts the answers.

    engagement_fields and detail_fields: the columns it asks of. needed: those it can't do without.
    then: the step that follows, 1 where this page asks for less than the first step.
    """

    title: ClassVar[Words] = ""
    detail: ClassVar[type[Detail]]
    engagement_fields: ClassVar[tuple[str, ...]] = ()
    detail_fields: ClassVar[tuple[str, ...]] = ()
    needed: ClassVar[tuple[str, ...]] = ()
    then: ClassVar[int] = 2

    key = forms.UUIDField(widget=forms.HiddenInput)
    organisation = forms.ModelChoiceField(
        queryset=Organisation.objects.none(), label=_("Vilken verksamhet gäller det?")
    )

    def __init__(self, data: Any = None, *, organisations: Any, on: date) -> None:
        """Ask for the organisation only when the person answers for several."""
        self.on = on
        asked = self.asked(self.detail, self.detail_fields)
        asked |= self.asked(Engagement, self.engagement_fields)
        for name in self.needed:
            asked[name].required = True
        self.base_fields = {**type(self).base_fields, **asked}  # type: ignore[misc]
        super().__init__(data, initial={"key": uuid.uuid4()})
        own = self.fields["organisation"]
        own.queryset = organisations  # type: ignore[attr-defined]
        found = list(organisations[:2])
        if len(found) == 1:
            own.initial, own.widget = found[0].pk, forms.HiddenInput()

    def clean_starts_on(self) -> date | None:
        """Refuse a day that has been."""
        first: date | None = self.cleaned_data["starts_on"]
        if first and first < self.on:
            raise forms.ValidationError(PAST)
        return first

    def heading(self) -> str:
        """Return what the draft is called until somebody gives it a better name."""
        raise NotImplementedError

    def put(self, engagement: Engagement, row: Detail) -> None:
        """Set the first answers on a draft that is just made. A kind extends this."""
        for name in self.engagement_fields:
            setattr(engagement, name, self.cleaned_data[name])
        for name in self.detail_fields:
            setattr(row, name, self.cleaned_data[name])
