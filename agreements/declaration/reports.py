"""The annual report's tables of declarations: text, decision, burden, review (practice)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from django.db.models import Count, OuterRef, Prefetch, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce, ExtractYear
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.declaration.models import Burden
from engagements.models import Engagement, User
from engagements.permissions import visible_to
from engagements.vocabulary import Kind, Outcome, Status, Task
from governance import kinds
from governance.models import Decision
from governance.reports.narrowing import narrowed
from governance.reports.table import Cell, Column, Report, Table

JOINED = [str(status) for status in (Status.APPROVED, Status.FOLLOW_UP, Status.CLOSED)]


def selection(query: Mapping[str, str], *, by: User, at: datetime) -> QuerySet[Engagement]:
    """Return the declarations of a year, and perhaps an organisation, that ``by`` may read.

    A declaration belongs to the year from which the city is in, and when it has no such day, to
    the year in which it was registered.
    """
    rows = visible_to(by, on=timezone.localdate(at)).filter(
        kind=str(Kind.DECLARATION), submitted_at__isnull=False
    )
    year = Coalesce(ExtractYear("starts_on"), ExtractYear("created_at"))
    rows = rows.annotate(year=year).filter(year=int(query["year"]))
    return narrowed(rows, query)


def columns() -> Sequence[Column]:
    """Return the columns in the reader's language."""
    return (
        Column(_("Ärendenummer"), _("Utblicks egen nummerserie")),
        Column(_("År"), _("Året då staden går med, annars då det registrerades")),
        Column(_("Verksamhet"), _("Den som svarar för ärendet")),
        Column(_("Rubrik")),
        Column(_("Initiativtagare")),
        Column(_("Räckvidd")),
        Column(_("Läge")),
        Column(_("Utfall"), _("Det senaste beslutet")),
        Column(_("Beslutat")),
        Column(_("Åtaganden"), _("Antal i texten")),
        Column(_("Tillkommande kronor om året"), _("Alla svar sammanlagt")),
        Column(_("Tillkommande timmar om året"), _("Alla svar sammanlagt")),
        Column(_("Rapportering"), _("Antal verksamheter som ska rapportera")),
        Column(_("Har inte svarat"), _("Antal tillfrågade som inte har svarat")),
        Column(_("Lyft till KS"), _("Ja när bördan eller principen gjorde det")),
        Column(_("Omprövas")),
        Column(_("Slutar gälla")),
        Column(_("Avsteg"), _("Ja när beslutet avviker från strategin")),
    )


def rows(declarations: QuerySet[Engagement]) -> Iterator[Sequence[Cell]]:
    """Yield one row a declaration, in the order of its number; streamed."""
    newest = Burden.objects.order_by("engagement_id", "organisation_id", "-pk")
    said = newest.distinct("engagement_id", "organisation_id")
    ordered = declarations.select_related("organisation", "declaration", "lift").prefetch_related(
        Prefetch("decisions", Decision.objects.filter(task=str(Task.DECIDES)).order_by("pk")),
        Prefetch("burdens", said, to_attr="said"),
        "commitment_rows",
        "consultations",
    )
    for engagement in ordered.order_by("number").iterator(500):
        yield row(engagement)


def row(engagement: Engagement) -> Sequence[Cell]:
    """Return one declaration as cells."""
    declaration = engagement.declaration
    said = engagement.said  # type: ignore[attr-defined]
    made = list(engagement.decisions.all())
    last = made[-1] if made else None
    unanswered = [asked for asked in engagement.consultations.all() if asked.answered_at is None]
    return (
        engagement.number,
        engagement.year,  # type: ignore[attr-defined]
        str(engagement.organisation),
        engagement.title,
        declaration.initiator,
        declaration.get_scope_display(),
        engagement.get_status_display(),
        kinds.outcome_label(engagement, Outcome(last.outcome)) if last else "",
        timezone.localtime(last.at).date() if last else None,
        len(engagement.commitment_rows.all()),
        (declaration.own_sek or 0) + sum(burden.sek for burden in said),
        (declaration.own_hours or 0) + sum(burden.hours for burden in said),
        bool(declaration.own_reporting) + sum(burden.reporting for burden in said),
        len(unanswered),
        _("Ja") if hasattr(engagement, "lift") else _("Nej"),
        declaration.next_review_on,
        declaration.expires_on,
        _("Ja") if last and last.departure else _("Nej"),
    )


def figures(declarations: QuerySet[Engagement]) -> Sequence[tuple[str, int]]:
    """Return the sums above the table: two queries."""
    joined = Q(status__in=JOINED)
    newest = Burden.objects.filter(engagement=OuterRef("engagement_id"))
    newest = newest.filter(organisation=OuterRef("organisation_id")).order_by("-pk")
    said = Burden.objects.filter(
        engagement__in=declarations.filter(joined).values("pk"),
        pk=Subquery(newest.values("pk")[:1]),
    ).aggregate(sek=Sum("sek", default=0), hours=Sum("hours", default=0))
    sums = declarations.aggregate(
        all=Count("pk"),
        joined=Count("pk", filter=joined),
        declined=Count("pk", filter=Q(status=str(Status.REJECTED))),
        lifted=Count("pk", filter=Q(lift__isnull=False)),
        sek=Sum("declaration__own_sek", filter=joined, default=0),
        hours=Sum("declaration__own_hours", filter=joined, default=0),
    )
    return (
        (_("deklarationer och initiativ"), sums["all"]),
        (_("som staden har anslutit sig till"), sums["joined"]),
        (_("som staden har avstått från"), sums["declined"]),
        (_("lyfta till kommunstyrelsen"), sums["lifted"]),
        (_("tillkommande kronor om året"), sums["sek"] + said["sek"]),
        (_("tillkommande timmar om året"), sums["hours"] + said["hours"]),
    )


def build(query: Mapping[str, str], *, by: User, at: datetime) -> Report:
    """Build the report of declarations for a reader."""
    declarations = selection(query, by=by, at=at)
    return Report(
        title=_("Deklarationer och initiativ"),
        query={
            _("År"): query["year"],
            _("Verksamhet"): query.get("organisation") or _("alla som läsaren får se"),
        },
        made_at=timezone.localtime(at),
        made_by=by.name,
        tables=(Table(_("Deklarationer"), columns(), rows(declarations)),),
        total=declarations.count(),
        figures=figures(declarations),
        remarks=(
            _("Det som aldrig har skickats in ingår inte."),
            _("Börda räknas där staden har anslutit sig, enligt verksamheternas senaste svar."),
        ),
    )
