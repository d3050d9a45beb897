"""Mail: to whoever holds the ball now, to delegations, and the Monday digest."""

from __future__ import annotations

from datetime import date, datetime
from email.utils import parseaddr

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.text import capfirst

from engagements.models import (
    AccountEvent,
    Away,
    Consultation,
    Engagement,
    Organisation,
    Role,
    User,
)
from engagements.permissions import visible_to
from engagements.querysets import asked_of
from engagements.templatetags.utblick import NBSP, weekday
from engagements.timeline import record
from engagements.turns import held_by, holders
from engagements.vocabulary import RoleName
from governance.models import (
    Anchor,
    ImportFile,
    Job,
    Meeting,
    MeetingState,
    NetworkQuestion,
    Notice,
    Reply,
    ReplyState,
    Round,
    ViewSeen,
    ViewWatch,
)
from governance.notices import asked_lines, gone, instead_of, lines, name_of, told
from governance.week import Week, week_of

# How many matters a mail of a view names; it leads to the others.
LINES = 30


def message_id(*parts: object) -> str:
    """Return a Message-ID that is the same each time the same message is sent."""
    name = ".".join(str(part) for part in parts)
    return f"<{name}@{parseaddr(settings.DEFAULT_FROM_EMAIL)[1].partition('@')[2]}>"


def compose(
    template: str,
    *,
    to: str | list[str],
    language: str,
    key: str,
    headers: dict[str, str],
    away: Away | None = None,
    **context: object,
) -> EmailMessage:
    """Return a mail from ``templates/mail/<template>.txt``, whose first line is the subject.

    away: for whom, where its reader stands in; the mail says so before anything else.
    """
    with translation.override(language):
        text = render_to_string(
            f"mail/{template}.txt", context | {"base": settings.PUBLIC_BASE_URL}
        )
        instead = capfirst(f"{instead_of(away)}.\n\n") if away else ""
    subject, _newline, body = text.strip().partition("\n")
    body = instead + body.strip()
    return EmailMessage(
        subject.strip(),
        body.strip() + "\n",
        to=[to] if isinstance(to, str) else to,
        headers={
            "Message-ID": message_id(key),
            "Auto-Submitted": "auto-generated",
        }
        | headers,
    )


def tell_holder(
    engagement: Engagement, person: User, event: str, *, away: Away | None = None
) -> None:
    """Mail one who holds the ball, or stands in for who does: what to do, by when, where."""
    (line,) = lines([engagement], person.language)
    compose(
        "ball",
        to=person.email,
        language=person.language,
        key=f"ball-{engagement.pk}-{engagement.version}-{person.pk}",
        headers={},
        away=away,
        line=line,
        engagement=engagement,
        person=person,
        event=event,
    ).send()


def tell_asked(asked: Consultation, person: User, *, away: Away | None = None) -> None:
    """Mail one who answers for an organisation that is asked: what to say, by when, where."""
    (line,) = asked_lines([asked], person.language)
    compose(
        "asked",
        to=person.email,
        language=person.language,
        key=f"asked-{asked.pk}-{asked.asked_at:%Y%m%dT%H%M%S%f}-{person.pk}",
        headers={},
        away=away,
        line=line,
        asked=asked,
        person=person,
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
    record(reply.engagement, "reply_sent", by=None, at=at)


def send_invitation(event: AccountEvent) -> None:
    """Mail a new person the link where they choose their password; it is made as it is sent."""
    person = event.user
    where = {
        "uidb36": user_pk_to_url_str(person),
        "key": default_token_generator.make_token(person),
    }
    compose(
        "invitation",
        to=person.email,
        language=person.language,
        key=f"invitation-{event.pk}",
        headers={},
        person=person,
        path=reverse("account_reset_password_from_key", kwargs=where),
        days=settings.PASSWORD_RESET_TIMEOUT // (24 * 60 * 60),
    ).send()


def send_notice(notice: Notice) -> None:
    """Mail a person what they were told in Utblick; what it is about is named with care."""
    person = notice.person
    (line,) = told([notice], person.language)
    compose(
        "notice",
        to=person.email,
        language=person.language,
        key=f"notice-{notice.pk}",
        headers={},
        line=line,
        person=person,
    ).send()


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


def tell_imported(file: ImportFile) -> None:
    """Mail the one who asked that a spreadsheet has been read in."""
    compose(
        "import",
        to=file.by.email,
        language=file.by.language,
        key=f"import-{file.pk}",
        headers={},
        file=file,
        person=file.by,
    ).send()


def tell_meeting(meeting: Meeting, person: User) -> None:
    """Mail one member the notice with its agenda, or that the meeting is cancelled."""
    rows = meeting.items.filter(removed_at=None).select_related("engagement")
    compose(
        "meeting",
        to=person.email,
        language=person.language,
        key=f"meeting-{meeting.pk}-{meeting.state}-{meeting.called_at}-{person.pk}".replace(
            " ", "T"
        ),
        headers={},
        meeting=meeting,
        cancelled=meeting.state == MeetingState.CANCELLED,
        names=[name_of(row.engagement) for row in sorted(rows, key=lambda item: item.order)],
        person=person,
    ).send()


def registrars(*, on: date) -> QuerySet[User]:
    """Return the active people who keep the registry on a day."""
    roles = Role.objects.on(on).filter(name=str(RoleName.REGISTRAR))
    return User.objects.filter(pk__in=roles.values("user"), is_active=True).order_by("pk")


def remind_of_round(of: Round, person: User, left: list[Organisation], *, on: date) -> None:
    """Mail one who answers for organisations that the year's follow-up waits for."""
    with translation.override(person.language):
        when = weekday(of.due_on).replace(NBSP, " ")
        paths = [(str(row), reverse("round_answer", args=[of.slug, row.code])) for row in left]
        name = str(of)
    compose(
        "round",
        to=person.email,
        language=person.language,
        key=f"round-{of.pk}-{person.pk}-{on.isoformat()}",
        headers={},
        name=name,
        when=when,
        late=of.due_on < on,
        paths=paths,
        person=person,
    ).send()


def tell_question(
    question: NetworkQuestion, person: User, left: list[Organisation], *, on: date
) -> None:
    """Mail one who answers for organisations that a question to the network waits for."""
    with translation.override(person.language):
        when = weekday(question.due_on).replace(NBSP, " ")
        names = [str(row) for row in left]
    compose(
        "question",
        to=person.email,
        language=person.language,
        key=f"question-{question.pk}-{person.pk}-{on.isoformat()}",
        headers={},
        question=question,
        when=when,
        late=question.due_on < on,
        names=names,
        person=person,
    ).send()


def tell_of_view(watch: ViewWatch, new: list[Engagement], *, on: date) -> None:
    """Mail one who watches a view what has come into it, and note that it is told."""
    person, view = watch.person, watch.view
    with translation.override(person.language):
        told = [
            {
                "name": name_of(row),
                "task": str(row.get_status_display()),
                "path": row.get_absolute_url(),
            }
            for row in new[:LINES]
        ]
    compose(
        "view",
        to=person.email,
        language=person.language,
        key=f"view-{watch.pk}-{on.isoformat()}-{new[0].pk}",
        headers={},
        view=view,
        lines=told,
        count=len(new),
        more=len(new) - len(told),
        person=person,
    ).send()
    rows = [ViewSeen(watch=watch, engagement=row) for row in new]
    ViewSeen.objects.bulk_create(rows, ignore_conflicts=True)


def send_anchor(anchor: Anchor, person: User | None) -> None:
    """Mail the day's anchor to one person, or to the addresses of ANCHOR_RECIPIENTS together.

    What they keep is out of our reach: it shows if we rewrite what came before.
    """
    to = person.email if person else settings.ANCHOR_RECIPIENTS
    if to:
        compose(
            "anchor",
            to=to,
            language=person.language if person else settings.LANGUAGE_CODE,
            key=f"anchor-{anchor.day}-{person.pk if person else 'all'}",
            headers={},
            anchor=anchor,
        ).send()


def send_digest(person: User, *, on: date) -> None:
    """Mail one person their week; nothing when there is nothing to tell."""
    week = week_of(person, on=on)
    if week == Week():
        return
    compose(
        "digest",
        to=person.email,
        language=person.language,
        key=f"digest-{person.pk}-{on.isoformat()}",
        headers={},
        week=week,
        person=person,
    ).send()


def remind(person: User, *, on: date) -> None:
    """Mail one person what lies with them and is late; nothing when it has been done since."""
    rows = list(held_by(person, on=on).filter(due__lt=on))
    asked = list(asked_of(person, on=on).filter(due__lt=on).select_related("engagement"))
    if rows or asked:
        compose(
            "reminder",
            to=person.email,
            language=person.language,
            key=f"reminder-{person.pk}-{on.isoformat()}",
            headers={},
            lines=[
                *asked_lines(asked, person.language),
                *lines(rows, person.language, gone(rows, person, on=on)),
            ],
            person=person,
        ).send()


def remind_of_follow_up(
    engagement: Engagement, person: User, stage: str, *, on: date, away: Away | None = None
) -> None:
    """Mail one person that a follow-up is due, or late. stage: as ``governance.reminders`` has it.

    Who was there without having the matter to read gets no address that they can't open.
    """
    readable = visible_to(person, on=on).filter(pk=engagement.pk).exists()
    with translation.override(person.language):
        when = weekday(engagement.due).replace(NBSP, " ")
    compose(
        "follow_up",
        to=person.email,
        language=person.language,
        key=f"follow-up-{engagement.pk}-{stage}-{on.isoformat()}-{person.pk}",
        headers={},
        away=away,
        name=name_of(engagement),
        when=when,
        engagement=engagement,
        holds=holders(engagement, on=on).filter(pk=person.pk).exists(),
        readable=readable,
        stage=stage,
        person=person,
    ).send()


def tell_stand_in(away: Away, person: User) -> None:
    """Mail one who stands in that they do, for whom and when."""
    compose(
        "stand_in",
        to=person.email,
        language=person.language,
        key=f"stand-in-{away.pk}-{person.pk}",
        headers={},
        row=away,
        person=person,
    ).send()
