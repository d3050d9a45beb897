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
    """The burden by organisation with its sums, the commitments, and the original's language."""

    rows: list[burdens.Row]
    sums: burdens.Sums
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
    return Shown(rows, burdens.sums(rows), commitments, named, timezone.localdate())
