"""The city's own money in an EU project, and who pays for its part (5.4.1, 5.4.5)."""

from __future__ import annotations

from governance.strategy.facts import EuProjectFacts
from governance.strategy.rulebook import Answer, Context, judge, note, rule, supports, unanswered
from governance.strategy.text import Text


@rule("5.4.5", on=EuProjectFacts, reads="cofinancing_sek")
def cofinancing_said(facts: EuProjectFacts, context: Context) -> Answer | None:
    """What the city pays itself is known; not known is not nothing (5.4.5)."""
    if facts.cofinancing_sek is None:
        return unanswered(
            "Ange stadens medfinansiering, 0 om ingen.", "Say what the city pays, 0 if nothing."
        )
    return None


@rule("5.4.1b", on=EuProjectFacts, reads="cofinancing_sek budget_line")
def cofinancing_budgeted(facts: EuProjectFacts, context: Context) -> Answer | None:
    """What the city pays itself has its place in the budget (5.4.1)."""
    if facts.cofinancing_sek is None:
        return None
    if facts.cofinancing_sek == 0:
        return supports("Staden medfinansierar inte.", "The city pays nothing itself.")
    if (facts.budget_line or "").strip():
        return supports("Medfinansieringen finns i budgeten.", "What the city pays is budgeted.")
    return judge(
        f"Staden betalar {facts.cofinancing_sek} kr, men budgetposten är inte angiven.",
        f"The city pays SEK {facts.cofinancing_sek}, but the budget line is not named.",
        mend=Text("Ange budgetposten.", "Name the budget line."),
    )


@rule("5.4.5", on=EuProjectFacts, reads="funding own_budget_sek")
def financed(facts: EuProjectFacts, context: Context) -> Answer | None:
    """The decision has a table of who pays for the city's part (5.4.5)."""
    if not facts.funding or facts.own_budget_sek is None:
        return note(
            "Det finns ingen tabell över vem som betalar stadens del.",
            "There is no table of who pays for the city's part.",
        )
    paid = sum(row.sek or 0 for row in facts.funding)
    if paid >= facts.own_budget_sek:
        return supports("Hela stadens del är finansierad.", "All of the city's part is funded.")
    lacking = facts.own_budget_sek - paid
    return judge(
        f"Av stadens del saknar {lacking} kr finansiär.",
        f"SEK {lacking} of the city's part has no funder.",
        mend=Text("Ange vem som betalar resten.", "Say who pays the rest."),
    )
