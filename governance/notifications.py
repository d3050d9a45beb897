"""Mail: to whoever holds the ball now, to delegations, and the Monday digest."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import F, Q, QuerySet
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from engagements.models import Engagement, Role, User
from engagements.templatetags.utblick import NBSP, weekday
from engagements.timeline import record
from engagements.vocabulary import Body, RoleName, Status
from governance.models import Job, Reply, ReplyState

VERBS = {
    Status.DRAFT: gettext_lazy("Fortsätt"),
    Status.ADVICE: gettext_lazy("Ge råd"),
    Status.RETURNED: gettext_lazy("Komplettera"),
    Status.DECISION: gettext_lazy("Ta ställning"),
    Status.COORDINATION: gettext_lazy("Samordna"),
    Status.APPROVED: gettext_lazy("Ta emot"),
    Status.FOLLOW_UP: gettext_lazy("Följ upp"),
}
UNIT_OF_BALL = {
    Body.SLK: (RoleName.INTERNATIONAL_UNIT,),
    Body.INTERNATIONAL_UNIT: (RoleName.INTERNATIONAL_UNIT,),
    Body.PROTOCOL_UNIT: (RoleName.PROTOCOL_UNIT,),
    Body.EU_UNIT: (RoleName.EU_UNIT,),
    Body.EXECUTIVE_BOARD: (RoleName.KS_SECRETARY, RoleName.PROTOCOL_UNIT),
}
OWNERS = [str(RoleName.CONTACT_PERSON), str(RoleName.DEPUTY)]
OWN_BALLS = [str(Body.CONTACT_PERSON), str(Body.RECEIVING_BODY)]


def holders(engagement: Engagement, *, on: date) -> QuerySet[User]:
    """Return the active people who hold the ball on a day; nobody when it is outside the city."""
    if engagement.ball_person_id:
        return User.objects.filter(pk=engagement.ball_person_id, is_active=True)
    roles = Role.objects.on(on)
    ball = engagement.ball
    if ball in UNIT_OF_BALL:
        roles = roles.filter(name__in=[str(name) for name in UNIT_OF_BALL[Body(ball)]])
    elif ball in OWN_BALLS:
        roles = roles.filter(
            name__in=OWNERS,
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


def task_of(engagement: Engagement) -> str:
    """Say what is to be done and by when: "Ge råd senast tisdag 1 december"."""
    verb = str(VERBS.get(Status(engagement.status), _("Läs")))
    if engagement.due is None:
        return verb
    return _("%(verb)s senast %(day)s") % {
        "verb": verb,
        "day": weekday(engagement.due).replace(NBSP, " "),
    }


def name_of(engagement: Engagement) -> str:
    """Return what a mail may call an engagement; a secret one goes by its number alone."""
    if engagement.secret:
        return engagement.number
    return f"{' '.join(engagement.title.split())} ({engagement.number})"


def lines(engagements: Iterable[Engagement], language: str) -> list[dict[str, str]]:
    """Return engagements as a mail lists them: name, task, address."""
    with translation.override(language):
        return [
            {"name": name_of(row), "task": task_of(row), "path": row.get_absolute_url()}
            for row in engagements
        ]


def tell_holder(engagement: Engagement, person: User, event: str) -> None:
    """Mail one who holds the ball: what to do, by when, where."""
    (line,) = lines([engagement], person.language)
    compose(
        "ball",
        to=person.email,
        language=person.language,
        key=f"ball-{engagement.pk}-{engagement.version}-{person.pk}",
        headers={},
        line=line,
        engagement=engagement,
        person=person,
        event=event,
    ).send()


def send_reply(reply: Reply, *, at: datetime) -> None:
    """Mail a reply to the delegation, and note that it has gone."""
    EmailMessage(
        reply.subject,
        reply.body,
        to=[reply.to],
        headers={"Message-ID": message_id("reply", reply.pk), "Auto-Submitted": "auto-generated"},
    ).send()
    note_sent(reply, at=at)


def note_sent(reply: Reply, *, at: datetime) -> None:
    """Write down that a reply has gone."""
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


def held_by(person: User, *, on: date) -> QuerySet[Engagement]:
    """Return the open engagements that lie with a person on a day, the most urgent first."""
    reach = list(Role.objects.filter(user=person).on(on).values_list("name", "organisation_id"))
    names = {name for name, _organisation in reach}
    units = [str(ball) for ball, roles in UNIT_OF_BALL.items() if names & {str(r) for r in roles}]
    owns = [pk for name, pk in reach if name in OWNERS]
    theirs = Q(ball_person=person) | Q(ball_person=None, ball__in=units)
    theirs |= Q(ball_person=None, ball__in=OWN_BALLS) & (
        Q(ball_organisation__in=owns) | Q(ball_organisation=None, organisation__in=owns)
    )
    rows = Engagement.objects.open().with_ball().filter(theirs)
    return rows.order_by(F("due").asc(nulls_last=True), "pk")


def remind(person: User, *, on: date) -> None:
    """Mail one person what lies with them and is late; nothing when it has been done since."""
    rows = list(held_by(person, on=on).filter(due__lt=on))
    if rows:
        _send_list("reminder", person, rows, on=on)


def send_digest(person: User, *, on: date) -> None:
    """Mail one person what lies with them this week; nothing when nothing does."""
    rows = list(held_by(person, on=on).exclude(status=Status.DRAFT))
    if rows:
        _send_list("digest", person, rows, on=on)


def _send_list(template: str, person: User, rows: list[Engagement], *, on: date) -> None:
    compose(
        template,
        to=person.email,
        language=person.language,
        key=f"{template}-{person.pk}-{on.isoformat()}",
        headers={},
        lines=lines(rows, person.language),
        person=person,
    ).send()
