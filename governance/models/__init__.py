"""How engagements are judged and decided, as rows."""

from governance.models.annual import AnnualEdition, AnnualText
from governance.models.api import ApiToken
from governance.models.bulk import BulkRun, Verb
from governance.models.calendar import CalendarFeed
from governance.models.deciding import UNITS, AdviceMessage, Decision, FollowUp, Reply, ReplyState
from governance.models.dossier import TakenOut
from governance.models.editions import AdoptedText, EditionStart
from governance.models.forums import ForumAnswer, Suffices, Theme
from governance.models.importing import ImportedRow, ImportFile, ImportMapping, ImportState
from governance.models.insight import PublicDecision, PublicFee, PublicItem, PublicNote, Register
from governance.models.jobs import Job, JobState, PeriodicRun
from governance.models.judging import Assessment, Frame, PolicyValue, Stage, Weighing
from governance.models.knowledge import (
    Authority,
    Compared,
    Comparison,
    ExampleState,
    Felt,
    GoodExample,
    KnowledgeCitation,
    Known,
    Observation,
    Offer,
    OfferAnswer,
)
from governance.models.ledger import Anchor, LedgerEntry
from governance.models.meetings import (
    Absence,
    AgendaItem,
    ItemOutcome,
    Mark,
    Meeting,
    MeetingState,
    Minutes,
    MinutesState,
    Office,
    Seating,
    StanceTaken,
)
from governance.models.network import (
    Bulletin,
    NetworkAnswer,
    NetworkMeeting,
    NetworkQuestion,
    NetworkReminder,
)
from governance.models.notices import NEVER_OFF, Notice, NoticeChoice, Sort, Way
from governance.models.overruns import Overrun
from governance.models.planning import (
    Confirmation,
    Plan,
    PlannedLine,
    PlannedTie,
    Priority,
    Round,
    RoundReminder,
    RoundSort,
)
from governance.models.preparing import Dealing, Lift, LiftCause
from governance.models.reporting import DelegationReport, ReportedDecision, ReportState
from governance.models.saved import HowOften, SavedView, ViewRoom, ViewSeen, ViewWatch
from governance.models.secrecy import Part, SecretPart, ShownGain
from governance.models.talking import Comment, Ended, Mention, Todo

__all__ = [
    "NEVER_OFF",
    "UNITS",
    "Absence",
    "AdoptedText",
    "AdviceMessage",
    "AgendaItem",
    "Anchor",
    "AnnualEdition",
    "AnnualText",
    "ApiToken",
    "Assessment",
    "Authority",
    "BulkRun",
    "Bulletin",
    "CalendarFeed",
    "Comment",
    "Compared",
    "Comparison",
    "Confirmation",
    "Dealing",
    "Decision",
    "DelegationReport",
    "EditionStart",
    "Ended",
    "ExampleState",
    "Felt",
    "FollowUp",
    "ForumAnswer",
    "Frame",
    "GoodExample",
    "HowOften",
    "ImportFile",
    "ImportMapping",
    "ImportState",
    "ImportedRow",
    "ItemOutcome",
    "Job",
    "JobState",
    "KnowledgeCitation",
    "Known",
    "LedgerEntry",
    "Lift",
    "LiftCause",
    "Mark",
    "Meeting",
    "MeetingState",
    "Mention",
    "Minutes",
    "MinutesState",
    "NetworkAnswer",
    "NetworkMeeting",
    "NetworkQuestion",
    "NetworkReminder",
    "Notice",
    "NoticeChoice",
    "Observation",
    "Offer",
    "OfferAnswer",
    "Office",
    "Overrun",
    "Part",
    "PeriodicRun",
    "Plan",
    "PlannedLine",
    "PlannedTie",
    "PolicyValue",
    "Priority",
    "PublicDecision",
    "PublicFee",
    "PublicItem",
    "PublicNote",
    "Register",
    "Reply",
    "ReplyState",
    "ReportState",
    "ReportedDecision",
    "Round",
    "RoundReminder",
    "RoundSort",
    "SavedView",
    "Seating",
    "SecretPart",
    "ShownGain",
    "Sort",
    "Stage",
    "StanceTaken",
    "Suffices",
    "TakenOut",
    "Theme",
    "Todo",
    "Verb",
    "ViewRoom",
    "ViewSeen",
    "ViewWatch",
    "Way",
    "Weighing",
]
