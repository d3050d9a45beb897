"""Countries and territories by their two letters (ISO 3166-1), named by Unicode CLDR."""

from functools import cache
from typing import cast

from babel import Locale
from django.utils.translation import get_language

# What CLDR lists beside countries and territories.
NOT_A_COUNTRY = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
# The five countries with Åland, the Faroe Islands and Greenland.
NORDIC = frozenset({"AX", "DK", "FI", "FO", "GL", "IS", "NO", "SE"})


def locale() -> Locale:
    """Return what the reader's language calls things."""
    return Locale.parse((get_language() or "sv")[:2])


def is_country(code: str) -> bool:
    """Whether two capital letters stand for a country or a territory."""
    return len(code) == 2 and code.isalpha() and code in _known() and code not in NOT_A_COUNTRY


@cache
def _known() -> frozenset[str]:
    return frozenset(Locale("sv").territories)


def country_name(code: str) -> str:
    """Return the name of a country in the reader's language; the code when it is unknown."""
    return cast("str", locale().territories.get(code, code))
