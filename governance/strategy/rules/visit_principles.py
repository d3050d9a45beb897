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
from governance.strategy.rules.visit_goals import short
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
LINES = ("meal", "gift", "reception", "transport", "lodging", "other")
LINE_NAMES = {
    "meal": Text("Måltid", "Meal"),
    "gift": Text("Gåva", "Gift"),
    "reception": Text("Mottagning", "Reception"),
    "transport": Text("Transport", "Transport"),
    "lodging": Text("Logi", "Lodging"),
    "other": Text("Annat", "Other"),
}


OFFICIAL_GIFT = Text("Gåva till tjänsteperson", "Gift to an official")
CITY_KINDS = frozenset({None, CounterpartKind.CAPITAL_CITY, CounterpartKind.CITY})
SCANNED = (
    "title",
    "wishes",
    "stockholm_learns",
    "they_learn",
    "goal_contribution",
    "image_gain",
    "comparison",
    "priority_grounds",
)
SCANNED_READS = f"agenda {' '.join(SCANNED)}"


def _found(wordlist: words.Wordlist, facts: VisitFacts) -> tuple[tuple[Hit, ...], tuple[Hit, ...]]:
    """Return the words found in the texts: affirmed ones, and denied ones."""
    texts = [(name, getattr(facts, name)) for name in SCANNED]
    texts += [(f"agenda:{n}", item) for n, item in enumerate(facts.agenda, 1)]
    hits = words.find(wordlist, texts)
    if not hits:
        return (), ()
    return tuple(h for h in hits if not h.denied), tuple(h for h in hits if h.denied)


def _ask_a_person(hits: tuple[Hit, ...]) -> Answer:
    """Answer that words were found, which a person judges."""
    said = words.listed(hits)
    return judge(
        f"Texten innehåller {said.sv}. En person bedömer.",
        f"The text has {said.en}. A person judges.",
        mend=Text(
            "Skriv hur ordet är menat, eller stryk det.", "Write how it is meant, or take it out."
        ),
        words=hits,
    )


def _show_denied(hits: tuple[Hit, ...]) -> Answer:
    """Answer that words were found in sentences that seem to deny them."""
    said = words.listed(hits)
    return note(
        f"Texten nämner {said.sv}, men verkar säga att det inte gäller.",
        f"The text mentions {said.en}, but seems to say that it does not apply.",
        words=hits,
    )


@rule("4.0", on=VisitFacts, reads=f"touches_foreign_policy agenda_touches {SCANNED_READS}")
def foreign_policy(facts: VisitFacts, context: Context) -> Iterator[Answer]:
    """No foreign policy of our own: the answer decides, words only ask a person (4.0)."""
    hits, denied = _found(words.FOREIGN_POLICY, facts)
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
        yield _ask_a_person(hits)
    elif denied:
        yield _show_denied(denied)


def _items(facts: VisitFacts, hits: tuple[Hit, ...]) -> tuple[str, ...]:
    """Return the parts of the agenda that are the state's, or none when all of the visit is.

    As answered item by item; where that is not answered, as the words suggest. Reading R1.
    """
    if any(facts.agenda_touches):
        found = [f"agenda:{n}" for n, touches in enumerate(facts.agenda_touches, 1) if touches]
    else:
        found = list(dict.fromkeys(h.field for h in hits if h.field.startswith("agenda:")))
    return tuple(found) if len(found) < len(facts.agenda) else ()


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


@rule("4.1", on=VisitFacts, reads=f"asks_twinning {SCANNED_READS}")
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
    hits, denied = _found(words.TWINNING, facts)
    if hits:
        return _ask_a_person(hits)
    return _show_denied(denied) if denied else None


@rule("4.1", on=VisitFacts, reads="counterpart_kind country city")
def capitals(facts: VisitFacts, context: Context) -> Answer | None:
    """Capitals are a special bond, Nordic ones most of all (4.1)."""
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


@rule("4.4", on=VisitFacts, reads="aid_character external_share funder funder_own_group")
def aid(facts: VisitFacts, context: Context) -> Answer | None:
    """Of aid character: another party pays all, own working time counted (4.4)."""
    if not facts.aid_character:
        if facts.external_share == 100 and not facts.funder_own_group:
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
    "delegation_size own_participants alcohol gift_to_official digital",
)
def moderation(facts: VisitFacts, context: Context) -> Iterator[Answer]:
    """Each line against the city's value for the day; own staff not more than guests (4.6)."""
    given = {line: getattr(facts, f"{line}_sek") for line in LINES}
    worries = list(_too_much(given, facts, context))
    if facts.alcohol and context.value("moderation.alcohol_needs_grounds"):
        worries.append(judge("Alkohol ska serveras.", "Alcohol is to be served.", part="cost:meal"))
    guests = facts.delegation_size or 0
    at_most = guests * context.value("moderation.hosts_per_guest")
    if guests and (facts.own_participants or 0) > at_most:
        worries.append(
            judge(
                f"Egna deltagare: {facts.own_participants}. Gäster: {guests}.",
                f"Own participants: {facts.own_participants}. Guests: {guests}.",
                mend=Text("Låt färre av de egna vara med.", "Let fewer of our own take part."),
            )
        )
    yield from worries
    if all(amount is None for amount in given.values()):
        if not facts.digital:
            yield unanswered(
                "Skriv vad ni bjuder på, 0 om inget.", "Write what you offer, 0 if nothing."
            )
    elif not worries:
        yield supports("Inom stadens riktvärden.", "Within the city's values.")


def _too_much(
    given: dict[str, int | None], facts: VisitFacts, context: Context
) -> Iterator[Answer]:
    """Yield one answer a line that is above the city's value."""
    for line, amount in given.items():
        if not amount:
            continue
        to_official = line == "gift" and facts.gift_to_official
        key = "official_gift" if to_official else line
        limit = context.value(f"moderation.{key}_sek")
        if amount > limit:
            name = OFFICIAL_GIFT if to_official else LINE_NAMES[line]
            yield judge(
                f"{name.sv}: {amount} kr per person är över stadens riktvärde {limit} kr.",
                f"{name.en}: SEK {amount} per person is above the city's value SEK {limit}.",
                mend=Text("Motivera eller sänk.", "Give grounds or lower it."),
                part=f"cost:{line}",
            )


@rule("4.6", on=VisitFacts, reads="gift_received_sek")
def gift_received(facts: VisitFacts, context: Context) -> Answer | None:
    """A gift that was received is registered, and protocol told beforehand next time (4.6)."""
    if not facts.gift_received_sek:
        return None
    return note(
        "En gåva togs emot. Förvarna protokollsenheten nästa gång.",
        "A gift was received. Tell the protocol unit beforehand next time.",
    )
