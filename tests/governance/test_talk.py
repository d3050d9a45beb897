"""Comments, whom they name, and tasks that stand until they are done."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from engagements import lifecycle, readers
from engagements.models import Conflict, Engagement, OutboxMessage
from engagements.permissions import share
from engagements.registration import set_taking_part
from engagements.vocabulary import RoleName, SecrecySection
from governance import almanac, notices, notifications, schedule, searching, talk, tasks
from governance.actions import being_away, deadlines, keeping, secrecy, talking
from governance.actions.talking import Asked
from governance.mentions import named_in
from governance.models import Comment, Mention, Notice, Todo
from governance.reports.listing import LISTINGS
from tests.factories import visits
from tests.governance.test_dossier import masked_file, read

pytestmark = pytest.mark.django_db
CANARY = "KANARIEFAGEL"


def today():
    return timezone.localdate()


def in_days(days):
    return today() + timedelta(days=days)


@pytest.fixture
def item(world, amina):
    """A visit with an organisation that takes part, and one named reader."""
    made = visits.handed_in(by=amina, ask=RoleName.INTERNATIONAL_UNIT)
    set_taking_part(made, [world["lena.forsgren"].roles.get().organisation], by=amina)
    share(made, with_user=world["petra.nyman"])
    OutboxMessage.objects.all().delete()
    return Engagement.objects.select_related("organisation").get(pk=made.pk)


@pytest.fixture
def as_user(login):
    def browse(user):
        client = Client()
        login(client, user)
        return client

    return browse


def deliver_all():
    while due := OutboxMessage.objects.filter(done_at=None).first():
        tasks.deliver(message_id=str(due.pk))
        due.refresh_from_db()
        assert due.done_at, due.last_error


def at(item, path=""):
    return f"/arenden/{item.number}/{path}"


def say(client, item, text, *, read_by="alla", **more):
    return client.post(at(item, "kommentarer/"), {"remark": text, "read_by": read_by} | more)


def said(item, text, by, *, internal=False, **more):
    return talking.comment(item, text=text, internal=internal, by=by, at=timezone.now(), **more)


def letters_to(person):
    return [letter for letter in mail.outbox if letter.to == [person.email]]


# --- whom a text names ---------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "people", "unknown"),
    [
        ("@Johan Ekström kan du se?", ["johan.ekstrom"], []),
        ("Hej (@johan ekström), @Sara Öberg!", ["johan.ekstrom", "sara.oberg"], []),
        ("@Johan Ekström och @Johan Ekström.", ["johan.ekstrom"], []),
        ("Skriv till johan@Ekström.se", [], []),
        ("Vi finns som @stockholm där", [], []),
        ("@Johan", [], ["Johan"]),
        ("Se @Johan Ekstrand om det", [], ["Johan Ekstrand"]),
        ("Utan någon", [], []),
    ],
)
def test_who_is_named_is_found_by_the_whole_name(item, world, text, people, unknown):
    found = named_in(text, readers=readers.readers_of(item, on=today()))

    assert (found.people, found.unknown) == ([world[key] for key in people], unknown)
    assert found.shut_out == []


def test_the_longest_name_that_fits_counts(item, world):
    short, longer = world["johan.ekstrom"], world["sara.oberg"]
    short.name, longer.name = "Sara Öberg", "Sara Öberg Lind"
    short.save()
    longer.save()
    reading = readers.readers_of(item, on=today())

    assert named_in("@Sara Öberg Lind, ja", readers=reading).people == [longer]
    assert named_in("@Sara Öberg, ja", readers=reading).people == [short]


def test_who_may_not_read_is_told_of_at_the_box_and_nothing_is_lost(item, world, amina, as_user):
    stranger = world["olle.brandt"]
    text = f"@{stranger} vad säger du?"

    answer = say(as_user(amina), item, text)

    assert answer.status_code == 422
    assert f"{stranger} får inte läsa ärendet. Dela det först" in answer.text
    assert text in answer.text
    assert not Comment.objects.exists()


def test_who_reads_but_not_inside_is_not_named_inside(item, world, amina, as_user):
    lena, client = world["lena.forsgren"], as_user(amina)

    inside = say(client, item, f"@{lena} vad säger du?", read_by="internt")
    say(client, item, f"@{lena} vad säger du?", read_by="alla")

    assert f"{lena} läser inte det som är internt." in inside.text
    assert [one.person for one in Mention.objects.all()] == [lena]


# --- who reads what ------------------------------------------------------------------------------
def test_what_is_internal_is_read_by_its_own_and_slk_alone(item, world, amina, as_user):
    said(item, f"{CANARY} {world['erik.palm']}", amina, internal=True)
    said(item, "Det här är för alla", amina)
    reading = {
        key: as_user(world[key]).get(at(item)).text
        for key in ("erik.palm", "johan.ekstrom", "lena.forsgren", "petra.nyman", "ingrid.ros")
    }

    assert {key for key, html in reading.items() if CANARY in html} == {
        "erik.palm",
        "johan.ekstrom",
    }
    assert all("Det här är för alla" in html for html in reading.values())


OUTSIDE = ["lena.forsgren", "petra.nyman", "ingrid.ros", "tove.alm", "gunilla.berg", "anders.wik"]


@pytest.mark.parametrize("key", OUTSIDE)
def test_what_is_internal_sings_nowhere_for_who_may_not_hear(item, world, amina, as_user, key):
    """Page, history, bell, list of notices and its file, start, search, calendar, whole file."""
    johan, client = world["johan.ekstrom"], as_user(world[key])
    mine = Asked(johan, in_days(3))
    said(item, f"{CANARY} @{johan}", amina, internal=True, mentioned=[johan], asked=mine)
    talking.give(item, what=f"{CANARY} 2", internal=True, asked=mine, by=amina, at=timezone.now())
    deliver_all()

    pages = [
        at(item),
        at(item, "akt/"),
        at(item, "liknande/"),
        at(item, "kommentarer/namn/"),
        "/",
        "/aviseringar/",
        reverse("list_file", args=["aviseringar", "csv"]),
        f"/sok/?q={CANARY}",
        f"/arenden/?q={CANARY}",
        f"/insyn/?q={CANARY}",
        "/kalender/",
    ]
    heard = [
        page for page in pages if CANARY in _whole(client.get(page)).replace(f"q={CANARY}", "")
    ]

    assert [page for page in heard if "?q=" not in page] == []
    assert str(item.title) not in client.get(f"/sok/?q={CANARY}").text
    assert CANARY not in "".join(f"{one.subject} {one.body}" for one in mail.outbox)
    if key == "ingrid.ros":  # who reads all lists
        files = [client.get(reverse("list_file", args=[name, "csv"])) for name in LISTINGS]
        assert [one for one in files if CANARY in _whole(one)] == []
    assert Notice.objects.filter(person=world[key]).count() == 0


def test_what_is_internal_is_no_part_of_the_file_and_the_rest_is(item, amina):
    said(item, CANARY, amina, internal=True)
    said(item, "Det här är för alla", amina)

    made, _mask = masked_file(item, amina)
    told = read(made)

    assert "Det här är för alla" in told
    assert CANARY not in told


def _whole(response):
    found = b"".join(response) if response.streaming else response.content
    return found.decode(errors="replace")


def test_a_bell_of_what_is_internal_falls_silent_with_the_right(item, world, amina):
    erik = world["erik.palm"]
    said(item, f"@{erik} se här", amina, internal=True, mentioned=[erik])
    deliver_all()
    assert notices.unread(erik, on=today()).filter(code="mentioned").count() == 1

    role = erik.roles.get()
    role.valid_to = today() - timedelta(days=1)
    role.save()
    del erik._reach
    share(item, with_user=erik)

    assert notices.told_to(erik, on=today()).filter(code="mentioned").count() == 0


def test_a_mention_rings_and_mails_without_a_word_of_it(item, world, amina):
    johan = world["johan.ekstrom"]
    secrecy.make_secret(
        item, section=SecrecySection.FOREIGN, grounds="Prövas", by=johan, at=timezone.now()
    )
    OutboxMessage.objects.all().delete()
    said(item, f"{CANARY} @{johan}", amina, internal=True, mentioned=[johan, amina])
    deliver_all()

    (letter,) = letters_to(johan)
    assert letters_to(amina) == []
    assert f"{amina} nämnde dig i en kommentar: {item.number}" in letter.subject
    assert f"/arenden/{item.number}/#kommentar-" in letter.body
    assert CANARY not in letter.body
    assert item.title not in letter.subject + letter.body


def test_who_may_not_read_any_more_gets_no_mail_that_was_promised(item, world, amina):
    erik = world["erik.palm"]
    said(item, f"@{erik} se här", amina, internal=True, mentioned=[erik])
    tasks.deliver(message_id=str(OutboxMessage.objects.get(topic="notify.comment").pk))
    Conflict.objects.create(engagement=item, user=erik, grounds="Släkt", declared_at=timezone.now())
    deliver_all()

    assert letters_to(erik) == []


def test_a_form_sent_twice_is_one_comment_and_no_more_is_changed(item, amina, as_user):
    client, key = as_user(amina), "7d1f5c3e-52ab-4a3d-9b0e-0d6a52c1a001"
    for _click in range(2):
        say(client, item, "En gång", key=key)

    row = Comment.objects.get()
    for write in (lambda: Comment.objects.update(text="Annat"), row.delete):
        with pytest.raises(IntegrityError), transaction.atomic():
            write()


# --- tasks ---------------------------------------------------------------------------------------
def task(item, owner, by, *, days=5, internal=False, what="Ring Oslo"):
    asked = Asked(owner, in_days(days))
    return talking.give(item, what=what, internal=internal, asked=asked, by=by, at=timezone.now())


def test_a_comment_is_a_task_of_who_is_named_until_it_is_done(item, world, amina, as_user):
    johan = world["johan.ekstrom"]
    day = in_days(4).isoformat()
    say(as_user(amina), item, f"@{johan} ring dem", read_by="internt", is_task="on", last_day=day)
    deliver_all()
    row = Todo.objects.get()
    assert (row.owner, row.internal, row.due_on.isoformat()) == (johan, True, day)
    assert [one.code for one in notices.unread(johan, on=today())] == ["todo"]
    assert [len(letters_to(one)) for one in (amina, johan)] == [0, 1]

    theirs = as_user(johan)
    assert "ring dem" in theirs.get("/").text
    theirs.post(at(item, f"uppgifter/{row.pk}/klar/"), {"start": "1"})
    deliver_all()

    assert "ring dem" not in theirs.get("/").text
    row.refresh_from_db()
    assert (row.ended, row.ended_by) == ("done", johan)
    assert [one.code for one in notices.unread(amina, on=today())] == ["todo_done"]
    assert not notices.unread(johan, on=today()).filter(code="todo").exists()


@pytest.mark.parametrize(
    ("answers", "where"),
    [
        ({"doer": "Lena Forsgren", "read_by": "internt"}, "läser inte det som är internt"),
        ({"doer": "Olle Brandt", "read_by": "alla"}, "får inte läsa ärendet"),
        ({"doer": "Ingen Alls", "read_by": "alla"}, "Ingen heter så här"),
        ({"doer": "", "read_by": "alla"}, "Skriv vem som ska göra det"),
        ({"doer": "Johan Ekström", "last_day": "2020-01-01"}, "Dagen har passerat"),
        ({"doer": "Johan Ekström", "last_day": ""}, "Skriv ett datum"),
    ],
)
def test_a_task_that_cannot_be_given_says_why_at_its_question(item, amina, as_user, answers, where):
    usual = {"is_task": "on", "last_day": in_days(3).isoformat()}

    answer = say(as_user(amina), item, "Kan du ringa?", **(usual | answers))

    assert answer.status_code == 422
    assert where in answer.text
    assert "Kan du ringa?" in answer.text
    assert not Comment.objects.exists()
    assert not Todo.objects.exists()


def test_a_comment_becomes_one_task_and_goes_on_to_another(item, world, amina, as_user):
    johan, erik, client = world["johan.ekstrom"], world["erik.palm"], as_user(amina)
    row = said(item, "Någon borde ringa", amina, internal=True)
    answers = {"doer": johan.email, "last_day": in_days(3).isoformat()}
    made = client.post(at(item, f"kommentarer/{row.pk}/uppgift/"), answers)
    again = client.post(at(item, f"kommentarer/{row.pk}/uppgift/"), answers)
    assert (made.status_code, again.status_code) == (302, 409)
    first = Todo.objects.get()

    client.post(at(item, f"uppgifter/{first.pk}/lamna/"), answers | {"doer": str(erik)})
    second = Todo.objects.exclude(pk=first.pk).get()
    late = client.post(at(item, f"uppgifter/{first.pk}/klar/"))
    client.post(at(item, f"uppgifter/{second.pk}/aterta/"))

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.ended, second.ended, second.after) == ("handed_on", "taken_back", first)
    assert late.status_code == 409
    with pytest.raises(IntegrityError), transaction.atomic():
        Todo.objects.filter(pk=first.pk).update(ended="done")


WHO_MAY = {  # of a task that Amina gave Lena, in an open matter: done, taken back, handed on
    "lena.forsgren": (True, False, True),
    "amina.lindqvist": (True, True, True),
    "erik.palm": (True, True, True),
    "johan.ekstrom": (True, True, True),
    "petra.nyman": (False, False, False),
    "anders.wik": (False, False, False),
    "ingrid.ros": (False, False, False),
}


@pytest.mark.parametrize("key", WHO_MAY)
def test_a_task_is_ended_by_its_owner_and_the_matter_s_own(item, world, amina, as_user, key):
    lena, found = world["lena.forsgren"], []
    answers = {"doer": str(lena), "last_day": in_days(6).isoformat()}
    for path, data in (("klar", {}), ("aterta", {}), ("lamna", answers)):
        row = task(item, lena, amina)
        status = as_user(world[key]).post(at(item, f"uppgifter/{row.pk}/{path}/"), data).status_code
        found.append({302: True, 403: False}[status])

    assert tuple(found) == WHO_MAY[key]


def test_tasks_stand_by_their_last_day_and_leave_with_the_right(item, world, amina, as_user):
    lena = world["lena.forsgren"]
    later, sooner = task(item, lena, amina, days=9), task(item, lena, amina, days=2)
    assert list(talk.waits_for(lena, on=today())) == [sooner, later]
    assert "Det här väntar på dig." in as_user(lena).get("/").text

    secrecy.make_secret(
        item,
        section=SecrecySection.FOREIGN,
        grounds="Prövas",
        by=world["johan.ekstrom"],
        at=timezone.now(),
    )

    assert list(talk.waits_for(lena, on=today())) == []
    assert item.title not in as_user(lena).get("/").text


def test_closing_says_what_is_not_done(world, amina, as_user):
    made = visits.approved(by=amina, starts_on=today(), ends_on=today())
    task(made, world["johan.ekstrom"], amina, what="Tacka Oslo")
    client = as_user(amina)
    answers = {"learnt": "Mer om luft", "acted_on": "Prövar", "told": "Alla", "cost_sek": "1 900"}
    client.post(at(made, "uppfoljning/"), answers)

    html = client.get(at(made, "avsluta/")).text

    assert "En uppgift är inte klar" in html
    assert "Tacka Oslo" in html


def test_the_last_day_is_told_of_once_and_not_when_it_is_done(item, world, amina):
    johan, now = world["johan.ekstrom"], timezone.now()
    for what in ("Ring", "Skriv", "Vänta"):
        task(item, johan, amina, what=what, days=30 if what == "Vänta" else 7)
    done = Todo.objects.get(what="Skriv")
    talking.finish(done, by=johan, at=now)
    OutboxMessage.objects.all().delete()
    when = now + timedelta(days=7)

    told = [schedule.remind_of_todos(at=when), schedule.remind_of_todos(at=when)]

    assert told == [1, 0]
    assert Notice.objects.get(code="todo_due").todo.what == "Ring"


def give_four(item, owner, amina):
    """Give the owner one open task, one that is internal, one that is late and one that is done."""
    made = [
        task(item, owner, amina, what="Ring Oslos borgmästare"),
        task(item, owner, amina, what="Tala internt om kostnaden", internal=True),
        task(item, owner, amina, what="Boka ett rum", days=0),
        task(item, owner, amina, what="Tacka Oslo"),
    ]
    talking.finish(made[3], by=owner, at=timezone.now())
    return made


def test_monday_s_mail_says_which_tasks_are_open_and_late_and_none_of_their_words(
    item, world, amina
):
    johan, monday = world["johan.ekstrom"], in_days(1 + (7 - in_days(1).weekday()) % 7)
    made = give_four(item, johan, amina)
    mail.outbox.clear()

    notifications.send_digest(johan, on=monday)

    (letter,) = letters_to(johan)
    assert letter.body.count("/#uppgift-") == 3
    assert f"/#uppgift-{made[2].pk}" in letter.body.split("Försenad uppgift: klar senast")[1]
    assert all(one.what not in letter.body for one in made)
    assert f"#uppgift-{made[3].pk}" not in letter.body


@pytest.mark.parametrize(
    ("key", "stands"), [("johan.ekstrom", True), ("amina.lindqvist", False), ("olle.brandt", False)]
)
def test_a_task_stands_in_its_owner_s_calendar_alone(item, world, amina, key, stands):
    johan = world["johan.ekstrom"]
    made = give_four(item, johan, amina)
    matters = almanac.which(world[key], on=today())
    asked = almanac.Asked(world[key], today(), in_days(40), today(), matters)

    found = {one.key: one.about for one in almanac.entries(asked) if "-todo-" in one.key}

    wanted = {
        f"{item.number}-todo-{made[0].pk}": "Din uppgift: Ring Oslos borgmästare",
        f"{item.number}-todo-{made[1].pk}": "Din uppgift",
        f"{item.number}-todo-{made[2].pk}": "Din uppgift: Boka ett rum",
    }
    assert found == (wanted if stands else {})


def test_a_task_s_day_is_fetched_by_its_owner_with_the_matter_s(item, world, amina, as_user):
    johan = world["johan.ekstrom"]
    made = give_four(item, johan, amina)

    files = {one: as_user(one).get(at(item, "kalender.ics")).text for one in (johan, amina)}

    assert f"-todo-{made[0].pk}@" in files[johan]
    assert "internt om kostnaden" not in files[johan]
    assert "-todo-" not in files[amina]
    assert "kalender.ics" in as_user(johan).get(at(item)).text


def test_who_stands_in_has_the_tasks_in_mail_and_calendar_and_is_told_for_whom(
    item, world, amina, as_user
):
    johan, instead = world["johan.ekstrom"], world["sara.oberg"]
    made = give_four(item, johan, amina)
    days = {"first": today(), "last": in_days(20), "by": johan, "at": timezone.now()}
    being_away.be_away(johan, instead=[instead], **days)
    monday = in_days(1 + (7 - in_days(1).weekday()) % 7)
    mail.outbox.clear()

    notifications.send_digest(instead, on=monday)
    file = as_user(instead).get(at(item, "kalender.ics")).text.replace("\r\n ", "")

    (letter,) = letters_to(instead)
    assert letter.body.count("/#uppgift-") == 3
    assert letter.body.count(f"för {johan}, som är borta") >= 3
    assert f"Uppgift hos {johan}: {made[0].what}" in file
    assert [one.pk for one in talk.waits_for(instead, on=today())] == []


def test_who_stands_in_is_offered_the_file_where_the_task_is_the_only_day(
    item, world, amina, as_user
):
    johan, instead, other = world["johan.ekstrom"], world["sara.oberg"], world["ingrid.ros"]
    give_four(item, johan, amina)
    deadlines.pause(item, who="Oslo", by=amina, at=timezone.now())
    row = lifecycle.lock(item.pk)
    row.starts_on = row.ends_on = None
    row = lifecycle.save(row, by=amina, at=timezone.now(), why="")
    alone = "kalender.ics" in as_user(instead).get(at(item)).text
    days = {"first": today(), "last": in_days(20), "by": johan, "at": timezone.now()}
    being_away.be_away(johan, instead=[instead], **days)

    told = {one: "kalender.ics" in as_user(one).get(at(item)).text for one in (instead, other)}

    assert (alone, told) == (False, {instead: True, other: False})
    assert "-todo-" in as_user(instead).get(at(item, "kalender.ics")).text
    keeping.declare_conflict(row, grounds="Släkt.", by=instead, at=timezone.now())
    assert "kalender.ics" not in as_user(instead).get(at(item)).text


# key: the words that find something for them. Lena's organisation takes part, and Petra is named.
FINDS = {
    "amina.lindqvist": {"borgmästaren", "internt", "tackade"},
    "johan.ekstrom": {"borgmästaren", "internt", "tackade"},
    "lena.forsgren": {"borgmästaren", "tackade"},
    "petra.nyman": {"borgmästaren", "tackade"},
    "olle.brandt": set(),
}


@pytest.mark.parametrize("key", FINDS)
def test_a_task_is_found_by_its_words_by_those_who_may_read_it(item, world, amina, as_user, key):
    johan = world["johan.ekstrom"]
    give_four(item, johan, amina)
    client = as_user(world[key])

    found = {
        words
        for words in ("borgmästaren", "internt", "tackade", "elefanter")
        if "#uppgift-" in client.get(reverse("search"), {"q": words}).text
    }

    assert found == FINDS[key]


def test_a_task_that_was_handed_on_is_found_once_and_a_key_narrows(item, world, amina):
    johan = world["johan.ekstrom"]
    row = task(item, amina, amina, what="Ring Oslo")
    talking.hand_on(row, asked=Asked(johan, in_days(3)), by=amina, at=timezone.now())
    ask = {"user": johan, "on": today()}

    def found(text):
        return searching.answered(searching.understood(text), **ask).todos

    assert [one.owner for one in found("ringa")] == [johan]
    assert found("ringa typ:besök") != []
    assert found("ringa typ:konferens") == []


def test_the_page_costs_the_same_with_one_and_thirty(item, world, amina, as_user):
    johan, client = world["johan.ekstrom"], as_user(amina)

    def queries(page):
        with CaptureQueriesContext(connection) as found:
            client.get(page)
        return len(found)

    def add():
        mine = Asked(amina, in_days(3))
        said(item, f"@{johan}", amina, mentioned=[johan], asked=mine)

    client.get(at(item))
    bare = queries(at(item)), queries("/")
    add()
    one = queries(at(item)), queries("/")
    for _more in range(10):
        add()

    assert (queries(at(item)), queries("/")) == one
    assert one[0] - bare[0] == 3  # what was said, the names in it, and the tasks
    assert one[1] - bare[1] == 1  # the tasks
