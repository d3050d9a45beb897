"""The site's Celery app with one topic more: work that a test can hold in the middle."""

from __future__ import annotations

import django
from django.db import connection
from django.utils import timezone

from stadsinternationell.celery import app

django.setup()

from engagements.models import Engagement  # noqa: E402 - models need the set-up above
from engagements.timeline import record  # noqa: E402
from governance import tasks  # noqa: E402

__all__ = ["GATE", "app"]
GATE = 4711


@tasks.topic("test.slow")
def slow(*, engagement_id: int) -> None:
    """Write an event, then stand at the gate until the test opens it."""
    engagement = Engagement.objects.get(pk=engagement_id)
    record(engagement, "reminded", by=None, at=timezone.now())
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [GATE])
