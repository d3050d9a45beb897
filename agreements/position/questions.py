"""The words of a position's own questions: label and hint by the name of the answer."""

from typing import Any

from django.utils.translation import gettext_lazy as _

LABELS: dict[str, Any] = {
    "title": _("Vad ska ärendet heta?"),
    "topic": _("Vad handlar frågan om?"),
    "process": _("Vilken process eller vilket förslag ska påverkas?"),
    "reference": _("Förslagets beteckning"),
    "proposal_stage": _("Hur långt har det kommit?"),
    "deadline_on": _("Sista dag att få gehör"),
    "counterpart": _("Vem ska vi säga det till?"),
    "counterpart_kind": _("Vad är det för mottagare?"),
    "effect": _("Möjliggör eller begränsar det för staden?"),
    "scope": _("Gäller frågan hela staden eller bara er verksamhet?"),
    "areas": _("Vilka andra i staden berörs?"),
    "on_behalf_of_ks": _("Har kommunstyrelsen gett er uppdraget?"),
    "city_interest": _("Vilket intresse har staden?"),
    "eu_matter": _("Riktas det till EU?"),
    "eu_principles": _("Vilka av EU-policyns principer vilar det på?"),
    "position_text": _("Det här vill vi säga"),
    "in_boards_name": _("Säger ni det i eget namn?"),
    "ks_contact_on": _("Vilken dag?"),
    "ks_contact_by": _("Vem på stadsledningskontoret?"),
    "ks_contact": _("Vad sa stadsledningskontoret?"),
    "group_board_needed": _("Behöver koncernstyrelsen ta upp frågan?"),
    "position_channel": _("Vilken väg går det?"),
    "in_sef": _("Är det en fråga i Stockholmsregionens Europaförening?"),
    "slk_coordinates": _("Samordnar stadsledningskontoret det?"),
    "speaks": _("Vem talar för staden?"),
    "region_says": _("Vad tycker Region Stockholm?"),
    "storsthlm_says": _("Vad tycker Storsthlm?"),
    "sent_on": _("Om det redan är skickat: vilken dag?"),
    "procurement_with_party": _(
        "Pågår upphandling, tillsyn eller tillståndsärende med mottagaren?"
    ),
    "directions": _("Vilka inriktningar i strategin hör det till?"),
}
HINTS: dict[str, Any] = {
    "title": _("Till exempel Yttrande om luftkvalitetsdirektivet."),
    "topic": _("Till exempel gränsvärden för luft i städer."),
    "process": _("Med det namn som andra använder, till exempel Luftkvalitetsdirektivet."),
    "reference": _("Till exempel COM(2022) 542 eller 2022/0347(COD). Lämna tomt om ingen finns."),
    "deadline_on": _("Samrådets sista dag, eller dagen före omröstningen."),
    "counterpart": _("Till exempel Europeiska kommissionen eller regeringen."),
    "areas": _("Berör det flera nämnder beslutar kommunstyrelsen."),
    "city_interest": _("Vad staden vinner eller riskerar, i en eller två meningar."),
    "eu_principles": _("En princip på varje rad."),
    "position_text": _("Hela texten, så som den ska sägas."),
    "in_boards_name": _("Nej betyder att det sägs i stadens namn."),
    "ks_contact_by": _("Namn eller funktion, till exempel EU-enheten."),
    "ks_contact": _("Nämnden kan inte besluta förrän det står här."),
    "group_board_needed": _("Fråga stadsledningskontoret om du är osäker."),
    "in_sef": _(
        "Svara ja om det går den vägen. Huvudmän är staden, Region Stockholm och Storsthlm."
    ),
    "speaks": _("Funktion, till exempel enhetschefen för EU-enheten."),
    "region_says": _("Lämna tomt om ni inte vet än."),
    "storsthlm_says": _("Lämna tomt om ni inte vet än."),
    "sent_on": _("Lämna tomt om inget är skickat."),
}
EFFORT_LABELS: dict[str, Any] = {
    "done_on": _("Vilken dag?"),
    "what": _("Vad gjorde ni?"),
    "came_of": _("Vad ledde det till?"),
}
