"""Mail: to whoever holds the ball now, to delegations, and the Monday digest."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import Q, QuerySet
from django.template.loader import render_to_string
from django.utils import timezone, translation

from engagements.models import Engagement, Role, User
from engagements.timeline import record
from engagements.vocabulary import Body, RoleName
from governance.models import Job, Reply, ReplyState

UNIT_OF_BALL = {
    Body.INTERNATIONAL_UNIT: (RoleName.INTERNATIONAL_UNIT,),
    Body.PROTOCOL_UNIT: (RoleName.PROTOCOL_UNIT,),
    Body.EU_UNIT: (RoleName.EU_UNIT,),
    Body.EXECUTIVE_BOARD: (RoleName.KS_SECRETARY, RoleName.PROTOCOL_UNIT),
}


def holders(engagement: Engagement, *, on: date) -> QuerySet[User]:
    """Return the active people who hold the ball on a day; nobody when it is outside the city."""
    if engagement.ball_person_id:
        return User.objects.filter(pk=engagement.ball_person_id, is_active=True)
    roles = Role.objects.on(on)  # type: ignore[attr-defined]
    ball = engagement.ball
    if ball in UNIT_OF_BALL:
        roles = roles.filter(name__in=[str(name) for name in UNIT_OF_BALL[Body(ball)]])
    elif ball in (Body.CONTACT_PERSON, Body.RECEIVING_BODY):
        roles = roles.filter(
            name__in=[str(RoleName.CONTACT_PERSON), str(RoleName.DEPUTY)],
            organisation=engagement.ball_organisation or engagement.organisation,
        )
    else:
        return User.objects.none()
    return User.objects.filter(Q(pk__in=roles.values("user")), is_active=True).order_by("pk")


def message_id(*parts: object) -> str:
    """Return a Message-ID that is the same each time the same message is sent."""
    name = ".".join(str(part) for part in parts)
    return f"<{name}@{parseaddr(settings.DEFAULT_FROM_EMAIL)[1].partition('@')[2]}>"


def compose(
    template: str, *, to: str, language: str, key: str, headers: dict[str, str], **context: object
) -> EmailMessage:
    """Return a mail from ``templates/mail/<template>.txt``, whose first line is the subject."""
    with translation.override(language):
        text = render_to_string(
            f"mail/{template}.txt", context | {"base": settings.PUBLIC_BASE_URL}
        )
    subject, _newline, body = text.strip().partition("\n")
    return EmailMessage(
        subject.strip(),
        body.strip() + "\n",
        to=[to],
        headers={
            "Message-ID": message_id(key),
            "Auto-Submitted": "auto-generated",
        }
        | headers,
    )


def tell_holders(engagement: Engagement, event: str, *, at: datetime) -> int:
    """Mail those who hold the ball. Returns how many were told."""
    told = 0
    for person in holders(engagement, on=timezone.localdate(at)):
        compose(
            "ball",
            to=person.email,
            language=person.language,
            key=f"ball-{engagement.pk}-{engagement.version}-{person.pk}",
            headers={},
            engagement=engagement,
            person=person,
            event=event,
        ).send()
        told += 1
    return told


def send_reply(reply: Reply, *, at: datetime) -> None:
    """Mail a reply to the delegation, and note that it has gone."""
    EmailMessage(
        reply.subject,
        reply.body,
        to=[reply.to],
        headers={"Message-ID": message_id("reply", reply.pk)},
    ).send()
    reply.state, reply.sent_at = ReplyState.SENT, at
    reply.save(update_fields=["state", "sent_at"])
    record(reply.engagement, "reply_sent", by=None, at=at, to=reply.to)


def tell_job_done(job: Job) -> None:
    """Mail the one who asked that the export is ready."""
    person = job.asked_by
    compose(
        "job",
        to=person.email,
        language=person.language,
        key=f"job-{job.pk}",
        headers={},
        job=job,
        person=person,
    ).send()


def remind(engagements: Iterable[Engagement], person: User, *, on: date) -> None:
    """Mail one person what lies with them and is late."""
    rows = list(engagements)
    compose(
        "reminder",
        to=person.email,
        language=person.language,
        key=f"reminder-{person.pk}-{on.isoformat()}",
        headers={},
        engagements=rows,
        person=person,
    ).send()
