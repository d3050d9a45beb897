"""The city's terms on the guests of a reception and its hosts. Readings RE3, RE4 and RE6."""

from __future__ import annotations

from collections.abc import Iterator

from engagements.vocabulary import EventKind
from governance.strategy.facts import ReceptionFacts
from governance.strategy.routes.reception import is_elsewhere
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
from governance.strategy.text import Text


@rule("city:receptions", on=ReceptionFacts, reads="foreign_share event_kind at_city_hall")
def mostly_from_abroad(facts: ReceptionFacts, context: Context) -> Answer | None:
    """Most guests of a congress come from abroad."""
    if is_elsewhere(facts) or facts.event_kind == EventKind.CHAMPIONSHIP:
        return None
    if facts.foreign_share is None:
        return unanswered(
            "Ange hur stor andel av gästerna som kommer från utlandet.",
            "Give the share of guests from abroad.",
        )
    share = facts.foreign_share
    if share > context.value("reception.foreign_share"):
        return supports(
            f"De flesta gästerna, {share} procent, kommer från utlandet.",
            f"Most guests, {share} percent, come from abroad.",
        )
    return breach(
        f"Bara {share} procent av gästerna kommer från utlandet. Det ska vara de flesta.",
        f"Only {share} percent of the guests come from abroad. Most must.",
        mend=Text(
            "Bjud in fler från utlandet, eller håll mottagningen någon annanstans.",
            "Invite more from abroad, or hold the reception elsewhere.",
        ),
    )


@rule("city:receptions", on=ReceptionFacts, reads="guests at_city_hall")
def enough_guests(facts: ReceptionFacts, context: Context) -> Answer | None:
    """Preferably not few guests: shown, never in the way."""
    if is_elsewhere(facts):
        return None
    if facts.guests is None:
        return unanswered("Ange antal gäster.", "Give the number of guests.")
    at_least = context.value("reception.guests")
    if facts.guests < at_least:
        return note(
            f"{facts.guests} gäster. Staden ser helst minst {at_least}.",
            f"{facts.guests} guests. The city prefers at least {at_least}.",
        )
    return None


@rule("city:receptions", on=ReceptionFacts, reads="hotels_in_city at_city_hall")
def hotels(facts: ReceptionFacts, context: Context) -> Answer | None:
    """The guests stay in the city."""
    if is_elsewhere(facts):
        return None
    if facts.hotels_in_city is None:
        return unanswered(
            "Svara på om gästerna bor på hotell i staden.",
            "Say whether the guests stay at hotels in the city.",
        )
    if facts.hotels_in_city:
        return None
    return judge(
        "Gästerna bor inte på hotell i staden.",
        "The guests do not stay at hotels in the city.",
        mend=Text("Boka hotell i staden.", "Book hotels in the city."),
    )


@rule("city:receptions", on=ReceptionFacts, reads="city_host shared_with at_city_hall")
def hosting(facts: ReceptionFacts, context: Context) -> Iterator[Answer]:
    """The city has a host there; to share the hosting supports."""
    if is_elsewhere(facts):
        return
    if not facts.city_host:
        yield note("Ingen värd från staden är utsedd.", "No host of the city is appointed.")
    if facts.shared_with:
        yield supports(
            f"Värdskapet delas med {facts.shared_with}.",
            f"The hosting is shared with {facts.shared_with}.",
        )
