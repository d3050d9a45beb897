"""The words of a trip's own questions: label and hint by the name of the answer."""

from typing import Any

from django.utils.translation import gettext_lazy as _

LABELS: dict[str, Any] = {
    # The event
    "name": _("Vad heter evenemanget?"),
    "held": _("Hur hålls det?"),
    "organiser": _("Vem arrangerar?"),
    "opens_on": _("Evenemangets första dag"),
    "closes_on": _("Evenemangets sista dag"),
    "register_by": _("Sista dag att anmäla sig"),
    "abstract_by": _("Sista dag att föreslå ett eget inlägg"),
    "programme": _("Vad står på programmet?"),
    "link": _("Webbadress till programmet"),
    # Who takes part, and on whose behalf
    "starts_on": _("Första dagen borta"),
    "ends_on": _("Sista dagen borta"),
    "received_on": _("När kom inbjudan?"),
    "on_behalf_of_ks": _("Sker deltagandet på uppdrag av kommunstyrelsen?"),
    "digital": _("Deltar ni digitalt?"),
    "areas": _("Vilka andra i staden är med i den här ansökan?"),
    # What for
    "purpose": _("Vad är syftet?"),
    "benefit": _("Vilken nytta har staden av det?"),
    "role": _("Vilken roll har staden där?"),
    "earlier_participation": _("Har ni varit med tidigare, och vad gav det?"),
    "goals": _("Vilket av stadens mål bidrar deltagandet till?"),
    "directions": _("Vilka inriktningar i strategin hör deltagandet till?"),
    "comparison": _("Vad ska ni jämföra med andra städer?"),
    "counterpart_kind": _("Vem träffar ni främst?"),
    "asks_twinning": _("Handlar det om att bli vänort eller teckna vänortsavtal?"),
    "touches_foreign_policy": _("Rör deltagandet Sveriges förhållande till andra stater?"),
    "procurement_with_party": _(
        "Pågår upphandling, tillsyn eller tillståndsärende med någon ni träffar?"
    ),
    # The journey
    "why_not_digital": _("Varför går det inte digitalt?"),
    "means": _("Hur reser ni?"),
    "distance_km": _("Avstånd enkel väg, km"),
    "why_not_train": _("Varför inte tåg?"),
    "emissions_kg": _("Egen beräkning av utsläpp, kg"),
    "emissions_grounds": _("Vad bygger er beräkning på?"),
    "programme_hours": _("Hur många timmar program är det varje dag borta?"),
    "leisure": _("Ingår något som inte är program?"),
    "leisure_payer": _("Vem betalar det?"),
    "arranged_by": _("Vem bokar och ordnar resan?"),
    "booked_before_decision": _("Är något redan bokat eller betalt?"),
    "report_due_on": _("När lämnar ni reserapporten?"),
    "estimated_sek": _("Vad kostar det staden, sammanlagt?"),
}
HINTS: dict[str, Any] = {
    "name": _("Skriv namnet som arrangören skriver det."),
    "link": _("Hela adressen, till exempel https://evenemanget.org/program"),
    "starts_on": _("Resdagar räknas med. Till exempel 2026-11-24"),
    "on_behalf_of_ks": _(
        "Då behandlar internationella beredningen ärendet. Annars beslutar nämnden eller bolaget."
    ),
    "digital": _("Digitalt deltagande har samma krav på syfte och nytta."),
    "areas": _("Den som gör en egen ansökan till samma evenemang syns ändå, längre ned."),
    "benefit": _("Vad kan verksamheten göra efteråt som den inte kan i dag?"),
    "earlier_participation": _("Skriv vad ni tog med hem. Lämna tomt om det är första gången."),
    "comparison": _("Till exempel hur andra städer har löst samma fråga."),
    "counterpart_kind": _("Lämna tomt om ni träffar många."),
    "why_not_digital": _("Till exempel: talaren ska vara på plats, eller avtal ska skrivas under."),
    "why_not_train": _("Behövs när ni flyger kortare än stadens gräns."),
    "emissions_grounds": _("Utan grund gäller stadens beräkning."),
    "programme_hours": _("En siffra för varje dag, resdagarna också: 0, 7, 6, 0"),
    "leisure": _("Till exempel en konsert eller en extra dag. En sak på varje rad."),
    "booked_before_decision": _("Vänta med att boka tills det är beslutat. Avgifter räknas också."),
    "estimated_sek": _("Skriv 0 om det inte kostar något. Med rader ovan räknas det ut."),
}
# Of each who goes, and of each row of cost.
TRAVELLER: dict[str, Any] = {
    "name": _("Namn"),
    "email": _("E-post i staden"),
    "function": _("Funktion"),
    "office": _("Befattning"),
    "organisation": _("Verksamhet"),
    "part": _("Uppgift där"),
    "decides": _("Skulle personen själv besluta om resan?"),
}
TRAVELLER_HINTS: dict[str, Any] = {
    "email": _("För den som loggar in här. Den som reser deltar inte i beslutet."),
    "organisation": _("Lämna tomt om det är er egen."),
    "part": _("Om den skiljer sig från stadens roll."),
}
COST: dict[str, Any] = {
    "traveller": _("För"),
    "line": _("Kostnad"),
    "amount_sek": _("Belopp"),
    "payer": _("Betalas av"),
}
