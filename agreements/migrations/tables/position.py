"""POSITION: what the city says on a proposal, whom it has spoken with, and what came of it."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models
from engagements.migrations.parts.laying import own_key, remembered

TABLES = [
    *remembered(
        migrations.CreateModel(
            name="Position",
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
                ("topic", models.CharField(blank=True, max_length=200, verbose_name="ämne")),
                (
                    "process",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="vad som ska påverkas"
                    ),
                ),
                (
                    "reference",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="förslagets beteckning"
                    ),
                ),
                (
                    "proposal_stage",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("coming", "Förbereds, samråd pågår"),
                            ("proposed", "Förslag är lagt"),
                            ("negotiated", "Förhandlas"),
                            ("adopted", "Antaget, ska genomföras"),
                        ],
                        max_length=12,
                        verbose_name="hur långt förslaget har kommit",
                    ),
                ),
                (
                    "deadline_on",
                    models.DateField(blank=True, null=True, verbose_name="sista dag att få gehör"),
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
                        verbose_name="typ av mottagare",
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
                ("position_text", models.TextField(blank=True, verbose_name="ställningstagandet")),
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
                    "in_boards_name",
                    models.BooleanField(blank=True, null=True, verbose_name="i eget namn"),
                ),
                (
                    "ks_contact_on",
                    models.DateField(blank=True, null=True, verbose_name="samråd med SLK den"),
                ),
                (
                    "ks_contact_by",
                    models.CharField(blank=True, max_length=120, verbose_name="vem på SLK"),
                ),
                ("ks_contact", models.TextField(blank=True, verbose_name="SLK:s besked")),
                (
                    "group_board_needed",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="behöver tas upp i koncernstyrelsen"
                    ),
                ),
                (
                    "position_channel",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("direct", "Direkt till EU:s institutioner"),
                            ("consultation", "Samråd eller remiss"),
                            ("state", "Genom regeringen"),
                            ("association", "Genom Stockholmsregionens Europaförening"),
                            ("network", "Genom ett nätverk"),
                        ],
                        max_length=12,
                        verbose_name="väg",
                    ),
                ),
                (
                    "in_sef",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="fråga i Europaföreningen"
                    ),
                ),
                (
                    "slk_coordinates",
                    models.BooleanField(blank=True, null=True, verbose_name="SLK samordnar"),
                ),
                (
                    "speaks",
                    models.CharField(blank=True, max_length=120, verbose_name="talar för staden"),
                ),
                (
                    "region_says",
                    models.TextField(blank=True, verbose_name="Region Stockholms ståndpunkt"),
                ),
                (
                    "storsthlm_says",
                    models.TextField(blank=True, verbose_name="Storsthlms ståndpunkt"),
                ),
                ("sent_on", models.DateField(blank=True, null=True, verbose_name="skickat den")),
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
            ],
            options={
                "verbose_name": "ställningstagande",
                "verbose_name_plural": "ställningstaganden",
                "indexes": [
                    models.Index(fields=["deadline_on"], name="position_by_deadline"),
                    models.Index(fields=["reference"], name="position_by_reference"),
                ],
            },
        )
    ),
    migrations.CreateModel(
        name="Effort",
        fields=[
            own_key(),
            (
                "engagement",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="efforts", to="engagements.engagement"
                ),
            ),
            ("done_on", models.DateField(verbose_name="dag")),
            ("what", models.CharField(max_length=500, verbose_name="vad som gjordes")),
            (
                "came_of",
                models.CharField(blank=True, max_length=500, verbose_name="vad det ledde till"),
            ),
            (
                "by",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            ("at", models.DateTimeField()),
        ],
        options={
            "verbose_name": "insats",
            "verbose_name_plural": "insatser",
            "indexes": [
                models.Index(fields=["engagement", "done_on", "id"], name="efforts_by_day"),
            ],
        },
    ),
]
