"""Who weighed what, in the form that is kept with a receipt.

The receipt itself holds what the pure strategy judged, and replays to the same bytes. How people
weighed its findings is kept beside it, so that both can be told in the ledger by their sums.
"""

from __future__ import annotations

import json
import secrets
from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Func, JSONField, QuerySet, Value
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
    # A receipt is canonical JSON: most are seen to say nothing of the clause without being parsed,
    # and the others are parsed once, since each is counted by all its verdicts.
    about = kept.filter(receipt__contains=f'"clause":{_written(clause)}')
    found = about.annotate(told=_told_on(clause)).values_list("told").annotate(Count("pk"))
    given = Counter[str]()
    for verdicts, many in found:
        given.update(dict.fromkeys(verdicts, many))
    return {verdict: given[verdict.value] for verdict in Verdict}


def _told_on(clause: str) -> Func:
    """Return in SQL the verdicts of a receipt's findings on a clause, as a list of JSON."""
    return Func(
        Cast("receipt", JSONField()),
        Value(f"$.findings[*] ? (@.clause == {_written(clause)}).verdict"),
        template="jsonb_path_query_array(%(expressions)s::jsonpath)",
        output_field=JSONField(),
    )


def _written(clause: str) -> str:
    """Return a clause's id as it stands in a receipt."""
    return json.dumps(clause, ensure_ascii=False)
