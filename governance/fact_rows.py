"""What every kind's facts take from the same rows: goals, places, money, roles.

A kind's ``facts.py`` adds its own answers to these; ``common`` gives them all at once.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q

from engagements.models import Conflict, Detail, Engagement, Organisation, Role
from engagements.permissions import OWNERS
from engagements.vocabulary import CostLine, RoleName, Task
from governance import frames
from governance.models import FollowUp, Frame, KnowledgeCitation, Overrun

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


def common(engagement: Engagement, *, stage: str, on: date) -> dict[str, Any]:
    """Return the facts that every kind shares, as far as rows of every kind tell them.

    stage: "draft", "submission" or "decision"; or CONTENT, which leaves out what changes without
    anybody changing the matter.
    """
    return {
        "stage": stage,
        "title": engagement.title,
        **answers(engagement, COMMON),
        **_anew(engagement),
        **_places(engagement),
        **({} if stage == CONTENT else _around(engagement, on=on)),
    }


def _around(engagement: Engagement, *, on: date) -> dict[str, Any]:
    return {
        **_frame(engagement, on=on),
        **_gift(engagement),
        "observations": _observations(engagement),
        "contact_person_appointed": _has_contact_person(engagement, on=on),
        "conflicts": _conflicts(engagement, on=on),
    }


def per_person(engagement: Engagement) -> dict[str, Any]:
    """Return what is offered, kronor a person by line, for a kind with hospitality."""
    per_person = dict(engagement.costs.values_list("line", "per_person_sek"))
    return {f"{line.value}_sek": per_person.get(line.value) for line in PER_PERSON}


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


def examples(engagement: Engagement, row: Any, *, stage: str) -> dict[str, Any]:
    """Return what good examples are shown: what is written, and those of the register it cites."""
    if stage == CONTENT:
        return {}
    rows = KnowledgeCitation.objects.filter(engagement=engagement, example__isnull=False)
    cited = rows.order_by("pk").values_list("example__title", flat=True)
    return {"good_examples": "; ".join(filter(None, [row.good_examples, *cited])) or None}


def _observations(engagement: Engagement) -> tuple[str, ...]:
    """Return the titles of the observations and comparisons that a matter rests on (3.2.1)."""
    rows = KnowledgeCitation.objects.filter(engagement=engagement, example=None).order_by("pk")
    pairs = rows.values_list("observation__title", "comparison__title")
    return tuple(seen or compared for seen, compared in pairs)


def _anew(engagement: Engagement) -> dict[str, Any]:
    """Return what it came to, and what was decided, while that waits for a new decision."""
    waiting = Overrun.objects.filter(engagement=engagement, decision__superseded_by=None).first()
    if waiting is None:
        return {}
    return {"estimated_sek": waiting.outcome_sek, "decided_sek_before": waiting.decided_sek}


def _gift(engagement: Engagement) -> dict[str, Any]:
    """Return what the register of gifts says, once it is followed up."""
    names = ("gift_received_sek", "gift_kept_personally")
    return FollowUp.objects.filter(engagement=engagement).values(*names).first() or {}


def _places(engagement: Engagement) -> dict[str, Any]:
    host = engagement.organisation
    touched = sorted(
        (row.organisation for row in engagement.taking_part.select_related("organisation__board")),
        key=lambda organisation: organisation.code,
    )
    return {
        "host": host.code,
        "host_board": host.board.code if host.board else None,
        "host_is_company": host.is_company,
        "areas": tuple(organisation.code for organisation in touched),
        "area_boards": tuple(organisation.deciding_code for organisation in touched),
    }


def _frame(engagement: Engagement, *, on: date) -> dict[str, Any]:
    year = (engagement.starts_on or on).year
    host = engagement.organisation
    frame = Frame.objects.filter(organisation=host, year=year).values_list("amount_sek", flat=True)
    return {"frame_sek": frame.first(), "decided_sek": frames.decided_beside(engagement, year=year)}


def _conflicts(engagement: Engagement, *, on: date) -> tuple[str, ...]:
    """Return who has stepped aside, and "decides" when nobody of the organisation's is left."""
    declared = Conflict.objects.filter(engagement=engagement).order_by("user_id")
    aside = list(declared.values_list("user_id", flat=True))
    if not aside:
        return ()
    seats = Role.objects.on(on).filter(organisation=engagement.organisation, name__in=OWNERS)
    left = set(seats.values_list("user_id", flat=True)) - set(aside)
    return (*(str(pk) for pk in aside), *(() if left else (str(Task.DECIDES),)))


def _has_contact_person(engagement: Engagement, *, on: date) -> bool | None:
    if not engagement.organisation.needs_contact_person:
        return None
    return (
        Role.objects.on(on)
        .filter(organisation=engagement.organisation, name=str(RoleName.CONTACT_PERSON))
        .exists()
    )
