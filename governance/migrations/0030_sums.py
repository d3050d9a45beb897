"""What the statistics are added up from, and the triggers that say what to count again."""

import django.contrib.postgres.fields
from django.db import migrations, models


FUNCTION = """
create function statistics_changed() returns trigger language plpgsql as $$
-- Arguments: the source, the column that says which, the table's key, and, of an update, the
-- columns that count; every one without any. It only adds rows: nobody waits for another.
declare
    kept text := '';
begin
    if tg_op = 'INSERT' then
        execute format('insert into governance_recount (source, key) '
            'select distinct %L, %I from fresh', tg_argv[0], tg_argv[1]);
    elsif tg_op = 'DELETE' then
        execute format('insert into governance_recount (source, key) '
            'select distinct %L, %I from gone', tg_argv[0], tg_argv[1]);
    else
        if tg_nargs > 3 then
            select format('and (%s) is distinct from (%s)',
                    string_agg(format('fresh.%I', name), ', '),
                    string_agg(format('gone.%I', name), ', '))
                into kept from unnest(tg_argv[3:]) name;
        end if;
        execute format('insert into governance_recount (source, key) '
            'select distinct %1$L, key from fresh join gone on fresh.%3$I = gone.%3$I '
            'cross join lateral (values (fresh.%2$I), (gone.%2$I)) either(key) where true %4$s',
            tg_argv[0], tg_argv[1], tg_argv[2], kept);
    end if;
    return null;
end $$;
"""
WHAT_IS_COUNTED = (
    "submitted_at", "status", "kind", "organisation_id", "secret", "starts_on", "created_at",
    "directions", "goals", "sdgs", "breaches", "unanswered", "judgements", "notes",
    "estimated_sek", "followed_up_on",
)  # fmt: skip
CHANGES = {
    "insert": "referencing new table as fresh",
    "update": "referencing old table as gone new table as fresh",
    "delete": "referencing old table as gone",
}


def counted(
    table: str,
    source: str,
    column: str,
    key: str,
    *columns: str,
    on: tuple[str, ...] = ("insert", "update", "delete"),
) -> migrations.RunSQL:
    """Let the matters that a statement touches be counted again. columns: those that count."""
    arguments = ", ".join(f"'{word}'" for word in (source, column, key, *columns))
    return migrations.RunSQL(
        [
            f"create trigger counted_{change} after {change} on {table} {CHANGES[change]} "
            f"for each statement execute function statistics_changed({arguments})"
            for change in on
        ],
        [f"drop trigger counted_{change} on {table}" for change in on],
    )


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0029_shared_material"),
    ]

    operations = [
        migrations.CreateModel(
            name="Recount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("engagement", "Engagement"),
                            ("place", "Place"),
                            ("counterpart", "Counterpart"),
                            ("organisation", "Organisation"),
                        ],
                        max_length=12,
                    ),
                ),
                ("key", models.BigIntegerField()),
            ],
            options={
                "verbose_name": "ändring att räkna om",
                "verbose_name_plural": "ändringar att räkna om",
            },
        ),
        migrations.CreateModel(
            name="Sum",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "organisation",
                        "kind",
                        "step",
                        "seen",
                        "first",
                        "key",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("organisation", models.BigIntegerField()),
                ("kind", models.CharField(max_length=16)),
                (
                    "step",
                    models.CharField(choices=[("month", "Month"), ("day", "Day")], max_length=5),
                ),
                (
                    "seen",
                    models.PositiveSmallIntegerField(
                        choices=[(0, "Open"), (1, "Secret"), (2, "Draft")]
                    ),
                ),
                ("first", models.DateField()),
                ("key", models.TextField()),
                ("n", models.BigIntegerField()),
                ("total", models.DecimalField(decimal_places=20, max_digits=40)),
            ],
            options={
                "verbose_name": "summa",
                "verbose_name_plural": "summor",
            },
        ),
        migrations.CreateModel(
            name="Counted",
            fields=[
                ("engagement", models.BigIntegerField(primary_key=True, serialize=False)),
                ("day", models.DateField()),
                ("organisation", models.BigIntegerField()),
                ("kind", models.CharField(max_length=16)),
                (
                    "seen",
                    models.PositiveSmallIntegerField(
                        choices=[(0, "Open"), (1, "Secret"), (2, "Draft")]
                    ),
                ),
                (
                    "keys",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), size=None
                    ),
                ),
                (
                    "sums",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.DecimalField(decimal_places=20, max_digits=40, null=True),
                        size=None,
                    ),
                ),
            ],
            options={
                "verbose_name": "räknat ärende",
                "verbose_name_plural": "räknade ärenden",
                "indexes": [
                    models.Index(fields=["organisation", "day"], name="counted_of_organisation"),
                    models.Index(
                        condition=models.Q(("seen__gt", 0)), fields=["day"], name="counted_apart"
                    ),
                ],
            },
        ),
        migrations.RunSQL(FUNCTION, "drop function statistics_changed()"),
        counted("engagements_engagement", "engagement", "id", "id", *WHAT_IS_COUNTED),
        counted("engagements_tie", "engagement", "engagement_id", "id"),
        counted("governance_decision", "engagement", "engagement_id", "id"),
        counted("governance_followup", "engagement", "engagement_id", "engagement_id"),
        counted("governance_assessment", "engagement", "engagement_id", "id"),
        counted("engagements_place", "place", "id", "id", "country", on=("update",)),
        counted("engagements_counterpart", "counterpart", "id", "id", "country", on=("update",)),
        counted("engagements_organisation", "organisation", "id", "id", "code", on=("update",)),
        # All that is there already is counted by the worker; until then pages count it.
        migrations.RunSQL(
            "insert into governance_recount (source, key) "
            "select 'engagement', id from engagements_engagement where submitted_at is not null",
            migrations.RunSQL.noop,
        ),
    ]
