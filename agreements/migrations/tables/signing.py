"""The columns of everything that is signed, and its rows: who gains, who signs, which forums."""

from django.db import migrations, models
from engagements.migrations.parts.laying import own_key, remembered

TABLES = [
    *remembered(
        migrations.CreateModel(
            name="PartyGain",
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
                ("party", models.CharField(blank=True, max_length=160, verbose_name="part")),
                ("gain", models.CharField(blank=True, max_length=500, verbose_name="nytta")),
            ],
            options={
                "verbose_name": "parts nytta",
                "verbose_name_plural": "parters nytta",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("engagement", "place"), name="one_partygain_a_place"
                    ),
                ],
            },
        )
    ),
    *remembered(
        migrations.CreateModel(
            name="Signatory",
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
                ("party", models.CharField(blank=True, max_length=160, verbose_name="part")),
                ("name", models.CharField(blank=True, max_length=120, verbose_name="namn")),
                ("office", models.CharField(blank=True, max_length=120, verbose_name="befattning")),
                ("signed_on", models.DateField(blank=True, null=True, verbose_name="undertecknat")),
            ],
            options={
                "verbose_name": "undertecknare",
                "verbose_name_plural": "undertecknare",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("engagement", "place"), name="one_signatory_a_place"
                    ),
                ],
            },
        ),
        left_out=("name",),
    ),
    *remembered(
        migrations.CreateModel(
            name="TriedForum",
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
                        fields=("engagement", "place"), name="one_triedforum_a_place"
                    ),
                ],
            },
        )
    ),
]
