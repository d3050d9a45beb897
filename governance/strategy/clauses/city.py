"""The city's own terms and its EU policy, each a source of its own. In plain words; see ``clause.Row`` for what stands where."""

from __future__ import annotations

from governance.strategy.clauses.clause import Row

CITY: tuple[Row, ...] = (
    (
        "city:receptions",
        "Stadens villkor för mottagningar",
        "The city's terms for receptions",
        "Internationella kongresser med flest gäster från utlandet, helst stora, två timmar en kväll.",
        "International congresses with most guests from abroad, preferably large, two hours of an evening.",
        "rule",
    ),
    (
        "city:representation",
        "Ingen godkänner sin egen representation",
        "Nobody approves their own hospitality",
        "Den som godkänner det som bjuds är inte själv bjuden.",
        "The one who approves what is offered is not offered it.",
        "rule",
    ),
    (
        "city:travel",
        "Stadens villkor för resor",
        "The city's terms for travel",
        "Digitalt och tåg först, fullt program, inget bokat före beslutet, rapport efteråt.",
        "Video and train first, a full programme, nothing booked before the decision, a report after it.",
        "rule",
    ),
    (
        "city:visits",
        "Stadens praxis för besök",
        "The city's practice for visits",
        "Framförhållning, förmedlare och upprepade besök.",
        "Lead time, intermediaries and repeated visits.",
        "rule",
    ),
    (
        "eu:impact",
        "Att få genomslag",
        "Being heard",
        "EU-policyn säger hur staden ska arbeta för att få gehör.",
        "The EU policy says how the city works to be heard.",
        "people: advice from the EU unit",
    ),
    (
        "eu:principles",
        "EU-policyns principer",
        "The EU policy's principles",
        "Principerna är stadens egna och läggs in av den; ett ärende säger vilken det vilar på.",
        "The principles are the city's own and entered by it; a matter says which one it rests on.",
        "people: the city enters them; 3.4.3 asks for one",
    ),
)
