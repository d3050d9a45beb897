"""From when a draft holds: a table with a history that the database guards."""

from importlib import import_module

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models


history_guard = import_module("engagements.migrations.0002_history_guard")


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0003_adopted_text"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="EditionStart",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("edition", models.CharField(max_length=32, unique=True, verbose_name="utgåva")),
                ("valid_from", models.DateField(verbose_name="gäller från")),
                ("source", models.CharField(max_length=200, verbose_name="källa")),
                ("set_at", models.DateTimeField()),
                (
                    "set_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "utgåva som har antagits",
                "verbose_name_plural": "utgåvor som har antagits",
            },
        ),
        migrations.CreateModel(
            name="HistoricalEditionStart",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("edition", models.CharField(db_index=True, max_length=32, verbose_name="utgåva")),
                ("valid_from", models.DateField(verbose_name="gäller från")),
                ("source", models.CharField(max_length=200, verbose_name="källa")),
                ("set_at", models.DateTimeField()),
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
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "set_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical utgåva som har antagits",
                "verbose_name_plural": "historical utgåvor som har antagits",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        *history_guard.guarded(
            "governance_editionstart", "governance_historicaleditionstart", key="id"
        ),
    ]
