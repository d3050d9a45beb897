"""What a meeting's papers tell of each matter, for the table and for the pack."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from engagements.models import Document
from engagements.permissions import visible_to
from governance.models import AdviceMessage, AgendaItem
from governance.strategy import Assessment, Finding, Verdict
from governance.views.item import assessment_of

WEIGHED = (Verdict.BREACH, Verdict.UNANSWERED, Verdict.JUDGE, Verdict.NOTE)


@dataclass
class Matter:
    """One item with its papers. readable: whether the reader may see more than its number.

    advice: the newest, where it still stands. earlier: the item's earlier times at a meeting.
    """

    item: AgendaItem
    readable: bool
    assessment: Assessment | None = None
    advice: AdviceMessage | None = None
    documents: list[Document] = field(default_factory=list)
    earlier: list[AgendaItem] = field(default_factory=list)

    @property
    def weighed(self) -> list[Finding]:
        """What stands in the way, is unanswered, needs grounds or is to be thought of, in order."""
        found = self.assessment.findings if self.assessment else ()
        rows = [finding for finding in found if finding.verdict in WEIGHED]
        return sorted(rows, key=lambda finding: WEIGHED.index(finding.verdict))


def matters(items: Sequence[AgendaItem], *, reader: Any, on: date) -> list[Matter]:
    """Return the items with their papers, in the same order."""
    keys = [item.engagement_id for item in items]
    readable = set(visible_to(reader, on=on).filter(pk__in=keys).values_list("pk", flat=True))
    advice, documents, earlier = _advice(keys), _documents(keys), _earlier(keys)
    found = []
    for item in items:
        key = item.engagement_id
        row = Matter(item, key in readable)
        if row.readable:
            newest = advice.get(key)
            row.assessment = assessment_of(item.engagement, on=on)
            row.advice = newest if newest and not newest.voided_at else None
            row.documents = documents.get(key, [])
            row.earlier = [other for other in earlier.get(key, []) if other.pk != item.pk]
        found.append(row)
    return found


def _advice(keys: list[int]) -> dict[int, AdviceMessage]:
    given = AdviceMessage.objects.filter(engagement__in=keys).exclude(kind="")
    return {row.engagement_id: row for row in given.select_related("by").order_by("pk")}


def _documents(keys: list[int]) -> dict[int, list[Document]]:
    found: dict[int, list[Document]] = {}
    for row in Document.objects.filter(engagement__in=keys, replaced_by=None).order_by("pk"):
        found.setdefault(row.engagement_id, []).append(row)
    return found


def _earlier(keys: list[int]) -> dict[int, list[AgendaItem]]:
    rows = AgendaItem.objects.filter(engagement__in=keys, result__isnull=False)
    found: dict[int, list[AgendaItem]] = {}
    for row in rows.select_related("result", "meeting").order_by("meeting__starts_at"):
        found.setdefault(row.engagement_id, []).append(row)
    return found
