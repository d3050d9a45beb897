"""The words of a reception's own questions: label and hint by the name of the answer."""

from typing import Any

from django.utils.translation import gettext_lazy as _

LABELS: dict[str, Any] = {
    "counterpart": _("Vem ansöker?"),
    "counterpart_kind": _("Vad är det för organisation?"),
    "commercial_organiser": _("Ordnar ett enskilt företag evenemanget för vinst?"),
    "procurement_with_party": _("Pågår upphandling, tillsyn eller tillståndsärende med sökanden?"),
    "contact_name": _("Vem hos sökanden har ni kontakt med?"),
    "contact_email": _("E-post till kontakten"),
    "reply_language": _("Vilket språk ska svaret ha?"),
    "received_on": _("När kom ansökan in?"),
    "event": _("Vad heter evenemanget?"),
    "event_kind": _("Vad är det för evenemang?"),
    "character": _("Varifrån kommer de som deltar?"),
    "event_starts_on": _("Evenemanget börjar"),
    "event_ends_on": _("Evenemanget slutar"),
    "high_scientific_level": _("Har kongressen hög vetenskaplig nivå?"),
    "guests": _("Hur många gäster kommer?"),
    "foreign_share": _("Hur många procent kommer från utlandet?"),
    "hotels_in_city": _("Bor gästerna på hotell i staden?"),
    "own_participants": _("Hur många deltar från staden?"),
    "purpose": _("Vad är syftet med mottagningen?"),
    "why_capital": _("Varför ska Stockholm som huvudstad vara värd?"),
    "stockholm_learns": _("Vad lär sig Stockholm?"),
    "they_learn": _("Vad lär sig gästerna?"),
    "learning_kinds": _("Vad ger det oss?"),
    "directions": _("Vilka inriktningar i strategin hör mottagningen till?"),
    "goals": _("Vilket av stadens mål bidrar mottagningen till?"),
    "qualities": _("Vilka av Stockholms egenskaper visar mottagningen?"),
    "touches_foreign_policy": _("Rör mottagningen Sveriges förhållande till andra stater?"),
    "at_city_hall": _("Hålls mottagningen i Stadshuset?"),
    "starts_on": _("Vilken dag är vald?"),
    "evening_before": _("Är det kvällen före evenemanget?"),
    "last_evening": _("Är det evenemangets sista kväll?"),
    "hours": _("Hur många timmar varar mottagningen?"),
    "serving": _("Vad serveras?"),
    "city_host": _("Vem är stadens värd?"),
    "shared_with": _("Delar staden värdskapet med någon?"),
    "estimated_sek": _("Vad kostar mottagningen staden, sammanlagt?"),
    "external_share": _("Hur stor del betalar någon annan, i procent?"),
    "funder": _("Vem betalar den delen?"),
    "approver_takes_part": _("Är den som godkänner kostnaden själv bjuden?"),
    "guests_came": _("Hur många gäster kom?"),
}
HINTS: dict[str, Any] = {
    "counterpart": _("Till exempel ett lärosäte, ett förbund eller en förening."),
    "commercial_organiser": _("En kongressbyrå som arbetar åt ett lärosäte räknas inte."),
    "own_participants": _("Stadens egna, också värden."),
    "why_capital": _("En mening räcker."),
    "stockholm_learns": _("Skriv det konkret. Svaret följer med till uppföljningen."),
    "starts_on": _("Lämna tomt tills en av dagarna är vald. Till exempel 2027-05-18"),
    "evening_before": _("Räknas ut när dagen och evenemangets dagar är kända."),
    "last_evening": _("Räknas ut när dagen och evenemangets dagar är kända."),
    "city_host": _("Till exempel kommunfullmäktiges ordförande."),
    "shared_with": _(
        "Till exempel Region Stockholm, vid kongresser om medicin eller trafik. Lämna tomt annars."
    ),
    "funder": _("Lämna tomt om staden betalar allt."),
}
OPTION_LABELS: dict[str, Any] = {
    "day": _("Dag"),
    "time": _("Tid"),
    "hall": _("Önskad lokal"),
}
OPTION_HINTS: dict[str, Any] = {
    "time": _("Till exempel 18–20"),
    "hall": _("Till exempel Gyllene salen"),
}
