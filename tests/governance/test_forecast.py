"""What is foretold is what goes out: the forecast against the clock, day by day."""

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

import agreements.schedule
import memberships.schedule
from engagements import lifecycle
from engagements.models import Consultation, Engagement, OutboxMessage, User
from engagements.vocabulary import Body, RoleName, Status
from governance import forecast, saved, schedule
from governance.actions import advising, being_away, noticing, saving, talking
from governance.models import HowOften, Sort, Way
from tests import worlds
from tests.factories import agreements as signing
from tests.factories import memberships as members
from tests.factories import positions, projects, trips, visits
from tests.governance.test_notices import deliver_all
from visits.demo.events import Goer

pytestmark = pytest.mark.django_db
STOCKHOLM = ZoneInfo("Europe/Stockholm")
BEFORE = datetime(2026, 11, 20, 9, tzinfo=STOCKHOLM)
FRIDAY = date(2026, 11, 27)
LENA = Goer("Utredare", name="Lena Forsgren")
MORNING = (
    schedule.every_morning,
    memberships.schedule.every_morning,
    agreements.schedule.every_morning,
    schedule.anchor_ledger,
)
# What a mail is, by the beginning of its Message-ID.
RULES = {
    "ball": "over",
    "reminder": "late",
    "follow-up": "follow_up",
    "digest": "digest",
    "review": "review",
    "agreement-end": "agreement_end",
    "position": "position",
    "project": "project_report",
    "anchor": "anchor",
    "view": "view",
    "notice": "todo",
}


def put(row, by, **answers):
    """Write answers into a row as if they had been there."""
    row = type(row).objects.get(pk=row.pk)
    for name, value in answers.items():
        setattr(row, name, value)
    row._history_user = by
    row.save()
    return row


@pytest.fixture(scope="module")
def city_of_the_week(city, django_db_blocker):
    """Give the rows of a city where something of every sort comes in the week after Friday."""

    def make():
        worlds.lay_out(city)
        plan_the_week(worlds.invented())

    with django_db_blocker.unblock():
        rows, _made = worlds.copied(make)
    return rows


@pytest.fixture
def week(world, city_of_the_week):
    """Give that city's people by key."""
    worlds.lay_out(city_of_the_week)
    return worlds.invented()


def plan_the_week(world):
    amina, johan, sara = (world[key] for key in ("amina.lindqvist", "johan.ekstrom", "sara.oberg"))
    ingrid = world["ingrid.ros"]
    with time_machine.travel(BEFORE, tick=False):
        view = saving.save("arenden", "", name="Alla", group=saved.NOBODY, by=ingrid, at=BEFORE)
        saving.watch(view, often=HowOften.DAY, by=ingrid, at=BEFORE)
        late = visits.handed_in(by=amina, ask=RoleName.INTERNATIONAL_UNIT)
        advising.take(late, by=johan, at=BEFORE)
        put(late, amina, due=date(2026, 11, 24))
        later = visits.handed_in(by=amina, ask=RoleName.PROTOCOL_UNIT)
        put(later, amina, due=date(2026, 11, 30))
        asked = Consultation(
            engagement=later,
            organisation=world["stina.ek"].roles.get().organisation,
            asked_by=amina,
            asked_at=BEFORE,
            due=date(2026, 12, 1),
        )
        asked._history_user = amina
        asked.save()
        asked_to = talking.Asked(johan, date(2026, 12, 2))
        talking.give(later, what="Ring", internal=True, asked=asked_to, by=amina, at=BEFORE)
        ends = visits.approved(by=amina)
        put(ends, amina, starts_on=date(2026, 11, 28), ends_on=date(2026, 11, 30))
        over(trips.handed_in(by=amina, goers=(LENA,)), amina, due=date(2026, 12, 1))
        put(signing.agreed(by=amina), amina, ends_on=date(2027, 3, 1))
        position = positions.draft(by=amina, days=30).position
        put(position, amina, deadline_on=date(2026, 12, 5))
        membership = members.known(by=amina, since=date(2024, 1, 1)).membership
        put(membership, amina, next_review_on=date(2027, 6, 1))
        report = ("Delrapport", date(2026, 12, 9))
        projects.decided(projects.eu_draft(by=amina, reports=(report,)), by=amina)
        noticing.choose({Sort.DIGEST: Way.OFF}, by=sara, at=BEFORE)
        put(world["stina.ek"], None, language="en")
        being_away.be_away(
            amina,
            first=date(2026, 11, 20),
            last=date(2026, 12, 2),
            instead=[world["erik.palm"]],
            by=amina,
            at=BEFORE,
        )
        OutboxMessage.objects.all().delete()


def over(row, by, *, due):
    for status in (Status.APPROVED, Status.FOLLOW_UP):
        where = {"ball": Body.CONTACT_PERSON, "ball_organisation": row.organisation}
        row = lifecycle.move(row, status, by=by, at=BEFORE, why="", due=due, **where)
    return row


def sent_on(day, *, hour=8):
    """Run a day's jobs and the dispatcher; return what went out, as the forecast says it."""
    mail.outbox.clear()
    with time_machine.travel(datetime(day.year, day.month, day.day, hour, tzinfo=STOCKHOLM)):
        for job in MORNING:
            job()
        deliver_all()
    return [(day, rule_of(letter), letter.to[0]) for letter in mail.outbox]


def rule_of(letter):
    name = letter.extra_headers["Message-ID"].lstrip("<")
    return next(rule for start, rule in RULES.items() if re.match(rf"{start}-\d", name))


def foretold(rows):
    return [(row.on, row.rule, row.person.email) for row in rows]


def test_what_is_foretold_is_what_is_sent_when_nothing_changes(week):
    before = forecast.coming(on=FRIDAY)
    of_each = {key: forecast.coming(on=FRIDAY, whose=fresh(one)) for key, one in week.items()}

    sent = [one for n in range(7) for one in sent_on(FRIDAY + timedelta(days=n))]

    assert sorted(foretold(before)) == sorted(sent)
    assert set(RULES.values()) == {rule for _day, rule, _to in sent}, "every sort is tried"
    for key, rows in of_each.items():
        own = [one for one in sent if one[2] == week[key].email]
        assert sorted(foretold(rows)) == sorted(own), key


def fresh(person):
    """Return a person who remembers nothing of their reach."""
    return User.objects.get(pk=person.pk)


def test_what_has_gone_out_is_not_foretold_again_and_the_rest_still_is(week):
    whole = foretold(forecast.coming(on=FRIDAY))
    gone = [one for n in range(4) for one in sent_on(FRIDAY + timedelta(days=n))]

    left = foretold(forecast.coming(on=FRIDAY + timedelta(days=3), days=4))

    assert sorted(gone + left) == sorted(whole)


def test_what_has_been_reminded_of_costs_no_question_of_its_own(week, amina):
    def queries():
        with CaptureQueriesContext(connection) as asked:
            forecast.coming(on=FRIDAY, days=3)
        return len(asked)

    def join(many, *, hour):
        for _time in range(many):
            membership = members.known(by=amina, since=date(2024, 1, 1)).membership
            put(membership, amina, next_review_on=date(2027, 5, 3))
        unsaid = queries()
        sent_on(FRIDAY, hour=hour)
        return unsaid, queries()

    _before, told = join(1, hour=8)
    untold, told_of_more = join(4, hour=9)

    assert told_of_more == told
    assert untold > told


def test_the_rows_of_a_week_are_looked_for_once_and_not_each_day(week, amina):
    with CaptureQueriesContext(connection) as asked:
        forecast.coming(on=FRIDAY, whose=fresh(amina))
    said = [one["sql"] for one in asked]

    looked = {
        "reports": sum('FROM "memberships_reportdate"' in sql for sql in said),
        "ends": sum('"ends_on" BETWEEN' in sql for sql in said),
        "taken place": sum('AS "until"' in sql for sql in said),
    }
    assert looked == {"reports": 1, "ends": 1, "taken place": 1}


def test_who_leaves_in_the_middle_of_the_week_is_looked_for_anew(week, amina):
    last = date(2026, 11, 30)
    before = {(row.on, row.rule) for row in forecast.coming(on=FRIDAY, whose=fresh(amina))}
    put(amina.roles.get(), None, valid_to=last)

    left = {(row.on, row.rule) for row in forecast.coming(on=FRIDAY, whose=fresh(amina))}

    assert left == {(on, rule) for on, rule in before if on <= last}
    assert max(on for on, _rule in before) > last


def test_a_forecast_writes_nothing(week):
    def rows():
        with connection.cursor() as cursor:
            cursor.execute(
                "select sum(n_tup_ins + n_tup_upd + n_tup_del) from pg_stat_xact_user_tables"
            )
            return cursor.fetchone()[0]

    before = rows()
    forecast.coming(on=FRIDAY)

    assert rows() == before


def test_who_answers_before_the_day_gets_no_reminder(week, amina, johan):
    item = Engagement.objects.get(ball_person=johan)
    assert any(row.rule == "digest" for row in forecast.coming(on=FRIDAY, whose=fresh(johan)))
    noticing.choose({Sort.DIGEST: Way.OFF}, by=johan, at=BEFORE)
    assert "late" in {row.rule for row in forecast.coming(on=FRIDAY, whose=fresh(johan))}

    lifecycle.move(item, Status.RETURNED, by=johan, at=BEFORE, why="", ball=Body.CONTACT_PERSON)

    left = forecast.coming(on=FRIDAY, whose=fresh(johan))
    assert {row.rule for row in left} == {"todo"}, "the task is another thing"


def early():
    """Let it be Friday before the clock has come by."""
    return time_machine.travel(datetime(2026, 11, 27, 5, tzinfo=STOCKHOLM), tick=False)


def page_of(client, person, **query):
    client.force_login(person, "allauth.account.auth_backends.AuthenticationBackend")
    return " ".join(client.get(reverse("coming_mail"), query).content.decode().split())


def test_the_page_says_what_comes_why_and_what_stops_it(week, client, amina):
    with early():
        page = page_of(client, amina)

    for said in (
        "Måndagsmejlet",
        "Följ upp",
        "Avtalet slutar 1 mars 2027",
        "Skickas alltid",
        "Vanligt för din roll",
        "Kommer inte om uppföljningen har lämnats",
    ):
        assert said in page, said


def test_an_administrator_sees_numbers_and_no_titles(week, client, admin, amina):
    item = Engagement.objects.filter(ball=str(Body.INTERNATIONAL_UNIT)).first()
    put(item, amina, title="KANARIEFÅGEL", secret=True)
    with early():
        page = page_of(client, admin, vilka="staden")
        many = forecast.counts(forecast.coming(on=FRIDAY))

    assert "KANARIEFÅGEL" not in page
    assert "Hela staden" in page
    assert f">{many[date(2026, 11, 30), 'digest']}<" in page


def test_a_reader_sees_no_numbers_of_the_city(week, client):
    with early():
        page = page_of(client, week["ingrid.ros"], vilka="staden")

    assert "Mejl som kommer" in page
    assert "Hela staden" not in page
    assert 'class="ub-table"' not in page


def test_a_persons_page_asks_as_much_however_much_others_have(week, client, amina):
    """What lies with others is not looked through."""
    person = fresh(week["stina.ek"])

    def queries():
        with early(), CaptureQueriesContext(connection) as asked:
            assert "Mejl som kommer" in page_of(client, person)
        return len(asked)

    queries()
    first = queries()
    with time_machine.travel(BEFORE, tick=False):
        for _time in range(3):
            item = visits.handed_in(by=amina, ask=RoleName.INTERNATIONAL_UNIT)
            put(item, amina, due=date(2026, 11, 24))

    assert queries() == first


def test_what_is_late_with_somebody_is_asked_of_together(week, amina):
    """As many questions for many late cases as for few."""

    def put_late(many):
        for _n in range(many):
            late = visits.handed_in(by=amina, ask=RoleName.INTERNATIONAL_UNIT)
            put(late, amina, due=date(2026, 11, 24))
        with CaptureQueriesContext(connection) as asked:
            rows = forecast.coming(on=FRIDAY)
        return len(asked), max(len(row.reasons) for row in rows if row.rule == "late")

    with time_machine.travel(BEFORE, tick=False):
        (few, one), (many, all_of_them) = put_late(1), put_late(6)

    assert all_of_them == one + 6
    assert many == few
