"""An engagement's answers in the reader's words, and where each question stands in the form."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from engagements.forms.fields import AmountField
from engagements.forms.rows import OPEN, Table
from engagements.forms.stepping import StepForm
from engagements.models import Engagement
from engagements.templatetags.utblick import kronor

Filled = Mapping[int, StepForm]


@dataclass(frozen=True)
class Answer:
    """One answer as it is shown, and the name of its question."""

    name: str
    label: str
    value: str


@dataclass(frozen=True)
class Part:
    """A step's answers."""

    step: int
    title: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Brief:
    """A row of the short summary: where it is answered, what it is called and what it says."""

    step: int
    label: str
    value: str


def forms_of(
    steps: Mapping[int, type[StepForm]], engagement: Engagement, *, on: date
) -> dict[int, StepForm]:
    """Return the unanswered form of each step, filled with what is stored."""
    return {step: form(engagement=engagement, on=on) for step, form in steps.items()}


def parts(filled: Filled) -> list[Part]:
    """Return the answered questions, step by step; a row of a table is one answer."""
    found: list[Part] = []
    seen: set[str] = set()
    for step, form in filled.items():
        in_rows = {name for table in form.tables for name in _names_of(form, table)}
        names = [name for name in form.fields if name not in seen | in_rows | {"version"}]
        answers = [answer_of(form, name) for name in names]
        seen |= set(form.fields)
        answers += [row for table in form.tables for row in _rows_of(form, table)]
        found.append(Part(step, str(form.title), tuple(a for a in answers if a.value)))
    return found


def _names_of(form: StepForm, table: Table) -> list[str]:
    places = table.places(form.engagement)
    return [table.question(place, column) for place in places for column in table.columns]


def _rows_of(form: StepForm, table: Table) -> list[Answer]:
    rows, yes_no = [], (_("Ja"), _("Nej"))
    for place in table.places(form.engagement):
        said = [answer_of(form, table.question(place, column)) for column in table.columns]
        told = [f"{one.label}: {one.value}" if one.value in yes_no else one.value for one in said]
        value = ", ".join(text for text in told if text)
        rows.append(Answer(table.question(place, ""), f"{table.called} {place + 1}", value))
    return rows


def said(filled: Filled, *names: str) -> str:
    """Return stored answers in words, as one line."""
    asked = {name: form for form in filled.values() for name in form.fields}
    return ". ".join(filter(None, (answer_of(asked[name], name).value for name in names)))


def place_of(facts: tuple[str, ...], filled: Filled) -> tuple[int, str]:
    """Return the step and control that a finding's facts point at; an open question goes first."""
    names = [name for fact in facts for name in (fact, f"cost_{fact.removesuffix('_sek')}")]
    known = {name: step for step in sorted(filled, reverse=True) for name in _known(filled[step])}
    asked = [name for name in names if name in known]
    opened = [name for name in asked if filled[known[name]].initial.get(name) in OPEN]
    name = next(iter(opened or asked), "")
    if not name:
        return 1, "innehall"
    step = known[name]
    first = {table.name: table.question(0, table.columns[0]) for table in filled[step].tables}
    control = filled[step][first.get(name, name)]
    return step, control.id_for_label or f"{control.auto_id}_0"


@cache
def controls(steps: tuple[tuple[int, type[StepForm]], ...]) -> dict[str, tuple[int, str]]:
    """Return the step and control of each question of a kind, by fact. It needs no engagement.

    The first step that asks is the one; a table is found by its name, at its first line.
    """
    found: dict[str, tuple[int, str]] = {}
    for step, form in reversed(steps):
        asked = {**form.base_fields, **form.asked(Engagement, form.engagement_fields)}
        asked |= form.asked(form.detail, form.detail_fields)
        for name, field in asked.items():
            control = f"id_{name}"
            found[name] = step, field.widget.id_for_label(control) or f"{control}_0"
        for name, line in form.costs.items():
            found[f"{line}_sek"] = step, f"id_{name}"
        for table in form.tables:
            found[table.name] = step, f"id_{table.question(0, table.columns[0])}"
    found.pop("version", None)
    return found


def _known(form: StepForm) -> list[str]:
    """Return the names of facts that a step asks of: questions, and whole tables."""
    return [*form.fields, *(table.name for table in form.tables)]


def answer_of(form: StepForm, name: str) -> Answer:
    """Return one stored answer in words."""
    field, value = form.fields[name], form.initial.get(name)
    return Answer(name, str(field.label), shown(field, value))


def shown(field: forms.Field, value: Any) -> str:
    """Return a stored answer in words; the empty string when there is none."""
    if value in OPEN:
        return ""
    if isinstance(value, bool):
        return _("Ja") if value else _("Nej")
    if isinstance(field, AmountField):
        return kronor(value)
    if isinstance(field, forms.ModelMultipleChoiceField):
        return ", ".join(str(row) for row in field.queryset if row.pk in value)  # type: ignore[union-attr]
    if isinstance(field, forms.ChoiceField):
        offered: Any = field.choices
        names = {str(code): str(name) for code, name in offered}
        several = value if isinstance(value, list) else [value]
        return ", ".join(names.get(str(code), str(code)) for code in several)
    if isinstance(value, date):
        return date_format(value, "j F Y")
    return str(field.prepare_value(value))
