"""The register of projects: EU projects and those of aid character, with what is due first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import CharField, Count, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _

from engagements.labels import label
from engagements.models import Engagement, User
from engagements.permissions import visible_to
from engagements.templatetags.utblick import day
from engagements.vocabulary import Kind, ProjectStage, Status
from governance.reports.narrowing import in_force, narrowed
from governance.reports.table import Cell, Column, Report, Table
from memberships.eu_project.models import ReportDate, StageMove

SOON_DAYS = 60
ALL, SOON, COMING, RUNNING, ENDED, AID = (
    "alla",
    "snart",
    "ansokan",
    "pagar",
    "avslutade",
    "bistand",
)
FILTERS = (ALL, SOON, COMING, RUNNING, ENDED, AID)
KINDS = (str(Kind.EU_PROJECT), str(Kind.AID_PROJECT))
AFTER = (ProjectStage.ENDED, ProjectStage.LANDED, ProjectStage.NOT_LANDED)
STAGES = {
    COMING: (ProjectStage.IDEA, ProjectStage.APPLIED),
    RUNNING: (ProjectStage.GRANTED, ProjectStage.RUNNING),
    ENDED: (*AFTER, ProjectStage.REFUSED),
}
GONE = (str(Status.REJECTED), str(Status.WITHDRAWN))


def projects_of(user: Any, *, on: date) -> QuerySet[Engagement]:
    """Return the projects that ``user`` may read, each with its stage and its next report."""
    newest = StageMove.objects.filter(engagement=OuterRef("pk")).order_by("-pk").values("stage")
    open_ones = ReportDate.objects.filter(engagement=OuterRef("pk"), done_on=None)
    open_ones = open_ones.exclude(due_on=None).order_by("due_on")
    idea = Value(str(ProjectStage.IDEA), output_field=CharField())
    found: QuerySet[Engagement] = (
        visible_to(user, on=on)
        .filter(kind__in=KINDS, euproject__amends=None)
        .exclude(status__in=GONE)
        .annotate(
            stage=Coalesce(Subquery(newest[:1]), idea),
            next_report=Subquery(open_ones.values("due_on")[:1]),
        )
    )
    return found


def condition(which: str, *, on: date) -> Q:
    """Return what a filter asks for."""
    if which == ALL:
        return Q()
    if which == SOON:
        return Q(next_report__lte=on + timedelta(days=SOON_DAYS))
    if which == AID:
        return Q(kind=str(Kind.AID_PROJECT))
    return Q(kind=str(Kind.EU_PROJECT), stage__in=[str(stage) for stage in STAGES[which]])


def counts(rows: QuerySet[Engagement], *, on: date) -> dict[str, int]:
    """Return how many projects each filter shows: one query."""
    asked = {which: Count("pk", filter=condition(which, on=on)) for which in FILTERS}
    return rows.aggregate(**asked)


@dataclass(frozen=True)
class Landing:
    """How many of the projects that have ended are in ordinary operations."""

    landed: int
    answered: int
    ended: int

    @property
    def percent(self) -> int | None:
        """The share of those that have answered; None while nobody has."""
        return round(self.landed * 100 / self.answered) if self.answered else None


def landing(rows: QuerySet[Engagement]) -> Landing:
    """Return the rate of landing among projects: one query."""
    yes, no = str(ProjectStage.LANDED), str(ProjectStage.NOT_LANDED)
    eu = Q(kind=str(Kind.EU_PROJECT))
    found = rows.aggregate(
        landed=Count("pk", filter=eu & Q(stage=yes)),
        answered=Count("pk", filter=eu & Q(stage__in=[yes, no])),
        ended=Count("pk", filter=eu & Q(stage__in=[str(stage) for stage in AFTER])),
    )
    return Landing(**found)


def listed(rows: QuerySet[Engagement]) -> QuerySet[Engagement]:
    """Return the rows with all that the register shows, those whose report is due first."""
    return (
        rows.select_related("organisation", "euproject", "aidproject")
        .prefetch_related("projectpartner_rows__body")
        .defer("search", "search_alike", "search_words")
        .order_by(F("next_report").asc(nulls_last=True), "title", "pk")
    )


@dataclass(frozen=True)
class Row:
    """A project as the register shows it. state and icon: of its chip."""

    engagement: Engagement
    programme: str
    role: str
    stage: str
    sek: int | None
    state: str
    icon: str
    text: str


def row_of(engagement: Any, *, on: date) -> Row:
    """Return a row of the register."""
    due = engagement.next_report
    state, icon, text = "", "", ""
    if due:
        late = due < on
        words = _("Rapport skulle ha lämnats %(day)s") if late else _("Rapport senast %(day)s")
        text = words % {"day": day(due)}
        soon = due <= on + timedelta(days=SOON_DAYS)
        state = "stop" if late else "ask" if soon else "ok"
        icon = "circle-alert" if late else "clock"
    if engagement.kind == Kind.AID_PROJECT:
        aid = engagement.aidproject
        programme, role = engagement.counterpart, label(Kind.AID_PROJECT)
        return Row(
            engagement,
            programme,
            role,
            engagement.get_status_display(),
            aid.whole_cost_sek,
            state,
            icon,
            text,
        )
    eu = engagement.euproject
    stage = label(ProjectStage(engagement.stage))
    return Row(
        engagement,
        eu.programme,
        str(eu.get_role_display()) if eu.role else "",
        stage,
        eu.own_budget_sek,
        state,
        icon,
        text,
    )


def label_of(which: str) -> str:
    """Return what a filter is called."""
    return {
        ALL: _("Alla"),
        SOON: _("Rapport inom 60 dagar"),
        COMING: _("Idé och ansökan"),
        RUNNING: _("Beviljade och pågående"),
        ENDED: _("Avslutade"),
        AID: _("Av biståndskaraktär"),
    }[which]


def selection(query: Mapping[str, str], *, by: Any, on: date) -> QuerySet[Engagement]:
    """Return the projects that ``by`` may read, by what the register's page has chosen.

    query: "visa" (a filter of the register), "in_force" (a year, for all that held in it), and
    what ``narrowed`` reads.
    """
    rows = narrowed(projects_of(by, on=on), query)
    if query.get("in_force"):
        rows = in_force(rows, int(query["in_force"]))
    return rows.filter(condition(query.get("visa") or ALL, on=on))


def columns() -> Sequence[Column]:
    """Return the columns of the register in the reader's language."""
    return (
        Column(_("Ärendenummer"), _("Utblicks egen nummerserie")),
        Column(_("Diarienummer"), _("Stadens diarienummer, om det finns")),
        Column(_("Projekt")),
        Column(_("Slag")),
        Column(_("Program eller motpart")),
        Column(_("Roll")),
        Column(_("Verksamhet")),
        Column(_("Läge")),
        Column(_("Från")),
        Column(_("Till och med")),
        Column(_("Parter")),
        Column(_("Stadens del, kr"), _("För biståndsprojekt hela kostnaden")),
        Column(_("Staden betalar, kr")),
        Column(_("Nästa rapport")),
    )


def cells(rows: QuerySet[Engagement], *, on: date) -> Iterator[Sequence[Cell]]:
    """Yield one row a project."""
    for engagement in listed(rows):
        row = row_of(engagement, on=on)
        yield (
            engagement.number,
            engagement.registry_number,
            engagement.title,
            label(Kind(engagement.kind)),
            row.programme,
            row.role,
            str(engagement.organisation),
            row.stage,
            engagement.starts_on,
            engagement.ends_on,
            ", ".join(str(one) for one in engagement.projectpartner_rows.all()),
            row.sek,
            engagement.estimated_sek,
            engagement.next_report,  # type: ignore[attr-defined]
        )


def build(query: Mapping[str, str], *, by: User, at: datetime) -> Report:
    """Build the report of projects for a reader."""
    today = timezone.localdate(at)
    rows = selection(query, by=by, on=today)
    rate = landing(projects_of(by, on=today))
    said = _("%(landed)s av %(answered)s som har svarat är i ordinarie verksamhet.")
    return Report(
        title=_("Projekt"),
        query={
            _("Urval"): label_of(query.get("visa") or ALL),
            _("Verksamhet"): query.get("organisation") or _("alla som läsaren får se"),
        },
        made_at=timezone.localtime(at),
        made_by=by.name,
        tables=(Table(_("Projekt"), columns(), cells(rows, on=today)),),
        total=rows.count(),
        remarks=(
            said % {"landed": rate.landed, "answered": rate.answered},
            _("Framtaget %(day)s.") % {"day": day(today)},
        ),
    )
