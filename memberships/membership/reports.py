"""The annual report's tables of memberships: what there is, when it is reviewed, what it costs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from engagements.forms.choices import country_name
from engagements.models import Engagement, User
from engagements.templatetags.utblick import day
from governance.reports.narrowing import in_force, narrowed
from governance.reports.table import Cell, Column, Report, Table
from memberships.membership import register
from memberships.membership.words import form_label, reviewed_by


def selection(query: Mapping[str, str], *, by: User, on: date) -> QuerySet[Engagement]:
    """Return the memberships that ``by`` may read, by what the register's page has chosen.

    query: "visa" (a filter of the register), or "in_force" (a year, for all that held in it), and
    what ``narrowed`` reads.
    """
    rows = register.memberships_of(by, on=on)
    if query.get("in_force"):
        year = int(query["in_force"])
        rows = in_force(rows, year, since="membership__member_since")
    else:
        rows = register.chosen(rows, query.get("visa") or register.ALL, on=on)
    return narrowed(rows, query)


def columns() -> Sequence[Column]:
    """Return the columns of the register in the reader's language."""
    return (
        Column(_("Ärendenummer"), _("Utblicks egen nummerserie")),
        Column(_("Diarienummer"), _("Stadens diarienummer, om det finns")),
        Column(_("Organisation eller nätverk")),
        Column(_("Form"), _("Efter stadgar, avgift och rösträtt, eller enligt SLK")),
        Column(_("Räckvidd")),
        Column(_("Verksamhet"), _("Den som svarar för medlemskapet")),
        Column(_("Beslutar"), _("Den som beslutar om omprövningen")),
        Column(_("Säte")),
        Column(_("Medlem sedan")),
        Column(_("Ansvarig"), _("Funktion, aldrig namn")),
        Column(_("Målet")),
        Column(_("Årsavgift, kr"), _("Tomt när avgiften är okänd")),
        Column(_("Avgift i annan valuta")),
        Column(_("Avgiften gäller år")),
        Column(_("Senast omprövat")),
        Column(_("Omprövas senast")),
        Column(_("Upphör")),
        Column(_("Läge")),
    )


def rows(
    memberships: QuerySet[Engagement], *, on: date, paid: date | None = None
) -> Iterator[Sequence[Cell]]:
    """Yield one row a membership, those that are latest first. paid: a day of the fee's year."""
    marks = register.marks(on=on)
    for engagement in register.listed(memberships):
        yield row(engagement, on=on, paid=paid or on, marks=marks)


def row(engagement: Engagement, *, on: date, paid: date, marks: int) -> Sequence[Cell]:
    """Return one membership as cells."""
    kept = engagement.membership
    fee = register.fee_in_list(engagement, on=paid)
    kronor = fee.kronor if fee else None
    foreign = fee is not None and fee.amount is not None and fee.currency not in ("", "SEK")
    return (
        engagement.number,
        engagement.registry_number,
        engagement.counterpart,
        form_label(kept, kronor, marks=marks),
        kept.get_scope_display(),
        str(engagement.organisation),
        reviewed_by(engagement),
        country_name(kept.country) if kept.country else "",
        kept.since,
        kept.responsible,
        kept.aim,
        kronor,
        f"{fee.amount} {fee.currency}" if fee and foreign else "",
        fee.year if fee else None,
        kept.last_review_on,
        kept.next_review_on,
        engagement.ends_on,
        register.state_of(engagement, on=on)[2],
    )


def by_organisation(memberships: QuerySet[Engagement], *, year: int) -> Iterator[Sequence[Cell]]:
    """Yield the fees of a year by organisation, and last all together."""
    found = register.totals(memberships, year=year)
    for total in (*found, register.sum_of(found, _("Alla"))):
        yield (total.name, total.count, total.sek, total.unknown, total.other)


def build(query: Mapping[str, str], *, by: User, at: datetime) -> Report:
    """Build the report of memberships for a reader."""
    today = timezone.localdate(at)
    memberships = selection(query, by=by, on=today)
    year = int(query["year"])
    fees = _("Avgifter %(year)s") % {"year": year}
    # The account of a year shows what was paid in it, and not what is paid now.
    paid = date(year, 12, 31) if query.get("in_force") else today
    return Report(
        title=_("Medlemskap"),
        query={
            _("Urval"): register.label_of(query.get("visa") or register.ALL),
            _("Verksamhet"): query.get("organisation") or _("alla som läsaren får se"),
            _("Avgifter för år"): query["year"],
        },
        made_at=timezone.localtime(at),
        made_by=by.name,
        tables=(
            Table(_("Medlemskap"), columns(), rows(memberships, on=today, paid=paid)),
            Table(fees, fee_columns(), by_organisation(memberships, year=year)),
        ),
        total=memberships.count(),
        remarks=(
            _("En okänd avgift räknas inte som noll: den står för sig."),
            _("Framtaget %(day)s.") % {"day": day(today)},
        ),
    )


def fee_columns() -> Sequence[Column]:
    """Return the columns of the fees in the reader's language."""
    return (
        Column(_("Verksamhet")),
        Column(_("Medlemskap"), _("De som gällde någon dag under året")),
        Column(_("Kända avgifter, kr")),
        Column(_("Okänd avgift"), _("Antal medlemskap vars avgift ingen har skrivit")),
        Column(_("Utan kronor"), _("Antal avgifter i annan valuta, utan belopp i kronor")),
    )
