"""Where a delegation gets its answer, and in which language."""

from engagements.models import Engagement

ANSWERED_IN_SWEDISH = {"sv", "nb", "da"}


def reply_to(engagement: Engagement) -> tuple[str, str]:
    """Return the delegation's address and the language of the answer: Swedish or English."""
    visit = engagement.visit
    return visit.contact_email, "sv" if visit.language in ANSWERED_IN_SWEDISH else "en"
