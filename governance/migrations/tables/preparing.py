"""What is said of a matter before it is decided, and who is to decide it instead."""

from django.conf import settings
from django.db import migrations, models
from engagements.migrations.parts.laying import own_key

TABLES = [
    migrations.CreateModel(
        name="Dealing",
        fields=[
            own_key(),
            (
                "engagement",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="dealings", to="engagements.engagement"
                ),
            ),
            (
                "body",
                models.CharField(
                    choices=[
                        ("receiving_body", "Mottagande nämnd eller bolag"),
                        ("contact_person", "Kontaktpersonen"),
                        ("slk", "Stadsledningskontoret"),
                        ("international_unit", "Internationella enheten"),
                        ("protocol_unit", "Protokollsenheten"),
                        ("eu_unit", "EU-enheten"),
                        ("ib", "Internationella beredningen"),
                        ("fbr", "Finansborgarrådet"),
                        ("ks", "Kommunstyrelsen"),
                        ("kf", "Kommunfullmäktige"),
                        ("group_board", "Koncernstyrelsen"),
                        ("board", "Nämnden eller bolagsstyrelsen"),
                        ("delegation", "Den besökande delegationen"),
                    ],
                    max_length=24,
                    verbose_name="organ",
                ),
            ),
            (
                "recommendation",
                models.CharField(
                    choices=[
                        ("supports", "Tillstyrker"),
                        ("advises_against", "Avstyrker"),
                        ("refers_back", "Återremitterar"),
                        ("tables", "Bordlägger"),
                    ],
                    max_length=16,
                    verbose_name="förslag till beslut",
                ),
            ),
            ("grounds", models.TextField(blank=True, verbose_name="motivering")),
            ("shares", models.JSONField(blank=True, default=dict)),
            ("meeting_item", models.CharField(max_length=64, verbose_name="punkt på mötet")),
            ("content_sha256", models.CharField(max_length=64)),
            ("ledger_seq", models.BigIntegerField(verbose_name="plats i liggaren")),
            (
                "by",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            ("at", models.DateTimeField()),
        ],
        options={
            "verbose_name": "beredning",
            "verbose_name_plural": "beredningar",
            "constraints": [
                models.UniqueConstraint(
                    fields=("engagement", "body", "meeting_item"), name="dealt_with_once_a_meeting"
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="Lift",
        fields=[
            (
                "engagement",
                models.OneToOneField(
                    on_delete=models.PROTECT,
                    primary_key=True,
                    related_name="lift",
                    serialize=False,
                    to="engagements.engagement",
                ),
            ),
            (
                "cause",
                models.CharField(
                    choices=[("principle", "Principiell fråga"), ("burden", "Ökad börda")],
                    default="principle",
                    max_length=9,
                    verbose_name="orsak",
                ),
            ),
            ("grounds", models.TextField(verbose_name="motivering")),
            ("ledger_seq", models.BigIntegerField(verbose_name="plats i liggaren")),
            (
                "by",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            ("at", models.DateTimeField()),
        ],
        options={
            "verbose_name": "lyft till kommunstyrelsen",
            "verbose_name_plural": "lyft till kommunstyrelsen",
        },
    ),
]
