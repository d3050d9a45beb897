"""Projects and their rows, which cannot change without their history; what was written stays."""

from importlib import import_module

import django.contrib.postgres.fields
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models


history_guard = import_module("engagements.migrations.0002_history_guard")


class Migration(migrations.Migration):
    dependencies = [
        ("engagements", "0008_projects"),
        ("memberships", "0002_guard"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AidProject",
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
                ("purpose", models.TextField(blank=True, verbose_name="syfte")),
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
                (
                    "asks_twinning",
                    models.BooleanField(blank=True, null=True, verbose_name="rör vänortsavtal"),
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
                ("city", models.CharField(blank=True, max_length=80, verbose_name="stad")),
                (
                    "benefit_stockholm",
                    models.TextField(blank=True, verbose_name="nytta för Stockholm"),
                ),
                (
                    "benefit_counterpart",
                    models.TextField(blank=True, verbose_name="nytta för motparten"),
                ),
                (
                    "whole_cost_sek",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="hela kostnaden"
                    ),
                ),
                (
                    "working_time_sek",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="egen arbetstid"
                    ),
                ),
                (
                    "overhead_sek",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="overhead"),
                ),
                (
                    "travel_sek",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="resor"),
                ),
                (
                    "staff_time_funded",
                    models.BooleanField(blank=True, null=True, verbose_name="arbetstiden betalas"),
                ),
                (
                    "overhead_funded",
                    models.BooleanField(blank=True, null=True, verbose_name="overhead betalas"),
                ),
                (
                    "travel_funded",
                    models.BooleanField(blank=True, null=True, verbose_name="resorna betalas"),
                ),
            ],
            options={
                "verbose_name": "projekt av biståndskaraktär",
                "verbose_name_plural": "projekt av biståndskaraktär",
            },
        ),
        migrations.CreateModel(
            name="Amendment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField(verbose_name="när")),
                ("at", models.DateTimeField()),
                ("what", models.CharField(max_length=300, verbose_name="vad")),
                ("grounds", models.TextField(verbose_name="varför")),
                (
                    "added_sek",
                    models.PositiveIntegerField(default=0, verbose_name="ökning för staden"),
                ),
                (
                    "new_role",
                    models.BooleanField(default=False, verbose_name="stadens roll ändras"),
                ),
                ("decides_anew", models.BooleanField(verbose_name="kräver nytt beslut")),
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
                        related_name="%(class)s_set",
                        to="engagements.engagement",
                    ),
                ),
            ],
            options={
                "verbose_name": "ändring",
                "verbose_name_plural": "ändringar",
            },
        ),
        migrations.CreateModel(
            name="Call",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("programme", models.CharField(max_length=120, verbose_name="program")),
                ("name", models.CharField(max_length=200, verbose_name="utlysning")),
                ("opens_on", models.DateField(blank=True, null=True, verbose_name="öppnar")),
                ("closes_on", models.DateField(verbose_name="sista dag att ansöka")),
                ("link", models.CharField(blank=True, max_length=300, verbose_name="webbadress")),
            ],
            options={
                "verbose_name": "utlysning",
                "verbose_name_plural": "utlysningar",
                "ordering": ["closes_on", "programme", "name"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("opens_on__isnull", True),
                            ("closes_on__gte", models.F("opens_on")),
                            _connector="OR",
                        ),
                        name="call_closes_after_it_opens",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="EuProject",
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
                ("purpose", models.TextField(blank=True, verbose_name="syfte")),
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
                (
                    "asks_twinning",
                    models.BooleanField(blank=True, null=True, verbose_name="rör vänortsavtal"),
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
                ("programme", models.CharField(blank=True, max_length=120, verbose_name="program")),
                (
                    "apply_by",
                    models.DateField(blank=True, null=True, verbose_name="sista dag att ansöka"),
                ),
                (
                    "role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("coordinator", "Koordinator"),
                            ("partner", "Partner"),
                            ("associated", "Associerad part"),
                        ],
                        max_length=12,
                        verbose_name="stadens roll",
                    ),
                ),
                (
                    "budget_eur",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="hela budgeten, euro"
                    ),
                ),
                (
                    "own_budget_sek",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="stadens del"),
                ),
                (
                    "cofinancing_sek",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="medfinansiering"
                    ),
                ),
                (
                    "plan_item",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="mål i verksamhetsplanen"
                    ),
                ),
                (
                    "after_owner",
                    models.CharField(blank=True, max_length=160, verbose_name="tar över"),
                ),
                (
                    "after_funding",
                    models.CharField(blank=True, max_length=200, verbose_name="pengar efteråt"),
                ),
                (
                    "after_from",
                    models.DateField(blank=True, null=True, verbose_name="i drift från"),
                ),
                (
                    "documents_kept",
                    models.TextField(blank=True, verbose_name="handlingar att spara"),
                ),
                (
                    "documents_kept_until",
                    models.DateField(blank=True, null=True, verbose_name="sparas till"),
                ),
                (
                    "call",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="projects",
                        to="memberships.call",
                        verbose_name="utlysning",
                    ),
                ),
            ],
            options={
                "verbose_name": "EU-projekt",
                "verbose_name_plural": "EU-projekt",
            },
        ),
        migrations.CreateModel(
            name="HistoricalAidProject",
            fields=[
                ("purpose", models.TextField(blank=True, verbose_name="syfte")),
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
                (
                    "asks_twinning",
                    models.BooleanField(blank=True, null=True, verbose_name="rör vänortsavtal"),
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
                ("city", models.CharField(blank=True, max_length=80, verbose_name="stad")),
                (
                    "benefit_stockholm",
                    models.TextField(blank=True, verbose_name="nytta för Stockholm"),
                ),
                (
                    "benefit_counterpart",
                    models.TextField(blank=True, verbose_name="nytta för motparten"),
                ),
                (
                    "whole_cost_sek",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="hela kostnaden"
                    ),
                ),
                (
                    "working_time_sek",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="egen arbetstid"
                    ),
                ),
                (
                    "overhead_sek",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="overhead"),
                ),
                (
                    "travel_sek",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="resor"),
                ),
                (
                    "staff_time_funded",
                    models.BooleanField(blank=True, null=True, verbose_name="arbetstiden betalas"),
                ),
                (
                    "overhead_funded",
                    models.BooleanField(blank=True, null=True, verbose_name="overhead betalas"),
                ),
                (
                    "travel_funded",
                    models.BooleanField(blank=True, null=True, verbose_name="resorna betalas"),
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
                "verbose_name": "historical projekt av biståndskaraktär",
                "verbose_name_plural": "historical projekt av biståndskaraktär",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalCall",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("programme", models.CharField(max_length=120, verbose_name="program")),
                ("name", models.CharField(max_length=200, verbose_name="utlysning")),
                ("opens_on", models.DateField(blank=True, null=True, verbose_name="öppnar")),
                ("closes_on", models.DateField(verbose_name="sista dag att ansöka")),
                ("link", models.CharField(blank=True, max_length=300, verbose_name="webbadress")),
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
                "verbose_name": "historical utlysning",
                "verbose_name_plural": "historical utlysningar",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalEuProject",
            fields=[
                ("purpose", models.TextField(blank=True, verbose_name="syfte")),
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
                (
                    "asks_twinning",
                    models.BooleanField(blank=True, null=True, verbose_name="rör vänortsavtal"),
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
                ("programme", models.CharField(blank=True, max_length=120, verbose_name="program")),
                (
                    "apply_by",
                    models.DateField(blank=True, null=True, verbose_name="sista dag att ansöka"),
                ),
                (
                    "role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("coordinator", "Koordinator"),
                            ("partner", "Partner"),
                            ("associated", "Associerad part"),
                        ],
                        max_length=12,
                        verbose_name="stadens roll",
                    ),
                ),
                (
                    "budget_eur",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="hela budgeten, euro"
                    ),
                ),
                (
                    "own_budget_sek",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="stadens del"),
                ),
                (
                    "cofinancing_sek",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="medfinansiering"
                    ),
                ),
                (
                    "plan_item",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="mål i verksamhetsplanen"
                    ),
                ),
                (
                    "after_owner",
                    models.CharField(blank=True, max_length=160, verbose_name="tar över"),
                ),
                (
                    "after_funding",
                    models.CharField(blank=True, max_length=200, verbose_name="pengar efteråt"),
                ),
                (
                    "after_from",
                    models.DateField(blank=True, null=True, verbose_name="i drift från"),
                ),
                (
                    "documents_kept",
                    models.TextField(blank=True, verbose_name="handlingar att spara"),
                ),
                (
                    "documents_kept_until",
                    models.DateField(blank=True, null=True, verbose_name="sparas till"),
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
                    "call",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="memberships.call",
                        verbose_name="utlysning",
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
                "verbose_name": "historical EU-projekt",
                "verbose_name_plural": "historical EU-projekt",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalProjectFunding",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("place", models.PositiveSmallIntegerField(editable=False, verbose_name="plats")),
                ("funder", models.CharField(blank=True, max_length=160, verbose_name="finansiär")),
                ("sek", models.PositiveIntegerField(blank=True, null=True, verbose_name="belopp")),
                (
                    "own_group",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="hör till stadens koncern"
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
                "verbose_name": "historical finansiering",
                "verbose_name_plural": "historical finansiering",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalProjectPartner",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("place", models.PositiveSmallIntegerField(editable=False, verbose_name="plats")),
                ("name", models.CharField(blank=True, max_length=160, verbose_name="part")),
                (
                    "sector",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("public", "Andra offentliga aktörer"),
                            ("academia", "Akademin"),
                            ("business", "Näringslivet"),
                            ("civil_society", "Civilsamhället"),
                        ],
                        max_length=16,
                        verbose_name="sektor",
                    ),
                ),
                ("country", models.CharField(blank=True, max_length=2, verbose_name="land")),
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
                    "body",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="engagements.organisation",
                        verbose_name="en av stadens egna",
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
                "verbose_name": "historical part",
                "verbose_name_plural": "historical parter",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalReportDate",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("place", models.PositiveSmallIntegerField(editable=False, verbose_name="plats")),
                ("what", models.CharField(blank=True, max_length=160, verbose_name="rapport")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="senast")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="lämnad")),
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
                "verbose_name": "historical rapport",
                "verbose_name_plural": "historical rapporter",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="PartyDecision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField(verbose_name="när")),
                ("at", models.DateTimeField()),
                ("paragraph", models.CharField(max_length=20, verbose_name="paragraf")),
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
                        related_name="%(class)s_set",
                        to="engagements.engagement",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="engagements.organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "parts beslut",
                "verbose_name_plural": "parters beslut",
            },
        ),
        migrations.CreateModel(
            name="ProjectFunding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.PositiveSmallIntegerField(editable=False, verbose_name="plats")),
                ("funder", models.CharField(blank=True, max_length=160, verbose_name="finansiär")),
                ("sek", models.PositiveIntegerField(blank=True, null=True, verbose_name="belopp")),
                (
                    "own_group",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="hör till stadens koncern"
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
                "verbose_name": "finansiering",
                "verbose_name_plural": "finansiering",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("engagement", "place"), name="one_projectfunding_a_place"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ProjectPartner",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.PositiveSmallIntegerField(editable=False, verbose_name="plats")),
                ("name", models.CharField(blank=True, max_length=160, verbose_name="part")),
                (
                    "sector",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("public", "Andra offentliga aktörer"),
                            ("academia", "Akademin"),
                            ("business", "Näringslivet"),
                            ("civil_society", "Civilsamhället"),
                        ],
                        max_length=16,
                        verbose_name="sektor",
                    ),
                ),
                ("country", models.CharField(blank=True, max_length=2, verbose_name="land")),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="engagements.organisation",
                        verbose_name="en av stadens egna",
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
                "verbose_name": "part",
                "verbose_name_plural": "parter",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("engagement", "place"), name="one_projectpartner_a_place"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportDate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.PositiveSmallIntegerField(editable=False, verbose_name="plats")),
                ("what", models.CharField(blank=True, max_length=160, verbose_name="rapport")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="senast")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="lämnad")),
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
                "verbose_name": "rapport",
                "verbose_name_plural": "rapporter",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("engagement", "place"), name="one_reportdate_a_place"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="StageMove",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField(verbose_name="när")),
                ("at", models.DateTimeField()),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("idea", "Idé"),
                            ("applied", "Ansökan skickad"),
                            ("granted", "Beviljat"),
                            ("refused", "Inte beviljat"),
                            ("running", "Pågår"),
                            ("ended", "Avslutat"),
                            ("landed", "I ordinarie verksamhet"),
                            ("not_landed", "Inte i ordinarie verksamhet"),
                        ],
                        max_length=12,
                        verbose_name="läge",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="anteckning")),
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
                        related_name="%(class)s_set",
                        to="engagements.engagement",
                    ),
                ),
            ],
            options={
                "verbose_name": "steg",
                "verbose_name_plural": "steg",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("engagement", "stage"), name="a_stage_comes_once"
                    )
                ],
            },
        ),
        *history_guard.guarded(
            "memberships_euproject", "memberships_historicaleuproject", key="engagement_id"
        ),
        *history_guard.guarded(
            "memberships_aidproject", "memberships_historicalaidproject", key="engagement_id"
        ),
        *history_guard.guarded("memberships_call", "memberships_historicalcall", key="id"),
        *history_guard.guarded(
            "memberships_reportdate", "memberships_historicalreportdate", key="id"
        ),
        *history_guard.guarded(
            "memberships_projectpartner", "memberships_historicalprojectpartner", key="id"
        ),
        *history_guard.guarded(
            "memberships_projectfunding", "memberships_historicalprojectfunding", key="id"
        ),
        history_guard.append_only("memberships_stagemove"),
        history_guard.append_only("memberships_partydecision"),
        history_guard.append_only("memberships_amendment"),
    ]
