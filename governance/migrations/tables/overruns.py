"""What cost more than was decided."""

from django.conf import settings
from django.db import migrations, models
from engagements.migrations.parts.laying import own_key

TABLES = [
    migrations.CreateModel(
        name="Overrun",
        fields=[
            own_key(),
            (
                "engagement",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="overruns", to="engagements.engagement"
                ),
            ),
            (
                "decision",
                models.OneToOneField(
                    on_delete=models.PROTECT, related_name="overrun", to="governance.decision"
                ),
            ),
            ("decided_sek", models.PositiveIntegerField(verbose_name="beslutad kostnad")),
            ("outcome_sek", models.PositiveIntegerField(verbose_name="utfall")),
            ("why", models.TextField(verbose_name="varför det blev dyrare")),
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
            "verbose_name": "begäran om nytt beslut",
            "verbose_name_plural": "begäranden om nytt beslut",
        },
    ),
]
