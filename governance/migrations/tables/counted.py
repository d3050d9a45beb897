"""What the statistics are added up from, so that a page need not count every matter again."""

from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models
from engagements.migrations.parts.laying import own_key

TABLES = [
    migrations.CreateModel(
        name="Recount",
        fields=[
            own_key(),
            (
                "source",
                models.CharField(
                    choices=[
                        ("engagement", "Engagement"),
                        ("place", "Place"),
                        ("counterpart", "Counterpart"),
                        ("organisation", "Organisation"),
                    ],
                    max_length=12,
                ),
            ),
            ("key", models.BigIntegerField()),
        ],
        options={
            "verbose_name": "ändring att räkna om",
            "verbose_name_plural": "ändringar att räkna om",
        },
    ),
    migrations.CreateModel(
        name="Counted",
        fields=[
            ("engagement", models.BigIntegerField(primary_key=True, serialize=False)),
            ("day", models.DateField()),
            ("organisation", models.BigIntegerField()),
            ("kind", models.CharField(max_length=16)),
            (
                "seen",
                models.PositiveSmallIntegerField(
                    choices=[(0, "Open"), (1, "Secret"), (2, "Draft")]
                ),
            ),
            ("keys", ArrayField(base_field=models.TextField(), size=None)),
            (
                "sums",
                ArrayField(
                    base_field=models.DecimalField(decimal_places=20, max_digits=40, null=True),
                    size=None,
                ),
            ),
        ],
        options={
            "verbose_name": "räknat ärende",
            "verbose_name_plural": "räknade ärenden",
            "indexes": [
                models.Index(fields=["organisation", "day"], name="counted_of_organisation"),
                models.Index(condition=models.Q(seen__gt=0), fields=["day"], name="counted_apart"),
            ],
        },
    ),
    migrations.CreateModel(
        name="Sum",
        fields=[
            (
                "pk",
                models.CompositePrimaryKey(
                    "organisation",
                    "kind",
                    "step",
                    "seen",
                    "first",
                    "key",
                    blank=True,
                    editable=False,
                    primary_key=True,
                    serialize=False,
                ),
            ),
            ("organisation", models.BigIntegerField()),
            ("kind", models.CharField(max_length=16)),
            ("step", models.CharField(choices=[("month", "Month"), ("day", "Day")], max_length=5)),
            (
                "seen",
                models.PositiveSmallIntegerField(
                    choices=[(0, "Open"), (1, "Secret"), (2, "Draft")]
                ),
            ),
            ("first", models.DateField()),
            ("key", models.TextField()),
            ("n", models.BigIntegerField()),
            ("total", models.DecimalField(decimal_places=20, max_digits=40)),
        ],
        options={
            "verbose_name": "summa",
            "verbose_name_plural": "summor",
        },
    ),
]
