"""A matter is assigned to a colleague: who may, who can have it, who is told, what is kept."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core import mail
from django.db import transaction
from django.test import Client
from django.utils import timezone

from engagements import lifecycle, turns
from engagements.models import Away, Engagement, OutboxMessage, Role
from engagements.permissions import reach_of, visible_to
from engagements.timeline import sentence
from engagements.vocabulary import RoleName, Status
from governance import bulk, notices, tasks
from governance.actions import advising, assigning, bulking, keeping
from governance.desk import why
from governance.models import BulkRun, Notice, Verb
from governance.week import week_of
from tests.factories import trips, visits
from tests.governance.test_bulk import form_of, picked
from tests.governance.test_notices import choose, deliver_all, letters_to, next_monday

pytestmark = pytest.mark.django_db
UNIT = RoleName.INTERNATIONAL_UNIT
TODAY = timezone.localdate()


def joins(person, johan, name=UNIT):
    """Let a person sit in one of SLK's units too."""
    role = Role(user=person, organisation=johan.roles.get().organisation, name=str(name))
    role.valid_from, role._history_user = date(2020, 1, 1), None
    with transaction.atomic():
        role.save()
    return person


@pytest.fixture
def hanna(world, johan):
    """A second person in Johan's unit."""
    return joins(world["hanna.stahl"], johan)


@pytest.fixture
def item(amina):
    made = visits.handed_in(by=amina, ask=UNIT)
    OutboxMessage.objects.all().delete()
    return made


@pytest.fixture
def site(login):
    def at_desk(person):
        client = Client()
        login(client, person)
        return client

    return at_desk


def now(row):
    return Engagement.objects.get(pk=row.pk)


def assign(row, to, by, **other):
    return assigning.assign(row, to=to, by=by, at=timezone.now(), **other)


# --- who may -------------------------------------------------------------------------------------
# What each is told who wants to assign a matter in each state; none of them in any other.
MAY = {
    "johan.ekstrom": "",
    "sara.oberg": "",  # of another unit of the office, who may take it and hand it over as well
    "maria.kallio": "",
    "amina.lindqvist": "not_allowed",
    "erik.palm": "not_allowed",
    "anders.wik": "not_allowed",
    "gunilla.berg": "not_allowed",
    "elsa.thorn": "not_allowed",
    "karim.nordin": "not_allowed",
    "birgitta.falk": "not_allowed",
    "tove.alm": "not_allowed",
    "nils.ahlin": "not_allowed",
    "ingrid.ros": "not_allowed",
    "olle.brandt": "not_allowed",
}


@pytest.mark.parametrize("status", list(Status), ids=str)
def test_who_assigns_where_a_matter_stands(world, item, hanna, status):
    row = lifecycle.lock(item.pk)
    row.status = str(status)
    lifecycle.save(row, by=hanna, at=timezone.now(), why="prov")

    at = timezone.now()
    found = {
        key: bulk.hinder(Verb.ASSIGN, row, user=world[key], at=at, person=hanna) for key in MAY
    }

    waits = status == Status.ADVICE
    assert found == {key: said if waits else "not_allowed" for key, said in MAY.items()}


@pytest.mark.parametrize("key", MAY)
def test_the_page_offers_and_does_what_each_may(world, item, hanna, site, key):
    browser, address = site(world[key]), item.get_absolute_url()
    sent = {"person": hanna.pk, "version": now(item).version}

    offered = f'action="{address}tilldela/"' in browser.get(address).text
    browser.post(f"{address}tilldela/", sent)

    may = MAY[key] == ""
    assert (offered, now(item).ball_person) == (may, hanna if may else None)


def test_who_has_a_conflict_or_whom_it_is_about_neither_assigns_nor_gets_it(world, hanna, johan):
    at, lena = timezone.now(), joins(world["lena.forsgren"], johan)
    goer = trips.Goer("Utredare", name=hanna.name, email=hanna.email)
    trip = trips.handed_in(by=world["amina.lindqvist"], goers=(goer,))
    row = lifecycle.lock(trip.pk)
    row.status, row.ball = str(Status.ADVICE), str(UNIT)
    row = lifecycle.save(row, by=johan, at=at, why="prov")
    seat = row.traveller_rows.get()
    seat.user, seat._history_user = hanna, johan
    seat.save()
    keeping.declare_conflict(row, grounds="Släkt.", by=lena, at=at)

    other = visits.handed_in(by=world["amina.lindqvist"], ask=UNIT)
    central = visits.handed_in(by=world["amina.lindqvist"], ask=RoleName.EU_UNIT)
    own = visits.handed_in(by=world["amina.lindqvist"])
    rows = [row, *(now(one) for one in (other, central, own))]
    assert turns.able(row, on=TODAY) == [johan]
    assert turns.able(rows[1], on=TODAY) == [hanna, johan, lena]
    assert turns.able_in(rows, on=TODAY) == {one.pk: turns.able(one, on=TODAY) for one in rows}
    for person in (hanna, lena):
        assert bulk.hinder(Verb.ASSIGN, row, user=person, at=at, person=johan) == "not_allowed"
        with pytest.raises(assigning.NotPossible, match="får inte handlägga"):
            assign(row, person, johan)


def test_who_gets_it_sits_in_the_unit_that_has_it_and_gains_no_right(world, item, hanna, johan):
    sara, shut = world["sara.oberg"], joins(world["stina.ek"], johan)
    shut.is_active = False
    shut.save(update_fields=["is_active"])
    seen = [visible_to(person, on=TODAY).count() for person in (sara, hanna)]

    assert turns.able(item, on=TODAY) == [hanna, johan]
    for person in (sara, shut, world["amina.lindqvist"]):
        with pytest.raises(assigning.NotPossible, match="hör inte till enheten"):
            assign(item, person, johan)
    assign(item, hanna, johan)
    with pytest.raises(assigning.NotPossible, match="har redan ärendet"):
        assign(item, hanna, johan)
    again = [type(person).objects.get(pk=person.pk) for person in (sara, hanna)]
    assert [visible_to(person, on=TODAY).count() for person in again] == seen


# --- what is kept, and who is told ---------------------------------------------------------------
def test_the_matter_its_history_and_the_start_page_say_who_has_it_and_from_whom(
    item, hanna, johan, site
):
    before, since = item.advice.count(), now(item).ball_since
    assign(item, hanna, johan)

    row, event = now(item), item.events.order_by("pk").last()
    assert (row.status, row.ball, row.ball_since) == (Status.ADVICE, UNIT, since)
    assert (row.advice.count(), row.decisions.count()) == (before, 0)
    assert (sentence(event), event.by) == ("Hanna Ståhl fick ärendet att handlägga", johan)
    newest = row.history.order_by("-history_id").first()
    assert (newest.history_change_reason, newest.history_user) == ("tilldelades", johan)
    assert "från Johan Ekström" in site(hanna).get("/").text


def test_the_colleague_is_told_in_the_app_and_by_mail_as_they_choose(item, hanna, johan, amina):
    assign(item, hanna, johan)
    deliver_all()

    (letter,) = letters_to(hanna)
    told = hanna.notices.get()
    assert letter.subject.startswith("Johan Ekström gav dig ärendet: Ge råd")
    assert notices.said(told).startswith("Johan Ekström gav dig ärendet: Ge råd")
    assert (told.engagement, letters_to(johan), letters_to(amina)) == (item, [], [])
    choose(hanna, ball="app")
    other = visits.handed_in(by=amina, ask=UNIT)
    OutboxMessage.objects.all().delete()
    assign(other, hanna, johan)
    deliver_all()
    assert (len(letters_to(hanna)), hanna.notices.filter(engagement=other).count()) == (1, 1)


def test_nobody_is_told_of_what_they_assign_to_themselves(item, johan, hanna):
    assign(item, johan, johan)

    assert now(item).ball_person == johan
    assert not OutboxMessage.objects.exists()


def test_who_stands_in_is_told_too_and_who_assigned_is_not(world, item, hanna, johan):
    lena = joins(world["lena.forsgren"], johan)
    away = Away(person=hanna, first=TODAY, last=TODAY + timedelta(days=3), by=hanna)
    away.at, away._history_user = timezone.now(), hanna
    away.save()
    for person in (lena, johan):
        away.stand_ins.create(person=person)

    assign(item, hanna, johan)
    deliver_all()

    assert [len(letters_to(person)) for person in (hanna, lena, johan)] == [1, 1, 0]
    assert "för Hanna Ståhl, som är borta" in letters_to(lena)[0].subject


def test_what_has_gone_to_a_third_since_is_not_told(world, item, hanna, johan):
    lena = joins(world["lena.forsgren"], johan)
    assign(item, hanna, johan)
    assign(item, lena, johan)
    deliver_all()
    assert (letters_to(hanna), len(letters_to(lena))) == ([], 1)

    assert notices.unread(lena, on=TODAY).count() == 1
    advising.hand_over(item, unit=RoleName.EU_UNIT, by=johan, at=timezone.now())
    assert notices.unread(lena, on=TODAY).count() == 0


def test_a_mail_that_waited_while_the_matter_went_on_is_dropped(item, hanna, johan):
    assign(item, hanna, johan)
    tasks.deliver(message_id=str(OutboxMessage.objects.get(topic="notify.assigned").pk))
    assign(item, johan, johan)
    deliver_all()

    assert [letter.subject for letter in mail.outbox if "gav dig" in letter.subject] == []


# --- who had it is told --------------------------------------------------------------------------
GONE = {
    "assigned": "Johan Ekström gav ärendet vidare till någon annan",
    "taken": "Lena Forsgren tog över ärendet",
    "handed over": "Johan Ekström gav ärendet vidare till någon annan",
}


def gives(how, row, lena, johan):
    """Let a matter go from whoever has it."""
    if how == "assigned":
        assign(row, lena, johan)
    elif how == "taken":
        advising.take(row, by=lena, at=timezone.now())
    else:
        advising.hand_over(row, unit=RoleName.EU_UNIT, by=johan, at=timezone.now())


def had(item, hanna, johan):
    """Let a person have a matter, and know it."""
    assign(item, hanna, johan)
    deliver_all()
    mail.outbox.clear()
    return now(item)


@pytest.mark.parametrize("how", GONE)
@pytest.mark.parametrize("way", ["mail", "app", "digest"])
def test_who_had_it_is_told_that_it_has_gone_as_they_choose(world, item, hanna, johan, how, way):
    lena = joins(world["lena.forsgren"], johan)
    gives(how, had(item, hanna, johan), lena, johan)
    choose(hanna, ball=way)
    deliver_all()

    told = notices.unread(hanna, on=TODAY)
    assert [notices.said(row) for row in told] == [GONE[how]]
    gone = [row for row in letters_to(hanna) if row.subject.startswith(GONE[how])]
    assert len(gone) == (way == "mail")
    news = [line["task"] for line in week_of(hanna, on=next_monday()).news]
    assert news == ([GONE[how]] if way == "digest" else [])


def test_nobody_is_told_of_what_they_give_away_themselves_or_never_knew_that_they_had(
    world, item, hanna, johan
):
    lena, amina = joins(world["lena.forsgren"], johan), world["amina.lindqvist"]
    assign(had(item, hanna, johan), lena, hanna)
    assign(now(item), johan, johan)
    other = visits.handed_in(by=amina, ask=UNIT)
    advising.take(other, by=hanna, at=timezone.now())
    advising.hand_over(other, unit=RoleName.EU_UNIT, by=hanna, at=timezone.now())
    deliver_all()

    codes = ["given_on", "taken_over"]
    told = Notice.objects.filter(code__in=codes).values_list("person", "code")
    assert list(told) == []


def test_who_took_it_and_who_stands_in_for_them_is_told_but_not_who_gets_it(
    world, item, hanna, johan
):
    lena, stina = joins(world["lena.forsgren"], johan), joins(world["stina.ek"], johan)
    advising.take(item, by=hanna, at=timezone.now())
    away = Away(person=hanna, first=TODAY, last=TODAY + timedelta(days=3), by=hanna)
    away.at, away._history_user = timezone.now(), hanna
    away.save()
    for person in (lena, stina, johan):
        away.stand_ins.create(person=person)
    assign(now(item), lena, johan)
    deliver_all()

    rows = Notice.objects.filter(code="given_on").order_by("person__name")
    assert [row.person for row in rows] == [hanna, stina]
    assert [row.away and row.away.person for row in rows] == [None, hanna]


def test_who_may_no_longer_read_it_is_not_told_that_it_has_gone(item, hanna, johan):
    had(item, hanna, johan)
    with transaction.atomic():
        assign(now(item), johan, johan)
        hanna.is_active = False
        hanna.save(update_fields=["is_active"])
    deliver_all()

    assert not Notice.objects.filter(code="given_on").exists()


@pytest.mark.parametrize(
    ("steps", "sender"),
    [
        (["take"], "Amina Lindqvist"),
        (["johan gives lena"], "Johan Ekström"),
        (["johan gives hanna", "take"], ""),
        (["johan gives hanna", "johan gives lena"], "Johan Ekström"),
        (["johan gives hanna", "hanna gives lena"], "Hanna Ståhl"),
        (["johan gives hanna", "lena gives lena"], ""),
    ],
)
def test_a_matter_comes_from_who_assigned_it_to_its_reader(
    world, item, hanna, johan, steps, sender
):
    lena = joins(world["lena.forsgren"], johan)
    people = {"johan": johan, "hanna": hanna, "lena": lena}
    for step in steps:
        by, _gives, to = step.partition(" gives ")
        if to:
            assign(now(item), people[to], people[by])
        else:
            advising.take(now(item), by=lena, at=timezone.now())

    (mine,) = why.held([now(item)], lena, reach_of(lena, on=TODAY))
    assert mine.why.sender == sender


# --- from the page -------------------------------------------------------------------------------
@pytest.mark.parametrize("room", ["arenden", "ko"])
def test_what_changed_since_the_page_was_shown_is_left_and_said(item, hanna, johan, site, room):
    browser, version = site(johan), now(item).version
    address = f"/{room}/{item.number}/tilldela/"
    advising.take(item, by=johan, at=timezone.now())

    late = browser.post(address, {"person": hanna.pk, "version": version})
    assert "Någon annan har ändrat ärendet" in late.text
    assert now(item).ball_person == johan

    nobody = browser.post(address, {"person": "", "version": now(item).version})
    stranger = browser.post(address, {"person": johan.pk, "version": now(item).version})
    assert (nobody.status_code, stranger.status_code) == (422, 422)
    assert '<details class="ub-fold" open>' in nobody.text
    done = browser.post(address, {"person": hanna.pk, "version": now(item).version}, follow=True)
    assert f"Hanna Ståhl har fått {item.number}." in done.text
    assert done.redirect_chain[0][0] == f"/{room}/{item.number}/"


def test_who_is_away_is_offered_with_the_day(item, hanna, johan, site):
    away = Away(person=hanna, first=TODAY, last=TODAY, by=hanna, at=timezone.now())
    away._history_user = hanna
    away.save()

    form = site(johan).get(item.get_absolute_url()).context["assign_form"]

    names = [str(name) for _key, name in form.fields["person"].choices]
    assert names[0] == "Välj"
    assert names[1].startswith("Hanna Ståhl (borta till och med ")
    assert names[2:] == ["Johan Ekström"]


def test_nobody_is_offered_where_nobody_else_can_have_it(item, johan, site):
    advising.take(item, by=johan, at=timezone.now())

    page = site(johan).get(item.get_absolute_url())

    assert "assign_form" not in page.context
    assert bulk.hinder(Verb.ASSIGN, now(item), user=johan, at=timezone.now()) == "nobody_able"


# --- many at once --------------------------------------------------------------------------------
def test_many_are_assigned_with_a_preview_and_one_record_each(world, amina, hanna, johan, site):
    waiting = [visits.handed_in(by=amina, ask=UNIT) for _ in range(3)]
    advising.take(waiting[1], by=johan, at=timezone.now())
    other = visits.handed_in(by=amina, ask=RoleName.PROTOCOL_UNIT)
    decided = visits.handed_in(by=amina)
    OutboxMessage.objects.all().delete()
    rows, desk = [*waiting, other, decided], site(johan)
    asked = {"room": "ko", "gor": "tilldela", "nummer": [row.number for row in rows]}
    page = desk.post("/urval/", asked)
    wanting = desk.post("/urval/gor/", form_of(page.text))
    sent = form_of(wanting.text) | {"person": hanna.pk}
    done = desk.post("/urval/gor/", sent, follow=True)

    assert "Johan Ekström har det i dag." in page.text
    assert page.text.count("Ingen har det i dag.") == 3
    assert [line.number for line in page.context["impossible"]] == [decided.number]
    assert (wanting.status_code, sent["picked"]) == (422, form_of(page.text)["picked"])
    assert "3 ärenden är klara. Tilldelat till: Hanna Ståhl. Ett lämnades som det var." in done.text
    assert "Kollegan hör inte till enheten, eller får inte handlägga ärendet." in done.text
    assert [now(row).ball_person for row in rows] == [hanna, hanna, hanna, None, None]
    last = [row.events.order_by("pk").last() for row in waiting]
    assert [(event.code, event.by) for event in last] == [("assigned", johan)] * 3
    deliver_all()
    assert (len(letters_to(hanna)), hanna.notices.count()) == (3, 3)


def test_the_same_press_twice_assigns_once_and_what_changed_is_left(amina, hanna, johan, sara):
    waiting = [visits.handed_in(by=amina, ask=UNIT) for _ in range(2)]
    sent, key = picked(waiting), uuid4()
    advising.take(waiting[0], by=sara, at=timezone.now())
    about = {"key": key, "room": "ko", "person": hanna, "by": johan}

    runs = [bulking.carry_out(Verb.ASSIGN, sent, **about, at=timezone.now()) for _ in range(2)]

    assert runs[0] == runs[1] == BulkRun.objects.get(person=hanna)
    assert [reason for _number, reason in runs[0].results] == ["changed", ""]
    assert [row.events.filter(code="assigned").count() for row in waiting] == [0, 1]
