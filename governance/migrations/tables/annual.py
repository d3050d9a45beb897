"""The annual report's texts, in all their versions, and its frozen editions."""

from django.conf import settings
from django.db import migrations, models
from engagements.migrations.parts.laying import own_key

TABLES = [
    migrations.CreateModel(
        name="AnnualText",
        fields=[
            own_key(),
            ("year", models.PositiveSmallIntegerField(verbose_name="år")),
            (
                "organisation",
                models.ForeignKey(
                    null=True,
                    on_delete=models.PROTECT,
                    related_name="annual_texts",
                    to="engagements.organisation",
                ),
            ),
            ("section", models.CharField(max_length=32, verbose_name="avsnitt")),
            ("text", models.TextField(blank=True, verbose_name="text")),
            (
                "by",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            ("at", models.DateTimeField()),
        ],
        options={
            "verbose_name": "text i årsrapporten",
            "verbose_name_plural": "texter i årsrapporten",
            "indexes": [
                models.Index(
                    fields=["year", "organisation", "section", "-id"], name="annual_text_newest"
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="AnnualEdition",
        fields=[
            own_key(),
            ("year", models.PositiveSmallIntegerField(verbose_name="år")),
            (
                "organisation",
                models.ForeignKey(
                    null=True,
                    on_delete=models.PROTECT,
                    related_name="annual_editions",
                    to="engagements.organisation",
                ),
            ),
            ("number", models.PositiveSmallIntegerField(verbose_name="nummer")),
            ("why", models.CharField(blank=True, max_length=300, verbose_name="varför")),
            ("data", models.TextField()),
            ("sha256", models.CharField(max_length=64)),
            (
                "by",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            ("at", models.DateTimeField()),
        ],
        options={
            "verbose_name": "utgåva av årsrapporten",
            "verbose_name_plural": "utgåvor av årsrapporten",
            "constraints": [
                models.UniqueConstraint(
                    fields=("year", "organisation", "number"),
                    name="annual_edition_once",
                    nulls_distinct=False,
                ),
            ],
        },
    ),
]
