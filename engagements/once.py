"""A form that is carried out once, however often it is sent (design/reliability.md, B64)."""

import uuid
from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from django.db import connection, transaction

from engagements.models import Engagement, FormKey, User

Made = TypeVar("Made")


@transaction.atomic
def once(
    act: Callable[[], Made],
    *,
    key: uuid.UUID | None,
    engagement: Engagement,
    by: User,
    at: datetime,
) -> Made | None:
    """Carry out ``act``, and return what it made; None when the form with ``key`` has been sent.

    Who sends the same form at the same time waits. What ``act`` raises leaves the key unused.
    """
    if key:
        wait_for(key)
        if FormKey.objects.filter(key=key).exists():
            return None
        FormKey.objects.create(key=key, user=by, engagement=engagement, used_at=at)
    return act()


def wait_for(key: uuid.UUID | str) -> None:
    """Wait until nobody else holds ``key``, and hold it until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 0))", [str(key)])
