"""What keeps an engagement in order: who may read it, and its number in the registry."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from engagements import deadlines, lifecycle, outbox, permissions
from engagements.models import Conflict, Engagement, User
from engagements.timeline import record
from engagements.vocabulary import Body, Status
from governance import committee, ledger
from governance.actions.intake import tell_ball


class NoSuchColleague(Exception):
    """Nobody with that address uses Utblick."""


@transaction.atomic
def share_with(engagement: Engagement, *, email: str, by: User, at: datetime) -> User:
    """Open an engagement to a named colleague, for reading. Raises NoSuchColleague."""
    colleague = User.objects.filter(email=email.strip().lower(), is_active=True).first()
    if colleague is None:
        raise NoSuchColleague(_("Ingen med den adressen använder Utblick."))
    permissions.share(engagement, with_user=colleague)
    record(engagement, "shared", by=by, at=at, name=colleague.name)
    outbox.promise(
        "notify.shared",
        at=at,
        once=f"shared:{engagement.pk}:{colleague.pk}",
        engagement_id=engagement.pk,
        person_id=colleague.pk,
        by_id=by.pk,
    )
    return colleague


@transaction.atomic
def set_registry_number(
    engagement: Engagement, *, number: str, by: User, at: datetime
) -> Engagement:
    """Write down the number that the engagement has in the city's own registry."""
    row = lifecycle.lock(engagement.pk)
    row.registry_number = number
    lifecycle.save(row, by=by, at=at, why=str(_("diarienummer")))
    record(row, "registry_number", by=by, at=at, number=number or "–")
    return row


@transaction.atomic
def date_steps(
    engagement: Engagement, *, days: dict[str, date], by: User, at: datetime
) -> Engagement:
    """Date those of the five steps that have no day yet; a day once set is kept (5.4.5)."""
    row = lifecycle.lock(engagement.pk)
    for field, day in days.items():
        if getattr(row, field) is None:
            setattr(row, field, day)
    lifecycle.save(row, by=by, at=at, why=str(_("de fem stegen")))
    record(row, "changed", by=by, at=at, fields=str(_("de fem stegen")))
    return row


@transaction.atomic
def declare_conflict(engagement: Engagement, *, grounds: str, by: User, at: datetime) -> Conflict:
    """Declare one's own conflict of interest; from now on one reads and does nothing else.

    What lay with oneself alone lies with one's colleagues again. A second time changes nothing.
    """
    row = lifecycle.lock(engagement.pk)
    conflict, made = Conflict.objects.get_or_create(
        engagement=row, user=by, defaults={"grounds": grounds, "declared_at": at}
    )
    if not made:
        return conflict
    if row.ball_person_id == by.pk:
        row.ball_person = None
        lifecycle.save(row, by=by, at=at, why=str(_("jäv")))
    record(row, "conflict", by=by, at=at)
    ledger.conflict_declared(conflict)
    if row.status == Status.DECISION and row.ball == Body.FINANCE_MAYOR:
        _pass_on(row, by=by, at=at)
    return conflict


def _pass_on(row: Engagement, *, by: User, at: datetime) -> None:
    """Bring a matter past who stands aside: to the substitute, or to the Executive Board."""
    today = timezone.localdate(at)
    past = committee.mayor_stands_aside(row, on=today)
    to = Body.EXECUTIVE_BOARD if past else Body.FINANCE_MAYOR
    row = lifecycle.hand(row, ball=to, due=deadlines.Same.DAY, by=by, at=at, why=str(_("jäv")))
    seat = committee.mayor_in(row, on=today)
    if past or seat:
        whom = {"sv": to.sv, "en": to.en} if past else str(seat.user) if seat else ""
        record(row, "passed_on", by=by, at=at, whom=whom)
    tell_ball(row, "lifted", at=at)
