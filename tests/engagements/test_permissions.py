"""Role by state by action: what the table grants is what a person can do, and nothing beside it."""

import pytest
from django.http import Http404
from django.utils import timezone

from engagements import lifecycle
from engagements.models import Conflict
from engagements.permissions import ASIDE, GRANTS, NotNow, fetch, permitted, share, visible_to
from engagements.registration import set_taking_part
from engagements.vocabulary import Action, Body, Party, Status
from governance.actions import consulting
from tests.factories import meetings, visits

PEOPLE = {
    "amina.lindqvist": Party.OWNER,
    "erik.palm": Party.OWNER,
    "lena.forsgren": Party.TAKING_PART,
    "johan.ekstrom": Party.SLK,
    "sara.oberg": Party.SLK,
    "maria.kallio": Party.SLK,
    "anders.wik": Party.KS,
    "gunilla.berg": Party.BOARD,
    "karim.nordin": Party.COMMITTEE,
    "elsa.thorn": Party.COMMITTEE,
    "tove.alm": Party.REGISTRAR,
    "nils.ahlin": Party.ADMIN,
    "ingrid.ros": Party.READER,
    "birgitta.falk": Party.KF,
    "olle.brandt": None,
    "petra.nyman": Party.NAMED,
    "stina.ek": Party.ASKED,
}


@pytest.fixture
def item(world):
    made = visits.handed_in(by=world["amina.lindqvist"])
    other = world["lena.forsgren"].roles.get().organisation
    set_taking_part(made, [other], by=world["amina.lindqvist"])
    share(made, with_user=world["petra.nyman"])
    asked = world["stina.ek"].roles.get().organisation
    day = timezone.localdate()
    consulting.ask(
        made, organisations=[asked], due=day, by=world["amina.lindqvist"], at=timezone.now()
    )
    return made


def put(item, status):
    """Put a row in a state without its way there, with its history."""
    row = lifecycle.lock(item.pk)
    row.status = str(status)
    return lifecycle.save(row, by=item.created_by, at=timezone.now(), why="prov")


def can(user, item, action):
    try:
        fetch(user, item.number, action, on=timezone.localdate())
    except Http404:
        return "404"
    except NotNow:
        return "not now"
    return "yes"


def granted(status, party, action):
    """Return what the table says, with the view's three answers."""
    actions = GRANTS[status].get(party, frozenset()) if party else frozenset()
    if Action.VIEW not in actions:
        return "404"
    return "yes" if action in actions else "not now"


def can_do(user, item):
    """Return the answer for every action, from what comes with the matter when it is seen."""
    try:
        allowed = fetch(user, item.number, Action.VIEW, on=timezone.localdate()).allowed
    except Http404:
        return dict.fromkeys(Action, "404")
    return {action: "yes" if action in allowed else "not now" for action in Action}


def table(status):
    """Return the whole table of a status, by person."""
    return {
        name: {action: granted(status, party, action) for action in Action}
        for name, party in PEOPLE.items()
    }


@pytest.mark.parametrize("status", list(Status), ids=str)
def test_everybody_can_do_what_the_table_grants_and_no_more(item, world, status):
    row = put(item, status)

    assert {name: can_do(world[name], row) for name in PEOPLE} == table(status)


@pytest.mark.parametrize("status", [Status.DRAFT, Status.DECISION], ids=str)
def test_each_action_is_let_in_or_refused_by_the_table(item, world, status):
    row = put(item, status)

    found = {name: {action: can(world[name], row, action) for action in Action} for name in PEOPLE}

    assert found == table(status)


TALK = (Action.READ_INTERNAL, Action.COMMENT_INTERNAL, Action.COMMENT, Action.DO_TASK)
WRITES = {  # internal comments read, written; comments written; tasks done
    Party.OWNER: "yes yes yes yes",
    Party.SLK: "yes yes yes yes",
    Party.READER: "no no no yes",
    Party.ADMIN: "no no no yes",
}
IN_DRAFT = {Party.OWNER, Party.NAMED, Party.ASKED}


@pytest.mark.parametrize("status", list(Status), ids=str)
def test_who_talks_of_a_matter_where_it_stands(item, world, status):
    row, over = put(item, status), status in (Status.CLOSED, Status.WITHDRAWN)

    for name, party in PEOPLE.items():
        found = " ".join("yes" if can(world[name], row, a) == "yes" else "no" for a in TALK)
        wanted = WRITES.get(party, "no no yes yes") if party else "no no no no"
        if status is Status.DRAFT and party not in IN_DRAFT:
            wanted = "no no no no"
        if over:
            reads, _writes, _says, does = wanted.split()
            wanted = f"{reads} no no {does}"
        assert (name, found) == (name, wanted)


CENTRAL = {
    (Status.PREPARATION, Body.EXECUTIVE_BOARD): "anders.wik",
    (Status.DECISION, Body.FINANCE_MAYOR): "karim.nordin",
    (Status.DECISION, Body.EXECUTIVE_BOARD): "anders.wik",
    (Status.DECISION, Body.CITY_COUNCIL): "birgitta.falk",
}


@pytest.mark.parametrize(("place", "answers"), CENTRAL.items(), ids=str)
def test_where_the_city_s_own_bodies_decide_they_alone_answer(item, world, place, answers):
    meetings.seated(world, at=timezone.now())
    status, ball = place
    row = put(item, status)
    row.ball = str(ball)
    lifecycle.save(row, by=item.created_by, at=timezone.now(), why="prov")

    found = {name for name in PEOPLE if can(world[name], row, Action.DECIDE) == "yes"}

    assert found == {answers}
    assert [can(world[answers], row, action) for action in (Action.COORDINATE, Action.CHANGE)] == [
        "not now",
        "not now",
    ]


@pytest.mark.parametrize("status", [Status.APPROVED, Status.FOLLOW_UP, Status.REJECTED], ids=str)
def test_what_stands_is_decided_anew_by_the_city_s_own_bodies_alone(item, world, status):
    meetings.seated(world, at=timezone.now())
    row = put(item, status)

    found = {name for name in PEOPLE if can(world[name], row, Action.SUPERSEDE) == "yes"}

    assert found == {"karim.nordin", "anders.wik", "birgitta.falk"}


@pytest.mark.parametrize("key", ["karim.nordin", "birgitta.falk"])
def test_what_is_secret_is_read_by_whose_decision_it_waits_for(item, world, key):
    meetings.seated(world, at=timezone.now())
    row = put(item, Status.DECISION)
    ball = Body.FINANCE_MAYOR if key == "karim.nordin" else Body.CITY_COUNCIL
    row.secret = True
    lifecycle.save(row, by=item.created_by, at=timezone.now(), why="prov")
    before = can(world[key], row, Action.VIEW)
    row.ball = str(ball)
    lifecycle.save(row, by=item.created_by, at=timezone.now(), why="prov")

    assert (before, can(world[key], row, Action.VIEW)) == ("404", "yes")


@pytest.mark.parametrize("status", list(Status), ids=str)
def test_lists_hold_what_pages_show(item, world, status):
    row, today = put(item, status), timezone.localdate()

    listed = {name for name in PEOPLE if visible_to(world[name], on=today).filter(pk=row.pk)}

    assert listed == {name for name in PEOPLE if can(world[name], row, Action.VIEW) != "404"}


def test_who_has_a_conflict_reads_and_does_nothing_else(item, amina):
    today = timezone.localdate()
    before = permitted(amina, item, on=today)
    Conflict.objects.create(
        engagement=item, user=amina, grounds="Släkt", declared_at=timezone.now()
    )

    assert permitted(amina, item, on=today) == before & ASIDE


def test_a_secret_item_is_seen_by_its_own_and_those_who_weigh_secrecy(item, world):
    item.secret = True
    item._history_user = world["amina.lindqvist"]
    item.save()

    seen = {name for name in PEOPLE if can(world[name], item, Action.VIEW) == "yes"}

    assert {"amina.lindqvist", "johan.ekstrom", "anders.wik", "tove.alm"} <= seen
    assert not seen & {"ingrid.ros", "gunilla.berg", "lena.forsgren", "karim.nordin", "nils.ahlin"}
    assert "stina.ek" not in seen


def test_a_role_that_has_ended_gives_nothing(item, amina):
    role = amina.roles.get()
    role.valid_to = role.valid_from
    role.save()

    assert can(amina, item, Action.VIEW) == "404"
