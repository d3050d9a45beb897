"""Rows that keep promises: numbers without gaps, forms sent once, messages that get through."""

from django.conf import settings
from django.db import migrations, models
from engagements.migrations.parts.laying import own_key
from uuid import uuid4

TABLES = [
    migrations.CreateModel(
        name="NumberSeries",
        fields=[
            own_key(),
            ("series", models.CharField(max_length=8)),
            ("year", models.PositiveSmallIntegerField()),
            ("last", models.PositiveIntegerField(default=0)),
        ],
        options={
            "verbose_name": "nummerserie",
            "verbose_name_plural": "nummerserier",
            "constraints": [
                models.UniqueConstraint(fields=("series", "year"), name="one_series_a_year"),
            ],
        },
    ),
    migrations.CreateModel(
        name="FormKey",
        fields=[
            ("key", models.UUIDField(primary_key=True, serialize=False)),
            (
                "user",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            (
                "engagement",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="+", to="engagements.engagement"
                ),
            ),
            ("used_at", models.DateTimeField()),
        ],
        options={
            "verbose_name": "formulärnyckel",
            "verbose_name_plural": "formulärnycklar",
        },
    ),
    migrations.CreateModel(
        name="OutboxMessage",
        fields=[
            (
                "id",
                models.UUIDField(default=uuid4, editable=False, primary_key=True, serialize=False),
            ),
            ("topic", models.CharField(max_length=48)),
            ("payload", models.JSONField(default=dict)),
            ("once", models.CharField(max_length=120, null=True, unique=True)),
            ("created_at", models.DateTimeField()),
            ("next_attempt_at", models.DateTimeField()),
            ("attempts", models.PositiveSmallIntegerField(default=0)),
            ("done_at", models.DateTimeField(null=True)),
            ("dead_at", models.DateTimeField(null=True)),
            ("last_error", models.TextField(blank=True)),
        ],
        options={
            "verbose_name": "utgående",
            "verbose_name_plural": "utgående",
            "indexes": [
                models.Index(
                    condition=models.Q(dead_at__isnull=True, done_at__isnull=True),
                    fields=["next_attempt_at"],
                    name="outbox_waiting",
                ),
                models.Index(
                    condition=models.Q(dead_at__isnull=False),
                    fields=["dead_at"],
                    name="outbox_dead",
                ),
            ],
        },
    ),
]
