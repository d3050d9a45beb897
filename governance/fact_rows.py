"""What every kind's facts take from the same rows: goals, places, money, roles.

A kind's ``facts.py`` adds its own answers to these; ``common`` gives them all at once.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q

from engagements.models import Detail, Engagement, Organisation
from engagements.vocabulary import CostLine, Task
from governance import frames
from governance.surroundings import Surroundings, around

PER_PERSON = (
    CostLine.MEAL,
    CostLine.GIFT,
    CostLine.RECEPTION,
    CostLine.TRANSPORT,
    CostLine.LODGING,
    CostLine.OTHER,
)
# The stage of nobody: what people have answered, without what is looked up around it.
CONTENT = "content"
COMMON = (
    "directions",
    "goals",
    "sdgs",
    "qualities",
    "audiences",
    "cooperation_purposes",
    "partner_sectors",
    "initiative",
    "goal_contribution",
    "sdg_how",
    "touches_foreign_policy",
    "estimated_sek",
    "working_hours",
    "budget_line",
    "in_operational_plan",
    "starts_on",
    "ends_on",
)


def common(
    engagement: Engagement, *, stage: str, on: date, near: Surroundings | None = None
) -> dict[str, Any]:
    """Return the facts that every kind shares, as far as rows of every kind tell them.

    stage: "draft", "submission" or "decision"; or CONTENT, which leaves out what changes without
    anybody changing the matter. near: what other rows say of it, where that is at hand.
    """
    near = near or around(engagement, on=on)
    return {
        "stage": stage,
        "title": engagement.title,
        **answers(engagement, COMMON),
        **_anew(near),
        **_places(engagement, near),
        **({} if stage == CONTENT else _outside(engagement, near, on=on)),
    }


def _outside(engagement: Engagement, near: Surroundings, *, on: date) -> dict[str, Any]:
    year = (engagement.starts_on or on).year
    needed = engagement.organisation.needs_contact_person
    return {
        "frame_sek": near.frame_sek,
        "decided_sek": frames.decided_beside(engagement, year=year),
        **near.gift,
        "observations": near.observations,
        "contact_person_appointed": near.contact_person if needed else None,
        "conflicts": _conflicts(near),
    }


def per_person(near: Surroundings) -> dict[str, Any]:
    """Return what is offered, kronor a person by line, for a kind with hospitality."""
    return {f"{line.value}_sek": near.per_person.get(line.value) for line in PER_PERSON}


def answers(row: Any, names: Iterable[str]) -> dict[str, Any]:
    """Return columns as facts: what nobody has answered is None, a list is a tuple."""
    return {name: _answer(getattr(row, name)) for name in names}


def _answer(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value)
    return None if value == "" else value


def content(row: Detail, *, judged: Iterable[str], unjudged: Iterable[str] = ()) -> dict[str, Any]:
    """Return what a detail row answers beside the facts, for what advice is given on.

    judged: the columns that are facts. unjudged: those that nobody advises on.
    """
    left_out = {*judged, *unjudged, *row.PERSONAL, "engagement_id"}
    columns = {field.attname for field in row._meta.concrete_fields} - left_out
    return {name: getattr(row, name) for name in sorted(columns)}


def is_ours(funder: str) -> bool | None:
    """Whether a funder bears the name of one of the city's own bodies; None without a funder."""
    if not funder:
        return None
    named = Q(name_sv__iexact=funder) | Q(name_en__iexact=funder)
    return Organisation.objects.filter(named).exists()


def examples(near: Surroundings, row: Any, *, stage: str) -> dict[str, Any]:
    """Return what good examples are shown: what is written, and those of the register it cites."""
    if stage == CONTENT:
        return {}
    return {"good_examples": "; ".join(filter(None, [row.good_examples, *near.examples])) or None}


def _anew(near: Surroundings) -> dict[str, Any]:
    """Return what it came to, and what was decided, while that waits for a new decision."""
    if near.anew is None:
        return {}
    outcome, decided = near.anew
    return {"estimated_sek": outcome, "decided_sek_before": decided}


def _places(engagement: Engagement, near: Surroundings) -> dict[str, Any]:
    host = engagement.organisation
    return {
        "host": host.code,
        "host_board": host.board.code if host.board else None,
        "host_is_company": host.is_company,
        "areas": tuple(code for code, _deciding in near.areas),
        "area_boards": tuple(deciding for _code, deciding in near.areas),
    }


def _conflicts(near: Surroundings) -> tuple[str, ...]:
    """Return who has stepped aside, and "decides" when nobody of the organisation's is left."""
    if not near.aside:
        return ()
    left = () if near.owners_left else (str(Task.DECIDES),)
    return (*(str(pk) for pk in near.aside), *left)
