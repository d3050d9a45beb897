"""The registers of agreements and of positions, as lists and files."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.core.exceptions import BadRequest
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements import forms_positions
from agreements.forms import RegisterForm
from agreements.position import peers
from agreements.position import register as positions
from agreements.position import reports as position_reports
from agreements.signing import register, reports
from governance.reports.listing import Chosen, Part, Shown, shown
from governance.reports.listing import register as make_known


def _query(form: Any) -> dict[str, str]:
    """Return what a register's form asks for. Raises BadRequest."""
    if not form.is_valid():
        raise BadRequest(form.errors.as_text())
    query: dict[str, str] = form.query()
    return query


def agreement_columns() -> Sequence[Shown]:
    """Return the columns of the register of agreements."""
    return (
        shown(
            _("Motpart"),
            lambda row: row.engagement.counterpart or row.engagement.title,
            Part(_("Verksamhet"), lambda row: str(row.engagement.organisation)),
        ),
        shown(_("Ämne"), lambda row: row.theme),
        shown(_("Slag"), lambda row: str(row.engagement.get_kind_display())),
        shown(_("Läge"), lambda row: row.text, css="me-wide"),
    )


def agreements(asked: QueryDict, *, by: Any, on: date) -> Chosen:
    """Return the agreements that an address asks for, late ones first."""
    rows = register.listed(reports.selection(_query(RegisterForm(asked)), by=by, on=on), on=on)
    return Chosen(rows, shows=lambda batch: [register.row_of(row, on=on) for row in batch])


def position_columns() -> Sequence[Shown]:
    """Return the columns of the register of positions."""
    return (
        shown(
            _("Fråga"),
            lambda row: row.engagement.title,
            Part(_("Verksamhet"), lambda row: str(row.engagement.organisation)),
            Part(_("Ärendets läge"), lambda row: str(row.engagement.get_status_display())),
        ),
        shown(
            _("Beteckning"),
            lambda row: row.engagement.position.reference,
            Part(_("Även"), lambda row: ", ".join(row.others)),
        ),
        shown(_("För staden"), lambda row: str(row.engagement.position.get_effect_display())),
        shown(_("Sista dag"), lambda row: row.engagement.position.deadline_on),
        shown(_("Läge"), lambda row: row.text, css="me-wide"),
    )


def all_positions(asked: QueryDict, *, by: Any, on: date) -> Chosen:
    """Return the positions that an address asks for, the first day to act first."""
    query = _query(forms_positions.RegisterForm(asked))
    chosen = position_reports.of_register(query, by=by, on=on)
    rows = positions.listed(peers.beside(chosen, reader=by, on=on))
    return Chosen(rows, shows=lambda batch: positions.rows_of(batch, on=on))


def add_lists() -> None:
    """Make the lists known; called at start."""
    make_known(
        "avtal",
        title=gettext_lazy("Avtal"),
        page="agreements",
        columns=agreement_columns,
        choose=agreements,
    )
    make_known(
        "standpunkter",
        title=gettext_lazy("Standpunkter"),
        page="positions",
        columns=position_columns,
        choose=all_positions,
    )
