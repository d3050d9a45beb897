"""What an agreement's part of the item page is made of."""

from __future__ import annotations

from typing import Any, NamedTuple

from django import template
from django.utils import timezone
from django.utils.translation import get_language

from agreements.signing import amending
from agreements.signing.models import Signatory
from engagements.models import Engagement
from governance import difference

register = template.Library()


class Shown(NamedTuple):
    """Signatories, the agreement that is amended and what differs, amendments, neighbours in time.

    whole: the agreement that this matter amends. open: its own amendment that is not decided.
    """

    signatories: list[Signatory]
    whole: Engagement | None
    changes: list[difference.Change]
    amendments: list[Engagement]
    open: Engagement | None
    follows: Engagement | None
    followed_by: list[Engagement]
    in_force: bool
    ended: bool


@register.simple_tag
def signed(engagement: Engagement) -> Shown:
    """Return what only an agreement shows."""
    row: Any = engagement.detail
    today = timezone.localdate()
    whole = row.amends.engagement if row.amends_id else None
    changes: list[difference.Change] = []
    if whole:
        changes = (
            difference.told(engagement, language=get_language() or "sv")
            if row.came_of
            else difference.changes(whole, engagement, on=today)
        )
    amendments = row.amendments.select_related("engagement").order_by("pk")
    followers = row.followed_by.select_related("engagement").order_by("pk")
    return Shown(
        sorted(engagement.signatory_rows.all(), key=lambda line: line.place),
        whole,
        changes,
        [one.engagement for one in amendments],
        None if whole else amending.open_amendment(engagement),
        row.follows.engagement if row.follows_id else None,
        [one.engagement for one in followers],
        whole is None and amending.is_in_force(engagement, on=today),
        whole is None and amending.has_ended(engagement, on=today),
    )
