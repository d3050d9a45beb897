"""A reception's rows as the facts that the strategy reads: the only translation between the two."""

from datetime import date
from typing import Any

from engagements.models import Engagement
from governance import fact_rows
from governance.strategy import ReceptionFacts
from governance.surroundings import around
from visits.reception.models import DateOption, Reception

OWN = (
    "counterpart_kind",
    "received_on",
    "commercial_organiser",
    "procurement_with_party",
    "event",
    "event_kind",
    "character",
    "high_scientific_level",
    "purpose",
    "why_capital",
    "stockholm_learns",
    "they_learn",
    "learning_kinds",
    "image_gain",
    "good_examples",
    "state_partner",
    "process",
    "effect",
    "city_interest",
    "secrecy_possible",
    "guests",
    "foreign_share",
    "hotels_in_city",
    "own_participants",
    "at_city_hall",
    "city_host",
    "shared_with",
    "hours",
    "serving",
    "alcohol",
    "gift_to_official",
    "external_share",
    "funder",
    "approver_takes_part",
)
# Which day is chosen among those that advice was given on changes nothing that was advised.
CHOSEN = frozenset({"starts_on", "ends_on", "evening_before", "last_evening"})


def facts(engagement: Engagement, *, stage: str, on: date) -> ReceptionFacts:
    """Return what is known about a reception on a day; what nobody has answered is None.

    stage: "draft", "submission" or "decision". Raises Reception.DoesNotExist for another kind.
    """
    reception: Reception = engagement.reception
    near = around(engagement, on=on)
    known = fact_rows.common(engagement, stage=stage, on=on, near=near)
    known |= {"ends_on": engagement.starts_on}  # it is over the same evening
    return ReceptionFacts(
        **known,
        **fact_rows.answers(reception, OWN) | fact_rows.examples(near, reception, stage=stage),
        **fact_rows.per_person(near),
        **_evening(engagement),
        counterpart=engagement.counterpart or None,
        secrecy_assessed=True if engagement.secret else None,
        funder_own_group=fact_rows.is_ours(reception.funder),
    )


def content(engagement: Engagement) -> dict[str, Any]:
    """Return what is answered beside the facts: the days that are offered, and another day.

    A day that is chosen among those offered is left out, since it is one of them.
    """
    offered = [[option.day, option.time, option.hall] for option in _offered(engagement)]
    day = engagement.starts_on
    return fact_rows.content(engagement.reception, judged=OWN, unjudged=("guests_came",)) | {
        "offered": offered,
        "day": None if day in [row[0] for row in offered] else day,
    }


def _offered(engagement: Engagement) -> list[DateOption]:
    """Return the days that are offered, in the order of the form."""
    rows: list[DateOption] = sorted(engagement.dateoption_rows.all(), key=lambda row: row.place)
    return rows


def _evening(engagement: Engagement) -> dict[str, Any]:
    """Return where in the event the evening falls: by its days, else as somebody answered.

    Until a day is chosen, one good evening among those that are offered is enough.
    """
    reception: Reception = engagement.reception
    days = [engagement.starts_on] if engagement.starts_on else []
    days = days or [row.day for row in _offered(engagement) if row.day]
    fallen = [(reception.is_evening_before(day), reception.is_last_evening(day)) for day in days]
    if (False, False) in fallen:
        fallen = [(False, False)]
    before, last = (_known([pair[place] for pair in fallen]) for place in (0, 1))
    return {
        "evening_before": reception.evening_before if before is None else before,
        "last_evening": reception.last_evening if last is None else last,
    }


def _known(fallen: list[bool | None]) -> bool | None:
    """Return whether any of the evenings is a wrong one; None when the days do not tell."""
    return None if not fallen or None in fallen else any(fallen)
