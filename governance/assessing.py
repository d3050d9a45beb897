"""From rows to a judgement and back: facts to the strategy, its answer to a receipt."""

from __future__ import annotations

import hashlib
import json
from datetime import date, datetime
from typing import Any

from engagements.models import Engagement, User
from governance import kinds, strategy
from governance.models import Assessment, PolicyValue, Weighing
from governance.strategy import Value, Values, Verdict, canonical

# Facts that change without anybody changing the item.
OUTSIDE = {"stage", "frame_sek", "decided_sek", "contact_person_appointed", "earlier_visits"}
OUTSIDE |= {"conflicts"}
# What comes of it, after all advice and decisions.
OUTSIDE |= {"gift_received_sek", "gift_kept_personally"}


def current_values() -> Values:
    """Return the city's values of all days; the first ones where the city has set none."""
    rows = [
        Value(row.key, row.value, row.valid_from, row.source, row.valid_to)
        for row in PolicyValue.objects.all()
    ]
    return Values([*strategy.DEFAULT_VALUES, *rows])


def value_of(key: str, *, on: date) -> Any:
    """Return one value on a day, for facts that are counted by it. Raises UnknownValue."""
    rows = [
        Value(row.key, row.value, row.valid_from, row.source, row.valid_to)
        for row in PolicyValue.objects.filter(key=key)
    ]
    return Values([*strategy.DEFAULT_VALUES, *rows]).get(key, on)


def judge(engagement: Engagement, *, stage: str, on: date) -> strategy.Assessment:
    """Return what the strategy says of an engagement on a day."""
    return strategy.assess(
        kinds.facts_of(engagement, stage=stage, on=on), on=on, values=current_values()
    )


def content_hash(engagement: Engagement, *, on: date) -> str:
    """Return the SHA-256 of what advice and decisions are given on: the item's own facts."""
    facts = kinds.facts_of(engagement, stage="draft", on=on).as_dict()
    own = {name: value for name, value in facts.items() if name not in OUTSIDE}
    text = json.dumps(own, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def store(
    engagement: Engagement, assessment: strategy.Assessment, *, stage: str, by: User, at: datetime
) -> Assessment:
    """Keep the receipt of an assessment."""
    text = canonical(assessment.to_receipt())
    return Assessment.objects.create(
        engagement=engagement,
        stage=stage,
        receipt=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        content_sha256=content_hash(engagement, on=assessment.on),
        made_by=by,
        made_at=at,
    )


def remember_counts(row: Engagement, assessment: strategy.Assessment) -> None:
    """Set the columns by which lists show the verdicts; the caller saves the row."""
    counts = assessment.counts
    row.breaches = counts[Verdict.BREACH]
    row.unanswered = counts[Verdict.UNANSWERED]
    row.judgements = counts[Verdict.JUDGE]
    row.notes = counts[Verdict.NOTE]
    row.supporting = counts[Verdict.SUPPORTS]


def unweighed(engagement: Engagement, assessment: strategy.Assessment) -> list[strategy.Finding]:
    """Return the findings that call for grounds and have none yet."""
    weighed = set(Weighing.objects.filter(engagement=engagement).values_list("rule", "clause"))
    return [f for f in assessment.needs_weighing if (f.rule, f.clause) not in weighed]
