"""The annual report's tables of receptions (practice, "the tables the export should have")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from django.db.models import Count, F, Q, QuerySet, Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from engagements.models import Engagement, User
from engagements.permissions import visible_to
from engagements.vocabulary import Kind, Status, Task
from governance import kinds
from governance.models import Decision
from governance.reports.narrowing import narrowed
from governance.reports.table import Cell, Column, Report, Table

GRANTED = [str(status) for status in (Status.APPROVED, Status.FOLLOW_UP, Status.CLOSED)]


def selection(query: Mapping[str, str], *, by: User, at: datetime) -> QuerySet[Engagement]:
    """Return the receptions of a year and perhaps an organisation that ``by`` may read.

    query: "year" (four digits) and "organisation" (a code, or empty for all). A reception belongs
    to the year in which it is held, and when no day is chosen, to the year it was registered.
    """
    year = int(query["year"])
    rows = visible_to(by, on=timezone.localdate(at))
    rows = rows.filter(kind=str(Kind.RECEPTION), submitted_at__isnull=False)
    rows = rows.filter(Q(starts_on__year=year) | Q(starts_on=None, created_at__year=year))
    return narrowed(rows, query)


def columns() -> Sequence[Column]:
    """Return the columns of the receptions table in the reader's language."""
    return (
        Column(_("Ärendenummer"), _("Utblicks egen nummerserie")),
        Column(_("Diarienummer"), _("Stadens diarienummer, om det finns")),
        Column(_("År"), _("Året då mottagningen hålls, annars då den registrerades")),
        Column(_("Verksamhet"), _("Den som svarar för ärendet")),
        Column(_("Sökande")),
        Column(_("Evenemang")),
        Column(_("Typ")),
        Column(_("Läge")),
        Column(_("Beslut")),
        Column(_("Dag")),
        Column(_("Gäster"), _("Enligt ansökan")),
        Column(_("Gäster som kom"), _("Enligt uppföljningen")),
        Column(_("Från utlandet, procent")),
        Column(_("Beräknad kostnad, kr")),
        Column(_("Utfall, kr"), _("Enligt uppföljningen")),
        Column(_("Delas med"), _("Den som delar värdskapet")),
        Column(_("Avsteg"), _("Ja när beslutet avviker från strategin")),
    )


def rows(receptions: QuerySet[Engagement]) -> Iterator[Sequence[Cell]]:
    """Yield one row a reception, in the order of its day; two queries, streamed."""
    ordered = receptions.select_related("organisation", "reception", "follow_up").prefetch_related(
        "decisions"
    )
    for engagement in ordered.order_by(F("starts_on").asc(nulls_last=True), "pk").iterator(500):
        yield row(engagement)


def row(engagement: Engagement) -> Sequence[Cell]:
    """Return one reception as cells."""
    reception = engagement.reception
    done = getattr(engagement, "follow_up", None)
    made = [row for row in engagement.decisions.all() if row.task == Task.DECIDES]
    last: Decision | None = max(made, key=lambda decision: decision.pk, default=None)
    when = engagement.starts_on or timezone.localtime(engagement.created_at).date()
    return (
        engagement.number,
        engagement.registry_number,
        when.year,
        str(engagement.organisation),
        engagement.counterpart,
        reception.event,
        reception.get_event_kind_display(),
        engagement.get_status_display(),
        kinds.outcome_label(engagement, last.outcome) if last else "",
        engagement.starts_on,
        reception.guests,
        reception.guests_came,
        reception.foreign_share,
        engagement.estimated_sek,
        done.cost_sek if done else None,
        reception.shared_with,
        _("Ja") if any(decision.departure for decision in made) else _("Nej"),
    )


def shared(receptions: QuerySet[Engagement]) -> Iterator[Sequence[Cell]]:
    """Yield granted receptions, their guests and cost by who shares the hosting."""
    counted = (
        receptions.filter(status__in=GRANTED)
        .values("reception__shared_with")
        .annotate(n=Count("pk"), guests=Sum("reception__guests"), spent=Sum("follow_up__cost_sek"))
        .order_by("-n", "reception__shared_with")
    )
    for line in counted:
        name = line["reception__shared_with"] or _("Staden ensam")
        yield (name, line["n"], line["guests"] or 0, line["spent"] or 0)


def build(query: Mapping[str, str], *, by: User, at: datetime) -> Report:
    """Build the report of receptions for a reader."""
    receptions = selection(query, by=by, at=at)
    return Report(
        title=_("Mottagningar"),
        query={
            _("År"): query["year"],
            _("Verksamhet"): query.get("organisation") or _("alla som läsaren får se"),
        },
        made_at=timezone.localtime(at),
        made_by=by.name,
        tables=(
            Table(_("Mottagningar"), columns(), rows(receptions)),
            Table(
                _("Mottagningar efter värdskap"),
                (
                    Column(_("Värdskap")),
                    Column(_("Mottagningar"), _("De som är beslutade")),
                    Column(_("Gäster"), _("Enligt ansökan, okänt räknas som 0")),
                    Column(_("Utfall, kr"), _("Enligt uppföljningen")),
                ),
                shared(receptions),
            ),
        ),
        total=receptions.count(),
        figures=figures(receptions),
        remarks=(_("Det som aldrig har skickats in ingår inte."),),
    )


def figures(receptions: QuerySet[Engagement]) -> Sequence[tuple[str, int]]:
    """Return the sums above the table: one query."""
    granted = Q(status__in=GRANTED)
    sums = receptions.aggregate(
        applied=Count("pk"),
        granted=Count("pk", filter=granted),
        declined=Count("pk", filter=Q(status=str(Status.REJECTED))),
        guests=Sum("reception__guests", filter=granted, default=0),
        spent=Sum("follow_up__cost_sek", default=0),
    )
    return (
        (_("ansökningar"), sums["applied"]),
        (_("mottagningar som är beslutade"), sums["granted"]),
        (_("ansökningar som är avslagna"), sums["declined"]),
        (_("gäster i de mottagningarna"), sums["guests"]),
        (_("kronor enligt uppföljningarna"), sums["spent"]),
    )
