"""Receipts judged again under their own editions and values: which differ, and why."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from governance.models import Assessment
from governance.strategy import EDITIONS, canonical, receipt_of, replay
from governance.strategy.receipts import sum_of

BATCH = 500
Findings = dict[tuple[str, str], tuple[str, str]]


@dataclass(frozen=True)
class Different:
    """A receipt that is not what it was, or does not judge as it did; reasons: in words."""

    number: str
    stage: str
    made_at: datetime
    reasons: tuple[str, ...]

    def __str__(self) -> str:
        """Return it as one line."""
        made = f"{self.made_at:%Y-%m-%d %H:%M}"
        return f"{self.number} {self.stage} {made}: {'; '.join(self.reasons)}"


def differing(*, since: date | None = None) -> Iterator[Different | None]:
    """Give one answer a receipt, oldest first: None when it is the same, else how it differs."""
    rows = Assessment.objects.select_related("engagement").order_by("pk")
    if since:
        rows = rows.filter(made_at__date__gte=since)
    for row in rows.iterator(chunk_size=BATCH):
        reasons = tuple(_reasons(row))
        number = row.engagement.number
        yield Different(number, row.stage, row.made_at, reasons) if reasons else None


def _reasons(row: Assessment) -> Iterator[str]:
    if hashlib.sha256(row.receipt.encode()).hexdigest() != row.sha256:
        yield "its text is not the one that was kept"
    try:
        receipt = json.loads(row.receipt)
        again = replay(receipt)
        same = receipt_of(again, version=receipt["v"])
    except (LookupError, TypeError, ValueError) as error:
        yield f"it can't be judged again ({type(error).__name__}: {error})"
        return
    if canonical(same) != row.receipt:
        yield from _changes(receipt, same)
    yield from _weighings(row, receipt)


def _changes(kept: dict[str, Any], same: dict[str, Any]) -> Iterator[str]:
    """Give in words what differs between a receipt and the same judged now."""
    if kept["code"] != same["code"]:
        yield f"judged by code {kept['code']}, now {same['code']}"
    for edition, told in kept.get("sums", {}).items():
        if told != sum_of(EDITIONS.named(edition)):
            yield f"edition {edition} is another than it was"
    gone = set(kept.get("rules", [])) - set(same.get("rules", []))
    yield from (f"rule {rule} is no longer asked" for rule in sorted(gone))
    before, after = _by_rule(kept), _by_rule(same)
    for rule, part in sorted({*before, *after}):
        then, now = before.get((rule, part)), after.get((rule, part))
        if then != now:
            name = f"{rule}:{part}" if part else rule
            yield f"{name} said {_said(then, now)}"
    if kept["route"] != same["route"]:
        yield "the route is another"
    told = ("v", "code", "sums", "rules", "findings", "route")
    other = sorted(name for name in {*kept, *same} - {*told} if kept.get(name) != same.get(name))
    if other:
        yield f"other {', '.join(other)}"


def _said(then: tuple[str, str] | None, now: tuple[str, str] | None) -> str:
    if then and now and then[0] == now[0]:
        return f"{then[0]} in other words"
    return f"{then[0] if then else 'nothing'}, now {now[0] if now else 'nothing'}"


def _by_rule(receipt: dict[str, Any]) -> Findings:
    """Return verdicts and all else that was told, by rule and part."""
    found: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for finding in receipt["findings"]:
        found.setdefault((finding["rule"], finding["part"] or ""), []).append(finding)
    return {
        key: (" and ".join(row["verdict"] for row in rows), canonical({"told": rows}))
        for key, rows in found.items()
    }


def _weighings(row: Assessment, receipt: dict[str, Any]) -> Iterator[str]:
    """Give in words what is wrong with the weighings that were kept with a receipt."""
    if not row.weighed:
        return
    told = {_fingerprint(finding) for finding in receipt["findings"]}
    try:
        weighed = [each["finding_sha256"] for each in json.loads(row.weighed)["weighings"]]
    except (LookupError, TypeError, ValueError) as error:
        yield f"its weighings can't be read ({type(error).__name__}: {error})"
        return
    if missing := [one for one in weighed if one not in told]:
        yield f"{len(missing)} of its weighings are of findings that it does not tell"


def _fingerprint(finding: dict[str, Any]) -> str:
    name = f"{finding['rule']}:{finding['part']}" if finding["part"] else finding["rule"]
    return hashlib.sha256(f"{name}\n{finding['sv']}".encode()).hexdigest()
