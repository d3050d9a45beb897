"""Writing a decision down: number, row, entry in the ledger, line in the timeline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from engagements import documents
from engagements.models import Document, Engagement, Organisation, User
from engagements.numbers import next_in, next_number
from engagements.timeline import record
from engagements.vocabulary import Body, DocumentKind, Kind, Outcome, RoleName, Task
from governance import kinds, ledger
from governance.actions.demands import ACCEPTING
from governance.models import Dealing, Decision, Overrun


@dataclass(frozen=True)
class Held:
    """A meeting at which a decision was made that is written down here: day, paragraph, minutes."""

    on: date
    paragraph: str
    minutes: UploadedFile[Any]


@dataclass(frozen=True)
class Manner:
    """How a decision came about, where it is not a board's or company's by its own people.

    body: who decided. acts_for: whom the one who decided stood in for. dealing: what was
    recommended. supersedes, why_new: the decision whose place it takes, and why.
    """

    body: Body
    acts_for: User | None = None
    held: Held | None = None
    dealing: Dealing | None = None
    supersedes: Decision | None = None
    why_new: str = ""


def enter(
    row: Engagement,
    *,
    task: Task,
    outcome: Outcome,
    grounds: str,
    organisation: Organisation,
    without: list[str],
    departure: bool,
    receipt: dict[str, str],
    role: RoleName,
    earlier: Decision | None,
    manner: Manner | None = None,
    overrun: Overrun | None = None,
    by: User,
    at: datetime,
) -> Decision:
    """Write a decision and its entry in the ledger. Raises documents.Refused for its minutes.

    earlier: what ``newest`` gives. overrun: what it decides on anew, with what that came to.
    """
    asked = overrun.outcome_sek if overrun else row.estimated_sek
    pays = manner is not None or organisation.pk == row.organisation_id
    decision = Decision(
        engagement=row,
        organisation=organisation,
        task=str(task),
        outcome=str(outcome),
        grounds=grounds.strip(),
        without=without,
        departure=departure,
        cost_sek=asked if pays and outcome in ACCEPTING else None,
        by=by,
        role=str(role),
        at=at,
    )
    if overrun:
        decision.supersedes, decision.why_new = overrun.decision, overrun.why
    if manner:
        _put_manner(decision, manner, by=by, at=at)
    if decision.cost_sek is not None and overrun is None:
        offered = kinds.shares_of([row] if decision.shares else []).get(row.pk, [])
        left_out = kinds.declined_sek(offered, decision.shares)
        decision.cost_sek = max(decision.cost_sek - left_out, 0)
    _tell(decision, by=by, at=at)
    decision.number = number(decision)
    ledger.superseded(decision.supersedes or earlier, number=decision.number, why=decision.why_new)
    decision.ledger_seq = ledger.decided(decision, receipt)
    decision.save(force_insert=True)
    return decision


def _put_manner(decision: Decision, manner: Manner, *, by: User, at: datetime) -> None:
    decision.body = str(manner.body)
    decision.acts_for, decision.dealing = manner.acts_for, manner.dealing
    if manner.supersedes:
        decision.supersedes, decision.why_new = manner.supersedes, manner.why_new.strip()
    if manner.held:
        decision.held_on, decision.paragraph = manner.held.on, manner.held.paragraph
        decision.document = keep_minutes(decision.engagement, manner.held, by=by, at=at)


def keep_minutes(row: Engagement, held: Held, *, by: User, at: datetime) -> Document:
    """Keep the minutes of a meeting among the documents. Raises documents.Refused."""
    kind = DocumentKind.MINUTES
    return documents.add(row, upload=held.minutes, kind=kind, personal_data=False, by=by, at=at)


def number(decision: Decision) -> str:
    """Return the next number: what is decided by delegation has a series of its own."""
    year = timezone.localtime(decision.at).year
    if decision.body == Body.FINANCE_MAYOR:
        return f"DB {year}:{next_in('DB', year=year)}"
    return next_number("BES", year=year)


def newest(row: Engagement, organisation: Organisation, task: Task) -> Decision | None:
    """Return what an organisation answered last, which its next answer takes the place of.

    Also one that proposed something else.
    """
    made = Decision.objects.filter(engagement=row, organisation=organisation, task=str(task))
    return made.order_by("-pk").first()


def _tell(decision: Decision, *, by: User, at: datetime) -> None:
    row, outcome = decision.engagement, decision.outcome
    if decision.supersedes:
        why, earlier = decision.why_new, decision.supersedes.number
        record(row, "superseded", by=by, at=at, earlier=earlier, why=why)
    code = "coordinated" if decision.task == Task.COORDINATES else "decided"
    if code == "coordinated" and row.kind != Kind.VISIT:
        code = "office_coordinates"
    record(row, code, by=by, at=at, body=_names(decision), outcome=outcome)


def _names(decision: Decision) -> dict[str, str]:
    if decision.body == Body.FINANCE_MAYOR:
        return {"sv": Body.FINANCE_MAYOR.sv, "en": Body.FINANCE_MAYOR.en}
    return {"sv": decision.organisation.name_sv, "en": decision.organisation.name_en}
