"""Known forums: what a matter answers for each, themes, and the words of a theme as a query."""

from importlib import import_module

import django.contrib.postgres.fields
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models


history_guard = import_module("engagements.migrations.0002_history_guard")

# A star takes all words that begin so; words side by side are looked for in that order. What is no
# letter is left out, so that no line of the list can be misread as a sign of the query.
THEME_QUERY = r"""
create function theme_query(words text) returns tsquery language sql immutable as $$
    select coalesce(to_tsquery('swedish', string_agg(one, ' | ')), ''::tsquery) from (
        select string_agg(regexp_replace(part, '\W', '', 'g')
            || case when part like '%*' then ':*' else '' end, ' <-> ') as one
        from unnest(string_to_array(words, E'\n')) with ordinality as line(text, place),
            regexp_split_to_table(line.text, '\s+') as part
        where part ~ '\w'
        group by line.place
    ) as lines
$$;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("engagements", "0007_places"),
        ("governance", "0012_marked_version"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Theme",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name_sv", models.CharField(max_length=80, unique=True, verbose_name="ämne")),
                ("name_en", models.CharField(max_length=80, verbose_name="ämne på engelska")),
                ("words", models.TextField(verbose_name="ord")),
            ],
            options={
                "verbose_name": "ämne",
                "verbose_name_plural": "ämnen",
            },
        ),
        migrations.CreateModel(
            name="HistoricalForumAnswer",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="forum")),
                (
                    "met",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120),
                        size=None,
                        verbose_name="varför det hittades",
                    ),
                ),
                (
                    "suffices",
                    models.CharField(
                        choices=[("yes", "Ja, det räcker"), ("partly", "Delvis"), ("no", "Nej")],
                        max_length=8,
                        verbose_name="räcker det",
                    ),
                ),
                (
                    "why_not",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="varför det inte räcker"
                    ),
                ),
                ("at", models.DateTimeField()),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "engagement",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="engagements.engagement",
                    ),
                ),
                (
                    "forum",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="engagements.engagement",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical svar om ett befintligt forum",
                "verbose_name_plural": "historical svar om befintliga forum",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="ForumAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="forum")),
                (
                    "met",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120),
                        size=None,
                        verbose_name="varför det hittades",
                    ),
                ),
                (
                    "suffices",
                    models.CharField(
                        choices=[("yes", "Ja, det räcker"), ("partly", "Delvis"), ("no", "Nej")],
                        max_length=8,
                        verbose_name="räcker det",
                    ),
                ),
                (
                    "why_not",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="varför det inte räcker"
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "engagement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="forum_answers",
                        to="engagements.engagement",
                    ),
                ),
                (
                    "forum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="engagements.engagement",
                    ),
                ),
            ],
            options={
                "verbose_name": "svar om ett befintligt forum",
                "verbose_name_plural": "svar om befintliga forum",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("engagement", "forum"), name="one_answer_a_forum"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("suffices", "yes"),
                            models.Q(("why_not", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="forum_left_with_grounds",
                    ),
                ],
            },
        ),
        migrations.RunSQL(THEME_QUERY, "drop function theme_query(text);"),
        *history_guard.guarded(
            "governance_forumanswer", "governance_historicalforumanswer", key="id"
        ),
    ]
