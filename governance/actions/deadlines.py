"""A last day that stands still while an outsider owes an answer, and one that is put off."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from engagements import lifecycle, outbox, remembering
from engagements.calendar import (
    add_working_days,
    is_working_day,
    next_working_day,
    working_days_after,
)
from engagements.models import Deadline, Engagement, User
from engagements.timeline import record
from engagements.vocabulary import Body

LONGEST = timedelta(days=365)


class NotRunning(Exception):
    """No days are counted now, or they stand still already."""


class NotThatDay(Exception):
    """The day can't be the new last day."""


@transaction.atomic
def pause(engagement: Engagement, *, who: str, by: User, at: datetime) -> Deadline:
    """Let the days stand still until somebody outside the city has answered. Raises NotRunning."""
    row, kept = _running(engagement, at=at)
    if row.ball == Body.DELEGATION:
        raise NotRunning(_("Bollen ligger redan utanför staden, så det finns inget att pausa."))
    today = timezone.localdate(at)
    kept.paused_on, kept.paused_for = today, who
    kept.days_left = working_days_after(today, row.due) if row.due else 0
    row.due = kept.due = None
    remembering.save(kept, by=by, at=at)
    lifecycle.save(row, by=by, at=at, why=str(_("tiden pausad")))
    record(row, "deadline_paused", by=by, at=at, who=who, n=kept.days_left)
    return kept


@transaction.atomic
def resume(engagement: Engagement, *, by: User, at: datetime) -> Deadline:
    """Let the days that were left run from today. Raises NotRunning when none stand still."""
    row = lifecycle.lock(engagement.pk)
    kept = Deadline.objects.filter(engagement=row).first()
    if kept is None or kept.paused_on is None or kept.days_left is None:
        raise NotRunning(_("Tiden är inte pausad."))
    today = timezone.localdate(at)
    kept.stood_still += working_days_after(kept.paused_on, today)
    row.due = kept.due = next_working_day(add_working_days(today, kept.days_left))
    kept.paused_on, kept.paused_for, kept.days_left = None, "", None
    remembering.save(kept, by=by, at=at)
    lifecycle.save(row, by=by, at=at, why=str(_("tiden löper igen")))
    record(row, "deadline_resumed", by=by, at=at, day=row.due.isoformat())
    return kept


@transaction.atomic
def extend(engagement: Engagement, *, to: date, grounds: str, by: User, at: datetime) -> Deadline:
    """Put the last day off to a later working day, with grounds. Raises NotRunning, NotThatDay."""
    row, kept = _running(engagement, at=at)
    today, before = timezone.localdate(at), row.due or to
    if to <= max(before, today):
        raise NotThatDay(_("Välj en dag som är senare än både i dag och dagen som gäller nu."))
    if to > today + LONGEST:
        raise NotThatDay(_("Välj en dag högst ett år fram."))
    if not is_working_day(to):
        raise NotThatDay(_("Den dagen är fri. Välj en arbetsdag."))
    kept.extended_from, kept.grounds = kept.extended_from or before, grounds
    row.due = kept.due = to
    remembering.save(kept, by=by, at=at)
    row = lifecycle.save(row, by=by, at=at, why=grounds)
    told: dict[str, Any] = {"since": before.isoformat(), "day": to.isoformat()}
    record(row, "deadline_extended", by=by, at=at, grounds=grounds, **told)
    outbox.promise(
        "notify.extended",
        at=at,
        once=f"extended:{row.pk}:{row.version}",
        engagement_id=row.pk,
        version=row.version,
        by_id=by.pk,
    )
    return kept


def _running(engagement: Engagement, *, at: datetime) -> tuple[Engagement, Deadline]:
    """Return the locked row and its deadline, made where nobody has written why yet."""
    row = lifecycle.lock(engagement.pk)
    kept = Deadline.objects.filter(engagement=row).first()
    if kept and kept.paused_on:
        raise NotRunning(_("Tiden är redan pausad."))
    if row.due is None:
        raise NotRunning(_("Ärendet har ingen sista dag nu."))
    if kept is None:
        kept = Deadline(engagement=row, since=timezone.localdate(at), due=row.due)
    return row, kept
