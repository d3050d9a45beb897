"""Forums in which the city already takes part, and what a new matter says of each (3.3.3)."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models
from engagements.migrations.parts.laying import own_key, remembered

TABLES = [
    migrations.CreateModel(
        name="Theme",
        fields=[
            own_key(),
            ("name_sv", models.CharField(max_length=80, unique=True, verbose_name="ämne")),
            ("name_en", models.CharField(max_length=80, verbose_name="ämne på engelska")),
            ("words", models.TextField(verbose_name="ord")),
        ],
        options={
            "verbose_name": "ämne",
            "verbose_name_plural": "ämnen",
        },
    ),
    *remembered(
        migrations.CreateModel(
            name="ForumAnswer",
            fields=[
                own_key(),
                (
                    "engagement",
                    models.ForeignKey(
                        on_delete=models.PROTECT,
                        related_name="forum_answers",
                        to="engagements.engagement",
                    ),
                ),
                (
                    "forum",
                    models.ForeignKey(
                        on_delete=models.PROTECT, related_name="+", to="engagements.engagement"
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="forum")),
                (
                    "met",
                    ArrayField(
                        base_field=models.CharField(max_length=120),
                        size=None,
                        verbose_name="varför det hittades",
                    ),
                ),
                (
                    "suffices",
                    models.CharField(
                        choices=[("yes", "Ja, det räcker"), ("partly", "Delvis"), ("no", "Nej")],
                        max_length=8,
                        verbose_name="räcker det",
                    ),
                ),
                (
                    "why_not",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="varför det inte räcker"
                    ),
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
                "verbose_name": "svar om ett befintligt forum",
                "verbose_name_plural": "svar om befintliga forum",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("engagement", "forum"), name="one_answer_a_forum"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(suffices="yes") | ~models.Q(why_not=""),
                        name="forum_left_with_grounds",
                    ),
                ],
            },
        )
    ),
]
