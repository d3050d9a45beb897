"""Whose cost an amendment has taken over: what is amended is paid for once, however often."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from engagements.models import Engagement


def replaced_in(model: type[Any]) -> Callable[[Engagement], QuerySet[Any]]:
    """Return what says which matters of a kind are replaced, see ``kinds.register``."""

    def replaced(engagement: Engagement) -> QuerySet[Any]:
        """Return the keys of what an amendment in effect replaces, or would beside this one."""
        rows = model._default_manager
        in_effect = rows.exclude(came_of={})
        changed = in_effect.filter(amends=OuterRef("pk"))
        later = in_effect.filter(amends=OuterRef("amends"), pk__gt=OuterRef("pk"))
        gone = Q(Exists(changed)) | Q(Exists(later))
        whole = rows.filter(pk=engagement.pk).values("amends")
        return rows.filter(gone | Q(pk__in=whole) | Q(amends__in=whole)).values("pk")

    return replaced
