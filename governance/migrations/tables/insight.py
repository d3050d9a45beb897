"""What anybody may read: only public columns, written when something becomes public."""

from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models

TABLES = [
    migrations.CreateModel(
        name="PublicItem",
        fields=[
            ("number", models.CharField(max_length=16, primary_key=True, serialize=False)),
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
            ("title", models.CharField(blank=True, max_length=200)),
            ("organisation_code", models.CharField(max_length=16)),
            ("organisation_sv", models.CharField(max_length=120)),
            ("organisation_en", models.CharField(max_length=120)),
            ("counterpart", models.CharField(blank=True, max_length=200)),
            ("country", models.CharField(blank=True, max_length=2)),
            (
                "directions",
                ArrayField(base_field=models.CharField(max_length=24), default=list, size=None),
            ),
            (
                "goals",
                ArrayField(base_field=models.CharField(max_length=24), default=list, size=None),
            ),
            (
                "sdgs",
                ArrayField(base_field=models.PositiveSmallIntegerField(), default=list, size=None),
            ),
            ("year", models.PositiveSmallIntegerField()),
            ("starts_on", models.DateField(null=True)),
            ("ends_on", models.DateField(null=True)),
            ("decided_on", models.DateField(null=True)),
            ("body_sv", models.CharField(blank=True, max_length=120)),
            ("body_en", models.CharField(blank=True, max_length=120)),
            ("outcome", models.CharField(blank=True, max_length=32)),
            ("outcome_sv", models.CharField(blank=True, max_length=80)),
            ("outcome_en", models.CharField(blank=True, max_length=80)),
            ("decided_sek", models.PositiveIntegerField(null=True)),
            ("outcome_sek", models.PositiveIntegerField(null=True)),
            ("replaced", models.BooleanField(default=False)),
            ("withdrawn", models.BooleanField(default=False)),
            ("gain", models.TextField(blank=True)),
            (
                "register",
                models.CharField(
                    blank=True,
                    choices=[("membership", "Medlemskap"), ("agreement", "Avtal")],
                    max_length=12,
                ),
            ),
            ("next_review_on", models.DateField(null=True)),
            ("masks", models.JSONField(default=dict)),
            ("changed_at", models.DateTimeField()),
        ],
        options={
            "verbose_name": "öppet ärende",
            "verbose_name_plural": "öppna ärenden",
            "indexes": [
                models.Index(fields=["year", "-decided_on", "-number"], name="public_by_year"),
                models.Index(fields=["-decided_on", "-number"], name="public_newest_first"),
                models.Index(fields=["register", "counterpart", "number"], name="public_registers"),
                models.Index(fields=["-changed_at"], name="public_last_changed"),
            ],
        },
    ),
    migrations.CreateModel(
        name="PublicDecision",
        fields=[
            ("number", models.CharField(max_length=16, primary_key=True, serialize=False)),
            (
                "item",
                models.ForeignKey(
                    on_delete=models.CASCADE, related_name="decisions", to="governance.publicitem"
                ),
            ),
            ("place", models.PositiveIntegerField()),
            ("task", models.CharField(max_length=16)),
            ("decided_on", models.DateField()),
            ("body_sv", models.CharField(max_length=120)),
            ("body_en", models.CharField(max_length=120)),
            ("outcome", models.CharField(max_length=32)),
            ("outcome_sv", models.CharField(max_length=80)),
            ("outcome_en", models.CharField(max_length=80)),
            ("cost_sek", models.PositiveIntegerField(null=True)),
            ("superseded_by", models.CharField(blank=True, max_length=16)),
        ],
        options={
            "verbose_name": "öppet beslut",
            "verbose_name_plural": "öppna beslut",
            "indexes": [
                models.Index(fields=["decided_on", "number"], name="public_decisions_by_day"),
            ],
        },
    ),
    migrations.CreateModel(
        name="PublicFee",
        fields=[
            ("id", models.CharField(max_length=24, primary_key=True, serialize=False)),
            (
                "item",
                models.ForeignKey(
                    on_delete=models.CASCADE, related_name="fees", to="governance.publicitem"
                ),
            ),
            ("year", models.PositiveSmallIntegerField()),
            ("fee_sek", models.PositiveIntegerField(null=True)),
        ],
        options={
            "verbose_name": "öppen avgift",
            "verbose_name_plural": "öppna avgifter",
            "indexes": [
                models.Index(fields=["year"], name="public_fees_by_year"),
            ],
        },
    ),
    migrations.CreateModel(
        name="PublicNote",
        fields=[
            ("held_on", models.DateField(primary_key=True, serialize=False)),
            ("parts", models.JSONField(default=list)),
            ("changed_at", models.DateTimeField()),
        ],
        options={
            "verbose_name": "öppna minnesanteckningar",
            "verbose_name_plural": "öppna minnesanteckningar",
        },
    ),
]
