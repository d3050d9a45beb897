"""A trip's rows as the facts that the strategy reads: the only translation between the two."""

from datetime import date
from typing import Any

from engagements.models import Engagement
from engagements.vocabulary import CostLine, TripCostLine
from governance import fact_rows
from governance.strategy import TripFacts
from governance.strategy.facts.rows import Cost
from governance.strategy.facts.rows import Traveller as TravellerFact
from governance.surroundings import around
from visits.trip import emissions
from visits.trip.models import Conference, Traveller, Trip
from visits.trip.others import others_from_city
from visits.trip.reporting import missing_reports, promised_on

OWN = (
    "received_on",
    "on_behalf_of_ks",
    "digital",
    "role",
    "purpose",
    "benefit",
    "stockholm_learns",
    "image_gain",
    "comparison",
    "good_examples",
    "state_partner",
    "counterpart_kind",
    "earlier_participation",
    "process",
    "effect",
    "city_interest",
    "eu_matter",
    "eu_principles",
    "asks_twinning",
    "aid_character",
    "external_share",
    "funder",
    "procurement_with_party",
    "secrecy_possible",
    "means",
    "distance_km",
    "why_not_train",
    "why_not_digital",
    "programme_hours",
    "leisure",
    "leisure_payer",
    "arranged_by",
    "booked_before_decision",
    "alcohol",
    "gift_to_official",
)
OF_EVENT = {
    "event": "name",
    "organiser": "organiser",
    "country": "country",
    "city": "city",
    "register_by": "register_by",
    "abstract_by": "abstract_by",
}
# The strategy knows costs by the lines of hospitality.
LINES = {
    TripCostLine.TRAVEL: CostLine.TRANSPORT,
    TripCostLine.LODGING: CostLine.LODGING,
    TripCostLine.REPRESENTATION: CostLine.RECEPTION,
}
UNJUDGED = ("emissions_kg", "report_due_on")


def facts(engagement: Engagement, *, stage: str, on: date) -> TripFacts:
    """Return what is known about a trip on a day; what nobody has answered is None.

    stage: "draft", "submission" or "decision". Raises Trip.DoesNotExist for another kind.
    """
    trip: Trip = engagement.trip
    near = around(engagement, on=on)
    return TripFacts(
        **fact_rows.common(engagement, stage=stage, on=on, near=near),
        **fact_rows.answers(trip, OWN) | fact_rows.examples(near, trip, stage=stage),
        **fact_rows.per_person(near),
        **_event(trip.conference),
        travellers=_travellers(engagement),
        costs=_costs(engagement),
        emissions_kg=emissions.of(engagement, on=on).counts,
        secrecy_assessed=True if engagement.secret else None,
        funder_own_group=fact_rows.is_ours(trip.funder),
        **({} if stage == fact_rows.CONTENT else _around(engagement, on=on)),
        report_due_on=promised_on(engagement, on=on),
    )


def _around(engagement: Engagement, *, on: date) -> dict[str, Any]:
    return {
        "others_from_city": others_from_city(engagement) or None,
        "missing_reports": missing_reports(engagement, on=on) or None,
    }


def content(engagement: Engagement) -> dict[str, Any]:
    """Return what is answered beside the facts: the event as it is told, and each row."""
    told = fact_rows.content(engagement.trip, judged=OWN)
    event = engagement.trip.conference
    if event:
        told["event"] = [event.held, event.opens_on, event.closes_on, event.programme, event.link]
    told["travellers"] = [[row.function, row.part] for row in _in_order(engagement)]
    told["costs"] = [
        [row.traveller, row.line] for row in engagement.tripcost_rows.order_by("place")
    ]
    return told


def _event(event: Conference | None) -> dict[str, Any]:
    if event is None:
        return {}
    told = fact_rows.answers(event, OF_EVENT.values())
    return {fact: told[column] for fact, column in OF_EVENT.items()}


def _in_order(engagement: Engagement) -> list[Traveller]:
    rows = engagement.traveller_rows.select_related("organisation")
    return list(rows.order_by("place"))


def _travellers(engagement: Engagement) -> tuple[TravellerFact, ...]:
    own = engagement.organisation.code
    return tuple(
        TravellerFact(
            office=row.office or None,
            organisation=row.organisation.code if row.organisation else own,
            decides=row.decides,
        )
        for row in _in_order(engagement)
    )


def _costs(engagement: Engagement) -> tuple[Cost, ...]:
    return tuple(
        Cost(
            line=str(LINES.get(TripCostLine(row.line), CostLine.OTHER)) if row.line else None,
            amount_sek=row.amount_sek,
            payer=row.payer or None,
        )
        for row in engagement.tripcost_rows.order_by("place")
    )
