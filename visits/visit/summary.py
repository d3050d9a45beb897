"""A visit's answers in the reader's words, and where each question stands in the form."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from engagements.forms.choices import country_name
from engagements.forms.fields import AmountField
from engagements.models import Engagement
from engagements.templatetags.utblick import kronor, period
from visits.visit.forms import STEPS, StepForm

PLACES = {name: step for step in (3, 2, 1) for name in STEPS[step].visit_fields}
PLACES |= {name: step for step in (3, 2, 1) for name in STEPS[step].engagement_fields}
PLACES |= {"areas": 2} | dict.fromkeys(STEPS[3].costs, 3)

OPEN: tuple[Any, ...] = (None, "", [])


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


def forms_of(engagement: Engagement, *, on: date) -> dict[int, StepForm]:
    """Return the unanswered form of each step, filled with what is stored."""
    return {step: form(engagement=engagement, on=on) for step, form in STEPS.items()}


def parts(filled: dict[int, StepForm]) -> list[Part]:
    """Return the answered questions, step by step."""
    found: list[Part] = []
    seen: set[str] = set()
    for step, form in filled.items():
        answers = [_answer(form, name) for name in form.fields if name not in seen | {"version"}]
        seen |= set(form.fields)
        found.append(Part(step, str(form.title), tuple(a for a in answers if a.value)))
    return found


def brief(engagement: Engagement, filled: dict[int, StepForm]) -> list[Brief]:
    """Return what a colleague must know first, in six rows; empty ones are left out."""
    visit = engagement.visit
    asked = {name: form for form in filled.values() for name in form.fields}

    def said(*names: str) -> str:
        return ". ".join(filter(None, (_answer(asked[name], name).value for name in names)))

    size = visit.delegation_size
    persons = ngettext("%(n)s person", "%(n)s personer", size or 0) % {"n": size} if size else ""
    who = [visit.requesting_organisation, visit.city, country_name(visit.country), persons]
    when = period(engagement.starts_on, engagement.ends_on)
    held = _("digitalt") if visit.digital else visit.places
    spent = ""
    if engagement.estimated_sek is not None:
        spent = ", ".join(filter(None, [kronor(engagement.estimated_sek), engagement.budget_line]))
    rows = [
        Brief(1, _("Delegation"), ", ".join(filter(None, who))),
        Brief(2, _("Högst i rang"), said("head_title") or said("political_level")),
        Brief(2, _("De vill"), said("wishes")),
        Brief(2, _("Vi lär oss"), said("stockholm_learns")),
        Brief(2, _("Bidrar till"), said("goals", "directions")),
        Brief(3, _("När och var"), ", ".join(filter(None, [when, str(held)]))),
        Brief(3, _("Kostnad"), spent),
    ]
    return [row for row in rows if row.value]


def place_of(facts: tuple[str, ...], filled: dict[int, StepForm]) -> tuple[int, str]:
    """Return the step and control that a finding's facts point at; an open question goes first."""
    names = [_question(fact) for fact in facts]
    known = [name for name in names if name in PLACES]
    opened = [name for name in known if filled[PLACES[name]].initial.get(name) in OPEN]
    name = next(iter(opened or known), "")
    if not name:
        return 1, "innehall"
    control = filled[PLACES[name]][name]
    return PLACES[name], control.id_for_label or f"{control.auto_id}_0"


def _question(fact: str) -> str:
    cost = f"cost_{fact.removesuffix('_sek')}"
    return cost if cost in STEPS[3].costs else fact


def _answer(form: StepForm, name: str) -> Answer:
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
    if isinstance(value, list):
        return "\n".join(str(item) for item in value)
    return str(field.prepare_value(value))
