"""The report's last table: what each organisation still owes of the year (5.6.1, 5.4.5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from django.db.models import Count
from django.utils import timezone
from django.utils.translation import gettext as _

from engagements.models import Organisation, User
from governance import completeness, plans
from governance.completeness import SHORT, Gap
from governance.models import Decision
from governance.reports import registry
from governance.reports.table import Cell, Column, Report, Table

NAME = "efterlevnad"


def organisations(query: Mapping[str, str], *, by: User, at: datetime) -> list[Organisation]:
    """Return the organisations that plan and answer, as far as their reader sees what they owe."""
    today = timezone.localdate(at)
    rows = plans.planning(on=today)
    if not plans.sees_all(by, on=today):
        rows = rows.filter(pk__in=plans.readable(by, on=today).values("pk"))
    if query.get("organisation"):
        rows = rows.filter(code=query["organisation"])
    return list(rows)


def columns() -> Sequence[Column]:
    """Return the columns in the reader's language."""
    gaps = [
        Column(
            _("Saknas: %(what)s") % {"what": str(SHORT[gap]).lower()},
            _("Antal som saknas: %(what)s") % {"what": gap.label},
        )
        for gap in Gap
    ]
    return (
        Column(_("Verksamhet")),
        Column(_("Komplett"), _("Ja när inget saknas")),
        Column(_("Saknas sammanlagt"), _("Summan av det som saknas")),
        *gaps,
        Column(_("Avsteg"), _("Beslut under året som avviker från strategin")),
    )


def rows(found: Sequence[Organisation], *, year: int, at: datetime) -> Iterator[Sequence[Cell]]:
    """Yield one row an organisation; the same number of queries for any number of them."""
    owed = completeness.of(found, year=year, on=timezone.localdate(at))
    made = Decision.objects.filter(
        engagement__organisation__in=found, at__year=year, departure=True, superseded_by=None
    )
    departures = dict(
        made.filter(engagement__secret=False)
        .values("engagement__organisation")
        .annotate(n=Count("pk"))
        .values_list("engagement__organisation", "n")
    )
    for organisation in found:
        one = owed[organisation.pk]
        lacking = [one.counts.get(str(gap), 0) for gap in Gap]
        yield (
            organisation.name_sv,
            _("Ja") if one.is_complete else _("Nej"),
            sum(lacking),
            *lacking,
            departures.get(organisation.pk, 0),
        )


def build(query: Mapping[str, str], *, by: User, at: datetime) -> Report:
    """Build the table. query: "year"; "organisation", a code or empty for all."""
    found = organisations(query, by=by, at=at)
    year = int(query["year"])
    table = Table(_("Efterlevnad"), columns(), rows(found, year=year, at=at))
    return Report(
        title=_("Efterlevnad"),
        query={_("År"): query["year"], _("Verksamhet"): query.get("organisation", "")},
        made_at=timezone.localtime(at),
        made_by=by.name,
        tables=(table,),
        total=len(found),
    )


registry.register(NAME, build)
