"""Spreadsheets that are read in, what each row became, and how columns were chosen."""

from django.conf import settings
from django.db import migrations, models
from engagements.migrations.parts.laying import own_key
from uuid import uuid4

TABLES = [
    migrations.CreateModel(
        name="ImportFile",
        fields=[
            (
                "id",
                models.UUIDField(default=uuid4, editable=False, primary_key=True, serialize=False),
            ),
            (
                "organisation",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="+", to="engagements.organisation"
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
            (
                "by",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            ("at", models.DateTimeField()),
            ("ended_at", models.DateTimeField(blank=True, null=True)),
        ],
        options={
            "verbose_name": "inläsning",
            "verbose_name_plural": "inläsningar",
            "indexes": [
                models.Index(fields=["organisation", "-at"], name="import_by_organisation"),
            ],
        },
    ),
    migrations.CreateModel(
        name="ImportedRow",
        fields=[
            own_key(),
            (
                "file",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="rows", to="governance.importfile"
                ),
            ),
            ("row", models.PositiveIntegerField(verbose_name="rad")),
            (
                "organisation",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="+", to="engagements.organisation"
                ),
            ),
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
                    on_delete=models.PROTECT, related_name="imported", to="engagements.engagement"
                ),
            ),
        ],
        options={
            "verbose_name": "inläst rad",
            "verbose_name_plural": "inlästa rader",
            "constraints": [
                models.UniqueConstraint(
                    fields=("organisation", "kind", "fingerprint"), name="a_row_is_read_in_once"
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="ImportMapping",
        fields=[
            own_key(),
            (
                "organisation",
                models.ForeignKey(
                    on_delete=models.CASCADE, related_name="+", to="engagements.organisation"
                ),
            ),
            ("slug", models.CharField(max_length=32)),
            ("headings", models.JSONField(default=dict)),
        ],
        options={
            "verbose_name": "kolumnval",
            "verbose_name_plural": "kolumnval",
            "constraints": [
                models.UniqueConstraint(fields=("organisation", "slug"), name="one_mapping_a_kind"),
            ],
        },
    ),
]
