"""How long, how large, and without what: Django's checks, said in our words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core import validators
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

Check = Callable[[Any], Any]
NBSP = "\u00a0"


def _number(value: int) -> str:
    return f"{value:,}".replace(",", NBSP)


def at_most_long(limit: int) -> Check:
    """Refuse text longer than ``limit``, and say how long it is."""

    def check(value: str) -> None:
        if len(value) > limit:
            said = _("Skriv högst %(most)s tecken. Det är %(now)s nu.")
            words = {"most": _number(limit), "now": _number(len(value))}
            raise ValidationError(said % words, code="max_length")

    return check


def at_most(limit: int) -> Check:
    """Refuse a number above ``limit``."""

    def check(value: int) -> None:
        if value > limit:
            said = _("Skriv ett tal som är högst %(most)s")
            raise ValidationError(said % {"most": _number(limit)}, code="max_value")

    return check


def at_least(limit: int) -> Check:
    """Refuse a number below ``limit``."""

    def check(value: int) -> None:
        if value < limit:
            said = _("Skriv ett tal som är minst %(least)s")
            raise ValidationError(said % {"least": _number(limit)}, code="min_value")

    return check


def without_control(value: Any) -> None:
    """Refuse the character that no database keeps."""
    if "\x00" in str(value):
        said = _("Texten innehåller osynliga styrtecken. Klistra in den som ren text.")
        raise ValidationError(said, code="null_characters_not_allowed")


def in_our_words(check: Check) -> Check:
    """Return a check of Django's that says the same in our words; others as they are."""
    match check:
        case validators.MaxLengthValidator():
            return at_most_long(check.limit_value)
        case validators.MaxValueValidator():
            return at_most(check.limit_value)
        case validators.MinValueValidator():
            return at_least(check.limit_value)
        case validators.ProhibitNullCharactersValidator():
            return without_control
    return check
