"""The words of the questions that several kinds ask: label and hint by the name of the answer.

A kind that says it in words of its own has them in its ``questions.py``.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _

LABELS: dict[str, Any] = {
    "title": _("Vad ska ärendet heta?"),
    "initiative": _("Vem tog initiativet?"),
    "sdgs": _("Vilka mål i Agenda 2030?"),
    "sdg_how": _("Hur främjas de?"),
    "goal_contribution": _("På vilket sätt?"),
    "counterpart_kind": _("Vad är det för motpart?"),
    "country": _("Land eller territorium"),
    "city": _("Stad"),
    "starts_on": _("Från"),
    "ends_on": _("Till och med"),
    "cooperation_purposes": _("Vad ger samverkan?"),
    "partner_sectors": _("Vilka andra parter är med?"),
    "agenda": _("Vilka punkter står på dagordningen?"),
    "stockholm_learns": _("Vad lär sig vår verksamhet?"),
    "image_gain": _("Hur stärks bilden av Stockholm?"),
    "comparison": _("Vad kan vi jämföra oss med?"),
    "good_examples": _("Vilka goda exempel visar vi?"),
    "state_partner": _("Medverkar en statlig främjare?"),
    "qualities": _("Vilka av Stockholms egenskaper visar det?"),
    "audiences": _("Vilka riktar det sig till?"),
    "process": _("Vilken process eller vilket förslag ska påverkas?"),
    "effect": _("Vad gör det med staden?"),
    "city_interest": _("Vilket intresse har staden?"),
    "eu_matter": _("Riktas det till EU?"),
    "eu_principles": _("Vilka av EU-policyns principer vilar det på?"),
    "secrecy_possible": _("Kan något behöva hållas hemligt?"),
    "directions": _("Vilka inriktningar i strategin hör det till?"),
    "goals": _("Vilket av stadens mål bidrar det till?"),
    "aid_character": _("Är det av biståndskaraktär?"),
    "external_share": _("Hur stor del betalar någon annan, i procent?"),
    "funder": _("Vem betalar?"),
    "budget_line": _("Vad finansieras det ur?"),
    "in_operational_plan": _("Finns det i verksamhetsplanen?"),
    "working_hours": _("Egen arbetstid, timmar"),
    "estimated_sek": _("Vad kostar det er, sammanlagt?"),
    "alcohol": _("Serveras alkohol?"),
    "gift_to_official": _("Går någon gåva till en tjänsteperson i en annan stat?"),
    "cost_meal": _("Måltid, kr per person"),
    "cost_gift": _("Gåva, kr per person"),
    "cost_reception": _("Mottagning, kr per person"),
    "cost_transport": _("Transport, kr per person"),
    "cost_lodging": _("Logi, kr per person"),
    "cost_other": _("Annat, kr per person"),
    "touches_foreign_policy": _("Rör det Sveriges förhållande till andra stater?"),
}
HINTS: dict[str, Any] = {
    "title": _("Kort, så att andra förstår vad det gäller."),
    "starts_on": _("Till exempel 2026-11-24"),
    "agenda": _("En punkt på varje rad."),
    "process": _("Till exempel ett lagförslag eller ett samråd."),
    "eu_principles": _("En princip på varje rad, om det riktas till EU."),
    "secrecy_possible": _("Svara ja om du är osäker. En person prövar det, aldrig systemet."),
    "goals": _("Målen kommer från kommunfullmäktiges budget."),
    "touches_foreign_policy": _("Till exempel bistånds- eller säkerhetspolitik."),
    "estimated_sek": _("Hela kronor. Skriv 0 om det inte kostar något."),
    "cost_meal": _("Skriv 0 om ni inte bjuder."),
    "gift_to_official": _("För sådana gåvor finns ett eget riktvärde."),
}
