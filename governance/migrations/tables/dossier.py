"""That somebody took the whole file of a matter out of the house."""

from django.conf import settings
from django.db import migrations, models
from engagements.migrations.parts.laying import own_key

TABLES = [
    migrations.CreateModel(
        name="TakenOut",
        fields=[
            own_key(),
            (
                "engagement",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="taken_out", to="engagements.engagement"
                ),
            ),
            ("masked", models.BooleanField(verbose_name="maskerad")),
            ("masks", models.JSONField(default=list)),
            ("sha256", models.CharField(max_length=64)),
            (
                "by",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            ("at", models.DateTimeField()),
        ],
        options={
            "verbose_name": "framtagen akt",
            "verbose_name_plural": "framtagna akter",
            "indexes": [
                models.Index(fields=["engagement", "-id"], name="taken_out_newest"),
            ],
        },
    ),
]
