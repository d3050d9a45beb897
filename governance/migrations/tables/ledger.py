"""The ledger's tables, which SQL makes and guards (migration 0002); here only read and added to."""

from django.db import migrations, models
from engagements.migrations.parts.laying import own_key

TABLES = [
    migrations.CreateModel(
        name="LedgerEntry",
        fields=[
            (
                "pk",
                models.CompositePrimaryKey(
                    "chain", "seq", blank=True, editable=False, primary_key=True, serialize=False
                ),
            ),
            ("chain", models.TextField()),
            ("seq", models.BigIntegerField()),
            ("body", models.TextField()),
            ("prev_hash", models.BinaryField()),
            ("hash", models.BinaryField()),
            ("recorded_at", models.DateTimeField()),
        ],
        options={
            "verbose_name": "post i liggaren",
            "verbose_name_plural": "poster i liggaren",
            "db_table": 'ledger"."entry',
            "managed": False,
        },
    ),
    migrations.CreateModel(
        name="Anchor",
        fields=[
            own_key(),
            ("day", models.DateField(verbose_name="dag")),
            ("chain", models.CharField(max_length=32)),
            ("seq", models.BigIntegerField()),
            ("hash", models.CharField(max_length=64)),
            ("root", models.CharField(max_length=64)),
            ("made_at", models.DateTimeField()),
        ],
        options={
            "verbose_name": "ankare",
            "verbose_name_plural": "ankare",
            "constraints": [
                models.UniqueConstraint(fields=("day", "chain"), name="one_anchor_a_day"),
            ],
        },
    ),
]
