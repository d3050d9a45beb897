"""What matters say of themselves, kept so that they are found by it."""

from __future__ import annotations

from collections.abc import Iterable

from engagements.models import Detail, MatterText


def keep(details: Iterable[Detail]) -> None:
    """Keep the words of matters as they read now. One statement for all of them."""
    MatterText.objects.bulk_create(
        [MatterText(engagement_id=row.pk, words="\n".join(row.texts)) for row in details],
        update_conflicts=True,
        unique_fields=["engagement"],
        update_fields=["words"],
    )
