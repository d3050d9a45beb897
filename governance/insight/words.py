"""What stands in the place of what is secret."""

from __future__ import annotations

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from engagements.vocabulary import SecrecySection


def said(section: str) -> str:
    """Say why something is left out: "Sekretess enligt OSL 15:1"."""
    if section in ("", SecrecySection.OTHER):
        return _("Sekretess")
    named = SecrecySection(section).label(get_language() or "sv").split(",")[0]
    return _("Sekretess enligt %(section)s") % {"section": named}
