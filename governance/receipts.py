"""Who weighed what, in the form that is kept with a receipt.

The receipt itself holds what the pure strategy judged, and replays to the same bytes. How people
weighed its findings is kept beside it, so that both can be told in the ledger by their sums.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable
from typing import Any

from django.db.models import BooleanField, Count, Func, JSONField, QuerySet, Value
from django.db.models.functions import Cast

from engagements.models import Engagement
from governance.ledger import canonical
from governance.models import Assessment, Weighing
from governance.strategy import Verdict


def weighed(weighings: Iterable[Weighing]) -> str:
    """Return the weighings that findings have got, as canonical JSON.

    A random salt goes first: the text's sum stands in the public ledger, and what somebody wrote
    shall not be found by guessing it.
    """
    return _salted([_told(row) for row in weighings])


def nothing_weighed() -> str:
    """Return what ``weighed`` does where no finding called for it."""
    return _salted([])


def _salted(weighings: list[dict[str, Any]]) -> str:
    return canonical({"salt": secrets.token_hex(32), "weighings": weighings})


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


def given(clause: str, *, among: QuerySet[Engagement]) -> dict[Verdict, int]:
    """Return in how many engagements each verdict was given on a clause, by newest receipts."""
    newest = Assessment.objects.filter(engagement__in=among).order_by("engagement_id", "-id")
    kept = Assessment.objects.filter(pk__in=newest.distinct("engagement_id").values("pk"))
    told = kept.aggregate(
        **{verdict.value: Count("pk", filter=_tells(clause, verdict)) for verdict in Verdict}
    )
    return {verdict: told[verdict.value] for verdict in Verdict}


def _tells(clause: str, verdict: Verdict) -> Func:
    """Return in SQL whether a receipt has a finding on a clause with a verdict."""
    told = json.dumps({"findings": [{"clause": clause, "verdict": verdict.value}]})
    return Func(
        Cast("receipt", JSONField()),
        Value(told),
        template="(%(expressions)s::jsonb)",
        arg_joiner=" @> ",
        output_field=BooleanField(),
    )
