"""Matters of years gone by, written many at a time, as the site's own actions would have left them.

Each is judged by the strategy as of its days and leaves its receipts, its decision, its entries in
the ledger and its page among the open books. Only its history is shorter: a row as it stood last.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone
from simple_history.utils import bulk_create_with_history

from engagements import places, wording
from engagements.models import Detail, Engagement, Event, Named, Organisation, Tie, User
from engagements.numbers import next_number
from engagements.vocabulary import AdviceKind, Body, Kind, Outcome, RoleName, Status, Task
from governance import assessing, kinds, ledger, receipts, strategy
from governance.actions import central, entering, replying
from governance.demo import delegated
from governance.demo.committee import REPORTED
from governance.fact_rows import CONTENT
from governance.insight import publishing
from governance.models import (
    AdviceMessage,
    Assessment,
    Dealing,
    Decision,
    DelegationReport,
    FollowUp,
    Frame,
    ReplyState,
    Stage,
)
from governance.strategy import canonical, receipt_of

# How many times a matter that is closed, and one that is declined, has been written.
VERSIONS = {Status.CLOSED: 10, Status.REJECTED: 6}
BATCH = 200
ADVISED = timedelta(days=3)
# What advice rests on.
CLAUSES = {
    Kind.TRIP: ["5.3.2a", "3.4.1"],
    Kind.RECEPTION: ["5.3.3", "city:receptions"],
    Kind.DECLARATION: ["5.3.2b", "4.3b"],
}


class NotWalkable(Exception):
    """The strategy would not have let a matter through as it is written."""


@dataclass
class Past:
    """A matter that was decided, followed up and closed: who decided is what its route says.

    detail: its row, with the engagement, neither of them saved. rows: its other rows. after: what
    was written down afterwards, without a history of its own.
    answered: when whoever asked got an answer, where anybody did. cost_sek: what it came to.
    meets: the Committee's meeting that dealt with it, after advice by ``adviser``, where the Mayor
    decided. tabled: the meeting before it, where that one let it wait.
    """

    detail: Detail
    contact: User
    registered: datetime
    submitted: datetime
    decided: datetime
    outcome: Outcome
    grounds: str
    rows: Sequence[Any] = ()
    after: Sequence[Any] = ()
    answered: datetime | None = None
    over: datetime | None = None
    closed: datetime | None = None
    cost_sek: int = 0
    meets: datetime | None = None
    tabled: datetime | None = None
    adviser: User | None = None
    advice: str = ""
    told: dict[str, Any] = field(default_factory=dict)
    route: strategy.Route | None = None
    content: str = ""
    dealings: list[Dealing] = field(default_factory=list)
    mayor: User | None = None
    decision: Decision | None = None
    report: DelegationReport | None = None
    sums: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def row(self) -> Engagement:
        """The engagement."""
        found: Engagement = self.detail.engagement
        return found

    @property
    def advised(self) -> datetime | None:
        """When a unit of the City Executive Office advised, where one did."""
        return self.submitted + ADVISED if self.meets else None

    @property
    def unit(self) -> RoleName:
        """The unit that the route asks for advice."""
        assert self.route  # noqa: S101 - it has been judged
        return self.route.advice_unit

    @property
    def status(self) -> Status:
        """Where it ended."""
        return Status.CLOSED if self.closed else Status.REJECTED


@transaction.atomic
def write(pasts: Iterable[Past], people: dict[str, User]) -> None:
    """Write them all, in the order in which things happened. Raises NotWalkable.

    people: by key, those of the Committee among them.
    """
    wanted = sorted(pasts, key=lambda past: past.registered)
    for past in wanted:
        _set_end(past)
    _save(wanted)
    _tie(wanted)
    _judge(wanted)
    happened = [step for past in wanted for step in _steps(past)]
    for session in delegated.sessions(wanted, people):
        happened += _held(session)
    for at, act in sorted(happened, key=lambda step: step[0]):
        act(at)
    Event.objects.bulk_create(event for past in wanted for event in _events(past))
    publishing.publish_first((past.row, past.closed or past.decided) for past in wanted)


def _set_end(past: Past) -> None:
    """Say of an engagement how it stands now that everything has happened."""
    row, status = past.row, past.status
    last = past.closed or past.answered or past.decided
    submitted = timezone.localdate(past.submitted)
    decided = timezone.localdate(past.decided)
    row.kind = str(past.detail.kind)
    row.number = next_number("INT", year=timezone.localtime(past.registered).year)
    row.status, row.version = str(status), VERSIONS[status]
    row.ball_since, row.submitted_at = last, past.submitted
    row.planned_on = row.budgeted_on = submitted
    row.decided_on = row.documented_on = decided
    row.followed_up_on = timezone.localdate(past.closed) if past.closed else None
    row.replied_on = timezone.localdate(past.answered) if past.answered else None
    row.created_by = row.changed_by = past.contact
    row.created_at, row.changed_at = past.registered, last


def _save(wanted: Sequence[Past]) -> None:
    """Write the matters, without their history yet, and their rows."""
    Engagement.objects.bulk_create([past.row for past in wanted])
    for past in wanted:
        past.detail.engagement = past.row
        for row in (*past.rows, *past.after):
            row.engagement = past.row
    _create([past.detail for past in wanted])
    _create([row for past in wanted for row in past.rows])
    wording.keep(past.detail for past in wanted)
    for past in wanted:  # some are found by what their rows say
        past.row.search_words = past.detail.found_by
    after = [row for past in wanted for row in past.after]
    for model in dict.fromkeys(type(row) for row in after):
        model._default_manager.bulk_create(row for row in after if type(row) is model)


def _create(rows: Sequence[Any]) -> None:
    """Write rows of several models in bulk; their history is of whoever registered the matter."""
    for model in dict.fromkeys(type(row) for row in rows):
        own = [row for row in rows if type(row) is model]
        for row in own:
            _remember(row, row.engagement)
        bulk_create_with_history(own, model)


def _remember(row: Any, of: Engagement) -> None:
    """Say whose history a row's is, and when it was written."""
    row._history_user, row._history_date = of.created_by, of.changed_at


def _tie(wanted: Sequence[Past]) -> None:
    """Lead each to the registers; who is named for the first time is looked up, or added."""
    known: dict[Named, Tie] = {}
    ties = []
    for past in wanted:
        named = past.detail.named
        if not all(name in known for name in named):
            places.follow(past.row, past.detail, by=past.contact, at=past.submitted)
            places.settle(past.row, by=past.contact, at=past.submitted)
            for tie in past.row.ties.select_related("place", "counterpart"):
                known[Named(tie.organisation, tie.city, tie.country, tie.kind)] = tie
            continue
        for name in named:
            first = known[name]
            tie = Tie(engagement=past.row, place=first.place, counterpart=first.counterpart)
            tie.organisation, tie.city, tie.country, tie.kind = name
            ties.append(tie)
    _create(ties)


def _judge(wanted: Sequence[Past]) -> None:
    """Judge each as it was handed in and as it was decided, and keep the receipts."""
    values, editions = assessing.current_values(), assessing.current_editions()
    frames = {(row.organisation_id, row.year): row.amount_sek for row in Frame.objects.all()}
    spent: dict[tuple[int, int], int] = {}
    made = []
    for past in sorted(wanted, key=lambda past: past.decided):
        row = past.row
        account = (row.organisation_id, (row.starts_on or past.decided).year)
        around = {
            "frame_sek": frames.get(account),
            "decided_sek": spent.get(account, 0),
            "contact_person_appointed": True,
        }
        told: Any = kinds.facts_of(row, stage=CONTENT, on=timezone.localdate(past.submitted))
        on = timezone.localdate(past.submitted)
        past.content = assessing.content_hash(row, on=on, told=told)
        for stage, at in ((Stage.SUBMISSION, past.submitted), (Stage.DECISION, past.decided)):
            facts = replace(told, stage=str(stage), **around)
            on = timezone.localdate(at)
            judged = strategy.assess(facts, on=on, values=values, editions=editions)
            made.append(_receipt(past, judged, stage=stage, at=at))
        _go(past, judged.route)
        assessing.remember_counts(row, judged)
        if past.outcome is Outcome.ACCEPTED:
            spent[account] = spent.get(account, 0) + (row.estimated_sek or 0)
    Assessment.objects.bulk_create(made)
    _remember_all([past.row for past in wanted])


def _receipt(past: Past, judged: strategy.Assessment, *, stage: Stage, at: datetime) -> Assessment:
    if judged.blocking(str(stage)) or judged.needs_weighing:
        stands = [f.why.sv for f in (*judged.blocking(str(stage)), *judged.needs_weighing)]
        raise NotWalkable(past.row.title, stands)
    text = canonical(receipt_of(judged))
    made = Assessment(
        engagement=past.row,
        stage=str(stage),
        receipt=text,
        weighed=receipts.nothing_weighed(),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        content_sha256=past.content,
        made_by=past.contact,
        made_at=at,
    )
    past.sums[str(stage)] = made.sums
    return made


def _go(past: Past, route: strategy.Route) -> None:
    """Let a matter go the way that the strategy says. Raises NotWalkable for another."""
    by_mayor = route.decider.body is Body.FINANCE_MAYOR
    if by_mayor != bool(past.meets) or route.advice_required != bool(past.adviser):
        raise NotWalkable(past.row.title, route.summary.sv)
    past.route = route


def _remember_all(rows: Sequence[Engagement]) -> None:
    """Write what the strategy counted, and each matter's history as it stands."""
    names = (
        "breaches",
        "unanswered",
        "judgements",
        "notes",
        "supporting",
        "clauses",
        "search_words",
    )
    Engagement.objects.bulk_update(rows, names, batch_size=BATCH)
    for row in rows:
        _remember(row, row)
    Engagement.history.bulk_history_create(rows, batch_size=BATCH)


Step = tuple[datetime, Callable[[datetime], None]]


def _steps(past: Past) -> Iterator[Step]:
    """Give what is told in the ledger of a matter."""
    yield past.submitted, partial(_submitted, past)
    if past.advised:
        yield past.advised, partial(_advised, past)
    yield past.decided, partial(_decided, past)
    if past.answered:
        yield past.answered, partial(_answered, past)
    if past.closed:
        yield past.closed, partial(_followed_up, past)


def _held(session: delegated.Session) -> Iterator[Step]:
    """Give what happens at a meeting of the Committee, and after it."""
    yield session.starts_at, session.hold
    yield session.starts_at + delegated.NOTED, session.write
    yield session.starts_at + REPORTED, session.report


def _submitted(past: Past, _at: datetime) -> None:
    to = Status.ADVICE if past.advised else Status.DECISION
    body = {"status": str(to)} | past.sums[Stage.SUBMISSION]
    ledger.append("submitted", engagement=past.row, body=body, secret=ledger.person(past.contact))


def _advised(past: Past, at: datetime) -> None:
    assert past.adviser  # noqa: S101 - the route asks for advice
    message = AdviceMessage.objects.create(
        engagement=past.row,
        unit=str(past.unit),
        kind=str(
            AdviceKind.SUPPORT if past.outcome is Outcome.ACCEPTED else AdviceKind.ADVISE_AGAINST
        ),
        text=past.advice,
        clauses=CLAUSES[Kind(past.row.kind)],
        content_sha256=past.content,
        by=past.adviser,
        at=at,
    )
    ledger.advised(message)


def _decided(past: Past, at: datetime) -> None:
    row, accepted = past.row, past.outcome is Outcome.ACCEPTED
    decision = Decision(
        engagement=row,
        organisation=row.organisation,
        task=str(Task.DECIDES),
        outcome=str(past.outcome),
        grounds=past.grounds,
        without=[],
        cost_sek=row.estimated_sek if accepted else None,
        by=past.contact,
        role=str(RoleName.CONTACT_PERSON),
        at=at,
    )
    if past.mayor:
        body = Body.FINANCE_MAYOR
        decision.organisation = Organisation.objects.get(code=central.CODES[body])
        decision.body, decision.role = str(body), str(central.ROLES[body])
        decision.dealing, decision.by = past.dealings[-1], past.mayor
    decision.number = entering.number(decision)
    decision.ledger_seq = ledger.decided(decision, past.sums[Stage.DECISION])
    decision.save(force_insert=True)
    past.decision = decision


def _answered(past: Past, at: datetime) -> None:
    reply_to = kinds.entry_of(past.row).reply_to
    assert reply_to  # noqa: S101 - whoever is answered has an address
    to = reply_to(past.row)
    reply = replying.drafted(
        past.row,
        past.decision,
        contact=to.name,
        to=to.address,
        wants_letter=False,
        language=to.language,
        by=past.contact,
        at=at,
    )
    reply.state, reply.sent_at = ReplyState.SENT, at
    reply.save(force_insert=True)
    ledger.replied(reply)


def _followed_up(past: Past, at: datetime) -> None:
    told_of = kinds.occasion_of(past.row)
    answers = FollowUp(
        engagement=past.row,
        occasion=told_of.name,
        country=told_of.country,
        cost_sek=past.cost_sek,
        working_hours=past.row.working_hours,
        by=past.contact,
        at=at,
        **past.told,
    )
    answers.save(force_insert=True)
    ledger.followed_up(answers)
    body = {"status": str(Status.CLOSED)}
    ledger.append("closed", engagement=past.row, body=body, secret=ledger.person(past.contact))


def _events(past: Past) -> Iterator[Event]:
    """Give the lines of a matter's timeline."""
    row, by = past.row, past.contact
    ended = Status.APPROVED if past.outcome is Outcome.ACCEPTED else Status.REJECTED
    assert past.decision  # noqa: S101 - all of them are decided
    decider = past.decision.by
    lines: list[Line] = [
        (past.registered, "registered", {}, by),
        (past.submitted, "submitted", {"tally": row.tally}, by),
        *(_prepared(past) if past.meets else [_moved(past.submitted, Status.DECISION, by)]),
        (past.decided, "decided", {"body": _body(past), "outcome": str(past.outcome)}, decider),
        _moved(past.decided, ended, decider),
        (past.answered, "reply_queued", {}, by),
        (past.answered, "reply_sent", {}, None),
        *_reported(past),
        _moved(past.over, Status.FOLLOW_UP, by),
        (past.closed, "followed_up", {}, by),
        _moved(past.closed, Status.CLOSED, by),
        (past.closed, "closed", {}, by),
    ]
    told = [(at, code, data, who) for at, code, data, who in lines if at]
    for at, code, data, who in sorted(told, key=lambda line: line[0]):
        yield Event(engagement=row, code=code, data=data, by=who, at=at)


Line = tuple[datetime | None, str, dict[str, Any], User | None]


def _moved(at: datetime | None, to: Status, by: User | None) -> Line:
    return at, "moved", {"status": str(to)}, by


def _body(past: Past) -> dict[str, str]:
    """Return who decided, in both languages."""
    if past.mayor:
        return {"sv": Body.FINANCE_MAYOR.sv, "en": Body.FINANCE_MAYOR.en}
    return {"sv": past.row.organisation.name_sv, "en": past.row.organisation.name_en}


def _prepared(past: Past) -> list[Line]:
    """Return the lines from advice to the Committee's answer."""
    last, unit = past.dealings[-1], str(past.unit)
    kind = past.row.advice.values_list("kind", flat=True).get()
    return [
        _moved(past.submitted, Status.ADVICE, past.contact),
        (past.submitted, "advice_asked", {"unit": unit}, past.contact),
        (past.advised, "advice_given", {"kind": kind}, past.adviser),
        _moved(past.advised, Status.PREPARATION, past.adviser),
        *(
            (made.at, "dealt_with", {"recommendation": made.recommendation}, made.by)
            for made in past.dealings
        ),
        _moved(last.at, Status.DECISION, last.by),
    ]


def _reported(past: Past) -> list[Line]:
    """Return the line of its report to the Executive Board, where there is one."""
    if past.report is None or past.decision is None:
        return []
    said = {"decision": past.decision.number, "paragraph": past.report.paragraph}
    return [(past.report.made_at, "reported", said, past.report.made_by)]
