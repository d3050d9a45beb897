"""The events that requests point at, as a list and files."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet
from django.http import Http404, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from engagements.permissions import reach_of
from engagements.vocabulary import Party
from governance.reports.listing import Chosen, Part, Shown, register, shown
from visits.trip import events


def conference_columns() -> Sequence[Shown]:
    """Return the columns of the events."""
    return (
        shown(_("Evenemang"), lambda row: row.name, Part(_("Plats"), lambda row: row.place)),
        shown(
            _("När"),
            lambda row: row.opens_on,
            Part(_("Till och med"), lambda row: row.closes_on),
        ),
        shown(_("Ansökningar"), lambda row: row.requests),
    )


def counted() -> QuerySet[Any]:
    """Return the events, those to come first, each with the number of requests."""
    rows: QuerySet[Any] = events.offered().annotate(requests=Count("trips"))
    return rows.order_by("-opens_on", "name", "pk")


def conferences(_asked: QueryDict, *, by: Any, on: date) -> Chosen:
    """Return the events."""
    if Party.ADMIN not in reach_of(by, on=on).wide:
        raise Http404
    return Chosen(counted())


def add_lists() -> None:
    """Make the lists known; called at start."""
    register(
        "evenemang",
        title=gettext_lazy("Evenemang"),
        page="settings_events",
        columns=conference_columns,
        choose=conferences,
    )
