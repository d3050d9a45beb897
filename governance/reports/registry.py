"""The reports there are. Each kind brings its own section and registers it at start."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from engagements.forms.base import Words
from engagements.models import User
from governance.reports.table import Report


class Build(Protocol):
    """How a report is built for a reader: only what they may see."""

    def __call__(self, query: Mapping[str, str], *, by: User, at: datetime) -> Report: ...


class UnknownReport(LookupError):
    """There is no report of that name."""


REPORTS: dict[str, Build] = {}
TITLES: dict[str, Words] = {}


def register(name: str, build: Build, *, title: Words = "") -> None:
    """Make a report known; called from the app's ``ready``.

    title: what it is called among the year's sections; without one it has no page there.
    """
    REPORTS[name] = build
    if title:
        TITLES[name] = title


def build(name: str, query: Mapping[str, str], *, by: User, at: datetime) -> Report:
    """Build a report. Raises UnknownReport."""
    try:
        maker = REPORTS[name]
    except KeyError:
        raise UnknownReport(name) from None
    return maker(query, by=by, at=at)
