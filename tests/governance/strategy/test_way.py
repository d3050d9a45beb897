"""The order of a route's steps, for every route of every kind."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from engagements.vocabulary import Body, Office, Task
from governance.strategy import Facts, TripFacts, VisitFacts, way
from governance.strategy.facts.rows import Traveller
from governance.strategy.routing import Route, Step
from tests.governance.strategy.any_facts import full_facts, some_facts
from tests.governance.strategy.routed import route

any_facts: st.SearchStrategy[Facts] = some_facts | full_facts


def walked(road: Route, data: Any) -> list[Step]:
    """Walk a route to its end, whichever of the waiting answers first. Returns who answered."""
    answered: list[Step] = []
    while waiting := way.waits(road, answered):
        answered.append(data.draw(st.sampled_from(waiting)))
        assert len(answered) <= len(road.steps)
    return answered


@given(any_facts, st.booleans(), st.data())
def test_every_way_ends_with_each_decider_having_decided_once(
    facts: Facts, lift: bool, data: Any
) -> None:
    road = way.lifted(route(facts)) if lift else route(facts)

    answered = walked(road, data)

    decided = [step for step in answered if step.task is Task.DECIDES]
    assert sorted(map(repr, decided)) == sorted(map(repr, road.deciders))


@given(any_facts, st.data())
def test_nobody_decides_before_those_who_advise_and_deal_with_it_have(
    facts: Facts, data: Any
) -> None:
    road = route(facts)

    answered = walked(road, data)

    first = next(place for place, step in enumerate(answered) if step.task is Task.DECIDES)
    before = set(answered[:first])
    needed = {*road.doing(Task.DEALS_WITH)}
    if road.advice_required:
        needed |= {*road.doing(Task.ADVISES)}
    assert before == needed


@given(any_facts, st.data())
def test_being_told_stands_in_nobodys_way(facts: Facts, data: Any) -> None:
    answered = walked(route(facts), data)

    assert [step for step in answered if step.task is Task.IS_TOLD] == []


@given(any_facts)
def test_what_is_lifted_is_never_the_mayors_and_all_else_stays(facts: Facts) -> None:
    road = route(facts)
    lifted = way.lifted(road)

    assert Body.FINANCE_MAYOR not in {step.body for step in lifted.steps}
    assert (lifted == road) is not way.may_be_lifted(road)


def test_a_trip_on_the_boards_behalf_goes_by_advice_and_committee_to_the_mayor() -> None:
    road = route(TripFacts(on_behalf_of_ks=True))
    answered: list[Step] = []
    while waiting := way.waits(road, answered):
        answered += waiting

    assert [(step.body, step.task) for step in answered] == [
        (Body.INTERNATIONAL_UNIT, Task.ADVISES),
        (Body.COMMITTEE, Task.DEALS_WITH),
        (Body.FINANCE_MAYOR, Task.DECIDES),
    ]


def test_the_mayors_own_trip_never_waits_for_the_mayor() -> None:
    traveller = Traveller(office=Office.FINANCE_MAYOR)
    road = route(TripFacts(on_behalf_of_ks=True, travellers=(traveller,)))

    assert [step.body for step in road.deciders] == [Body.EXECUTIVE_BOARD]
    assert not way.may_be_lifted(road)


def test_a_lifted_trip_says_so_where_the_board_decides() -> None:
    lifted = way.lifted(route(TripFacts(on_behalf_of_ks=True)))

    assert [(step.body, step.organisation, step.why.sv) for step in lifted.deciders] == [
        (Body.EXECUTIVE_BOARD, "KS", "Lyft till kommunstyrelsen som principiell fråga.")
    ]
    assert lifted.doing(Task.IS_TOLD) == ()


def test_advice_that_is_not_required_is_not_waited_for() -> None:
    road = route(VisitFacts(host="MF", host_board="MHN"))

    assert [step.task for step in way.waits(road, ())] == [Task.DECIDES]
