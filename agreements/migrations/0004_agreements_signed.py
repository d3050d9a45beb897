"""Cooperation agreements and letters of intent, their rows, and the guards of their history."""

from importlib import import_module

import django.contrib.postgres.fields
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

history_guard = import_module("engagements.migrations.0002_history_guard")


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0003_position"),
        ("engagements", "0007_places"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Cooperation",
            fields=[
                (
                    "engagement",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="%(class)s",
                        serialize=False,
                        to="engagements.engagement",
                    ),
                ),
                ("amending", models.BooleanField(default=False, editable=False)),
                ("came_of", models.JSONField(blank=True, default=dict, editable=False)),
                (
                    "label",
                    models.CharField(blank=True, max_length=160, verbose_name="vad det kallas"),
                ),
                (
                    "counterpart_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("capital_city", "Huvudstad"),
                            ("city", "Annan stad eller kommun"),
                            ("region", "Region eller delstat"),
                            ("national", "Nationell myndighet eller regering"),
                            ("embassy", "Ambassad eller konsulat"),
                            ("international", "Internationell organisation eller nätverk"),
                            ("university", "Universitet eller skola"),
                            ("company", "Företag"),
                            ("civil_society", "Civilsamhällets organisation"),
                            ("other", "Annan"),
                        ],
                        max_length=16,
                        verbose_name="typ av motpart",
                    ),
                ),
                ("country", models.CharField(blank=True, max_length=2, verbose_name="land")),
                ("city", models.CharField(blank=True, max_length=80, verbose_name="stad")),
                (
                    "within_initiative",
                    models.BooleanField(blank=True, null=True, verbose_name="inom ett initiativ"),
                ),
                (
                    "initiative_name",
                    models.CharField(blank=True, max_length=160, verbose_name="initiativet"),
                ),
                (
                    "themes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=160),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="ämne",
                    ),
                ),
                (
                    "exchanges",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=300),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="utbyte",
                    ),
                ),
                (
                    "no_exchange",
                    models.BooleanField(blank=True, null=True, verbose_name="inget utbyte"),
                ),
                ("purpose", models.TextField(blank=True, verbose_name="syfte")),
                ("agreement_text", models.TextField(blank=True, verbose_name="avtalets text")),
                (
                    "benefit_stockholm",
                    models.TextField(blank=True, verbose_name="nyttan för Stockholm"),
                ),
                (
                    "process",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="vad som ska påverkas"
                    ),
                ),
                (
                    "effect",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("enables", "Möjliggör för staden"),
                            ("limits", "Begränsar staden"),
                            ("both", "Både möjliggör och begränsar"),
                        ],
                        max_length=8,
                        verbose_name="vad det gör med staden",
                    ),
                ),
                ("city_interest", models.TextField(blank=True, verbose_name="stadens intresse")),
                (
                    "eu_matter",
                    models.BooleanField(blank=True, null=True, verbose_name="riktas till EU"),
                ),
                (
                    "eu_principles",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="EU-policyns principer",
                    ),
                ),
                (
                    "open_ended",
                    models.BooleanField(blank=True, null=True, verbose_name="gäller tills vidare"),
                ),
                (
                    "renews_itself",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="förlängs av sig självt"
                    ),
                ),
                (
                    "next_review_on",
                    models.DateField(blank=True, null=True, verbose_name="omprövas"),
                ),
                (
                    "last_review_on",
                    models.DateField(blank=True, null=True, verbose_name="senast omprövat"),
                ),
                (
                    "scope",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("citywide", "Stadsövergripande"),
                            ("operational", "Verksamhetsspecifikt"),
                        ],
                        max_length=12,
                        verbose_name="räckvidd",
                    ),
                ),
                (
                    "on_behalf_of_ks",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="på uppdrag av kommunstyrelsen"
                    ),
                ),
                (
                    "forums_searched",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="befintliga forum är prövade"
                    ),
                ),
                (
                    "close_to_state",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="nära det som är statens"
                    ),
                ),
                (
                    "asks_twinning",
                    models.BooleanField(blank=True, null=True, verbose_name="rör vänortsavtal"),
                ),
                (
                    "legally_reviewed",
                    models.BooleanField(blank=True, null=True, verbose_name="granskat av jurist"),
                ),
                (
                    "procurement_with_party",
                    models.BooleanField(
                        blank=True,
                        null=True,
                        verbose_name="pågående upphandling, tillsyn eller tillstånd",
                    ),
                ),
                (
                    "secrecy_possible",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="något kan behöva hållas hemligt"
                    ),
                ),
                ("delivered", models.TextField(blank=True, verbose_name="vad som blev gjort")),
                ("gave_us", models.TextField(blank=True, verbose_name="vad det gav Stockholm")),
                (
                    "gave_them",
                    models.TextField(blank=True, verbose_name="vad det gav den andra parten"),
                ),
                (
                    "amends",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="amendments",
                        to="agreements.cooperation",
                    ),
                ),
                (
                    "follows",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="followed_by",
                        to="agreements.cooperation",
                    ),
                ),
            ],
            options={
                "verbose_name": "samarbetsavtal",
                "verbose_name_plural": "samarbetsavtal",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="HistoricalCooperation",
            fields=[
                ("amending", models.BooleanField(default=False, editable=False)),
                ("came_of", models.JSONField(blank=True, default=dict, editable=False)),
                (
                    "label",
                    models.CharField(blank=True, max_length=160, verbose_name="vad det kallas"),
                ),
                (
                    "counterpart_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("capital_city", "Huvudstad"),
                            ("city", "Annan stad eller kommun"),
                            ("region", "Region eller delstat"),
                            ("national", "Nationell myndighet eller regering"),
                            ("embassy", "Ambassad eller konsulat"),
                            ("international", "Internationell organisation eller nätverk"),
                            ("university", "Universitet eller skola"),
                            ("company", "Företag"),
                            ("civil_society", "Civilsamhällets organisation"),
                            ("other", "Annan"),
                        ],
                        max_length=16,
                        verbose_name="typ av motpart",
                    ),
                ),
                ("country", models.CharField(blank=True, max_length=2, verbose_name="land")),
                ("city", models.CharField(blank=True, max_length=80, verbose_name="stad")),
                (
                    "within_initiative",
                    models.BooleanField(blank=True, null=True, verbose_name="inom ett initiativ"),
                ),
                (
                    "initiative_name",
                    models.CharField(blank=True, max_length=160, verbose_name="initiativet"),
                ),
                (
                    "themes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=160),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="ämne",
                    ),
                ),
                (
                    "exchanges",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=300),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="utbyte",
                    ),
                ),
                (
                    "no_exchange",
                    models.BooleanField(blank=True, null=True, verbose_name="inget utbyte"),
                ),
                ("purpose", models.TextField(blank=True, verbose_name="syfte")),
                ("agreement_text", models.TextField(blank=True, verbose_name="avtalets text")),
                (
                    "benefit_stockholm",
                    models.TextField(blank=True, verbose_name="nyttan för Stockholm"),
                ),
                (
                    "process",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="vad som ska påverkas"
                    ),
                ),
                (
                    "effect",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("enables", "Möjliggör för staden"),
                            ("limits", "Begränsar staden"),
                            ("both", "Både möjliggör och begränsar"),
                        ],
                        max_length=8,
                        verbose_name="vad det gör med staden",
                    ),
                ),
                ("city_interest", models.TextField(blank=True, verbose_name="stadens intresse")),
                (
                    "eu_matter",
                    models.BooleanField(blank=True, null=True, verbose_name="riktas till EU"),
                ),
                (
                    "eu_principles",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="EU-policyns principer",
                    ),
                ),
                (
                    "open_ended",
                    models.BooleanField(blank=True, null=True, verbose_name="gäller tills vidare"),
                ),
                (
                    "renews_itself",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="förlängs av sig självt"
                    ),
                ),
                (
                    "next_review_on",
                    models.DateField(blank=True, null=True, verbose_name="omprövas"),
                ),
                (
                    "last_review_on",
                    models.DateField(blank=True, null=True, verbose_name="senast omprövat"),
                ),
                (
                    "scope",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("citywide", "Stadsövergripande"),
                            ("operational", "Verksamhetsspecifikt"),
                        ],
                        max_length=12,
                        verbose_name="räckvidd",
                    ),
                ),
                (
                    "on_behalf_of_ks",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="på uppdrag av kommunstyrelsen"
                    ),
                ),
                (
                    "forums_searched",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="befintliga forum är prövade"
                    ),
                ),
                (
                    "close_to_state",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="nära det som är statens"
                    ),
                ),
                (
                    "asks_twinning",
                    models.BooleanField(blank=True, null=True, verbose_name="rör vänortsavtal"),
                ),
                (
                    "legally_reviewed",
                    models.BooleanField(blank=True, null=True, verbose_name="granskat av jurist"),
                ),
                (
                    "procurement_with_party",
                    models.BooleanField(
                        blank=True,
                        null=True,
                        verbose_name="pågående upphandling, tillsyn eller tillstånd",
                    ),
                ),
                (
                    "secrecy_possible",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="något kan behöva hållas hemligt"
                    ),
                ),
                ("delivered", models.TextField(blank=True, verbose_name="vad som blev gjort")),
                ("gave_us", models.TextField(blank=True, verbose_name="vad det gav Stockholm")),
                (
                    "gave_them",
                    models.TextField(blank=True, verbose_name="vad det gav den andra parten"),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "amends",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agreements.cooperation",
                    ),
                ),
                (
                    "engagement",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="engagements.engagement",
                    ),
                ),
                (
                    "follows",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agreements.cooperation",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical samarbetsavtal",
                "verbose_name_plural": "historical samarbetsavtal",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPartyGain",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("place", models.PositiveSmallIntegerField(editable=False, verbose_name="plats")),
                ("party", models.CharField(blank=True, max_length=160, verbose_name="part")),
                ("gain", models.CharField(blank=True, max_length=500, verbose_name="nytta")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "engagement",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="engagements.engagement",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical parts nytta",
                "verbose_name_plural": "historical parters nytta",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSignatory",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("place", models.PositiveSmallIntegerField(editable=False, verbose_name="plats")),
                ("party", models.CharField(blank=True, max_length=160, verbose_name="part")),
                ("office", models.CharField(blank=True, max_length=120, verbose_name="befattning")),
                ("signed_on", models.DateField(blank=True, null=True, verbose_name="undertecknat")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "engagement",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="engagements.engagement",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical undertecknare",
                "verbose_name_plural": "historical undertecknare",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalTriedForum",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("place", models.PositiveSmallIntegerField(editable=False, verbose_name="plats")),
                ("name", models.CharField(blank=True, max_length=160, verbose_name="forum")),
                (
                    "why_not",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="varför det inte räcker"
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "engagement",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="engagements.engagement",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical befintligt forum",
                "verbose_name_plural": "historical befintliga forum",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Intent",
            fields=[
                (
                    "engagement",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="%(class)s",
                        serialize=False,
                        to="engagements.engagement",
                    ),
                ),
                ("amending", models.BooleanField(default=False, editable=False)),
                ("came_of", models.JSONField(blank=True, default=dict, editable=False)),
                (
                    "label",
                    models.CharField(blank=True, max_length=160, verbose_name="vad det kallas"),
                ),
                (
                    "counterpart_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("capital_city", "Huvudstad"),
                            ("city", "Annan stad eller kommun"),
                            ("region", "Region eller delstat"),
                            ("national", "Nationell myndighet eller regering"),
                            ("embassy", "Ambassad eller konsulat"),
                            ("international", "Internationell organisation eller nätverk"),
                            ("university", "Universitet eller skola"),
                            ("company", "Företag"),
                            ("civil_society", "Civilsamhällets organisation"),
                            ("other", "Annan"),
                        ],
                        max_length=16,
                        verbose_name="typ av motpart",
                    ),
                ),
                ("country", models.CharField(blank=True, max_length=2, verbose_name="land")),
                ("city", models.CharField(blank=True, max_length=80, verbose_name="stad")),
                (
                    "within_initiative",
                    models.BooleanField(blank=True, null=True, verbose_name="inom ett initiativ"),
                ),
                (
                    "initiative_name",
                    models.CharField(blank=True, max_length=160, verbose_name="initiativet"),
                ),
                (
                    "themes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=160),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="ämne",
                    ),
                ),
                (
                    "exchanges",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=300),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="utbyte",
                    ),
                ),
                (
                    "no_exchange",
                    models.BooleanField(blank=True, null=True, verbose_name="inget utbyte"),
                ),
                ("purpose", models.TextField(blank=True, verbose_name="syfte")),
                ("agreement_text", models.TextField(blank=True, verbose_name="avtalets text")),
                (
                    "benefit_stockholm",
                    models.TextField(blank=True, verbose_name="nyttan för Stockholm"),
                ),
                (
                    "process",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="vad som ska påverkas"
                    ),
                ),
                (
                    "effect",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("enables", "Möjliggör för staden"),
                            ("limits", "Begränsar staden"),
                            ("both", "Både möjliggör och begränsar"),
                        ],
                        max_length=8,
                        verbose_name="vad det gör med staden",
                    ),
                ),
                ("city_interest", models.TextField(blank=True, verbose_name="stadens intresse")),
                (
                    "eu_matter",
                    models.BooleanField(blank=True, null=True, verbose_name="riktas till EU"),
                ),
                (
                    "eu_principles",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="EU-policyns principer",
                    ),
                ),
                (
                    "open_ended",
                    models.BooleanField(blank=True, null=True, verbose_name="gäller tills vidare"),
                ),
                (
                    "renews_itself",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="förlängs av sig självt"
                    ),
                ),
                (
                    "next_review_on",
                    models.DateField(blank=True, null=True, verbose_name="omprövas"),
                ),
                (
                    "last_review_on",
                    models.DateField(blank=True, null=True, verbose_name="senast omprövat"),
                ),
                (
                    "scope",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("citywide", "Stadsövergripande"),
                            ("operational", "Verksamhetsspecifikt"),
                        ],
                        max_length=12,
                        verbose_name="räckvidd",
                    ),
                ),
                (
                    "on_behalf_of_ks",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="på uppdrag av kommunstyrelsen"
                    ),
                ),
                (
                    "forums_searched",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="befintliga forum är prövade"
                    ),
                ),
                (
                    "close_to_state",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="nära det som är statens"
                    ),
                ),
                (
                    "asks_twinning",
                    models.BooleanField(blank=True, null=True, verbose_name="rör vänortsavtal"),
                ),
                (
                    "legally_reviewed",
                    models.BooleanField(blank=True, null=True, verbose_name="granskat av jurist"),
                ),
                (
                    "procurement_with_party",
                    models.BooleanField(
                        blank=True,
                        null=True,
                        verbose_name="pågående upphandling, tillsyn eller tillstånd",
                    ),
                ),
                (
                    "secrecy_possible",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="något kan behöva hållas hemligt"
                    ),
                ),
                ("delivered", models.TextField(blank=True, verbose_name="vad som blev gjort")),
                ("gave_us", models.TextField(blank=True, verbose_name="vad det gav Stockholm")),
                (
                    "gave_them",
                    models.TextField(blank=True, verbose_name="vad det gav den andra parten"),
                ),
                (
                    "amends",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="amendments",
                        to="agreements.intent",
                    ),
                ),
                (
                    "follows",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="followed_by",
                        to="agreements.intent",
                    ),
                ),
            ],
            options={
                "verbose_name": "intentionsavtal",
                "verbose_name_plural": "intentionsavtal",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="HistoricalIntent",
            fields=[
                ("amending", models.BooleanField(default=False, editable=False)),
                ("came_of", models.JSONField(blank=True, default=dict, editable=False)),
                (
                    "label",
                    models.CharField(blank=True, max_length=160, verbose_name="vad det kallas"),
                ),
                (
                    "counterpart_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("capital_city", "Huvudstad"),
                            ("city", "Annan stad eller kommun"),
                            ("region", "Region eller delstat"),
                            ("national", "Nationell myndighet eller regering"),
                            ("embassy", "Ambassad eller konsulat"),
                            ("international", "Internationell organisation eller nätverk"),
                            ("university", "Universitet eller skola"),
                            ("company", "Företag"),
                            ("civil_society", "Civilsamhällets organisation"),
                            ("other", "Annan"),
                        ],
                        max_length=16,
                        verbose_name="typ av motpart",
                    ),
                ),
                ("country", models.CharField(blank=True, max_length=2, verbose_name="land")),
                ("city", models.CharField(blank=True, max_length=80, verbose_name="stad")),
                (
                    "within_initiative",
                    models.BooleanField(blank=True, null=True, verbose_name="inom ett initiativ"),
                ),
                (
                    "initiative_name",
                    models.CharField(blank=True, max_length=160, verbose_name="initiativet"),
                ),
                (
                    "themes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=160),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="ämne",
                    ),
                ),
                (
                    "exchanges",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=300),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="utbyte",
                    ),
                ),
                (
                    "no_exchange",
                    models.BooleanField(blank=True, null=True, verbose_name="inget utbyte"),
                ),
                ("purpose", models.TextField(blank=True, verbose_name="syfte")),
                ("agreement_text", models.TextField(blank=True, verbose_name="avtalets text")),
                (
                    "benefit_stockholm",
                    models.TextField(blank=True, verbose_name="nyttan för Stockholm"),
                ),
                (
                    "process",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="vad som ska påverkas"
                    ),
                ),
                (
                    "effect",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("enables", "Möjliggör för staden"),
                            ("limits", "Begränsar staden"),
                            ("both", "Både möjliggör och begränsar"),
                        ],
                        max_length=8,
                        verbose_name="vad det gör med staden",
                    ),
                ),
                ("city_interest", models.TextField(blank=True, verbose_name="stadens intresse")),
                (
                    "eu_matter",
                    models.BooleanField(blank=True, null=True, verbose_name="riktas till EU"),
                ),
                (
                    "eu_principles",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="EU-policyns principer",
                    ),
                ),
                (
                    "open_ended",
                    models.BooleanField(blank=True, null=True, verbose_name="gäller tills vidare"),
                ),
                (
                    "renews_itself",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="förlängs av sig självt"
                    ),
                ),
                (
                    "next_review_on",
                    models.DateField(blank=True, null=True, verbose_name="omprövas"),
                ),
                (
                    "last_review_on",
                    models.DateField(blank=True, null=True, verbose_name="senast omprövat"),
                ),
                (
                    "scope",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("citywide", "Stadsövergripande"),
                            ("operational", "Verksamhetsspecifikt"),
                        ],
                        max_length=12,
                        verbose_name="räckvidd",
                    ),
                ),
                (
                    "on_behalf_of_ks",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="på uppdrag av kommunstyrelsen"
                    ),
                ),
                (
                    "forums_searched",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="befintliga forum är prövade"
                    ),
                ),
                (
                    "close_to_state",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="nära det som är statens"
                    ),
                ),
                (
                    "asks_twinning",
                    models.BooleanField(blank=True, null=True, verbose_name="rör vänortsavtal"),
                ),
                (
                    "legally_reviewed",
                    models.BooleanField(blank=True, null=True, verbose_name="granskat av jurist"),
                ),
                (
                    "procurement_with_party",
                    models.BooleanField(
                        blank=True,
                        null=True,
                        verbose_name="pågående upphandling, tillsyn eller tillstånd",
                    ),
                ),
                (
                    "secrecy_possible",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="något kan behöva hållas hemligt"
                    ),
                ),
                ("delivered", models.TextField(blank=True, verbose_name="vad som blev gjort")),
                ("gave_us", models.TextField(blank=True, verbose_name="vad det gav Stockholm")),
                (
                    "gave_them",
                    models.TextField(blank=True, verbose_name="vad det gav den andra parten"),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "engagement",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="engagements.engagement",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "amends",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agreements.intent",
                    ),
                ),
                (
                    "follows",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agreements.intent",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical intentionsavtal",
                "verbose_name_plural": "historical intentionsavtal",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="PartyGain",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.PositiveSmallIntegerField(editable=False, verbose_name="plats")),
                ("party", models.CharField(blank=True, max_length=160, verbose_name="part")),
                ("gain", models.CharField(blank=True, max_length=500, verbose_name="nytta")),
                (
                    "engagement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s_rows",
                        to="engagements.engagement",
                    ),
                ),
            ],
            options={
                "verbose_name": "parts nytta",
                "verbose_name_plural": "parters nytta",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Signatory",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.PositiveSmallIntegerField(editable=False, verbose_name="plats")),
                ("party", models.CharField(blank=True, max_length=160, verbose_name="part")),
                ("name", models.CharField(blank=True, max_length=120, verbose_name="namn")),
                ("office", models.CharField(blank=True, max_length=120, verbose_name="befattning")),
                ("signed_on", models.DateField(blank=True, null=True, verbose_name="undertecknat")),
                (
                    "engagement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s_rows",
                        to="engagements.engagement",
                    ),
                ),
            ],
            options={
                "verbose_name": "undertecknare",
                "verbose_name_plural": "undertecknare",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TriedForum",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.PositiveSmallIntegerField(editable=False, verbose_name="plats")),
                ("name", models.CharField(blank=True, max_length=160, verbose_name="forum")),
                (
                    "why_not",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="varför det inte räcker"
                    ),
                ),
                (
                    "engagement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s_rows",
                        to="engagements.engagement",
                    ),
                ),
            ],
            options={
                "verbose_name": "befintligt forum",
                "verbose_name_plural": "befintliga forum",
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="cooperation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("amending", True)),
                fields=("amends",),
                name="one_open_amendment_of_cooperation",
            ),
        ),
        migrations.AddConstraint(
            model_name="cooperation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("amends__isnull", True),
                    models.Q(("amends", models.F("engagement")), _negated=True),
                    _connector="OR",
                ),
                name="cooperation_amends_another",
            ),
        ),
        migrations.AddConstraint(
            model_name="cooperation",
            constraint=models.CheckConstraint(
                condition=models.Q(("amending", False), ("amends__isnull", False), _connector="OR"),
                name="cooperation_amending_amends",
            ),
        ),
        migrations.AddConstraint(
            model_name="intent",
            constraint=models.UniqueConstraint(
                condition=models.Q(("amending", True)),
                fields=("amends",),
                name="one_open_amendment_of_intent",
            ),
        ),
        migrations.AddConstraint(
            model_name="intent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("amends__isnull", True),
                    models.Q(("amends", models.F("engagement")), _negated=True),
                    _connector="OR",
                ),
                name="intent_amends_another",
            ),
        ),
        migrations.AddConstraint(
            model_name="intent",
            constraint=models.CheckConstraint(
                condition=models.Q(("amending", False), ("amends__isnull", False), _connector="OR"),
                name="intent_amending_amends",
            ),
        ),
        migrations.AddConstraint(
            model_name="partygain",
            constraint=models.UniqueConstraint(
                fields=("engagement", "place"), name="one_partygain_a_place"
            ),
        ),
        migrations.AddConstraint(
            model_name="signatory",
            constraint=models.UniqueConstraint(
                fields=("engagement", "place"), name="one_signatory_a_place"
            ),
        ),
        migrations.AddConstraint(
            model_name="triedforum",
            constraint=models.UniqueConstraint(
                fields=("engagement", "place"), name="one_triedforum_a_place"
            ),
        ),
        *history_guard.guarded(
            "agreements_cooperation", "agreements_historicalcooperation", key="engagement_id"
        ),
        *history_guard.guarded(
            "agreements_intent", "agreements_historicalintent", key="engagement_id"
        ),
        *history_guard.guarded("agreements_partygain", "agreements_historicalpartygain", key="id"),
        *history_guard.guarded(
            "agreements_signatory",
            "agreements_historicalsignatory",
            key="id",
            left_out=("name",),
        ),
        *history_guard.guarded(
            "agreements_triedforum", "agreements_historicaltriedforum", key="id"
        ),
    ]
