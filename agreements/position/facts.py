"""A position's rows as the facts that the strategy reads."""

from datetime import date
from typing import Any

from agreements.position.models import Position
from engagements.models import Engagement
from governance import fact_rows
from governance.strategy import PositionFacts

# What is said of the matter while it waits, and never part of what it says.
BESIDE = ("ks_contact_on", "ks_contact", "sent_on")
OWN = (
    "topic",
    "process",
    "deadline_on",
    "counterpart_kind",
    "effect",
    "city_interest",
    "eu_matter",
    "eu_principles",
    "position_text",
    "scope",
    "on_behalf_of_ks",
    "in_boards_name",
    "group_board_needed",
    "position_channel",
    "in_sef",
    "slk_coordinates",
    "procurement_with_party",
    "secrecy_possible",
    *BESIDE,
)


def facts(engagement: Engagement, *, stage: str, on: date) -> PositionFacts:
    """Return what is known about a position on a day; what nobody has answered is None.

    stage: "draft", "submission" or "decision". Raises Position.DoesNotExist for another kind.
    """
    position: Position = engagement.position
    return PositionFacts(
        **fact_rows.common(engagement, stage=stage, on=on),
        **fact_rows.answers(position, OWN),
        counterpart=engagement.counterpart or None,
        secrecy_assessed=True if engagement.secret else None,
    )


def content(engagement: Engagement) -> dict[str, Any]:
    """Return what is answered beside the facts; whom one spoke with is no part of what is said."""
    return fact_rows.content(engagement.position, judged=OWN, unjudged=("ks_contact_by",))
