"""What all may read of an agreement beside what every matter tells."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from engagements.models import Engagement
from governance.models import Register


def public_of(model: type[Any]) -> Callable[[Engagement], dict[str, Any]]:
    """Return what says more of an agreement, see ``kinds.register``.

    An amendment is a matter, and stands in no register. What a later one has taken over the cost
    of is paid for once.
    """

    def public(engagement: Engagement) -> dict[str, Any]:
        row: Any = engagement.detail
        in_effect = model._default_manager.exclude(came_of={})
        later = in_effect.filter(amends=row.amends_id or row.pk)
        if row.amends_id:
            return {"replaced": later.filter(pk__gt=row.pk).exists()}
        return {"register": str(Register.AGREEMENT), "replaced": later.exists()}

    return public
