"""Entries that tell of one row: what of it the verifier can hold it to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from engagements.models import Conflict, Engagement, User
from governance.ledger.writing import append, moment, person
from governance.models import (
    AdviceMessage,
    Confirmation,
    Dealing,
    Decision,
    FollowUp,
    Lift,
    Overrun,
    Reply,
    ReportedDecision,
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


def consulted(
    engagement: Engagement, codes: Iterable[str], *, due: date, by: User, at: datetime
) -> int:
    """Tell which organisations were asked what a matter means for them."""
    body = {"organisations": list(codes), "due": due.isoformat(), "at": moment(at)}
    return append("consulted", engagement=engagement, body=body, secret=person(by))


def lifted(lift: Lift, receipt: dict[str, str] | None = None) -> int:
    """Tell that the Executive Board decides in the Mayor's place, and on which judgement."""
    return append(
        "lifted",
        engagement=lift.engagement,
        body={"to": "KS", "cause": lift.cause, "at": moment(lift.at)} | (receipt or {}),
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


def decided(decision: Decision, receipt: dict[str, str]) -> int:
    """Tell of a decision that has its number. receipt: the sums of what it rests on."""
    body = {
        "no": decision.number,
        "task": decision.task,
        "outcome": decision.outcome,
        "organisation": decision.organisation.code,
        "without": decision.without,
        "departure": decision.departure,
        "cost_sek": decision.cost_sek,
        "role": decision.role,
        "at": moment(decision.at),
    }
    said = person(decision.by) | {"grounds": decision.grounds}
    if decision.body:
        body |= _manner(decision)
    if decision.supersedes:
        body |= {"supersedes": decision.supersedes.number}
    if decision.acts_for:
        said |= {"acts_for": str(decision.acts_for_id)}
    return append("decided", engagement=decision.engagement, body=body | receipt, secret=said)


def _manner(decision: Decision) -> dict[str, object]:
    """Return how a decision came about that is not a board's by its own people."""
    document, dealing, earlier = decision.document, decision.dealing, decision.supersedes
    return {
        "body": decision.body,
        "held_on": decision.held_on.isoformat() if decision.held_on else None,
        "paragraph": decision.paragraph,
        "document_sha256": document.sha256 if document else None,
        "after": dealing.ledger_seq if dealing else None,
        "supersedes": earlier.number if earlier else None,
    }


def superseded(earlier: Decision | None, *, number: str, why: str = "") -> int | None:
    """Tell that the decision ``number`` takes the place of an earlier one, if there was one."""
    if earlier is None:
        return None
    body = {"no": earlier.number, "by_no": number}
    secret = {"why": why} if why else None
    return append("superseded", engagement=earlier.engagement, body=body, secret=secret)


def reported(row: ReportedDecision) -> int:
    """Tell that a decision was reported to the Executive Board, as its list is marked."""
    report, decision = row.report, row.decision
    if report.made_by is None or report.made_at is None:
        raise ValueError(report)
    return append(
        "reported",
        engagement=decision.engagement,
        body={
            "no": decision.number,
            "meets_on": report.meets_on.isoformat(),
            "paragraph": report.paragraph,
            "at": moment(report.made_at),
        },
        secret=person(report.made_by),
    )


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


def confirmed(answer: Confirmation) -> int:
    """Tell that an organisation answered for a follow-up of the year, and what then lacked."""
    body = {
        "organisation": answer.organisation.code,
        "year": answer.round.year,
        "round": answer.round.sort,
        "missing": answer.missing,
        "frame_sek": answer.frame_sek,
        "plan_sha256": answer.plan_sha256,
        "role": answer.role,
        "at": moment(answer.at),
    }
    secret = person(answer.by) | {"text": answer.text}
    return append("confirmed", engagement=None, body=body, secret=secret)
