"""Reviews at set times (4.3): rules of the kinds that last. Never more than a note: "bör"."""

from __future__ import annotations

from calendar import isleap
from datetime import MAXYEAR, date

from governance.strategy.facts import DeclarationFacts, IntentFacts, MembershipFacts
from governance.strategy.rulebook import Answer, Context, note, rule, supports
from governance.strategy.text import Text

LASTING = (IntentFacts, DeclarationFacts, MembershipFacts)
Lasting = IntentFacts | DeclarationFacts | MembershipFacts


def next_review(decided_on: date, *, every_years: int) -> date:
    """The day a lasting commitment should be reviewed.

    decided_on: the day it began or was last reviewed. every_years: whole years, 1 or more.
    Returns the same day of the year; 28 February when the day does not exist, and the last day
    there is for what begins near it, as "no end" is often written.
    """
    year = decided_on.year + every_years
    if year > MAXYEAR:
        return date.max
    if (decided_on.month, decided_on.day) == (2, 29) and not isleap(year):
        return date(year, 2, 28)
    return decided_on.replace(year=year)


def _latest(facts: Lasting, context: Context) -> date:
    """Return the last day on which a review should come, by the city's period."""
    since = facts.member_since if isinstance(facts, MembershipFacts) else None
    began = facts.last_review_on or since or facts.starts_on or context.on
    return next_review(began, every_years=int(context.value("review.period_years")))


@rule("4.3b", on=LASTING, reads="next_review_on last_review_on starts_on")
def review(facts: Lasting, context: Context) -> Answer:
    """Letters of intent and memberships should be reviewed now and then (4.3)."""
    latest = _latest(facts, context)
    planned = facts.next_review_on
    due = planned or latest
    if due < context.on:
        return note(
            f"Omprövningen skulle ha gjorts {due}.",
            f"The review was due on {due}.",
            mend=Text("Ompröva: behåll, ändra eller lämna.", "Review: keep, change or leave."),
        )
    if planned is None:
        return note(
            f"Ingen dag för omprövning är satt. Förslag: {latest}.",
            f"No day of review is set. Proposal: {latest}.",
        )
    if planned > latest:
        return note(
            f"Omprövningen kommer senare än stadens riktvärde: {latest}.",
            f"The review comes later than the city's value: {latest}.",
        )
    return supports(f"Omprövas {planned}.", f"Is reviewed on {planned}.")
