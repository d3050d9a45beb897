"""What a person is told where, as they have chosen: in Utblick, at once by mail, on Monday."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from engagements import lifecycle, outbox
from engagements.calendar import opens
from engagements.models import Engagement, OutboxMessage
from engagements.registration import register
from engagements.vocabulary import AdviceKind, Body, Outcome, RoleName, SecrecySection, Status
from governance import notices, notifications, schedule, tasks
from governance.actions import advising, deciding, keeping, noticing, replying, secrecy, talking
from governance.actions import meeting as meetings
from governance.models import Job, JobState, Notice, NoticeChoice, Reply, Sort, Way
from tests.factories import visits
from tests.factories.meetings import seated
from visits.models import Visit

MAIL, APP, DIGEST, OFF = Way.MAIL, Way.APP, Way.DIGEST, Way.OFF
pytestmark = pytest.mark.django_db


def deliver_all():
    while due := OutboxMessage.objects.filter(done_at=None).first():
        tasks.deliver(message_id=str(due.pk))
        due.refresh_from_db()
        assert due.done_at, due.last_error


def letters_to(person):
    return [letter for letter in mail.outbox if letter.to == [person.email]]


def next_monday():
    return opens(timezone.localdate() + timedelta(days=7))


def choose(person, **chosen):
    ways = {Sort(sort): way for sort, way in chosen.items()}
    noticing.choose(ways, by=person, at=timezone.now())


def asked(world, **answers):
    """Return a visit that waits for the international unit, with nothing told of it yet."""
    item = visits.handed_in(by=world["amina.lindqvist"], ask=RoleName.INTERNATIONAL_UNIT, **answers)
    return Engagement.objects.with_ball().select_related("organisation__board").get(pk=item.pk)


def ball_comes(world):
    asked(world)
    deliver_all()


def it_gets_late(world):
    item = asked(world)
    OutboxMessage.objects.all().delete()
    late = lifecycle.lock(item.pk)
    late.due = timezone.localdate() - timedelta(days=3)
    lifecycle.save(late, by=world["amina.lindqvist"], at=timezone.now(), why="")
    tuesday = timezone.now() + timedelta(days=(1 - timezone.localdate().weekday()) % 7)
    schedule.remind_of_late(at=tuesday)
    deliver_all()


def meeting_is_called(world):
    at = timezone.now()
    seated(world, at=at)
    who = {"by": world["elsa.thorn"], "at": at}
    meeting = meetings.plan(starts_at=at + timedelta(days=40), place="Stadshuset", **who)
    meetings.call(meeting, **who)
    deliver_all()


def somebody_answers(world):
    item = asked(world)
    OutboxMessage.objects.all().delete()
    advising.write(item, text="Hej.", by=world["johan.ekstrom"], at=timezone.now())
    deliver_all()


def somebody_mentions(world):
    item, johan = visits.handed_in(by=world["amina.lindqvist"]), world["johan.ekstrom"]
    OutboxMessage.objects.all().delete()
    who = {"by": world["amina.lindqvist"], "at": timezone.now()}
    talking.comment(item, text=f"@{johan}", internal=True, mentioned=[johan], **who)
    deliver_all()


def file_is_ready(world):
    about = {"report": "besok", "format": "csv", "asked_at": timezone.now()}
    job = Job.objects.create(asked_by=world["ingrid.ros"], state=JobState.DONE, **about)
    with transaction.atomic():
        outbox.promise("job.done", at=timezone.now(), job_id=str(job.pk))
    deliver_all()


HAPPENS = {
    Sort.BALL: (ball_comes, "johan.ekstrom"),
    Sort.REMINDER: (it_gets_late, "johan.ekstrom"),
    Sort.MEETING: (meeting_is_called, "karim.nordin"),
    Sort.ANSWER: (somebody_answers, "amina.lindqvist"),
    Sort.MENTION: (somebody_mentions, "johan.ekstrom"),
    Sort.FILE: (file_is_ready, "ingrid.ros"),
}


@pytest.mark.parametrize(
    ("sort", "way", "in_utblick", "at_once", "on_monday"),
    [
        # What lies with a person stands in Monday's mail whatever they chose for it.
        (Sort.BALL, MAIL, True, True, True),
        (Sort.BALL, APP, True, False, True),
        (Sort.BALL, DIGEST, True, False, True),
        (Sort.REMINDER, MAIL, True, True, True),
        (Sort.REMINDER, APP, True, False, True),
        (Sort.REMINDER, DIGEST, True, False, True),
        (Sort.REMINDER, OFF, False, False, True),
        (Sort.MEETING, MAIL, True, True, False),
        (Sort.MEETING, APP, True, False, False),
        (Sort.MEETING, DIGEST, True, False, True),
        (Sort.ANSWER, MAIL, True, True, False),
        (Sort.ANSWER, APP, True, False, False),
        (Sort.ANSWER, DIGEST, True, False, True),
        (Sort.ANSWER, OFF, False, False, False),
        (Sort.MENTION, MAIL, True, True, False),
        (Sort.MENTION, APP, True, False, False),
        (Sort.MENTION, DIGEST, True, False, True),
        (Sort.MENTION, OFF, False, False, False),
        (Sort.FILE, MAIL, True, True, False),
        (Sort.FILE, APP, True, False, False),
        (Sort.FILE, DIGEST, True, False, True),
        (Sort.FILE, OFF, False, False, False),
    ],
)
def test_what_a_person_chose_is_where_they_are_told(
    world, sort, way, in_utblick, at_once, on_monday
):
    happens, key = HAPPENS[sort]
    person = world[key]
    choose(person, **{str(sort): way})

    happens(world)
    told = Notice.objects.filter(person=person, sort=sort).exists()
    wrote = len(letters_to(person))
    mail.outbox.clear()
    notifications.send_digest(person, on=next_monday())

    assert (told, wrote, bool(mail.outbox)) == (in_utblick, int(at_once), on_monday)


@pytest.mark.parametrize(
    ("roles", "usual"),
    [
        ([], (MAIL, MAIL, MAIL, APP, MAIL, MAIL, MAIL, MAIL)),
        ([RoleName.CONTACT_PERSON], (MAIL, MAIL, MAIL, MAIL, MAIL, MAIL, MAIL, MAIL)),
        ([RoleName.DEPUTY], (MAIL, MAIL, MAIL, DIGEST, MAIL, MAIL, MAIL, MAIL)),
        ([RoleName.BOARD_SECRETARY], (MAIL, DIGEST, MAIL, APP, MAIL, MAIL, MAIL, MAIL)),
        ([RoleName.INTERNATIONAL_UNIT], (MAIL, MAIL, MAIL, APP, MAIL, MAIL, MAIL, MAIL)),
        # Of two roles the one that is told most counts.
        (
            [RoleName.DEPUTY, RoleName.CONTACT_PERSON],
            (MAIL, MAIL, MAIL, MAIL, MAIL, MAIL, MAIL, MAIL),
        ),
        (
            [RoleName.READER, RoleName.BOARD_SECRETARY],
            (MAIL, MAIL, MAIL, APP, MAIL, MAIL, MAIL, MAIL),
        ),
    ],
)
def test_who_has_chosen_nothing_is_told_as_is_usual_for_their_roles(roles, usual):
    found = notices.usual(roles)

    assert tuple(found[sort] for sort in Sort) == usual


def test_what_a_person_chose_holds_whatever_their_role(world, amina, erik_palm):
    choose(erik_palm, answer=APP)

    found = notices.ways([amina, erik_palm], on=timezone.localdate())

    assert [found[person.pk][Sort.ANSWER] for person in (amina, erik_palm)] == [MAIL, APP]


@pytest.fixture
def erik_palm(world):
    return world["erik.palm"]


@pytest.mark.parametrize("sort", [Sort.BALL, Sort.MEETING])
def test_what_waits_for_a_person_is_never_off(johan, sort):
    with pytest.raises(noticing.NotPossible, match="kan inte stängas av"):
        choose(johan, **{str(sort): OFF})
    with pytest.raises(IntegrityError, match="some_notices_are_never_off"), transaction.atomic():
        NoticeChoice.objects.create(person=johan, sort=sort, way=OFF)

    assert johan.choices.count() == 0


def test_nothing_is_gathered_in_a_mail_that_is_not_sent(johan):
    with pytest.raises(noticing.NotPossible, match="Måndagsmejlet behövs") as refused:
        choose(johan, answer=DIGEST, digest=OFF)

    assert (refused.value.sort, johan.choices.count()) == (Sort.DIGEST, 0)


def test_a_person_is_told_once_however_often_it_is_delivered(world, johan):
    item = asked(world)

    for _time in range(2):
        tasks.TOPICS["notify.ball"](engagement_id=item.pk, event="submitted")
    deliver_all()

    assert johan.notices.count() == len(letters_to(johan)) == 1


def test_the_thread_tells_its_own_and_whose_turn_it_is_but_not_the_writer(world, amina, johan):
    item = asked(world)
    deliver_all()
    Notice.objects.all().delete()

    advising.write(item, text="Hur många blir ni?", by=johan, at=timezone.now())
    deliver_all()

    told = Notice.objects.order_by("person__email").values_list("person__email", "code")
    assert list(told) == [(amina.email, "message"), (world["erik.palm"].email, "message")]


def test_what_is_written_is_not_in_the_mail_that_tells_of_it(world, amina, johan):
    item = asked(world)
    deliver_all()
    mail.outbox.clear()

    advising.write(item, text="Ministern kommer själv.", by=johan, at=timezone.now())
    deliver_all()

    (letter,) = mail.outbox
    assert letter.subject == (
        f"Johan Ekström skrev i rådgivningen: Besök från Oslo kommune ({item.number})"
    )
    assert "Ministern" not in letter.body
    assert f"/arenden/{item.number}/" in letter.body


def test_nobody_is_told_of_a_secret_engagement_that_they_may_not_read(world, amina, johan):
    karim = world["karim.nordin"]
    item = asked(world)
    advising.write(item, text="Hej.", by=karim, at=timezone.now())
    secrecy.make_secret(
        item, section=SecrecySection.FOREIGN, grounds="Utrikes.", by=johan, at=timezone.now()
    )
    OutboxMessage.objects.all().delete()

    advising.write(item, text="Hej igen.", by=johan, at=timezone.now())
    deliver_all()

    assert karim.notices.count() == 0
    (letter,) = letters_to(amina)
    assert "Oslo" not in letter.subject + letter.body
    assert item.number in letter.subject


def test_a_notice_is_not_shown_when_its_engagement_has_become_secret(world, johan):
    karim, item = world["karim.nordin"], asked(world)
    about = {"engagement": item, "by": johan, "at": timezone.now(), "once": "x"}
    notices.tell([karim], Sort.ANSWER, "message", **about, on=timezone.localdate())
    before = notices.unread(karim, on=timezone.localdate()).count()

    secrecy.make_secret(
        item, section=SecrecySection.FOREIGN, grounds="Utrikes.", by=johan, at=timezone.now()
    )

    assert (before, notices.told_to(karim, on=timezone.localdate()).count()) == (1, 0)


def test_a_turn_that_has_gone_on_is_no_longer_unread(world, amina, johan):
    item = asked(world)
    deliver_all()
    unread = notices.unread(johan, on=timezone.localdate())
    before = [notices.said(notice) for notice in unread]

    advising.advise(
        item, kind=AdviceKind.SUPPORT, text="Ja.", clauses=[],
        unit=RoleName.INTERNATIONAL_UNIT, by=johan, at=timezone.now(),
    )  # fmt: skip

    assert [text.partition(" senast ")[0] for text in before] == ["Ge råd"]
    assert list(unread.all()) == []
    assert notices.told_to(johan, on=timezone.localdate()).get().gone_on


def test_a_turn_that_a_colleague_has_taken_is_no_longer_unread(world, amina, erik_palm):
    item = visits.handed_in(by=amina)
    deliver_all()
    assert notices.unread(erik_palm, on=timezone.localdate()).count() == 1

    row = lifecycle.lock(item.pk)
    row.ball_person = amina
    lifecycle.save(row, by=amina, at=timezone.now(), why="")

    assert notices.unread(erik_palm, on=timezone.localdate()).count() == 0
    assert notices.unread(amina, on=timezone.localdate()).count() == 1


def test_who_gets_an_engagement_shared_is_told_by_whom(world, amina):
    ingrid, item = world["ingrid.ros"], visits.draft(by=amina)

    keeping.share_with(item, email=ingrid.email, by=amina, at=timezone.now())
    deliver_all()

    notice = notices.told_to(ingrid, on=timezone.localdate()).get()
    assert notices.said(notice) == "Amina Lindqvist delade ärendet med dig"
    with translation.override("en"):
        assert notices.said(notice) == "Amina Lindqvist shared the case with you"


def test_the_delegation_hears_of_no_inner_step_but_gets_its_reply(world, amina, johan):
    outsider = "hilde@oslo.example"
    item = asked(world, contact_email=outsider)
    advising.write(item, text="Hej.", by=johan, at=timezone.now())
    deliver_all()
    advising.advise(
        item, kind=AdviceKind.SUPPORT, text="Ja.", clauses=[],
        unit=RoleName.INTERNATIONAL_UNIT, by=johan, at=timezone.now(),
    )  # fmt: skip
    deliver_all()
    item = Engagement.objects.select_related("organisation__board").get(pk=item.pk)
    decision = deciding.decide(
        item, outcome=Outcome.COUNTERED, grounds="Kom i maj.", organisation=item.organisation,
        role=RoleName.CONTACT_PERSON, by=amina, at=timezone.now(),
    )  # fmt: skip
    deliver_all()
    inner = {address for letter in mail.outbox for address in letter.recipients()}
    mail.outbox.clear()

    reply = replying.propose(
        item, decision, contact="Hilde", to=outsider, wants_letter=False, language="en",
        by=amina, at=timezone.now(),
    )  # fmt: skip
    replying.send(
        reply, to=outsider, subject=reply.subject, body=reply.body, by=amina, at=timezone.now()
    )
    deliver_all()

    assert inner == {
        amina.email,
        world["erik.palm"].email,
        world["gunilla.berg"].email,
        johan.email,
    }
    assert [letter.to for letter in mail.outbox] == [[outsider]]
    assert Reply.objects.get().state == "sent"


# --- Monday's mail -----------------------------------------------------------------------------

MONDAY = date(2026, 11, 23)


def lies_with_johan(world, title, due):
    item = asked(world)
    row = lifecycle.lock(item.pk)
    row.title, row.due = title, due
    return lifecycle.save(row, by=world["amina.lindqvist"], at=timezone.now(), why="")


def takes_place(world, title, starts_on):
    item = visits.approved(by=world["amina.lindqvist"])
    row = lifecycle.lock(item.pk)
    row.title, row.starts_on, row.ends_on, row.ball = title, starts_on, starts_on, ""
    return lifecycle.save(row, by=world["amina.lindqvist"], at=timezone.now(), why="")


def test_mondays_mail_says_what_is_late_and_what_waits(world, johan):
    lies_with_johan(world, "Gent", date(2026, 11, 27))
    lies_with_johan(world, "Lyon", date(2026, 11, 20))

    notifications.send_digest(johan, on=MONDAY)

    (letter,) = mail.outbox
    said = [line for line in letter.body.splitlines() if line and "http" not in line]
    assert letter.subject == "2 ärenden ligger hos dig den här veckan"
    assert [line.partition(" (")[0] for line in said] == [
        "Hej Johan Ekström,",
        "Försenat",
        "- Ge råd senast fredag 20 november: Lyon",
        "Väntar på dig",
        "- Ge råd senast fredag 27 november: Gent",
        "-- ",
    ]


def test_mondays_mail_says_what_comes_this_week_and_not_the_next(world, amina):
    takes_place(world, "Gent", date(2026, 11, 29))
    takes_place(world, "Lyon", date(2026, 11, 30))

    notifications.send_digest(amina, on=MONDAY)

    (letter,) = mail.outbox
    assert letter.subject == "Din vecka i Utblick"
    assert "- söndag 29 november: Gent" in letter.body
    assert "Lyon" not in letter.body


def test_who_sits_at_the_table_reads_on_monday_that_it_meets(world):
    at = timezone.now()
    seated(world, at=at)
    starts_at = at + timedelta(days=40)
    meetings.plan(starts_at=starts_at, place="Stadshuset", by=world["elsa.thorn"], at=at)
    monday = timezone.localdate(starts_at) - timedelta(days=timezone.localdate(starts_at).weekday())

    for key in ("karim.nordin", "ingrid.ros"):
        notifications.send_digest(world[key], on=monday)

    (letter,) = mail.outbox
    assert letter.to == [world["karim.nordin"].email]
    assert "internationella beredningen, Stadshuset" in letter.body


def test_mondays_mail_never_names_a_secret_engagement(world, amina, johan):
    item = lies_with_johan(world, "Lyon", date(2026, 11, 20))
    secrecy.make_secret(
        item, section=SecrecySection.FOREIGN, grounds="Utrikes.", by=johan, at=timezone.now()
    )

    notifications.send_digest(johan, on=MONDAY)

    (letter,) = mail.outbox
    assert "Lyon" not in letter.subject + letter.body
    assert item.number in letter.body


def test_mondays_mail_speaks_its_readers_language(world, johan):
    johan.language = "en"
    lies_with_johan(world, "Lyon", date(2026, 11, 20))

    notifications.send_digest(johan, on=MONDAY)

    (letter,) = mail.outbox
    assert letter.subject == "One case is with you this week"
    assert "Late\n- Give advice by Friday 20 November: Lyon" in letter.body
    assert "Change what you get: " in letter.body


def test_thirty_rows_of_each_part_ask_the_database_no_more_than_one(world, amina, johan):
    choose(amina, answer=DIGEST)

    host = amina.roles.get().organisation
    who = {"by": amina, "at": timezone.now()}

    def decided(title):
        item = register(Visit, organisation=host, title=title, **who)
        return lifecycle.move(item, Status.DECISION, why="", ball=Body.RECEIVING_BODY, **who)

    def fill(count):
        for number in range(count):
            item = decided("Gent")
            due = MONDAY - timedelta(days=number % 2)
            to = {"ball": Body.RECEIVING_BODY, "ball_organisation": host, "due": due}
            lifecycle.hand(item, why="", **to, **who)
            row = lifecycle.move(decided("Lyon"), Status.APPROVED, why="", ball=None, **who)
            row.starts_on = MONDAY
            lifecycle.save(row, why="", **who)
            about = {"engagement": item, "by": johan, "at": timezone.now(), "once": str(item.pk)}
            notices.tell([amina], Sort.ANSWER, "message", **about, on=MONDAY)

    def digest():
        amina._reach = None
        with CaptureQueriesContext(connection) as queries:
            notifications.send_digest(amina, on=MONDAY)
        return len(queries)

    fill(2)
    few = digest()
    fill(28)

    assert digest() == few
    body = mail.outbox[-1].body
    assert body.count("skrev i rådgivningen") == 30
    assert body.count("måndag 23 november: Lyon") == 30
    assert body.count("- Ta ställning senast") == 30


@pytest.mark.parametrize("template", ["ball", "digest", "job", "meeting", "notice", "reminder"])
def test_every_mail_that_can_be_chosen_leads_to_the_choice(template):
    with open(f"templates/mail/{template}.txt", encoding="utf-8") as text:
        assert '{% include "mail/_foot.txt" %}' in text.read()


def test_the_link_at_the_foot_leads_to_the_choice_after_signing_in(world, johan, client, settings):
    asked(world)
    deliver_all()
    (letter,) = letters_to(johan)
    link = letter.body.strip().splitlines()[-1].rpartition(" ")[2]
    path = link.removeprefix(settings.PUBLIC_BASE_URL)

    answer = client.get(path)

    assert answer.headers["Location"] == f"/login/?next={path}"
    client.force_login(johan)
    assert b"Vad du f\xc3\xa5r" in client.get(path).content


def test_body_and_status_of_what_lies_with_nobody_in_the_city_tells_nobody(world, amina):
    item = asked(world)
    OutboxMessage.objects.all().delete()
    row = lifecycle.move(
        item, Status.DECISION, by=amina, at=timezone.now(), why="", ball=Body.DELEGATION
    )

    tasks.TOPICS["notify.ball"](engagement_id=row.pk, event="decided")

    assert Notice.objects.count() == OutboxMessage.objects.count() == 0
