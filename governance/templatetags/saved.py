"""The views that a reader has of a list, and the way to keep one more."""

from __future__ import annotations

from typing import Any

from django import template
from django.core.exceptions import BadRequest
from django.urls import reverse
from django.utils import timezone

from governance import saved

register = template.Library()
# More than these are found among all views.
SHOWN = 12


@register.simple_tag(takes_context=True)
def saved_views(context: template.Context, room: str) -> dict[str, Any]:
    """Return a room's views: whether each is shown, who shares it; and where to keep one."""
    request = context["request"]
    on = timezone.localdate()
    views = saved.readable(request.user, on=on, room=room).select_related(None)
    named = views.select_related("by").only("name", "query", "by__name", "by__email")
    found = list(named[: SHOWN + 1])
    try:
        now = saved.canonical(room, request.GET)
    except BadRequest:
        now = None
    own = reverse("saved_view_new", args=[room])
    return {
        "views": [
            (view, view.query == now, "" if view.by_id == request.user.pk else view.by)
            for view in found[:SHOWN]
        ],
        "more": len(found) > SHOWN,
        "save": "" if now is None else f"{own}?{now}" if now else own,
    }
