"""Who is away: who stands in is told, and gets no right by it."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from engagements import standing_in
from engagements.models import Away, Consultation, Engagement, Organisation, OutboxMessage, Role
from engagements.permissions import permitted, visible_to
from engagements.querysets import waiting_for
from engagements.turns import held_by
from engagements.vocabulary import RoleName
from governance import notices, queues, schedule, tasks
from governance.actions import advising, being_away
from governance.models import Notice, Sort, Way
from tests.factories import visits
from tests.governance.test_notices import choose, deliver_all, letters_to

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
WEEK = TODAY + timedelta(days=7)


def away(person, *instead, first=TODAY, last=WEEK, by=None):
    row = being_away.be_away(
        person, first=first, last=last, instead=instead, by=by or person, at=timezone.now()
    )
    OutboxMessage.objects.filter(topic="mail.stand_in").delete()
    return row


@pytest.fixture
def colleague(world, johan):
    """A second person in Johan's unit."""
    person = world["lena.forsgren"]
    home = johan.roles.get().organisation
    role = Role(user=person, organisation=home, name=str(RoleName.INTERNATIONAL_UNIT))
    role.valid_from = date(2020, 1, 1)
    role._history_user = None
    role.save()
    return person


@pytest.fixture
def taken(world, johan):
    """A visit that Johan has taken for advice, with nothing told of it yet."""
    item = visits.handed_in(by=world["amina.lindqvist"], ask=RoleName.INTERNATIONAL_UNIT)
    advising.take(item, by=johan, at=timezone.now())
    OutboxMessage.objects.all().delete()
    return Engagement.objects.with_ball().get(pk=item.pk)


def ball_comes(item):
    tasks.TOPICS["notify.ball"](engagement_id=item.pk, event="submitted")
    deliver_all()


def test_what_a_colleague_has_taken_comes_to_who_stands_in(taken, johan, colleague):
    assert taken not in held_by(colleague, on=TODAY)
    away(johan, colleague)
    colleague = type(colleague).objects.get(pk=colleague.pk)

    ball_comes(taken)

    (letter,) = letters_to(colleague)
    assert letter.body.startswith("För Johan Ekström, som är borta till och med ")
    assert len(letters_to(johan)) == 1
    told = Notice.objects.get(person=colleague)
    assert notices.said(told).endswith(f"som är borta till och med {WEEK.day} {month(WEEK)}")
    assert taken in held_by(colleague, on=TODAY)
    assert taken in waiting_for(colleague, on=TODAY)
    mine = queues.rows(colleague, view="mig", check="", order="brattom", on=TODAY)
    assert list(mine) == [taken]
    assert notices.unread(colleague, on=TODAY).get() == told


def test_lists_and_the_start_page_say_that_who_holds_it_is_away(
    world, taken, johan, colleague, amina, login
):
    client = Client()
    login(client, amina)
    said = "Johan Ekström är borta till och med"
    assert said not in client.get("/arenden/").text + client.get("/").text
    away(johan, colleague)

    for address in ("/arenden/", "/"):
        assert said in client.get(address).text, address


def commit(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)
    connection.check_constraints()


def month(day):
    names = "januari februari mars april maj juni juli augusti september oktober november december"
    return f"{names.split()[day.month - 1]} {day.year}"


def test_who_is_back_is_told_alone(taken, johan, colleague):
    row = away(johan, colleague)
    being_away.be_back(row, by=johan, at=timezone.now())

    ball_comes(taken)

    assert (len(letters_to(johan)), letters_to(colleague)) == (1, [])


def test_a_mail_to_who_stands_in_is_dropped_when_the_other_is_back(taken, johan, colleague):
    row = away(johan, colleague)
    tasks.TOPICS["notify.ball"](engagement_id=taken.pk, event="submitted")
    being_away.be_back(row, by=johan, at=timezone.now())

    deliver_all()

    assert (len(letters_to(johan)), letters_to(colleague)) == (1, [])


def test_what_was_told_for_another_has_gone_on_when_a_third_takes_it(
    world, taken, johan, colleague
):
    away(johan, colleague)
    ball_comes(taken)
    assert notices.unread(colleague, on=TODAY).count() == 1

    advising.take(taken, by=world["sara.oberg"], at=timezone.now())

    assert notices.unread(colleague, on=TODAY).count() == 0


def test_who_stands_in_without_the_right_is_told_nothing_and_the_unit_is(
    world, taken, johan, colleague
):
    registrar = world["tove.alm"]
    away(johan, registrar)

    ball_comes(taken)

    assert letters_to(registrar) == []
    assert not Notice.objects.filter(person=registrar).exists()
    assert len(letters_to(colleague)) == 1, "nobody who stands in can, so the unit is told"
    assert "som är borta" in letters_to(colleague)[0].body


@pytest.mark.parametrize("key", ["stina.ek", "birgitta.falk", "gunilla.berg", "hanna.stahl"])
def test_who_stands_in_reads_and_does_no_more_than_before(world, taken, johan, amina, key):
    """The law: a person's rights are the same with and without a seat for somebody else."""
    person = world[key]
    secret = visits.draft(by=amina)
    before = rights(person, taken, secret)
    for one in (johan, amina):
        row = Away(person=one, first=TODAY, last=WEEK, by=one, at=timezone.now())
        row._history_user = one
        row.save()
        row.stand_ins.create(person=person)

    assert rights(type(person).objects.get(pk=person.pk), taken, secret) == before


def rights(person, *items):
    seen = visible_to(person, on=TODAY)
    return [(seen.filter(pk=item.pk).exists(), permitted(person, item, on=TODAY)) for item in items]


def test_a_secret_matter_reaches_no_bell_mail_or_count_of_who_may_not_read_it(
    world, johan, colleague, amina
):
    canary = "KANARIEFÅGEL"
    hanna = world["hanna.stahl"]
    item = visits.handed_in(by=amina, ask=RoleName.INTERNATIONAL_UNIT)
    row = Engagement.objects.get(pk=item.pk)
    row.title, row.secret, row.ball_person = canary, True, johan
    row._history_user = amina
    row.save()
    OutboxMessage.objects.all().delete()
    away(johan, hanna)
    client = Client()
    client.force_login(hanna, "allauth.account.auth_backends.AuthenticationBackend")

    ball_comes(row)
    pages = [client.get(reverse(name)).content.decode() for name in ("start", "notices", "away")]

    assert letters_to(hanna) == []
    assert not Notice.objects.filter(person=hanna).exists()
    assert all(canary not in page and item.number not in page for page in pages)


def test_who_stands_in_and_is_away_passes_it_on_and_a_ring_ends(johan, colleague, world):
    tove = world["tove.alm"]
    away(johan, colleague, last=WEEK)
    # Their own absence comes later, so it is taken; whom they name is there.
    row = Away(person=colleague, first=TODAY, last=WEEK, by=colleague, at=timezone.now())
    row._history_user = colleague
    row.save()
    row.stand_ins.create(person=tove)
    row.stand_ins.create(person=johan)

    assert standing_in.absent([johan.pk], on=TODAY)[johan.pk].instead == (tove,)
    assert standing_in.stood_for(tove, on=TODAY) == {johan.pk, colleague.pk}
    assert standing_in.stood_for(johan, on=TODAY) == {colleague.pk}


def test_who_stands_in_is_told_the_louder_way_of_the_two(taken, johan, colleague):
    choose(colleague, ball=Way.APP)
    away(johan, colleague)

    told = notices.audience([johan], Sort.BALL, on=TODAY, may=notices.reads(taken, on=TODAY))

    assert [(one.person, one.way) for one in told] == [(johan, Way.MAIL), (colleague, Way.MAIL)]


def test_what_is_late_reaches_who_stands_in_with_the_words(taken, johan, colleague):
    taken.due = TODAY - timedelta(days=3)
    taken._history_user = johan
    taken.save()
    away(johan, colleague, last=TODAY + timedelta(days=14))
    tuesday = timezone.now() + timedelta(days=(1 - timezone.localdate().weekday()) % 7)

    schedule.remind_of_late(at=tuesday)
    deliver_all()

    (letter,) = letters_to(type(colleague).objects.get(pk=colleague.pk))
    assert "för Johan Ekström, som är borta" in letter.body
    assert "för Johan" not in letters_to(johan)[0].body


def test_the_one_who_is_asked_for_an_organisation_is_stood_in_for_by_who_may_answer(world, amina):
    stina = world["stina.ek"]
    item = visits.handed_in(by=amina, ask=RoleName.INTERNATIONAL_UNIT)
    deputy = Role(
        user=world["lena.forsgren"], name=str(RoleName.DEPUTY), valid_from=date(2020, 1, 1)
    )
    deputy.organisation = Organisation.objects.get(pk=stina.roles.get().organisation_id)
    deputy._history_user = None
    deputy.save()
    asked = Consultation(
        engagement=item, organisation=deputy.organisation, asked_by=amina,
        asked_at=timezone.now(), due=WEEK,
    )  # fmt: skip
    asked._history_user = amina
    asked.save()
    OutboxMessage.objects.all().delete()
    away(stina, deputy.user)

    tasks.TOPICS["notify.asked"](consultation_id=asked.pk)
    deliver_all()

    (letter,) = letters_to(deputy.user)
    assert letter.body.startswith("För Stina Ek, som är borta")


def test_who_stands_in_is_not_told_of_what_they_wrote_themselves(taken, johan, colleague):
    away(johan, colleague)

    advising.write(taken, text="Jag tar det.", by=colleague, at=timezone.now())
    deliver_all()

    assert Notice.objects.filter(person=johan, code="message").exists()
    assert not Notice.objects.filter(person=colleague, code="message").exists()


def test_who_is_named_is_told_by_mail_in_their_language(johan, colleague):
    colleague.language = "en"
    colleague.save()

    being_away.be_away(
        johan, first=TODAY, last=WEEK, instead=[colleague], by=johan, at=timezone.now()
    )
    deliver_all()

    (letter,) = letters_to(colleague)
    assert letter.subject.startswith("You stand in for Johan Ekström")
    mail.outbox.clear()


@pytest.mark.parametrize(
    ("first", "last", "field", "said"),
    [
        (WEEK, TODAY, "last", "samma dag eller senare"),
        (TODAY - timedelta(days=9), TODAY - timedelta(days=2), "last", "inte har varit"),
        (TODAY, TODAY + timedelta(days=400), "last", "ett år"),
        (TODAY + timedelta(days=2), TODAY + timedelta(days=30), "first", "finns redan frånvaro"),
    ],
)
def test_days_that_can_not_be_are_refused_in_words(johan, colleague, first, last, field, said):
    away(johan, colleague)

    with pytest.raises(being_away.NotPossible, match=said) as refused:
        away(johan, colleague, first=first, last=last)

    assert refused.value.field == field


def test_the_same_absence_twice_is_one(johan, colleague):
    assert away(johan, colleague) == away(johan, colleague)


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("johan.ekstrom", "ersätta sig själv"),
        ("stina.ek", "ingen roll i samma verksamhet"),
        ("tove.alm", "är själv borta"),
        ("lena.forsgren", "ersätts av Johan Ekström"),
    ],
)
def test_who_can_not_stand_in_is_refused_in_words(world, johan, colleague, named, said):
    away(world["tove.alm"])
    away(colleague, johan)

    with pytest.raises(being_away.NotPossible, match=said) as refused:
        away(johan, world[named])

    assert refused.value.field == "instead"


def test_the_database_holds_one_absence_at_a_time_and_its_history(johan, colleague):
    row = away(johan, colleague)

    with pytest.raises(IntegrityError, match="away_once_at_a_time"), transaction.atomic():
        Away.objects.create(person=johan, first=WEEK, last=WEEK, by=johan, at=timezone.now())
    with pytest.raises(IntegrityError, match="history guard"), transaction.atomic():
        commit("update engagements_away set last = first")
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        row.stand_ins.all().delete()
    being_away.be_back(row, by=johan, at=timezone.now())
    assert list(row.history.values_list("history_user", flat=True)) == [johan.pk, johan.pk]


@pytest.mark.parametrize("key", ["amina.lindqvist", "nils.ahlin", "johan.ekstrom", "ingrid.ros"])
@pytest.mark.parametrize("whose", ["amina.lindqvist", "johan.ekstrom"])
def test_an_absence_is_said_by_the_person_and_by_an_administrator(world, client, key, whose):
    by, person = world[key], world[whose]
    may = key in (whose, "nils.ahlin")
    assert being_away.may_say(by, person, on=TODAY) is may
    if not may:
        with pytest.raises(being_away.NotYours):
            away(person, by=by)
    row = away(person)
    client.force_login(by, "allauth.account.auth_backends.AuthenticationBackend")

    answer = client.post(reverse("away_back", args=[row.pk]))
    page = client.get(reverse("settings_person_away", args=[person.pk]))

    row.refresh_from_db()
    assert (answer.status_code, row.ended_at is not None) == ((302, True) if may else (404, False))
    assert page.status_code == (200 if key == "nils.ahlin" else 404)


def test_nothing_typed_is_lost_and_what_is_kept_is_shown(client, johan, colleague):
    client.force_login(johan, "allauth.account.auth_backends.AuthenticationBackend")
    typed = {"first": WEEK.isoformat(), "last": "i julas", "instead": [str(colleague.pk)]}

    refused = client.post(reverse("away"), typed)
    client.post(reverse("away"), typed | {"last": WEEK.isoformat()})
    page = client.get(reverse("away")).content.decode()

    assert refused.status_code == 422
    assert 'value="i julas"' in refused.content.decode()
    assert refused.content.decode().count("checked") == 1
    assert "ersätts av Lena Forsgren" in " ".join(page.split())


def test_the_page_and_the_queue_say_who_is_away_and_who_stands_in(client, taken, johan, colleague):
    away(johan, colleague)
    client.force_login(colleague, "allauth.account.auth_backends.AuthenticationBackend")

    item = " ".join(client.get(taken.get_absolute_url()).content.decode().split())
    queue = " ".join(client.get(reverse("queue"), {"vy": "mig"}).content.decode().split())

    said = f"Johan Ekström är borta till och med {WEEK.day} {month(WEEK)}"
    assert f"{said}, Lena Forsgren ersätter." in item
    assert f"{said}, Lena Forsgren ersätter." in queue
    assert "Bollen ligger hos dig" in item


def test_a_queue_with_many_rows_asks_once_who_is_away(client, world, johan, colleague):
    away(johan, colleague)
    client.force_login(colleague, "allauth.account.auth_backends.AuthenticationBackend")

    def queries():
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.get(reverse("queue"), {"vy": "mig"})
        return len(asked)

    def take_one():
        item = visits.handed_in(by=world["amina.lindqvist"], ask=RoleName.INTERNATIONAL_UNIT)
        advising.take(item, by=johan, at=timezone.now())

    take_one()
    queries()
    first = queries()
    for _time in range(4):
        take_one()

    assert queries() == first
