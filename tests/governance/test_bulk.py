"""Many matters at once: who may, what is said before, what is done once, and what is left."""

import csv
import io
import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from engagements import lifecycle, turns
from engagements.models import Engagement, OutboxMessage, User
from engagements.vocabulary import Body, RoleName, SecrecySection
from governance import bulk, tasks
from governance.actions import advising, bulking, keeping, reminding, secrecy
from governance.models import BulkRun, Verb
from governance.reports import listing
from tests.factories import visits

pytestmark = pytest.mark.django_db
UNIT = RoleName.INTERNATIONAL_UNIT


@pytest.fixture
def waiting(amina):
    return [visits.handed_in(by=amina, ask=UNIT, title=f"Besök {n}") for n in range(3)]


@pytest.fixture
def site(login):
    def at_desk(person):
        client = Client()
        login(client, person)
        return client

    return at_desk


def picked(items):
    return [(row.number, Engagement.objects.get(pk=row.pk).version) for row in items]


def do(verb, items, by, *, key=None, unit="", person=None):
    to = {"unit": unit, "person": person}
    return bulking.carry_out(
        verb, picked(items), key=key or uuid4(), room="ko", **to, by=by, at=timezone.now()
    )


def codes(item):
    return list(item.events.order_by("pk").values_list("code", "by__name"))


def form_of(page):
    """Return what the preview's form would send."""
    part = page.split('action="/urval/gor/"')[1].split("</form>")[0]
    inputs = [tag for tag in re.findall(r"<input[^>]*>", part) if "csrf" not in tag]
    pairs = [re.search(r'name="([^"]+)"', tag)[1] for tag in inputs]
    values = [re.search(r'value="([^"]*)"', tag)[1] for tag in inputs]
    sent = {}
    for name, value in zip(pairs, values, strict=True):
        sent.setdefault(name, []).append(value)
    return sent


# --- who may -------------------------------------------------------------------------------------
# What each may do with a matter that waits for the international unit's advice.
MAY = {
    "johan.ekstrom": {"ta", "tilldela", "lamna", "xlsx", "csv"},  # holds it: reminds nobody
    "sara.oberg": {"ta", "tilldela", "lamna", "paminn", "xlsx", "csv"},
    "anders.wik": {"paminn", "xlsx", "csv"},
    "amina.lindqvist": {"paminn", "xlsx", "csv"},
    "ingrid.ros": {"xlsx", "csv"},
    "olle.brandt": set(),
}


@pytest.mark.parametrize("key", MAY)
def test_who_may_do_what_with_many(world, waiting, key):
    now = timezone.now()
    numbers = [row.number for row in waiting]

    said = {str(verb): bulk.preview(verb, numbers, user=world[key], at=now) for verb in Verb}

    able = {verb for verb, lines in said.items() if all(line.what for line in lines)}
    unable = {verb for verb, lines in said.items() if all(line.why for line in lines)}
    assert able == MAY[key]
    assert unable == {str(verb) for verb in Verb} - able


@pytest.mark.parametrize("key", MAY)
def test_what_is_carried_out_is_what_each_may(world, waiting, key):
    done = set()
    for verb in Verb:
        with transaction.atomic():
            run = do(verb, waiting[:1], world[key], unit="eu_unit", person=world["johan.ekstrom"])
            transaction.set_rollback(True)
        if run.results[0][1] == "":
            done.add(str(verb))

    assert done == MAY[key]


def test_nothing_of_it_advises_decides_or_closes(world, waiting, johan, sara):
    before = [(row.status, row.advice.count()) for row in waiting]
    for verb in Verb:
        do(verb, waiting, sara, unit="eu_unit", person=johan)

    after = [Engagement.objects.get(pk=row.pk) for row in waiting]
    assert [(row.status, row.advice.count()) for row in after] == before


# --- what is done --------------------------------------------------------------------------------
def test_each_matter_taken_has_one_record_of_its_own(waiting, johan):
    before = [codes(row) for row in waiting]

    run = do(Verb.TAKE, waiting, johan)

    assert [reason for _number, reason in run.results] == ["", "", ""]
    now = [Engagement.objects.get(pk=row.pk) for row in waiting]
    assert {row.ball_person for row in now} == {johan}
    added = [codes(row)[len(old) :] for row, old in zip(waiting, before, strict=True)]
    assert added == [[("advice_taken", johan.name)]] * 3


def test_sending_the_same_press_twice_does_nothing_twice(waiting, johan):
    key = uuid4()
    sent = picked(waiting)
    runs = [
        bulking.carry_out(Verb.HAND, sent, key=key, room="ko", unit="eu_unit", by=johan, at=at)
        for at in (timezone.now(), timezone.now() + timedelta(seconds=1))
    ]

    assert runs[0] == runs[1]
    assert [code for code, _by in codes(waiting[0])].count("handed_over") == 1


def test_what_has_changed_since_it_was_shown_is_left_and_said(waiting, amina, johan, sara, site):
    desk = site(johan)
    numbers = [row.number for row in waiting]
    page = desk.post("/urval/", {"room": "ko", "gor": "ta", "nummer": numbers}).content.decode()
    advising.take(waiting[0], by=sara, at=timezone.now())
    advising.hand_over(waiting[1], unit=RoleName.EU_UNIT, by=sara, at=timezone.now())

    answer = desk.post("/urval/gor/", form_of(page), follow=True)

    assert "Ett ärende är klart." in answer.text
    assert "2 lämnades som de var." in answer.text
    assert answer.text.count("Ärendet har ändrats eller gått vidare sedan du valde det.") == 2
    now = [Engagement.objects.get(pk=row.pk).ball_person for row in waiting]
    assert now == [sara, None, johan]


def test_handing_over_asks_for_a_unit_and_keeps_what_was_picked(waiting, johan, site):
    desk, numbers = site(johan), [row.number for row in waiting]
    page = desk.post("/urval/", {"room": "ko", "gor": "lamna", "nummer": numbers}).content.decode()

    wanting = desk.post("/urval/gor/", form_of(page))
    sent = form_of(wanting.content.decode()) | {"unit": "eu_unit"}
    done = desk.post("/urval/gor/", sent, follow=True)

    assert wanting.status_code == 422
    assert sent["picked"] == form_of(page)["picked"]
    assert "3 ärenden är klara." in done.text
    assert {row.ball for row in Engagement.objects.all()} == {"eu_unit"}


def test_whoever_holds_it_is_reminded_once_a_day(waiting, amina, johan, mailoutbox):
    item, now = waiting[0], timezone.now()
    OutboxMessage.objects.all().delete()
    reminding.remind(item, by=amina, at=now)
    with pytest.raises(reminding.NotPossible, match="today"):
        reminding.remind(item, by=amina, at=now)
    keep_promises()

    told = johan.notices.get(code="nudged")
    assert [one.to for one in mailoutbox] == [[johan.email]]
    assert mailoutbox[0].subject.startswith("Amina Lindqvist påminner: Ge råd")
    reminding.remind(item, by=amina, at=now + timedelta(days=1))
    keep_promises()
    assert told.engagement == item
    assert johan.notices.filter(code="nudged").count() == 2


# Who may remind of the same matter from its own page.
REMINDS = {key: "paminn" in verbs for key, verbs in MAY.items()}


@pytest.mark.parametrize("key", REMINDS)
def test_one_is_reminded_of_from_its_own_page_by_the_same_people(world, waiting, site, key):
    item = waiting[0]
    address, browser = item.get_absolute_url(), site(world[key])
    offered = f'action="{address}paminn/"' in browser.get(address).text

    browser.post(f"{address}paminn/")

    assert offered is REMINDS[key]
    assert item.events.filter(code="reminded").count() == int(REMINDS[key])


def test_who_was_reminded_of_today_is_not_reminded_again(waiting, amina, site):
    address, browser = waiting[0].get_absolute_url(), site(amina)
    browser.post(f"{address}paminn/")
    again = browser.post(f"{address}paminn/")

    assert again.status_code == 409
    assert "Påminnelse har redan skickats i dag." in again.text
    assert "paminn/" not in browser.get(address).text
    assert waiting[0].events.filter(code="reminded").count() == 1


def test_nobody_is_mailed_of_what_has_gone_on_since(waiting, amina, johan, mailoutbox):
    OutboxMessage.objects.all().delete()
    reminding.remind(waiting[0], by=amina, at=timezone.now())
    keep_promises(topic="notify.nudged")
    advising.hand_over(waiting[0], unit=RoleName.EU_UNIT, by=johan, at=timezone.now())
    keep_promises(topic="mail.nudged")

    assert mailoutbox == []


def keep_promises(**only):
    for _round in range(3):
        for message in OutboxMessage.objects.filter(done_at=None, **only):
            tasks.deliver(message_id=str(message.pk))


def test_a_file_holds_exactly_the_picked_rows_in_their_order(waiting, amina, johan, site):
    desk = site(johan)
    numbers = [waiting[2].number, waiting[0].number]
    asked = {"room": "arenden", "gor": "csv", "nummer": numbers}
    page = desk.post("/urval/", asked).content.decode()
    result = desk.post("/urval/gor/", form_of(page), follow=True)

    answer = desk.get(f"{result.redirect_chain[0][0]}fil/")

    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    titles, *rows = csv.reader(io.StringIO(text), delimiter=";")
    one = listing.LISTINGS["arenden"]
    assert titles == [column.title for column in listing.heads(one)]
    assert [row[titles.index("Ärendenummer")] for row in rows] == numbers
    assert codes(waiting[0])[-1] == ("listed", johan.name)


# --- what may not be read ------------------------------------------------------------------------
def test_a_secret_matter_is_neither_shown_nor_told_of(world, waiting, johan, site):
    reader, hidden = world["ingrid.ros"], waiting[0]
    rename(hidden, "KANARIE i burken", johan)
    desk = site(reader)
    numbers = [row.number for row in waiting]
    page = desk.post("/urval/", {"room": "arenden", "gor": "csv", "nummer": numbers})
    sent = form_of(page.content.decode())
    forged = sent | {"picked": [f"{hidden.number}:1", *sent["picked"]]}

    result = desk.post("/urval/gor/", forged, follow=True)
    file = b"".join(desk.get(f"{result.redirect_chain[0][0]}fil/").streaming_content).decode()

    assert "KANARIE" not in page.text + result.text + file
    assert "Ärendet finns inte, eller så får du inte läsa det." in page.text
    assert codes(hidden)[-1][0] != "listed"


def rename(item, title, by):
    row = lifecycle.lock(item.pk)
    row.title = title
    lifecycle.save(row, by=by, at=timezone.now(), why="prov")
    about = {"section": SecrecySection.FOREIGN, "grounds": "Prövas"}
    secrecy.make_secret(row, **about, by=by, at=timezone.now())


def test_the_result_is_for_who_did_it_and_cannot_be_changed(waiting, johan, sara, site):
    run = do(Verb.CSV, waiting, johan)

    answers = [site(sara).get(f"/urval/{run.key}/{more}").status_code for more in ("", "fil/")]

    assert answers == [404, 404]
    with pytest.raises(IntegrityError, match="append-only"):
        BulkRun.objects.update(results=[])


# --- what is picked ------------------------------------------------------------------------------
def test_the_box_of_all_picks_every_row_of_the_page(waiting, johan, site):
    desk = site(johan)
    page = desk.get("/ko/").content.decode()
    rows = re.findall(r'name="sida" value="([^"]+)"', page)

    shown = desk.post("/urval/", {"room": "ko", "gor": "ta", "alla": "1", "sida": rows})

    assert rows == [row.number for row in waiting]
    assert [line.number for line in shown.context["possible"]] == rows


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ([], "Markera minst ett ärende i listan."),
        ([f"INT-2026-{n:04d}" for n in range(101)], "Markera högst 100 ärenden åt gången."),
    ],
)
def test_none_and_too_many_are_told(johan, site, numbers, said):
    asked = {"room": "ko", "gor": "ta", "nummer": numbers, "tillbaka": "/ko/?vy=mig"}

    answer = site(johan).post("/urval/", asked)

    assert answer.status_code == 422
    assert said in answer.text
    assert 'href="/ko/?vy=mig"' in answer.text


@pytest.mark.parametrize(
    "sent",
    [
        {"room": "ko", "gor": "bifall", "nummer": ["INT-2026-0001"]},
        {"room": "ko", "gor": "ta", "nummer": ["1 OR 1=1"]},
        {"room": "planer", "gor": "ta", "nummer": ["INT-2026-0001"]},
    ],
)
def test_what_no_page_of_ours_sends_is_refused(johan, site, sent):
    answer = site(johan).post("/urval/", sent)

    assert (answer.status_code, BulkRun.objects.count()) == (400, 0)


def test_the_way_back_leads_nowhere_else(johan, site):
    asked = {"room": "ko", "gor": "ta", "tillbaka": "https://elsewhere.example/ko/"}

    assert "elsewhere" not in site(johan).post("/urval/", asked).text


@pytest.mark.parametrize("address", ["/ko/", "/arenden/"])
def test_thirty_rows_ask_the_database_no_more_than_one(amina, johan, site, address):
    desk, counts = site(johan), []
    for more in (1, 29):
        for _ in range(more):
            visits.handed_in(by=amina, ask=UNIT)
        desk.get(address)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            page = desk.get(address)
        counts.append(len(asked))
    assert page.text.count('name="nummer"') == 30
    assert counts[0] == counts[1]


@pytest.mark.parametrize("verb", ["ta", "tilldela", "lamna", "paminn", "xlsx", "csv"])
def test_the_preview_of_thirty_asks_the_database_no_more_than_of_one(amina, johan, site, verb):
    desk, counts, rows = site(johan), [], []
    for more in (1, 29):
        rows += [visits.handed_in(by=amina, ask=UNIT) for _ in range(more)]
        sent = {"room": "ko", "gor": verb, "nummer": [row.number for row in rows]}
        desk.post("/urval/", sent)
        with CaptureQueriesContext(connection) as asked:
            page = desk.post("/urval/", sent)
        counts.append(len(asked))
    assert len(page.context["possible"]) + len(page.context["impossible"]) == 30
    assert counts[0] == counts[1]


@pytest.mark.parametrize("unit", [None, UNIT], ids=["a board's", "a unit's"])
def test_reminding_of_thirty_asks_no_more_than_of_one(amina, unit):
    asked = []
    for many in (1, 30):
        sent = picked([visits.handed_in(by=amina, ask=unit) for _ in range(many)])
        about = {"key": uuid4(), "room": "arenden", "at": timezone.now()}
        by = User.objects.get(pk=amina.pk)  # knows nothing of the time before
        with CaptureQueriesContext(connection) as told:
            run = bulking.carry_out(Verb.REMIND, sent, **about, by=by)
        assert [reason for _number, reason in run.results] == [""] * many
        said = [query["sql"].lstrip("(") for query in told.captured_queries]
        asked.append(sum(sql.startswith("SELECT") for sql in said))
    assert asked[0] == asked[1]


@pytest.mark.parametrize("ball", [*Body, ""], ids=str)
def test_who_has_many_is_who_has_each(world, amina, ball):
    today, row = timezone.localdate(), visits.handed_in(by=amina)
    row.ball, row.ball_organisation = str(ball), row.organisation
    alone = list(turns.holders(row, on=today))

    assert turns.holders_in([row], on=today)[row.pk] == alone
    for person in alone[:1]:
        keeping.declare_conflict(row, grounds="Bekant.", by=person, at=timezone.now())
        assert turns.holders_in([row], on=today)[row.pk] == list(turns.holders(row, on=today))
    row.ball_person = amina
    assert turns.holders_in([row], on=today)[row.pk] == list(turns.holders(row, on=today))


# --- keys and the pane ---------------------------------------------------------------------------
def test_keys_and_the_pane_are_kept_with_the_person(waiting, johan, site):
    desk = site(johan)
    first = desk.get("/ko/").text
    for name in ("tangenter", "lasruta"):
        desk.post("/arbetssatt/", {"vad": name, "val": "av", "next": "/ko/"})

    elsewhere = site(johan).get("/ko/").text

    assert 'data-keys="on"' in first
    assert f'href="/ko/{waiting[0].number}/"' in first
    assert 'data-keys="off"' in elsewhere
    assert f'href="{waiting[0].get_absolute_url()}"' in elsewhere
    assert desk.post("/arbetssatt/", {"vad": "allt", "val": "av"}).status_code == 400
