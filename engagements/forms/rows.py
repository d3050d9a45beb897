"""Rows of a kind's own in a step: who travels, what it costs. One line of the form a row.

A row is known by its place, so that a page that saves itself writes the same row each time.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django import forms
from django.forms.models import fields_for_model
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from engagements.forms.base import Section, Words
from engagements.forms.modelfields import formfield
from engagements.models import Engagement, Line, User

OPEN: tuple[Any, ...] = (None, "", [])


@dataclass(frozen=True)
class Table:
    """What a step asks of each row. fields: tuples stand side by side, as in a section.

    called: the name of a row, before its number. least: how many lines are offered at first; spare:
    how many more than are filled in. prepare: sets what a field's choices are, by its name, or
    answers with another field in its place.
    """

    name: str
    model: type[Line]
    called: Words
    fields: tuple[tuple[str, ...], ...]
    labels: Mapping[str, Words] = field(default_factory=dict)
    hints: Mapping[str, Words] = field(default_factory=dict)
    least: int = 2
    spare: int = 1
    most: int = 20
    prepare: Callable[[Engagement, str, forms.Field], forms.Field | None] | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that are asked for, in order."""
        return tuple(name for row in self.fields for name in row)

    def places(self, engagement: Engagement) -> range:
        """Return the places of the lines that are offered."""
        last = max((row.place for row in self._rows(engagement)), default=-1)
        return range(min(max(self.least, last + 1 + self.spare), self.most))

    def question(self, place: int, column: str) -> str:
        """Return the name of a question."""
        return f"{self.name}-{place}-{column}"

    def questions(self, engagement: Engagement) -> dict[str, forms.Field]:
        """Return the fields of every line that is offered."""
        asked: dict[str, forms.Field] = {}
        for place in self.places(engagement):
            made = copy.deepcopy(self._line())
            for column in self.columns:
                if self.prepare:
                    made[column] = self.prepare(engagement, column, made[column]) or made[column]
                asked[self.question(place, column)] = made[column]
        return asked

    @cached_property
    def _lines(self) -> dict[str | None, dict[str, forms.Field]]:
        return {}

    def _line(self) -> dict[str, forms.Field]:
        """Make the fields of a line once for each language, since how they look hangs on words."""
        language = get_language()
        if language not in self._lines:
            self._lines[language] = self._made()
        return self._lines[language]

    def _made(self) -> dict[str, forms.Field]:
        made: dict[str, forms.Field] = fields_for_model(
            self.model,
            fields=self.columns,
            formfield_callback=formfield,
            labels=dict(self.labels),  # type: ignore[arg-type]
            help_texts=dict(self.hints),  # type: ignore[arg-type]
        )
        for column in self.columns:
            made[column].required = False
            if isinstance(made[column].widget, forms.RadioSelect):
                made[column] = _listed(made[column])
        return made

    def sections(self, engagement: Engagement) -> tuple[Section, ...]:
        """Return a section a line, named by its number."""
        return tuple(
            Section(
                f"{self.called} {place + 1}",
                tuple(tuple(self.question(place, c) for c in row) for row in self.fields),
                id=f"{self.name}-{place + 1}",
            )
            for place in self.places(engagement)
        )

    def stored(self, engagement: Engagement) -> dict[str, Any]:
        """Return the rows as they are stored, by the names of their questions."""
        return {
            self.question(row.place, column): _value(row, column)
            for row in self._rows(engagement)
            for column in self.columns
        }

    def put(self, engagement: Engagement, answers: Mapping[str, Any], *, by: User) -> None:
        """Write the rows that answers change; a row that says nothing any more is taken away."""
        rows = {row.place: row for row in self._rows(engagement)}
        for place in self.places(engagement):
            named = {self.question(place, column): column for column in self.columns}
            changed = {named[name]: value for name, value in answers.items() if name in named}
            if not changed:
                continue
            row = rows.get(place) or self.model(engagement=engagement, place=place)
            for column, value in changed.items():
                setattr(row, column, value)
            self._write(row, by=by)
        engagement.__dict__.get("_prefetched_objects_cache", {}).pop(self.related, None)

    def _write(self, row: Line, *, by: User) -> None:
        row._history_user = by  # type: ignore[attr-defined]
        if any(getattr(row, column) not in OPEN for column in self.columns):
            row.save()
        elif row.pk:
            row.delete()

    @property
    def related(self) -> str:
        """The name by which an engagement knows its rows."""
        return f"{self.model._meta.model_name}_rows"

    def _rows(self, engagement: Engagement) -> list[Line]:
        return sorted(getattr(engagement, self.related).all(), key=lambda row: row.place)


def _value(row: Line, column: str) -> Any:
    """Return what is stored; of a row of another table, its key."""
    return getattr(row, row._meta.get_field(column).attname)  # type: ignore[union-attr]


def _listed(radio: Any) -> forms.Field:
    """Return the same choice as a list: cards take too much room on a line."""
    radio.widget = forms.Select()
    radio.choices = [(code, name if code else _("Välj")) for code, name in radio.choices]
    found: forms.Field = radio
    return found
