"""Rules that only a position on an EU matter answers to."""

from __future__ import annotations

from collections.abc import Iterator

from engagements.vocabulary import Scope
from governance.strategy.facts import PositionFacts
from governance.strategy.routes.bodies import Reach, reach
from governance.strategy.routes.position import in_association
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

KS = "KS"
OFFICE = "SLK"


@rule("5.4.3a", on=PositionFacts, reads="in_boards_name host_board scope areas on_behalf_of_ks")
def in_whose_name(facts: PositionFacts, context: Context) -> Answer | None:
    """A board speaks for itself on its own matters alone, and only there (5.4.3)."""
    if facts.host_board == KS:
        return None
    if facts.in_boards_name is None:
        return unanswered(
            "Ange om det sägs i nämndens eller bolagets eget namn, eller i stadens.",
            "Say whether it is said in the board's or company's own name, or in the city's.",
        )
    own = reach(facts) is Reach.OWN_AREA
    if facts.in_boards_name and not own:
        return breach(
            "Frågan rör inte bara den egna verksamheten. Nämnden kan inte ensam säga vad den vill.",
            "The matter is not of its own operation alone. The board can't speak on its own.",
            mend=Text(
                "Gör det till stadens uppfattning, som kommunstyrelsen beslutar.",
                "Make it the city's opinion, which the Executive Board settles.",
            ),
        )
    if not facts.in_boards_name and own and facts.scope == Scope.OPERATIONAL:
        return judge(
            "Det sägs i stadens namn, men rör bara den egna verksamheten.",
            "It is said in the city's name, but concerns its own operation alone.",
            mend=Text(
                "Säg det i eget namn, eller ange att det rör hela staden.",
                "Say it in your own name, or say that it concerns the whole city.",
            ),
        )
    return None


@rule("5.4.3b", on=PositionFacts, reads="ks_contact_on ks_contact sent_on host_board")
def close_to_the_board(facts: PositionFacts, context: Context) -> Answer:
    """All advocacy towards the EU is close to the Executive Board, from before it goes (5.4.3)."""
    if facts.host_board == KS:
        return supports(
            "Kommunstyrelsens egen förvaltning håller i det.",
            "The Executive Board's own office keeps it.",
        )
    if facts.ks_contact_on is None or facts.ks_contact_on > context.on:
        return breach(
            "Kommunstyrelsen är inte med. Inget skickas innan dess.",
            "The Executive Board is not part of it. Nothing is sent before that.",
            mend=Text(
                "Kontakta stadsledningskontoret. Skriv dagen och hur.",
                "Contact the City Executive Office. Write the day and how.",
            ),
        )
    if facts.sent_on and facts.sent_on < facts.ks_contact_on:
        return breach(
            f"Det skickades {facts.sent_on}, innan kommunstyrelsen var med.",
            f"It was sent on {facts.sent_on}, before the Executive Board was part of it.",
            mend=Text(
                "Ta tillbaka det, eller låt kommunstyrelsen ta ställning.",
                "Take it back, or let the Executive Board consider it.",
            ),
        )
    if short(facts.ks_contact, context):
        return judge(
            "Det framgår inte hur arbetet sker nära kommunstyrelsen.",
            "How the work is close to the Executive Board is not clear.",
            mend=Text("Skriv en mening om det.", "Write a sentence on it."),
        )
    return supports(
        f"Kommunstyrelsen är med sedan {facts.ks_contact_on}.",
        f"The Executive Board has been part of it since {facts.ks_contact_on}.",
    )


@rule("5.4.3b", on=PositionFacts, reads="host_is_company group_board_needed")
def group_board(facts: PositionFacts, context: Context) -> Answer | None:
    """A company's matter goes to the group board where needed (5.4.3)."""
    if not facts.host_is_company:
        return None
    if facts.group_board_needed is None:
        return unanswered(
            "Svara på om frågan behöver tas upp i koncernstyrelsen.",
            "Say whether the group board needs to deal with it.",
        )
    if not facts.group_board_needed:
        return None
    return note(
        "Frågan tas upp i koncernstyrelsen före beslutet.",
        "The group board deals with it before the decision.",
    )


@rule("5.7.2", on=PositionFacts, reads="position_channel")
def way_said(facts: PositionFacts, context: Context) -> Answer | None:
    """Which way it goes is said, since one of them is the association's (5.7.2)."""
    if facts.position_channel is None:
        return unanswered("Ange vilken väg det går.", "Say which way it goes.")
    return None


@rule("5.7.2", on=PositionFacts, reads="in_sef position_channel")
def association_said(facts: PositionFacts, context: Context) -> Answer | None:
    """Whether it is a matter of the association is said, where the way does not tell (5.7.2)."""
    if facts.in_sef is None and not in_association(facts):
        return unanswered(
            "Svara på om det är en fråga i Europaföreningen.",
            "Say whether it is a matter of the regional association.",
        )
    return None


@rule("5.7.2", on=PositionFacts, reads="in_sef position_channel slk_coordinates host")
def association_coordinated(facts: PositionFacts, context: Context) -> Answer | None:
    """What the city does in the association is coordinated by its office (5.7.2)."""
    if not in_association(facts):
        return None
    if facts.host == OFFICE or facts.slk_coordinates:
        return supports(
            "Stadsledningskontoret samordnar i Europaföreningen.",
            "The City Executive Office coordinates in the association.",
        )
    if facts.slk_coordinates is None:
        return unanswered(
            "Svara på om stadsledningskontoret samordnar det.",
            "Say whether the City Executive Office coordinates it.",
        )
    return breach(
        "Det går genom Europaföreningen utan att stadsledningskontoret samordnar.",
        "It goes through the association without the City Executive Office coordinating.",
        mend=Text(
            "Lämna det till stadsledningskontoret, eller välj en annan väg.",
            "Hand it to the City Executive Office, or choose another way.",
        ),
    )


@rule("5.4.5", on=PositionFacts, reads="topic position_text")
def said_in_full(facts: PositionFacts, context: Context) -> Iterator[Answer]:
    """What is said, and on what, is written down (5.4.5)."""
    if not facts.topic:
        yield unanswered("Ange vad det handlar om.", "Say what it is on.")
    if facts.position_text is None:
        yield unanswered("Lägg in vad som ska sägas.", "Enter what is to be said.")
    elif short(facts.position_text, context):
        yield judge(
            "Ställningstagandet är för kort för att säga något.",
            "The position is too short to say anything.",
            mend=Text("Skriv vad staden vill och varför.", "Write what the city wants, and why."),
        )


@rule("5.4.5", on=PositionFacts, reads="deadline_on sent_on")
def in_time_to_be_heard(facts: PositionFacts, context: Context) -> Answer | None:
    """What comes after the last day to be heard is shown (5.4.5)."""
    if facts.deadline_on is None or (facts.sent_on or context.on) <= facts.deadline_on:
        return None
    return note(
        f"Sista dag att få gehör var {facts.deadline_on}.",
        f"The last day to be heard was {facts.deadline_on}.",
    )
