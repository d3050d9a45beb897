"""The keys by which other systems ask for judgements."""

from django.conf import settings
from django.db import migrations, models
from engagements.migrations.parts.laying import own_key, remembered

TABLES = [
    *remembered(
        migrations.CreateModel(
            name="ApiToken",
            fields=[
                own_key(),
                ("purpose", models.CharField(max_length=120, verbose_name="vad nyckeln är till")),
                ("prefix", models.CharField(max_length=12)),
                ("sha256", models.CharField(max_length=64, unique=True)),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("created_at", models.DateTimeField()),
                ("expires_on", models.DateField(verbose_name="sista dag")),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
                ("last_used_on", models.DateField(blank=True, null=True)),
                ("minute", models.DateTimeField(blank=True, null=True)),
                ("calls", models.PositiveIntegerField(default=0)),
            ],
            options={
                "verbose_name": "API-nyckel",
                "verbose_name_plural": "API-nycklar",
            },
        ),
        left_out=("last_used_on", "minute", "calls"),
    ),
]
