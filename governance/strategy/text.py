"""Words in both languages of the product."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_NBSP = "\N{NO-BREAK SPACE}"
_MONTHS = (
    ("januari", "January"),
    ("februari", "February"),
    ("mars", "March"),
    ("april", "April"),
    ("maj", "May"),
    ("juni", "June"),
    ("juli", "July"),
    ("augusti", "August"),
    ("september", "September"),
    ("oktober", "October"),
    ("november", "November"),
    ("december", "December"),
)


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence in Swedish and in English.

    A day stands in it as "2027-06-03": a receipt keeps the sentence, and a weighing its sum.
    """

    sv: str
    en: str

    def get(self, language: str) -> str:
        """Return the sentence as it is read in ``language``: English for "en…", else Swedish.

        Its days are said as people say them, "3 juni 2027", with non-breaking spaces.
        """
        english = language.startswith("en")
        sentence = self.en if english else self.sv
        return _DAY.sub(lambda found: _said(found[0], english=english), sentence)

    def __str__(self) -> str:
        """Return the Swedish sentence."""
        return self.sv


def _said(day: str, *, english: bool) -> str:
    try:
        on = date.fromisoformat(day)
    except ValueError:  # looks like a day, in what somebody wrote, and is none
        return day
    return _NBSP.join((str(on.day), _MONTHS[on.month - 1][english], str(on.year)))
