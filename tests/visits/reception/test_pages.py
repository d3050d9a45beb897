"""A reception on its page: its days, who may do what, the answer, and what came of it."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from engagements import lifecycle, turns
from engagements.models import Detail, Engagement, Event
from engagements.permissions import GRANTS, permitted, visible_to
from engagements.templatetags.utblick import weekday
from engagements.vocabulary import AdviceKind, Body, Outcome, Party, RoleName, Status, Task
from governance import kinds, notices
from governance.actions import advising, erasing, following_up, meeting, way
from governance.models import Decision, PolicyValue, Reply
from tests.factories import receptions, visits
from visits.models import Reception
from visits.reception import days, reports

TODAY = date(2026, 11, 24)
HELD = date(2027, 1, 23)


def fresh(item):
    return Engagement.objects.select_related("organisation__board").get(pk=item.pk)


def put(item, status, *, ball=""):
    """Put a row in a state without its way there, with its history."""
    row = lifecycle.lock(item.pk)
    row.status, row.ball, row.ball_organisation = str(status), str(ball), None
    return lifecycle.save(row, by=item.created_by, at=timezone.now(), why="prov")


@pytest.fixture
def hanna(world):
    """The contact person of the City Executive Office."""
    return world["hanna.stahl"]


@pytest.fixture
def read(client, login):
    """Give ``read(user, item)``: the item page as somebody reads it."""

    def open_it(user, item):
        login(client, user)
        return client.get(f"/arenden/{item.number}/").text.replace("\xa0", " ")

    return open_it


# Who handles it


def test_it_goes_to_the_protocol_unit_and_then_waits_for_the_committee(hanna, sara):
    item = receptions.handed_in(by=hanna)
    assert (item.status, item.ball) == (Status.ADVICE, Body.PROTOCOL_UNIT)

    item = receptions.prepared(by=hanna, sara=sara)

    assert (item.status, item.ball) == (Status.PREPARATION, Body.COMMITTEE)
    assert list(way.ready_for_committee()) == [item]


@pytest.mark.parametrize(
    ("value", "ball"), [("fbr", Body.FINANCE_MAYOR), ("ks", Body.EXECUTIVE_BOARD)]
)
def test_after_the_committee_it_waits_for_whom_the_city_has_set(world, hanna, sara, value, ball):
    PolicyValue.objects.create(
        key="reception.decider", value=value, valid_from=TODAY, set_at=timezone.now(), source="Kf"
    )
    item = receptions.prepared(by=hanna, sara=sara)

    way.committee_dealt(
        item, way.Recommendation.SUPPORTS, meeting_item_ref="1", by=world["elsa.thorn"],
        at=timezone.now(),
    )  # fmt: skip

    assert (fresh(item).status, fresh(item).ball) == (Status.DECISION, ball)


def test_it_stands_under_receptions_on_the_committees_agenda(world, hanna, sara):
    item = receptions.prepared(by=hanna, sara=sara)
    at = timezone.now()
    starts_at = at + timedelta(days=30)
    planned = meeting.plan(starts_at=starts_at, place="Stadshuset", by=world["elsa.thorn"], at=at)
    meeting.build(planned, by=world["elsa.thorn"], at=at)

    assert [(row.engagement, row.heading) for row in meeting.agenda(planned)] == [
        (item, "receptions")
    ]


def test_what_is_held_elsewhere_is_decided_by_its_board(amina):
    item = receptions.handed_in(by=amina, host="MF", at_city_hall=False)

    assert (item.status, item.ball) == (Status.DECISION, Body.RECEIVING_BODY)


def test_the_committees_papers_carry_the_days(world, hanna, sara, client, login):
    item = receptions.prepared(by=hanna, sara=sara, days=3)

    (grid,) = kinds.grids_of(item)

    assert grid.rows == (
        ("Lördag\xa023\xa0januari\xa02027", "18–20", "", "Vald"),
        ("Söndag\xa024\xa0januari\xa02027", "18–20", "", ""),
        ("Måndag\xa025\xa0januari\xa02027", "18–20", "", "Evenemangets sista kväll"),
    )
    assert kinds.grids_of(receptions.draft(by=hanna)) == []


# Permissions

PEOPLE = {
    "hanna.stahl": Party.OWNER,
    "johan.ekstrom": Party.SLK,
    "anders.wik": Party.KS,
    "karim.nordin": Party.COMMITTEE,
    "elsa.thorn": Party.COMMITTEE,
    "tove.alm": Party.REGISTRAR,
    "nils.ahlin": Party.ADMIN,
    "ingrid.ros": Party.READER,
    "amina.lindqvist": None,
}


@pytest.mark.parametrize("status", list(Status), ids=str)
def test_everybody_may_do_what_the_table_grants(world, hanna, status):
    row, today = put(receptions.handed_in(by=hanna), status), timezone.localdate()
    grants = GRANTS[status]

    found = {name: permitted(world[name], row, on=today) for name in PEOPLE}

    assert found == {
        name: grants.get(party, frozenset()) if party else frozenset()
        for name, party in PEOPLE.items()
    }


@pytest.mark.parametrize("status", list(Status), ids=str)
def test_the_protocol_unit_owns_the_receptions_of_its_house_and_no_others(
    world, hanna, sara, amina, status
):
    today, grants = timezone.localdate(), GRANTS[status]
    own = put(receptions.handed_in(by=hanna), status)
    visit = put(visits.handed_in(by=hanna, host="SLK"), status)
    other = put(receptions.handed_in(by=amina, host="MF"), status)
    adviser = grants.get(Party.SLK, frozenset())

    assert permitted(sara, own, on=today) == grants[Party.OWNER] | adviser
    assert permitted(sara, visit, on=today) == permitted(sara, other, on=today) == adviser
    assert own in visible_to(sara, on=today)


def test_the_protocol_unit_registers_receptions_alone(client, login, sara):
    login(client, sara)

    chosen = client.get("/arenden/nytt/")
    refused = client.get("/arenden/nytt/besok/").text

    assert chosen["Location"] == "/arenden/nytt/mottagning/"
    assert "inte kontaktperson för någon verksamhet" in refused
    start = client.get("/").text
    assert 'href="/arenden/nytt/"' in start


def test_the_protocol_unit_finds_its_draft_and_its_turn_on_the_start_page(client, login, sara):
    item = receptions.draft(by=sara)
    sent = receptions.handed_in(by=sara)
    advising.advise(
        sent, kind=AdviceKind.RETURN, text="Skriv varför.", clauses=[],
        unit=RoleName.PROTOCOL_UNIT, by=sara, at=timezone.now(),
    )  # fmt: skip
    login(client, sara)

    page = client.get("/")

    assert page.context["drafts"] == [item]
    assert [held.row for held in page.context["mine"]] == [sent]
    assert sara in turns.holders(fresh(sent), on=timezone.localdate())


# Days


def test_the_page_shows_each_day_with_what_else_is_held_on_it(world, hanna, sara, read):
    item = receptions.draft(by=hanna, days=3, starts_on=None)
    first = item.dateoption_rows.get(place=0).day
    visit = visits.handed_in(by=hanna, host="SLK", starts_on=first, ends_on=first)
    other = receptions.handed_in(by=hanna, days=1, starts_on=None)
    declined = put(visits.handed_in(by=hanna, host="SLK", starts_on=first), Status.REJECTED)

    told = {
        day.option.day: [row.number for row in day.others]
        for day in days.days_of(item, by=hanna, on=TODAY)
    }
    html = read(hanna, item)

    assert told == {
        first: [visit.number, other.number],
        first + timedelta(days=1): [],
        first + timedelta(days=2): [],
    }
    assert declined.number not in html
    assert weekday(first).replace("\xa0", " ").capitalize() in html
    assert "Evenemangets sista kväll" in html  # the event ends two days after the first of them


def test_nobody_learns_of_a_collision_that_they_may_not_read(world, hanna, amina):
    item = receptions.draft(by=amina, host="MF", days=1)
    receptions.handed_in(by=hanna, days=1)

    (day,) = days.days_of(item, by=amina, on=TODAY)

    assert day.others == []


def test_a_day_is_chosen_while_the_committee_waits_and_the_advice_stands(
    client, login, hanna, sara
):
    item = receptions.prepared(by=hanna, sara=sara, days=2, starts_on=None)
    login(client, hanna)

    client.post(f"/arenden/{item.number}/dag/", {"place": "1"})

    row = fresh(item)
    assert (row.status, row.starts_on) == (
        Status.PREPARATION,
        item.dateoption_rows.get(place=1).day,
    )
    assert row.advice.get().voided_at is None
    assert list(way.ready_for_committee()) == [row]
    assert Event.objects.filter(code="day_chosen").get().data == {"day": str(row.starts_on)}


@pytest.mark.parametrize("status", [Status.FOLLOW_UP, Status.CLOSED, Status.REJECTED])
def test_no_day_is_chosen_when_it_is_over(client, login, hanna, status):
    item = put(receptions.handed_in(by=hanna, days=2, starts_on=HELD), status)
    login(client, hanna)

    client.post(f"/arenden/{item.number}/dag/", {"place": "1"})

    assert fresh(item).starts_on == HELD


def test_who_only_reads_chooses_no_day(client, login, world, hanna):
    item = receptions.handed_in(by=hanna, days=2, starts_on=None)
    login(client, world["ingrid.ros"])

    answer = client.post(f"/arenden/{item.number}/dag/", {"place": "1"})

    assert (answer.status_code, fresh(item).starts_on) == (403, None)
    assert "Välj dagen" not in client.get(f"/arenden/{item.number}/").text


@pytest.mark.parametrize(("place", "status"), [("", 400), ("x", 400), ("7", 404)])
def test_a_day_that_is_not_offered_is_no_day(client, login, hanna, place, status):
    item = receptions.handed_in(by=hanna, days=2, starts_on=None)
    login(client, hanna)

    answer = client.post(f"/arenden/{item.number}/dag/", {"place": place})

    assert (answer.status_code, fresh(item).starts_on) == (status, None)


def test_a_day_of_another_application_is_no_day_of_this_one(hanna):
    item = receptions.draft(by=hanna, days=1, starts_on=None)
    other = receptions.draft(by=hanna, days=1)

    with pytest.raises(days.NotChoosable):
        days.choose(item, other.dateoption_rows.get(), by=hanna, at=timezone.now())


# The answer


@pytest.fixture
def decided(hanna, sara):
    """Give ``decided(outcome)``: a reception that the Mayor has answered, on the board's behalf."""

    def make(outcome=Outcome.ACCEPTED, **more):
        item = receptions.prepared(by=hanna, sara=sara, days=1, **more)
        status = Status.REJECTED if outcome is Outcome.DECLINED else Status.APPROVED
        row = put(item, status, ball=Body.CONTACT_PERSON)
        decision = Decision.objects.create(
            engagement=row,
            number="BES-2026-9001",
            organisation=row.organisation.board,
            task=str(Task.DECIDES),
            outcome=str(outcome),
            ledger_seq=1,
            by=sara,
            role=str(RoleName.PROTOCOL_UNIT),
            at=timezone.now(),
        )
        return fresh(row), decision

    return make


def test_the_applicant_is_answered_in_swedish_with_the_day_and_what_is_due(
    client, login, hanna, decided
):
    item, decision = decided()
    login(client, hanna)

    client.post(f"/arenden/{item.number}/svar/forslag/", {"language": "sv"})

    reply = Reply.objects.get()
    assert reply.decision == decision
    assert reply.subject == f"Er ansökan om mottagning i Stockholms stadshus, {item.number}"
    assert reply.body.split("\n\n") == [
        "Hej Congress Office,",
        "tack för er ansökan om en mottagning i Stockholms stadshus för European Congress of "
        "Gerontology.",
        "Stockholms stad tar gärna emot era gäster. Mottagningen är planerad till den 23 januari "
        "2027. Det här är stadens bekräftelse. Skicka antal gäster, program och gästlista senast "
        "den 2 januari 2027.",
        "Vänliga hälsningar\nHanna Ståhl\nStadsledningskontoret, Stockholms stad",
    ]


def test_the_applicant_is_refused_in_english(client, login, hanna, decided):
    item, _decision = decided(Outcome.DECLINED, reply_language="en")
    login(client, hanna)

    page = client.get(f"/arenden/{item.number}/svar/")
    client.post(f"/arenden/{item.number}/svar/forslag/", {"language": "en"})

    assert page.context["form"].initial == {"language": "en"}
    assert "Svara sökanden" in page.text
    assert "delegation" not in page.text.lower()
    body = Reply.objects.get().body
    assert "Unfortunately the city cannot hold the reception." in body
    assert "23 January" not in body


def test_every_kind_that_is_answered_says_to_whom_and_how():
    answered = {str(model.kind) for model in Detail.__subclasses__() if model.is_answered}

    told = {kind for kind, entry in kinds.REGISTRY.items() if entry.reply_to and entry.letter}

    assert told == answered
    for kind in answered:
        entry = kinds.REGISTRY[kind]
        assert entry.pages.spoken.answer
        assert entry.pages.spoken.answered
        assert set(entry.letter.subject) == set(entry.letter.thanks) == {"sv", "en"}


def test_the_decision_is_told_in_the_kinds_own_words(amina, client, login):
    item = receptions.handed_in(by=amina, host="MF", at_city_hall=False)
    login(client, amina)
    offered = client.get(f"/arenden/{item.number}/").text
    assert "Håller mottagningen" in offered
    assert "Tar emot besöket" not in offered

    client.post(
        f"/arenden/{item.number}/stallning/",
        {"organisation": item.organisation_id, "outcome": "countered", "grounds": "En torsdag."},
    )

    assert fresh(item).status == Status.COUNTERED
    html = client.get(f"/arenden/{item.number}/").text
    assert "Miljöförvaltningen: Föreslår en annan dag eller form" in html
    assert "Föreslår något annat" not in html


def test_who_holds_it_is_told_of_the_applicant_by_name(amina, client, login):
    item = put(receptions.handed_in(by=amina, host="MF", at_city_hall=False), Status.APPROVED)
    due = notices.task_of(item)
    row = put(item, Status.COUNTERED, ball=Body.DELEGATION)
    login(client, amina)

    html = client.get(f"/arenden/{row.number}/").text

    assert due.startswith("Svara sökanden")
    assert "Bollen ligger hos Karolinska Institutet" in html


# What came of it


def test_the_follow_up_asks_how_many_came_and_the_page_tells_it(amina, client, login):
    today = timezone.localdate()
    item = put(
        receptions.handed_in(by=amina, host="MF", at_city_hall=False, starts_on=today),
        Status.APPROVED,
    )
    login(client, amina)
    answers = {"learnt": "Mycket.", "acted_on": "En ny kurs.", "told": "Alla.", "gift": "false"}

    wrong = client.post(
        f"/arenden/{item.number}/uppfoljning/",
        answers | {"cost_sek": "120 000", "guests_came": "många"},
    )
    assert wrong.context["form"].errors["guests_came"] == [
        "Skriv antalet med siffror, till exempel 12"
    ]
    assert "En ny kurs." in wrong.text
    client.post(
        f"/arenden/{item.number}/uppfoljning/",
        answers | {"cost_sek": "120 000", "guests_came": "398"},
    )

    assert Reception.objects.get(pk=item.pk).guests_came == 398
    html = client.get(f"/arenden/{item.number}/").text.replace("\xa0", " ")
    assert "<dt>Hur många gäster kom?</dt><dd>398</dd>" in html
    assert "120 000 kr, beräknat 147 000 kr" in html


def test_a_visit_is_asked_nothing_of_guests_who_came(amina, client, login):
    today = timezone.localdate()
    item = put(visits.handed_in(by=amina, starts_on=today, ends_on=today), Status.APPROVED)
    login(client, amina)

    form = client.get(f"/arenden/{item.number}/uppfoljning/").context["form"]

    assert "guests_came" not in form.fields


def test_the_years_receptions_are_told_with_guests_and_cost(world, amina, hanna, johan):
    at = timezone.now()
    today = timezone.localdate()
    item = put(
        receptions.handed_in(by=amina, host="MF", at_city_hall=False, starts_on=today),
        Status.APPROVED,
    )
    following_up.follow_up(
        fresh(item), learnt="M", acted_on="M", told="M", image="", cost_sek=120_000,
        working_hours=None, outcome={"guests_came": 398}, by=amina, at=at,
    )  # fmt: skip
    receptions.draft(by=hanna, starts_on=today)
    put(receptions.handed_in(by=hanna, starts_on=today, shared_with="Region"), Status.REJECTED)

    report = reports.build({"year": str(today.year), "organisation": ""}, by=johan, at=at)
    own = reports.build({"year": str(today.year), "organisation": "MF"}, by=johan, at=at)

    assert dict(report.figures) == {
        "ansökningar": 2,
        "mottagningar som är beslutade": 1,
        "ansökningar som är avslagna": 1,
        "gäster i de mottagningarna": 420,
        "kronor enligt uppföljningarna": 120_000,
    }
    (row,) = own.tables[0].rows
    assert row[9:15] == (today, 420, 398, 70, 147_000, 120_000)
    assert list(report.tables[1].rows) == [("Staden ensam", 1, 420, 120_000)]


def test_the_year_has_a_page_a_kind_and_each_leads_to_the_others(hanna, client, login):
    today = timezone.localdate()
    item = receptions.handed_in(by=hanna, starts_on=today)
    login(client, hanna)

    first = client.get("/rapporter/")
    page = client.get(f"/rapporter/mottagningar/?ar={today.year}")

    assert first["Location"] == "/rapporter/besok/"
    assert page.text.count(f'<th scope="row">{item.number}</th>') == 1
    assert "<h1>Mottagningar 2026</h1>" in page.text
    assert ("Besök", "/rapporter/besok/", False) in page.context["tabs"]
    assert [name for name, _url, mark in page.context["navigation"] if mark] == ["Statistik"]
    assert client.get("/rapporter/rymdresor/").status_code == 404


@pytest.mark.parametrize("address", ["/", "/arenden/", "/rapporter/mottagningar/?ar=2027"])
def test_thirty_receptions_ask_the_database_no_more_than_one(
    client, login, hanna, django_assert_max_num_queries, address
):
    def asked():
        with django_assert_max_num_queries(60) as captured:
            client.get(address)
        return len(captured)

    login(client, hanna)
    receptions.handed_in(by=hanna)
    one = asked()
    for _time in range(29):
        receptions.handed_in(by=hanna)

    assert asked() == one


def test_thirty_collisions_ask_the_database_no_more_than_one(
    client, login, hanna, django_assert_max_num_queries
):
    item = receptions.draft(by=hanna, days=3)
    login(client, hanna)

    def asked():
        with django_assert_max_num_queries(90) as captured:
            client.get(f"/arenden/{item.number}/")
        return len(captured)

    receptions.handed_in(by=hanna, days=1)
    one = asked()
    for _time in range(29):
        receptions.handed_in(by=hanna, days=1)

    assert asked() == one


# Kept and erased


def test_people_of_the_applicant_are_erased_and_what_was_decided_stands(hanna, admin):
    item = receptions.handed_in(by=hanna, contact_name="Kim Kanariefågel")
    item = put(item, Status.WITHDRAWN)
    assert "Kanariefågel" in fresh(item).search_words

    erasing.erase_personal_data(item, why="Plan 4.2", by=admin, at=timezone.now())

    reception = Reception.objects.get()
    assert (reception.contact_name, reception.contact_email) == ("", "")
    assert reception.event == "European Congress of Gerontology"
    assert "Kanariefågel" not in fresh(item).search_words


def test_no_history_keeps_the_applicants_people():
    kept = {field.name for field in Reception.history.model._meta.fields}

    assert kept & set(Reception.PERSONAL) == set()
