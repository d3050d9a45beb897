"""What somebody did with many matters at once."""

from django.conf import settings
from django.db import migrations, models

TABLES = [
    migrations.CreateModel(
        name="BulkRun",
        fields=[
            ("key", models.UUIDField(primary_key=True, serialize=False)),
            (
                "verb",
                models.CharField(
                    choices=[
                        ("ta", "Ta ärendena"),
                        ("tilldela", "Tilldela en kollega"),
                        ("lamna", "Lämna över"),
                        ("paminn", "Påminn"),
                        ("xlsx", "De markerade som Excel"),
                        ("csv", "De markerade som CSV"),
                    ],
                    max_length=8,
                ),
            ),
            (
                "room",
                models.CharField(choices=[("ko", "Kön"), ("arenden", "Ärenden")], max_length=8),
            ),
            (
                "unit",
                models.CharField(
                    blank=True,
                    choices=[
                        ("contact_person", "Internationell kontaktperson"),
                        ("deputy", "Ersättare för kontaktperson"),
                        ("international_unit", "Internationella enheten"),
                        ("protocol_unit", "Protokollsenheten"),
                        ("eu_unit", "EU-enheten"),
                        ("committee_member", "Ledamot i internationella beredningen"),
                        ("committee_secretary", "Sekreterare i internationella beredningen"),
                        ("ks_secretary", "Kommunstyrelsens sekreterare"),
                        ("kf_secretary", "Kommunfullmäktiges sekreterare"),
                        ("board_secretary", "Nämndsekreterare"),
                        ("registrar", "Registrator"),
                        ("admin", "Administratör"),
                        ("reader", "Läsare"),
                    ],
                    max_length=24,
                ),
            ),
            (
                "person",
                models.ForeignKey(
                    null=True,
                    on_delete=models.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            ("results", models.JSONField(default=list)),
            (
                "by",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            ("at", models.DateTimeField()),
        ],
        options={
            "verbose_name": "åtgärd med flera ärenden",
            "verbose_name_plural": "åtgärder med flera ärenden",
        },
    ),
]
