"""The days of agreements in the calendar: reviews and ends, and the last day of positions."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from agreements.position.register import OVER
from agreements.signing.register import KINDS, NOT_AMENDMENT
from engagements.models import Engagement
from engagements.vocabulary import Kind, Status
from governance.almanac import Asked, Entry, Sort, reasons
from governance.almanac.days import lasting_day

STANDS = [str(status) for status in (Status.APPROVED, Status.FOLLOW_UP)]


def reviews(asked: Asked) -> Iterator[Entry]:
    """Give the days by which declarations and agreements are reviewed."""
    kinds = [str(Kind.DECLARATION), *KINDS]
    rows = Engagement.objects.filter(NOT_AMENDMENT, kind__in=kinds, status__in=STANDS)
    columns = [f"{kind}__next_review_on" for kind in kinds]
    rows = rows.annotate(reviewed=Coalesce(*columns))
    about, why = _("Omprövas senast"), reasons.of_review("4.3b")
    return lasting_day(asked, rows, "reviewed", "review", about, why=why)


def ends(asked: Asked) -> Iterator[Entry]:
    """Give the days on which agreements end."""
    rows = Engagement.objects.filter(NOT_AMENDMENT, kind__in=KINDS, status=str(Status.APPROVED))
    why = reasons.of_end()
    return lasting_day(asked, rows, "ends_on", "end", _("Avtalet slutar"), why=why)


def heard_by(asked: Asked) -> Iterator[Entry]:
    """Give the last days on which positions can still be heard."""
    rows = Engagement.objects.filter(kind=str(Kind.POSITION), position__sent_on=None)
    rows = rows.exclude(status__in=OVER)
    about, why = _("Sista dag att få gehör"), reasons.of_position()
    column, sort = "position__deadline_on", Sort.DEADLINES
    return lasting_day(asked, rows, column, "heard", about, sort=sort, why=why)
