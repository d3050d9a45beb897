"""What every page knows of what its reader was told, and of what waits in the role they chose."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from engagements.context import MOST_TOLD, told, waiting
from engagements.kept import Question, counts
from engagements.permissions import reach_of
from governance.desk import hats
from governance.notices import unread


def notices(request: HttpRequest) -> dict[str, Any]:
    """Return how many notices wait unread, and matters in a chosen role; asked when shown."""
    user: Any = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {}
    today = timezone.localdate()
    found = {"unread_count": SimpleLazyObject(lambda: _unread(user, on=today))}
    if role := hats.kept(request, on=today):
        found["waiting_count"] = SimpleLazyObject(lambda: waiting(user, on=today, role=role))
    return found


def _unread(user: Any, *, on: date) -> str:
    question = Question(
        "unread", user.pk, on, reach_of(user, on=on), MOST_TOLD + 1, lambda: unread(user, on=on)
    )
    (found,) = counts(question)
    return told(found)
