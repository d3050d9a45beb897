"""Who is away from work on which days, and who stands in meanwhile."""

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary
from django.db import migrations, models
from engagements.migrations.parts.laying import own_key, remembered
from engagements.models.people import DateRange

TABLES = [
    *remembered(
        migrations.CreateModel(
            name="Away",
            fields=[
                own_key(),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=models.PROTECT, related_name="aways", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("first", models.DateField(verbose_name="första dag")),
                ("last", models.DateField(verbose_name="sista dag")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "ended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=models.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "frånvaro från arbetet",
                "verbose_name_plural": "frånvaro från arbetet",
                "indexes": [
                    models.Index(
                        condition=models.Q(ended_at=None), fields=["last"], name="away_now"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(last__gte=models.F("first")),
                        name="away_ends_after_start",
                        violation_error_message="Sista dagen måste vara samma dag eller senare",
                    ),
                    ExclusionConstraint(
                        condition=models.Q(ended_at=None),
                        expressions=[
                            ("person", "="),
                            (
                                DateRange(
                                    "first",
                                    "last",
                                    RangeBoundary(inclusive_lower=True, inclusive_upper=True),
                                ),
                                "&&",
                            ),
                        ],
                        name="away_once_at_a_time",
                    ),
                ],
            },
        )
    ),
    migrations.CreateModel(
        name="StandIn",
        fields=[
            own_key(),
            (
                "away",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="stand_ins", to="engagements.away"
                ),
            ),
            (
                "person",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
        ],
        options={
            "verbose_name": "ersättare",
            "verbose_name_plural": "ersättare",
            "constraints": [
                models.UniqueConstraint(fields=("away", "person"), name="stands_in_once"),
            ],
        },
    ),
]
