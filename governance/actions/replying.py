"""The answer to the delegation: written from what was decided, edited by a person, sent later."""

from __future__ import annotations

from datetime import date, datetime

from babel.dates import format_date
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from engagements import lifecycle, outbox
from engagements.calendar import add_working_days
from engagements.models import Engagement, User
from engagements.timeline import record
from engagements.vocabulary import Body, Outcome, Status
from governance import ledger
from governance.models import Decision, Reply, ReplyState

# How long a delegation has to say what it thinks of another proposal.
ANSWER_DAYS = 15
GREETING = {"sv": "Hej {contact},", "en": "Dear {contact},"}
UNNAMED = {"sv": "Hej,", "en": "Dear Sir or Madam,"}
THANKS = {
    "sv": "tack för er förfrågan om att besöka {body} i Stockholm ({title}).",
    "en": "Thank you for your request to visit {body} in Stockholm.",
}
ANSWER = {
    Outcome.ACCEPTED: {
        "sv": "Vi tar gärna emot er.{when} Vi återkommer med ett program. Det här är en "
        "bekräftelse och inget inbjudningsbrev.{letter}",
        "en": "We are happy to receive you.{when} We will come back with a programme. This is a "
        "confirmation and not an invitation letter.{letter}",
    },
    Outcome.ACCEPTED_WITHOUT_LETTER: {
        "sv": "Vi tar gärna emot er.{when} Staden skriver normalt inte inbjudningsbrev och kan "
        "inte göra det för det här besöket. Ni kan visa upp den här bekräftelsen.",
        "en": "We are happy to receive you.{when} The city does not normally write letters of "
        "invitation and cannot do so for this visit. You may show this confirmation.",
    },
    Outcome.COUNTERED: {
        "sv": "Vi kan inte ta emot er som ni föreslår, men föreslår i stället: {grounds}",
        "en": "We cannot receive you as you propose, but would like to suggest: {grounds}",
    },
    Outcome.DECLINED: {
        "sv": "Vi kan tyvärr inte ta emot besöket. Mycket om vårt arbete finns öppet på stadens "
        "webbplats, och vi svarar gärna på enstaka frågor i skrift.",
        "en": "Unfortunately we cannot receive the visit. Much about our work is openly "
        "available on the city's website, and we gladly answer single questions in writing.",
    },
}
WHEN = {"sv": " Besöket är planerat till {day}.", "en": " The visit is planned for {day}."}
LETTER = {
    "sv": " Ett inbjudningsbrev skickas för sig. Det lovar inga kostnader och ingen visering.",
    "en": " A letter of invitation is sent separately. It promises no costs and no visa.",
}
PARTS = {
    "sv": {"twinning": "frågan om att bli vänorter"},
    "en": {"twinning": "the question of becoming twin towns"},
}
JOIN = {"sv": " och ", "en": " and "}
WITHOUT = {
    "sv": "Svaret gäller inte {parts}; det tar staden inte upp.",
    "en": "This does not include {parts}, which the city does not take up.",
}
COORDINATED = {
    "sv": "Kommunstyrelsen i Stockholm samordnar besöket.",
    "en": "The Stockholm City Executive Board coordinates the visit.",
}
SIGNED = {
    "sv": "Vänliga hälsningar\n{by}\n{body}, Stockholms stad",
    "en": "Kind regards\n{by}\n{body}, City of Stockholm",
}
SUBJECT = {"sv": "Ert besök i Stockholm, {number}", "en": "Your visit to Stockholm, {number}"}


class NothingDecided(Exception):
    """There is no decision to answer from."""


class AlreadySent(Exception):
    """The reply has gone; what is sent is never changed."""


def _days(engagement: Engagement, language: str) -> str:
    """Return the days of a visit in words, "" when nobody knows them."""
    first, last = engagement.starts_on, engagement.ends_on
    if first is None:
        return ""
    if last is None or last == first:
        return format_date(first, "long", language)
    return f"{format_date(first, 'long', language)} – {format_date(last, 'long', language)}"


@transaction.atomic
def propose(
    engagement: Engagement,
    decision: Decision | None,
    *,
    contact: str,
    to: str,
    wants_letter: bool,
    language: str,
    by: User,
    at: datetime,
) -> Reply:
    """Write a reply from what was decided. language: "sv" or "en". Raises NothingDecided."""
    if decision is None:
        raise NothingDecided(_("Det finns inget beslut att svara utifrån."))
    spoken = language if language in SUBJECT else "en"
    body = engagement.organisation.name_en if spoken == "en" else engagement.organisation.name_sv
    day = _days(engagement, spoken)
    words = {
        "contact": contact,
        "body": body,
        "title": engagement.title,
        "number": engagement.number,
        "grounds": decision.grounds,
        "by": by.name,
        "when": WHEN[spoken].format(day=day) if day else "",
        "letter": LETTER[spoken] if wants_letter else "",
    }
    greeting = GREETING if contact else UNNAMED
    parts = [greeting[spoken], THANKS[spoken], ANSWER[Outcome(decision.outcome)][spoken]]
    if left := [PARTS[spoken][part] for part in decision.without if part in PARTS[spoken]]:
        parts.append(WITHOUT[spoken].format(parts=JOIN[spoken].join(left)))
    if engagement.decisions.filter(outcome=str(Outcome.COORDINATED)).exists():
        parts.append(COORDINATED[spoken])
    parts.append(SIGNED[spoken])
    return Reply.objects.create(
        engagement=engagement,
        decision=decision,
        language=spoken,
        to=to,
        subject=SUBJECT[spoken].format(**words),
        body="\n\n".join(part.format(**words) for part in parts),
        written_by=by,
        written_at=at,
    )


@transaction.atomic
def send(reply: Reply, *, to: str, subject: str, body: str, by: User, at: datetime) -> Reply:
    """Put a reply in the outbox. Raises AlreadySent."""
    lifecycle.lock(reply.engagement_id)
    row = Reply.objects.select_for_update(of=("self",)).get(pk=reply.pk)
    if row.state != ReplyState.DRAFT:
        raise AlreadySent(_("Svaret är redan skickat."))
    # A line break in a subject would be refused when the letter is sent, long after the promise.
    row.to, row.subject, row.body = to, " ".join(subject.split()), body
    row.state, row.written_by, row.written_at = ReplyState.QUEUED, by, at
    row.save()
    outbox.promise("mail.reply", at=at, once=f"reply:{row.pk}", reply_id=row.pk)
    record(row.engagement, "reply_queued", by=by, at=at)
    ledger.replied(row)
    _pass_on(row.engagement, by=by, at=at)
    return row


@transaction.atomic
def note_answered(engagement: Engagement, *, by: User, at: datetime) -> Engagement:
    """Write down that the delegation was answered by other means."""
    row = lifecycle.lock(engagement.pk)
    record(row, "answered", by=by, at=at)
    return _pass_on(row, by=by, at=at)


def _pass_on(engagement: Engagement, *, by: User, at: datetime) -> Engagement:
    """Hand the ball on when the delegation has its answer: to them, to the visit, to nobody."""
    row = lifecycle.lock(engagement.pk)
    today = timezone.localdate(at)
    if row.replied_on is None:
        row.replied_on = today
        row = lifecycle.save(row, by=by, at=at, why=str(_("delegationen har fått svar")))
    ball: Body | None
    due: date | None
    if row.status == Status.COUNTERED:
        ball, host, due = Body.DELEGATION, None, add_working_days(today, ANSWER_DAYS)
    elif row.status == Status.APPROVED:
        ball, host, due = Body.CONTACT_PERSON, row.organisation, row.ends_on or row.starts_on
    elif row.status == Status.REJECTED:
        ball = host = due = None
    else:
        return row
    return lifecycle.hand(
        row, ball=ball, ball_organisation=host, due=due, by=by, at=at, why=str(_("besvarad"))
    )
