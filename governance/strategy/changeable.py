"""What may be advised: how a fact may honestly change, and why others are left alone.

An advice helps somebody to do something better, never to answer otherwise. So an answered fact is
changed only where it stands in ``MAY_CHANGE``, by what can be done about it. Of the rest, those in
``KEPT`` are never named at all, and those in ``ASKED`` only when nobody has answered them: then the
advice is to answer, never what. A text that is there is never taken out or reworded, only written
where it lacks or is too short. Every fact that is in none of the tables may be filled in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from governance.strategy.facts.record import Record
from governance.strategy.text import Text


@dataclass(frozen=True, slots=True)
class To:
    """A fact may become ``value``, by doing what ``how`` says."""

    value: Any
    how: Text


@dataclass(frozen=True, slots=True)
class Toward:
    """A number may be lowered, to no less than ``least``; or raised, when that is None."""

    least: int | None


LOWER, RAISE = Toward(0), Toward(None)


@dataclass(frozen=True, slots=True)
class Day:
    """The last day may be moved toward the first one."""


@dataclass(frozen=True, slots=True)
class One:
    """Of several, one may be kept; which, a person says."""

    how: Text


How = tuple[To, ...] | Toward | Day | One

# Not the submitter's to change: others decide it, or it has happened.
KEPT: Mapping[str, str] = {
    "stage": "where the matter stands, which the system says",
    "host": "who is responsible is not chosen by what a rule says",
    "host_board": "follows from who is responsible",
    "host_is_company": "follows from who is responsible",
    "areas": "who is touched is not chosen; leaving one out would hide it from its board",
    "area_boards": "follows from who is touched",
    "received_on": "the day it came in has been",
    "frame_sek": "the organisation's frame, which its board decides",
    "decided_sek": "what is decided already",
    "decided_sek_before": "what is decided already",
    "contact_person_appointed": "the organisation appoints, not the matter",
    "conflicts": "a conflict of interest is declared by the one who has it, and never advised away",
    "secrecy_assessed": "a person assesses secrecy, and says so when it is done",
    "earlier_visits": "what has been",
    "missing_reports": "what has been; the reports are handed in, not the figure changed",
    "gift_received_sek": "what was received",
    "member_since": "what has been",
    "last_review_on": "what has been",
    "applied_on": "what has been",
    "decided_on": "the decider's day",
    "sent_on": "what has been",
    "consulted": "the others say themselves that they were asked",
}
# Questions of law or of truth: to be answered as it is. Unanswered, the advice is to answer.
ASKED: Mapping[str, str] = {
    "scope": "settles who decides; true or not",
    "on_behalf_of_ks": "whether the Executive Board has asked is true or not",
    "touches_foreign_policy": "a question of law; what is the state's is not advised away",
    "agenda_touches": "the same, item by item",
    "close_to_state": "the same, to a lesser degree",
    "asks_twinning": "what they ask for; the answer would only hide it",
    "aid_character": "a question of law",
    "funder_own_group": "a question of fact about the funder",
    "procurement_with_party": "a question of fact, and of law",
    "secrecy_possible": "a question of law",
    "gift_to_official": "a question of fact about the one who receives it",
    "counterpart": "who the other party is",
    "counterpart_kind": "what the other party is",
    "country": "where the other party is",
    "city": "where the other party is",
    "initiative": "who took it has been",
    "in_operational_plan": "what the plan says",
    "requesting_organisation": "who asks",
    "intermediary": "who asks",
    "delegation_size": "how many they are is theirs to say",
    "head_title": "who comes",
    "political_level": "who comes",
    "city_priority": "a priority is given by those who decide on it",
    "particularly_prioritised": "a priority is given by those who decide on it",
    "eu_matter": "whom it is directed at",
    "distance_km": "how far it is",
    "event_kind": "what the event is",
    "character": "what the event is",
    "high_scientific_level": "what the event is",
    "commercial_organiser": "who arranges the event",
    "guests": "how many are asked is counted, not chosen",
    "no_exchange": "what the agreement says is written, not answered",
    "within_initiative": "whether there is an initiative is true or not",
    "initiative_name": "what the initiative is called",
    "adds_burden": "what it adds is true or not",
    "burdens": "each organisation says for itself what it adds",
    "in_sef": "what the association deals with is true or not",
    "group_board_needed": "a question of law",
    "form": "what the organisation is settles who decides",
    "is_new": "a question of fact",
    "has_statutes": "a question of fact about the organisation",
    "has_vote": "a question of fact about the organisation",
    "at_review": "a question of fact",
    "fee_sek": "the organisation sets its fee",
    "activities": "what has been done",
    "none_done": "what has been done",
    "proposal": "a proposal is a person's own",
    "own_budget_sek": "what the part costs; a lower figure would only hide it",
    "cofinancing_sek": "what the city pays; a lower figure would only hide it",
    "budget_eur": "what the project costs",
    "working_time_sek": "what it costs; a lower figure would only hide it",
    "overhead_sek": "the same",
    "travel_sek": "the same",
    "partners": "who the partners are",
    "Cost.line": "what the cost is",
    "Cost.amount_sek": "what it costs; a lower figure would only hide it",
    "Traveller.office": "who goes",
    "Traveller.organisation": "who goes",
    "Burden.organisation": "each organisation says for itself",
    "Burden.sek": "each organisation says for itself",
    "Burden.hours": "each organisation says for itself",
    "Burden.reporting": "each organisation says for itself",
    "Partner.sector": "what the partner is",
    "Partner.country": "where the partner is",
    "Partner.body": "who decides for the partner",
    "Funding.own_group": "a question of fact about the funder",
    "Activity.done_on": "what has been done",
    "Activity.kind": "what has been done",
}
# What can be done about an answer that is there.
MAY_CHANGE: Mapping[str, How] = {
    "ends_on": Day(),
    "TripFacts.digital": (To(True, Text("Delta digitalt", "Take part by video")),),
    "approver_takes_part": (
        To(False, Text("Låt någon annan godkänna", "Let somebody else approve")),
    ),
    "gift_kept_personally": (
        To(False, Text("Registrera gåvan som stadens", "Register the gift as the city's")),
    ),
    "external_share": RAISE,
    "estimated_sek": Toward(1),
    "own_participants": LOWER,
    "alcohol": (To(False, Text("Servera ingen alkohol", "Serve no alcohol")),),
    "meal_sek": LOWER,
    "gift_sek": LOWER,
    "reception_sek": LOWER,
    "transport_sek": LOWER,
    "lodging_sek": LOWER,
    "other_sek": LOWER,
    "wants_letter": (
        To(
            False,
            Text(
                "Kom överens med delegationen om ett besök utan inbjudningsbrev",
                "Agree with the delegation on a visit without an invitation letter",
            ),
        ),
    ),
    "arranged_by": (To("city", Text("Låt staden ordna resan", "Let the city arrange it")),),
    "means": (To("train", Text("Ta tåg", "Take the train")),),
    "programme_hours": RAISE,
    "leisure_payer": (
        To(
            "traveller",
            Text(
                "Låt den som reser betala det som inte är program",
                "Let the traveller pay for what is no programme",
            ),
        ),
    ),
    "booked_before_decision": (
        To(False, Text("Avboka och vänta på beslutet", "Cancel and wait for the decision")),
    ),
    "at_city_hall": (
        To(
            False,
            Text("Håll mottagningen någon annanstans", "Hold the reception elsewhere"),
        ),
    ),
    "foreign_share": RAISE,
    "hotels_in_city": (To(True, Text("Boka hotell i staden", "Book hotels in the city")),),
    "hours": LOWER,
    "evening_before": (To(False, Text("Välj en annan kväll", "Choose another evening")),),
    "last_evening": (To(False, Text("Välj en annan kväll", "Choose another evening")),),
    "serving": (
        To("drinks", Text("Servera dryck och tilltugg", "Serve drinks and canapés")),
        To("buffet", Text("Servera en stående buffé", "Serve a standing buffet")),
    ),
    "themes": One(
        Text(
            "Välj ett ämne, eller gör ett avtal för varje ämne",
            "Choose one subject, or make an agreement for each",
        )
    ),
    "open_ended": (
        To(
            False,
            Text("Låt avtalet gälla en bestämd tid", "Let the agreement hold for a set period"),
        ),
    ),
    "renews_itself": (To(False, Text("Stryk förlängningen", "Take out the renewal")),),
    "forums_searched": (
        To(
            True,
            Text(
                "Gå igenom forum där staden redan är med",
                "Look through the city's known forums",
            ),
        ),
    ),
    "position_channel": (
        To(
            "direct",
            Text("Vänd dig direkt till EU:s institutioner", "Turn straight to the institutions"),
        ),
        To("consultation", Text("Svara i ett samråd", "Answer in a consultation")),
        To("state", Text("Gå genom regeringen", "Go through the government")),
        To("network", Text("Gå genom ett nätverk", "Go through a network")),
    ),
    "in_boards_name": (
        To(False, Text("Gör det till stadens uppfattning", "Make it the city's opinion")),
        To(
            True,
            Text(
                "Säg det i nämndens eller bolagets eget namn",
                "Say it in the board's or company's own name",
            ),
        ),
    ),
    "slk_coordinates": (
        To(
            True,
            Text(
                "Låt stadsledningskontoret samordna",
                "Let the City Executive Office coordinate",
            ),
        ),
    ),
    "whole_cost_sek": RAISE,
    "staff_time_funded": (
        To(
            True,
            Text(
                "Låt en annan part betala den egna arbetstiden",
                "Have another party pay for own working time",
            ),
        ),
    ),
    "overhead_funded": (
        To(True, Text("Låt en annan part betala overhead", "Have another party pay overhead")),
    ),
    "travel_funded": (
        To(True, Text("Låt en annan part betala resorna", "Have another party pay for travel")),
    ),
    "Cost.payer": (To("city", Text("Låt staden betala", "Let the city pay")),),
    "Traveller.decides": (To(False, Text("Låt någon annan besluta", "Let somebody else decide")),),
    "Funding.sek": RAISE,
}
# What must be done before the answer can be given.
ANSWER_BY: Mapping[str, Text] = {
    "ks_contact_on": Text(
        "Kontakta stadsledningskontoret och skriv dagen",
        "Contact the City Executive Office, and write the day",
    ),
}


def is_kept(record: type[Record], fact: str) -> bool:
    """Whether no advice ever names a fact."""
    return f"{record.__name__}.{fact}" in KEPT or fact in KEPT


def is_asked(record: type[Record], fact: str) -> bool:
    """Whether a fact is to be answered as it is."""
    return f"{record.__name__}.{fact}" in ASKED or fact in ASKED


def how_of(record: type[Record], fact: str) -> How | None:
    """Return how an answered fact may change, None for one that may not."""
    return MAY_CHANGE.get(f"{record.__name__}.{fact}") or MAY_CHANGE.get(fact)
