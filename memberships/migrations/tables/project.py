"""The columns and rows that both sorts of project have."""

from django.db import migrations, models
from engagements.migrations.parts.laying import own_key, remembered

TABLES = [
    *remembered(
        migrations.CreateModel(
            name="ProjectPartner",
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
                ("name", models.CharField(blank=True, max_length=160, verbose_name="part")),
                (
                    "sector",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("public", "Andra offentliga aktörer"),
                            ("academia", "Akademin"),
                            ("business", "Näringslivet"),
                            ("civil_society", "Civilsamhället"),
                        ],
                        max_length=16,
                        verbose_name="sektor",
                    ),
                ),
                ("country", models.CharField(blank=True, max_length=2, verbose_name="land")),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=models.PROTECT,
                        related_name="+",
                        to="engagements.organisation",
                        verbose_name="en av stadens egna",
                    ),
                ),
            ],
            options={
                "verbose_name": "part",
                "verbose_name_plural": "parter",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("engagement", "place"), name="one_projectpartner_a_place"
                    ),
                ],
            },
        )
    ),
    *remembered(
        migrations.CreateModel(
            name="ProjectFunding",
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
                ("funder", models.CharField(blank=True, max_length=160, verbose_name="finansiär")),
                ("sek", models.PositiveIntegerField(blank=True, null=True, verbose_name="belopp")),
                (
                    "own_group",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="hör till stadens koncern"
                    ),
                ),
            ],
            options={
                "verbose_name": "finansiering",
                "verbose_name_plural": "finansiering",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("engagement", "place"), name="one_projectfunding_a_place"
                    ),
                ],
            },
        )
    ),
]
