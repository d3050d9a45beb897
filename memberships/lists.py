"""The registers of memberships and projects, their fees and calls, as lists and files."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.core.exceptions import BadRequest
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.reports.listing import Chosen, Part, Shown, shown
from governance.reports.listing import register as make_known
from memberships import projects
from memberships.eu_project.models import Call
from memberships.forms import RegisterForm
from memberships.membership import register, reports
from memberships.project_forms import ProjectsForm

CLOSED_SHOWN = 20


def _query(form: Any, **given: Any) -> dict[str, str]:
    """Return what a register's form asks for. Raises BadRequest."""
    if not form.is_valid():
        raise BadRequest(form.errors.as_text())
    query: dict[str, str] = form.query(**given)
    return query


# --- memberships ---------------------------------------------------------------------------------
def which(query: dict[str, str], asked: Any, counts: dict[str, int]) -> str:
    """Return the register's filter: what is reviewed soon, where there is some, unless chosen."""
    if asked:
        return query["visa"]
    return register.SOON if counts[register.SOON] else register.ALL


def membership_columns() -> Sequence[Shown]:
    """Return the columns of the register of memberships."""
    return (
        shown(
            _("Organisation eller nätverk"),
            lambda row: row.engagement.counterpart or row.engagement.title,
            Part(
                _("Räckvidd"),
                lambda row: (
                    _("Stadsövergripande") if row.engagement.membership.scope == "citywide" else ""
                ),
            ),
            Part(_("Verksamhet"), lambda row: str(row.engagement.organisation)),
        ),
        shown(_("Beslutar"), lambda row: row.decides),
        Shown(
            _("Avgift per år"),
            (
                Part(_("Avgift per år, kr"), _kronor),
                Part(_("Avgift per år, annan valuta"), _foreign),
            ),
            "r",
        ),
        shown(_("Tidslinje"), lambda row: row.bar.said, css="me-axis"),
        shown(_("Läge"), lambda row: row.text, css="me-wide"),
    )


def _kronor(row: register.Row) -> int | None:
    """Return the fee where it is known and paid in kronor."""
    fee = row.paid
    return int(fee.amount) if fee and fee.amount is not None and not _in_other(fee) else None


def _foreign(row: register.Row) -> str:
    """Return the fee as the list says it, where it is paid otherwise or is not known."""
    fee = row.paid
    return row.fee if fee is None or fee.amount is None or _in_other(fee) else ""


def _in_other(fee: Any) -> bool:
    return fee.currency not in ("", "SEK")


def memberships(asked: QueryDict, *, by: Any, on: date) -> Chosen:
    """Return the memberships that an address asks for, those that are late first."""
    form = RegisterForm(asked)
    query = _query(form, this_year=on.year)
    counts = register.counts(register.memberships_of(by, on=on), on=on)
    query["visa"] = which(query, form.cleaned_data["visa"], counts)
    rows = register.listed(reports.selection(query, by=by, on=on))
    return Chosen(rows, shows=lambda batch: [register.row_of(row, on=on) for row in batch])


def fee_columns() -> Sequence[Shown]:
    """Return the columns of the fees of a year."""
    return (
        shown(_("Verksamhet"), lambda row: row.name),
        shown(_("Medlemskap"), lambda row: row.count, css="r"),
        shown(_("Kända avgifter"), lambda row: row.sek, css="r"),
        shown(_("Okänd avgift"), lambda row: row.unknown, css="r"),
        shown(_("Utan kronor"), lambda row: row.other, css="r"),
    )


def fees(asked: QueryDict, *, by: Any, on: date) -> Chosen:
    """Return the fees of a year by organisation, and last all together."""
    query = _query(RegisterForm(asked), this_year=on.year)
    rows = register.memberships_of(by, on=on)
    if query["organisation"]:
        rows = rows.filter(organisation__code=query["organisation"])
    found = register.totals(rows, year=int(query["year"]))
    return Chosen(found, last=[register.sum_of(found, _("Alla"))])


# --- projects ------------------------------------------------------------------------------------
def project_columns() -> Sequence[Shown]:
    """Return the columns of the register of projects."""
    return (
        shown(
            _("Projekt"),
            lambda row: row.engagement.title,
            Part(_("Roll"), lambda row: row.role),
            Part(_("Verksamhet"), lambda row: str(row.engagement.organisation)),
        ),
        shown(_("Program eller motpart"), lambda row: row.programme),
        shown(_("Läge"), lambda row: row.stage),
        shown(_("Stadens del"), lambda row: row.sek, css="r"),
        shown(_("Nästa rapport"), lambda row: row.engagement.next_report),
    )


def all_projects(asked: QueryDict, *, by: Any, on: date) -> Chosen:
    """Return the projects that an address asks for, those whose report is due first."""
    query = _query(ProjectsForm(asked))
    rows = projects.listed(projects.selection(query, by=by, on=on))
    return Chosen(rows, shows=lambda batch: [projects.row_of(row, on=on) for row in batch])


def call_columns() -> Sequence[Shown]:
    """Return what is said of a call."""
    return (
        shown(_("Stänger"), lambda row: row.closes_on),
        shown(_("Program"), lambda row: row.programme),
        shown(_("Utlysning"), lambda row: row.name, Part(_("Länk"), lambda row: row.link)),
        shown(_("Öppnar"), lambda row: row.opens_on),
    )


def calls(_asked: QueryDict, *, by: Any, on: date) -> Chosen:  # noqa: ARG001
    """Return the calls: those that are open or to come, then those that have closed last."""
    closed = Call.objects.filter(closes_on__lt=on).order_by("-closes_on")
    return Chosen(Call.objects.filter(closes_on__gte=on), then=list(closed[:CLOSED_SHOWN]))


def add_lists() -> None:
    """Make the lists known; called at start."""
    make_known(
        "medlemskap",
        title=gettext_lazy("Medlemskap"),
        page="memberships",
        columns=membership_columns,
        choose=memberships,
    )
    make_known(
        "medlemsavgifter",
        title=gettext_lazy("Medlemsavgifter"),
        page="membership_fees",
        columns=fee_columns,
        choose=fees,
    )
    make_known(
        "projekt",
        title=gettext_lazy("Projekt"),
        page="projects",
        columns=project_columns,
        choose=all_projects,
    )
    make_known(
        "utlysningar",
        title=gettext_lazy("Utlysningar"),
        page="calls",
        columns=call_columns,
        choose=calls,
    )
