"""Why a matter is due on its day, and when its days stand still; never without history."""

from importlib import import_module

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

history_guard = import_module("engagements.migrations.0002_history_guard")


class Migration(migrations.Migration):
    dependencies = [
        ("engagements", "0010_counted_by_period"),
    ]

    operations = [
        migrations.CreateModel(
            name="HistoricalDeadline",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("event", models.CharField(blank=True, max_length=24)),
                ("since", models.DateField()),
                ("days", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("in_working_days", models.BooleanField(default=True)),
                ("source", models.CharField(blank=True, max_length=48)),
                ("due", models.DateField(blank=True, null=True, verbose_name="senast")),
                (
                    "extended_from",
                    models.DateField(blank=True, null=True, verbose_name="förlängd från"),
                ),
                ("grounds", models.TextField(blank=True, verbose_name="skäl")),
                ("paused_on", models.DateField(blank=True, null=True, verbose_name="pausad")),
                (
                    "paused_for",
                    models.CharField(blank=True, max_length=120, verbose_name="väntar på"),
                ),
                ("days_left", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("stood_still", models.PositiveSmallIntegerField(default=0)),
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
                "verbose_name": "historical tidsgräns",
                "verbose_name_plural": "historical tidsgränser",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Deadline",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("event", models.CharField(blank=True, max_length=24)),
                ("since", models.DateField()),
                ("days", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("in_working_days", models.BooleanField(default=True)),
                ("source", models.CharField(blank=True, max_length=48)),
                ("due", models.DateField(blank=True, null=True, verbose_name="senast")),
                (
                    "extended_from",
                    models.DateField(blank=True, null=True, verbose_name="förlängd från"),
                ),
                ("grounds", models.TextField(blank=True, verbose_name="skäl")),
                ("paused_on", models.DateField(blank=True, null=True, verbose_name="pausad")),
                (
                    "paused_for",
                    models.CharField(blank=True, max_length=120, verbose_name="väntar på"),
                ),
                ("days_left", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("stood_still", models.PositiveSmallIntegerField(default=0)),
                (
                    "engagement",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deadline",
                        to="engagements.engagement",
                    ),
                ),
            ],
            options={
                "verbose_name": "tidsgräns",
                "verbose_name_plural": "tidsgränser",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("days_left", None), ("paused_for", ""), ("paused_on", None)),
                            models.Q(
                                ("days_left__isnull", False),
                                ("due", None),
                                ("paused_on__isnull", False),
                                models.Q(("paused_for", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="paused_says_for_whom",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("extended_from", None), ("grounds", "")),
                            models.Q(
                                ("extended_from__isnull", False),
                                models.Q(("grounds", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="extended_says_why",
                    ),
                ],
            },
        ),
        *history_guard.guarded("engagements_deadline", "engagements_historicaldeadline", key="id"),
    ]
