"""The register of positions as tables: the year's, and what the register shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce, ExtractYear
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.position import register
from agreements.position.models import Effort
from engagements.models import Engagement, User
from governance.reports.narrowing import narrowed
from governance.reports.table import Cell, Column, Report, Table


def of_register(query: Mapping[str, str], *, by: User, on: date) -> QuerySet[Engagement]:
    """Return the positions that ``by`` may read, by what the register's page has chosen.

    query: "visa" (a filter of the register), "organisation" (a code, or empty for all) and
    "proposal" (a number or a word, or empty).
    """
    rows = register.positions_of(by, on=on)
    rows = register.chosen(rows, query.get("visa") or register.ALL, by=by, on=on)
    return _narrowed(rows, query)


def _narrowed(rows: QuerySet[Engagement], query: Mapping[str, str]) -> QuerySet[Engagement]:
    rows = narrowed(rows, query)
    if query.get("proposal"):
        rows = register.on_proposal(rows, query["proposal"])
    return rows


def of_year(query: Mapping[str, str], *, by: User, on: date) -> QuerySet[Engagement]:
    """Return the year's positions that ``by`` may read: by their last day, else when registered."""
    year = Coalesce(ExtractYear("position__deadline_on"), ExtractYear("created_at"))
    rows = register.positions_of(by, on=on).filter(submitted_at__isnull=False)
    return _narrowed(rows.annotate(year=year).filter(year=int(query["year"])), query)


def columns() -> Sequence[Column]:
    """Return the columns in the reader's language."""
    return (
        Column(_("Ärendenummer"), _("Utblicks egen nummerserie")),
        Column(_("Verksamhet"), _("Den som svarar för ärendet")),
        Column(_("Rubrik")),
        Column(_("Process")),
        Column(_("Beteckning"), _("I en och samma form, hur den än skrevs")),
        Column(_("Läge i processen")),
        Column(_("Sista dag att få gehör")),
        Column(_("Till")),
        Column(_("För staden"), _("Möjliggör eller begränsar")),
        Column(_("EU-policyns princip")),
        Column(_("Räckvidd")),
        Column(_("Väg")),
        Column(_("Europaföreningen"), _("Ja när det är en fråga där eller går den vägen")),
        Column(_("Samråd med SLK")),
        Column(_("Beslutat")),
        Column(_("Insatser i loggen"), _("Antal rader efter beslutet")),
        Column(_("Läge")),
    )


def rows(positions: QuerySet[Engagement]) -> Iterator[Sequence[Cell]]:
    """Yield one row a position, the first day to act first; streamed."""
    counted = positions.annotate(noted=Count("efforts"))
    for engagement in register.listed(counted).iterator(500):
        yield row(engagement)


def row(engagement: Engagement) -> Sequence[Cell]:
    """Return one position as cells."""
    kept = engagement.position
    return (
        engagement.number,
        str(engagement.organisation),
        engagement.title,
        kept.process,
        kept.reference,
        kept.get_proposal_stage_display(),
        kept.deadline_on,
        engagement.counterpart,
        kept.get_effect_display(),
        ", ".join(kept.eu_principles),
        kept.get_scope_display(),
        kept.get_position_channel_display(),
        _("Ja") if kept.in_association else _("Nej"),
        kept.ks_contact_on,
        engagement.decided_on,
        engagement.noted,  # type: ignore[attr-defined]
        engagement.get_status_display(),
    )


def figures(positions: QuerySet[Engagement]) -> Sequence[tuple[str, int]]:
    """Return the sums above the table: one query."""
    noted = Exists(Effort.objects.filter(engagement=OuterRef("pk")).exclude(came_of=""))
    said = Q(status__in=[*register.SAID, "closed"])
    sums = (
        positions.order_by()
        .annotate(led_somewhere=noted)
        .aggregate(
            all=Count("pk"),
            said=Count("pk", filter=said),
            limits=Count("pk", filter=Q(position__effect__in=["limits", "both"])),
            sef=Count("pk", filter=Q(position__in_sef=True)),
            led=Count("pk", filter=Q(led_somewhere=True)),
        )
    )
    return (
        (_("ställningstaganden"), sums["all"]),
        (_("som är antagna"), sums["said"]),
        (_("om förslag som begränsar staden"), sums["limits"]),
        (_("i Europaföreningen"), sums["sef"]),
        (_("där loggen säger vad det ledde till"), sums["led"]),
    )


def build(query: Mapping[str, str], *, by: User, at: datetime) -> Report:
    """Build the year's positions for a reader."""
    chosen = of_year(query, by=by, on=timezone.localdate(at))
    return Report(
        title=_("Ställningstaganden"),
        query={
            _("År"): query["year"],
            _("Verksamhet"): query.get("organisation") or _("alla som läsaren får se"),
        },
        made_at=timezone.localtime(at),
        made_by=by.name,
        tables=(Table(_("Ställningstaganden"), columns(), rows(chosen)),),
        total=chosen.count(),
        figures=figures(chosen),
        remarks=(_("Ett ställningstagande hör till det år då dagen att få gehör är."),),
    )
