"""What text may come in: written words in one normal form, and nothing that hides or reorders."""

from __future__ import annotations

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

LONGEST = 20_000
MOST_MARKS = 4
BIDI_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
SURROGATES = re.compile("[\ud800-\udfff]")
LINE_BREAKS = re.compile("\r\n|[\r\x85\u2028\u2029]")
INVISIBLE = frozenset("\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u2800\u3164\uffa0\ufeff")


class UnfitText(ValidationError):
    """The text holds characters that cannot be kept; the sentence says what to do."""


def clean_text(text: str) -> str:
    """Return ``text`` as it is stored: NFC, plain line breaks, no outer white space.

    Text that shows nothing, such as only zero-width characters, becomes the empty string.
    Raises UnfitText when it holds control characters, reorders itself, piles up marks,
    or is longer than 20 000 characters.
    """
    if SURROGATES.search(text):
        raise UnfitText(_("Texten innehåller trasiga tecken. Skriv den på nytt."), code="broken")
    cleaned = unicodedata.normalize("NFC", LINE_BREAKS.sub("\n", text)).strip()
    if CONTROLS.search(cleaned):
        raise UnfitText(
            _("Texten innehåller osynliga styrtecken. Klistra in den som ren text."),
            code="control",
        )
    if BIDI_CONTROLS.search(cleaned):
        raise UnfitText(
            _("Texten innehåller tecken som byter läsriktning. Klistra in den som ren text."),
            code="bidi",
        )
    if _piles_up_marks(cleaned):
        raise UnfitText(
            _("Texten har för många accenttecken på samma bokstav. Skriv den på nytt."),
            code="marks",
        )
    if len(cleaned) > LONGEST:
        raise UnfitText(
            _("Texten är för lång. Den får ha högst 20 000 tecken."),
            code="max_length",
        )
    return cleaned if _shows(cleaned) else ""


def _piles_up_marks(text: str) -> bool:
    run = 0
    for character in text:
        run = run + 1 if unicodedata.category(character) in ("Mn", "Me") else 0
        if run > MOST_MARKS:
            return True
    return False


def _shows(text: str) -> bool:
    return any(
        character not in INVISIBLE
        and unicodedata.category(character) not in ("Cf", "Zs", "Zl", "Zp", "Cc", "Mn", "Me")
        for character in text
    )
