"""Rules that only a declaration or an initiative answers to."""

from __future__ import annotations

from collections.abc import Iterator

from governance.strategy.facts import DeclarationFacts
from governance.strategy.facts.rows import Burden
from governance.strategy.routes.declaration import adds
from governance.strategy.rulebook import Answer, Context, judge, note, rule, supports, unanswered
from governance.strategy.rules.texts import short
from governance.strategy.text import Text


@rule("5.3.2b", on=DeclarationFacts, reads="burdens adds_burden")
def burden_in_full(facts: DeclarationFacts, context: Context) -> Iterator[Answer]:
    """What it adds is said in kronor, hours and reporting, by each organisation (5.3.2)."""
    for row in facts.burdens:
        if None in (row.organisation, row.sek, row.hours, row.reporting):
            name = row.organisation or "?"
            yield unanswered(
                f"{name}: ange kronor, timmar och om det krävs rapportering.",
                f"{name}: give kronor, hours and whether reporting is required.",
                part=f"burden:{name}",
            )
    if facts.burdens or facts.adds_burden is False:
        return
    yield unanswered(
        "Ange vad det medför för varje verksamhet: kronor, timmar och rapportering.",
        "Say what it adds for each organisation: kronor, hours and reporting.",
    )


@rule("5.3.2b", on=DeclarationFacts, reads="burdens adds_burden host areas")
def burden_by_each(facts: DeclarationFacts, context: Context) -> Answer | None:
    """Every organisation touched says it for itself; where one has not, a person weighs it."""
    if not facts.burdens and facts.adds_burden is not False:
        return None
    said = {row.organisation for row in facts.burdens}
    touched = dict.fromkeys((facts.host, *facts.areas))
    silent = [code for code in touched if code and code not in said]
    if not silent:
        return None
    named = ", ".join(silent)
    return judge(
        f"Har inte själva sagt vad det medför: {named}.",
        f"Have not said themselves what it adds: {named}.",
        mend=Text("Be dem skriva vad det medför.", "Ask them to write what it adds."),
    )


@rule("5.3.2b", on=DeclarationFacts, reads="burdens adds_burden in_existing_plan")
def burden_added(facts: DeclarationFacts, context: Context) -> Iterator[Answer]:
    """An added burden is shown in figures; what a decided plan covers already supports."""
    if adds(facts):
        sv, en = _figures(facts.burdens)
        yield note(f"Medför ökad börda{sv}.", f"Adds a burden{en}.")
        if facts.adds_burden is False:
            yield note(
                "Svaret är att det inte medför ökad börda, men en verksamhet säger något annat.",
                "The answer is that it adds no burden, but an organisation says otherwise.",
            )
        if _is_small(facts.burdens, context):
            yield note(
                "Bördan är inom stadens riktvärde. Den som vill kan begära en annan läsning.",
                "The burden is within the city's value. Another reading can be asked for.",
            )
    if not short(facts.in_existing_plan, context):
        yield supports(
            "Ryms i en plan som redan är beslutad.", "Is covered by a plan already decided."
        )


def _is_small(burdens: tuple[Burden, ...], context: Context) -> bool:
    """Whether each organisation stays within the city's values. It changes no route: DE3."""
    sek = context.value("declaration.burden_sek")
    hours = context.value("declaration.burden_hours")
    return bool(burdens) and all(
        (row.sek or 0) <= sek and (row.hours or 0) <= hours and not row.reporting for row in burdens
    )


def _figures(burdens: tuple[Burden, ...]) -> tuple[str, str]:
    """Return the sums in both languages, or nothing where no figures are given."""
    if not burdens:
        return "", ""
    sek = sum(row.sek or 0 for row in burdens)
    hours = sum(row.hours or 0 for row in burdens)
    reports = sum(bool(row.reporting) for row in burdens)
    return (
        f": {sek} kr och {hours} timmar om året, rapportering för {reports} verksamheter",
        f": SEK {sek} and {hours} hours a year, reporting for {reports} organisations",
    )


@rule("5.3.2b", on=DeclarationFacts, reads="areas consulted")
def organisations_asked(facts: DeclarationFacts, context: Context) -> Answer | None:
    """Every organisation touched has been asked (5.3.2)."""
    if not facts.areas:
        return None
    left = [code for code in dict.fromkeys(facts.areas) if code not in facts.consulted]
    if not left:
        return supports("Alla som berörs är tillfrågade.", "All who are touched have been asked.")
    named = ", ".join(left)
    return note(f"Inte tillfrågade: {named}.", f"Not asked: {named}.")


@rule("5.3.2b", on=DeclarationFacts, reads="commitments")
def commitments_listed(facts: DeclarationFacts, context: Context) -> Answer | None:
    """What it binds the city to is said, item by item."""
    if facts.commitments:
        return None
    return unanswered(
        "Skriv vad texten förbinder staden till, punkt för punkt.",
        "Write what the text binds the city to, item by item.",
    )


@rule("5.4.5", on=DeclarationFacts, reads="original_text swedish_text")
def full_text(facts: DeclarationFacts, context: Context) -> Iterator[Answer]:
    """The whole text is there, in its own language and in Swedish (5.4.5)."""
    if facts.original_text is None:
        yield unanswered(
            "Lägg in hela texten på originalspråk.", "Enter the whole text in its own language."
        )
    if facts.swedish_text is None:
        yield unanswered("Lägg in hela texten på svenska.", "Enter the whole text in Swedish.")
    given = [text for text in (facts.original_text, facts.swedish_text) if text is not None]
    if any(short(text, context) for text in given):
        yield judge(
            "Texten är så kort att det knappast är hela.",
            "The text is so short that it is hardly the whole.",
            mend=Text("Lägg in hela texten.", "Enter the whole text."),
        )


@rule("4.3b", on=DeclarationFacts, reads="expires_on")
def expired(facts: DeclarationFacts, context: Context) -> Answer | None:
    """What has stopped to hold is shown (4.3)."""
    if facts.expires_on is None or facts.expires_on >= context.on:
        return None
    return note(f"Slutade gälla {facts.expires_on}.", f"Stopped to hold on {facts.expires_on}.")
