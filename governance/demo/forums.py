"""What invented matters answer for the forums in which the city already takes part."""

from datetime import datetime

from engagements.models import Engagement, User
from governance import forums
from governance.models import Suffices

WONT_DO = "Har en annan inriktning än den vi behöver."


def tried(engagement: Engagement, *, by: User, at: datetime) -> None:
    """Answer for every forum that was found and that nobody has answered for."""
    left = [one.forum.pk for one in forums.found(engagement) if not one.said]
    forums.answer(engagement, dict.fromkeys(left, (Suffices.NO, WONT_DO)), by=by, at=at)
