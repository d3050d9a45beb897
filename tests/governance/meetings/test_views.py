"""Who reads and does what in the committee's room, how screens follow, and the papers."""

import re
import zlib
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from engagements.models import OutboxMessage
from engagements.vocabulary import Recommendation
from governance import tasks
from governance.actions import meeting as meetings
from governance.actions import minutes, table
from governance.models import Absence, Mark, Meeting, Office
from tests.factories import meetings as factory

pytestmark = pytest.mark.django_db


@pytest.fixture
def room(world):
    """Give an open meeting of two matters, today."""
    return factory.called(world, at=timezone.now(), matters=2)


@pytest.fixture
def enter(login):
    """Give a client that somebody is signed in on."""

    def sign_in(user):
        client = Client()
        login(client, user)
        return client

    return sign_in


def where(name, room, **more):
    return reverse(name, kwargs={"pk": room.meeting.pk} | more)


def test_each_reads_and_does_what_their_part_in_the_committee_gives(room, world, enter):
    people = {
        "secretary": world["elsa.thorn"],
        "member": room.vera,
        "slk": world["johan.ekstrom"],
        "contact": world["amina.lindqvist"],
    }
    seen = {}
    for who, user in people.items():
        client = enter(user)
        seen[who] = (
            client.get(where("meeting", room)).status_code,
            client.get(where("meeting_table", room)).status_code,
            client.get(where("meeting_pack", room)).status_code,
            client.get(reverse("meeting_seats")).status_code,
            client.get(where("meeting_change", room)).status_code,
            client.post(where("meeting_act", room), {"act": "call"}).status_code,
        )
    assert seen == {
        "secretary": (200, 200, 200, 200, 200, 302),
        "member": (200, 200, 200, 200, 404, 404),
        "slk": (200, 200, 200, 200, 404, 404),
        "contact": (404, 404, 404, 404, 404, 404),
    }


@pytest.mark.parametrize("who", ["elsa.thorn", "vera.stenmark", "johan.ekstrom", "anders.wik"])
def test_the_agenda_leads_to_each_matter_that_is_not_secret(room, world, enter, who):
    client = enter(world[who])
    engagements = [item.engagement for item in room.meeting.items.select_related("engagement")]
    hidden, shown = engagements
    hidden.secret = True
    hidden.save()

    page = client.get(where("meeting", room)).text

    assert f'<a href="{shown.get_absolute_url()}">{shown.number}</a>' in page
    assert f'<a href="{hidden.get_absolute_url()}">' not in page
    assert client.get(shown.get_absolute_url()).status_code == 200


def test_a_screen_asks_for_nothing_new_until_somebody_presses(room, enter):
    client = enter(room.bo)
    first = client.get(where("meeting_table_state", room))
    seen = {"headers": {"If-None-Match": first["ETag"]}}
    assert client.get(where("meeting_table_state", room), **seen).status_code == 304

    pressed = enter(room.vera).post(
        where("meeting_mark", room, item=room.items[0].pk),
        {"key": uuid4().hex, "seen": 0, "outcome": "supports"},
        headers={"X-Bordet": "1"},
    )
    assert "1 av 2 klara" in pressed.content.decode()
    again = client.get(where("meeting_table_state", room), **seen)
    assert "1 av 2 klara" in again.content.decode()


def test_who_has_no_seat_is_told_so_and_marks_nothing(room, world, enter):
    answer = enter(world["johan.ekstrom"]).post(
        where("meeting_mark", room, item=room.items[0].pk),
        {"key": uuid4().hex, "seen": 0, "outcome": "supports"},
    )
    assert "Du har ingen plats vid bordet i dag." in answer.content.decode()
    assert not Mark.objects.exists()


def test_a_member_says_when_they_are_away_but_not_when_others_are(room, enter):
    today = timezone.localdate().isoformat()
    given = {"act": "away", "first": today, "last": today}
    client = enter(room.vera)
    other = client.post(reverse("meeting_seats"), given | {"person": room.bo.pk})
    assert "Välj bland svaren som visas" in other.content.decode()
    client.post(reverse("meeting_seats"), given | {"person": room.vera.pk})
    assert list(Absence.objects.values_list("user", "by")) == [(room.vera.pk, room.vera.pk)]


def test_the_secretary_gives_an_office_a_seat_and_members_do_not(room, enter):
    given = {"act": "office", "name_sv": "Andre vice", "name_en": "Second vice"}
    enter(room.vera).post(reverse("meeting_seats"), given)
    assert not Office.objects.filter(name_sv="Andre vice").exists()
    enter(room.secretary).post(reverse("meeting_seats"), given)
    assert Office.objects.get(name_sv="Andre vice").order == 4


def test_a_date_that_has_been_is_refused_at_its_field_and_nothing_typed_is_lost(world, enter):
    answer = enter(world["elsa.thorn"]).post(
        reverse("meetings"), {"day": "2020-01-01", "clock": "13.00", "place": "Rådssalen"}
    )
    html = answer.content.decode()
    assert "Tiden har redan varit" in html
    assert 'value="Rådssalen"' in html
    assert not Meeting.objects.exists()


def test_the_notice_goes_with_its_agenda_to_members_and_substitutes(room, mailoutbox):
    for topic in ("notify.meeting", "mail.meeting"):
        for message in OutboxMessage.objects.filter(topic=topic):
            tasks.deliver(message_id=str(message.pk))
    assert {mail.to[0].partition("@")[0] for mail in mailoutbox} == {
        "karim.nordin", "ulla.stand", "vera.lind", "bo.ask",
    }  # fmt: skip
    assert mailoutbox[0].subject.startswith("Kallelse: internationella beredningen")
    assert "- Ärende 1 (INT-" in mailoutbox[0].body


def inside(pdf: bytes) -> bytes:
    """Return a PDF with its compressed streams opened."""
    found = [pdf]
    for stream in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.S):
        try:
            found.append(zlib.decompress(stream[1]))
        except zlib.error:
            continue
    return b"\n".join(found)


def test_the_pack_is_tagged_in_swedish_with_a_bookmark_for_each_matter(room, enter):
    answer = enter(room.vera).get(where("meeting_pack", room))
    pdf = inside(answer.content)
    assert answer["Content-Type"] == "application/pdf"
    assert b"pdfuaid:part" in pdf
    assert b"/StructTreeRoot" in pdf
    assert b"/Lang(sv)" in pdf
    assert b"Internationella beredningen" in pdf
    titles = re.findall(rb"/Title\s*(?:\((.*?)\)|<([0-9A-Fa-f]+)>)", pdf)
    read = [
        bytes.fromhex(hexed.decode()).decode("utf-16") if hexed else plain.decode("latin-1")
        for plain, hexed in titles
    ]
    assert len([title for title in read if "rende " in title]) == 2


def test_published_notes_are_for_all_and_drafts_for_those_inside(room, world, enter):
    now = timezone.now()
    table.mark_rest(room.meeting, key=uuid4(), by=room.vera, at=now)
    table.close(room.meeting, by=room.karim, at=now)
    minutes.draft(room.meeting, by=room.secretary, at=now)
    outsider = enter(world["amina.lindqvist"])
    pages = ("meeting_minutes", "meeting_minutes_pdf")
    assert [outsider.get(where(name, room)).status_code for name in pages] == [404, 404]
    minutes.adjust(room.meeting, by=room.karim, at=now)
    minutes.publish(room.meeting, by=room.secretary, at=now)
    assert "§ 1 Ärende 1" in outsider.get(where("meeting_minutes", room)).content.decode()
    assert outsider.get(where("meeting_minutes_pdf", room)).content.startswith(b"%PDF")
    assert Recommendation.SUPPORTS.sv.lower() in room.meeting.minutes.parts[0]["text"]


def test_the_live_parts_cost_as_much_for_one_matter_as_for_thirty(
    world, enter, django_assert_num_queries
):
    room = factory.called(world, at=timezone.now(), matters=1)
    client = enter(room.vera)
    address = where("meeting_table_state", room)
    client.get(address)
    with CaptureQueriesContext(connection) as one:
        client.get(address)
    for number in range(29):
        factory.waiting(world, f"Till {number}", at=timezone.now())
    meetings.build(room.meeting, by=room.secretary, at=timezone.now())
    room.items = meetings.agenda(room.meeting)
    table.mark_rest(room.meeting, key=uuid4(), by=room.vera, at=timezone.now())
    with django_assert_num_queries(len(one)):
        found = client.get(address).content.decode()

    assert "30 av 30 klara" in found


def back_to_called(room):
    room.meeting.state = "called"
    meetings.save(room.meeting, by=room.secretary, at=timezone.now())


def words(answer):
    return " ".join(re.sub("<[^>]+>", " ", answer.content.decode()).split())


def test_the_table_lists_what_is_to_be_weighed_and_counts_what_supports(room, enter):
    said = words(enter(room.vera).get(where("meeting_table", room)))

    assert re.search("[0-9]+ punkter i strategin stödjer", said)
    assert "Att tänka på: " in said


def test_each_matter_leads_to_the_next_and_the_last_to_none(room, enter):
    page = enter(room.vera).get(where("meeting_table", room)).content.decode()
    first, last = room.items

    assert f'id="nasta-{first.pk}" href="#a{last.pk}"' in page
    assert f"nasta-{last.pk}" not in page


def test_the_bar_says_why_a_reader_can_not_mark(room, world, enter):
    slk = enter(world["johan.ekstrom"])
    open_now = words(slk.get(where("meeting_table", room)))
    back_to_called(room)
    before = words(slk.get(where("meeting_table", room)))

    assert "Inte markerat än. Du har ingen plats vid bordet i dag." in open_now
    assert "Mötet är inte öppnat än." in before
    assert "ingen plats" not in before


def test_the_meetings_page_tells_what_was_answered(room, enter):
    now = timezone.now()
    table.mark_rest(room.meeting, key=uuid4(), by=room.vera, at=now)
    before = words(enter(room.bo).get(where("meeting", room)))
    table.close(room.meeting, by=room.karim, at=now)

    after = words(enter(room.bo).get(where("meeting", room)))

    assert "§ 1" not in before
    assert "§ 1 Tillstyrker" in after
    assert "§ 2 Tillstyrker" in after


def test_a_meeting_leads_to_the_notes_of_the_one_before(room, world, enter):
    now = timezone.now()
    table.mark_rest(room.meeting, key=uuid4(), by=room.vera, at=now)
    table.close(room.meeting, by=room.karim, at=now)
    minutes.draft(room.meeting, by=room.secretary, at=now)
    later = room.meeting.starts_at + timedelta(days=30)
    following = meetings.plan(starts_at=later, place="Stadshuset", by=room.secretary, at=now)
    client, notes = enter(room.vera), where("meeting_minutes", room)

    for name in ("meeting", "meeting_table"):
        page = client.get(reverse(name, args=[following.pk])).content.decode()
        assert f'<a href="{notes}">' in page
        assert "Förra mötets anteckningar" not in words(client.get(where(name, room)))


def test_a_meeting_is_cancelled_behind_a_fold_that_says_what_it_does(room, enter):
    back_to_called(room)
    page = enter(room.secretary).get(where("meeting", room)).content.decode()
    fold = page[page.index("<summary>Ställ in mötet") :].partition("</details>")[0]

    assert "Det kan inte ångras." in fold
    assert page.count('value="cancel"') == fold.count('value="cancel"') == 1
