"""Frames, plans and priorities, on the pages of matters."""

from __future__ import annotations

from typing import Any, NamedTuple

from django import template
from django.utils import timezone

from engagements.models import Engagement, Organisation, User
from engagements.permissions import reach_of
from engagements.vocabulary import Status
from governance import frames, plans, priorities, rounds
from governance.actions import planning
from governance.forms_planning import TieForm
from governance.frames import Standing
from governance.models import PlannedLine, PlannedTie, Priority, Round
from governance.priorities import Suggestion
from governance.strategy import Assessment

register = template.Library()
OVER = (Status.REJECTED, Status.WITHDRAWN)


@register.inclusion_tag("planning/_standing.html")
def frame_standing(assessment: Assessment, asked_sek: int | None = None) -> dict[str, Standing]:
    """Show a matter's cost against its host's frame."""
    return {"standing": frames.standing_of(assessment, asked_sek=asked_sek)}


@register.filter
def at(places: dict[str, str], fact: str) -> str:
    """Return the address of a fact's question; empty when the form lacks it."""
    return places.get(fact, "")


class Hints(NamedTuple):
    """What a matter meets of what is prioritised, and what that and the plan speak for."""

    met: list[tuple[Priority, str]]
    suggestions: list[Suggestion]


@register.simple_tag
def hints_of(engagement: Engagement) -> Hints:
    """Return what is known that speaks for an answer; nothing is answered by it."""
    met = priorities.of(engagement, on=timezone.localdate())
    return Hints(
        [(row, priorities.said(row)) for row in met], priorities.suggestions(engagement, met)
    )


@register.simple_tag
def priorities_in(country: str) -> list[tuple[Priority, str]]:
    """Return who prioritises a country today, in words."""
    rows = priorities.in_country(country, on=timezone.localdate())
    return [(row, priorities.said(row)) for row in rows]


class Waits(NamedTuple):
    """The follow-up that is answered now, and a person's organisations that have not."""

    round: Round
    organisations: list[Organisation]


@register.simple_tag
def round_waits(person: User) -> Waits | None:
    """Return what a follow-up waits for from a person; None when it is nothing."""
    today = timezone.localdate()
    if not reach_of(person, on=today).owns:
        return None
    now = rounds.newest(on=today)
    left = rounds.unanswered_by(person, now, on=today) if now else []
    return Waits(now, left) if now and left else None


class Planned(NamedTuple):
    """What a matter is of its organisation's plan. form: for who may say so."""

    line: PlannedLine | None
    form: TieForm | None
    year: int


@register.simple_tag
def planned_of(engagement: Engagement, user: Any) -> Planned | None:
    """Return which line a matter is; None where its reader has nothing to do with plans."""
    today = timezone.localdate()
    reach = reach_of(user, on=today)
    host = engagement.organisation
    own = host.pk in reach.owns
    if not (own or host.board_id in reach.boards or plans.sees_all(user, on=today)):
        return None
    year = (engagement.starts_on or today).year
    tie: PlannedTie | None = getattr(engagement, "planned_tie", None)
    line = tie.line if tie else None
    if not own or engagement.status in OVER:
        return Planned(line, None, year)
    lines = planning.lines_for(engagement, on=today)
    if line and line.pk not in {row.pk for row in lines}:
        lines.insert(0, line)
    form = TieForm(lines=lines, initial={"line": line.pk if line else ""}, auto_id="plan-%s")
    return Planned(line, form if lines else None, year)
