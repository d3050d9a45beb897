"""Rows that cannot change without their history, and tables where nothing is changed or removed.

See docs/adr/0003-history-guard.md for why the database does this and not Python.
"""

from django.db import migrations

from engagements.migrations.parts.history_guard import (
    DROP_FUNCTIONS,
    FUNCTIONS,
    append_only,
    guarded,
)


class Migration(migrations.Migration):
    dependencies = [
        # By the last name that 0001 replaces: unknown where only some of those were applied.
        ("engagements", "0019_waits_by_due"),
    ]

    operations = [
        migrations.RunSQL(FUNCTIONS, DROP_FUNCTIONS),
        *guarded(
            "engagements_engagement",
            "engagements_historicalengagement",
            key="id",
            left_out=("search", "search_alike", "search_words", "clauses"),
        ),
        *guarded("engagements_cost", "engagements_historicalcost", key="id"),
        *guarded("engagements_takingpart", "engagements_historicaltakingpart", key="id"),
        *guarded("engagements_role", "engagements_historicalrole", key="id"),
        *guarded(
            "engagements_organisation",
            "engagements_historicalorganisation",
            key="id",
            left_out=("sort_name",),
        ),
        *guarded("engagements_orientationgoal", "engagements_historicalorientationgoal", key="id"),
        *guarded("engagements_consultation", "engagements_historicalconsultation", key="id"),
        *guarded("engagements_citation", "engagements_historicalcitation", key="id"),
        *guarded(
            "engagements_place",
            "engagements_historicalplace",
            key="id",
            left_out=("found_by", "sort_name"),
        ),
        *guarded(
            "engagements_counterpart",
            "engagements_historicalcounterpart",
            key="id",
            left_out=("found_by", "sort_name"),
        ),
        *guarded("engagements_tie", "engagements_historicaltie", key="id"),
        *guarded("engagements_deadline", "engagements_historicaldeadline", key="id"),
        *guarded("engagements_away", "engagements_historicalaway", key="id"),
        append_only("engagements_accountevent"),
        append_only("engagements_conflict"),
        append_only("engagements_document"),
        append_only("engagements_event"),
        append_only("engagements_placepairing", once=("undone_by_id", "undone_at")),
        append_only("engagements_counterpartpairing", once=("undone_by_id", "undone_at")),
        append_only("engagements_standin"),
    ]
