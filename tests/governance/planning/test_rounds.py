"""The year's follow-ups: who answers, what is written down, what changed, and who is reminded."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from engagements.models import Organisation, OutboxMessage, User
from engagements.vocabulary import RoleName
from governance import ledger, plans, rounds
from governance.actions import answering, planning, setting
from governance.demo.people import PEOPLE
from governance.models import Confirmation, LedgerEntry, Round, RoundReminder
from governance.tasks import deliver

TODAY = timezone.localdate
OWNERS = {RoleName.CONTACT_PERSON, RoleName.DEPUTY}
WIDE = {RoleName.INTERNATIONAL_UNIT, RoleName.PROTOCOL_UNIT, RoleName.EU_UNIT, RoleName.ADMIN}


@pytest.fixture
def mf(world):
    return Organisation.objects.get(code="MF")


@pytest.fixture
def t2(world, admin):
    return made(admin)


@pytest.fixture
def as_user(login):
    def browse(user):
        client = Client()
        login(client, user)
        return client

    return browse


def who(user):
    return {"by": user, "at": timezone.now()}


def made(admin, *, opens=-10, due=10):
    days = {"opens_on": TODAY() + timedelta(opens), "due_on": TODAY() + timedelta(due)}
    return answering.set_round(TODAY().year, "t2", **days, **who(admin))


def confirm(t2, mf, user, text="Ersättaren utses i december."):
    return answering.confirm(t2, mf, text=text, **who(user))


def test_each_role_meets_the_pages_that_are_its_own(world, mf, t2, as_user):
    table, answer = t2.get_absolute_url(), f"{t2.get_absolute_url()}MF/"
    found, wanted = {}, {}
    for person in PEOPLE:
        client = as_user(world[person.key])
        own = person.role in OWNERS
        of_mf = person.organisation == "MF" and own
        board = person.role is RoleName.BOARD_SECRETARY
        for name, address in {"table": table, "answer": answer}.items():
            found[person.key, name] = client.get(address).status_code
        found[person.key, "post"] = client.post(answer, {"text": "Vi svarar."}).status_code
        found[person.key, "remind"] = client.post(f"{table}paminn/").status_code
        opened = person.role in WIDE
        wanted[person.key, "table"] = 200 if opened or own or board else 404
        wanted[person.key, "answer"] = 200 if opened or of_mf or board else 404
        wanted[person.key, "post"] = 302 if of_mf else 404
        wanted[person.key, "remind"] = 302 if opened else 404

    assert found == wanted


@pytest.mark.parametrize(("opens", "answered"), [(-30, True), (0, True), (1, False)])
def test_a_round_is_answered_from_the_day_it_opens_and_after_its_last(
    world, mf, admin, amina, opens, answered
):
    row = made(admin, opens=opens, due=max(opens, -5))

    if answered:
        confirm(row, mf, amina)
    else:
        with pytest.raises(setting.NotPossible, match="har inte öppnat än"):
            confirm(row, mf, amina)

    assert Confirmation.objects.exists() is answered


def test_an_answer_says_what_lacked_and_has_its_place_in_the_ledger(world, mf, t2, amina):
    given = confirm(t2, mf, amina)

    assert given.missing == rounds.stands([mf], year=t2.year, on=TODAY())[mf.pk].complete.counts
    assert given.missing["plan"] == 1
    assert (given.role, given.by) == ("contact_person", amina)
    body = LedgerEntry.objects.order_by("-seq").values_list("body", flat=True)[0]
    assert '"kind":"confirmed"' in body
    assert '"organisation":"MF"' in body
    assert ledger.verify() == []


def test_an_answer_that_was_tampered_with_is_found(world, mf, t2, amina):
    given = confirm(t2, mf, amina)
    with connection.cursor() as cursor:
        cursor.execute("set local session_replication_role = replica")
        cursor.execute(
            "update governance_confirmation set missing = '{}' where id = %s", [given.pk]
        )
        cursor.execute("set local session_replication_role = origin")

    assert ledger.verify() == [
        f"stockholm: entry {given.ledger_seq}: confirmation of MF differs in missing"
    ] or "confirmation of MF differs in missing" in str(ledger.verify())


def test_what_lacks_calls_for_words_and_nothing_typed_is_lost(world, mf, t2, amina, as_user):
    answer = as_user(amina).post(f"{t2.get_absolute_url()}MF/", {"text": "  "})

    assert answer.status_code == 422
    assert "Något saknas. Skriv vad ni gör åt det, och när." in answer.text
    assert not Confirmation.objects.exists()


def test_the_table_says_what_its_figures_count(world, t2, johan, as_user):
    page = as_user(johan).get(t2.get_absolute_url()).text

    assert "Siffrorna säger hur mycket som saknas eller är sent" in page


def test_a_second_click_writes_nothing_more(world, mf, t2, amina):
    first = confirm(t2, mf, amina)

    assert confirm(t2, mf, amina) == first
    assert Confirmation.objects.count() == 1


def test_what_changed_after_the_answer_is_shown_and_can_be_answered_again(
    world, mf, t2, amina, admin, as_user
):
    setting.set_frame(mf, year=t2.year, amount_sek=100_000, **who(admin))
    confirm(t2, mf, amina)
    setting.set_frame(mf, year=t2.year, amount_sek=150_000, **who(admin))
    planning.write(mf, year=t2.year, aims="Lära.", source="", **who(amina))

    page = as_user(amina).get(f"{t2.get_absolute_url()}MF/").text.replace("\u00a0", " ")

    assert "Ramen var 100 000 kr och är 150 000 kr." in page
    assert "Planen är ändrad." in page
    assert "Plan för året: 1 saknades, nu 0." in page
    table = as_user(admin).get(f"{t2.get_absolute_url()}?visa=andrat").text
    assert "Ändrat sedan dess" in table
    confirm(t2, mf, amina)
    (row,) = rounds.answers(t2, [mf], on=TODAY())
    assert row.changed == []
    assert Confirmation.objects.count() == 2


def test_the_start_page_says_so_until_it_is_answered(world, mf, t2, amina, as_user):
    client = as_user(amina)
    told = f'href="{t2.get_absolute_url()}MF/"'
    assert told in client.get("/").text

    confirm(t2, mf, amina)

    assert told not in client.get("/").text


def test_one_click_reminds_all_who_have_not_answered_once_a_day_in_their_language(
    world, mf, t2, amina, johan, as_user
):
    confirm(t2, mf, amina)
    client = as_user(johan)

    said = client.post(f"{t2.get_absolute_url()}paminn/", follow=True).text
    again = client.post(f"{t2.get_absolute_url()}paminn/", follow=True).text

    waiting = {p.key for p in PEOPLE if p.role in OWNERS and p.organisation != "MF"}
    sent = OutboxMessage.objects.filter(topic="mail.round")
    keys = {world[key].pk: key for key in world}
    assert {keys[row.payload["person_id"]] for row in sent} == waiting
    assert sent.count() == len(waiting)
    assert f"{len(waiting)} personer påminns med mejl." in said
    assert "0 personer påminns med mejl." in again
    assert RoundReminder.objects.filter(on=TODAY(), by=johan).count() == len(waiting)
    for row in sent:
        deliver(message_id=str(row.pk))
    by_address = {letter.to[0]: letter for letter in mail.outbox}
    assert len(by_address) == len(waiting)
    swedish = by_address["stina.ek@stockholm.example"]
    assert swedish.subject == f"Svara på uppföljningen: Tertialrapport 2 {t2.year}"
    assert f"{t2.get_absolute_url()}TK/" in swedish.body
    english = by_address["petra.nyman@stockholm.example"]
    assert english.subject == f"Answer the follow-up: Four-month report 2 {t2.year}"


def test_who_has_answered_since_gets_no_mail(world, t2, johan):
    answering.remind(t2, **who(johan))
    tk, stina = Organisation.objects.get(code="TK"), world["stina.ek"]
    promised = OutboxMessage.objects.get(topic="mail.round", payload__person_id=stina.pk)
    confirm(t2, tk, stina)

    deliver(message_id=str(promised.pk))

    assert mail.outbox == []


def test_organisations_that_nobody_answers_for_are_named(world, t2, johan):
    told = answering.remind(t2, **who(johan))

    named = {row.code for row in told.nobody}
    answered_for = {p.organisation for p in PEOPLE if p.role in OWNERS}
    everybody = {row.code for row in plans.planning(on=TODAY())}
    assert named == everybody - answered_for
    assert User.objects.filter(pk__in=[person.pk for person in told.people]).count() > 5


def test_the_table_takes_as_many_queries_for_one_answer_as_for_thirty(
    world, t2, admin, amina, as_user
):
    client, counts = as_user(admin), []
    hosts = list(plans.planning(on=TODAY())[:30])
    for part in (hosts[:1], hosts[1:]):
        for host in part:
            Confirmation.objects.create(round=t2, organisation=host, **who(amina))
        client.get(t2.get_absolute_url())
        with CaptureQueriesContext(connection) as caught:
            html = client.get(t2.get_absolute_url()).text
        counts.append(len(caught))

    assert counts[0] == counts[1]
    assert html.count("Ändrat sedan dess") > 20


def test_an_administrator_sets_the_days_and_a_wrong_day_loses_nothing(world, admin, as_user):
    client, year = as_user(admin), TODAY().year
    sent = {"year": year, "sort": "t1", "t1-opens_on": f"{year}-04-01", "t1-due_on": "x"}

    wrong = client.post("/installningar/uppfoljning/", sent)
    client.post("/installningar/uppfoljning/", sent | {"t1-due_on": f"{year}-05-08"})

    assert wrong.status_code == 422
    assert f'value="{year}-04-01"' in wrong.text
    row = Round.objects.get()
    assert (str(row), row.due_on.isoformat()) == (f"Tertialrapport 1 {year}", f"{year}-05-08")
    assert row.history.get().history_user == admin
