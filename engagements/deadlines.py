"""When the ball must have been played, and why on that day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from engagements import remembering
from engagements.calendar import add_working_days, next_working_day
from engagements.models import Deadline, Engagement, User
from engagements.vocabulary import Kind

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

# What days are counted from: the words after "då".
EVENTS: dict[str, _StrPromise] = {
    "advice_asked": _("råd begärdes"),
    "returned": _("ärendet skickades tillbaka för komplettering"),
    "sent_on": _("ärendet gick vidare för ställningstagande"),
    "next_asked": _("nästa mottagare fick ärendet"),
    "lifted": _("ärendet lyftes till kommunstyrelsen"),
    "accepted": _("beslutet fattades och samordningen tog vid"),
    "decided": _("beslutet fattades"),
    "proposed": _("motförslaget skickades"),
    "over": _("det var genomfört"),
    "over_away": _("resan slutade"),
    "decided_anew": _("kostnaden beslutades på nytt"),
}
# What says itself why it is a last day.
GIVEN: dict[str, _StrPromise | str] = {
    "": "",
    "takes_place": _("Det är dagen då det äger rum, som den står i ärendet."),
    "day_chosen": _("Det är dagen som valdes i ärendet."),
    "report_dated": _("Det är dagen som ärendet anger för rapporten."),
    "review_due": _("Det är dagen då medlemskapet senast ska omprövas."),
    "membership_ends": _("Det är medlemskapets sista dag."),
}


class Same(Enum):
    """That the last day is the same for whoever gets the ball."""

    DAY = "same"


@dataclass(frozen=True)
class LastDay:
    """A last day and what it follows from. See ``Deadline`` for what the parts mean."""

    day: date
    event: str
    since: date
    days: int | None = None
    in_working_days: bool = True
    source: str = ""

    def __post_init__(self) -> None:
        (GIVEN if self.days is None else EVENTS)[self.event]


Due = LastDay | date | Same | None


def counted(event: str, *, at: datetime, days: int, source: str = "") -> LastDay:
    """Return the day a number of working days after something happened."""
    since = timezone.localdate(at)
    return LastDay(add_working_days(since, days), event, since, days, source=source)


def after(event: str, since: date, *, days: int, source: str = "") -> LastDay:
    """Return the day so many days of any sort after another, or the next working day."""
    lands = next_working_day(since + timedelta(days=days))
    return LastDay(lands, event, since, days, in_working_days=False, source=source)


def given(day: date | None, event: str, *, at: datetime, source: str = "") -> LastDay | None:
    """Return a day that is known, as it is; None when it isn't."""
    return LastDay(day, event, timezone.localdate(at), source=source) if day else None


def answering(engagement: Engagement) -> str:
    """Return the clause by which whoever asked to come is answered; only visits have one."""
    return "5.4.4" if engagement.kind == Kind.VISIT else ""


def put(row: Engagement, due: Due, *, by: User, at: datetime) -> None:
    """Give a locked row its last day and write down why; the caller saves the row.

    What was paused or extended before is over with that. A bare date tells no reason.
    """
    if due is Same.DAY:
        return
    last = LastDay(due, "", timezone.localdate(at)) if isinstance(due, date) else due
    row.due = last.day if last else None
    kept = getattr(row, "deadline", None)
    if kept is None and last is None:
        return
    kept = kept or Deadline(engagement=row)
    kept.event, kept.source = (last.event, last.source) if last else ("", "")
    kept.since = last.since if last else timezone.localdate(at)
    kept.days, kept.in_working_days = (last.days, last.in_working_days) if last else (None, True)
    kept.due, kept.extended_from, kept.grounds = row.due, None, ""
    kept.paused_on, kept.paused_for, kept.days_left, kept.stood_still = None, "", None, 0
    remembering.save(kept, by=by, at=at)
