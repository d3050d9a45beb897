"""Work that a person waits for, done by the worker with true progress."""

from django.conf import settings
from django.db import migrations, models
from engagements.migrations.parts.laying import own_key
from uuid import uuid4

TABLES = [
    migrations.CreateModel(
        name="Job",
        fields=[
            (
                "id",
                models.UUIDField(default=uuid4, editable=False, primary_key=True, serialize=False),
            ),
            ("report", models.CharField(max_length=32)),
            ("format", models.CharField(max_length=8)),
            ("query", models.JSONField(default=dict)),
            (
                "state",
                models.CharField(
                    choices=[
                        ("queued", "I kö"),
                        ("running", "Skapas"),
                        ("done", "Klar"),
                        ("failed", "Blev inte klar"),
                        ("cancelled", "Avbruten"),
                    ],
                    default="queued",
                    max_length=10,
                ),
            ),
            ("done", models.PositiveIntegerField(default=0)),
            ("total", models.PositiveIntegerField(null=True)),
            ("file", models.FileField(blank=True, upload_to="jobs/%Y/%m")),
            ("message", models.CharField(blank=True, max_length=300)),
            (
                "asked_by",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="jobs", to=settings.AUTH_USER_MODEL
                ),
            ),
            ("asked_at", models.DateTimeField()),
            ("ended_at", models.DateTimeField(null=True)),
        ],
        options={
            "verbose_name": "jobb",
            "verbose_name_plural": "jobb",
        },
    ),
    migrations.CreateModel(
        name="PeriodicRun",
        fields=[
            own_key(),
            ("job", models.CharField(max_length=48)),
            ("period", models.CharField(max_length=32)),
            ("ran_at", models.DateTimeField()),
        ],
        options={
            "verbose_name": "schemalagd körning",
            "verbose_name_plural": "schemalagda körningar",
            "constraints": [
                models.UniqueConstraint(fields=("job", "period"), name="once_a_period"),
            ],
        },
    ),
]
