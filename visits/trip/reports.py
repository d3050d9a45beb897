"""The annual report's tables of trips: each request, and the money by who pays and what for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from django.db.models import Count, F, Prefetch, Q, QuerySet, Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from engagements.forms.choices import country_name
from engagements.labels import label, labels
from engagements.models import Engagement, User
from engagements.permissions import visible_to
from engagements.vocabulary import Direction, Kind, Office, Payer, Status, Task, TripCostLine
from governance.kinds import outcome_label
from governance.reports.narrowing import narrowed
from governance.reports.table import Cell, Column, Report, Table
from visits.trip import emissions
from visits.trip.models import ELECTED, Traveller, TripCost

GOES = [Status.APPROVED, Status.FOLLOW_UP, Status.CLOSED]


def selection(query: Mapping[str, str], *, by: User, at: datetime) -> QuerySet[Engagement]:
    """Return the trips of a year and perhaps an organisation that ``by`` may read.

    A trip belongs to the year in which it begins; without a day, to that in which it was asked for.
    """
    year = int(query["year"])
    rows = visible_to(by, on=timezone.localdate(at))
    rows = rows.filter(kind=str(Kind.TRIP), submitted_at__isnull=False)
    rows = rows.filter(Q(starts_on__year=year) | Q(starts_on=None, created_at__year=year))
    return narrowed(rows, query)


def columns() -> Sequence[Column]:
    """Return the columns of the trips in the reader's language."""
    return (
        Column(_("Ärendenummer"), _("Utblicks egen nummerserie")),
        Column(_("Diarienummer"), _("Stadens diarienummer, om det finns")),
        Column(_("År"), _("Året då resan börjar, annars då den registrerades")),
        Column(_("Verksamhet"), _("Den som svarar för ärendet")),
        Column(_("Evenemang")),
        Column(_("Arrangör")),
        Column(_("Land")),
        Column(_("Stad")),
        Column(_("Läge")),
        Column(_("Utfall"), _("Nämndens eller bolagets beslut")),
        Column(_("På uppdrag av kommunstyrelsen")),
        Column(_("Form"), _("På plats eller digitalt")),
        Column(_("Från")),
        Column(_("Till")),
        Column(_("Personer")),
        Column(_("Varav förtroendevalda")),
        Column(_("Stadens roll")),
        Column(_("Inriktningar"), _("En eller flera av strategins fyra")),
        Column(_("Färdsätt")),
        Column(_("Utsläpp, kg"), _("Koldioxid för alla, tur och retur, enligt dagens värden")),
        Column(_("Beräknad kostnad, kr"), _("Det som staden betalar")),
        Column(_("Utfall, kr"), _("Enligt uppföljningen")),
        Column(_("Lärdom"), _("Ja när uppföljningen säger vad verksamheten lärde sig")),
        Column(_("Avsteg"), _("Ja när beslutet avviker från strategin")),
    )


def rows(trips: QuerySet[Engagement], *, at: datetime) -> Iterator[Sequence[Cell]]:
    """Yield one row a trip, in the order of its date."""
    ordered = trips.select_related("organisation", "trip__conference", "follow_up")
    ordered = ordered.prefetch_related(
        "decisions", Prefetch("traveller_rows", Traveller.objects.only("engagement", "office"))
    )
    grams = emissions.factors(on=timezone.localdate(at))
    for engagement in ordered.order_by(F("starts_on").asc(nulls_last=True), "pk").iterator(500):
        yield row(engagement, grams)


def row(engagement: Engagement, grams: Mapping[str, int]) -> Sequence[Cell]:
    """Return one trip as cells."""
    trip, event = engagement.trip, engagement.trip.conference
    done = getattr(engagement, "follow_up", None)
    own = [one for one in engagement.decisions.all() if one.task == Task.DECIDES]
    last = max(own, key=lambda decision: decision.pk, default=None)
    when = engagement.starts_on or timezone.localtime(engagement.created_at).date()
    goers = list(engagement.traveller_rows.all())
    yes_no = {True: _("Ja"), False: _("Nej"), None: ""}
    return (
        engagement.number,
        engagement.registry_number,
        when.year,
        str(engagement.organisation),
        str(event or engagement.title),
        event.organiser if event else "",
        country_name(event.country) if event and event.country else "",
        event.city if event else "",
        engagement.get_status_display(),
        outcome_label(engagement, last.outcome) if last else "",
        yes_no[trip.on_behalf_of_ks],
        {True: _("Digitalt"), False: _("På plats"), None: ""}[trip.digital],
        engagement.starts_on,
        engagement.ends_on,
        len(goers),
        sum(Office(one.office) in ELECTED for one in goers if one.office),
        trip.get_role_display(),
        labels(Direction, engagement.directions),
        trip.get_means_display(),
        emissions.counted(trip, people=len(goers), grams=grams).counts,
        engagement.estimated_sek,
        done.cost_sek if done else None,
        yes_no[bool(done)],
        yes_no[any(decision.departure for decision in own)],
    )


def by_line(trips: QuerySet[Engagement]) -> Iterator[Sequence[Cell]]:
    """Yield what the trips that were said yes to cost, by sort of cost and who pays."""
    going = trips.filter(status__in=[str(status) for status in GOES])
    sums = (
        TripCost.objects.filter(engagement__in=going.values("pk"), amount_sek__isnull=False)
        .values("line", "payer")
        .annotate(sek=Sum("amount_sek"))
        .order_by("line", "payer")
    )
    for line in sums:
        sort = label(TripCostLine(line["line"])) if line["line"] else _("Inte angivet")
        payer = label(Payer(line["payer"])) if line["payer"] else _("Inte angivet")
        yield (sort, payer, line["sek"])


def build(query: Mapping[str, str], *, by: User, at: datetime) -> Report:
    """Build the report of trips for a reader."""
    trips = selection(query, by=by, at=at)
    return Report(
        title=_("Konferenser och resor"),
        query={
            _("År"): query["year"],
            _("Verksamhet"): query.get("organisation") or _("alla som läsaren får se"),
        },
        made_at=timezone.localtime(at),
        made_by=by.name,
        tables=(
            Table(_("Konferenser och resor"), columns(), rows(trips, at=at)),
            Table(
                _("Kostnad per slag"),
                (
                    Column(_("Kostnad")),
                    Column(_("Betalas av")),
                    Column(_("Kronor"), _("Enligt ansökningar som har godkänts")),
                ),
                by_line(trips),
            ),
        ),
        total=trips.count(),
        figures=figures(trips),
        remarks=(_("Det som aldrig har skickats in ingår inte."),),
    )


def figures(trips: QuerySet[Engagement]) -> Sequence[tuple[str, int]]:
    """Return the sums above the table: two queries."""
    goes = Q(status__in=[str(status) for status in GOES])
    sums = trips.aggregate(
        all=Count("pk"),
        goes=Count("pk", filter=goes),
        digital=Count("pk", filter=goes & Q(trip__digital=True)),
        planned=Sum("estimated_sek", filter=goes, default=0),
        spent=Sum("follow_up__cost_sek", default=0),
    )
    people = Traveller.objects.filter(engagement__in=trips.filter(goes).values("pk")).count()
    return (
        (_("ansökningar"), sums["all"]),
        (_("deltaganden som har godkänts"), sums["goes"]),
        (_("av dem digitala"), sums["digital"]),
        (_("personer i dem"), people),
        (_("kronor beräknade för dem"), sums["planned"]),
        (_("kronor enligt uppföljningarna"), sums["spent"]),
    )
