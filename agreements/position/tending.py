"""What is written down beside the form: SLK's word before the decision, the log after it."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agreements.position.models import Effort, Position
from engagements import lifecycle
from engagements.models import Engagement, User
from engagements.permissions import UNDECIDED
from engagements.timeline import record
from engagements.vocabulary import Status
from governance import assessing

GOES_ON = (Status.APPROVED, Status.FOLLOW_UP)
BOARD = "KS"
# Nobody has logged yet what a position led to.
NOT_ANSWERED = ~Exists(Effort.objects.filter(engagement=OuterRef("pk")).exclude(came_of=""))
SLK_FIRST = _(
    "Skriv först vem på stadsledningskontoret ni har samrått med, vilken dag och vad de sa."
)


class NotNow(Exception):
    """It is too early, or too late, for what somebody would write down."""


@transaction.atomic
def consult(
    engagement: Engagement, *, on: date, who: str, said: str, by: User, at: datetime
) -> Engagement:
    """Write down what SLK said before the decision: who, when and what (5.4.3b).

    A newer word stands in the place of an older one, which history keeps. Raises NotNow.
    """
    row = lifecycle.lock(engagement.pk)
    if row.status not in UNDECIDED:
        raise NotNow(_("Ärendet är beslutat. Samrådet skulle ha stått här före beslutet."))
    kept: Position = row.position
    kept.ks_contact_on, kept.ks_contact_by, kept.ks_contact = on, who, said
    kept._history_user = by  # type: ignore[attr-defined]
    kept.save()
    today = timezone.localdate(at)
    assessing.remember_counts(row, assessing.judge(row, stage="draft", on=today))
    row = lifecycle.save(row, by=by, at=at, why="")
    record(row, "office_said", by=by, at=at, who=who, said=said, day=on.isoformat())
    return row


@transaction.atomic
def note(
    engagement: Engagement, *, done_on: date, what: str, came_of: str, by: User, at: datetime
) -> Effort:
    """Write a row in the log; it stays as it was written. Raises NotNow."""
    row = lifecycle.lock(engagement.pk)
    if row.status not in GOES_ON:
        raise NotNow(_("Loggen är öppen från beslutet tills ärendet avslutas."))
    made = Effort.objects.create(
        engagement=row, done_on=done_on, what=what, came_of=came_of, by=by, at=at
    )
    record(row, "effort_noted", by=by, at=at, what=what)
    return made


def hinders(engagement: Engagement, *, on: date) -> str:
    """Say why no board may decide yet: SLK's word must stand there first. Empty when it does."""
    row: Position = engagement.position
    if engagement.organisation.deciding_code == BOARD:
        return ""
    if row.ks_contact_on and row.ks_contact_on <= on and row.ks_contact_by and row.ks_contact:
        return ""
    return str(SLK_FIRST)
