"""How engagements are judged and decided, as rows."""

from governance.models.deciding import UNITS, AdviceMessage, Decision, FollowUp, Reply, ReplyState
from governance.models.jobs import Job, JobState, PeriodicRun
from governance.models.judging import Assessment, Frame, PolicyValue, Stage, Weighing
from governance.models.ledger import Anchor, LedgerEntry
from governance.models.preparing import Dealing, Lift

__all__ = [
    "UNITS",
    "AdviceMessage",
    "Anchor",
    "Assessment",
    "Dealing",
    "Decision",
    "FollowUp",
    "Frame",
    "Job",
    "JobState",
    "LedgerEntry",
    "Lift",
    "PeriodicRun",
    "PolicyValue",
    "Reply",
    "ReplyState",
    "Stage",
    "Weighing",
]
