"""What can be done with the rows that are picked in a list."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils import timezone

from governance import bulk

register = template.Library()


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
