"""The addresses at which people's own calendar programs read their days."""

from django.conf import settings
from django.db import migrations, models
from engagements.migrations.parts.laying import own_key, remembered

TABLES = [
    *remembered(
        migrations.CreateModel(
            name="CalendarFeed",
            fields=[
                own_key(),
                (
                    "person",
                    models.OneToOneField(
                        on_delete=models.PROTECT,
                        related_name="calendar_feed",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("sha256", models.CharField(blank=True, max_length=64)),
                (
                    "everything",
                    models.BooleanField(default=False, verbose_name="allt jag får läsa"),
                ),
                ("made_at", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
                ("last_read_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "kalenderadress",
                "verbose_name_plural": "kalenderadresser",
                "constraints": [
                    models.UniqueConstraint(
                        condition=~models.Q(sha256=""),
                        fields=("sha256",),
                        name="calendar_secret_once",
                    ),
                    models.CheckConstraint(
                        condition=(models.Q(revoked_at=None) & ~models.Q(sha256=""))
                        | models.Q(revoked_at__isnull=False, sha256=""),
                        name="revoked_opens_nothing",
                    ),
                ],
            },
        ),
        left_out=("last_read_on",),
    ),
]
