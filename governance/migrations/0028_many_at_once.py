"""What somebody did with many matters at once; written once and for all."""

from importlib import import_module

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

history_guard = import_module("engagements.migrations.0002_history_guard")


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0027_told_instead"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="BulkRun",
            fields=[
                ("key", models.UUIDField(primary_key=True, serialize=False)),
                (
                    "verb",
                    models.CharField(
                        choices=[
                            ("ta", "Ta ärendena"),
                            ("lamna", "Lämna över"),
                            ("paminn", "Påminn"),
                            ("xlsx", "De markerade som Excel"),
                            ("csv", "De markerade som CSV"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "room",
                    models.CharField(choices=[("ko", "Kön"), ("arenden", "Ärenden")], max_length=8),
                ),
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
                    ),
                ),
                ("results", models.JSONField(default=list)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "åtgärd med flera ärenden",
                "verbose_name_plural": "åtgärder med flera ärenden",
            },
        ),
        history_guard.append_only("governance_bulkrun"),
    ]
