"""What every page knows of what its reader was told."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from engagements.querysets import told
from governance.notices import unread


def notices(request: HttpRequest) -> dict[str, Any]:
    """Return how many notices wait unread, asked for when a page shows it."""
    user: Any = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {}
    today = timezone.localdate()
    return {"unread_count": SimpleLazyObject(lambda: told(unread(user, on=today), most=99))}
