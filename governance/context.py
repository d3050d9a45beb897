"""What every page knows of what its reader was told."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from engagements.kept import Question, counts
from engagements.permissions import reach_of
from governance.notices import unread

# Above this nobody counts what they have not read.
MOST_TOLD = 99


def notices(request: HttpRequest) -> dict[str, Any]:
    """Return how many notices wait unread, asked for when a page shows it."""
    user: Any = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {}
    today = timezone.localdate()
    return {"unread_count": SimpleLazyObject(lambda: _unread(user, on=today))}


def _unread(user: Any, *, on: date) -> str:
    question = Question(
        "unread", user.pk, on, reach_of(user, on=on), MOST_TOLD + 1, lambda: unread(user, on=on)
    )
    (found,) = counts(question)
    return f"{MOST_TOLD}+" if found > MOST_TOLD else str(found)
