"""The city's terms for receptions, one by one: what each asks, and what the check says of it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from governance.kinds import Condition
from governance.strategy import Assessment, ReceptionFacts
from governance.strategy.verdicts import SEVERITY


def _terms(values: dict[str, object]) -> dict[str, str]:
    """Return what each term asks, by the rule that judges it, with the city's figures of the day.

    In the order in which an application is read: the event, the guests, the evening, the hosting.
    """
    sport = values["reception.championships"]
    return {
        "may_apply": _("En internationell kongress, ett EM eller ett VM")
        if sport
        else _("En internationell kongress"),
        "from_many_countries": _("Nordiskt, europeiskt eller internationellt"),
        "scientific_level": _("Hög vetenskaplig nivå"),
        "why_the_capital": _("Skäl till att huvudstaden är värd"),
        "mostly_from_abroad": _("Mer än %(n)s procent av gästerna från utlandet")
        % {"n": values["reception.foreign_share"]},
        "enough_guests": _("Helst minst %(n)s gäster") % {"n": values["reception.guests"]},
        "hotels": _("Gästerna bor på hotell i staden"),
        "evening": _("Inte kvällen före, och inte den sista"),
        "length": _("Högst %(n)s timmar") % {"n": values["reception.hours"]},
        "hosting": _("En värd från staden"),
    }


def conditions(assessment: Assessment) -> list[Condition]:
    """Return each term with its gravest answer; none where the terms do not hold (reading RE2)."""
    facts = assessment.facts
    if isinstance(facts, ReceptionFacts) and facts.at_city_hall is False:
        return []
    asked = {rule.id for rule, _edition in assessment.asked}
    found = {}
    for finding in sorted(assessment.findings, key=lambda row: SEVERITY[row.verdict], reverse=True):
        found[finding.rule] = finding.verdict
    named = {
        f"city.reception.{rule}": text for rule, text in _terms(dict(assessment.values)).items()
    }
    return [Condition(text, found.get(rule)) for rule, text in named.items() if rule in asked]
