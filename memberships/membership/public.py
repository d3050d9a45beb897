"""What all may read of a membership beside what every matter tells: fees, and its next review."""

from __future__ import annotations

from typing import Any

from engagements.models import Engagement
from governance.models import Register
from memberships.membership.models import FeeYear, Membership


def public(engagement: Engagement) -> dict[str, Any]:
    """Return more public columns; a review is a matter, and stands in no register."""
    row: Membership = engagement.membership
    if row.review_of_id:
        return {}
    fees = FeeYear.objects.filter(engagement=engagement).exclude(year=None)
    return {
        "register": str(Register.MEMBERSHIP),
        "next_review_on": row.next_review_on,
        "starts_on": row.since,
        "fees": {fee.year: fee.kronor for fee in fees},
    }
