"""Lists kept under a name: whose they are, what they show, and what is mailed of them."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core import mail
from django.core.exceptions import BadRequest
from django.http import QueryDict
from django.test import Client
from django.utils import timezone

from engagements import remembering
from engagements.models import Engagement, OutboxMessage, Role
from engagements.vocabulary import RoleName, SecrecySection
from governance import saved, schedule, tasks
from governance.actions import saving, secrecy
from governance.models import HowOften, SavedView, ViewWatch
from tests.factories import visits

pytestmark = pytest.mark.django_db
STOCKHOLM = ZoneInfo("Europe/Stockholm")
# A Wednesday and the Monday after it.
WEDNESDAY = datetime(2026, 11, 25, 8, 0, tzinfo=STOCKHOLM)
MONDAY = datetime(2026, 11, 30, 8, 0, tzinfo=STOCKHOLM)
UNIT = f"unit:{RoleName.INTERNATIONAL_UNIT}"


def kept(by, query="", *, room="arenden", group=saved.NOBODY, name="Norge", at=WEDNESDAY):
    return saving.save(room, query, name=name, group=group, by=by, at=at)


def own_group(person):
    return f"organisation:{person.roles.first().organisation_id}"


def at_desk(person, login):
    client = Client()
    login(client, person)
    return client


def deliver():
    for message in OutboxMessage.objects.filter(done_at=None, topic="mail.view"):
        tasks.deliver(message_id=str(message.pk))


def morning(at):
    with time_machine.travel(at, tick=False):
        schedule.promise_views(at=at)
        deliver()


# --- what is kept --------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("room", "asked", "found"),
    [
        ("ko", "vy=mig&sida=3&okant=1&kontroll=", "vy=mig"),
        ("arenden", "efter=x&ar=2026&q=bibliotek&typ=", "q=bibliotek&ar=2026"),
        ("arenden", "land=NO&land=FI", "land=NO&land=FI"),
    ],
)
def test_a_view_keeps_the_filters_of_its_address_and_nothing_else(world, room, asked, found):
    assert saved.canonical(room, QueryDict(asked)) == found


@pytest.mark.parametrize(("room", "asked"), [("ko", "vy=allt"), ("arenden", "typ=resande")])
def test_what_the_list_refuses_is_not_kept(world, room, asked):
    with pytest.raises(BadRequest):
        saved.canonical(room, QueryDict(asked))


def test_the_same_view_sent_twice_is_kept_once_and_a_name_is_used_once(world, amina):
    first = kept(amina, "ar=2026")
    again = kept(amina, "ar=2026")
    with pytest.raises(saving.NotPossible, match="redan en vy") as refused:
        kept(amina, "ar=2025")

    assert (first, refused.value.field) == (again, "name")
    assert SavedView.objects.get().history.count() == 1


def test_a_view_is_kept_from_the_list_and_leads_back_to_it(world, amina, login):
    site = at_desk(amina, login)
    page = site.get("/arenden/?ar=2026&efter=").content.decode()
    assert 'href="/vyer/ny/arenden/?ar=2026"' in page

    site.post("/vyer/ny/arenden/?ar=2026", {"name": "I år", "group": saved.NOBODY})

    view = SavedView.objects.get()
    assert site.get(view.get_absolute_url())["Location"] == "/arenden/?ar=2026"
    again = site.get("/arenden/?ar=2026").content.decode()
    assert f'href="/vyer/{view.pk}/visa/" aria-current="true"' in again


def test_a_name_that_is_missing_is_asked_for_and_the_choice_stays(world, amina, login):
    group = own_group(amina)

    answer = at_desk(amina, login).post("/vyer/ny/arenden/?ar=2026", {"name": " ", "group": group})

    assert answer.status_code == 422
    assert "Skriv ett svar" in answer.text
    assert answer.context["form"]["group"].value() == group


@pytest.mark.parametrize("query", ["region=nord", "status=vilande", "plats=999999"])
def test_a_view_whose_filter_is_gone_says_so(world, amina, login, query):
    view = kept(amina, query)
    site = at_desk(amina, login)

    opened = site.get(view.get_absolute_url(), follow=True)
    listed = site.get("/vyer/")

    assert opened.status_code == 200
    assert "Vyn går inte att visa längre." in opened.text
    assert "Filter som inte finns längre" in opened.text
    assert "Filter som inte finns längre" in listed.text


# --- whose it is ---------------------------------------------------------------------------------
# Who does what with a view of the queue that Johan shares with his unit.
MAY = {
    "johan.ekstrom": {"see", "watch", "change", "remove"},
    "colleague": {"see", "watch"},
    "sara.oberg": set(),  # another unit
    "amina.lindqvist": set(),  # has no queue
}


@pytest.mark.parametrize("key", MAY)
@pytest.mark.parametrize("what", ["see", "watch", "change", "remove"])
def test_who_does_what_with_a_shared_view(world, johan, login, key, what):
    view = kept(johan, "vy=ingen", room="ko", group=UNIT)
    site = at_desk(colleague_of(johan) if key == "colleague" else world[key], login)
    path = f"/vyer/{view.pk}/"

    answer = {
        "see": lambda: site.get(path),
        "watch": lambda: site.post(f"{path}bevaka/", {"often": "day"}),
        "change": lambda: site.post(path, {"name": "Nytt", "group": UNIT}),
        "remove": lambda: site.post(f"{path}ta-bort/"),
    }[what]()

    left = SavedView.objects.filter(pk=view.pk).first()
    done = {
        "see": answer.status_code == 200,
        "watch": ViewWatch.objects.exists(),
        "change": left is not None and left.name == "Nytt",
        "remove": left is None,
    }
    assert done == {name: name == what and what in MAY[key] for name in done}
    assert (answer.status_code == 404) == (what not in MAY[key])


def colleague_of(johan):
    role = johan.roles.first()
    person = type(johan).objects.create_user("ny@stockholm.example", None, name="Ny Kollega")
    row = Role(
        user=person,
        name=role.name,
        organisation=role.organisation,
        valid_from=role.valid_from,
    )
    remembering.save(row, by=johan, at=WEDNESDAY)
    return person


def test_a_personal_view_is_seen_by_nobody_else(world, johan, login):
    view = kept(johan)

    assert at_desk(colleague_of(johan), login).get(f"/vyer/{view.pk}/").status_code == 404


def test_nobody_shares_with_those_they_do_not_belong_to(world, amina, johan):
    with pytest.raises(saving.NotPossible) as refused:
        kept(amina, group=own_group(johan))

    assert refused.value.field == "group"


def test_a_shared_view_shows_each_reader_what_they_may_read(world, amina, johan, login):
    for_all = visits.handed_in(by=amina, title="Besök om luft")
    hidden = visits.handed_in(by=amina, title="KANARIE i burken")
    secret(hidden, johan)
    view = kept(johan, "typ=visit", group=own_group(johan))
    reader = world["ingrid.ros"]

    shown = at_desk(reader, login).get(view.get_absolute_url(), follow=True).text

    assert for_all.number in shown
    assert "KANARIE" not in shown
    assert hidden.number not in shown


def test_who_shares_is_named_on_the_list_without_being_asked_for(
    world, amina, johan, login, django_assert_num_queries, django_assert_max_num_queries
):
    site = at_desk(world["ingrid.ros"], login)
    kept(johan, group=own_group(johan), name="Första")
    site.get("/arenden/")
    with django_assert_max_num_queries(40) as few:
        assert f'Första<span class="ub-muted">{johan}</span>' in site.get("/arenden/").text
    kept(johan, group=own_group(johan), name="Andra")
    kept(johan, "vy=ingen", room="ko", group=own_group(johan), name="I kön")
    with django_assert_num_queries(len(few)):
        page = site.get("/arenden/").text
    assert ("Andra" in page, "I kön" in page) == (True, False)


# --- what is mailed ------------------------------------------------------------------------------
def secret(item, by):
    now = timezone.now()
    secrecy.make_secret(item, section=SecrecySection.FOREIGN, grounds="Prövas", by=by, at=now)


def test_what_comes_in_is_mailed_once_with_number_and_title(world, amina, johan, mailoutbox):
    old = visits.handed_in(by=amina, title="Fanns redan")
    view = kept(johan, "typ=visit", name="Besök")
    saving.watch(view, often=HowOften.DAY, by=johan, at=WEDNESDAY)
    morning(WEDNESDAY)
    assert mailoutbox == []
    new = visits.handed_in(by=amina, title="Besök från Wien")

    for days in range(2):
        morning(WEDNESDAY + timedelta(days=days, hours=1))

    (sent,) = mailoutbox
    assert sent.to == [johan.email]
    assert sent.subject == "Ett nytt ärende i vyn Besök"
    assert f"Besök från Wien ({new.number})" in sent.body
    assert old.number not in sent.body
    assert f"/vyer/{view.pk}/visa/" in sent.body
    assert f"/vyer/{view.pk}/\n" in sent.body


def test_mondays_mail_waits_for_monday_and_speaks_the_persons_language(
    world, amina, johan, mailoutbox
):
    johan.language = "en"
    johan.save()
    view = kept(johan, "typ=visit", name="Visits")
    saving.watch(view, often=HowOften.MONDAY, by=johan, at=WEDNESDAY)
    visits.handed_in(by=amina)

    morning(WEDNESDAY)
    before = list(mailoutbox)
    morning(MONDAY)

    assert before == []
    assert [sent.subject for sent in mailoutbox] == ["One new case in the view Visits"]


def test_a_secret_matter_goes_by_its_number_alone(world, amina, johan, mailoutbox):
    view = kept(johan, "typ=visit")
    saving.watch(view, often=HowOften.DAY, by=johan, at=WEDNESDAY)
    item = visits.handed_in(by=amina, title="KANARIE i burken")
    secret(item, johan)

    morning(WEDNESDAY)

    assert item.number in mail.outbox[0].body
    assert "KANARIE" not in mail.outbox[0].body


@pytest.mark.parametrize("after", ["secret", "unshared", "shut", "stopped", "gone"])
def test_what_may_not_be_read_when_it_is_sent_is_not_sent(world, amina, johan, mailoutbox, after):
    reader = world["ingrid.ros"]
    view = kept(johan, "typ=visit", group=own_group(johan))
    watch = saving.watch(view, often=HowOften.DAY, by=reader, at=WEDNESDAY)
    item = visits.handed_in(by=amina, title="KANARIE i burken")
    schedule.promise_views(at=WEDNESDAY)

    if after == "secret":
        secret(item, johan)
    elif after == "unshared":
        saving.change(view, name=view.name, group=saved.NOBODY, by=johan, at=WEDNESDAY)
    elif after == "shut":
        reader.is_active = False
        reader.save()
    elif after == "stopped":
        saving.watch(view, often=saving.NEVER, by=reader, at=WEDNESDAY)
    else:
        view.query = "typ=resande"
        remembering.save(view, by=johan, at=WEDNESDAY)
    deliver()

    assert mailoutbox == []
    assert not watch.seen.exists() if after != "stopped" else not ViewWatch.objects.exists()


def test_a_view_that_is_too_wide_is_not_watched(world, amina, johan, monkeypatch):
    monkeypatch.setattr(saved, "MOST_WATCHED", 1)
    for _ in range(2):
        visits.handed_in(by=amina)

    with pytest.raises(saving.NotPossible, match="Gör urvalet mindre"):
        saving.watch(kept(johan), often=HowOften.DAY, by=johan, at=WEDNESDAY)

    assert not ViewWatch.objects.exists()


def test_a_view_that_is_removed_takes_its_watches_along_and_leaves_its_history(world, johan):
    view = kept(johan)
    saving.watch(view, often=HowOften.DAY, by=johan, at=WEDNESDAY)

    for _twice in range(2):
        saving.remove(view, by=johan, at=WEDNESDAY)

    assert not SavedView.objects.exists()
    assert not ViewWatch.objects.exists()
    assert [row.history_type for row in SavedView.history.order_by("history_id")] == ["+", "-"]


def test_the_list_costs_the_same_with_thirty_views(
    world, amina, login, django_assert_num_queries, django_assert_max_num_queries
):
    site = at_desk(amina, login)
    kept(amina, "ar=2026", name="0")
    site.get("/vyer/")
    with django_assert_max_num_queries(60) as few:
        site.get("/vyer/")
        site.get("/arenden/")
    for number in range(1, 30):
        kept(amina, "ar=2026", name=str(number))
    with django_assert_num_queries(len(few)):
        site.get("/vyer/")
        site.get("/arenden/")
    assert not Engagement.objects.exists()
