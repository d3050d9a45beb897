"""What can be done with the rows that are picked in a list."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from governance import bulk

register = template.Library()
BOX = (
    '<td class="w-pick ub-noprint"><input type="checkbox" name="nummer" value="{}" form="urval"'
    ' data-pick aria-label="{} {}"></td>'
)


@register.simple_tag
def pick_box(number: str) -> SafeString:
    """Draw the box that picks a row for the form "urval"; a list has one on every row."""
    return format_html(BOX, number, _("Markera"), number)


@register.inclusion_tag("bulk/_bar.html", takes_context=True)
def bulk_bar(context: template.Context, room: str, rows: Any) -> dict[str, Any]:
    """Offer what can be done with the rows of a page that are picked."""
    request = context["request"]
    return {
        "room": room,
        "rows": rows,
        "verbs": bulk.offered(request.user, on=timezone.localdate()),
        "back": request.get_full_path(),
        "csrf_token": context.get("csrf_token"),
    }
