"""What the worker does for agreements: the mail that reminds of an end."""

from __future__ import annotations

from agreements import notifications
from engagements.models import Engagement, User
from engagements.vocabulary import Status
from governance import tasks


@tasks.topic("mail.agreement_end")
def mail_agreement_end(*, agreement_id: int, person_id: int, stage: int) -> None:
    """Remind one person of an end, unless it has come since it was promised."""
    agreement = Engagement.objects.select_related("organisation").get(pk=agreement_id)
    if agreement.status == Status.APPROVED and agreement.ends_on:
        person = User.objects.get(pk=person_id)
        notifications.remind_of_end(agreement, person, stage=stage)
