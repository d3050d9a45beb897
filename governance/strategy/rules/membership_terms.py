"""The terms of a membership: what it is, what it costs, who looks after it, how it is reviewed."""

from __future__ import annotations

from engagements.vocabulary import MembershipForm
from governance.strategy.facts import MembershipFacts
from governance.strategy.rulebook import Answer, Context, judge, note, rule, supports, unanswered
from governance.strategy.rules.membership_part import leaves
from governance.strategy.rules.texts import short
from governance.strategy.text import Text


@rule("5.4.5", on=MembershipFacts, reads="is_new")
def newness_said(facts: MembershipFacts, context: Context) -> Answer | None:
    """Whether it is new settles who decides, and what is asked of it (5.2.1)."""
    if facts.is_new is None:
        return unanswered(
            "Ange om medlemskapet är nytt eller redan finns.",
            "Say whether the membership is new or there already.",
        )
    return None


@rule("5.4.5", on=MembershipFacts, reads="form has_statutes has_vote fee_sek")
def form_said(facts: MembershipFacts, context: Context) -> Answer | None:
    """An organisation and a network have different deciders: what it is, is asked (5.2.1)."""
    if facts.form is None:
        return unanswered(
            "Ange om det är en organisation, ett nätverk eller ett samarbetsinitiativ.",
            "Say whether it is an organisation, a network or a cooperation initiative.",
        )
    marks = (facts.has_statutes, facts.has_vote, facts.fee_sek)
    found = len([mark for mark in marks if mark])
    if facts.form == MembershipForm.ORGANISATION:
        if None in marks or found:
            return None
        return judge(
            "Varken stadgar, avgift eller rösträtt: det kan vara ett nätverk.",
            "Neither statutes, a fee nor a vote: it may be a network.",
            mend=Text("Motivera, eller ändra formen.", "Give grounds, or change the form."),
        )
    if found < context.value("membership.organisation_marks"):
        return None
    return judge(
        "Stadgar, avgift eller rösträtt tyder på en organisation, som andra beslutar om.",
        "Statutes, a fee or a vote suggest an organisation, on which others decide.",
        mend=Text("Motivera, eller ändra formen.", "Give grounds, or change the form."),
    )


@rule("5.4.5", on=MembershipFacts, reads="fee_sek")
def fee_said(facts: MembershipFacts, context: Context) -> Answer | None:
    """What a membership costs a year is known; not known is not nothing (5.4.5)."""
    if facts.fee_sek is None:
        return unanswered("Ange årsavgiften, 0 om ingen.", "Say the yearly fee, 0 if none.")
    return None


@rule("5.4.1b", on=MembershipFacts, reads="fee_sek budget_line proposal")
def fee_budgeted(facts: MembershipFacts, context: Context) -> Answer | None:
    """A fee has its place in the budget (5.4.1)."""
    if not facts.fee_sek or leaves(facts):
        return None
    if (facts.budget_line or "").strip():
        return supports("Avgiften finns i budgeten.", "The fee is in the budget.")
    return judge(
        f"Avgiften är {facts.fee_sek} kr om året, men budgetposten är inte angiven.",
        f"The fee is SEK {facts.fee_sek} a year, but the budget line is not named.",
        mend=Text("Ange budgetposten.", "Name the budget line."),
    )


@rule("5.4.5", on=MembershipFacts, reads="responsible")
def has_responsible(facts: MembershipFacts, context: Context) -> Answer | None:
    """Somebody looks after the membership (5.4.5)."""
    if (facts.responsible or "").strip():
        return None
    return note(
        "Ingen är ansvarig för medlemskapet.",
        "Nobody is responsible for the membership.",
        mend=Text("Utse en ansvarig.", "Appoint somebody."),
    )


@rule("5.4.5", on=MembershipFacts, reads="at_review proposal proposal_grounds")
def review_ends(facts: MembershipFacts, context: Context) -> Answer | None:
    """A review ends in keep, change or leave, with grounds (4.3, 5.4.5)."""
    if facts.proposal is None:
        if not facts.at_review:
            return None
        return unanswered(
            "Föreslå att behålla, ändra eller lämna medlemskapet.",
            "Propose to keep, change or leave the membership.",
        )
    if short(facts.proposal_grounds, context):
        return judge(
            "Omprövningen har ett förslag, men inga skäl.",
            "The review has a proposal, but no grounds.",
            mend=Text("Skriv varför.", "Write why."),
        )
    return supports("Omprövningens förslag har skäl.", "The proposal of the review has grounds.")
