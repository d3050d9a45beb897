"""The report's tables as files are written from them, with the figures behind the text."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from governance.annual.document import Document
from governance.reports.table import Column, Report, Table


def as_tables(made: Document) -> Report:
    """Return the report's tables as any report, with the sentences' figures last."""
    tables = [grid.table() for grid in made.grids.values()]
    return Report(
        title=made.title,
        query={_("År"): str(made.year), _("Verksamhet"): made.name},
        made_at=made.made_at,
        made_by=_("Utblick"),
        tables=(*tables, counted(made)),
        total=sum(len(grid.rows) for grid in made.grids.values()),
        remarks=(
            _("Det som är hemligt eller aldrig har skickats in ingår inte."),
            _("Siffrorna i texten står i den sista tabellen, med frågan bakom var och en."),
        ),
    )


def counted(made: Document) -> Table:
    """Return the figures of the sentences: what was asked, and the answer."""
    rows: list[tuple[Any, ...]] = [
        (
            chapter.title,
            sentence.text,
            made.year - 1 if before else made.year,
            made.grids[figure.table].title,
            "; ".join(f"{name}: {', '.join(where)}" for name, where in figure.where.items()),
            figure.of,
            value,
        )
        for chapter in made.chapters
        for sentence in chapter.sentences
        for _name, figure, value, before in sentence.counted
    ]
    columns = (
        Column(_("Avsnitt")),
        Column(_("Mening"), _("Utkastet, också där någon har skrivit annat")),
        Column(_("År")),
        Column(_("Tabell")),
        Column(_("Rader"), _("Villkor; tomt är alla")),
        Column(_("Summa av"), _("Tomt när raderna räknas")),
        Column(_("Värde")),
    )
    return Table(_("Siffror i texten"), columns, iter(rows))
