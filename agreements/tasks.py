"""What the worker does for agreements and positions: the mail that reminds."""

from __future__ import annotations

from agreements import notifications
from agreements.position.register import OVER
from agreements.position.tending import NOT_ANSWERED
from engagements.models import Engagement, User
from engagements.vocabulary import Status
from governance import tasks


@tasks.topic("mail.agreement_end")
def mail_agreement_end(
    *, agreement_id: int, person_id: int, stage: int, away_id: int | None = None
) -> None:
    """Remind one person of an end, unless it has come since it was promised."""
    agreement = Engagement.objects.select_related("organisation").get(pk=agreement_id)
    if agreement.status == Status.APPROVED and agreement.ends_on:
        person = User.objects.get(pk=person_id)
        notifications.remind_of_end(agreement, person, stage=stage, away=tasks.away_of(away_id))


@tasks.topic("mail.position")
def mail_position(
    *, position_id: int, person_id: int, stage: int, away_id: int | None = None
) -> None:
    """Remind one person of a position, unless it is over, sent, or said what came of."""
    found = Engagement.objects.filter(NOT_ANSWERED, pk=position_id).exclude(status__in=OVER)
    if stage >= 0:
        found = found.filter(position__sent_on=None)
    if position := found.select_related("organisation", "position").first():
        person, away = User.objects.get(pk=person_id), tasks.away_of(away_id)
        notifications.remind_of_position(position, person, stage=stage, away=away)
