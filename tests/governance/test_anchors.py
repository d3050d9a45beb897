"""The anchors leave the house: on the web for anybody, and by mail to those who keep them."""

from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client

from engagements.models import OutboxMessage, Role
from engagements.vocabulary import RoleName
from governance import ledger, schedule, tasks
from governance.models import Anchor
from tests.rows import NOON, organisation, person, visit

pytestmark = pytest.mark.django_db


@pytest.fixture
def registrar():
    """One who keeps the registry, and reads English."""
    who = person("Rut Berg")
    who.language = "en"
    who.save()
    role = str(RoleName.REGISTRAR)
    Role.objects.create(
        user=who, name=role, organisation=organisation(), valid_from=date(2020, 1, 1)
    )
    return who


def anchored(days=1):
    """Return the anchors of some days, with an entry between them."""
    made = []
    for number in range(days):
        ledger.append("message", engagement=visit(f"Besök {number}"), body={})
        at = NOON + timedelta(days=number)
        made.append(ledger.anchor(day=at.date(), at=at))
    return made


def anchor_today():
    with time_machine.travel(NOON, tick=False):
        schedule.anchor_ledger()
        schedule.anchor_ledger()
    return OutboxMessage.objects.filter(topic="mail.anchor").order_by("pk")


def test_anybody_can_fetch_every_anchor_the_oldest_first():
    lines = [str(anchor) for anchor in anchored(3)]

    answer = Client().get("/ankare.txt")

    assert answer.content.decode().splitlines() == lines
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert ledger.verify(answer.content.decode().splitlines()) == []


def test_the_days_anchor_is_mailed_once_to_registrars_and_those_who_asked(
    registrar, settings, mailoutbox
):
    settings.ANCHOR_RECIPIENTS = ["arkiv@stad.example", "revision@stad.example"]
    for message in anchor_today():
        tasks.deliver(message_id=str(message.pk))

    anchor = Anchor.objects.get()
    assert sorted(mail.to for mail in mailoutbox) == [
        ["arkiv@stad.example", "revision@stad.example"],
        [registrar.email],
    ]
    assert {mail.subject for mail in mailoutbox} == {
        "Liggarens ankare 2026-11-23",
        "The ledger’s anchor of 2026-11-23",
    }
    assert all(mail.body.startswith(f"{anchor}\n") for mail in mailoutbox)
    assert all("/ankare.txt" in mail.body for mail in mailoutbox)


def test_without_keepers_nothing_is_mailed(settings):
    settings.ANCHOR_RECIPIENTS = []

    assert list(anchor_today()) == []


def test_no_address_stands_in_what_is_promised(registrar, settings):
    settings.ANCHOR_RECIPIENTS = ["arkiv@stad.example"]

    assert sorted((message.payload["person_id"] or 0) for message in anchor_today()) == [
        0,
        registrar.pk,
    ]
    assert not OutboxMessage.objects.filter(payload__icontains="@").exists()
