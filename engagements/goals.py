"""The city council's orientation goals of all years, which are kept; see ``standing``."""

from engagements.models import OrientationGoal
from engagements.standing import kept


@kept(OrientationGoal)
def every_goal() -> tuple[OrientationGoal, ...]:
    """Return all goals, the oldest first: where a code comes again, the newest name comes last."""
    return tuple(OrientationGoal.objects.order_by("year", "pk"))
