"""The last day of whoever holds the ball: what it follows from, and when it stands still."""

from django.db import migrations, models
from engagements.migrations.parts.laying import own_key, remembered

TABLES = [
    *remembered(
        migrations.CreateModel(
            name="Deadline",
            fields=[
                own_key(),
                (
                    "engagement",
                    models.OneToOneField(
                        on_delete=models.PROTECT,
                        related_name="deadline",
                        to="engagements.engagement",
                    ),
                ),
                ("event", models.CharField(blank=True, max_length=24)),
                ("since", models.DateField()),
                ("days", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("in_working_days", models.BooleanField(default=True)),
                ("source", models.CharField(blank=True, max_length=48)),
                ("due", models.DateField(blank=True, null=True, verbose_name="senast")),
                (
                    "extended_from",
                    models.DateField(blank=True, null=True, verbose_name="förlängd från"),
                ),
                ("grounds", models.TextField(blank=True, verbose_name="skäl")),
                ("paused_on", models.DateField(blank=True, null=True, verbose_name="pausad")),
                (
                    "paused_for",
                    models.CharField(blank=True, max_length=120, verbose_name="väntar på"),
                ),
                ("days_left", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("stood_still", models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                "verbose_name": "tidsgräns",
                "verbose_name_plural": "tidsgränser",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(days_left=None, paused_for="", paused_on=None)
                        | (
                            models.Q(days_left__isnull=False)
                            & models.Q(due=None)
                            & models.Q(paused_on__isnull=False)
                            & ~models.Q(paused_for="")
                        ),
                        name="paused_says_for_whom",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(extended_from=None, grounds="")
                        | (models.Q(extended_from__isnull=False) & ~models.Q(grounds="")),
                        name="extended_says_why",
                    ),
                ],
            },
        )
    ),
]
