"""What was learnt is found by all who are logged in, without the people who learnt it."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from engagements.vocabulary import Status
from governance import lessons
from governance.models import FollowUp
from tests.factories import trips
from tests.rows import NOON
from visits.trip.lessons import near

pytestmark = pytest.mark.django_db
WHEN = date(2026, 5, 4)


@pytest.fixture
def lesson(amina):
    """Give ``lesson(...)``: a trip that was followed up."""

    def made(learnt="Bredare banor", *, host="MF", about=None, secret=False, by=amina, **other):
        event = about or trips.event("Velo-city", by=by, at=NOON)
        item = trips.draft(by=by, host=host, about=event)
        item.status, item.submitted_at = str(Status.FOLLOW_UP), NOON
        item.starts_on, item.ends_on = other.pop("starts_on", WHEN), None
        item.secret, item.goals = secret, other.pop("goals", ["klimat"])
        item._history_user = by
        item.save()
        row = {"cost_sek": 1, "occasion": event.name, "country": event.country, "by": by}
        return FollowUp.objects.create(
            engagement=item, **row | {"learnt": learnt, "at": timezone.now()} | other
        )

    return made


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"q": "bana"}, True),  # any Swedish form of the word
        ({"q": "velo-city"}, True),
        ({"q": "fjärrvärme"}, False),
        ({"q": "hemliga möten"}, False),  # who was met is nothing to search by
        ({"kind": "trip"}, True),
        ({"kind": "visit"}, False),
        ({"year": 2026}, True),
        ({"year": 2025}, False),
        ({"country": "IT"}, True),
        ({"country": "FR"}, False),
        ({"goal": "klimat"}, True),
        ({"goal": "bostad"}, False),
    ],
)
def test_a_lesson_is_found_by_its_words_kind_year_country_and_goal(lesson, asked, found):
    row = lesson(contacts="hemliga möten")

    assert list(lessons.found(**asked)) == ([row] if found else [])


def test_what_is_secret_is_nobodys_lesson(lesson, client, world):
    lesson("Hemligt", secret=True)
    client.force_login(world["johan.ekstrom"])

    assert list(lessons.found()) == []
    assert "Hemligt" not in client.get(reverse("lessons")).text


def test_who_may_not_read_the_matter_reads_the_lesson_alone(lesson, client, world, amina):
    row = lesson(usable="Mallen", contacts="Maria på miljökontoret", told="Per Ek")
    address = row.engagement.get_absolute_url()
    client.force_login(amina)
    assert address in client.get(reverse("lessons")).text
    client.force_login(world["lena.forsgren"])

    page = client.get(reverse("lessons")).text

    assert address not in page
    assert all(word in page for word in ("Velo-city", "Miljöförvaltningen", "Bredare banor"))
    assert not any(word in page for word in ("Maria", "Per Ek", "Tora Lind", "INT-"))


def test_pages_follow_each_other_newest_first(lesson, amina, client):
    now = timezone.now()
    rows = [lesson(f"Nummer {n}", at=now + timedelta(minutes=n // 2)) for n in range(32)]
    today = timezone.localdate()

    first = lessons.page(lessons.found(), after="", user=amina, on=today)
    second = lessons.page(lessons.found(), after=first.after, user=amina, on=today)

    shown = [one.told.pk for one in (*first.rows, *second.rows)]
    assert shown == [row.pk for row in sorted(rows, key=lambda row: (row.at, row.pk))][::-1]
    assert (len(first.rows), second.after) == (30, "")
    client.force_login(amina)
    assert client.get(reverse("lessons"), {"efter": "i morgon_1"}).status_code == 400


def queries_of(client):
    with CaptureQueriesContext(connection) as found:
        client.get(reverse("lessons"))
    return len(found)


def test_a_longer_page_asks_no_more_of_the_database(lesson, client, amina):
    client.force_login(amina)
    lesson()
    few = queries_of(client)
    for n in range(29):
        lesson(f"Nummer {n}")

    assert queries_of(client) == few


def test_others_who_go_to_the_event_see_what_was_learnt_there_then_in_its_city(lesson, amina):
    rome = trips.event("Velo-city", by=amina, at=NOON)
    other = trips.event("Clean Air Forum", by=amina, at=NOON, city="ROM")
    lyon = trips.event("Biennale", by=amina, at=NOON, city="Lyon")
    in_city, same, hidden = lesson("Stad", about=other), lesson("Samma"), lesson("X", secret=True)
    lesson("Annat", about=lyon)

    assert near(rome) == [same, in_city]
    assert hidden not in near(rome)
    assert near(rome, apart_from=same.engagement) == [in_city]


def test_the_lesson_stands_beside_the_event_without_script(lesson, client, amina):
    row = lesson(usable="Mallen för upphandling")
    event = row.engagement.trip.conference
    client.force_login(amina)

    first = client.get(reverse("trip_new"), {"evenemang": event.pk}).text
    mine = trips.draft(by=amina, about=event)
    step = client.get(reverse("engagement_step", args=[mine.number, 1])).text

    assert all("Andra har lärt sig detta" in page for page in (first, step))
    assert all("Mallen för upphandling" in page for page in (first, step))
