"""The annual report among the reports: asked for as a file, made by the worker."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import IO

from django.utils import timezone, translation

from engagements.models import Organisation, User
from governance.annual import document, files
from governance.annual.document import Document, Seen
from governance.models import AnnualEdition
from governance.reports import registry
from governance.reports.table import Progress, Report, Writer

NAME = "arsrapport"


def build(query: Mapping[str, str], *, by: User, at: datetime) -> Report:
    """Return the report to be made. query: "year"; "organisation", a code or empty for the city.

    edition: the number of a frozen one, or empty for the report as it is now. Its tables are read
    when the file is made, so that progress is seen. Raises Organisation.DoesNotExist.
    """
    year, code, number = int(query["year"]), query.get("organisation", ""), query.get("edition", "")
    organisation = Organisation.objects.get(code=code) if code else None

    def make(seen: Seen) -> Document:
        if not number:
            return document.build(year, organisation, by=by, at=at, seen=seen)
        editions = AnnualEdition.objects.filter(year=year, organisation=organisation)
        return document.read(editions.get(number=int(number)).data)

    def writer(form: str) -> Writer:
        def write(_report: Report, target: IO[bytes], progress: Progress) -> None:
            made = make(_counting(progress))
            with translation.override("sv"):
                target.write(files.FORMATS[form](made))

        return write

    return Report(
        title=NAME,
        query=dict(query),
        made_at=timezone.localtime(at),
        made_by=by.name,
        tables=(),
        total=0 if number else 2 * len(document.pieces()),
        writers={form: writer(form) for form in files.FORMATS},
    )


def _counting(progress: Progress) -> Seen:
    """Return what tells how many tables have been read."""
    done = 0

    def seen() -> None:
        nonlocal done
        done += 1
        progress(done)

    return seen


registry.register(NAME, build)
