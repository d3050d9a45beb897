"""Who weighed what, in the form that is kept with a receipt.

The receipt itself holds what the pure strategy judged, and replays to the same bytes. How people
weighed its findings is kept beside it, so that both can be told in the ledger by their sums.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any

from engagements.models import Engagement
from governance.ledger import canonical
from governance.models import Weighing
from governance.strategy import Finding


def weighed(engagement: Engagement, findings: Mapping[str, Finding]) -> str:
    """Return the weighings that findings have got, as canonical JSON; findings: by fingerprint.

    A random salt goes first: the text's sum stands in the public ledger, and what somebody wrote
    shall not be found by guessing it.
    """
    rows = Weighing.objects.filter(engagement=engagement, finding_sha256__in=findings)
    newest = {row.finding_sha256: row for row in rows.order_by("pk")}
    found = [_told(newest[name]) for name in findings if name in newest]
    return canonical({"salt": secrets.token_hex(32), "weighings": found})


def _told(row: Weighing) -> dict[str, Any]:
    return {
        "id": row.pk,
        "rule": row.rule,
        "clause": row.clause,
        "part": row.part,
        "finding_sha256": row.finding_sha256,
        "by": row.by_id,
        "at": row.at.isoformat(),
        "grounds": row.grounds,
    }
