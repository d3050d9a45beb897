"""From rows to a judgement and back: facts to the strategy, its answer to a receipt."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from engagements.models import Engagement, User
from engagements.standing import kept
from engagements.vocabulary import RoleName
from governance import kinds, receipts, strategy
from governance.fact_rows import CONTENT
from governance.models import Assessment, EditionStart, PolicyValue, Weighing
from governance.strategy import (
    EDITIONS,
    Editions,
    Facts,
    Value,
    Values,
    Verdict,
    canonical,
    receipt_of,
)
from governance.strategy.clauses import within
from governance.strategy.context import Context, context_of

# Facts that change without anybody changing the item.
OUTSIDE = {"stage", "frame_sek", "decided_sek", "contact_person_appointed", "earlier_visits"}
OUTSIDE |= {"conflicts", "secrecy_assessed", "others_from_city", "missing_reports"}
OUTSIDE |= {"observations"}
# What organisations say of their own burden; one that adds sends the matter another way instead.
OUTSIDE |= {"burdens", "consulted"}
FOREIGN_POLICY = "4.0"
# What comes of it, after all advice and decisions.
OUTSIDE |= {"gift_received_sek", "gift_kept_personally"}


@kept(PolicyValue)
def current_values() -> Values:
    """Return the city's values of all days; the first ones where the city has set none."""
    return Values(current_rows())


@kept(PolicyValue)
def current_rows() -> tuple[Value, ...]:
    """Return what ``current_values`` is made of, the first ones first."""
    rows = [
        Value(row.key, row.value, row.valid_from, row.source, row.valid_to)
        for row in PolicyValue.objects.order_by("valid_from", "key")
    ]
    return (*strategy.DEFAULT_VALUES, *rows)


@kept(EditionStart)
def current_editions() -> Editions:
    """Return the editions of all sources; a draft holds from the day that the city has set."""
    begun = dict(EditionStart.objects.values_list("edition", "valid_from"))
    if not begun:
        return EDITIONS
    return Editions(
        replace(row, valid_from=begun[row.id]) if row.id in begun else row for row in EDITIONS
    )


def value_of(key: str, *, on: date) -> Any:
    """Return one value on a day, for facts that are counted by it. Raises UnknownValue."""
    return current_values().get(key, on)


def context_on(on: date) -> Context:
    """Return what rules know on a day: the city's values, and what the editions state."""
    return context_of(on, current_values().on(on), current_editions().on(on))


def judge(engagement: Engagement, *, stage: str, on: date) -> strategy.Assessment:
    """Return what the strategy says of an engagement on a day."""
    return strategy.assess(
        kinds.facts_of(engagement, stage=stage, on=on),
        on=on,
        values=current_values(),
        editions=current_editions(),
    )


def content_hash(engagement: Engagement, *, on: date, told: Facts | None = None) -> str:
    """Return the SHA-256 of what advice and decisions are given on: all that people answered.

    told: its facts of the day, where they are at hand; of any stage, since no stage changes it.
    """
    facts = (told or kinds.facts_of(engagement, stage=CONTENT, on=on)).as_dict()
    outside = OUTSIDE | kinds.entry_of(engagement).outside
    own = {name: value for name, value in facts.items() if name not in outside}
    own["answers"] = kinds.content_of(engagement)
    # What is cited from the register of good examples takes nothing back of what was advised.
    own.pop("good_examples", None)
    if written := getattr(engagement.detail, "good_examples", ""):
        own["good_examples"] = written
    if "forums" in own:
        # A membership that somebody else joins may be found alike without an answer yet.
        answered = [forum for forum in own["forums"] if forum.get("why_not")]
        own["forums"] = sorted(answered, key=lambda forum: json.dumps(forum, sort_keys=True))
        if not own["forums"]:
            del own["forums"]
    text = json.dumps(own, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def store(
    engagement: Engagement,
    assessment: strategy.Assessment,
    *,
    stage: str,
    weighed: Mapping[str, Weighing] | None = None,
    by: User,
    at: datetime,
) -> Assessment:
    """Keep the receipt of an assessment, and who weighed its findings.

    weighed: as ``weighings`` has them, where they are at hand.
    """
    if weighed is None:
        weighed = weighings(engagement, assessment)
    text = canonical(receipt_of(assessment))
    return Assessment.objects.create(
        engagement=engagement,
        stage=stage,
        receipt=text,
        weighed=receipts.weighed(weighed.values()),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        content_sha256=content_hash(engagement, on=assessment.on, told=assessment.facts),
        made_by=by,
        made_at=at,
    )


def remember_counts(row: Engagement, assessment: strategy.Assessment) -> None:
    """Set the columns that lists show the verdicts by, and are searched by; the caller saves."""
    counts = assessment.counts
    row.breaches = counts[Verdict.BREACH]
    row.unanswered = counts[Verdict.UNANSWERED]
    row.judgements = counts[Verdict.JUDGE]
    row.notes = counts[Verdict.NOTE]
    row.supporting = counts[Verdict.SUPPORTS]
    row.clauses = sorted({name for found in assessment.findings for name in within(found.clause)})


def key_of(finding: strategy.Finding) -> str:
    """Return the name of a finding among an item's: its rule, and the part it concerns."""
    return f"{finding.rule}:{finding.part}" if finding.part else finding.rule


def fingerprint(finding: strategy.Finding) -> str:
    """Return the SHA-256 of a finding as it was told; other words, or figures, are another one."""
    return hashlib.sha256(f"{key_of(finding)}\n{finding.why.sv}".encode()).hexdigest()


def weighings(engagement: Engagement, assessment: strategy.Assessment) -> dict[str, Weighing]:
    """Return the newest grounds on each finding that calls for them, by its fingerprint."""
    names = [fingerprint(finding) for finding in assessment.needs_weighing]
    rows = Weighing.objects.filter(engagement=engagement, finding_sha256__in=names)
    newest = {row.finding_sha256: row for row in rows.order_by("pk")}
    return {name: newest[name] for name in names if name in newest}


def unweighed(assessment: strategy.Assessment, weighed: Collection[str]) -> list[strategy.Finding]:
    """Return the findings that call for grounds and have none yet. weighed: by fingerprint."""
    return [f for f in assessment.needs_weighing if fingerprint(f) not in weighed]


def advice_needed(assessment: strategy.Assessment) -> RoleName | None:
    """Return the unit at SLK whose advice an item must have: its route says so, or its words do.

    Words that may touch foreign policy are judged by SLK, whatever the registrar thinks (4.0).
    """
    if assessment.route.advice_required:
        return assessment.route.advice_unit
    asked = any(f.clause == FOREIGN_POLICY for f in assessment.needs_weighing)
    return RoleName.INTERNATIONAL_UNIT if asked else None
