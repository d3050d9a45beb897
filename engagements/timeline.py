"""The timeline's sentences, and the one way to write an event."""

from datetime import datetime
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from engagements.models import Engagement, Event, User
from engagements.vocabulary import (
    AdviceKind,
    Body,
    Outcome,
    Recommendation,
    RoleName,
    SecrecySection,
    Status,
    Term,
)

# What an event's data holds as codes, and the words that they stand for.
TERMS: dict[str, type[Term]] = {
    "status": Status,
    "before": Body,
    "unit": RoleName,
    "kind": AdviceKind,
    "outcome": Outcome,
    "recommendation": Recommendation,
    "section": SecrecySection,
}
COUNTED = {
    "breach": _("%(n)s hindrar"),
    "unanswered": _("%(n)s inte prövade än"),
    "judge": _("%(n)s behöver motiveras"),
    "note": _("%(n)s att tänka på"),
    "supports": _("%(n)s stödjer"),
}

# code: (icon, sentence). Sentences are filled from the event's data.
SENTENCES = {
    "registered": ("inbox", _("Ärendet registrerades")),
    "submitted": ("scale", _("Ärendet skickades in. Prövning mot strategin: %(tally)s")),
    "moved": ("route", _("Läget blev %(status)s")),
    "advice_asked": ("hand", _("Råd begärdes av %(unit)s")),
    "handed_over": ("hand", _("Lämnades över från %(before)s till %(unit)s")),
    "advice_given": ("message-square", _("Råd gavs: %(kind)s")),
    "advice_voided": ("circle-alert", _("Rådet gäller inte längre, eftersom innehållet ändrades")),
    "advice_taken": ("hand", _("Ärendet togs för rådgivning")),
    "message": ("message-square", _("Skrev i rådgivningen")),
    "document_added": ("paperclip", _("Handling tillagd: %(name)s")),
    "changed": ("file-text", _("Ärendet ändrades: %(fields)s")),
    "decided": ("check", _("%(body)s: %(outcome)s")),
    "dealt_with": ("scale", _("Internationella beredningen: %(recommendation)s")),
    "lifted": ("route", _("Lyft till kommunstyrelsen, principiell fråga: %(grounds)s")),
    "coordinated": ("check", _("Kommunstyrelsen samordnar besöket")),
    "reply_sent": ("mail", _("Svar skickat till delegationen")),
    "reply_queued": ("mail", _("Svar lagt för utskick till delegationen")),
    "answered": ("mail", _("Delegationen har fått svar på annat sätt")),
    "followed_up": ("check", _("Besöket följdes upp")),
    "closed": ("check", _("Ärendet avslutades")),
    "withdrawn": ("x", _("Ärendet återtogs: %(why)s")),
    "weighed": ("scale", _("Vägde %(clause)s: %(grounds)s")),
    "conflict": ("circle-alert", _("Jäv anmäldes")),
    "made_secret": ("lock", _("Sekretess prövas enligt %(section)s: %(grounds)s")),
    "made_open": ("eye", _("Sekretess prövas inte längre: %(grounds)s")),
    "shared": ("lock", _("Ärendet delades med %(name)s")),
    "reminded": ("clock", _("Påminnelse skickades")),
    "erased": ("x", _("Personuppgifter gallrades: %(why)s")),
    "place_merged": ("map-pin", _("Platsen %(gone)s slogs ihop med %(kept)s")),
    "place_parted": ("map-pin", _("Platsen %(gone)s delades från %(kept)s")),
    "counterpart_merged": ("building-2", _("Motparten %(gone)s slogs ihop med %(kept)s")),
    "counterpart_parted": ("building-2", _("Motparten %(gone)s delades från %(kept)s")),
    "registry_number": ("file-text", _("Stadens diarienummer: %(number)s")),
}


def record(
    engagement: Engagement, code: str, *, by: User | None, at: datetime, **data: Any
) -> Event:
    """Add an event to the timeline, its words as codes. Raises KeyError for an unknown code."""
    SENTENCES[code]
    return Event.objects.create(engagement=engagement, code=code, data=data, by=by, at=at)


def sentence(event: Event) -> str:
    """Return the event as a sentence in the reader's language."""
    language = get_language() or "sv"
    words = {name: _word(name, value, language) for name, value in event.data.items()}
    return str(SENTENCES[event.code][1]) % words


def _word(name: str, value: Any, language: str) -> str:
    if name in TERMS:
        return TERMS[name](value).label(language)
    if name == "tally":
        counted = [str(words) % {"n": value[key]} for key, words in COUNTED.items() if value[key]]
        return ", ".join(counted)
    if isinstance(value, dict):
        return str(value[language])
    return str(value)


def icon(event: Event) -> str:
    """Return the name of the event's icon."""
    return SENTENCES[event.code][0]
