"""The words of an EU project's own questions."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from memberships.project import questions as shared

LABELS: dict[str, Any] = shared.LABELS | {
    "programme": _("Vilket program eller vilken fond?"),
    "call": _("Vilken utlysning?"),
    "apply_by": _("Sista dag att ansöka"),
    "role": _("Vad är staden i projektet?"),
    "budget_eur": _("Hela projektets budget, euro"),
    "own_budget_sek": _("Stadens del av budgeten, kr"),
    "cofinancing_sek": _("Vad betalar staden själv, kr?"),
    "budget_line": _("Vilken budgetpost betalar stadens egen del?"),
    "plan_item": _("Vilket mål i verksamhetsplanen?"),
    "after_owner": _("Vem tar över efter projektet?"),
    "after_funding": _("Med vilka pengar?"),
    "after_from": _("Från vilken dag är det i ordinarie verksamhet?"),
    "documents_kept": _("Vilka handlingar ska sparas?"),
    "documents_kept_until": _("Till och med när?"),
}
HINTS: dict[str, Any] = shared.HINTS | {
    "programme": _("Till exempel Horizon Europe, LIFE eller ESF+."),
    "call": _("Programmet och sista dagen följer av utlysningen."),
    "apply_by": _("Beslutet ska finnas före ansökan."),
    "cofinancing_sek": _("Skriv 0 om staden inte betalar något."),
    "plan_item": _("Till exempel MHN VP 2027, mål 2.2."),
    "after_owner": _("Skriv funktionen eller enheten, inte namnet."),
    "documents_kept_until": _("Programmets regler gäller om de är längre."),
}
REPORT_LABELS: dict[str, Any] = {"what": _("Vilken rapport?"), "due_on": _("Lämnas senast")}
