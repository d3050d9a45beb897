"""The template to fill in: headings, and a sheet that explains each."""

from __future__ import annotations

import io

import xlsxwriter
from django.utils.translation import gettext as _

from governance.importing.columns import Importable


def template_of(importable: Importable) -> bytes:
    """Return the template of a kind as XLSX."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False}) as book:
        bold = book.add_format({"bold": True})
        sheet = book.add_worksheet(str(importable.title)[:31])
        sheet.freeze_panes(1, 0)
        about = book.add_worksheet(_("Förklaringar"))
        about.set_column(0, 2, 34)
        for place, title in enumerate((_("Kolumn"), _("Vad den betyder"), _("Måste fyllas i"))):
            about.write_string(0, place, title, bold)
        about.write_string(0, 3, _("Exempel"), bold)
        for place, column in enumerate(importable.columns):
            sheet.write_string(0, place, str(column.title), bold)
            sheet.set_column(place, place, 24)
            about.write_string(place + 1, 0, str(column.title))
            about.write_string(place + 1, 1, str(column.meaning))
            about.write_string(place + 1, 2, _("Ja") if column.needed else _("Nej"))
            about.write_string(place + 1, 3, column.example)
    return target.getvalue()
