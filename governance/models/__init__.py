"""How engagements are judged and decided, as rows."""

from governance.models.api import ApiToken
from governance.models.deciding import UNITS, AdviceMessage, Decision, FollowUp, Reply, ReplyState
from governance.models.editions import AdoptedText, EditionStart
from governance.models.jobs import Job, JobState, PeriodicRun
from governance.models.judging import Assessment, Frame, PolicyValue, Stage, Weighing
from governance.models.ledger import Anchor, LedgerEntry

__all__ = [
    "UNITS",
    "AdoptedText",
    "AdviceMessage",
    "Anchor",
    "ApiToken",
    "Assessment",
    "Decision",
    "EditionStart",
    "FollowUp",
    "Frame",
    "Job",
    "JobState",
    "LedgerEntry",
    "PeriodicRun",
    "PolicyValue",
    "Reply",
    "ReplyState",
    "Stage",
    "Weighing",
]
