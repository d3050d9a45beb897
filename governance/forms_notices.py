"""The form where a person chooses how each sort of messages reaches them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from engagements.forms.base import UtblickForm
from engagements.forms.widgets import RadioCards
from governance.models import NEVER_OFF, Sort, Way
from governance.notices import Ways

WHAT = {
    Sort.BALL: _(
        "När det är din tur: ge råd, ta ställning, komplettera eller följa upp. Också när någon "
        "annan får det som du hade."
    ),
    Sort.REMINDER: _("Högst en gång i veckan, när något hos dig har passerat sitt datum."),
    Sort.MEETING: _("Kallelser till beredningen, inställda möten och publicerade anteckningar."),
    Sort.ANSWER: _("När någon skriver i rådgivningen, eller delar ett ärende med dig."),
    Sort.MENTION: _(
        "När någon nämner dig i en kommentar, ger dig en uppgift eller gör klart en som du gav."
    ),
    Sort.NETWORK: _(
        "När stadsledningskontoret skriver till alla kontaktpersoner, eller någon delar material."
    ),
    Sort.FILE: _("När en export som du har bett om är klar."),
    Sort.DIGEST: _(
        "Det som väntar på dig, är sent eller händer i veckan. Är måndagen en helgdag kommer det "
        "nästa arbetsdag. Finns inget att säga kommer inget mejl."
    ),
}
STAYS = _("Kan inte stängas av: någon väntar på dig.")
WEEKLY = [(str(Way.MAIL), _("Skicka")), (str(Way.OFF), _("Av"))]


class NoticesForm(UtblickForm):
    """One question for each sort that can concern the reader."""

    def __init__(self, data: Any = None, *, sorts: list[Sort], ways: Ways) -> None:
        """Ask with what holds now as the answers."""
        self.base_fields = {str(sort): _question(sort) for sort in sorts}  # type: ignore[misc]
        super().__init__(data, initial={str(sort): str(ways[sort]) for sort in sorts})

    @property
    def chosen(self) -> Ways:
        """The answers, by sort."""
        return {Sort(name): Way(way) for name, way in self.cleaned_data.items()}


def _question(sort: Sort) -> forms.ChoiceField:
    ways = [(str(way), way.label) for way in Way if way != Way.OFF or sort not in NEVER_OFF]
    what = WHAT[sort]
    if sort in NEVER_OFF:
        what = format_lazy("{} {}", what, STAYS)
    return forms.ChoiceField(
        label=sort.label,
        help_text=what,
        choices=WEEKLY if sort == Sort.DIGEST else ways,
        widget=RadioCards,
    )
