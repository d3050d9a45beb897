"""The network of contact persons: who they are, one question to all, news by their choices."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from engagements.models import Organisation, OutboxMessage, Role
from governance import announcing, network
from governance.actions import networking
from governance.actions.setting import NotPossible
from governance.models import (
    Bulletin,
    NetworkAnswer,
    NetworkMeeting,
    NetworkQuestion,
    NetworkReminder,
    Notice,
    NoticeChoice,
)
from governance.tasks import TOPICS

pytestmark = pytest.mark.django_db


def now():
    return timezone.now()


def today():
    return timezone.localdate()


def body(code="MF"):
    return Organisation.objects.get(code=code)


@pytest.fixture
def question(johan):
    due = today() + timedelta(days=7)
    return networking.ask(title="Vilka städer?", text="Nämn tre.", due_on=due, by=johan, at=now())


# --- who has the room ----------------------------------------------------------------------------
ROOMS = ["network", "network_questions", "network_news", "network_meetings"]
READERS = {
    "amina.lindqvist": True,
    "lena.forsgren": True,
    "johan.ekstrom": True,
    "ingrid.ros": False,
    "nils.ahlin": False,
}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("room", ROOMS)
def test_the_room_is_for_contact_persons_and_the_office(reader, room, client, world):
    client.force_login(world[reader])
    page = client.get(reverse(room))
    assert page.status_code == (200 if READERS[reader] else 404)
    start = client.get(reverse("places")).text
    assert (f'href="{reverse("network")}"' in start) is READERS[reader]


@pytest.mark.parametrize("reader", ["amina.lindqvist", "ingrid.ros", "nils.ahlin"])
@pytest.mark.parametrize("room", ["network_ask", "network_publish", "network_meeting_new"])
def test_only_the_office_asks_writes_and_calls(reader, room, client, world):
    client.force_login(world[reader])
    sent = {"title": "X", "text": "Y", "due_on": "2030-01-01", "meets_on": "2030-01-01"}
    assert client.post(reverse(room), sent | {"place": "A", "agenda": "B"}).status_code == 404
    made = [NetworkQuestion, Bulletin, NetworkMeeting]
    assert [model.objects.count() for model in made] == [0, 0, 0]


def test_only_the_office_reminds(question, client, amina):
    client.force_login(amina)
    before = NetworkReminder.objects.count()
    assert client.post(reverse("network_remind", args=[question.pk])).status_code == 404
    assert NetworkReminder.objects.count() == before


# --- the directory -------------------------------------------------------------------------------
def test_a_mandate_that_ends_and_a_seat_without_anybody_are_gaps(world, amina):
    role = Role.objects.get(user=amina, name="contact_person", organisation=body())
    role.valid_to = today() + timedelta(days=30)
    role.save()

    seat = next(row for row in network.seats(on=today()) if row.organisation == body())

    assert [held.user for held in seat.contacts] == [amina]
    assert [gap.first for gap in seat.gaps] == [role.valid_to + timedelta(days=1)]
    short = network.seats(on=today(), which=network.WITHOUT)
    assert body() in [row.organisation for row in short]
    assert all(row.gaps for row in short)


def test_who_is_asked_is_listed_with_as_many_queries_whatever_the_number(
    question, johan, amina, client
):
    client.force_login(johan)

    def queries(address):
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        return len(asked)

    pages = [reverse("network"), question.get_absolute_url()]
    few = [queries(page) for page in pages]
    for code in ("ALF", "FASTK", "IDF", "SBK"):
        for row in Organisation.objects.filter(code=code):
            role = {"user": amina, "name": "deputy", "valid_from": today()}
            Role.objects.create(organisation=row, **role)
    assert [queries(page) for page in pages] == few


# --- one question to all -------------------------------------------------------------------------
def test_all_who_answer_for_an_organisation_are_told_once_a_day(question, johan, amina):
    first = set(NetworkReminder.objects.values_list("person", flat=True))
    assert amina.pk in first
    assert networking.remind(question, by=johan, at=now()).people == []

    networking.answer(question, body(), text="Oslo", by=amina, at=now())
    told = networking.remind(question, by=johan, at=now() + timedelta(days=1))

    assert told.people
    assert amina not in told.people


def test_who_has_answered_since_gets_no_mail(question, amina):
    payload = {"question_id": question.pk, "person_id": amina.pk}
    TOPICS["mail.question"](**payload)
    (sent,) = mail.outbox
    assert sent.subject == "Fråga till nätverket: Vilka städer?"
    assert all(word in sent.body for word in ("Nämn tre.", "Miljöförvaltningen"))
    assert question.get_absolute_url() in sent.body

    networking.answer(question, body(), text="Oslo", by=amina, at=now())
    TOPICS["mail.question"](**payload)
    assert len(mail.outbox) == 1


def test_an_answer_replaces_the_one_before_and_a_second_click_changes_nothing(question, amina):
    first = networking.answer(question, body(), text="Oslo", by=amina, at=now())
    networking.answer(question, body(), text="Oslo", by=amina, at=now())
    networking.answer(question, body(), text="Oslo och Wien", by=amina, at=now())
    assert (first.history.count(), NetworkAnswer.objects.get().text) == (2, "Oslo och Wien")


def test_nobody_answers_for_another(question, client, amina, world):
    other = next(row for row in network.waiting(question, on=today()) if row.code != "MF")
    with pytest.raises(NotPossible, match="egen kontaktperson"):
        networking.answer(question, other, text="Nej", by=amina, at=now())
    client.force_login(amina)
    sent = {"organisation": str(other.pk), "text": "Det här är typat"}
    page = client.post(question.get_absolute_url(), sent)
    assert (page.status_code, "Det här är typat" in page.text) == (422, True)
    assert not NetworkAnswer.objects.exists()


def test_the_table_tells_who_has_not_answered(question, amina):
    networking.answer(question, body(), text="Oslo", by=amina, at=now())
    every = network.answers(question, on=today())
    given = network.answers(question, on=today(), which=network.GIVEN)
    left = network.answers(question, on=today(), which=network.WAITING)
    assert [row.organisation for row in given] == [body()]
    assert len(given) + len(left) == len(every)


def test_start_tells_of_a_question_until_it_is_answered(question, amina, johan, client):
    client.force_login(amina)
    assert "Vilka städer?" in client.get("/").text
    networking.answer(question, body(), text="Oslo", by=amina, at=now())
    assert "Vilka städer?" not in client.get("/").text
    client.force_login(johan)
    assert "Vilka städer?" not in client.get("/", follow=True).text


# --- news ----------------------------------------------------------------------------------------
def test_news_reach_each_as_they_have_chosen(johan, amina, world):
    lena = world["lena.forsgren"]
    NoticeChoice.objects.create(person=lena, sort="network", way="off")
    row = networking.publish(title="Ny mall", text="Så här", by=johan, at=now())
    assert OutboxMessage.objects.filter(topic="notify.bulletin").count() == 1

    announcing.bulletin(bulletin_id=row.pk, at=now())
    announcing.bulletin(bulletin_id=row.pk, at=now())

    told = Notice.objects.filter(bulletin=row)
    assert told.filter(person=amina).count() == 1
    assert not told.filter(person=lena).exists()
    notice = told.get(person=amina)
    TOPICS["mail.notice"](notice_id=notice.pk)
    (sent,) = mail.outbox
    assert "Ny mall" in sent.subject
    assert reverse("network_news") in sent.body


def test_news_lead_from_the_bell_to_the_text(johan, amina, client):
    row = networking.publish(title="Ny mall", text="Så här", by=johan, at=now())
    announcing.bulletin(bulletin_id=row.pk, at=now())
    client.force_login(amina)
    bell = client.get(reverse("notices"))
    assert "Nyhet i kontaktpersonernas nätverk" in bell.text
    lead = client.get(reverse("notice", args=[Notice.objects.get(person=amina).pk]))
    assert lead.url == row.get_absolute_url()
    assert "Ny mall" in client.get(lead.url).text
