"""The words of the questions that only a project of aid character asks."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from memberships.project import questions as shared

LABELS: dict[str, Any] = shared.LABELS | {
    "counterpart": _("Vilken är motparten?"),
    "benefit_stockholm": _("Vad får Stockholm ut av det?"),
    "benefit_counterpart": _("Vad får motparten ut av det?"),
    "whole_cost_sek": _("Hela kostnaden för staden, egen arbetstid inräknad"),
    "working_time_sek": _("Varav egen arbetstid"),
    "overhead_sek": _("Varav overhead"),
    "travel_sek": _("Varav resor"),
    "staff_time_funded": _("Betalar en annan part den egna arbetstiden?"),
    "overhead_funded": _("Betalar en annan part overhead?"),
    "travel_funded": _("Betalar en annan part resorna?"),
}
HINTS: dict[str, Any] = shared.HINTS | {
    "counterpart": _("Till exempel en stad, en region eller ett verk i ett annat land."),
    "whole_cost_sek": _("En annan part utanför stadens koncern ska betala 100 procent."),
}
