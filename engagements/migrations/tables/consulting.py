"""Who is asked about a matter that is not theirs, and when they answered."""

from django.conf import settings
from django.db import migrations, models
from engagements.migrations.parts.laying import own_key, remembered

TABLES = [
    *remembered(
        migrations.CreateModel(
            name="Consultation",
            fields=[
                own_key(),
                (
                    "engagement",
                    models.ForeignKey(
                        on_delete=models.PROTECT,
                        related_name="consultations",
                        to="engagements.engagement",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=models.PROTECT,
                        related_name="consultations",
                        to="engagements.organisation",
                        verbose_name="verksamhet",
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("asked_at", models.DateTimeField(verbose_name="tillfrågad")),
                ("due", models.DateField(verbose_name="svar senast")),
                (
                    "answered_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="besvarad"),
                ),
            ],
            options={
                "verbose_name": "remiss",
                "verbose_name_plural": "remisser",
                "indexes": [
                    models.Index(
                        condition=models.Q(answered_at__isnull=True),
                        fields=["organisation", "due"],
                        name="waits_for_an_answer",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("engagement", "organisation"), name="consulted_once"
                    ),
                ],
            },
        )
    ),
]
