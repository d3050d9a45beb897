"""Who writes beside a position: its organisation, and SLK, which is near all advocacy (5.4.3)."""

from __future__ import annotations

from datetime import date
from typing import Any

from agreements.position.tending import GOES_ON
from engagements.models import Engagement
from engagements.permissions import UNDECIDED, reach_of
from engagements.vocabulary import Action, Party


def may_consult(user: Any, engagement: Engagement, *, on: date) -> bool:
    """Whether a person may write down what SLK said: until it is decided."""
    if engagement.status not in UNDECIDED:
        return False
    return Action.CHANGE in engagement.allowed or _is_of_office(user, engagement, on=on)


def may_note(user: Any, engagement: Engagement, *, on: date) -> bool:
    """Whether a person may write in the log."""
    if engagement.status not in GOES_ON:
        return False
    return Action.FOLLOW_UP in engagement.allowed or _is_of_office(user, engagement, on=on)


def _is_of_office(user: Any, engagement: Engagement, *, on: date) -> bool:
    """Whether a person is of SLK's units, and has not stepped aside."""
    return Party.SLK in reach_of(user, on=on).wide and Action.FILE in engagement.allowed
