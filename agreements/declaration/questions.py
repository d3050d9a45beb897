"""The words of a declaration's own questions: label and hint by the name of the answer."""

from typing import Any

from django.utils.translation import gettext_lazy as _

LABELS: dict[str, Any] = {
    "title": _("Vad heter deklarationen eller initiativet?"),
    "initiator": _("Vem har tagit initiativ till den?"),
    "counterpart_kind": _("Vad är det för organisation?"),
    "web_address": _("Var finns den på webben?"),
    "language": _("Vilket språk är originalet på?"),
    "original_text": _("Hela texten på originalspråk"),
    "swedish_text": _("Hela texten på svenska"),
    "purpose": _("Varför ska vi ansluta oss?"),
    "process": _("Vilken process är den en del av?"),
    "goals": _("Vilket av stadens mål bidrar den till?"),
    "directions": _("Vilka inriktningar i strategin hör den till?"),
    "qualities": _("Vilka av Stockholms egenskaper visar den?"),
    "touches_foreign_policy": _("Rör den Sveriges förhållande till andra stater?"),
    "procurement_with_party": _(
        "Pågår upphandling, tillsyn eller tillståndsärende med initiativtagaren?"
    ),
    "scope": _("Gäller den hela staden eller bara er verksamhet?"),
    "on_behalf_of_ks": _("Har kommunstyrelsen gett er uppdraget?"),
    "areas": _("Vilka andra i staden berörs?"),
    "in_existing_plan": _("Vilken beslutad plan täcker åtagandena?"),
    "adds_burden": _("Ökar den stadens börda, som ni ser det?"),
    "own_sek": _("Kronor om året"),
    "own_hours": _("Timmar om året"),
    "own_reporting": _("Ska ni rapportera till någon?"),
    "estimated_sek": _("Vad kostar den er totalt, även det som planen täcker?"),
    "starts_on": _("Från vilken dag ska staden vara med?"),
    "expires_on": _("När slutar den gälla?"),
    "next_review_on": _("När ska vi ompröva den?"),
    "last_review_on": _("När omprövades den senast?"),
    "forums_searched": _("Har ni gått igenom forum där staden redan är med?"),
}
HINTS: dict[str, Any] = {
    "title": _("Till exempel C40:s deklaration om rena transporter."),
    "initiator": _("Till exempel C40, Eurocities eller FN."),
    "original_text": _("Klistra in hela texten, inte en sammanfattning."),
    "swedish_text": _("En arbetsöversättning räcker, men den ska vara hel."),
    "purpose": _("En eller två meningar räcker."),
    "areas": _("Ni frågar dem sedan vad den medför för dem."),
    "in_existing_plan": _("Till exempel klimathandlingsplanen. Lämna tomt om ingen plan gör det."),
    "own_sek": _("Det som tillkommer. Skriv 0 om inget gör det."),
    "own_hours": _("Skriv 0 om ingen tid tillkommer."),
    "expires_on": _("Lämna tomt om texten inte säger det."),
    "next_review_on": _("Strategin nämner vart fjärde år."),
    "last_review_on": _("Om staden redan är med. Lämna tomt annars."),
    "forums_searched": _("Först prövas om det går att samverka där (avsnitt 3.3)."),
}
