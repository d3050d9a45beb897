"""INTENT: the table of what is signed."""

from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models
from engagements.migrations.parts.laying import remembered

TABLES = [
    *remembered(
        migrations.CreateModel(
            name="Intent",
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
                    "amends",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=models.PROTECT,
                        related_name="amendments",
                        to="agreements.intent",
                    ),
                ),
                ("amending", models.BooleanField(default=False, editable=False)),
                (
                    "follows",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=models.PROTECT,
                        related_name="followed_by",
                        to="agreements.intent",
                    ),
                ),
                ("came_of", models.JSONField(blank=True, default=dict, editable=False)),
                (
                    "label",
                    models.CharField(blank=True, max_length=160, verbose_name="vad det kallas"),
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
                ("city", models.CharField(blank=True, max_length=80, verbose_name="stad")),
                (
                    "within_initiative",
                    models.BooleanField(blank=True, null=True, verbose_name="inom ett initiativ"),
                ),
                (
                    "initiative_name",
                    models.CharField(blank=True, max_length=160, verbose_name="initiativet"),
                ),
                (
                    "themes",
                    ArrayField(
                        base_field=models.CharField(max_length=160),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="ämne",
                    ),
                ),
                (
                    "exchanges",
                    ArrayField(
                        base_field=models.CharField(max_length=300),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="utbyte",
                    ),
                ),
                (
                    "no_exchange",
                    models.BooleanField(blank=True, null=True, verbose_name="inget utbyte"),
                ),
                ("purpose", models.TextField(blank=True, verbose_name="syfte")),
                ("agreement_text", models.TextField(blank=True, verbose_name="avtalets text")),
                (
                    "benefit_stockholm",
                    models.TextField(blank=True, verbose_name="nyttan för Stockholm"),
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
                (
                    "open_ended",
                    models.BooleanField(blank=True, null=True, verbose_name="gäller tills vidare"),
                ),
                (
                    "renews_itself",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="förlängs av sig självt"
                    ),
                ),
                (
                    "next_review_on",
                    models.DateField(blank=True, null=True, verbose_name="omprövas"),
                ),
                (
                    "last_review_on",
                    models.DateField(blank=True, null=True, verbose_name="senast omprövat"),
                ),
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
                    "forums_searched",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="befintliga forum är prövade"
                    ),
                ),
                (
                    "close_to_state",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="nära det som är statens"
                    ),
                ),
                (
                    "asks_twinning",
                    models.BooleanField(blank=True, null=True, verbose_name="rör vänortsavtal"),
                ),
                (
                    "legally_reviewed",
                    models.BooleanField(blank=True, null=True, verbose_name="granskat av jurist"),
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
                ("delivered", models.TextField(blank=True, verbose_name="vad som blev gjort")),
                ("gave_us", models.TextField(blank=True, verbose_name="vad det gav Stockholm")),
                (
                    "gave_them",
                    models.TextField(blank=True, verbose_name="vad det gav den andra parten"),
                ),
            ],
            options={
                "verbose_name": "intentionsavtal",
                "verbose_name_plural": "intentionsavtal",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(amending=True),
                        fields=("amends",),
                        name="one_open_amendment_of_intent",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(amends__isnull=True)
                        | ~models.Q(amends=models.F("engagement")),
                        name="intent_amends_another",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(amending=False) | models.Q(amends__isnull=False),
                        name="intent_amending_amends",
                    ),
                ],
            },
        )
    ),
]
