"""A reception's rows as the facts that the strategy reads: the only translation between the two."""

from datetime import date
from typing import Any

from engagements.models import Engagement
from governance import fact_rows
from governance.strategy import ReceptionFacts
from visits.reception.models import Reception

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
    known = fact_rows.common(engagement, stage=stage, on=on)
    known |= {"ends_on": engagement.starts_on}  # it is over the same evening
    return ReceptionFacts(
        **known,
        **fact_rows.answers(reception, OWN),
        **fact_rows.per_person(engagement),
        **_evening(reception, engagement.starts_on),
        counterpart=engagement.counterpart or None,
        secrecy_assessed=True if engagement.secret else None,
        funder_own_group=fact_rows.is_ours(reception.funder),
    )


def content(engagement: Engagement) -> dict[str, Any]:
    """Return what is answered beside the facts: the days that are offered, and another day.

    A day that is chosen among those offered is left out, since it is one of them.
    """
    offered = [
        [option.day, option.time, option.hall]
        for option in sorted(engagement.dateoption_rows.all(), key=lambda row: row.place)
    ]
    day = engagement.starts_on
    return fact_rows.content(engagement.reception, judged=OWN, unjudged=("guests_came",)) | {
        "offered": offered,
        "day": None if day in [row[0] for row in offered] else day,
    }


def _evening(reception: Reception, day: date | None) -> dict[str, bool | None]:
    """Return where in the event the evening falls: by its days, else as somebody answered."""
    before, last = reception.is_evening_before(day), reception.is_last_evening(day)
    return {
        "evening_before": reception.evening_before if before is None else before,
        "last_evening": reception.last_evening if last is None else last,
    }
