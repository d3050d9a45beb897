"""The register of agreements as a report: what there is, with whom, on what and until when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.signing import register
from engagements.forms.choices import country_name
from engagements.models import Engagement, User
from engagements.templatetags.utblick import day
from governance.reports.narrowing import in_force, narrowed
from governance.reports.table import Cell, Column, Report, Table


def selection(query: Mapping[str, str], *, by: User, on: date) -> QuerySet[Engagement]:
    """Return the agreements that ``by`` may read, by what the register's page has chosen.

    query: "visa" (a filter of the register), or "in_force" (a year, for all that held in it), and
    what ``narrowed`` reads.
    """
    rows = register.agreements_of(by, on=on)
    if query.get("in_force"):
        rows = in_force(rows, int(query["in_force"]))
    else:
        rows = register.chosen(rows, query.get("visa") or register.ALL, on=on)
    return narrowed(rows, query)


def columns() -> Sequence[Column]:
    """Return the columns in the reader's language."""
    return (
        Column(_("Ärendenummer"), _("Utblicks egen nummerserie")),
        Column(_("Slag")),
        Column(_("Motpart")),
        Column(_("Land")),
        Column(_("Ämne")),
        Column(_("Verksamhet"), _("Den som svarar för ärendet")),
        Column(_("Räckvidd")),
        Column(_("Första dagen")),
        Column(_("Sista dagen")),
        Column(_("Omprövas")),
        Column(_("Läge")),
        Column(_("Vad det gav"), _("Ur redovisningen, när avtalet är slut")),
    )


def rows(agreements: QuerySet[Engagement], *, on: date) -> Iterator[Sequence[Cell]]:
    """Yield one row an agreement, late ones first."""
    for engagement in register.listed(agreements, on=on).iterator(500):
        detail: Any = engagement.detail
        yield (
            engagement.number,
            engagement.get_kind_display(),
            engagement.counterpart,
            country_name(detail.country) if detail.country else "",
            ", ".join(detail.themes),
            str(engagement.organisation),
            detail.get_scope_display(),
            engagement.starts_on,
            engagement.ends_on,
            detail.next_review_on,
            register.state_of(engagement, on=on)[2],
            detail.gave_us,
        )


def build(query: Mapping[str, str], *, by: User, at: datetime) -> Report:
    """Build the report of agreements for a reader."""
    today = timezone.localdate(at)
    agreements = selection(query, by=by, on=today)
    counted = register.counts(register.agreements_of(by, on=today), on=today)
    return Report(
        title=_("Avtal"),
        query={
            _("Urval"): register.label_of(query.get("visa") or register.ALL),
            _("Verksamhet"): query.get("organisation") or _("alla som läsaren får se"),
        },
        made_at=timezone.localtime(at),
        made_by=by.name,
        tables=(Table(_("Avtal"), columns(), rows(agreements, on=today)),),
        total=agreements.count(),
        figures=tuple((register.label_of(which), counted[which]) for which in register.FILTERS),
        remarks=(_("Framtaget %(day)s.") % {"day": day(today)},),
    )
