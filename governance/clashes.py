"""What else the same organisations have on the same days: advice while planning, never a stop."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce

from engagements.models import Engagement, TakingPart
from engagements.permissions import visible_to
from governance import kinds
from governance.almanac.days import ENDED, LONGEST, TAKES_PLACE

SHOWN = 5


@dataclass(frozen=True)
class Clashes:
    """Matters on the same days. more: how many there are beside those told."""

    matters: tuple[Engagement, ...] = ()
    more: int = 0


def of(engagement: Engagement, *, by: Any, on: date) -> Clashes:
    """Return the other visits, trips and receptions of the same hosts on overlapping days.

    Only those that ``by`` may read; that there are others is not told. Hosts are the organisation
    that answers for it and those that take part.
    """
    spans = _spans(engagement)
    if engagement.kind not in TAKES_PLACE or not spans:
        return Clashes()
    hosts = [engagement.organisation_id]
    hosts += [row.organisation_id for row in engagement.taking_part.all()]
    shared = TakingPart.objects.filter(engagement=OuterRef("pk"), organisation__in=hosts)
    first, last = min(span[0] for span in spans), max(span[1] for span in spans)
    rows = visible_to(by, on=on).filter(
        Q(organisation__in=hosts) | Exists(shared),
        kind__in=TAKES_PLACE,
        starts_on__range=(first - LONGEST, last),
    )
    rows = rows.exclude(pk=engagement.pk).exclude(status__in=ENDED)
    rows = rows.annotate(until=Coalesce("ends_on", "starts_on"))
    overlaps = Q(pk__in=[])
    for begins, ends in spans:
        overlaps |= Q(starts_on__lte=ends, until__gte=begins)
    found = rows.filter(overlaps).select_related("organisation").order_by("starts_on", "pk")
    shown = tuple(found[: SHOWN + 1])
    return Clashes(shown[:SHOWN], found.count() - SHOWN if len(shown) > SHOWN else 0)


def _spans(engagement: Engagement) -> list[tuple[date, date]]:
    """Return the days of a matter: those set, or those it may take place on."""
    if engagement.starts_on:
        last = engagement.ends_on or engagement.starts_on
        return [(engagement.starts_on, max(last, engagement.starts_on))]
    offered = kinds.pages_of(engagement).offered
    return [(day, day) for day in offered(engagement)] if offered else []
