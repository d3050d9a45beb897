"""Rules on the principles (section 4) for a visit."""

from __future__ import annotations

from collections.abc import Iterator

from engagements.vocabulary import CounterpartKind
from governance.strategy import words
from governance.strategy.facts import VisitFacts
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
from governance.strategy.rules_visit_goals import short
from governance.strategy.text import Text

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
        "nuuk",
        "mariehamn",
        "maarianhamina",
    }
)
NORDIC_COUNTRIES = frozenset({"DK", "NO", "FI", "IS", "FO", "GL", "AX"})
LINES = ("meal", "gift", "reception", "transport", "lodging", "other")
LINE_NAMES = {
    "meal": Text("Måltid", "Meal"),
    "gift": Text("Gåva", "Gift"),
    "reception": Text("Mottagning", "Reception"),
    "transport": Text("Transport", "Transport"),
    "lodging": Text("Logi", "Lodging"),
    "other": Text("Annat", "Other"),
}


def _texts(facts: VisitFacts) -> list[tuple[str, str | None]]:
    return [
        ("title", facts.title),
        ("wishes", facts.wishes),
        ("stockholm_learns", facts.stockholm_learns),
        ("they_learn", facts.they_learn),
        *((f"agenda:{n}", item) for n, item in enumerate(facts.agenda, 1)),
    ]


@rule(
    "4.0",
    on=VisitFacts,
    reads="touches_foreign_policy title wishes stockholm_learns they_learn agenda",
)
def foreign_policy(facts: VisitFacts, context: Context) -> Iterator[Answer]:
    """No foreign policy of our own: the answer decides, words only ask a person (4.0)."""
    if facts.touches_foreign_policy is None:
        yield unanswered(
            "Svara på om det rör Sveriges förhållande till andra stater.",
            "Say whether it touches Sweden's relations with other states.",
        )
        return
    hits = [hit for hit in words.find(words.FOREIGN_POLICY, _texts(facts)) if not hit.denied]
    if facts.touches_foreign_policy:
        items = {hit.field for hit in hits if hit.field.startswith("agenda:")}
        limited = items and len(items) < len(facts.agenda)
        for part in sorted(items) if limited else [None]:
            yield breach(
                "Det rör mellanstatliga frågor, som är statens sak.",
                "It touches matters between states, which belong to the state.",
                mend=Text(
                    "Stryk den delen, eller hänvisa till Utrikesdepartementet.",
                    "Take that part out, or refer to the Ministry for Foreign Affairs.",
                ),
                part=part,
            )
    elif hits:
        where = ", ".join(dict.fromkeys(hit.field for hit in hits))
        yield judge(
            f"Texten innehåller {words.listed(hits)} ({where}). En person bedömer.",
            f"The text has {words.listed(hits)} ({where}). A person judges.",
        )


@rule("4.1", on=VisitFacts, reads="asks_twinning title wishes agenda")
def twinning(facts: VisitFacts, context: Context) -> Answer | None:
    """No twin towns: breach by answer, judge by words (4.1)."""
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
    hits = [hit for hit in words.find(words.TWINNING, _texts(facts)) if not hit.denied]
    if not hits:
        return None
    return judge(
        f"Texten innehåller {words.listed(hits)} ({hits[0].field}). En person bedömer.",
        f"The text has {words.listed(hits)} ({hits[0].field}). A person judges.",
    )


@rule("4.1", on=VisitFacts, reads="counterpart_kind country city")
def capitals(facts: VisitFacts, context: Context) -> Answer | None:
    """Capitals are a special bond, Nordic ones most of all (4.1)."""
    nordic = (facts.city or "").strip().casefold() in NORDIC_CAPITALS
    if nordic and facts.country in NORDIC_COUNTRIES:
        return supports(
            "Nordisk huvudstad: särskild gemenskap, starkt stöd.",
            "A Nordic capital: a special bond, strong support.",
        )
    if facts.counterpart_kind == CounterpartKind.CAPITAL_CITY:
        return supports("En annan huvudstad.", "Another capital.")
    return None


@rule("4.4", on=VisitFacts, reads="aid_character external_share funder")
def aid(facts: VisitFacts, context: Context) -> Answer | None:
    """Of aid character: another party pays all, own working time counted (4.4)."""
    if not facts.aid_character:
        if facts.external_share == 100:
            return supports(
                "En annan part betalar hela kostnaden.", "Another party pays the whole cost."
            )
        return None
    if facts.external_share is None or not facts.funder:
        return unanswered(
            "Ange finansiär och andel som annan part betalar.",
            "Name the funder and the share that another party pays.",
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


@rule(
    "4.5",
    on=VisitFacts,
    reads="wants_letter particularly_prioritised prioritised_by priority_grounds directions",
)
def invitation_letter(facts: VisitFacts, context: Context) -> Answer | None:
    """A letter needs a particularly prioritised visit with grounds and support (4.5)."""
    if facts.wants_letter is None:
        return unanswered(
            "Ange om delegationen ber om ett inbjudningsbrev.",
            "Say whether the delegation asks for an invitation letter.",
            part="letter",
        )
    if not facts.wants_letter:
        return None
    grounds = bool(facts.prioritised_by) and not short(facts.priority_grounds, context)
    if facts.particularly_prioritised and grounds and facts.directions:
        return judge(
            "Undantag kan göras: särskilt prioriterat med skäl, och stöd i strategin.",
            "An exception can be made: particularly prioritised, with grounds and support.",
            part="letter",
        )
    return breach(
        "Staden skriver i regel inte inbjudningsbrev.",
        "The city does not as a rule write invitation letters.",
        mend=Text(
            "Ta emot besöket utan brev, eller visa att det är särskilt prioriterat, av vem och "
            "varför.",
            "Receive the visit without a letter, or show that it is particularly prioritised, "
            "by whom and why.",
        ),
        part="letter",
    )


@rule(
    "4.6",
    on=VisitFacts,
    reads="meal_sek gift_sek reception_sek transport_sek lodging_sek other_sek "
    "delegation_size own_participants alcohol gift_to_official",
)
def moderation(facts: VisitFacts, context: Context) -> Iterator[Answer]:
    """Each line against the city's value for the day; own staff not more than guests (4.6)."""
    given = {line: getattr(facts, f"{line}_sek") for line in LINES}
    if all(amount is None for amount in given.values()):
        yield unanswered(
            "Skriv vad ni bjuder på, 0 om inget.", "Write what you offer, 0 if nothing."
        )
        return
    worried = False
    for line, amount in given.items():
        limit = context.value(f"moderation.{line}_sek")
        if line == "gift" and facts.gift_to_official:
            limit = context.value("moderation.official_gift_sek")
        if amount is not None and amount > limit:
            worried = True
            name = LINE_NAMES[line]
            yield judge(
                f"{name.sv}: {amount} kr per person är över stadens riktvärde {limit} kr.",
                f"{name.en}: SEK {amount} per person is above the city's value SEK {limit}.",
                mend=Text("Motivera eller sänk.", "Give grounds or lower it."),
                part=f"cost:{line}",
            )
    if facts.delegation_size and (facts.own_participants or 0) > facts.delegation_size:
        worried = True
        yield judge("Fler egna deltagare än gäster.", "More of our own people than guests.")
    if facts.alcohol:
        worried = True
        yield judge("Alkohol ska serveras.", "Alcohol is to be served.", part="cost:meal")
    if not worried:
        yield supports("Inom stadens riktvärden.", "Within the city's values.")


@rule("4.6", on=VisitFacts, reads="gift_received_sek")
def gift_received(facts: VisitFacts, context: Context) -> Answer | None:
    """A gift that was received is registered, and protocol told beforehand next time (4.6)."""
    if not facts.gift_received_sek:
        return None
    return note(
        "En gåva togs emot. Förvarna protokollsenheten nästa gång.",
        "A gift was received. Tell the protocol unit beforehand next time.",
    )
