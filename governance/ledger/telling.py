"""Entries that tell of one row: what of it the verifier can hold it to."""

from __future__ import annotations

from collections.abc import Iterable

from engagements.models import Conflict, Engagement, User
from governance.ledger.writing import append, moment, person
from governance.models import (
    AdviceMessage,
    Dealing,
    Decision,
    FollowUp,
    Lift,
    Overrun,
    Reply,
)


def advised(message: AdviceMessage) -> int:
    """Tell of formal advice."""
    return append(
        "advised",
        engagement=message.engagement,
        body={
            "message": message.pk,
            "advice": message.kind,
            "unit": message.unit,
            "clauses": message.clauses,
            "content_sha256": message.content_sha256,
            "at": moment(message.at),
        },
        secret=person(message.by) | {"text": message.text},
    )


def voided(engagement: Engagement, messages: Iterable[int], *, by: User) -> int:
    """Tell that advice, by the keys of its messages, is no longer valid."""
    body = {"messages": sorted(messages)}
    return append("advice_voided", engagement=engagement, body=body, secret=person(by))


def dealt_with(dealing: Dealing) -> int:
    """Tell how a body dealt with a matter before another decides."""
    return append(
        "dealt_with",
        engagement=dealing.engagement,
        body={
            "body": dealing.body,
            "recommendation": dealing.recommendation,
            "shares": dealing.shares,
            "meeting_item": dealing.meeting_item,
            "content_sha256": dealing.content_sha256,
            "at": moment(dealing.at),
        },
        secret=person(dealing.by) | {"grounds": dealing.grounds},
    )


def lifted(lift: Lift) -> int:
    """Tell that the Executive Board decides in the Mayor's place."""
    return append(
        "lifted",
        engagement=lift.engagement,
        body={"to": "KS", "at": moment(lift.at)},
        secret=person(lift.by) | {"grounds": lift.grounds},
    )


def conflict_declared(conflict: Conflict) -> int:
    """Tell that somebody takes no part from now on."""
    return append(
        "conflict",
        engagement=conflict.engagement,
        body={"conflict": conflict.pk, "at": moment(conflict.declared_at)},
        secret=person(conflict.user) | {"grounds": conflict.grounds},
    )


def superseded(earlier: Decision | None, *, number: str) -> int | None:
    """Tell that the decision ``number`` takes the place of an earlier one, if there was one."""
    if earlier is None:
        return None
    body = {"no": earlier.number, "by_no": number}
    return append("superseded", engagement=earlier.engagement, body=body)


def replied(reply: Reply) -> int:
    """Tell that a reply was handed over for sending."""
    return append(
        "replied",
        engagement=reply.engagement,
        body={"reply": reply.pk, "language": reply.language, "at": moment(reply.written_at)},
        secret=person(reply.written_by)
        | {"to": reply.to, "subject": reply.subject, "text": reply.body},
    )


def followed_up(answers: FollowUp) -> int:
    """Tell what came of it."""
    return append(
        "followed_up",
        engagement=answers.engagement,
        body={
            "cost_sek": answers.cost_sek,
            "working_hours": answers.working_hours,
            "at": moment(answers.at),
        },
        secret=person(answers.by)
        | {
            "learnt": answers.learnt,
            "acted_on": answers.acted_on,
            "told": answers.told,
            "image": answers.image,
            "purpose_met": answers.purpose_met,
            "contacts": answers.contacts,
            "usable": answers.usable,
            "goes_into": answers.goes_into,
        },
    )


def overrun(asked: Overrun) -> int:
    """Tell that a new decision was asked for, since it cost more than was decided."""
    return append(
        "overrun",
        engagement=asked.engagement,
        body={
            "no": asked.decision.number,
            "decided_sek": asked.decided_sek,
            "outcome_sek": asked.outcome_sek,
            "at": moment(asked.at),
        },
        secret=person(asked.by) | {"why": asked.why},
    )


def withdrawn(engagement: Engagement, *, why: str, by: User) -> int | None:
    """Tell that an engagement was taken back, with its decisions; a mere draft is no matter."""
    if engagement.submitted_at is None:
        return None
    numbers = engagement.decisions.order_by("pk").values_list("number", flat=True)
    return append(
        "withdrawn",
        engagement=engagement,
        body={"status": engagement.status, "decisions": list(numbers)},
        secret=person(by) | {"why": why},
    )
