"""How an EU project moves on, from idea to ordinary operations. A row a move, none overwritten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from engagements import lifecycle
from engagements.labels import label
from engagements.models import Engagement, Organisation, User
from engagements.templatetags.utblick import day
from engagements.timeline import record
from engagements.vocabulary import Action, Outcome, ProjectStage, Status, Task
from governance.models import Decision
from memberships.eu_project.models import Amendment, PartyDecision, ReportDate, StageMove

NEXT: dict[ProjectStage, tuple[ProjectStage, ...]] = {
    ProjectStage.IDEA: (ProjectStage.APPLIED,),
    ProjectStage.APPLIED: (ProjectStage.GRANTED, ProjectStage.REFUSED),
    ProjectStage.REFUSED: (),
    ProjectStage.GRANTED: (ProjectStage.RUNNING,),
    ProjectStage.RUNNING: (ProjectStage.ENDED,),
    ProjectStage.ENDED: (ProjectStage.LANDED, ProjectStage.NOT_LANDED),
    ProjectStage.LANDED: (),
    ProjectStage.NOT_LANDED: (),
}
ANSWERS = (ProjectStage.LANDED, ProjectStage.NOT_LANDED)
OVER = (ProjectStage.ENDED, *ANSWERS)
PATH = (
    ProjectStage.IDEA,
    ProjectStage.APPLIED,
    ProjectStage.GRANTED,
    ProjectStage.RUNNING,
    ProjectStage.ENDED,
    ProjectStage.LANDED,
)
DECIDED = (str(Status.APPROVED), str(Status.FOLLOW_UP), str(Status.CLOSED))


class NotYet(Exception):
    """The project can't take that step now; the sentence says why."""


def is_open_to_write(engagement: Any) -> bool:
    """Whether the reader writes of a project: those who answer for it, also when it is closed.

    ``engagement`` knows what its reader may do where a view has asked; elsewhere nobody writes.
    """
    closed = engagement.status == Status.CLOSED
    return (Action.FILE if closed else Action.FOLLOW_UP) in getattr(engagement, "allowed", ())


@dataclass(frozen=True)
class Party:
    """A party of the city, and what it has decided; on: None while it has not."""

    organisation: Organisation
    on: date | None = None
    paragraph: str = ""


def stage_of(engagement: Engagement) -> ProjectStage:
    """Return how far a project has come."""
    moves = sorted(engagement.stagemove_set.all(), key=lambda move: move.pk)
    return ProjectStage(moves[-1].stage) if moves else ProjectStage.IDEA


def ended_on(engagement: Engagement) -> date | None:
    """Return the day on which a project ended; None before it has."""
    ends = [m.on for m in engagement.stagemove_set.all() if m.stage == ProjectStage.ENDED]
    return ends[0] if ends else None


def asked_on(engagement: Engagement) -> date | None:
    """Return the day from which it is asked whether it landed: a year after its end."""
    ended = ended_on(engagement)
    if ended is None:
        return None
    return ended.replace(
        year=ended.year + 1, day=min(ended.day, 28) if ended.month == 2 else ended.day
    )


def parties(engagement: Engagement) -> list[Party]:
    """Return the city's parties, each with its newest decision: in Utblick, or written down.

    One that is from before the newest amendment that each decides anew on does not count.
    """
    found = {engagement.organisation.deciding_code: engagement.organisation}
    touched = engagement.taking_part.select_related("organisation__board").order_by("pk")
    own = engagement.projectpartner_rows.select_related("body__board").order_by("place")
    bodies = [*(part.organisation for part in touched), *(row.body for row in own if row.body)]
    for body in bodies:
        found.setdefault(body.deciding_code, body)
    anew = decided_anew(engagement)
    matters = [engagement.pk, *engagement.amendment_set.values_list("matter", flat=True)]
    decided: dict[str, tuple[date, datetime, str]] = {}
    yes = Decision.objects.filter(
        engagement__in=[pk for pk in matters if pk],
        task=str(Task.DECIDES),
        outcome=str(Outcome.ACCEPTED),
        superseded_by=None,
    )
    for made in yes.select_related("organisation__board").order_by("pk"):
        code = made.organisation.deciding_code
        # What is decided here on the day of an amendment may still be from before it.
        decided[code] = (made.decided_on, made.at, made.number)
    written = engagement.partydecision_set.select_related("organisation__board").order_by(
        "on", "pk"
    )
    for told in written:
        code = told.organisation.deciding_code
        if code not in decided or told.on >= decided[code][0]:
            decided[code] = (told.on, told.at, f"§ {told.paragraph}")
    rows = []
    for code, organisation in found.items():
        made_on = decided.get(code)
        if made_on is None or (anew and (made_on[0] < anew.on or made_on[1] < anew.at)):
            rows.append(Party(organisation))
        else:
            rows.append(Party(organisation, made_on[0], made_on[2]))
    return rows


def decided_anew(engagement: Engagement) -> Amendment | None:
    """Return the newest amendment that is decided anew; one whose matter was refused is none."""
    gone = [str(Status.REJECTED), str(Status.WITHDRAWN)]
    found = engagement.amendment_set.filter(decides_anew=True).exclude(matter__status__in=gone)
    return found.order_by("-pk").first()


def check(engagement: Engagement, to: ProjectStage, *, on: date, today: date) -> None:
    """Raise NotYet, with a plain sentence, when a project can't take a step."""
    now = stage_of(engagement)
    if to not in NEXT[now]:
        said = _("Projektet är nu i läget %(now)s och kan inte bli %(to)s.")
        raise NotYet(said % {"now": label(now).lower(), "to": label(to).lower()})
    if engagement.status not in DECIDED:
        raise NotYet(_("Projektet är inte beslutat än. Beslutet ska finnas före ansökan."))
    lacks = [party for party in parties(engagement) if party.on is None]
    if lacks and to not in ANSWERS:
        who = ", ".join(str(party.organisation) for party in lacks)
        raise NotYet(
            _("Varje part i staden beslutar först. Beslut saknas: %(who)s.") % {"who": who}
        )
    if on > today:
        raise NotYet(_("Dagen har inte varit än."))
    earlier = max((move.on for move in engagement.stagemove_set.all()), default=None)
    if to is ProjectStage.APPLIED:
        days = [party.on for party in parties(engagement) if party.on]
        earlier = max(days, default=None)
    if earlier and on < earlier:
        raise NotYet(_("Dagen kommer före det förra steget, %(day)s.") % {"day": day(earlier)})
    asked = asked_on(engagement)
    if to in ANSWERS and asked and today < asked:
        raise NotYet(_("Svara när ett år har gått, från %(day)s.") % {"day": day(asked)})


@transaction.atomic
def move(
    engagement: Engagement,
    to: ProjectStage,
    *,
    on: date,
    note: str = "",
    today: date,
    by: User,
    at: datetime,
) -> StageMove:
    """Let a project take a step. Raises NotYet."""
    row = lifecycle.lock(engagement.pk)
    check(row, to, on=on, today=today)
    made = StageMove.objects.create(
        engagement=row, stage=str(to), on=on, note=note.strip(), by=by, at=at
    )
    record(row, "stage_moved", by=by, at=at, stage=str(to), day=on.isoformat())
    return made


@transaction.atomic
def party_decided(
    engagement: Engagement,
    *,
    organisation: Organisation,
    on: date,
    paragraph: str,
    by: User,
    at: datetime,
) -> PartyDecision:
    """Write down what a party of the city has decided of its own part."""
    row = lifecycle.lock(engagement.pk)
    made = PartyDecision.objects.create(
        engagement=row, organisation=organisation, on=on, paragraph=paragraph, by=by, at=at
    )
    told = {"body": str(organisation), "day": on.isoformat(), "paragraph": paragraph}
    record(row, "party_decided", by=by, at=at, **told)
    return made


@transaction.atomic
def date_report(
    engagement: Engagement,
    report: ReportDate | None,
    *,
    what: str,
    due_on: date,
    by: User,
    at: datetime,
) -> ReportDate:
    """Add a report that the programme wants of a decided project, or change one. Raises NotYet."""
    row = lifecycle.lock(engagement.pk)
    if row.status not in DECIDED:
        raise NotYet(_("Projektet är inte beslutat än. Ändra i ärendet i stället."))
    if stage_of(row) is ProjectStage.REFUSED:
        raise NotYet(_("Projektet blev inte beviljat, så programmet vill inte ha några rapporter."))
    if report is None:
        last = row.reportdate_rows.order_by("place").last()
        report = ReportDate(engagement=row, place=last.place + 1 if last else 0)
    elif report.done_on:
        raise NotYet(_("Rapporten är redan lämnad."))
    report.what, report.due_on = what, due_on
    report._history_user = by  # type: ignore[attr-defined]
    report.save()
    record(row, "report_dated", by=by, at=at, what=what, day=due_on.isoformat())
    return report


@transaction.atomic
def report_handed_in(
    engagement: Engagement, report: ReportDate, *, on: date, by: User, at: datetime
) -> None:
    """Write down that a report has been handed in."""
    row = lifecycle.lock(engagement.pk)
    report.done_on = on
    report._history_user = by  # type: ignore[attr-defined]
    report.save()
    record(row, "report_handed_in", by=by, at=at, what=report.what)
