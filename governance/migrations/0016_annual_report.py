"""The annual report: texts in all versions, frozen editions; nothing of it is changed."""

from importlib import import_module

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


history_guard = import_module("engagements.migrations.0002_history_guard")


class Migration(migrations.Migration):
    dependencies = [
        ("engagements", "0008_projects"),
        ("governance", "0015_planning"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AnnualEdition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="år")),
                ("number", models.PositiveSmallIntegerField(verbose_name="nummer")),
                ("why", models.CharField(blank=True, max_length=300, verbose_name="varför")),
                ("data", models.TextField()),
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
                    "organisation",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="annual_editions",
                        to="engagements.organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "utgåva av årsrapporten",
                "verbose_name_plural": "utgåvor av årsrapporten",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("year", "organisation", "number"),
                        name="annual_edition_once",
                        nulls_distinct=False,
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AnnualText",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="år")),
                ("section", models.CharField(max_length=32, verbose_name="avsnitt")),
                ("text", models.TextField(blank=True, verbose_name="text")),
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
                    "organisation",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="annual_texts",
                        to="engagements.organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "text i årsrapporten",
                "verbose_name_plural": "texter i årsrapporten",
                "indexes": [
                    models.Index(
                        fields=["year", "organisation", "section", "-id"], name="annual_text_newest"
                    )
                ],
            },
        ),
        history_guard.append_only("governance_annualedition"),
        history_guard.append_only("governance_annualtext"),
    ]
