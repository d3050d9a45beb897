"""The last day where it is shown: why it is that day, paused and put off by who may."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from engagements import lifecycle, turns
from engagements.calendar import add_working_days
from engagements.models import Deadline, Engagement, OutboxMessage
from engagements.permissions import permitted
from engagements.vocabulary import Action, Body, RoleName, Status
from governance import schedule, tasks
from governance.actions import deadlines
from governance.models import Notice
from tests.factories import meetings, visits

WHO = {"who": "Oslo kommune"}
STEADY = {
    Status.DRAFT: {},
    Status.ADVICE: {"sara.oberg": "pause extend", "johan.ekstrom": "pause extend"},
    Status.RETURNED: {"amina.lindqvist": "pause", "sara.oberg": "extend"},
    Status.PREPARATION: {},
    Status.DECISION: {
        "amina.lindqvist": "pause",
        "gunilla.berg": "pause",
        "sara.oberg": "extend",
    },
    Status.COORDINATION: {"anders.wik": "pause", "sara.oberg": "extend"},
    Status.COUNTERED: {"amina.lindqvist": "pause extend", "sara.oberg": "extend"},
    Status.APPROVED: {"amina.lindqvist": "pause", "sara.oberg": "extend"},
    Status.FOLLOW_UP: {"amina.lindqvist": "pause", "sara.oberg": "extend"},
    Status.CLOSED: {},
    Status.REJECTED: {"amina.lindqvist": "pause", "sara.oberg": "extend"},
    Status.WITHDRAWN: {},
}
EVERYBODY = (
    "amina.lindqvist",
    "sara.oberg",
    "johan.ekstrom",
    "anders.wik",
    "gunilla.berg",
    "karim.nordin",
    "birgitta.falk",
    "tove.alm",
    "nils.ahlin",
    "ingrid.ros",
    "olle.brandt",
)


def put(item, status, ball=Body.RECEIVING_BODY):
    row = lifecycle.lock(item.pk)
    row.status, row.ball = str(status), str(ball)
    return lifecycle.save(row, by=item.created_by, at=timezone.now(), why="prov")


def may(world, item):
    """Return who may pause and extend, as the table above writes it."""
    found = {}
    for key in EVERYBODY:
        allowed = permitted(world[key], item, on=timezone.localdate())
        said = [str(action) for action in (Action.PAUSE, Action.EXTEND) if action in allowed]
        if said:
            found[key] = " ".join(said)
    return found


@pytest.mark.parametrize("status", list(Status), ids=str)
def test_who_pauses_and_who_extends_where_a_matter_stands(world, amina, status):
    item = put(visits.handed_in(by=amina), status)

    found = may(world, item)

    # Both units at SLK may the same; one of them stands for both.
    slk = {key: said for key, said in found.items() if key != "johan.ekstrom"}
    assert slk == {key: said for key, said in STEADY[status].items() if key != "johan.ekstrom"}
    assert found.get("johan.ekstrom") == found.get("sara.oberg")


@pytest.mark.parametrize(
    ("ball", "who"),
    [
        (Body.FINANCE_MAYOR, "karim.nordin"),
        (Body.EXECUTIVE_BOARD, "anders.wik"),
        (Body.CITY_COUNCIL, "birgitta.falk"),
    ],
    ids=str,
)
def test_where_the_city_s_own_bodies_decide_they_alone_pause(world, amina, ball, who):
    meetings.seated(world, at=timezone.now())
    item = put(visits.handed_in(by=amina), Status.DECISION, ball)

    assert may(world, item) == {who: "pause", "sara.oberg": "extend", "johan.ekstrom": "extend"}


def test_the_office_pauses_what_it_coordinates_itself(world, amina):
    item = put(visits.handed_in(by=amina), Status.COORDINATION, Body.EU_UNIT)

    assert may(world, item) == {"sara.oberg": "pause extend", "johan.ekstrom": "pause extend"}


def test_the_item_page_tells_why_it_is_due_on_its_day(client, login, world, amina):
    item = visits.handed_in(by=amina)
    login(client, amina)

    page = client.get(item.get_absolute_url()).content.decode()

    assert "Varför detta datum" in page
    assert "10 arbetsdagar efter" in page
    assert "då ärendet gick vidare för ställningstagande." in page


def test_the_holder_pauses_and_goes_on(client, login, world, amina):
    item = visits.handed_in(by=amina)
    login(client, amina)

    answer = client.post(reverse("engagement_pause", args=[item.number]), WHO, follow=True)
    page = answer.content.decode()

    assert "Väntar på svar från Oslo kommune." in page
    assert "Pausad sedan" in page
    assert Engagement.objects.get(pk=item.pk).due is None
    start = client.get("/").content.decode()
    assert "Pausad sedan" in start

    answer = client.post(reverse("engagement_resume", args=[item.number]), follow=True)

    assert "Tiden löper igen." in answer.content.decode()
    assert Engagement.objects.get(pk=item.pk).due == item.due


def test_a_pause_says_for_whom(client, login, world, amina):
    item = visits.handed_in(by=amina)
    login(client, amina)

    answer = client.post(reverse("engagement_pause", args=[item.number]), {"who": " "})

    assert answer.status_code == 422
    assert answer.context["pause_form"].errors["who"]
    assert Engagement.objects.get(pk=item.pk).due == item.due


def test_slk_extends_with_grounds_and_the_page_tells_them(client, login, world, amina, sara):
    item = visits.handed_in(by=amina)
    login(client, sara)
    to = add_working_days(item.due, 5)
    sent = {"to": to.isoformat(), "grounds": "Nämnden möts först då."}

    page = client.post(reverse("engagement_extend", args=[item.number]), sent, follow=True)

    assert Engagement.objects.get(pk=item.pk).due == to
    assert "Nämnden möts först då." in page.content.decode()
    assert Deadline.objects.get(engagement=item).extended_from == item.due


def test_what_was_typed_stands_when_the_day_is_refused(client, login, world, amina, sara):
    item = visits.handed_in(by=amina)
    login(client, sara)
    sent = {"to": (item.due - timedelta(days=1)).isoformat(), "grounds": "Nämnden möts då."}

    answer = client.post(reverse("engagement_extend", args=[item.number]), sent)

    assert answer.status_code == 422
    assert answer.context["extend_form"].errors["to"] == [
        "Välj en dag som är senare än både i dag och dagen som gäller nu."
    ]
    assert "Nämnden möts då." in answer.content.decode()


@pytest.mark.parametrize("name", ["engagement_pause", "engagement_resume", "engagement_extend"])
def test_others_read_that_they_may_not_and_strangers_read_nothing(
    client, login, world, amina, name
):
    item = visits.handed_in(by=amina)
    found = []
    for key in ("ingrid.ros", "olle.brandt"):
        login(client, world[key])
        found.append(client.post(reverse(name, args=[item.number]), WHO).status_code)

    assert found == [403, 404]
    assert Deadline.objects.get(engagement=item).paused_on is None


def test_what_is_paused_is_refused_in_words_a_second_time(client, login, world, amina):
    item = visits.handed_in(by=amina)
    deadlines.pause(item, who="Oslo kommune", by=amina, at=timezone.now())
    login(client, amina)

    answer = client.post(reverse("engagement_pause", args=[item.number]), WHO)

    assert (answer.status_code, "Tiden är redan pausad." in answer.content.decode()) == (409, True)


def test_the_queue_shows_what_stands_still(client, login, world, amina, sara):
    item = visits.handed_in(by=amina, ask=RoleName.PROTOCOL_UNIT)
    deadlines.pause(item, who="Oslo kommune", by=sara, at=timezone.now())
    login(client, sara)

    page = client.get(reverse("queue_one", args=[item.number])).content.decode()

    assert "pausad" in page
    assert "Pausad sedan" in page


@pytest.mark.parametrize("address", ["/", "/ko/"])
def test_reasons_cost_no_query_a_row(client, login, world, amina, sara, address):
    person = sara if address == "/ko/" else amina
    ask = RoleName.PROTOCOL_UNIT if address == "/ko/" else None
    login(client, person)
    counts = []
    for more in (1, 4):
        for _ in range(more):
            visits.handed_in(by=amina, ask=ask)
        client.get(address)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.get(address)
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_nobody_is_reminded_of_what_stands_still(world, amina):
    item = visits.handed_in(by=amina)
    deadlines.pause(item, who="Oslo kommune", by=amina, at=timezone.now())
    late = timezone.now() + timedelta(days=60)

    assert schedule.remind_of_late(at=late) == 0

    deadlines.resume(item, by=amina, at=timezone.now())

    assert schedule.remind_of_late(at=late) > 0


def test_who_holds_the_matter_is_told_once_that_there_are_more_days(
    client, login, world, amina, sara, mailoutbox
):
    item = visits.handed_in(by=amina)
    to = add_working_days(item.due, 5)
    deadlines.extend(item, to=to, grounds="Nämnden möts då.", by=sara, at=timezone.now())

    for _round in range(4):
        for message in OutboxMessage.objects.filter(done_at=None):
            tasks.deliver(message_id=str(message.pk))

    told = Notice.objects.filter(code="extended")
    assert {notice.person for notice in told} == set(turns.holders(item, on=timezone.localdate()))
    assert amina in {notice.person for notice in told}
    letters = [one for one in mailoutbox if "gav mer tid" in one.body and one.to == [amina.email]]
    assert len(letters) == 1
    login(client, amina)
    assert f"{sara} gav mer tid:" in client.get(reverse("notices")).content.decode()
