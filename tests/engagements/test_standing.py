"""What seldom changes is kept until the database says that it has, in every process."""

import threading
from datetime import timedelta

import pytest
from django.db import connection, connections, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from engagements import organisations
from engagements.forms.choices import goals_of
from engagements.models import Away, Organisation, OrientationGoal, StandIn, TableChange
from engagements.standing import kept, seen_once
from engagements.standing_in import absent, stood_for
from governance import adopted, assessing, priorities
from governance.models import AdoptedText, EditionStart, PolicyValue, Priority, Theme

pytestmark = pytest.mark.django_db
WATCHED = (
    Organisation,
    OrientationGoal,
    Away,
    StandIn,
    PolicyValue,
    EditionStart,
    AdoptedText,
    Priority,
    Theme,
)


def asked_of(table, act):
    with CaptureQueriesContext(connection) as queries:
        act()
    return sum(f'"{table}"' in query["sql"] for query in queries.captured_queries)


def number_of(model):
    return TableChange.objects.get(name=model._meta.db_table).number


def renamed(name):
    one = Organisation.objects.get(code="MF")
    one.name_sv = name
    one.save()


def renamed_and_regretted(name):
    renamed(name)
    assert organisations.names(["MF"]) == {"MF": name}
    raise InterruptedError


@pytest.mark.parametrize("model", WATCHED, ids=lambda model: model.__name__)
def test_each_change_of_a_table_draws_another_number(world, model):
    drawn = [number_of(model)]
    with connection.cursor() as cursor:
        for change in (
            "insert into {} (id) select id from {} where false",
            "update {} set id = id where false",
            "delete from {} where false",
        ):
            cursor.execute(change.replace("{}", model._meta.db_table))
            drawn.append(number_of(model))
    assert len(set(drawn)) == 4


def test_what_is_kept_is_asked_once_until_it_changes(world):
    first = organisations.names(["MF"])
    assert asked_of("engagements_organisation", lambda: organisations.names(["MF"])) == 0

    renamed("Miljö och hälsa")
    changed = organisations.names(["MF"])
    assert changed == {"MF": "Miljö och hälsa"} != first


def test_what_is_rolled_back_is_kept_by_nobody(world):
    before = organisations.names(["MF"])
    with pytest.raises(InterruptedError), transaction.atomic():
        renamed_and_regretted("Aldrig")
    assert organisations.names(["MF"]) == before


def test_a_page_asks_once_whether_anything_has_changed_and_sees_what_it_writes(world):
    def twice():
        with seen_once():
            organisations.names(["MF"])
            goals_of(2026, on=timezone.localdate())

    assert asked_of("engagements_tablechange", twice) == 1
    with seen_once():
        organisations.names(["MF"])
        renamed("Under tiden")
        assert organisations.names(["MF"]) == {"MF": "Under tiden"}


def test_the_roles_bring_word_of_changes_with_them(world, amina, client):
    client.force_login(amina)
    client.get("/arenden/")
    assert asked_of("engagements_tablechange", lambda: client.get("/arenden/")) == 1
    with CaptureQueriesContext(connection) as queries:
        client.get("/arenden/")
    (told,) = [q["sql"] for q in queries.captured_queries if "tablechange" in q["sql"]]
    assert "engagements_role" in told


def test_a_table_that_nobody_watches_is_asked_each_time(world):
    @kept(StandIn)
    def count():
        return StandIn.objects.count()

    count()
    assert asked_of("engagements_standin", count) == 0
    TableChange.objects.filter(name="engagements_standin").delete()
    assert asked_of("engagements_standin", count) == 1
    assert asked_of("engagements_standin", count) == 1


def test_who_is_away_is_known_at_once_and_for_the_day_alone(world, amina, johan):
    today, now = timezone.localdate(), timezone.now()
    tomorrow = today + timedelta(days=1)
    assert absent([amina.pk], on=today) == {}
    away = Away.objects.create(person=amina, first=today, last=today, by=amina, at=now)
    StandIn.objects.create(away=away, person=johan)

    assert [one.instead for one in absent([amina.pk], on=today).values()] == [(johan,)]
    assert stood_for(johan, on=today) == {amina.pk}
    assert absent([amina.pk], on=tomorrow) == {}
    assert stood_for(johan, on=tomorrow) == frozenset()

    away.ended_at, away.ended_by = now, amina
    away.save()
    assert absent([amina.pk], on=today) == {}
    assert stood_for(johan, on=today) == frozenset()


def test_a_matter_is_judged_by_what_is_set_and_nothing_is_asked_again(world, amina):
    today = timezone.localdate()

    def all_of_it():
        assessing.current_values()
        assessing.current_editions()
        adopted.passages()
        priorities.holding(on=today)
        goals_of(today.year, on=today)

    all_of_it()
    with CaptureQueriesContext(connection) as queries, seen_once():
        all_of_it()
    assert len(queries) == 1


@pytest.mark.django_db(transaction=True)
def test_another_process_reads_nothing_before_it_is_committed(transactional_db):
    with transaction.atomic():
        Organisation.objects.create(code="XX", name_sv="Först", name_en="First", kind="department")
    told = []

    def read():
        told.append(organisations.names(["XX"]))
        connections.close_all()

    def in_another():
        thread = threading.Thread(target=read)
        thread.start()
        thread.join()
        return told[-1]

    with transaction.atomic():
        one = Organisation.objects.get(code="XX")
        one.name_sv = "Sedan"
        one.save()
        assert organisations.names(["XX"]) == {"XX": "Sedan"}
        assert in_another() == {"XX": "Först"}
        assert organisations.names(["XX"]) == {"XX": "Sedan"}
    assert in_another() == {"XX": "Sedan"}
