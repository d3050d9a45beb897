"""The timeline's sentences, and the one way to write an event."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from engagements.models import Engagement, Event, User
from engagements.templatetags.utblick import day
from engagements.vocabulary import (
    AdviceKind,
    Body,
    MembershipForm,
    Outcome,
    ProjectStage,
    Recommendation,
    ReviewProposal,
    RoleName,
    SecrecySection,
    Status,
    Term,
)

# What an event's data holds as codes, and the words that they stand for.
TERMS: dict[str, type[Term]] = {
    "status": Status,
    "before": Body,
    "proposal": ReviewProposal,
    "form": MembershipForm,
    "stage": ProjectStage,
    "unit": RoleName,
    "kind": AdviceKind,
    "outcome": Outcome,
    "recommendation": Recommendation,
    "section": SecrecySection,
}
# What it holds as days, which are written out.
DAYS = ("day", "since")
ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
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
    "assigned": ("hand", _("%(name)s fick ärendet att handlägga")),
    "message": ("message-square", _("Skrev i rådgivningen")),
    "document_added": ("paperclip", _("Handling tillagd: %(name)s")),
    "changed": ("file-text", _("Ärendet ändrades: %(fields)s")),
    "day_chosen": ("clock", _("Dag vald: %(day)s")),
    "decided": ("check", _("%(body)s: %(outcome)s")),
    "dealt_with": ("scale", _("Internationella beredningen: %(recommendation)s")),
    "consulted": ("mail", _("%(body)s tillfrågades. Svar senast %(due)s")),
    "burden_said": ("scale", _("%(body)s: %(said)s")),
    "lifted_by_burden": ("route", _("Lyft till kommunstyrelsen: %(why)s")),
    "prepared": ("scale", _("Kommunstyrelsens förslag till fullmäktige: %(recommendation)s")),
    "lifted": ("route", _("Lyft till kommunstyrelsen, principiell fråga: %(grounds)s")),
    "superseded": ("check", _("Nytt beslut i stället för %(earlier)s: %(why)s")),
    "reported": (
        "scale",
        _("Beslutet %(decision)s anmäldes till kommunstyrelsen, § %(paragraph)s"),
    ),
    "passed_on": ("route", _("Finansborgarrådet deltar inte. %(whom)s beslutar")),
    "coordinated": ("check", _("Kommunstyrelsen samordnar besöket")),
    "reply_sent": ("mail", _("Svar skickat")),
    "reply_queued": ("mail", _("Svar lagt för utskick")),
    "answered": ("mail", _("Besvarat på annat sätt")),
    "new_decision_asked": ("scale", _("Nytt beslut om kostnaden begärdes: %(why)s")),
    "report_reminded": ("clock", _("Påminnelse om uppföljningen skickades")),
    "followed_up": ("check", _("Det följdes upp")),
    "closed": ("check", _("Ärendet avslutades")),
    "withdrawn": ("x", _("Ärendet återtogs: %(why)s")),
    "weighed": ("scale", _("Vägde %(clause)s: %(grounds)s")),
    "conflict": ("circle-alert", _("Jäv anmäldes")),
    "made_secret": ("lock", _("Sekretess prövas enligt %(section)s: %(grounds)s")),
    "made_open": ("eye", _("Sekretess prövas inte längre: %(grounds)s")),
    "knowledge_cited": ("paperclip", _("Hänvisar till: %(what)s")),
    "knowledge_uncited": ("paperclip", _("Hänvisar inte längre till: %(what)s")),
    "tied_to_plan": ("calendar", _("Kopplades till planen %(year)s: %(what)s")),
    "untied_from_plan": ("calendar", _("Kopplingen till planen togs bort")),
    "part_secret": ("lock", _("Sekretess för %(part)s enligt %(section)s")),
    "part_open": ("eye", _("Sekretess gäller inte längre för %(part)s: %(grounds)s")),
    "gain_shown": ("eye", _("Vad det gav visas öppet")),
    "gain_hidden": ("lock", _("Vad det gav visas inte längre öppet")),
    "shared": ("lock", _("Ärendet delades med %(name)s")),
    "reminded": ("clock", _("Påminnelse skickades")),
    "listed": ("download", _("Togs med i en lista som hämtades")),
    "erased": ("x", _("Personuppgifter gallrades: %(why)s")),
    "taken_up": ("inbox", _("Togs upp i registret: medlem sedan %(since)s")),
    "review_opened": ("clock", _("Omprövning påbörjad: %(number)s")),
    "review_due": ("clock", _("Omprövas senast %(day)s: påminnelse skickad")),
    "reviewed": ("check", _("Omprövat i %(number)s: %(proposal)s")),
    "amendment_opened": ("file-text", _("Ändring påbörjad: %(number)s")),
    "amended": ("check", _("Ändrades genom %(number)s")),
    "made_anew": ("route", _("Ett nytt avtal påbörjades: %(number)s")),
    "end_near": ("clock", _("Slutar %(day)s: påminnelse skickad")),
    "classified": ("scale", _("SLK avgjorde att det är: %(form)s. %(grounds)s")),
    "contributed": ("check", _("Egen insats antecknad: %(what)s")),
    "office_said": ("message-square", _("Samråd med SLK antecknades: %(who)s, %(day)s. %(said)s")),
    "deadline_near": ("clock", _("Sista dag att få gehör %(day)s: påminnelse skickad")),
    "deadline_paused": ("pause", _("Tiden pausades i väntan på %(who)s. Arbetsdagar kvar: %(n)s")),
    "deadline_resumed": ("clock", _("Tiden löper igen. Ny sista dag: %(day)s")),
    "deadline_extended": (
        "clock",
        _("Sista dagen flyttades från %(since)s till %(day)s: %(grounds)s"),
    ),
    "result_asked": ("clock", _("Påminnelse skickad: vad ledde det till?")),
    "effort_noted": ("check", _("Antecknat i loggen: %(what)s")),
    "office_coordinates": ("check", _("%(body)s samordnar")),
    "group_board_dealt": ("scale", _("Koncernstyrelsen: %(recommendation)s")),
    "imported": ("inbox", _("Inläst från %(file)s, rad %(row)s. Det fanns före Utblick")),
    "forums_answered": ("scale", _("Prövade befintliga forum: %(names)s")),
    "fee_noted": ("file-text", _("Avgiften för %(year)s antecknades")),
    "looked_after": ("users", _("Ny ansvarig antecknades: %(office)s")),
    "cited": ("paperclip", _("%(number)s räknas som en insats")),
    "stage_moved": ("route", _("Projektet: %(stage)s, %(day)s")),
    "party_decided": ("check", _("Parts beslut antecknat: %(body)s, %(day)s, § %(paragraph)s")),
    "project_amended": ("file-text", _("Ändring antecknad: %(what)s")),
    "report_dated": ("clock", _("Rapport senast %(day)s: %(what)s")),
    "report_handed_in": ("check", _("Rapport lämnad: %(what)s")),
    "stage_reminded": ("clock", _("Påminnelse om projektet skickades")),
    "event_merged": ("route", _("Evenemanget %(event)s slogs ihop med %(into)s")),
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


def record_each(
    engagement: Engagement,
    code: str,
    told: Iterable[Mapping[str, Any]],
    *,
    by: User | None,
    at: datetime,
) -> None:
    """Add an event of one sort for each of what is told, as ``record`` does, in their order."""
    SENTENCES[code]
    Event.objects.bulk_create(
        Event(engagement=engagement, code=code, data=dict(data), by=by, at=at) for data in told
    )


def sentence(event: Event, *, outcomes: Mapping[Any, object] | None = None) -> str:
    """Return the event as a sentence in the reader's language.

    outcomes: what a body answers in the words of the event's kind, where it has its own.
    """
    language = get_language() or "sv"
    words = {name: _word(name, value, language) for name, value in event.data.items()}
    if own := (outcomes or {}).get(event.data.get("outcome", "")):
        words["outcome"] = str(own)
    return str(SENTENCES[event.code][1]) % words


def _word(name: str, value: Any, language: str) -> str:
    if name in TERMS:
        return TERMS[name](value).label(language)
    if name in DAYS and ISO.fullmatch(str(value)):
        return day(date.fromisoformat(value))
    if name == "tally":
        counted = [str(words) % {"n": value[key]} for key, words in COUNTED.items() if value[key]]
        return ", ".join(counted)
    if isinstance(value, dict):
        return str(value[language])
    return str(value)


def icon(event: Event) -> str:
    """Return the name of the event's icon."""
    return SENTENCES[event.code][0]
