"""The words of a visit's own questions: label and hint by the name of the answer."""

from typing import Any

from django.utils.translation import gettext_lazy as _

LABELS: dict[str, Any] = {
    "requesting_organisation": _("Vilken organisation vill komma?"),
    "counterpart_kind": _("Vad är det för organisation?"),
    "intermediary": _("Kom förfrågan genom en förmedlare?"),
    "contact_name": _("Vem hos dem har ni kontakt med?"),
    "contact_email": _("E-post till kontakten"),
    "channel": _("Hur kom förfrågan in?"),
    "received_on": _("När kom den in?"),
    "delegation_size": _("Hur många kommer?"),
    "wishes": _("Vad vill delegationen veta eller visa?"),
    "they_learn": _("Vad lär de sig?"),
    "learning_kinds": _("Vad ger det oss?"),
    "directions": _("Vilka inriktningar i strategin hör besöket till?"),
    "qualities": _("Vilka av Stockholms egenskaper visar besöket?"),
    "goals": _("Vilket av stadens mål bidrar besöket till?"),
    "political_level": _("Vem är högst i rang?"),
    "head_name": _("Delegationsledarens namn"),
    "head_title": _("Delegationsledarens titel"),
    "areas": _("Vilka andra i staden vill de träffa?"),
    "city_priority": _("Är besöket prioriterat för hela staden?"),
    "wants_letter": _("Ber delegationen om ett inbjudningsbrev?"),
    "particularly_prioritised": _("Är besöket särskilt prioriterat för er?"),
    "prioritised_by": _("Vem har prioriterat det?"),
    "priority_grounds": _("Varför ska vi göra ett undantag?"),
    "asks_twinning": _("Vill de bli vänort eller teckna vänortsavtal?"),
    "touches_foreign_policy": _("Rör besöket Sveriges förhållande till andra stater?"),
    "procurement_with_party": _(
        "Pågår upphandling, tillsyn eller tillståndsärende med organisationen?"
    ),
    "digital": _("Är besöket digitalt?"),
    "places": _("Var tar ni emot?"),
    "language": _("Språk under besöket"),
    "own_participants": _("Hur många deltar från er?"),
    "access_needs": _("Behöver någon särskilda hänsyn till tillgänglighet?"),
    "fee_applicable": _("Tar ni ut en avgift?"),
    "fee_exemption": _("Varför är besöket avgiftsfritt?"),
    "estimated_sek": _("Vad kostar besöket er, sammanlagt?"),
}
HINTS: dict[str, Any] = {
    "intermediary": _("Till exempel en resebyrå eller en konsult. Lämna tomt annars."),
    "wishes": _("En eller två meningar räcker."),
    "stockholm_learns": _("Skriv det konkret. Svaret följer med till uppföljningen efter besöket."),
    "areas": _("Besök som rör flera verksamheter kan behöva samordnas."),
    "wants_letter": _("Till exempel för visum eller för att få resan godkänd hemma."),
    "priority_grounds": _(
        "Staden skriver i regel inte inbjudningsbrev. Undantag kräver att besöket är särskilt "
        "prioriterat för er och har stöd i strategin."
    ),
    "access_needs": _("Skriv behovet, inte vem det gäller."),
}
