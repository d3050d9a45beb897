"""The list of what one was told, and the page where one chooses how."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from engagements.vocabulary import RoleName
from governance import notices
from governance.models import Notice, Sort, Way
from tests.factories import visits

pytestmark = pytest.mark.django_db

LIST, CHOICES = "/aviseringar/", "/aviseringar/val/"
USUAL = {
    "ball": "mail",
    "reminder": "mail",
    "answer": "app",
    "mention": "mail",
    "file": "mail",
    "digest": "mail",
}


@pytest.fixture
def item(amina):
    return visits.handed_in(by=amina, ask=RoleName.INTERNATIONAL_UNIT)


@pytest.fixture
def site(client, johan):
    client.force_login(johan)
    return client


def tell(person, item, *, once="x", code="ball", sort=Sort.BALL, **about):
    now = timezone.now()
    notices.tell(
        [person],
        sort,
        code,
        once=once,
        at=now,
        on=timezone.localdate(now),
        engagement=item,
        **about,
    )
    return Notice.objects.get(person=person, once=once)


def text(answer):
    return " ".join(answer.content.decode().split())


def unread_in_header(site):
    return text(site.get(LIST)).partition('class="ub-tool__n">')[2].partition("<")[0]


def test_a_notice_says_what_to_do_opens_its_page_and_is_read_from_then_on(site, johan, item):
    notice = tell(johan, item)
    before = unread_in_header(site)

    answer = site.get(f"{LIST}{notice.pk}/")

    shown = text(site.get(LIST))
    assert answer.headers["Location"] == f"/arenden/{item.number}/"
    assert (before, unread_in_header(site)) == ("1", "")
    assert f'<a href="{LIST}{notice.pk}/">Ge råd senast ' in shown
    assert item.title in shown


def test_a_second_look_does_not_change_when_it_was_read(site, johan, item):
    notice = tell(johan, item)
    site.get(f"{LIST}{notice.pk}/")
    notice.refresh_from_db()
    first = notice.read_at

    site.get(f"{LIST}{notice.pk}/")

    notice.refresh_from_db()
    assert notice.read_at == first is not None


def test_all_is_marked_as_read_at_once(site, johan, amina, item):
    for once in "ab":
        tell(johan, item, once=once)
    theirs = tell(amina, item)

    answer = site.post(f"{LIST}lasta/", follow=True)

    theirs.refresh_from_db()
    assert "Allt är markerat som läst." in text(answer)
    assert not Notice.objects.filter(person=johan, read_at=None).exists()
    assert theirs.read_at is None


def test_somebody_elses_notice_does_not_exist(site, amina, item):
    notice = tell(amina, item)

    assert site.get(f"{LIST}{notice.pk}/").status_code == 404
    assert f"{LIST}{notice.pk}/" not in text(site.get(LIST))
    notice.refresh_from_db()
    assert notice.read_at is None


@pytest.mark.parametrize("address", [LIST, CHOICES, f"{LIST}1/"])
def test_who_has_not_signed_in_is_asked_to(client, db, address):
    assert client.get(address).headers["Location"] == f"/login/?next={address}"


def test_thirty_notices_ask_the_database_no_more_than_two(site, johan, item):
    def queries():
        with CaptureQueriesContext(connection) as asked:
            site.get(LIST)
        return len(asked)

    for number in range(2):
        tell(johan, item, once=str(number), code="message", sort=Sort.ANSWER, by=johan)
    few = queries()
    for number in range(2, 30):
        tell(johan, item, once=str(number), code="message", sort=Sort.ANSWER, by=johan)

    assert queries() == few


def test_the_thirty_first_notice_is_on_the_next_page(site, johan, item):
    now = timezone.now()
    for number in range(31):
        about = {"engagement": item, "once": str(number), "at": now - timedelta(hours=number)}
        notices.tell([johan], Sort.BALL, "ball", **about, on=timezone.localdate())
    oldest = Notice.objects.get(once="30")

    assert f"{LIST}{oldest.pk}/" not in text(site.get(LIST))
    assert f"{LIST}{oldest.pk}/" in text(site.get(LIST, {"sida": "2"}))


@pytest.mark.parametrize(
    ("key", "asked"),
    [
        ("amina.lindqvist", ["ball", "reminder", "answer", "mention", "network", "file", "digest"]),
        ("karim.nordin", ["meeting", "answer", "mention", "file", "digest"]),
        ("elsa.thorn", ["ball", "reminder", "meeting", "answer", "mention", "file", "digest"]),
        ("ingrid.ros", ["answer", "mention", "file", "digest"]),
    ],
)
def test_a_person_is_asked_of_what_can_concern_them(client, world, key, asked):
    client.force_login(world[key])

    form = client.get(CHOICES).context["form"]

    assert list(form.fields) == asked


def test_what_one_chooses_is_kept_and_shown_again(site, johan):
    answer = site.post(CHOICES, USUAL | {"ball": "app", "file": "off"}, follow=True)

    kept = dict(johan.choices.values_list("sort", "way"))
    assert "Dina val är sparade." in text(answer)
    assert kept == USUAL | {"ball": "app", "file": "off"}
    assert answer.context["form"]["ball"].value() == "app"


def test_what_may_not_be_off_is_not_offered_and_not_taken(site, johan):
    page = site.get(CHOICES)
    answer = site.post(CHOICES, USUAL | {"ball": "off"})

    offered = [value for value, _label in page.context["form"].fields["ball"].choices]
    assert offered == [str(Way.MAIL), str(Way.APP), str(Way.DIGEST)]
    assert "Kan inte stängas av: någon väntar på dig." in text(page)
    assert (answer.status_code, johan.choices.count()) == (422, 0)


def test_what_is_gathered_on_monday_needs_mondays_mail(site, johan):
    answer = site.post(CHOICES, USUAL | {"answer": "digest", "digest": "off"})

    form = answer.context["form"]
    assert list(form.errors) == ["digest"]
    assert "Måndagsmejlet behövs för det du samlar där." in text(answer)
    assert form["answer"].value() == "digest"
    assert johan.choices.count() == 0


def test_the_account_menu_leads_to_both_pages(site):
    menu = text(site.get("/")).partition('class="ub-menu__panel"')[2]

    assert f'href="{LIST}"' in menu
    assert f'href="{CHOICES}"' in menu
