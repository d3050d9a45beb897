"""What a declaration's part of the item page is made of."""

from datetime import date
from typing import NamedTuple

from django import template
from django.utils import timezone

from agreements.declaration import burdens
from agreements.declaration.models import Commitment
from engagements.forms.choices import languages
from engagements.models import Engagement

register = template.Library()


class Shown(NamedTuple):
    """The burden by organisation with its sums, the commitments, and the original's language.

    others: the rows of those who answer for themselves.
    """

    rows: list[burdens.Row]
    sums: burdens.Sums
    others: list[burdens.Row]
    sums_of_others: burdens.Sums
    commitments: list[Commitment]
    language: str
    today: date


@register.simple_tag
def declared(engagement: Engagement) -> Shown:
    """Return what only a declaration shows."""
    rows = burdens.table(engagement)
    commitments = sorted(engagement.commitment_rows.all(), key=lambda row: row.place)
    code = engagement.declaration.language
    named = dict(languages()).get(code, "") if code else ""
    others = [row for row in rows if not row.own]
    summed = burdens.sums(rows), others, burdens.sums(others)
    return Shown(rows, *summed, commitments, named, timezone.localdate())
