"""The strategy's other clauses in plain words: those that no rule on a visit serves.

Each row: id, short heading in Swedish and in English, what it asks in Swedish and in English, and
what serves it. "later: …" names the kind that brings its rule or route.
"""

from __future__ import annotations

Row = tuple[str, str, str, str, str, str]

OTHER: tuple[Row, ...] = (
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
        "Staden följer omvärlden, delar det den kan och tar med lärdomar hem. Alla vårdar bilden "
        "av Stockholm.",
        "The city follows the world, shares what it knows and brings lessons home. Everyone looks "
        "after the image of Stockholm.",
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
        "2.3",
        "Ansvar för världen, och lärande hemma",
        "Care for the world, and learning at home",
        "Staden tar ansvar för en hållbar värld och blir själv bättre rustad för den.",
        "The city takes its share for a sustainable world and grows readier for it.",
        "people: results and lessons are written when an item is closed",
    ),
    (
        "3.1.3",
        "Styrkorna först",
        "Strengths first",
        "Bilden av Stockholm bygger på det som verksamheterna är bra på.",
        "The image of Stockholm rests on what its operations do well.",
        "people: the quality that is chosen under 3.1.1 shows it",
    ),
    (
        "3.2.1",
        "Följ och förstå omvärlden",
        "Follow and understand the world",
        "Händelser, trender och forskning följs för att se vad de betyder för staden.",
        "Events, trends and research are followed to see what they mean for the city.",
        "people: observations are written and cited",
    ),
    (
        "3.2.3",
        "Handla i tid",
        "Act in time",
        "Varje verksamhet följer det som rör den, prioriterar efter det och handlar i tid.",
        "Every operation follows what concerns it, sets priorities by it and acts in time.",
        "people: observations carry a proposed action and whether it was done",
    ),
    (
        "3.3.1",
        "Utveckling genom samverkan",
        "Growth through cooperation",
        "Verksamheter växer av arbete med andra städer, regioner och aktörer, och delar själva.",
        "Operations grow by work with other cities, regions and actors, and share in turn.",
        "rule: 3.3.2",
    ),
    (
        "3.3.3",
        "Befintliga forum först, och aktivt deltagande",
        "Known forums first, and active part in them",
        "Pröva först forum där staden redan är med. Där staden är med ska den göra något.",
        "Try forums the city is already in first. Where it is a member it does something.",
        "later: rules on memberships and agreements",
    ),
    (
        "3.3.4",
        "EU-projekt hör ihop med planen",
        "EU projects belong to the plan",
        "Ett EU-projekt hänger ihop med verksamhetens plan och har en plan för tiden efteråt.",
        "An EU project ties to the operation's plan and has a plan for the time after.",
        "later: rules on EU projects",
    ),
    (
        "3.4.1",
        "Påverka det som påverkar staden",
        "Shape what shapes the city",
        "Staden försöker påverka internationella beslut när det ligger i dess intresse.",
        "The city tries to shape decisions abroad when its interest calls for it.",
        "later: rules on positions, declarations and trips",
    ),
    (
        "3.4.2",
        "Möjliggöra eller begränsa",
        "Enabling or limiting",
        "Det som kan öppna dörrar eller stänga dem för staden är värt att påverka.",
        "What may open or close doors for the city is worth shaping.",
        "later: rules on positions, declarations and trips",
    ),
    (
        "3.4.3",
        "EU-policyns principer",
        "The EU policy's principles",
        "Det staden säger till EU vilar på principerna i dess EU-policy.",
        "What the city says to the EU rests on the principles of its EU policy.",
        "later: rules on positions",
    ),
    (
        "4.2",
        "Samarbetsavtal: ett ämne, nytta för båda, slutdatum",
        "Cooperation agreements: one subject, gain for both, an end",
        "Ett samarbetsavtal rör ett konkret utbyte i ett ämne, ger alla parter nytta och tar slut "
        "en bestämd dag.",
        "A cooperation agreement is on one concrete exchange in one subject, serves all parties "
        "and ends on a set day.",
        "later: rules on agreements",
    ),
    (
        "4.3",
        "Intentionsavtal, och omprövning",
        "Letters of intent, and reviews",
        "Intentionsavtal kan tecknas med organisationer och nätverk eller inom initiativ. Sådana "
        "avtal och medlemskap bör omprövas, till exempel vart fjärde år.",
        "Letters of intent can be signed with organisations and networks or within initiatives. "
        "They, and memberships, should be reviewed, every fourth year for instance.",
        "later: rules on agreements and memberships",
    ),
    (
        "5.0",
        "Hög standard",
        "A high standard",
        "Arbetet är framsynt, nyfiket, långsiktigt och väl utfört.",
        "The work looks ahead, is curious and lasting, and well done.",
        "people: it shows in results and lessons, not in an answer",
    ),
    (
        "5.1.1",
        "Kommunstyrelsen för ut strategin och redovisar",
        "The Executive Board spreads the strategy and reports",
        "Kommunstyrelsen gör styrdokumenten kända och samlar årets arbete för fullmäktige.",
        "The Executive Board makes the documents known and gathers the year for the Council.",
        "people: the annual report is made from the register",
    ),
    (
        "5.1.3",
        "Stadens uppfattning",
        "The city's opinion",
        "Kommunstyrelsen avgör vad staden tycker i frågor för hela staden eller flera nämnder.",
        "The Executive Board settles what the city thinks on matters of the whole city or "
        "several boards.",
        "later: routes of positions and declarations",
    ),
    (
        "5.1.4",
        "Nätverk för hela staden",
        "Networks for the whole city",
        "Kommunstyrelsen beslutar om nätverk och initiativ som gäller hela staden.",
        "The Executive Board decides on networks and initiatives for the whole city.",
        "later: routes of memberships and declarations",
    ),
    (
        "5.2.1",
        "Nya medlemskap för hela staden",
        "New memberships for the whole city",
        "Fullmäktige beslutar när staden som helhet går med i en organisation.",
        "The Council decides when the city as a whole joins an organisation.",
        "later: routes of memberships",
    ),
    (
        "5.3.1",
        "Vilka som sitter i beredningen",
        "Who sits on the International Committee",
        "Kommunstyrelsens ordförande leder; presidierna i styrelsen och fullmäktige deltar.",
        "The chair of the Executive Board leads; the leaders of Board and Council take part.",
        "people: seats are kept with periods of office",
    ),
    (
        "5.3.2",
        "Resor för kommunstyrelsen, och deklarationer utan börda",
        "Trips for the Executive Board, and declarations without burden",
        "Beredningen behandlar och finansborgarrådet beslutar om evenemang på styrelsens uppdrag "
        "och om deklarationer som inte kostar mer.",
        "The Committee deals with, and the Mayor decides on, events on the Board's behalf and "
        "declarations that add no burden.",
        "later: routes of trips and declarations",
    ),
    (
        "5.3.3",
        "Mottagningar för kongresser",
        "Receptions for congresses",
        "Beredningen behandlar ansökningar om mottagning i Stadshuset för kongresser.",
        "The Committee deals with requests for a reception in the City Hall for congresses.",
        "later: routes of receptions",
    ),
    (
        "5.3.4",
        "Helhetssyn och öppna kostnader",
        "One view, and open costs",
        "Beredningen ser åtagandena samlat och visar vad skattepengarna går till.",
        "The Committee sees the commitments as a whole and shows where tax money goes.",
        "people: costs are asked for on each item and shown afterwards",
    ),
    (
        "5.4.1a",
        "Nämnder och bolag tillämpar strategin",
        "Boards and companies apply the strategy",
        "Varje nämnd och bolag ser till att styrdokumenten följs hos dem.",
        "Every board and company sees that the documents are followed in its own house.",
        "people: each organisation confirms that it applies them",
    ),
    (
        "5.4.2",
        "Egna medlemskap, nätverk och EU-projekt",
        "Own memberships, networks and EU projects",
        "Nämnder och bolag beslutar om det som bara rör deras verksamhet.",
        "Boards and companies decide on what concerns their own operation alone.",
        "later: routes of memberships and EU projects",
    ),
    (
        "5.4.3",
        "Egna EU-frågor, nära kommunstyrelsen",
        "Own EU matters, close to the Executive Board",
        "Nämnder och bolag svarar för sina EU-frågor enligt EU-policyn och nära kommunstyrelsen.",
        "Boards and companies answer for their EU matters by the EU policy, close to the "
        "Executive Board.",
        "later: rules and routes of positions",
    ),
    (
        "5.6.2",
        "Kontaktpersonens uppgift",
        "The contact person's task",
        "Kontaktpersonen håller ihop det internationella arbetet hos sig, besök inräknade.",
        "The contact person holds the international work together, visits included.",
        "route",
    ),
    (
        "5.6.3",
        "Kontaktpersonernas nätverk",
        "The contact persons' network",
        "Kontaktpersonerna möts i ett nätverk som stadsledningskontoret håller samman.",
        "Contact persons meet in a network that the City Executive Office keeps.",
        "people: the directory and the bulletins",
    ),
    (
        "5.7.1",
        "Stockholmsregionens Europaförening",
        "The Stockholm Region Association for European Affairs",
        "Strategin och EU-policyn styr vad staden gör i föreningen.",
        "The strategy and the EU policy guide what the city does in the association.",
        "later: routes of positions",
    ),
    (
        "5.7.2",
        "Samordning av Europaföreningen",
        "Coordination of the association",
        "Stadsledningskontoret samordnar stadens del i föreningen och kontoret i Bryssel.",
        "The City Executive Office coordinates the city's part in the association and its office "
        "in Brussels.",
        "later: routes of positions",
    ),
)
