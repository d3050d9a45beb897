"""The words that both sorts of project ask with."""

from typing import Any

from django.utils.translation import gettext_lazy as _

LABELS: dict[str, Any] = {
    "title": _("Vad heter projektet?"),
    "purpose": _("Vad ska projektet göra?"),
    "scope": _("Gäller projektet hela staden eller er verksamhet?"),
    "on_behalf_of_ks": _("Gör ni det på uppdrag av kommunstyrelsen?"),
    "areas": _("Vilka andra i staden rör det?"),
    "starts_on": _("Projektets första dag"),
    "ends_on": _("Projektets sista dag"),
    "touches_foreign_policy": _("Rör projektet Sveriges förhållande till andra stater?"),
    "asks_twinning": _("Rör det vänorter eller vänortsavtal?"),
    "procurement_with_party": _(
        "Pågår upphandling, tillsyn eller tillståndsärende med någon part?"
    ),
    "working_hours": _("Egen arbetstid om året, timmar"),
    "in_operational_plan": _("Finns projektet i verksamhetsplanen?"),
    "initiative": _("Vem tog initiativet till projektet?"),
}
HINTS: dict[str, Any] = {
    "scope": _("Svaret avgör vem som beslutar."),
    "areas": _("Varje nämnd och bolag beslutar om sin del."),
    "starts_on": _("Till exempel 2027-01-01"),
}
PARTNER_LABELS: dict[str, Any] = {
    "name": _("Partens namn"),
    "sector": _("Sektor"),
    "country": _("Land"),
    "body": _("En av stadens egna?"),
}
FUNDING_LABELS: dict[str, Any] = {
    "funder": _("Vem betalar?"),
    "sek": _("Belopp, kr"),
    "own_group": _("Hör den till stadens egen koncern?"),
}
