"""What an amendment would change, question by question, in the reader's words."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from django.utils.translation import override

from engagements.forms import summary
from engagements.models import Engagement
from governance import kinds

LANGUAGES = ("sv", "en")
# What the matter itself is called is not what it changes.
OWN = ("title",)


class Change(NamedTuple):
    """One answer before and after; empty where there was none."""

    label: str
    before: str
    after: str


def changes(
    whole: Engagement, amendment: Engagement, *, on: date, without: tuple[str, ...] = ()
) -> list[Change]:
    """Return the answers that differ, in the order of the form.

    without: what the names of questions begin with that are no part of the amendment.
    """
    named = _named(whole, amendment, on=on)
    return [change for name, change in named if not name.startswith(without)]


def kept(
    whole: Engagement, amendment: Engagement, *, on: date, without: tuple[str, ...] = ()
) -> dict[str, list[list[str]]]:
    """Return the same by language, to be kept when it takes effect: names are never kept there."""
    found: dict[str, list[list[str]]] = {}
    for language in LANGUAGES:
        with override(language):
            lines = changes(whole, amendment, on=on, without=without)
            found[language] = [list(line) for line in lines]
    return found


def told(amendment: Engagement, *, language: str) -> list[Change]:
    """Return what an amendment that has taken effect once changed."""
    came_of = amendment.detail.came_of  # type: ignore[attr-defined]
    lines = came_of.get(language) or came_of.get("sv") or []
    return [Change(*line) for line in lines]


def _named(whole: Engagement, amendment: Engagement, *, on: date) -> list[tuple[str, Change]]:
    before, after = _answers(whole, on=on), _answers(amendment, on=on)
    names = [*after, *(name for name in before if name not in after)]
    return [
        (name, Change(_label(name, before, after), _said(name, before), _said(name, after)))
        for name in names
        if _said(name, before) != _said(name, after)
    ]


def _answers(engagement: Engagement, *, on: date) -> dict[str, summary.Answer]:
    steps = kinds.pages_of(engagement).steps
    parts = summary.parts(summary.forms_of(steps, engagement, on=on))
    return {one.name: one for part in parts for one in part.answers if one.name not in OWN}


def _said(name: str, answers: dict[str, summary.Answer]) -> str:
    return answers[name].value if name in answers else ""


def _label(name: str, *known: dict[str, summary.Answer]) -> str:
    return next(answers[name].label for answers in known if name in answers)
