"""The database refuses what simple-history misses, and any change of what is remembered."""

import pytest
from django.db import IntegrityError, connection, transaction
from simple_history.utils import bulk_create_with_history

from engagements import people
from engagements.models import Cost, Engagement, Event, Role, TakingPart, User
from engagements.vocabulary import RoleName
from tests.rows import NOON, organisation, person, visit

pytestmark = pytest.mark.django_db


def settle():
    """Check what the database checks at commit."""
    connection.check_constraints()


@transaction.atomic
def commit(change, engagement):
    """Carry out a change and check it as a commit would."""
    change(engagement)
    settle()


def test_a_saved_row_and_its_history_agree():
    engagement = visit()
    engagement.directions, engagement.title = ["cooperation"], "Annan rubrik"
    engagement.save()

    settle()

    assert engagement.history.order_by("-history_id").first().title == "Annan rubrik"


def test_a_deleted_row_leaves_its_history():
    cost = Cost.objects.create(engagement=visit(), line="meal", estimate_sek=4000)
    pk = cost.pk
    cost.delete()

    settle()

    kept = Cost.history.filter(id=pk).order_by("history_id")
    assert [row.history_type for row in kept] == ["+", "-"]


def test_rows_made_in_bulk_with_history_are_accepted():
    engagement = visit()
    rows = [Cost(engagement=engagement, line=line, estimate_sek=1) for line in ("meal", "gift")]
    bulk_create_with_history(rows, Cost, default_date=NOON)

    settle()

    assert Cost.history.count() == 2


def bypass_update(engagement):
    Engagement.objects.filter(pk=engagement.pk).update(title="Smyg")


def bypass_bulk_update(engagement):
    engagement.title = "Smyg"
    Engagement.objects.bulk_update([engagement], ["title"])


def bypass_sql(engagement):
    with connection.cursor() as cursor:
        cursor.execute("update engagements_engagement set status = 'withdrawn'")


def bypass_dirty_fields(engagement):
    engagement.title, engagement.counterpart = "Rubrik", "Aldrig sparad"
    engagement.save(update_fields=["title"])


def bypass_fewer_goals(engagement):
    engagement.goals = ["1", "2"]
    engagement.save()
    Engagement.objects.filter(pk=engagement.pk).update(goals=["1"])


def bypass_emptying(engagement):
    Engagement.objects.filter(pk=engagement.pk).update(starts_on="2027-01-01")


def bypass_detail(engagement):
    type(engagement.visit).objects.filter(pk=engagement.pk).update(country="FR")


def bypass_bulk_create(engagement):
    Cost.objects.bulk_create([Cost(engagement=engagement, line="meal", estimate_sek=1)])


def bypass_delete(engagement):
    row = TakingPart.objects.create(engagement=engagement, organisation=organisation("UTBF"))
    settle()
    TakingPart.objects.filter(pk=row.pk)._raw_delete("default")


def bypass_role(engagement):
    Role.objects.bulk_create(
        [
            Role(
                user=person(),
                name=str(RoleName.ADMIN),
                organisation=organisation(),
                valid_from=NOON.date(),
            )
        ]
    )


def bypass_invented_history(engagement):
    row = engagement.history.order_by("-history_id").first()
    row.pk, row.title = None, "Så var det aldrig"
    row.save(force_insert=True)


@pytest.mark.parametrize(
    "bypass",
    [
        bypass_update,
        bypass_bulk_update,
        bypass_sql,
        bypass_dirty_fields,
        bypass_fewer_goals,
        bypass_emptying,
        bypass_detail,
        bypass_bulk_create,
        bypass_delete,
        bypass_role,
        bypass_invented_history,
    ],
)
def test_a_change_without_its_history_is_refused(bypass):
    engagement = visit()
    settle()

    with pytest.raises(IntegrityError, match="history guard"):
        commit(bypass, engagement)


def test_what_is_left_out_of_history_may_change_alone():
    engagement = visit()
    type(engagement.visit).objects.filter(pk=engagement.pk).update(access_needs="hörslinga")

    settle()

    assert type(engagement.visit).objects.get().access_needs == "hörslinga"


@pytest.mark.parametrize(
    "sql",
    [
        "update engagements_historicalengagement set title = 'X'",
        "delete from engagements_historicalengagement",
        "truncate engagements_historicalengagement",
        "update visits_historicalvisit set country = 'FR'",
        "delete from visits_historicalvisit",
        "update engagements_event set code = 'closed'",
        "delete from engagements_event",
        "truncate engagements_event",
    ],
)
def test_what_is_remembered_cannot_be_changed(sql):
    visit()
    settle()

    with (
        pytest.raises(IntegrityError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)


@pytest.mark.django_db(transaction=True)
def test_a_write_in_autocommit_is_refused_when_history_is_missing():
    engagement = visit()

    with pytest.raises(IntegrityError, match="differs from its history in title"):
        Engagement.objects.filter(pk=engagement.pk).update(title="Smyg")

    assert Engagement.objects.get().title == engagement.title


@pytest.mark.django_db(transaction=True)
def test_a_flush_between_tests_leaves_nothing():
    assert (Engagement.objects.count(), Event.objects.count()) == (0, 0)


def test_the_clockwork_is_one_person_that_nobody_signs_in_as():
    first, second = people.clockwork(), people.clockwork()

    assert (first.pk, first.is_active) == (second.pk, False)
    assert not User.objects.get(pk=first.pk).has_usable_password()
