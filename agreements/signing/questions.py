"""The words of an agreement's questions: label and hint by the name of the answer."""

from typing import Any

from django.utils.translation import gettext_lazy as _

LABELS: dict[str, Any] = {
    "title": _("Vad ska ärendet heta?"),
    "label": _("Vad kallas avtalet i sin egen rubrik?"),
    "counterpart": _("Med vem sluts avtalet?"),
    "counterpart_kind": _("Vad är det för part?"),
    "country": _("Land där parten finns"),
    "city": _("Stad där parten finns"),
    "within_initiative": _("Sluts det inom ett initiativ där staden är med?"),
    "initiative_name": _("Vilket initiativ?"),
    "themes": _("Vilket ämne gäller avtalet?"),
    "exchanges": _("Vad ska parterna göra?"),
    "no_exchange": _("Saknar avtalet ett konkret utbyte?"),
    "purpose": _("Varför vill ni ha avtalet?"),
    "agreement_text": _("Avtalets text på svenska"),
    "benefit_stockholm": _("Vad vinner Stockholm?"),
    "starts_on": _("Första dagen"),
    "ends_on": _("Sista dagen"),
    "open_ended": _("Gäller avtalet tills vidare?"),
    "renews_itself": _("Förlängs avtalet av sig självt?"),
    "next_review_on": _("När ska avtalet omprövas?"),
    "last_review_on": _("När omprövades det senast?"),
    "scope": _("Gäller avtalet hela staden eller bara er verksamhet?"),
    "on_behalf_of_ks": _("Har kommunstyrelsen gett er uppdraget?"),
    "areas": _("Vilka andra i staden rör avtalet?"),
    "forums_searched": _("Har ni gått igenom forum där staden redan är med?"),
    "close_to_state": _("Ligger ämnet eller platsen nära sådant som är statens?"),
    "asks_twinning": _("Rör det vänorter eller vänortsavtal?"),
    "legally_reviewed": _("Har en jurist granskat avtalet?"),
    "procurement_with_party": _("Pågår upphandling, tillsyn eller tillståndsärende med parten?"),
    "touches_foreign_policy": _("Rör avtalet Sveriges förhållande till andra stater?"),
    "goals": _("Vilket av stadens mål bidrar avtalet till?"),
    "estimated_sek": _("Vad kostar avtalet er, sammanlagt?"),
    "delivered": _("Vad av det överenskomna blev gjort?"),
    "gave_us": _("Vad gav det Stockholm?"),
    "gave_them": _("Vad gav det den andra parten?"),
}
HINTS: dict[str, Any] = {
    "label": _("Till exempel Memorandum of Understanding. Innehållet avgör, inte namnet."),
    "counterpart": _("Till exempel Oslo kommune."),
    "themes": _("Ett enda ämne, till exempel luftkvalitet. Flera ämnen blir flera avtal."),
    "exchanges": _("En sak på varje rad: möten, rapporter, praktik eller annat som ska göras."),
    "no_exchange": _("Svara nej om ni har skrivit vad som ska göras."),
    "purpose": _("En eller två meningar räcker."),
    "agreement_text": _("Klistra in texten. Den läses efter ord som strategin talar om."),
    "benefit_stockholm": _("Skriv det konkret. Vad blir bättre här?"),
    "open_ended": _("Samarbetsavtal ska ha en sista dag."),
    "renews_itself": _("Läs den sista paragrafen: förlängning brukar stå där."),
    "next_review_on": _("Strategin nämner vart fjärde år."),
    "scope": _("Svaret avgör vem som beslutar."),
    "areas": _("Avtal som rör flera nämnder beslutas av kommunstyrelsen."),
    "forums_searched": _("Först prövas om det går att samverka där (avsnitt 3.3)."),
    "close_to_state": _("Till exempel krig, migration eller försvar."),
    "legally_reviewed": _("Bifoga gärna granskningen bland handlingarna."),
    "delivered": _("Jämför med det som avtalet räknar upp."),
    "gave_us": _("Beslut, metoder eller besparingar. Skriv det också om det inte gav något."),
}
GAIN_LABELS: dict[str, Any] = {"party": _("Part"), "gain": _("Vad vinner den parten?")}
SIGN_LABELS: dict[str, Any] = {
    "party": _("För vilken part?"),
    "name": _("Vem skriver under?"),
    "office": _("Befattning"),
    "signed_on": _("Undertecknat"),
}
FORUM_LABELS: dict[str, Any] = {
    "name": _("Forum där staden redan är med"),
    "why_not": _("Varför räcker det inte?"),
}
