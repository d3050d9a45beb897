"""Who weighed what, in the form that is kept with a receipt.

The receipt itself holds what the pure strategy judged, and replays to the same bytes. How people
weighed its findings is kept beside it, so that both can be told in the ledger by their sums.
"""

from __future__ import annotations

import secrets
from typing import Any

from engagements.models import Engagement
from governance.ledger import canonical
from governance.models import Weighing
from governance.strategy import Assessment


def weighed(engagement: Engagement, assessment: Assessment) -> str:
    """Return the weighings that an assessment rests on, as canonical JSON.

    A random salt goes first: the text's sum stands in the public ledger, and what somebody wrote
    shall not be found by guessing it.
    """
    newest = {
        (row.rule, row.clause): row
        for row in Weighing.objects.filter(engagement=engagement).order_by("pk")
    }
    found = [
        _told(newest[finding.rule, finding.clause], part=finding.part)
        for finding in assessment.needs_weighing
        if (finding.rule, finding.clause) in newest
    ]
    return canonical({"salt": secrets.token_hex(32), "weighings": found})


def _told(row: Weighing, *, part: str | None) -> dict[str, Any]:
    return {
        "id": row.pk,
        "rule": row.rule,
        "clause": row.clause,
        "part": part,
        "by": row.by_id,
        "at": row.at.isoformat(),
        "grounds": row.grounds,
    }
