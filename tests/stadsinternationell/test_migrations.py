"""The tables are made by few migrations, and databases that the many before them made are known."""

import re

import pytest
from django.db import connection, migrations, models
from django.db.migrations.exceptions import NodeNotFoundError
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.migrations.state import ProjectState

from engagements.migrations.parts.laying import Tables, own_key

pytestmark = pytest.mark.django_db

# How many migrations each app had when they were written anew.
BEFORE = {"engagements": 19, "governance": 33, "visits": 7, "agreements": 4, "memberships": 4}

# The one set; what comes after it is applied to every database as ever.
SET = {
    "agreements.0001_tables",
    "agreements.0002_guard",
    "engagements.0001_tables",
    "engagements.0002_history_guard",
    "governance.0001_tables",
    "governance.0002_ledger",
    "governance.0003_sums",
    "memberships.0001_tables",
    "memberships.0002_guard",
    "visits.0001_tables",
    "visits.0002_guard",
}


def numbers(rows):
    return sorted(int(name[:4]) for name in rows.values_list("name", flat=True))


@pytest.fixture
def before():
    """The migrations that a database knows of that the many made."""
    ours = MigrationRecorder(connection).migration_qs.filter(app__in=BEFORE)
    ours.filter(name__in=["0001_tables", "0003_sums"]).delete()
    later = [
        key
        for key in MigrationLoader(None).disk_migrations
        if key[0] in BEFORE and ".".join(key) not in SET
    ]
    for app, name in later:
        ours = ours.exclude(app=app, name=name)
    return ours


def test_a_database_that_all_the_old_ones_made_is_up_to_date(before):
    assert {app: numbers(before.filter(app=app)) for app in BEFORE} == {
        app: list(range(1, most + 1)) for app, most in BEFORE.items()
    }

    executor = MigrationExecutor(connection)

    executor.loader.check_consistent_history(connection)
    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []


@pytest.mark.parametrize(("app", "most"), BEFORE.items())
def test_a_database_that_lacks_one_of_them_is_refused(before, app, most):
    before.filter(app=app, name__startswith=f"{most:04}_").delete()

    with pytest.raises(NodeNotFoundError, match=re.escape("some of the replaced migrations")):
        MigrationExecutor(connection)


def test_an_empty_database_is_made_by_two_or_three_for_each_app(before):
    MigrationRecorder(connection).migration_qs.all().delete()
    executor = MigrationExecutor(connection)

    plan = [step for step, _back in executor.migration_plan(executor.loader.graph.leaf_nodes())]

    assert {f"{step.app_label}.{step.name}" for step in plan} >= SET


def test_tables_point_to_later_ones_and_leave_nothing_for_after_the_transaction():
    branch = migrations.CreateModel(
        "Branch",
        fields=[own_key(), ("tree", models.ForeignKey("tests.Tree", models.PROTECT))],
        options={"indexes": [models.Index(fields=["tree", "id"], name="branches_of_tree")]},
    )
    tree = migrations.CreateModel("Tree", fields=[own_key()])
    made = Tables([branch, tree])
    before, after = ProjectState(), ProjectState()
    made.state_forwards("tests", after)

    with connection.schema_editor() as editor:
        made.database_forwards("tests", editor, before, after)
        assert editor.deferred_sql == []
    with connection.cursor() as cursor:
        there = connection.introspection.get_constraints(cursor, "tests_branch")
    assert "branches_of_tree" in there
    assert ["tree_id"] in [row["columns"] for row in there.values() if row["foreign_key"]]

    with connection.schema_editor() as editor:
        made.database_backwards("tests", editor, after, before)
    left = connection.introspection.table_names()
    assert not {"tests_branch", "tests_tree"} & set(left)
