"""The rows of a matter of this kind as the facts that the strategy reads."""

from datetime import date

from agreements.signing.facts import content as content
from agreements.signing.facts import told
from engagements.models import Engagement
from governance.strategy import IntentFacts


def facts(engagement: Engagement, *, stage: str, on: date) -> IntentFacts:
    """Return what is known on a day; what nobody has answered is None.

    stage: "draft", "submission" or "decision". Raises Intent.DoesNotExist for another kind.
    """
    return IntentFacts(**told(engagement, stage=stage, on=on))
