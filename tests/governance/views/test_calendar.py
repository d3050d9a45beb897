"""The calendar's pages and files: filters in the address, secret addresses, what leaves and not."""

import logging
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from engagements import lifecycle
from engagements.vocabulary import RoleName
from governance.actions import calendar_feeds, deadlines
from governance.almanac import weeks
from governance.models import CalendarFeed, Meeting
from stadsinternationell.secrets_in_logs import Masked
from tests.factories import visits

PAGE = "/kalender/"


def change(item, **columns):
    row = lifecycle.lock(item.pk)
    for name, value in columns.items():
        setattr(row, name, value)
    return lifecycle.save(row, by=item.created_by, at=timezone.now(), why="prov")


def text(client, query=""):
    return client.get(PAGE + query).content.decode()


def made(client, which="mig"):
    """Make an address as a person does; return its path."""
    page = client.post(reverse("calendar_feed"), {"which": which})
    return urlsplit(page.context["address"]).path


def events(answer):
    return {
        str(one["uid"]).partition("@")[0]: one
        for one in Calendar.from_ical(answer.content).walk("VEVENT")
    }


def test_weeks_show_what_is_near_and_the_month_what_falls_in_it(client, login, world, amina):
    item = visits.handed_in(by=amina)
    login(client, amina)

    near = text(client)
    month = text(client, f"?vy=manad&dag={item.starts_on}")

    assert ('<h3 class="p-h" id="v' in near, item.title in near) == (True, True)
    assert "<caption" in month
    assert item.title in month


def test_filters_stand_in_the_address_and_narrow(client, login, world, amina, sara):
    item = visits.handed_in(by=amina)
    login(client, sara)
    day = f"dag={item.starts_on}"

    found = [
        item.title in text(client, f"?{query}&{day}")
        for query in ("visa=besok", "visa=resor", "hos=mig", "verksamhet=MF", "verksamhet=SBK")
    ]

    assert found == [True, False, False, True, False]
    assert 'href="?visa=besok&amp;dag=' in text(client, f"?visa=besok&{day}")


def listed(page):
    """Return what a page's list holds, by day."""
    return [entry for week in page.context["weeks"] for day in week.days for entry in day.entries]


def test_a_long_list_goes_on_from_the_day_where_it_ended_until_all_is_seen(
    client, login, world, amina, monkeypatch
):
    monkeypatch.setattr(weeks, "IN_A_LIST", 3)
    monday = weeks.monday(timezone.localdate()) + timedelta(days=70)
    # Three on the Monday, four on the Tuesday, one on the Thursday and one two weeks later.
    days = [0, 0, 0, 1, 1, 1, 1, 3, 15]
    for place, day in enumerate(days):
        starts = monday + timedelta(days=day)
        item = visits.handed_in(by=amina, title=f"Besök {place}")
        change(item, starts_on=starts, ends_on=starts + timedelta(days=place % 2))
    login(client, amina)
    query, seen, sizes, more = f"?visa=besok&dag={monday}", [], [], []

    while query:
        page = client.get(PAGE + query)
        seen += [entry.title for entry in listed(page)]
        sizes.append(len(listed(page)))
        more.append(page.context.get("more", 0))
        query = page.context["after"] if more[-1] else ""

    assert (sizes, more) == ([3, 4, 2], [6, 2, 0])
    assert sorted(seen) == [f"Besök {place}" for place in range(9)]
    assert page.context["before"] == f"?visa=besok&dag={monday + timedelta(days=2)}"
    assert 'name="fran"' not in page.text
    first = client.get(f"{PAGE}?visa=besok&dag={monday}")
    assert "Visa 6 till, från tisdag" in first.text
    assert len(listed(client.get(f"{PAGE}?vy=manad&visa=besok&dag={monday}"))) >= 8


def test_a_long_list_asks_the_database_no_more_than_a_short_one(
    client, login, world, amina, monkeypatch
):
    monkeypatch.setattr(weeks, "IN_A_LIST", 3)
    login(client, amina)
    counts = []
    for more in (1, 29):
        for _ in range(more):
            item = visits.handed_in(by=amina)
        client.get(PAGE, {"dag": item.starts_on})
        with CaptureQueriesContext(connection) as asked:
            client.get(PAGE, {"dag": item.starts_on})
        counts.append(len(asked))

    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    "query", ["?vy=ar", "?fran=nu", "?visa=allt", "?hos=andra", "?verksamhet=XYZ"]
)
def test_an_address_that_makes_no_sense_is_refused(client, login, world, amina, query):
    login(client, amina)

    assert client.get(PAGE + query).status_code == 400


@pytest.mark.parametrize("day", ["i dag", "2026-13-45", "1900-01-01", "2099-12-31"])
def test_a_day_that_cannot_be_read_says_so_and_is_kept(client, login, world, amina, day):
    login(client, amina)

    answer = client.get(PAGE, {"dag": day})

    assert answer.status_code == 422
    assert answer.context["form"].errors["dag"]
    assert f'value="{day}"' in answer.content.decode()


def test_the_first_and_last_day_that_can_be_asked_for_have_pages(client, login, world, amina):
    login(client, amina)

    found = [
        client.get(PAGE, {"dag": day, "vy": view}).status_code
        for day in ("1990-01-01", "2090-12-31")
        for view in ("", "manad")
    ]

    assert found == [200] * 4


def test_a_stranger_signs_in_first(client, db):
    answer = client.get(PAGE)

    assert answer.status_code == 302
    assert "login" in answer.url or "logga" in answer.url


def test_an_address_is_shown_once_and_opens_the_owner_s_days(client, login, world, amina):
    item = visits.handed_in(by=amina)
    login(client, amina)

    path = made(client)
    again = client.get(reverse("calendar_feed")).content.decode()
    client.logout()
    answer = client.get(path)

    assert path not in again
    assert CalendarFeed.objects.get(person=amina).sha256 not in path
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert "no-store" in answer.headers["Cache-Control"]
    assert set(events(answer)) == {f"{item.number}-days", f"{item.number}-due"}


def test_what_is_written_is_what_is_read_back(client, login, world, amina):
    item = visits.handed_in(by=amina)
    last = item.starts_on + timedelta(days=2)
    item = change(item, ends_on=last, title="Besök; från “Åbo”, med\\bakstreck " + "långt " * 20)
    login(client, amina)

    found = events(client.get(made(client)))

    days, due = found[f"{item.number}-days"], found[f"{item.number}-due"]
    assert (days.decoded("dtstart"), days.decoded("dtend")) == (
        item.starts_on,
        last + timedelta(days=1),
    )
    assert str(days["summary"]) == f"Besök: {item.title}"
    assert str(days["url"]).endswith(item.get_absolute_url())
    assert (str(days["transp"]), str(due["transp"])) == ("OPAQUE", "TRANSPARENT")
    assert due.decoded("dtstart") == item.due
    assert str(due["summary"]) == f"Senast: {item.title}"


def test_a_meeting_keeps_its_hour_and_its_place(client, login, world, sara):
    starts = datetime(2026, 12, 9, 13, 30, tzinfo=UTC)
    meeting = Meeting(starts_at=starts, place="Stadshuset, rum 12", papers_by=starts.date())
    meeting.save()
    login(client, sara)

    found = events(client.get(reverse("meeting_ics", args=[meeting.pk])))[f"ib-{meeting.pk}"]

    assert (found.decoded("dtstart"), str(found["location"])) == (starts, "Stadshuset, rum 12")


def test_meetings_are_fetched_by_those_who_have_the_room(client, login, world, amina):
    starts = datetime(2026, 12, 9, 13, 30, tzinfo=UTC)
    meeting = Meeting(starts_at=starts, place="Stadshuset", papers_by=starts.date())
    meeting.save()
    login(client, amina)

    assert client.get(reverse("meeting_ics", args=[meeting.pk])).status_code == 404


def test_a_renewed_address_shuts_the_old_one_and_a_revoked_one_opens_nothing(
    client, login, world, amina
):
    visits.handed_in(by=amina)
    login(client, amina)
    first, second = made(client), made(client)
    renewed = [client.get(path).status_code for path in (first, second)]

    client.post(reverse("calendar_feed"), {"revoke": "1"})

    assert renewed == [404, 200]
    assert client.get(second).status_code == 404
    kept = CalendarFeed.history.filter(person=amina).order_by("history_id")
    assert [bool(row.sha256) for row in kept] == [True, True, False]


def test_nobody_reads_what_the_owner_may_not_read_now(client, login, world, amina, sara):
    item = visits.handed_in(by=amina, ask=RoleName.PROTOCOL_UNIT)
    login(client, sara)
    path = made(client, "allt")
    before = set(events(client.get(path)))

    sara.roles.all().delete()

    assert before == {f"{item.number}-days", f"{item.number}-due"}
    assert set(events(client.get(path))) == set()


@pytest.mark.parametrize("which", ["mig", "allt"])
def test_what_is_secret_never_leaves_by_an_address(client, login, world, amina, which):
    item = visits.handed_in(by=amina)
    login(client, amina)
    path = made(client, which)

    change(item, secret=True)
    answer = client.get(path)

    assert events(answer) == {}
    assert item.number not in answer.content.decode()


def test_the_address_of_a_closed_account_is_dead(client, login, world, amina):
    login(client, amina)
    path = made(client)

    amina.is_active = False
    amina.save()

    assert client.get(path).status_code == 404
    with pytest.raises(calendar_feeds.Dead):
        calendar_feeds.opened(path.rsplit("/", 1)[1].removesuffix(".ics"), on=timezone.localdate())


@pytest.mark.parametrize("secret", ["x", "a" * 43, "å%00", "..%2f.."])
def test_what_is_no_address_opens_nothing(client, db, secret):
    assert client.get(f"/kalender/flode/{secret}.ics").status_code == 404


def test_a_reading_is_noted_by_its_day(client, login, world, amina):
    login(client, amina)
    path = made(client)

    client.get(path)
    client.get(path)

    assert CalendarFeed.objects.get(person=amina).last_read_on == timezone.localdate()


def test_the_log_tells_of_no_secret(client, login, world, amina, caplog):
    login(client, amina)
    path = made(client)
    calendar_feeds.revoke(amina, at=timezone.now())
    caplog.handler.addFilter(Masked())

    client.get(path)

    told = "\n".join(record.getMessage() for record in caplog.records)
    assert path not in told
    assert "/kalender/flode/***" in told
    assert logging.getLogger("django.request").level <= logging.WARNING


def test_one_matter_is_fetched_alone_by_who_may_read_it(client, login, world, amina):
    item = visits.handed_in(by=amina)
    address = reverse("engagement_ics", args=[item.number])
    login(client, amina)

    answer = client.get(address)

    assert set(events(answer)) == {f"{item.number}-days", f"{item.number}-due"}
    assert f'filename="{item.number}.ics"' in answer.headers["Content-Disposition"]
    login(client, world["olle.brandt"])
    assert client.get(address).status_code == 404


def test_one_secret_matter_leaves_as_its_number_alone(client, login, world, amina):
    item = change(visits.handed_in(by=amina), secret=True)
    login(client, amina)

    answer = client.get(reverse("engagement_ics", args=[item.number]))

    assert item.title not in answer.content.decode()
    assert str(events(answer)[f"{item.number}-days"]["summary"]) == f"Besök: {item.number}"


def test_a_matter_without_a_day_has_no_file(client, login, world, amina):
    item = visits.handed_in(by=amina)
    deadlines.pause(item, who="Oslo", by=amina, at=timezone.now())
    item = change(item, starts_on=None, ends_on=None)
    login(client, amina)

    assert client.get(reverse("engagement_ics", args=[item.number])).status_code == 404
