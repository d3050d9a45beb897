"""The annual report's tables of visits (practice, "the tables the export should have")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from babel import Locale
from django.db.models import Count, F, Q, QuerySet, Sum
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from engagements.labels import labels
from engagements.models import Engagement, User
from engagements.permissions import visible_to
from engagements.vocabulary import Direction, Kind, Outcome, Status, Task
from governance.reports.marks import standing
from governance.reports.narrowing import narrowed
from governance.reports.table import Cell, Column, Report, Table

RECEIVED = [Status.APPROVED, Status.COORDINATION, Status.FOLLOW_UP, Status.CLOSED]


def selection(query: Mapping[str, str], *, by: User, on: date) -> QuerySet[Engagement]:
    """Return the visits of a year and perhaps an organisation that ``by`` may read.

    query: "year" (four digits) and "organisation" (a code, or empty for all). A visit belongs to
    the year in which it takes place, and when it has no date, to the year it was registered.
    """
    year = int(query["year"])
    visits = visible_to(by, on=on).filter(kind=str(Kind.VISIT), submitted_at__isnull=False)
    visits = visits.filter(Q(starts_on__year=year) | Q(starts_on=None, created_at__year=year))
    return narrowed(visits, query)


def with_letter(rows: QuerySet[Engagement]) -> QuerySet[Engagement]:
    """Return the visits that get a letter of invitation, which is an exception (4.5)."""
    yes = standing(task=str(Task.DECIDES), outcome=str(Outcome.ACCEPTED))
    return rows.filter(yes, visit__wants_letter=True)


def columns() -> Sequence[Column]:
    """Return the columns of the visits table in the reader's language."""
    return (
        Column(_("Ärendenummer"), _("Utblicks egen nummerserie")),
        Column(_("Diarienummer"), _("Stadens diarienummer, om det finns")),
        Column(_("År"), _("Året då besöket äger rum, annars då det registrerades")),
        Column(_("Verksamhet"), _("Den som svarar för ärendet")),
        Column(_("Rubrik")),
        Column(_("Organisation"), _("Den som vill komma")),
        Column(_("Land")),
        Column(_("Stad")),
        Column(_("Läge")),
        Column(_("Utfall"), _("Mottagarens ställningstagande")),
        Column(_("Form"), _("På plats eller digitalt")),
        Column(_("Från")),
        Column(_("Till")),
        Column(_("Personer"), _("Delegationens storlek")),
        Column(_("Högsta rang")),
        Column(_("Inriktningar"), _("En eller flera av strategins fyra")),
        Column(_("Beräknad kostnad, kr")),
        Column(_("Utfall, kr"), _("Enligt uppföljningen")),
        Column(_("Arbetstid, timmar"), _("Enligt uppföljningen, annars beräknad")),
        Column(_("Lärdom"), _("Ja när uppföljningen säger vad verksamheten lärde sig")),
        Column(_("Avsteg"), _("Ja när beslutet avviker från strategin")),
    )


def country(code: str) -> str:
    """Return the name of a country in the reader's language; the code when it is unknown."""
    return Locale.parse(get_language() or "sv").territories.get(code, code)


def rows(visits: QuerySet[Engagement]) -> Iterator[Sequence[Cell]]:
    """Yield one row a visit, in the order of its date; two queries, streamed."""
    ordered = visits.select_related("organisation", "visit", "follow_up").prefetch_related(
        "decisions"
    )
    for engagement in ordered.order_by(F("starts_on").asc(nulls_last=True), "pk").iterator(500):
        yield row(engagement)


def row(engagement: Engagement) -> Sequence[Cell]:
    """Return one visit as cells."""
    visit = engagement.visit
    done = getattr(engagement, "follow_up", None)
    own = [
        decision
        for decision in engagement.decisions.all()
        # A host that also coordinates answers twice; the outcome is what it decided.
        if decision.organisation_id == engagement.organisation_id and decision.task == Task.DECIDES
    ]
    last = max(own, key=lambda decision: decision.pk, default=None)
    when = engagement.starts_on or timezone.localtime(engagement.created_at).date()
    hours = done.working_hours if done and done.working_hours is not None else None
    return (
        engagement.number,
        engagement.registry_number,
        when.year,
        str(engagement.organisation),
        engagement.title,
        visit.requesting_organisation,
        country(visit.country) if visit.country else "",
        visit.city,
        engagement.get_status_display(),
        last.get_outcome_display() if last else "",
        {True: _("Digitalt"), False: _("På plats"), None: ""}[visit.digital],
        engagement.starts_on,
        engagement.ends_on,
        visit.delegation_size,
        visit.get_political_level_display(),
        labels(Direction, engagement.directions),
        engagement.estimated_sek,
        done.cost_sek if done else None,
        hours if hours is not None else engagement.working_hours,
        _("Ja") if done else _("Nej"),
        _("Ja") if any(decision.departure for decision in own) else _("Nej"),
    )


def by_country(visits: QuerySet[Engagement]) -> Iterator[Sequence[Cell]]:
    """Yield groups and persons received by country, most groups first."""
    received = visits.filter(status__in=[str(status) for status in RECEIVED])
    counted = (
        received.values("visit__country")
        .annotate(groups=Count("pk"), persons=Sum("visit__delegation_size"))
        .order_by("-groups", "visit__country")
    )
    for line in counted:
        code = line["visit__country"]
        yield (country(code) if code else _("Okänt"), line["groups"], line["persons"] or 0)


def build(query: Mapping[str, str], *, by: User, at: datetime) -> Report:
    """Build the report of visits for a reader."""
    visits = selection(query, by=by, on=timezone.localdate(at))
    return Report(
        title=_("Besök"),
        query={
            _("År"): query["year"],
            _("Verksamhet"): query.get("organisation") or _("alla som läsaren får se"),
        },
        made_at=timezone.localtime(at),
        made_by=by.name,
        tables=(
            Table(_("Besök"), columns(), rows(visits)),
            Table(
                _("Besök per land"),
                (
                    Column(_("Land")),
                    Column(_("Grupper"), _("Besök som verksamheten har tackat ja till")),
                    Column(_("Personer"), _("Delegationernas storlek, okänd räknas som 0")),
                ),
                by_country(visits),
            ),
        ),
        total=visits.count(),
        figures=figures(visits),
        remarks=(_("Det som aldrig har skickats in ingår inte."),),
    )


def figures(visits: QuerySet[Engagement]) -> Sequence[tuple[str, int]]:
    """Return the sums above the table: one query."""
    received = Q(status__in=[str(status) for status in RECEIVED])
    sums = visits.aggregate(
        all=Count("pk"),
        received=Count("pk", filter=received),
        declined=Count("pk", filter=Q(status=str(Status.REJECTED))),
        persons=Sum("visit__delegation_size", filter=received, default=0),
        spent=Sum("follow_up__cost_sek", default=0),
    )
    return (
        (_("förfrågningar"), sums["all"]),
        (_("besök som vi har tackat ja till"), sums["received"]),
        (_("förfrågningar som vi har tackat nej till"), sums["declined"]),
        (_("personer i de besöken"), sums["persons"]),
        (_("kronor enligt uppföljningarna"), sums["spent"]),
    )
