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
# What each is called on its page, by its name in addresses; those without a page are not here.
SHOWN: dict[str, Words] = {}


def register(name: str, build: Build, *, title: Words = "") -> None:
    """Make a report known; called from the app's ``ready``. title: of its page, if it has one."""
    REPORTS[name] = build
    if title:
        SHOWN[name] = title


def build(name: str, query: Mapping[str, str], *, by: User, at: datetime) -> Report:
    """Build a report. Raises UnknownReport."""
    try:
        maker = REPORTS[name]
    except KeyError:
        raise UnknownReport(name) from None
    return maker(query, by=by, at=at)
