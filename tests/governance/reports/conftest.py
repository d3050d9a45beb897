"""A city with something in every list."""

import random
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from engagements.models import Engagement, Organisation, Place
from engagements.models.engagement import OPEN
from engagements.vocabulary import Body, Status
from governance.actions import api_keys, knowing, networking, setting, sharing
from governance.models import (
    ApiToken,
    Comparison,
    Confirmation,
    GoodExample,
    ImportFile,
    ImportState,
    Meeting,
    NetworkMeeting,
    Notice,
    Observation,
    Round,
)
from memberships.eu_project.models import Call
from memberships.models import FeeYear
from tests import worlds
from tests.governance.reports.test_statistics import scatter
from visits.trip.models import Conference

MANY = 70
FILES = 43
MORE = 33


@pytest.fixture(scope="session")
def lists_filled(city, django_db_blocker):
    """Give the rows of a city with something in every list, and the keys of its matters."""

    def make():
        worlds.lay_out(city)
        return [item.pk for item in fill_lists(worlds.invented())]

    with django_db_blocker.unblock():
        return worlds.copied(make)


@pytest.fixture
def city_of_lists(lists_filled, world):
    """Give that city's matters, in the order in which they were made."""
    rows, keys = lists_filled
    worlds.lay_out(rows)
    found = Engagement.objects.select_related("organisation").in_bulk(keys)
    return [found[key] for key in keys]


def fill_lists(world):
    """Put something in every list, more than a page in the longest. Returns the matters."""
    amina, johan = world["amina.lindqvist"], world["johan.ekstrom"]
    rnd = random.Random(7)  # noqa: S311
    made = scatter(rnd, amina, many=MANY)
    for item in made:
        if item.kind == "membership":
            FeeYear.objects.create(
                engagement=item, place=0, year=2026, amount=rnd.choice([None, 0, 9_500])
            )
        Notice.objects.create(
            person=johan,
            sort="ball",
            code="message",
            once=f"x{item.pk}",
            engagement=item,
            at=timezone.now(),
        )
    today = timezone.localdate()
    rooms_with_something(made, world, amina)
    for days in (-30, 5, 90):
        Call.objects.create(
            programme="Horizon", name=f"Utlysning {days}", closes_on=today + timedelta(days=days)
        )
    return made


def rooms_with_something(made, world, amina):
    """Fill the rooms: what waits, meetings, a round, a frame, a value to come, an event."""
    now, today = timezone.now(), timezone.localdate()
    johan, nils = world["johan.ekstrom"], world["nils.ahlin"]
    for place, item in enumerate(made):
        if item.status in OPEN and item.status != Status.DRAFT:
            item.ball, item.ball_person = str(Body.INTERNATIONAL_UNIT), [None, johan][place % 2]
            item.due = today + timedelta(days=place - 20)
            item.save()
    for days, closed in ((-40, now), (-12, now), (9, None), (30, None)):
        Meeting.objects.create(
            starts_at=now + timedelta(days=days),
            place="Stadshuset, Ragnar Östberg",
            papers_by=today + timedelta(days=days - 7),
            closed_at=closed,
        )
    body = Organisation.objects.get(code="MF")
    Confirmation.objects.create(round=a_round(), organisation=body, by=amina, at=now)
    setting.set_frame(body, year=2026, amount_sek=1_250_000, by=nils, at=now)
    key = next(key for key, known in setting.DEFINED.items() if type(known.value) is int)
    setting.set_value(
        key,
        value=setting.DEFINED[key].value + 1,
        valid_from=today + timedelta(days=3),
        source="Beslut",
        by=nils,
        at=now,
    )
    Conference.objects.create(
        name="Städer för klimatet",
        city="Århus",
        country="DK",
        opens_on=today,
        closes_on=today + timedelta(days=2),
        added_by=amina,
        added_at=now,
    )
    upkeep(nils, amina, now=now)
    known(amina, johan, body, now=now)
    networked(amina, johan, body, now=now)


def known(amina, johan, body, *, now):
    """Write down good examples in every state, observations and comparisons."""
    today = timezone.localdate(now)
    own = {"organisation": body, "by": amina, "at": now}
    for place in range(MORE):
        answers = {"title": f"Exempel {place}", "shows": "Vi visar", "contact": "Enheten", **own}
        until = today + timedelta(days=(place - 4) * 10) if place % 2 else None
        example = knowing.propose(GoodExample(), accepted=False, valid_until=until, **answers)
        if place % 3:
            knowing.answer(example, accepted=place % 3 == 1, text="Svar", by=johan, at=now)
        knowing.write(
            Observation(),
            title=f"Dubbdäck {place}",
            seen="Vi såg",
            means="Det betyder",
            felt="now",
            source="Möte",
            seen_on=today - timedelta(days=place),
            city="Oslo",
            country="NO",
            **own,
        )
    compared = knowing.write(Comparison(), title="Partiklar", unit="µg", **own)
    for city, country, value in (("Stockholm", "SE", 24), ("Oslo", "NO", 19)):
        where = {"city": city, "country": country, "year": 2025}
        knowing.measure(compared, value=value, source="Rapport", by=amina, at=now, **where)


def networked(amina, johan, body, *, now):
    """Ask the network, tell it news and call it to meetings."""
    today, by = timezone.localdate(now), {"by": johan, "at": now}
    for place in range(3):
        question = networking.ask(title=f"Fråga {place}", text="Hur?", due_on=today, **by)
        networking.publish(title=f"Nytt {place}", text="Så här", **by)
        networking.write_meeting(
            NetworkMeeting(),
            title=f"Möte {place}",
            meets_on=today - timedelta(days=place),
            place="Stadshuset",
            agenda="Läget",
            **by,
        )
        piece = sharing.share(
            title=f"Delat {place}",
            about="Så här",
            kind="guidance" if place else "template",
            organisation=body,
            upload=SimpleUploadedFile("a.pdf", b"%PDF-1.7 " + bytes([65 + place])),
            **by,
        )
    sharing.archive(piece, why="Ersatt", **by)
    networking.answer(question, body, text="Så här", by=amina, at=now)


def upkeep(nils, amina, *, now):
    """Make keys in every state, files more than a page of them, and places that are alike."""
    today = timezone.localdate(now)
    for ago, days, revoked in ((0, 30, False), (0, 60, True), (40, -1, False)):
        token, _secret = api_keys.create(
            purpose=f"Lönesystemet {days}",
            expires_on=today + timedelta(days=days),
            by=nils,
            at=now - timedelta(days=ago),
        )
        if revoked:
            api_keys.revoke(token, by=nils, at=now)
    ApiToken.objects.filter(pk=token.pk).update(last_used_on=today - timedelta(days=2))
    body = Organisation.objects.get(code="MF")
    for number in range(FILES):
        done = number % 2 == 0
        ImportFile.objects.create(
            organisation=body,
            slug="medlemskap",
            name=f"medlemskap-{number}.xlsx",
            state=ImportState.DONE if done else ImportState.CHOSEN,
            made=number if done else 0,
            by=amina,
            at=now - timedelta(hours=number),
        )
    for name in ("Trondhjemstad", "Trondhjemstads"):
        Place.objects.create(name_sv=name, country="NO", kind="city")


def a_round():
    return Round.objects.get_or_create(
        year=2026, sort="t1", defaults={"opens_on": "2026-04-01", "due_on": "2026-05-01"}
    )[0]
