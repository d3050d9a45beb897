"""How bodies deal with matters before a decision, and what is lifted to the Executive Board."""

from importlib import import_module

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

history_guard = import_module("engagements.migrations.0002_history_guard")


class Migration(migrations.Migration):
    dependencies = [
        ("engagements", "0003_preparation"),
        ("governance", "0005_api_token"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Lift",
            fields=[
                (
                    "engagement",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="lift",
                        serialize=False,
                        to="engagements.engagement",
                    ),
                ),
                ("grounds", models.TextField(verbose_name="motivering")),
                ("ledger_seq", models.BigIntegerField(verbose_name="plats i liggaren")),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "lyft till kommunstyrelsen",
                "verbose_name_plural": "lyft till kommunstyrelsen",
            },
        ),
        migrations.CreateModel(
            name="Dealing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "engagement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dealings",
                        to="engagements.engagement",
                    ),
                ),
            ],
            options={
                "verbose_name": "beredning",
                "verbose_name_plural": "beredningar",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("engagement", "body", "meeting_item"),
                        name="dealt_with_once_a_meeting",
                    )
                ],
            },
        ),
        history_guard.append_only("governance_dealing"),
        history_guard.append_only("governance_lift"),
    ]
