"""What the city wants listed one by one: departures, exceptions, what was above the amounts.

A mark tells which matters carry it by what was recorded when they were judged and decided; nothing
is judged again. An app adds its own in ``ready``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import (
    BooleanField,
    Exists,
    Func,
    JSONField,
    OuterRef,
    Q,
    QuerySet,
    TextField,
    Value,
)
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from engagements import finding
from engagements.forms.base import Words
from engagements.forms.search import AllOf
from engagements.labels import choices
from engagements.models import Engagement
from engagements.vocabulary import Body, Task
from governance.models import Assessment, Decision
from governance.models.judging import A_COST

Rows = QuerySet[Engagement]
# What a receipt says of a line of hospitality above the city's value (4.6).
ABOVE = (
    '$.findings[*] ? (@.clause == "4.6" && @.verdict == "judge" && @.part starts with "cost:" '
    '&& @.sv like_regex "över stadens riktvärde")'
)
# Boards and companies decide by their own people: such a decision names no other body.
BY_ITSELF = str(Body.BOARD)


@dataclass(frozen=True)
class Mark:
    """A list of its own. about: what it takes to stand in it."""

    title: Words
    about: Words
    narrow: Callable[[Rows], Rows]


MARKS: dict[str, Mark] = {}


def register(name: str, title: Words, about: Words, narrow: Callable[[Rows], Rows]) -> None:
    """Make a mark known. name: as addresses say it."""
    MARKS[name] = Mark(title, about, narrow)


def standing(**what: Any) -> Exists:
    """Return the condition that a matter has an answer that still stands."""
    answers = Decision.objects.filter(superseded_by=None, **what)
    return Exists(answers.filter(engagement=OuterRef("pk")))


def departing(rows: Rows) -> Rows:
    """Return the matters with a decision that departs from the strategy, and stands."""
    return rows.filter(standing(departure=True))


def above_amounts(rows: Rows) -> Rows:
    """Return the matters whose newest receipt tells of hospitality above the city's values."""
    newer = Assessment.objects.filter(engagement=OuterRef("engagement"), pk__gt=OuterRef("pk"))
    path = Cast(Value(ABOVE), JsonPath())
    told = Func(
        Cast("receipt", JSONField()),
        path,
        function="jsonb_path_exists",
        output_field=BooleanField(),
    )
    own = Assessment.objects.filter(engagement=OuterRef("pk"), receipt__contains=A_COST)
    return rows.filter(Exists(own.filter(Q(told), ~Exists(newer))))


class JsonPath(TextField):  # type: ignore[type-arg]
    """A path into JSON, as the database's type."""

    def db_type(self, connection: Any) -> str:  # noqa: ARG002
        """Return what the database calls it."""
        return "jsonpath"


def of_bodies(rows: Rows, codes: list[str]) -> Rows:
    """Return the matters that each of the bodies has answered as its decider."""
    for code in codes:
        body = "" if code == BY_ITSELF else code
        rows = rows.filter(standing(task=str(Task.DECIDES), body=body))
    return rows


def add_filters() -> None:
    """Let the list of engagements be narrowed by what was decided; called at start."""
    register(
        "avsteg",
        _("Avsteg från strategin"),
        _("Beslut som avviker från strategin, och som gäller."),
        departing,
    )
    register(
        "representation",
        _("Representation över riktvärdena"),
        _("Den senaste prövningen säger att något per person är över stadens riktvärde."),
        above_amounts,
    )
    finding.register(
        "sarskilt",
        field=lambda: forms.ChoiceField(
            choices=[("", ""), *((name, mark.title) for name, mark in MARKS.items())],
            required=False,
        ),
        narrow=lambda rows, name: MARKS[name].narrow(rows),
    )
    finding.register(
        "organ",
        field=lambda: AllOf(label=_("Beslutat av"), offered=lambda: choices(Body), hidden=True),
        narrow=of_bodies,
    )
    finding.register(
        "utfall",
        field=lambda: forms.CharField(max_length=2, required=False),
        narrow=lambda rows, _yes: rows.filter(follow_up__isnull=False),
    )
