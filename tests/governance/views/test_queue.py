"""The queue of a unit at SLK."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from engagements.models import Engagement
from engagements.vocabulary import RoleName
from governance import queues
from governance.models import AdviceMessage
from tests.factories import visits

UNIT = RoleName.INTERNATIONAL_UNIT


@pytest.fixture
def desk(johan, login):
    client = Client()
    login(client, johan)
    return client


def advice(item):
    version = Engagement.objects.get(pk=item.pk).version
    return {"kind": "support", "text": "Ta emot dem.", "version": version}


def test_advice_is_given_and_the_next_one_is_taken(amina, johan, desk):
    first, second = (visits.handed_in(by=amina, ask=UNIT) for _ in range(2))

    response = desk.post(f"/ko/{first.number}/", advice(first))

    assert response.url == f"/ko/{second.number}/"
    assert Engagement.objects.get(pk=first.pk).status == "decision"
    assert Engagement.objects.get(pk=second.pk).ball_person == johan
    assert AdviceMessage.objects.exclude(kind="").get().text == "Ta emot dem."


def test_the_last_advice_leads_back_to_an_empty_queue(amina, desk):
    item = visits.handed_in(by=amina, ask=UNIT)

    response = desk.post(f"/ko/{item.number}/", advice(item), follow=True)

    assert "Kön är tom." in response.content.decode()


def test_views_count_what_is_mine_ours_and_nobodys(amina, desk):
    items = [visits.handed_in(by=amina, ask=UNIT) for _ in range(3)]
    desk.post(f"/ko/{items[0].number}/ta/")

    counts = {code: count for code, _name, count in desk.get("/ko/").context["views"]}

    assert counts == {"mig": "1", "enheten": "3", "ingen": "2", "andra": "0", "uppfoljning": "0"}


def test_all_views_are_counted_in_one_question(amina, johan, django_assert_num_queries):
    visits.handed_in(by=amina, ask=UNIT)
    today = timezone.localdate()
    before = queues.counts(johan, on=today)
    visits.handed_in(by=amina, ask=UNIT)

    with django_assert_num_queries(1):
        after = queues.counts(johan, on=today)

    assert (before["enheten"], after["enheten"]) == ("1", "2")


def test_what_has_waited_longest_here_stands_first(amina, desk):
    items = [visits.handed_in(by=amina, ask=UNIT) for _ in range(3)]
    for item, days in zip(items, (2, 9, 5), strict=True):
        row = Engagement.objects.get(pk=item.pk)
        row.ball_since -= timedelta(days=days)
        row.save()

    rows = desk.get("/ko/?ordning=vantat").context["page"].rows

    assert [row.pk for row in rows] == [items[1].pk, items[2].pk, items[0].pk]


def test_the_page_says_in_words_what_its_address_asks_for(desk):
    page = desk.get("/ko/?vy=mig&kontroll=hindrar&ordning=vantat").content.decode()

    assert "Visar: ligger hos mig, hindrar, väntat längst först." in page


def test_a_count_above_what_is_counted_says_so(amina, johan, monkeypatch):
    for _ in range(3):
        visits.handed_in(by=amina, ask=UNIT)
    today = timezone.localdate()
    exact = queues.counts(johan, on=today)["enheten"]
    monkeypatch.setattr(queues, "MOST_COUNTED", 2)

    assert (exact, queues.counts(johan, on=today)["enheten"]) == ("3", "fler än 2")


def test_handing_over_moves_it_to_the_other_units_queue(amina, desk):
    item = visits.handed_in(by=amina, ask=UNIT)

    desk.post(f"/ko/{item.number}/overlamna/", {"unit": "eu_unit"})

    assert Engagement.objects.get(pk=item.pk).ball == "eu_unit"


def test_a_filter_that_no_link_says_is_refused(desk):
    answers = [desk.get(f"/ko/?{query}").status_code for query in ("vy=allt", "ordning=x")]

    assert answers == [400, 400]


def test_the_number_of_queries_does_not_grow_with_the_queue(
    amina, desk, django_assert_max_num_queries
):
    for _ in range(2):
        visits.handed_in(by=amina, ask=UNIT)
    with django_assert_max_num_queries(40) as few:
        desk.get("/ko/")
    for _ in range(8):
        visits.handed_in(by=amina, ask=UNIT)
    with django_assert_max_num_queries(len(few)):
        desk.get("/ko/")
