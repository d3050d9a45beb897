"""Lists under a name, who watches them, and what those have been told."""

from importlib import import_module

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models


history_guard = import_module("engagements.migrations.0002_history_guard")


class Migration(migrations.Migration):
    dependencies = [
        ("engagements", "0011_deadline"),
        ("governance", "0022_network"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="HistoricalSavedView",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="namn")),
                (
                    "room",
                    models.CharField(
                        choices=[("ko", "Kön"), ("arenden", "Ärenden")],
                        max_length=8,
                        verbose_name="lista",
                    ),
                ),
                ("query", models.CharField(blank=True, max_length=2000, verbose_name="urval")),
                (
                    "unit",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("contact_person", "Internationell kontaktperson"),
                            ("deputy", "Ersättare för kontaktperson"),
                            ("international_unit", "Internationella enheten"),
                            ("protocol_unit", "Protokollsenheten"),
                            ("eu_unit", "EU-enheten"),
                            ("committee_member", "Ledamot i internationella beredningen"),
                            ("committee_secretary", "Sekreterare i internationella beredningen"),
                            ("ks_secretary", "Kommunstyrelsens sekreterare"),
                            ("kf_secretary", "Kommunfullmäktiges sekreterare"),
                            ("board_secretary", "Nämndsekreterare"),
                            ("registrar", "Registrator"),
                            ("admin", "Administratör"),
                            ("reader", "Läsare"),
                        ],
                        max_length=24,
                        verbose_name="enhet",
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
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="engagements.organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical sparad vy",
                "verbose_name_plural": "historical sparade vyer",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="SavedView",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="namn")),
                (
                    "room",
                    models.CharField(
                        choices=[("ko", "Kön"), ("arenden", "Ärenden")],
                        max_length=8,
                        verbose_name="lista",
                    ),
                ),
                ("query", models.CharField(blank=True, max_length=2000, verbose_name="urval")),
                (
                    "unit",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("contact_person", "Internationell kontaktperson"),
                            ("deputy", "Ersättare för kontaktperson"),
                            ("international_unit", "Internationella enheten"),
                            ("protocol_unit", "Protokollsenheten"),
                            ("eu_unit", "EU-enheten"),
                            ("committee_member", "Ledamot i internationella beredningen"),
                            ("committee_secretary", "Sekreterare i internationella beredningen"),
                            ("ks_secretary", "Kommunstyrelsens sekreterare"),
                            ("kf_secretary", "Kommunfullmäktiges sekreterare"),
                            ("board_secretary", "Nämndsekreterare"),
                            ("registrar", "Registrator"),
                            ("admin", "Administratör"),
                            ("reader", "Läsare"),
                        ],
                        max_length=24,
                        verbose_name="enhet",
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="saved_views",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="engagements.organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "sparad vy",
                "verbose_name_plural": "sparade vyer",
            },
        ),
        migrations.CreateModel(
            name="ViewWatch",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "often",
                    models.CharField(
                        choices=[("day", "Varje arbetsdag"), ("monday", "Varje måndag")],
                        max_length=8,
                        verbose_name="hur ofta",
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="watches",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "view",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="watches",
                        to="governance.savedview",
                    ),
                ),
            ],
            options={
                "verbose_name": "bevakning av en vy",
                "verbose_name_plural": "bevakningar av vyer",
            },
        ),
        migrations.CreateModel(
            name="ViewSeen",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "engagement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="engagements.engagement",
                    ),
                ),
                (
                    "watch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="seen",
                        to="governance.viewwatch",
                    ),
                ),
            ],
            options={
                "verbose_name": "ärende i en bevakad vy",
                "verbose_name_plural": "ärenden i bevakade vyer",
            },
        ),
        migrations.AddConstraint(
            model_name="savedview",
            constraint=models.UniqueConstraint(
                fields=("by", "room", "name"), name="one_view_of_a_name"
            ),
        ),
        migrations.AddConstraint(
            model_name="savedview",
            constraint=models.CheckConstraint(
                condition=models.Q(("organisation", None), ("unit", ""), _connector="OR"),
                name="view_is_shared_with_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="viewwatch",
            constraint=models.UniqueConstraint(
                fields=("view", "person"), name="one_watch_a_view_and_person"
            ),
        ),
        migrations.AddConstraint(
            model_name="viewseen",
            constraint=models.UniqueConstraint(
                fields=("watch", "engagement"), name="told_once_a_watch"
            ),
        ),
        *history_guard.guarded("governance_savedview", "governance_historicalsavedview", key="id"),
    ]
