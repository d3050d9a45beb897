"""Rules of every kind on the four directions (3.1 to 3.4)."""

from __future__ import annotations

from collections.abc import Iterator

from engagements.vocabulary import Direction, Kind, Sector
from governance.strategy.facts import ALL, ALL_BUT_VISIT, Facts, VisitFacts
from governance.strategy.rulebook import Answer, Context, breach, judge, note, rule, supports
from governance.strategy.rules.texts import short
from governance.strategy.text import Text

ADVOCACY_READS = "directions process effect city_interest"


@rule("3.1.1", on=ALL, reads="directions qualities audiences")
def profiling(facts: Facts, context: Context) -> Iterator[Answer]:
    """Profiling names a quality and an audience, else a person weighs it (3.1.1, 3.1.2)."""
    if Direction.PROFILING not in facts.directions:
        return
    if facts.qualities and facts.audiences:
        yield supports(
            "Egenskap och målgrupp är valda.", "The quality and the audience are chosen."
        )
        return
    yield judge(
        "Profilering är vald, men inte vilken egenskap det gäller och för vem.",
        "Profiling is chosen, but not which quality and for whom.",
        mend=Text("Välj egenskap och målgrupp.", "Choose a quality and an audience."),
    )


@rule("3.2.1", on=ALL, reads="observations")
def cites_observations(facts: Facts, context: Context) -> Answer | None:
    """What rests on the city's own observations of the world is supported (3.2.1)."""
    if not facts.observations:
        return None
    cited = ", ".join(facts.observations)
    return supports(f"Bygger på omvärldsbevakning: {cited}.", f"Rests on observations: {cited}.")


@rule("3.3.2", on=ALL, reads="directions cooperation_purposes")
def cooperation(facts: Facts, context: Context) -> Answer | None:
    """Cooperation says what it gives, else a person weighs it (3.3.2)."""
    if Direction.COOPERATION not in facts.directions:
        return None
    if facts.cooperation_purposes:
        return supports("Det framgår vad samverkan ger.", "What the cooperation gives is named.")
    return judge(
        "Samverkan är vald, men inte vad den ger.",
        "Cooperation is chosen, but not what it gives.",
        mend=Text("Välj vad samverkan ger.", "Choose what the cooperation gives."),
    )


@rule("3.3.5", on=ALL, reads="partner_sectors")
def sectors(facts: Facts, context: Context) -> Answer | None:
    """Academia or business among the partners supports; only public is noted (3.3.5)."""
    if not facts.partner_sectors:
        return None
    if {Sector.ACADEMIA, Sector.BUSINESS} & set(facts.partner_sectors):
        return supports("Akademi eller näringsliv är med.", "Academia or business takes part.")
    return note(
        "Bara offentliga parter eller föreningar är med.",
        "Only public bodies or associations take part.",
    )


@rule("3.4.1", on=VisitFacts, reads=ADVOCACY_READS, since=2)
@rule("3.4.1", on=ALL_BUT_VISIT, reads=ADVOCACY_READS)
def advocacy(facts: Facts, context: Context) -> Answer | None:
    """Advocacy says which process, what it does to the city, and the city's interest (3.4.1–2)."""
    if Direction.ADVOCACY not in facts.directions and facts.kind is not Kind.POSITION:
        return None
    if short(facts.city_interest, context) or not facts.process or not facts.effect:
        return breach(
            "Det framgår inte vad som ska påverkas, vad det gör med staden och stadens intresse.",
            "What is to be influenced, what it does to the city and the city's interest are "
            "not all said.",
            mend=Text(
                "Ange processen eller förslaget, om det möjliggör eller begränsar, och intresset.",
                "Name the process or bill, whether it enables or limits, and the interest.",
            ),
        )
    return supports("Stadens intresse är beskrivet.", "The city's interest is described.")


@rule("3.4.3", on=VisitFacts, reads="eu_matter eu_principles", since=2)
@rule("3.4.3", on=ALL_BUT_VISIT, reads="eu_matter eu_principles")
def eu_policy(facts: Facts, context: Context) -> Answer | None:
    """What is directed at the EU rests on a principle of the city's EU policy (3.4.3)."""
    if not facts.eu_matter and facts.kind is not Kind.POSITION:
        return None
    if facts.eu_principles:
        named = ", ".join(facts.eu_principles)
        return supports(f"Vilar på EU-policyn: {named}.", f"Rests on the EU policy: {named}.")
    return judge(
        "Det framgår inte vilken av EU-policyns principer det vilar på.",
        "Which principle of the EU policy it rests on is not said.",
        mend=Text("Välj en princip.", "Choose a principle."),
    )
