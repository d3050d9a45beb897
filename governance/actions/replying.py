"""The answer to whoever asked: written from what was decided, edited by a person, sent later."""

from __future__ import annotations

from datetime import datetime

from babel.dates import format_date
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from engagements import deadlines, lifecycle, outbox
from engagements.models import Engagement, User
from engagements.timeline import record
from engagements.vocabulary import Body, Outcome, Status
from governance import kinds, ledger
from governance.models import Decision, Reply, ReplyState

# How long a delegation has to say what it thinks of another proposal.
ANSWER_DAYS = 15
GREETING = {"sv": "Hej {contact},", "en": "Dear {contact},"}
UNNAMED = {"sv": "Hej,", "en": "Dear Sir or Madam,"}
PARTS = {
    "sv": {"twinning": "frågan om att bli vänorter"},
    "en": {"twinning": "the question of becoming twin towns"},
}
JOIN = {"sv": " och ", "en": " and "}
WITHOUT = {
    "sv": "Svaret gäller inte {parts}; det tar staden inte upp.",
    "en": "This does not include {parts}, which the city does not take up.",
}
SIGNED = {
    "sv": "Vänliga hälsningar\n{by}\n{body}, Stockholms stad",
    "en": "Kind regards\n{by}\n{body}, City of Stockholm",
}


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
    reply = drafted(
        engagement,
        decision,
        contact=contact,
        to=to,
        wants_letter=wants_letter,
        language=language,
        by=by,
        at=at,
    )
    reply.save(force_insert=True)
    return reply


def drafted(
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
    """Return a reply as ``propose`` writes it, not saved. Raises NothingDecided."""
    letter = kinds.entry_of(engagement).letter
    if decision is None or letter is None:
        raise NothingDecided(_("Det finns inget beslut att svara utifrån."))
    spoken = language if language in letter.subject else "en"
    body = engagement.organisation.name_en if spoken == "en" else engagement.organisation.name_sv
    day = _days(engagement, spoken)
    words = {
        "contact": contact,
        "body": body,
        "title": engagement.title,
        "number": engagement.number,
        "grounds": decision.grounds,
        "by": by.name,
        "day": day,
        "when": letter.when[spoken].format(day=day) if day else "",
        "letter": letter.invitation.get(spoken, "") if wants_letter else "",
    }
    if letter.words:
        words |= letter.words(engagement, spoken)
    greeting = GREETING if contact else UNNAMED
    answer = letter.answers[Outcome(decision.outcome)]
    parts = [greeting[spoken], letter.thanks[spoken], answer[spoken]]
    if left := [PARTS[spoken][part] for part in decision.without if part in PARTS[spoken]]:
        parts.append(WITHOUT[spoken].format(parts=JOIN[spoken].join(left)))
    if engagement.decisions.filter(outcome=str(Outcome.COORDINATED)).exists():
        parts.append(letter.coordinated[spoken])
    parts.append(SIGNED[spoken])
    return Reply(
        engagement=engagement,
        decision=decision,
        language=spoken,
        to=to,
        subject=letter.subject[spoken].format(**words),
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
    due: deadlines.Due
    if row.status == Status.COUNTERED:
        ball, host = Body.DELEGATION, None
        due = deadlines.counted(
            "proposed", at=at, days=ANSWER_DAYS, source=deadlines.answering(row)
        )
    elif row.status == Status.APPROVED:
        ball, host = Body.CONTACT_PERSON, row.organisation
        due = deadlines.given(row.ends_on or row.starts_on, "takes_place", at=at)
    elif row.status == Status.REJECTED:
        ball = host = due = None
    else:
        return row
    return lifecycle.hand(
        row, ball=ball, ball_organisation=host, due=due, by=by, at=at, why=str(_("besvarad"))
    )
