"""Lists that people keep under a name, and what they have been mailed of them."""

from django.conf import settings
from django.db import migrations, models
from engagements.migrations.parts.laying import own_key, remembered

TABLES = [
    *remembered(
        migrations.CreateModel(
            name="SavedView",
            fields=[
                own_key(),
                ("name", models.CharField(max_length=80, verbose_name="namn")),
                (
                    "room",
                    models.CharField(
                        choices=[("ko", "Kön"), ("arenden", "Ärenden")],
                        max_length=8,
                        verbose_name="lista",
                    ),
                ),
                ("query", models.CharField(blank=True, max_length=2000, verbose_name="urval")),
                (
                    "organisation",
                    models.ForeignKey(
                        null=True,
                        on_delete=models.PROTECT,
                        related_name="+",
                        to="engagements.organisation",
                    ),
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
                        verbose_name="enhet",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=models.PROTECT,
                        related_name="saved_views",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "sparad vy",
                "verbose_name_plural": "sparade vyer",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("by", "room", "name"), name="one_view_of_a_name"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(organisation=None) | models.Q(unit=""),
                        name="view_is_shared_with_one",
                    ),
                ],
            },
        )
    ),
    migrations.CreateModel(
        name="ViewWatch",
        fields=[
            own_key(),
            (
                "view",
                models.ForeignKey(
                    on_delete=models.CASCADE, related_name="watches", to="governance.savedview"
                ),
            ),
            (
                "person",
                models.ForeignKey(
                    on_delete=models.CASCADE, related_name="watches", to=settings.AUTH_USER_MODEL
                ),
            ),
            (
                "often",
                models.CharField(
                    choices=[("day", "Varje arbetsdag"), ("monday", "Varje måndag")],
                    max_length=8,
                    verbose_name="hur ofta",
                ),
            ),
            ("at", models.DateTimeField()),
        ],
        options={
            "verbose_name": "bevakning av en vy",
            "verbose_name_plural": "bevakningar av vyer",
            "constraints": [
                models.UniqueConstraint(
                    fields=("view", "person"), name="one_watch_a_view_and_person"
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="ViewSeen",
        fields=[
            own_key(),
            (
                "watch",
                models.ForeignKey(
                    on_delete=models.CASCADE, related_name="seen", to="governance.viewwatch"
                ),
            ),
            (
                "engagement",
                models.ForeignKey(
                    on_delete=models.CASCADE, related_name="+", to="engagements.engagement"
                ),
            ),
        ],
        options={
            "verbose_name": "ärende i en bevakad vy",
            "verbose_name_plural": "ärenden i bevakade vyer",
            "constraints": [
                models.UniqueConstraint(fields=("watch", "engagement"), name="told_once_a_watch"),
            ],
        },
    ),
]
