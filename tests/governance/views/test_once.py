"""A double click, and four posts at once with the same form, have one effect."""

import uuid
from functools import partial

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from engagements.models import Document, EngagementUserObjectPermission, Event, FormKey
from engagements.vocabulary import RoleName
from governance.models import AdviceMessage, Reply
from tests.factories import visits
from tests.rows import at_once


def upload():
    return SimpleUploadedFile("program.pdf", b"%PDF-1.7\n")


def messages():
    return AdviceMessage.objects.exclude(text="Vad bör vi tänka på?").count()


SENT = {
    "trad": (lambda: {"text": "Vi tar gärna emot dem."}, messages),
    "fraga": (lambda: {"unit": "protocol_unit", "text": "Hur gör vi?"}, messages),
    "handlingar": (lambda: {"kind": "request", "file": upload()}, Document.objects.count),
    "dela": (
        lambda: {"email": "lena.forsgren@stockholm.example"},
        Event.objects.filter(code="shared").count,
    ),
    "svar/forslag": (lambda: {"language": "en"}, Reply.objects.count),
}


def waiting(place, amina):
    if place == "svar/forslag":
        return visits.approved(by=amina)
    return visits.handed_in(by=amina, ask=RoleName.PROTOCOL_UNIT)


def send(login, amina, address, answers):
    client = Client()
    login(client, amina)
    return client.post(address, answers)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("place", SENT)
def test_four_posts_at_once_of_one_form_have_one_effect(place, world, amina, login):
    item = waiting(place, amina)
    answers, count = SENT[place]
    key = {"key": str(uuid.uuid4())}
    address = f"/arenden/{item.number}/{place}/"

    sent = at_once(*(partial(send, login, amina, address, answers() | key) for _ in range(4)))

    assert len({answer["Location"] for answer in sent}) == 1
    assert (count(), FormKey.objects.count()) == (1, 1)


@pytest.mark.parametrize("place", ["trad", "fraga", "handlingar", "dela"])
def test_every_form_of_the_item_page_has_a_key_of_its_own(place, amina, client, login):
    item = waiting(place, amina)
    login(client, amina)

    html = client.get(item.get_absolute_url()).text

    form = html.partition(f'action="/arenden/{item.number}/{place}/"')[2].partition("</form>")[0]
    assert 'type="hidden" name="key" value="' in form


def test_what_was_refused_can_be_sent_again_with_the_same_form(amina, client, login):
    item = waiting("handlingar", amina)
    login(client, amina)
    form = {"kind": "request", "key": str(uuid.uuid4())}
    address = f"/arenden/{item.number}/handlingar/"

    client.post(address, form | {"file": SimpleUploadedFile("a.exe", b"MZ")})
    client.post(address, form | {"file": upload()})

    assert [row.name for row in Document.objects.all()] == ["program.pdf"]


def test_one_does_not_share_with_oneself(amina, client, login):
    item = waiting("dela", amina)
    login(client, amina)

    response = client.post(f"/arenden/{item.number}/dela/", {"email": amina.email.upper()})

    assert "Det är din egen adress. Skriv en kollegas." in response.text
    assert EngagementUserObjectPermission.objects.count() == 0
