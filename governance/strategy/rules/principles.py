"""Rules of every kind on the principles (section 4)."""

from __future__ import annotations

from collections.abc import Iterator

from engagements.vocabulary import CounterpartKind, Kind
from governance.strategy import words
from governance.strategy.facts import (
    ALL,
    CooperationFacts,
    Facts,
    IntentFacts,
    ReceptionFacts,
    TripFacts,
    VisitFacts,
)
from governance.strategy.rulebook import (
    Answer,
    Context,
    breach,
    rule,
    supports,
    unanswered,
)
from governance.strategy.rules.texts import ask_a_person, found, show_denied
from governance.strategy.text import Text
from governance.strategy.words import Hit

NORDIC_CAPITALS = frozenset(
    {
        "köpenhamn",
        "copenhagen",
        "københavn",
        "oslo",
        "helsingfors",
        "helsinki",
        "reykjavik",
        "reykjavík",
        "tórshavn",
        "torshavn",
        "thorshavn",
        "nuuk",
        "godthåb",
        "mariehamn",
        "maarianhamina",
    }
)
NORDIC_COUNTRIES = frozenset({"DK", "NO", "FI", "IS", "FO", "GL", "AX"})
CITY_KINDS = frozenset({None, CounterpartKind.CAPITAL_CITY, CounterpartKind.CITY})
AGREEMENTS = (CooperationFacts, IntentFacts)
PAID_BY_OTHERS = (VisitFacts, TripFacts, ReceptionFacts, *AGREEMENTS)


@rule("4.0", on=ALL, reads="touches_foreign_policy agenda_touches @texts")
def foreign_policy(facts: Facts, context: Context) -> Iterator[Answer]:
    """No foreign policy of our own: the answer decides, words only ask a person (4.0)."""
    hits, denied = found(words.FOREIGN_POLICY, facts)
    if facts.touches_foreign_policy or any(facts.agenda_touches):
        items = _items(facts, hits)
        yield from (_belongs_to_the_state(part) for part in items or (None,))
        hits = tuple(hit for hit in hits if hit.field not in items) if items else ()
    elif facts.touches_foreign_policy is None:
        yield unanswered(
            "Svara på om det rör Sveriges förhållande till andra stater.",
            "Say whether it touches Sweden's relations with other states.",
        )
    if hits:
        yield ask_a_person(hits)
    elif denied:
        yield show_denied(denied)


def _items(facts: Facts, hits: tuple[Hit, ...]) -> tuple[str, ...]:
    """Return the parts of the agenda that are the state's, or none when all of the item is.

    As answered item by item; where that is not answered, as the words suggest. Reading R1.
    """
    if any(facts.agenda_touches):
        parts = [f"agenda:{n}" for n, touches in enumerate(facts.agenda_touches, 1) if touches]
    else:
        parts = list(dict.fromkeys(h.field for h in hits if h.field.startswith("agenda:")))
    return tuple(parts) if len(parts) < len(facts.agenda) else ()


def _belongs_to_the_state(part: str | None) -> Answer:
    """Answer that this is for the national level."""
    return breach(
        "Det rör mellanstatliga frågor, som är statens sak.",
        "It touches matters between states, which belong to the state.",
        mend=Text(
            "Stryk den delen, eller hänvisa till Utrikesdepartementet.",
            "Take that part out, or refer to the Ministry for Foreign Affairs.",
        ),
        part=part,
    )


@rule("4.1", on=ALL, reads="asks_twinning @texts")
def twinning(facts: Facts, context: Context) -> Answer | None:
    """No twin towns: breach by answer, judge by words (4.1)."""
    if facts.asks_twinning and isinstance(facts, AGREEMENTS):
        return breach(
            "Det är ett vänortsavtal. Staden tecknar inga.",
            "It is a twinning agreement. The city signs none.",
            mend=Text(
                "Gör om det till ett samarbetsavtal om ett ämne, utan ordet.",
                "Make it a cooperation agreement on one subject, without the word.",
            ),
        )
    if facts.asks_twinning:
        return breach(
            "De vill bli vänort. Staden tecknar inga vänortsavtal.",
            "They want to be twinned. The city signs no twinning agreements.",
            mend=Text(
                "Föreslå ett utbyte i en avgränsad fråga i stället.",
                "Propose an exchange on one limited subject instead.",
            ),
            part="twinning",
        )
    hits, denied = found(words.TWINNING, facts)
    if hits:
        return ask_a_person(hits)
    return show_denied(denied) if denied else None


@rule("4.1", on=AGREEMENTS, reads="asks_twinning")
def twinning_answered(facts: Facts, context: Context) -> Answer | None:
    """Of an agreement it must be said whether it is one between twin towns (4.1)."""
    if facts.asks_twinning is None:
        return unanswered(
            "Svara på om avtalet är ett vänortsavtal eller kallas så.",
            "Say whether the agreement is one between twin towns, or is called so.",
        )
    return None


@rule("4.1", on=ALL, reads="counterpart_kind country city")
def capitals(facts: Facts, context: Context) -> Answer | None:
    """Capitals are a special bond, Nordic ones most of all (4.1). Reading R12.

    Only a visit comes from its city: elsewhere the kind of the other party must be known.
    """
    if facts.counterpart_kind is None and facts.kind is not Kind.VISIT:
        return None
    nordic = (facts.city or "").strip().casefold() in NORDIC_CAPITALS
    if nordic and facts.country in NORDIC_COUNTRIES and facts.counterpart_kind in CITY_KINDS:
        return supports(
            "Nordisk huvudstad: särskild gemenskap, starkt stöd.",
            "A Nordic capital: a special bond, strong support.",
            strong=True,
        )
    if facts.counterpart_kind == CounterpartKind.CAPITAL_CITY:
        return supports("En annan huvudstad.", "Another capital.")
    return None


@rule("4.4", on=PAID_BY_OTHERS, reads="aid_character external_share funder funder_own_group")
def aid(facts: Facts, context: Context) -> Answer | None:
    """Of aid character: another party pays all, own working time counted (4.4).

    Who pays for a trip is weighed by rules of its own: that it is paid for is no support.
    """
    if not facts.aid_character:
        paid = facts.external_share == 100 and not facts.funder_own_group
        if paid and facts.kind is not Kind.TRIP:
            return supports(
                "En annan part betalar hela kostnaden.", "Another party pays the whole cost."
            )
        return None
    if facts.external_share is None or not facts.funder:
        return unanswered(
            "Ange finansiär och andel som annan part betalar.",
            "Name the funder and the share that another party pays.",
        )
    if facts.funder_own_group:
        return breach(
            "Ett bolag i stadens egen koncern är ingen annan part.",
            "A company of the city's own group is not another party.",
            mend=Text("Hitta en finansiär utanför staden.", "Find a funder outside the city."),
        )
    if facts.external_share < 100:
        return breach(
            f"Annan part betalar {facts.external_share} procent. Det ska vara hela kostnaden.",
            f"Another party pays {facts.external_share} percent. It must be the whole cost.",
            mend=Text(
                "Få hela kostnaden täckt, egen arbetstid inräknad.",
                "Have the whole cost covered, own working time counted.",
            ),
        )
    return supports(
        f"{facts.funder} betalar hela kostnaden.", f"{facts.funder} pays the whole cost."
    )
