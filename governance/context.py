"""What every page knows of what its reader was told, and of what waits in the role they chose."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from engagements.context import MOST_TOLD, head_of, questions
from engagements.kept import Question
from engagements.permissions import reach_of
from governance.desk import hats
from governance.notices import unread


def notices(request: HttpRequest) -> dict[str, Any]:
    """Return how many notices wait unread, and matters in a chosen role; asked when shown."""
    user: Any = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {}
    today = timezone.localdate()
    head = head_of(request)
    found = {"unread_count": head.told("unread", not_read(user, on=today))}
    if role := hats.kept(request, on=today):
        found["waiting_count"] = head.told("waiting", *questions(user, on=today, role=role))
    return found


def not_read(user: Any, *, on: date) -> Question:
    """Return what is asked to know how much a person has not read of what they were told."""
    who = (user.pk, on, reach_of(user, on=on))
    return Question("unread", *who, MOST_TOLD + 1, lambda: unread(user, on=on))
