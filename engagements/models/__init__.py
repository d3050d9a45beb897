"""What we have: organisations, people, engagements and what hangs on them."""

from engagements.models.away import Away, StandIn
from engagements.models.citing import Citation
from engagements.models.consulting import Consultation
from engagements.models.deadlines import Deadline
from engagements.models.engagement import (
    OPEN,
    Cost,
    Detail,
    Engagement,
    EngagementQuerySet,
    Line,
    Named,
    TakingPart,
    concerning,
)
from engagements.models.organisations import Organisation, OrientationGoal
from engagements.models.people import AccountEvent, AccountStep, ColourScheme, Role, User
from engagements.models.places import (
    Counterpart,
    CounterpartPairing,
    Pairing,
    Place,
    PlacePairing,
    Registered,
    Tie,
)
from engagements.models.plumbing import FormKey, NumberSeries, OutboxMessage, TableChange
from engagements.models.records import (
    Conflict,
    Document,
    DocumentText,
    Event,
    FileText,
    MatterText,
    ReadState,
    StoredFile,
)
from engagements.models.sharing import EngagementUserObjectPermission

__all__ = [
    "OPEN",
    "AccountEvent",
    "AccountStep",
    "Away",
    "Citation",
    "ColourScheme",
    "Conflict",
    "Consultation",
    "Cost",
    "Counterpart",
    "CounterpartPairing",
    "Deadline",
    "Detail",
    "Document",
    "DocumentText",
    "Engagement",
    "EngagementQuerySet",
    "EngagementUserObjectPermission",
    "Event",
    "FileText",
    "FormKey",
    "Line",
    "MatterText",
    "Named",
    "NumberSeries",
    "Organisation",
    "OrientationGoal",
    "OutboxMessage",
    "Pairing",
    "Place",
    "PlacePairing",
    "ReadState",
    "Registered",
    "Role",
    "StandIn",
    "StoredFile",
    "TableChange",
    "TakingPart",
    "Tie",
    "User",
    "concerning",
]
