"""The template to fill in: headings, and a sheet that explains each."""

from __future__ import annotations

import io

from django.utils.translation import gettext as _
from rustpy_xlsxwriter import write_worksheets

from governance.importing.columns import Importable
from governance.reports.files import sheet_name

WIDTHS = (24, 34)


def template_of(importable: Importable) -> bytes:
    """Return the template of a kind as XLSX: its headings, and a sheet that explains them."""
    target = io.BytesIO()
    heads = [str(column.title) for column in importable.columns]
    filled, about = str(importable.title), _("Förklaringar")
    filled = sheet_name(filled, taken=[about])
    told = (
        {
            _("Kolumn"): str(column.title),
            _("Vad den betyder"): str(column.meaning),
            _("Måste fyllas i"): _("Ja") if column.needed else _("Nej"),
            _("Exempel"): column.example,
        }
        for column in importable.columns
    )
    write_worksheets(
        [(filled, iter([dict.fromkeys(heads)])), (about, told)],
        target,
        bold_headers=True,
        freeze_panes={filled: {"row": 1, "col": 0}},
        column_widths={filled: [WIDTHS[0]] * len(heads), about: [WIDTHS[1]] * 3},
    )
    return target.getvalue()
