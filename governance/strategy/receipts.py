"""The receipt of an assessment: all that it stood on and all that it said; and its replay."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

from governance.strategy.clauses import EDITIONS, Edition, Editions, clauses_of
from governance.strategy.engine import Assessment, judged
from governance.strategy.facts import ALL, FACTS_OF
from governance.strategy.routing import Step
from governance.strategy.rulebook import RULES
from governance.strategy.values import DEFAULT_VALUES
from governance.strategy.verdicts import Finding

# 1 named no rules and no sums of editions.
VERSION = 2
FIRST_VALUES = {value.key: value.value for value in DEFAULT_VALUES}


def receipt_of(assessment: Assessment, *, version: int = VERSION) -> dict[str, Any]:
    """Return everything that a replay needs and its answer must equal, as JSON values.

    version: 1 for one that is compared with a receipt of that version.
    """
    editions = assessment.editions.values()
    told: dict[str, Any] = {
        "v": version,
        "code": assessment.code_version,
        "kind": assessment.facts.kind.value,
        "on": assessment.on.isoformat(),
        "editions": {edition.source: edition.id for edition in editions},
        "values": dict(assessment.values),
        "facts": assessment.facts.as_dict(),
        "findings": [_finding(finding) for finding in assessment.findings],
        "route": [_step(step) for step in assessment.route.steps],
    }
    if version > 1:
        told["rules"] = sorted(rule.id for rule, _edition in assessment.asked)
        told["sums"] = {edition.id: sum_of(edition) for edition in editions}
    return told


def _finding(finding: Finding) -> dict[str, Any]:
    """Return a finding as it was told, as JSON values."""
    return {
        "clause": finding.clause,
        "rule": finding.rule,
        "edition": finding.edition,
        "verdict": finding.verdict.value,
        "part": finding.part,
        "sv": finding.why.sv,
        "en": finding.why.en,
        "mend": None if finding.mend is None else [finding.mend.sv, finding.mend.en],
        "read": list(finding.read),
    }


def _step(step: Step) -> dict[str, Any]:
    """Return a step as JSON values."""
    return {
        "body": step.body.value,
        "task": step.task.value,
        "clause": step.clause,
        "stated": step.stated,
        "organisation": step.organisation,
    }


def canonical(receipt: dict[str, Any]) -> str:
    """Return a receipt as canonical JSON: sorted keys, no spaces, no NaN."""
    return json.dumps(
        receipt, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    )


@lru_cache(maxsize=64)
def sum_of(edition: Edition) -> str:
    """Return the SHA-256 of what an edition is: its clauses' words, its values and its rules.

    When it holds is no part of it: the city may say so later, and it judges as it did.
    """
    rules = [
        rule for facts in ALL for rule in RULES.get(facts, ()) if rule.source == edition.source
    ]
    told = {
        "id": edition.id,
        "clauses": [
            [one.id, one.title.sv, one.title.en, one.plain.sv, one.plain.en]
            for one in clauses_of(edition)
        ],
        "values": dict(edition.values),
        "rules": sorted(
            [rule.id, rule.clause, list(rule.reads)]
            for rule in rules
            if rule.editions is None or edition.id in rule.editions
        ),
    }
    return hashlib.sha256(canonical(told).encode()).hexdigest()


def replay(
    receipt: Mapping[str, Any],
    *,
    editions: Editions | None = None,
    values: Mapping[str, Any] | None = None,
) -> Assessment:
    """Judge a receipt's facts again, on its day, by default under its own editions and values.

    editions: those that hold on its day are asked instead. values: these hold instead of its own
    of the same key. The same code gives the same bytes. A receipt of another ``code`` is judged by
    this one; the bytes then tell what has changed. Under its own editions only the rules that were
    asked then are asked, so that a rule that is added later changes no old receipt. A value that
    the city had no need of then has its first one. Raises UnknownEdition, and KeyError for a kind
    that this code does not know.
    """
    on = date.fromisoformat(receipt["on"])
    facts = FACTS_OF[receipt["kind"]].from_dict(receipt["facts"])
    only = None
    if editions is None:
        editions = _own(tuple(receipt["editions"].values()))
        only = receipt["rules"] if "rules" in receipt else _first_rules(receipt["kind"])
    held = receipt["values"] if values is None else {**receipt["values"], **values}
    found = judged(
        facts, on=on, values={**FIRST_VALUES, **held}, editions=editions.on(on), only=only
    )
    return replace(found, values=held)


@lru_cache(maxsize=64)
def _first_rules(kind: str) -> frozenset[str]:
    """Return the rules that a receipt of version 1 was given under."""
    return frozenset(rule.id for rule in RULES[FACTS_OF[kind]] if rule.since == 1)


@lru_cache(maxsize=64)
def _own(ids: tuple[str, ...]) -> Editions:
    return EDITIONS.pinned(*ids)
