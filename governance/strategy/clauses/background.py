"""Sections 1 and 2: background and goals. In plain words; see ``clause.Row`` for what stands where."""

from __future__ import annotations

from governance.strategy.clauses.clause import Row

BACKGROUND: tuple[Row, ...] = (
    (
        "1.1",
        "Städer får större tyngd",
        "Cities carry more weight",
        "Fler bor i städer, och därför lyssnar fler på dem i EU och i världen.",
        "More people live in cities, so more listen to them in the EU and in the world.",
        "people: background that asks nothing",
    ),
    (
        "1.2",
        "Dela med sig och hämta hem",
        "Give and bring home",
        "Staden följer omvärlden, delar det den kan och tar med lärdomar hem. Alla vårdar bilden av Stockholm.",
        "The city follows the world, shares what it knows and brings lessons home. Everyone looks after the image of Stockholm.",
        "people: background; the lessons are asked for when an item is closed",
    ),
    (
        "1.3",
        "En gemensam grund",
        "One common ground",
        "Strategin är den grund som alla verksamheter delar.",
        "The strategy is the ground that every operation shares.",
        "people: background that asks nothing",
    ),
    (
        "1.4",
        "Gäller hela koncernen",
        "For the whole group",
        "Mål, inriktningar, principer och ansvar gäller alla nämnder och bolag.",
        "Goals, directions, principles and duties hold for every board and company.",
        "people: the one register keeps all organisations' items",
    ),
    (
        "1.5",
        "Samma prövning vem som än frågar",
        "The same test whoever asks",
        "Egna initiativ och andras förfrågningar prövas lika, besök inräknade.",
        "Own initiatives and requests from others are tested alike, visits included.",
        "rule",
    ),
    (
        "2.1",
        "Bidrar till stadens mål",
        "Serves the city's goals",
        "Internationellt arbete ska bidra till stadens inriktningsmål och på sikt till invånarnas välfärd.",
        "International work serves the council's goals and, in time, the residents' welfare.",
        "rule",
    ),
    (
        "2.2",
        "Agenda 2030",
        "Agenda 2030",
        "Arbetet ska främja hållbar utveckling enligt Agenda 2030.",
        "The work furthers sustainable development as in Agenda 2030.",
        "rule",
    ),
    (
        "2.3",
        "Ansvar för världen, och lärande hemma",
        "Care for the world, and learning at home",
        "Staden tar ansvar för en hållbar värld och blir själv bättre rustad för den.",
        "The city takes its share for a sustainable world and grows readier for it.",
        "people: results and lessons are written when an item is closed",
    ),
)
