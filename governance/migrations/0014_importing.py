"""Spreadsheets that are read in; what a row became is never changed."""

from importlib import import_module

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


history_guard = import_module("engagements.migrations.0002_history_guard")


class Migration(migrations.Migration):
    dependencies = [
        ("engagements", "0007_places"),
        ("governance", "0013_forums"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ImportFile",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("slug", models.CharField(max_length=32, verbose_name="vad det är")),
                ("name", models.CharField(max_length=120, verbose_name="fil")),
                ("content", models.BinaryField(blank=True)),
                ("mapping", models.JSONField(blank=True, default=dict)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("chosen", "Inte inläst än"),
                            ("queued", "I kö"),
                            ("running", "Läses in"),
                            ("done", "Inläst"),
                        ],
                        default="chosen",
                        max_length=8,
                    ),
                ),
                ("only_good", models.BooleanField(default=False)),
                ("total", models.PositiveIntegerField(default=0)),
                ("done", models.PositiveIntegerField(default=0)),
                ("made", models.PositiveIntegerField(default=0)),
                ("known", models.PositiveIntegerField(default=0)),
                ("bad", models.PositiveIntegerField(default=0)),
                ("at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="engagements.organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "inläsning",
                "verbose_name_plural": "inläsningar",
            },
        ),
        migrations.CreateModel(
            name="ImportedRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("row", models.PositiveIntegerField(verbose_name="rad")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("visit", "Besök till staden"),
                            ("trip", "Konferens eller resa"),
                            ("reception", "Representationsmottagning"),
                            ("cooperation", "Samarbetsavtal"),
                            ("intent", "Intentionsavtal"),
                            ("declaration", "Deklaration eller initiativ"),
                            ("position", "EU-ställningstagande"),
                            ("membership", "Medlemskap"),
                            ("eu_project", "EU-projekt"),
                            ("aid_project", "Projekt av biståndskaraktär"),
                        ],
                        max_length=16,
                    ),
                ),
                ("fingerprint", models.CharField(max_length=64)),
                (
                    "engagement",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="imported",
                        to="engagements.engagement",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="engagements.organisation",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rows",
                        to="governance.importfile",
                    ),
                ),
            ],
            options={
                "verbose_name": "inläst rad",
                "verbose_name_plural": "inlästa rader",
            },
        ),
        migrations.CreateModel(
            name="ImportMapping",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("slug", models.CharField(max_length=32)),
                ("headings", models.JSONField(default=dict)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="engagements.organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "kolumnval",
                "verbose_name_plural": "kolumnval",
            },
        ),
        migrations.AddIndex(
            model_name="importfile",
            index=models.Index(fields=["organisation", "-at"], name="import_by_organisation"),
        ),
        migrations.AddConstraint(
            model_name="importedrow",
            constraint=models.UniqueConstraint(
                fields=("organisation", "kind", "fingerprint"), name="a_row_is_read_in_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="importmapping",
            constraint=models.UniqueConstraint(
                fields=("organisation", "slug"), name="one_mapping_a_kind"
            ),
        ),
        history_guard.append_only("governance_importedrow"),
    ]
