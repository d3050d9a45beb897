"""Who has taken the file of a matter out, and what was masked in it: append-only."""

from importlib import import_module

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


history_guard = import_module("engagements.migrations.0002_history_guard")


class Migration(migrations.Migration):
    dependencies = [
        ("engagements", "0010_counted_by_period"),
        ("governance", "0018_open_books"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="TakenOut",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("masked", models.BooleanField(verbose_name="maskerad")),
                ("masks", models.JSONField(default=list)),
                ("sha256", models.CharField(max_length=64)),
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
                        related_name="taken_out",
                        to="engagements.engagement",
                    ),
                ),
            ],
            options={
                "verbose_name": "framtagen akt",
                "verbose_name_plural": "framtagna akter",
                "indexes": [models.Index(fields=["engagement", "-id"], name="taken_out_newest")],
            },
        ),
        history_guard.append_only("governance_takenout"),
    ]
