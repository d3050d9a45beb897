"""Who decides about a visit (obligations, "Who decides", the three rows on visits)."""

from __future__ import annotations

from functools import lru_cache

from engagements.vocabulary import Body, PoliticalLevel, RoleName, Task
from governance.strategy.context import Context
from governance.strategy.facts import VisitFacts
from governance.strategy.routes.bodies import bodies, is_several
from governance.strategy.routes.steps import advises, registers
from governance.strategy.routing import Route, Step, routes
from governance.strategy.text import Text

HIGH = PoliticalLevel.HIGH.value
REQUEST = Text("Registrerar och bedömer förfrågan.", "Registers and assesses the request.")
RECEIVES = Text(
    "Varje nämnd och bolag svarar för besök till den egna verksamheten.",
    "Each board and company answers for visits to its own operation.",
)


def is_high(facts: VisitFacts) -> bool:
    """Whether the delegation is led from a high political level; one area is enough (5.1.2)."""
    return facts.political_level == HIGH


def is_significant(facts: VisitFacts) -> bool:
    """Whether the Executive Board coordinates: high level, or prioritised with several areas."""
    return is_high(facts) or bool(facts.city_priority and is_several(facts))


@lru_cache(maxsize=1024)
def _deciders(codes: tuple[str | None, ...]) -> tuple[Step, ...]:
    """Return one deciding step a receiving body (5.4.4)."""
    return tuple(
        Step(Body.RECEIVING_BODY, Task.DECIDES, "5.4.4", True, RECEIVES, code) for code in codes
    )


REPLIES = Step(
    Body.CONTACT_PERSON,
    Task.REPLIES,
    "5.4.4",
    True,
    Text("Delegationen får svar.", "The delegation gets an answer."),
)


@routes(VisitFacts)
def significant(facts: VisitFacts, context: Context) -> Route | None:
    """Significant visits: the Executive Board coordinates, the receivers still decide (5.1.2)."""
    if not is_significant(facts):
        return None
    why = (
        Text("Besöket är på hög politisk nivå.", "The visit is of high political level.")
        if is_high(facts)
        else Text(
            "Besöket är prioriterat för staden och rör flera områden.",
            "The visit is prioritised for the city and touches several areas.",
        )
    )
    return Route(
        steps=(
            registers(facts.host, REQUEST),
            advises(
                Body.PROTOCOL_UNIT,
                "Protokollsenheten ger råd om värdskap och protokoll.",
                "The protocol unit advises on hosting and protocol.",
            ),
            *_deciders(bodies(facts)),
            Step(Body.EXECUTIVE_BOARD, Task.COORDINATES, "5.1.2", True, why, "KS"),
            REPLIES,
        ),
        summary=Text(
            "mottagaren, och kommunstyrelsen samordnar",
            "the receiver, and the Executive Board coordinates",
        ),
        advice_required=True,
        advice_unit=RoleName.PROTOCOL_UNIT,
    )


@routes(VisitFacts)
def several_areas(facts: VisitFacts, context: Context) -> Route | None:
    """Several areas, not prioritised: each decides; SLK is asked about priority (5.4.4).

    It is asked whatever the registrar has answered: the one who asks does not settle it. R8.
    """
    if not is_several(facts):
        return None
    return Route(
        steps=(
            registers(facts.host, REQUEST),
            advises(
                Body.INTERNATIONAL_UNIT,
                "Stadsledningskontoret tillfrågas om besöket är prioriterat för staden.",
                "The City Executive Office is asked whether the visit is prioritised for the city.",
                stated=False,
            ),
            *_deciders(bodies(facts)),
            REPLIES,
        ),
        summary=Text("varje mottagande verksamhet", "each receiving organisation"),
        advice_required=True,
    )


@routes(VisitFacts)
def own_area(facts: VisitFacts, context: Context) -> Route:
    """Everything else: the receiving body decides (5.4.4)."""
    return Route(
        steps=(registers(facts.host, REQUEST), *_deciders(bodies(facts)), REPLIES),
        summary=Text("mottagande verksamhet", "the receiving organisation"),
    )
