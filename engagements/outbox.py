"""The transactional outbox: work is promised in the transaction that causes it.

Nothing goes to the broker or by mail inside a request; ``governance.tasks`` keeps the promises.
"""

from datetime import datetime
from typing import Any

from django.db import transaction

from engagements.models import OutboxMessage


class OutsideTransaction(Exception):
    """A message was promised where it could be lost: outside a transaction."""


def promise(topic: str, *, at: datetime, once: str | None = None, **payload: Any) -> None:
    """Write down work to do after commit.

    topic: a key of ``governance.tasks.TOPICS``. payload: ids, JSON values, never text for others.
    once: a key under which it is done at most once; a second promise under it is a no-op.
    Raises OutsideTransaction when the caller holds no transaction.
    """
    if not transaction.get_connection().in_atomic_block:
        raise OutsideTransaction(topic)
    OutboxMessage.objects.bulk_create(
        [OutboxMessage(topic=topic, payload=payload, once=once, created_at=at, next_attempt_at=at)],
        ignore_conflicts=once is not None,
    )
