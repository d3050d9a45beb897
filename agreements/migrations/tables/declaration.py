"""DECLARATION: what the city puts its name to, and what that adds for each organisation."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models
from engagements.migrations.parts.laying import own_key, remembered

TABLES = [
    *remembered(
        migrations.CreateModel(
            name="Declaration",
            fields=[
                (
                    "engagement",
                    models.OneToOneField(
                        on_delete=models.PROTECT,
                        primary_key=True,
                        related_name="%(class)s",
                        serialize=False,
                        to="engagements.engagement",
                    ),
                ),
                (
                    "initiator",
                    models.CharField(blank=True, max_length=160, verbose_name="initiativtagare"),
                ),
                (
                    "counterpart_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("capital_city", "Huvudstad"),
                            ("city", "Annan stad eller kommun"),
                            ("region", "Region eller delstat"),
                            ("national", "Nationell myndighet eller regering"),
                            ("embassy", "Ambassad eller konsulat"),
                            ("international", "Internationell organisation eller nätverk"),
                            ("university", "Universitet eller skola"),
                            ("company", "Företag"),
                            ("civil_society", "Civilsamhällets organisation"),
                            ("other", "Annan"),
                        ],
                        max_length=16,
                        verbose_name="typ av initiativtagare",
                    ),
                ),
                (
                    "web_address",
                    models.CharField(blank=True, max_length=300, verbose_name="webbadress"),
                ),
                (
                    "language",
                    models.CharField(blank=True, max_length=2, verbose_name="originalspråk"),
                ),
                (
                    "original_text",
                    models.TextField(blank=True, verbose_name="hela texten på originalspråk"),
                ),
                (
                    "swedish_text",
                    models.TextField(blank=True, verbose_name="hela texten på svenska"),
                ),
                ("purpose", models.TextField(blank=True, verbose_name="syfte")),
                (
                    "process",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="vad som ska påverkas"
                    ),
                ),
                (
                    "effect",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("enables", "Möjliggör för staden"),
                            ("limits", "Begränsar staden"),
                            ("both", "Både möjliggör och begränsar"),
                        ],
                        max_length=8,
                        verbose_name="vad det gör med staden",
                    ),
                ),
                ("city_interest", models.TextField(blank=True, verbose_name="stadens intresse")),
                (
                    "eu_matter",
                    models.BooleanField(blank=True, null=True, verbose_name="riktas till EU"),
                ),
                (
                    "eu_principles",
                    ArrayField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="EU-policyns principer",
                    ),
                ),
                (
                    "procurement_with_party",
                    models.BooleanField(
                        blank=True,
                        null=True,
                        verbose_name="pågående upphandling, tillsyn eller tillstånd",
                    ),
                ),
                (
                    "secrecy_possible",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="något kan behöva hållas hemligt"
                    ),
                ),
                (
                    "scope",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("citywide", "Stadsövergripande"),
                            ("operational", "Verksamhetsspecifikt"),
                        ],
                        max_length=16,
                        verbose_name="räckvidd",
                    ),
                ),
                (
                    "on_behalf_of_ks",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="på kommunstyrelsens uppdrag"
                    ),
                ),
                (
                    "in_existing_plan",
                    models.TextField(blank=True, verbose_name="plan som täcker det"),
                ),
                (
                    "adds_burden",
                    models.BooleanField(blank=True, null=True, verbose_name="ökar stadens börda"),
                ),
                (
                    "own_sek",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="tillkommande kronor om året"
                    ),
                ),
                (
                    "own_hours",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="tillkommande timmar om året"
                    ),
                ),
                (
                    "own_reporting",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="tillkommande rapportering"
                    ),
                ),
                (
                    "expires_on",
                    models.DateField(blank=True, null=True, verbose_name="slutar gälla"),
                ),
                (
                    "next_review_on",
                    models.DateField(blank=True, null=True, verbose_name="omprövas"),
                ),
                (
                    "last_review_on",
                    models.DateField(blank=True, null=True, verbose_name="senast omprövad"),
                ),
                (
                    "forums_searched",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="befintliga forum är prövade"
                    ),
                ),
            ],
            options={
                "verbose_name": "deklaration",
                "verbose_name_plural": "deklarationer",
            },
        )
    ),
    *remembered(
        migrations.CreateModel(
            name="Commitment",
            fields=[
                own_key(),
                (
                    "engagement",
                    models.ForeignKey(
                        on_delete=models.PROTECT,
                        related_name="%(class)s_rows",
                        to="engagements.engagement",
                    ),
                ),
                ("place", models.PositiveSmallIntegerField(editable=False, verbose_name="plats")),
                ("text", models.CharField(blank=True, max_length=500, verbose_name="åtagande")),
                (
                    "kept_by",
                    models.CharField(blank=True, max_length=500, verbose_name="så uppfylls det"),
                ),
            ],
            options={
                "verbose_name": "åtagande",
                "verbose_name_plural": "åtaganden",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("engagement", "place"), name="one_commitment_a_place"
                    ),
                ],
            },
        )
    ),
    *remembered(
        migrations.CreateModel(
            name="KnownForum",
            fields=[
                own_key(),
                (
                    "engagement",
                    models.ForeignKey(
                        on_delete=models.PROTECT,
                        related_name="%(class)s_rows",
                        to="engagements.engagement",
                    ),
                ),
                ("place", models.PositiveSmallIntegerField(editable=False, verbose_name="plats")),
                ("name", models.CharField(blank=True, max_length=160, verbose_name="forum")),
                (
                    "why_not",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="varför det inte räcker"
                    ),
                ),
            ],
            options={
                "verbose_name": "befintligt forum",
                "verbose_name_plural": "befintliga forum",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("engagement", "place"), name="one_knownforum_a_place"
                    ),
                ],
            },
        )
    ),
    migrations.CreateModel(
        name="Burden",
        fields=[
            own_key(),
            (
                "engagement",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="burdens", to="engagements.engagement"
                ),
            ),
            (
                "organisation",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="+", to="engagements.organisation"
                ),
            ),
            ("sek", models.PositiveIntegerField(verbose_name="kronor om året")),
            ("hours", models.PositiveIntegerField(verbose_name="timmar om året")),
            ("reporting", models.BooleanField(verbose_name="rapportering")),
            ("comment", models.TextField(blank=True, verbose_name="kommentar")),
            ("source", models.CharField(blank=True, max_length=200, verbose_name="källa")),
            ("ledger_seq", models.BigIntegerField(verbose_name="plats i liggaren")),
            (
                "by",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            ("at", models.DateTimeField()),
        ],
        options={
            "verbose_name": "börda",
            "verbose_name_plural": "bördor",
            "indexes": [
                models.Index(fields=["engagement", "organisation", "-id"], name="newest_burden"),
            ],
        },
    ),
]
