"""What the strategy answered, who weighed it, and the values it read."""

from django.conf import settings
from django.db import migrations, models
from engagements.migrations.parts.laying import own_key, remembered

TABLES = [
    migrations.CreateModel(
        name="Assessment",
        fields=[
            own_key(),
            (
                "engagement",
                models.ForeignKey(
                    on_delete=models.PROTECT,
                    related_name="assessments",
                    to="engagements.engagement",
                ),
            ),
            (
                "stage",
                models.CharField(
                    choices=[("submission", "vid inlämning"), ("decision", "vid beslut")],
                    max_length=12,
                ),
            ),
            ("receipt", models.TextField()),
            ("sha256", models.CharField(max_length=64)),
            ("weighed", models.TextField(blank=True)),
            ("content_sha256", models.CharField(max_length=64)),
            (
                "made_by",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            ("made_at", models.DateTimeField()),
        ],
        options={
            "verbose_name": "prövning",
            "verbose_name_plural": "prövningar",
            "indexes": [
                models.Index(fields=["engagement", "-id"], name="newest_assessment"),
                models.Index(
                    condition=models.Q(receipt__contains='"part":"cost:'),
                    fields=["engagement"],
                    name="told_of_costs",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="Weighing",
        fields=[
            own_key(),
            (
                "engagement",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="weighings", to="engagements.engagement"
                ),
            ),
            ("clause", models.CharField(max_length=32)),
            ("rule", models.CharField(max_length=64)),
            ("part", models.CharField(blank=True, max_length=32)),
            ("finding_sha256", models.CharField(blank=True, default="", max_length=64)),
            ("grounds", models.TextField(verbose_name="motivering")),
            (
                "by",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            ("at", models.DateTimeField()),
        ],
        options={
            "verbose_name": "vägning",
            "verbose_name_plural": "vägningar",
        },
    ),
    *remembered(
        migrations.CreateModel(
            name="PolicyValue",
            fields=[
                own_key(),
                ("key", models.CharField(max_length=64, verbose_name="nyckel")),
                ("value", models.JSONField(verbose_name="värde")),
                ("source", models.CharField(max_length=200, verbose_name="källa")),
                ("suggestion", models.BooleanField(default=True, verbose_name="förslag")),
                ("valid_from", models.DateField(verbose_name="från")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="till och med")),
                (
                    "set_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=models.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("set_at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "värde",
                "verbose_name_plural": "värden",
                "constraints": [
                    models.UniqueConstraint(fields=("key", "valid_from"), name="one_value_a_day"),
                ],
            },
        )
    ),
    *remembered(
        migrations.CreateModel(
            name="Frame",
            fields=[
                own_key(),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=models.PROTECT,
                        related_name="frames",
                        to="engagements.organisation",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="år")),
                ("amount_sek", models.PositiveIntegerField(verbose_name="ram")),
            ],
            options={
                "verbose_name": "ram",
                "verbose_name_plural": "ramar",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation", "year"), name="one_frame_a_year"
                    ),
                ],
            },
        )
    ),
]
