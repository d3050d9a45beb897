"""What anybody may read, and what is kept secret of it: the second is append-only."""

from importlib import import_module

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


history_guard = import_module("engagements.migrations.0002_history_guard")
LIFTED = ("lifted_by_id", "lifted_at", "lifted_grounds")


class Migration(migrations.Migration):
    dependencies = [
        ("engagements", "0008_projects"),
        ("governance", "0017_costs_in_receipts"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=24), default=list, size=None
                    ),
                ),
                (
                    "goals",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=24), default=list, size=None
                    ),
                ),
                (
                    "sdgs",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(), default=list, size=None
                    ),
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
                    models.Index(
                        fields=["register", "counterpart", "number"], name="public_registers"
                    ),
                    models.Index(fields=["-changed_at"], name="public_last_changed"),
                ],
            },
        ),
        migrations.CreateModel(
            name="PublicFee",
            fields=[
                ("id", models.CharField(max_length=24, primary_key=True, serialize=False)),
                ("year", models.PositiveSmallIntegerField()),
                ("fee_sek", models.PositiveIntegerField(null=True)),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="fees",
                        to="governance.publicitem",
                    ),
                ),
            ],
            options={
                "verbose_name": "öppen avgift",
                "verbose_name_plural": "öppna avgifter",
                "indexes": [models.Index(fields=["year"], name="public_fees_by_year")],
            },
        ),
        migrations.CreateModel(
            name="PublicDecision",
            fields=[
                ("number", models.CharField(max_length=16, primary_key=True, serialize=False)),
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
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="decisions",
                        to="governance.publicitem",
                    ),
                ),
            ],
            options={
                "verbose_name": "öppet beslut",
                "verbose_name_plural": "öppna beslut",
                "indexes": [
                    models.Index(fields=["decided_on", "number"], name="public_decisions_by_day")
                ],
            },
        ),
        migrations.CreateModel(
            name="SecretPart",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("whole", "Hela ärendet"),
                            ("title", "Rubriken"),
                            ("counterpart", "Motparten"),
                            ("cost", "Kostnaden"),
                            ("gain", "Vad det gav"),
                            ("document", "En handling"),
                        ],
                        max_length=12,
                        verbose_name="del",
                    ),
                ),
                (
                    "section",
                    models.CharField(
                        choices=[
                            ("osl_15_1", "OSL 15:1, utrikessekretess"),
                            ("osl_15_2", "OSL 15:2, försvarssekretess"),
                            ("osl_18_8", "OSL 18:8, säkerhetsåtgärder"),
                            ("osl_19_3", "OSL 19:3, upphandling"),
                            ("osl_21_1", "OSL 21:1, hälsa och sexualliv"),
                            ("osl_21_3", "OSL 21:3, hotade personer"),
                            ("osl_21_5", "OSL 21:5, utlänningar"),
                            ("osl_21_7", "OSL 21:7, personuppgifter"),
                            ("osl_26_1", "OSL 26:1, socialtjänst"),
                            ("other", "Annan bestämmelse"),
                        ],
                        max_length=16,
                        verbose_name="bestämmelse",
                    ),
                ),
                ("grounds", models.TextField(verbose_name="skäl")),
                ("review_by", models.DateField(null=True, verbose_name="omprövas senast")),
                ("at", models.DateTimeField()),
                ("lifted_at", models.DateTimeField(null=True)),
                ("lifted_grounds", models.TextField(null=True, verbose_name="skäl att öppna")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="engagements.document",
                    ),
                ),
                (
                    "engagement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="secret_parts",
                        to="engagements.engagement",
                    ),
                ),
                (
                    "lifted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "sekretess för en del",
                "verbose_name_plural": "sekretess för delar",
                "indexes": [
                    models.Index(
                        condition=models.Q(("lifted_at", None)),
                        fields=["review_by"],
                        name="secrecy_by_review",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("document", None), ("lifted_at", None)),
                        fields=("engagement", "part"),
                        name="a_part_is_secret_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("lifted_at", None)),
                        fields=("document",),
                        name="a_document_is_secret_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("document__isnull", False), ("part", "document")),
                            models.Q(
                                models.Q(("part", "document"), _negated=True), ("document", None)
                            ),
                            _connector="OR",
                        ),
                        name="a_secret_document_is_named",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("lifted_at", None), ("lifted_by", None), ("lifted_grounds", None)
                            ),
                            models.Q(
                                ("lifted_at__isnull", False),
                                ("lifted_by__isnull", False),
                                ("lifted_grounds__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="lifted_by_somebody_with_grounds",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ShownGain",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(verbose_name="vad det gav")),
                ("at", models.DateTimeField()),
                ("hidden_at", models.DateTimeField(null=True)),
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
                        related_name="shown_gains",
                        to="engagements.engagement",
                    ),
                ),
                (
                    "hidden_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "visad lärdom",
                "verbose_name_plural": "visade lärdomar",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("hidden_at", None)),
                        fields=("engagement",),
                        name="one_gain_is_shown",
                    )
                ],
            },
        ),
        history_guard.append_only("governance_secretpart", once=LIFTED),
        history_guard.append_only("governance_showngain", once=("hidden_by_id", "hidden_at")),
    ]
