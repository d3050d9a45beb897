"""That one matter is part of another that lasts: a trip or a visit within a membership."""

from django.conf import settings
from django.db import migrations, models
from engagements.migrations.parts.laying import own_key, remembered

TABLES = [
    *remembered(
        migrations.CreateModel(
            name="Citation",
            fields=[
                own_key(),
                (
                    "engagement",
                    models.ForeignKey(
                        on_delete=models.PROTECT, related_name="cites", to="engagements.engagement"
                    ),
                ),
                (
                    "cited",
                    models.ForeignKey(
                        on_delete=models.PROTECT,
                        related_name="cited_by",
                        to="engagements.engagement",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="tillagd")),
            ],
            options={
                "verbose_name": "koppling",
                "verbose_name_plural": "kopplingar",
                "constraints": [
                    models.UniqueConstraint(fields=("engagement", "cited"), name="cited_once"),
                    models.CheckConstraint(
                        condition=~models.Q(engagement=models.F("cited")), name="cites_another"
                    ),
                ],
            },
        )
    ),
]
