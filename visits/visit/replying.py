"""Where a delegation gets its answer, and in which language."""

from engagements.models import Engagement
from governance.kinds import Counterpart

ANSWERED_IN_SWEDISH = {"sv", "nb", "da"}


def reply_to(engagement: Engagement) -> Counterpart:
    """Return the delegation's contact, and the language of the answer."""
    visit = engagement.visit
    language = "sv" if visit.language in ANSWERED_IN_SWEDISH else "en"
    return Counterpart(visit.contact_email, visit.contact_name, language)
