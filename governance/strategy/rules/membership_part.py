"""The part the city takes in a membership: an aim, and something done (3.3.3)."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from engagements.vocabulary import ReviewProposal
from governance.strategy.facts import MembershipFacts
from governance.strategy.rulebook import (
    Answer,
    Context,
    breach,
    judge,
    note,
    rule,
    supports,
    unanswered,
)
from governance.strategy.rules.texts import short
from governance.strategy.text import Text


def months_before(day: date, *, months: int) -> date:
    """Return the same day so many months earlier; the month's last, where it has no such day."""
    year, month = divmod(max(day.year * 12 + day.month - 1 - months, 12), 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def leaves(facts: MembershipFacts) -> bool:
    """Whether the city is to leave: what is only asked of those who stay is then not asked."""
    return facts.proposal == ReviewProposal.LEAVE


@rule("3.3.3b", on=MembershipFacts, reads="aim proposal")
def aim(facts: MembershipFacts, context: Context) -> Answer | None:
    """The city knows what it wants in a membership (3.3.3)."""
    if leaves(facts):
        return None
    if not (facts.aim or "").strip():
        return unanswered(
            "Skriv vad staden vill med medlemskapet.", "Write what the city wants there."
        )
    if short(facts.aim, context):
        return judge(
            "Målet med medlemskapet är nämnt, men säger inte vad staden vill.",
            "The aim is named, but does not say what the city wants.",
            mend=Text("Skriv en mening om målet.", "Write a sentence on the aim."),
        )
    return supports("Målet med medlemskapet är beskrivet.", "The aim is described.")


@rule("3.3.3b", on=MembershipFacts, reads="is_new planned")
def planned_part(facts: MembershipFacts, context: Context) -> Answer | None:
    """Who joins plans to do something there (3.3.3). Reading M3."""
    if not facts.is_new:
        return None
    planned = len([item for item in facts.planned if item.strip()])
    least = context.value("membership.planned_contributions")
    if not planned:
        return unanswered("Skriv vad staden ska göra där.", "Write what the city is to do there.")
    if planned < least:
        return note(
            f"Planerade insatser: {planned}. Riktvärdet är minst {least}.",
            f"Planned contributions: {planned}. The city's value is at least {least}.",
            mend=Text("Planera fler egna insatser.", "Plan more contributions of your own."),
        )
    return supports("Staden planerar egna insatser.", "The city plans contributions of its own.")


@rule(
    "3.3.3b",
    on=MembershipFacts,
    reads="is_new member_since activities none_done at_review proposal effort_plan",
)
def active_part(facts: MembershipFacts, context: Context) -> Answer | None:
    """A member does something; at a review passivity needs a plan or an end (3.3.3)."""
    if facts.is_new is not False:
        return None
    since = months_before(context.on, months=int(context.value("membership.active_months")))
    days = [row.done_on for row in facts.activities if row.done_on is not None]
    recent = [day for day in days if since <= day <= context.on]
    if recent:
        return supports(
            f"Staden gör egna insatser, senast {max(recent)}.",
            f"The city makes contributions of its own, the latest on {max(recent)}.",
        )
    if not facts.none_done and len(days) < len(facts.activities):
        return unanswered("Ange när insatserna gjordes.", "Say when the contributions were made.")
    if not facts.none_done and not days:
        return unanswered(
            "Skriv vilka insatser staden har gjort, eller att inga har gjorts.",
            "Write which contributions the city has made, or that there were none.",
        )
    if facts.member_since is not None and facts.member_since > since:
        return None
    return _passive(facts, context)


def _passive(facts: MembershipFacts, context: Context) -> Answer:
    """Weigh a membership in which nothing has been done for long."""
    if leaves(facts):
        return supports(
            "Staden gör inga insatser, och förslaget är att lämna.",
            "The city makes no contributions, and the proposal is to leave.",
        )
    months = context.value("membership.active_months")
    if not short(facts.effort_plan, context):
        return note(
            f"Inga insatser på {months} månader, men det finns en plan.",
            f"No contributions for {months} months, but there is a plan.",
        )
    mend = Text(
        "Skriv en plan för egna insatser, eller föreslå att staden lämnar.",
        "Write a plan of contributions, or propose that the city leaves.",
    )
    sv, en = (
        f"Inga insatser på {months} månader, och ingen plan för det.",
        f"No contributions for {months} months, and no plan of any.",
    )
    if facts.at_review or facts.proposal:
        return breach(sv, en, mend=mend)
    return note(sv, en, mend=mend)
