"""What is signed as facts: the same answers for both kinds."""

from __future__ import annotations

from datetime import date
from typing import Any

from engagements.models import Engagement
from governance import fact_rows, forums
from governance.strategy.facts.rows import Benefit

OWN = (
    "label",
    "agreement_text",
    "purpose",
    "counterpart_kind",
    "country",
    "city",
    "within_initiative",
    "initiative_name",
    "themes",
    "exchanges",
    "no_exchange",
    "benefit_stockholm",
    "process",
    "effect",
    "city_interest",
    "eu_matter",
    "eu_principles",
    "open_ended",
    "renews_itself",
    "next_review_on",
    "last_review_on",
    "scope",
    "on_behalf_of_ks",
    "forums_searched",
    "close_to_state",
    "asks_twinning",
    "legally_reviewed",
    "procurement_with_party",
    "secrecy_possible",
)
# What is written down about the matter when it is no longer advised on.
AFTER = ("amends_id", "amending", "follows_id", "came_of", "delivered", "gave_us", "gave_them")


def told(engagement: Engagement, *, stage: str, on: date) -> dict[str, Any]:
    """Return the facts of an agreement by name."""
    return {
        **fact_rows.common(engagement, stage=stage, on=on),
        **fact_rows.answers(engagement.detail, OWN),
        "counterpart": engagement.counterpart or None,
        "benefits": tuple(
            Benefit(party=row.party or None, gain=row.gain or None)
            for row in _lines(engagement.partygain_rows)
        ),
        "forums": forums.facts(engagement, stage=stage, written=engagement.triedforum_rows.all()),
        "secrecy_assessed": True if engagement.secret else None,
    }


def content(engagement: Engagement) -> dict[str, Any]:
    """Return what is answered beside the facts; names of those who sign are theirs alone."""
    signing = [[row.party, row.office] for row in _lines(engagement.signatory_rows)]
    beside = fact_rows.content(engagement.detail, judged=OWN, unjudged=AFTER)
    return beside | {"signatories": signing}


def _lines(rows: Any) -> list[Any]:
    return sorted(rows.all(), key=lambda row: row.place)
