"""What every report's rows are narrowed by, whatever their kind."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce, TruncDate

from engagements.models import Engagement
from engagements.vocabulary import Status
from governance.models import Part, SecretPart

IN_FORCE = [str(status) for status in (Status.APPROVED, Status.FOLLOW_UP, Status.CLOSED)]


def narrowed(rows: QuerySet[Engagement], query: Mapping[str, str]) -> QuerySet[Engagement]:
    """Return the rows of an organisation, and those that may be told of to all.

    query: "organisation" (a code, or empty for all); "openly" (anything leaves out what is secret
    in whole or in part, also for who may read it).
    """
    if query.get("organisation"):
        rows = rows.filter(organisation__code=query["organisation"])
    if query.get("openly"):
        parts = SecretPart.objects.filter(engagement=OuterRef("pk"), lifted_at=None)
        # A document is no part of any table.
        told = parts.exclude(part=Part.DOCUMENT)
        rows = rows.filter(~Exists(told), secret=False)
    return rows


def in_force(
    rows: QuerySet[Engagement], year: int, *, since: str | None = None
) -> QuerySet[Engagement]:
    """Return the rows that were decided and held on some day of a year, ended or not.

    since: a column with an earlier beginning than Utblick has written down, where a kind has one.
    """
    first, last = date(year, 1, 1), date(year, 12, 31)
    written = Coalesce(*([since] if since else []), "starts_on", TruncDate("created_at"))
    rows = rows.alias(begun=written).filter(begun__lte=last)
    return rows.filter(Q(ends_on=None) | Q(ends_on__gte=first), status__in=IN_FORCE)
