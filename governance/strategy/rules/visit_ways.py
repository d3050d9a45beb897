"""Rules on ways of working and on practice that only a visit answers to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from governance.strategy.facts import VisitFacts
from governance.strategy.routes.visit import is_high, is_significant
from governance.strategy.rulebook import Answer, Context, judge, note, rule, supports
from governance.strategy.text import Text


@rule("5.1.2", on=VisitFacts, reads="political_level city_priority areas")
def coordinated(facts: VisitFacts, context: Context) -> Answer | None:
    """Significant visits are coordinated by the Executive Board (5.1.2)."""
    if not is_significant(facts):
        return None
    if is_high(facts):
        return supports(
            "Hög politisk nivå: kommunstyrelsen samordnar.",
            "High political level: the Executive Board coordinates.",
        )
    return supports(
        "Prioriterat för staden och flera områden: kommunstyrelsen samordnar.",
        "Prioritised and several areas: the Executive Board coordinates.",
    )


@rule("5.1.2", on=VisitFacts, reads="political_level head_title", since=2)
def title_of_rank(facts: VisitFacts, context: Context) -> Answer | None:
    """A title that the city counts as high, with a lower level chosen, asks a person (5.1.2)."""
    if facts.political_level is None or is_high(facts) or not facts.head_title:
        return None
    title = facts.head_title.casefold()
    listed = str(context.value("visit.high_titles")).split(",")
    known = next((one.strip() for one in listed if is_titled(title, one.strip())), None)
    if known is None:
        return None
    return judge(
        f"Titeln ”{facts.head_title}” räknas av staden som hög politisk nivå ({known}).",
        f"The city counts the title “{facts.head_title}” as of high political level ({known}).",
        mend=Text("Välj högsta politiska nivå.", "Choose the highest political level."),
    )


def is_titled(title: str, listed: str) -> bool:
    """Whether a title holds the words of one that is listed, however it is bent."""
    return bool(listed) and bool(re.search(rf"\b{re.escape(listed.casefold())}(?:e?n|s)?\b", title))


@rule("5.4.4", on=VisitFacts, reads="host host_board")
def receiver_assesses(facts: VisitFacts, context: Context) -> Answer:
    """The receiving body assesses and answers (5.4.4)."""
    return supports(
        "Mottagande verksamhet bedömer och svarar.", "The receiving body assesses and answers."
    )


@rule("5.5.1", on=VisitFacts, reads="political_level")
def protocol_advice(facts: VisitFacts, context: Context) -> Answer | None:
    """A high political level gets protocol advice (5.5.1)."""
    if not is_high(facts):
        return None
    return supports("Protokollsenheten ger råd.", "The protocol unit advises.")


@rule("city:visits", on=VisitFacts, reads="received_on starts_on intermediary earlier_visits")
def practice(facts: VisitFacts, context: Context) -> Iterator[Answer]:
    """Short notice, an intermediary or a repeated visit: shown, never in the way."""
    if facts.received_on and facts.starts_on:
        days = (facts.starts_on - facts.received_on).days
        lead = context.value("visit.lead_time_days")
        if days < lead:
            yield note(
                f"Kort varsel: {max(days, 0)} dagar. Riktvärdet är {lead}.",
                f"Short notice: {max(days, 0)} days. The city's value is {lead}.",
            )
    if facts.intermediary:
        yield note("Förfrågan kom genom en förmedlare.", "The request came by an intermediary.")
    if facts.earlier_visits:
        yield note(
            "Samma organisation har varit här nyligen.",
            "The same organisation was here recently.",
        )
