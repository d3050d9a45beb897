"""AID_PROJECT: another party pays for all of it, own working time counted (4.4)."""

from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models
from engagements.migrations.parts.laying import remembered

TABLES = [
    *remembered(
        migrations.CreateModel(
            name="AidProject",
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
                ("purpose", models.TextField(blank=True, verbose_name="syfte")),
                (
                    "scope",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("citywide", "Stadsövergripande"),
                            ("operational", "Verksamhetsspecifikt"),
                        ],
                        max_length=12,
                        verbose_name="räckvidd",
                    ),
                ),
                (
                    "on_behalf_of_ks",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="på uppdrag av kommunstyrelsen"
                    ),
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
                        verbose_name="typ av motpart",
                    ),
                ),
                ("country", models.CharField(blank=True, max_length=2, verbose_name="land")),
                (
                    "asks_twinning",
                    models.BooleanField(blank=True, null=True, verbose_name="rör vänortsavtal"),
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
                ("city", models.CharField(blank=True, max_length=80, verbose_name="stad")),
                (
                    "benefit_stockholm",
                    models.TextField(blank=True, verbose_name="nytta för Stockholm"),
                ),
                (
                    "benefit_counterpart",
                    models.TextField(blank=True, verbose_name="nytta för motparten"),
                ),
                (
                    "whole_cost_sek",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="hela kostnaden"
                    ),
                ),
                (
                    "working_time_sek",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="egen arbetstid"
                    ),
                ),
                (
                    "overhead_sek",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="overhead"),
                ),
                (
                    "travel_sek",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="resor"),
                ),
                (
                    "staff_time_funded",
                    models.BooleanField(blank=True, null=True, verbose_name="arbetstiden betalas"),
                ),
                (
                    "overhead_funded",
                    models.BooleanField(blank=True, null=True, verbose_name="overhead betalas"),
                ),
                (
                    "travel_funded",
                    models.BooleanField(blank=True, null=True, verbose_name="resorna betalas"),
                ),
            ],
            options={
                "verbose_name": "projekt av biståndskaraktär",
                "verbose_name_plural": "projekt av biståndskaraktär",
            },
        )
    ),
]
