"""Conferences, requests to take part in them, who goes and what it costs; all with their history.

Names of those who go are left out of it. See docs/adr/0006-personal-data.md.
"""

from importlib import import_module

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.text
import engagements.models.searching
import simple_history.models
from django.conf import settings
from django.db import migrations, models


history_guard = import_module("engagements.migrations.0002_history_guard")


class Migration(migrations.Migration):
    dependencies = [
        ("engagements", "0003_preparation"),
        ("visits", "0004_receptions"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Conference",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="evenemang")),
                (
                    "held",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("on_site", "På plats"),
                            ("digital", "Digitalt"),
                            ("hybrid", "På plats och digitalt"),
                        ],
                        max_length=8,
                        verbose_name="form",
                    ),
                ),
                (
                    "organiser",
                    models.CharField(blank=True, max_length=160, verbose_name="arrangör"),
                ),
                (
                    "country",
                    models.CharField(
                        blank=True, max_length=2, verbose_name="land eller territorium"
                    ),
                ),
                ("city", models.CharField(blank=True, max_length=80, verbose_name="stad")),
                (
                    "opens_on",
                    models.DateField(blank=True, null=True, verbose_name="evenemangets första dag"),
                ),
                (
                    "closes_on",
                    models.DateField(blank=True, null=True, verbose_name="evenemangets sista dag"),
                ),
                ("programme", models.TextField(blank=True, verbose_name="program")),
                ("link", models.CharField(blank=True, max_length=300, verbose_name="webbadress")),
                (
                    "register_by",
                    models.DateField(blank=True, null=True, verbose_name="sista anmälningsdag"),
                ),
                (
                    "abstract_by",
                    models.DateField(blank=True, null=True, verbose_name="sista dag för bidrag"),
                ),
                ("added_at", models.DateTimeField(editable=False, verbose_name="tillagt")),
                (
                    "found_by",
                    models.GeneratedField(
                        db_persist=True,
                        expression=engagements.models.searching.Folded(
                            django.db.models.functions.text.Concat(
                                models.F("name"),
                                models.Value(" "),
                                models.F("city"),
                                models.Value(" "),
                                models.F("organiser"),
                            )
                        ),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "added_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged",
                        to="visits.conference",
                    ),
                ),
            ],
            options={
                "verbose_name": "evenemang",
                "verbose_name_plural": "evenemang",
            },
        ),
        migrations.CreateModel(
            name="HistoricalConference",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="evenemang")),
                (
                    "held",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("on_site", "På plats"),
                            ("digital", "Digitalt"),
                            ("hybrid", "På plats och digitalt"),
                        ],
                        max_length=8,
                        verbose_name="form",
                    ),
                ),
                (
                    "organiser",
                    models.CharField(blank=True, max_length=160, verbose_name="arrangör"),
                ),
                (
                    "country",
                    models.CharField(
                        blank=True, max_length=2, verbose_name="land eller territorium"
                    ),
                ),
                ("city", models.CharField(blank=True, max_length=80, verbose_name="stad")),
                (
                    "opens_on",
                    models.DateField(blank=True, null=True, verbose_name="evenemangets första dag"),
                ),
                (
                    "closes_on",
                    models.DateField(blank=True, null=True, verbose_name="evenemangets sista dag"),
                ),
                ("programme", models.TextField(blank=True, verbose_name="program")),
                ("link", models.CharField(blank=True, max_length=300, verbose_name="webbadress")),
                (
                    "register_by",
                    models.DateField(blank=True, null=True, verbose_name="sista anmälningsdag"),
                ),
                (
                    "abstract_by",
                    models.DateField(blank=True, null=True, verbose_name="sista dag för bidrag"),
                ),
                ("added_at", models.DateTimeField(editable=False, verbose_name="tillagt")),
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
                    "added_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="visits.conference",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical evenemang",
                "verbose_name_plural": "historical evenemang",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalTraveller",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("place", models.PositiveSmallIntegerField(editable=False, verbose_name="plats")),
                ("function", models.CharField(blank=True, max_length=120, verbose_name="funktion")),
                (
                    "office",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("finance_mayor", "Finansborgarrådet"),
                            ("vice_mayor", "Annat borgarråd"),
                            ("chair", "Ordförande i nämnd eller styrelse"),
                            ("elected", "Annan förtroendevald"),
                            ("director", "Chef"),
                            ("official", "Tjänsteperson"),
                        ],
                        max_length=16,
                        verbose_name="befattning",
                    ),
                ),
                (
                    "part",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("speaker", "Talare eller paneldeltagare"),
                            ("voting", "Röstande ombud"),
                            ("host", "Medarrangör"),
                            ("participant", "Deltagare"),
                        ],
                        max_length=12,
                        verbose_name="uppgift där",
                    ),
                ),
                (
                    "decides",
                    models.BooleanField(blank=True, null=True, verbose_name="beslutar om resan"),
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
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="engagements.organisation",
                        verbose_name="verksamhet",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical deltagare",
                "verbose_name_plural": "historical deltagare",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalTrip",
            fields=[
                (
                    "received_on",
                    models.DateField(blank=True, null=True, verbose_name="inbjudan kom"),
                ),
                (
                    "on_behalf_of_ks",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="på uppdrag av kommunstyrelsen"
                    ),
                ),
                (
                    "digital",
                    models.BooleanField(blank=True, null=True, verbose_name="deltar digitalt"),
                ),
                (
                    "role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("speaker", "Talare eller paneldeltagare"),
                            ("voting", "Röstande ombud"),
                            ("host", "Medarrangör"),
                            ("participant", "Deltagare"),
                        ],
                        max_length=12,
                        verbose_name="stadens roll",
                    ),
                ),
                ("purpose", models.TextField(blank=True, verbose_name="syfte")),
                ("benefit", models.TextField(blank=True, verbose_name="nytta")),
                (
                    "stockholm_learns",
                    models.TextField(blank=True, verbose_name="vad vår verksamhet lär sig"),
                ),
                (
                    "image_gain",
                    models.TextField(blank=True, verbose_name="så stärks bilden av Stockholm"),
                ),
                ("comparison", models.TextField(blank=True, verbose_name="jämförelse")),
                (
                    "good_examples",
                    models.TextField(blank=True, verbose_name="goda exempel som visas"),
                ),
                (
                    "state_partner",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="statlig främjare som medverkar"
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
                (
                    "earlier_participation",
                    models.TextField(blank=True, verbose_name="tidigare deltagande"),
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
                    "asks_twinning",
                    models.BooleanField(blank=True, null=True, verbose_name="vill bli vänort"),
                ),
                (
                    "aid_character",
                    models.BooleanField(blank=True, null=True, verbose_name="av biståndskaraktär"),
                ),
                (
                    "external_share",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="andel som annan part betalar, procent"
                    ),
                ),
                ("funder", models.CharField(blank=True, max_length=120, verbose_name="finansiär")),
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
                    "means",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("train", "Tåg"),
                            ("bus", "Buss"),
                            ("car", "Bil"),
                            ("boat", "Båt"),
                            ("flight", "Flyg"),
                        ],
                        max_length=8,
                        verbose_name="färdsätt",
                    ),
                ),
                (
                    "distance_km",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="avstånd enkel väg, km"
                    ),
                ),
                ("why_not_train", models.TextField(blank=True, verbose_name="varför inte tåg")),
                (
                    "why_not_digital",
                    models.TextField(blank=True, verbose_name="varför inte digitalt"),
                ),
                (
                    "emissions_kg",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="egen beräkning, kg"
                    ),
                ),
                (
                    "emissions_grounds",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="grund för egen beräkning"
                    ),
                ),
                (
                    "programme_hours",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="timmar med program per dag",
                    ),
                ),
                (
                    "leisure",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="sådant som inte är program",
                    ),
                ),
                (
                    "leisure_payer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("city", "Staden"),
                            ("host", "Värden eller arrangören"),
                            ("public", "Annan offentlig aktör"),
                            ("eu", "EU"),
                            ("supplier", "Leverantör"),
                            ("traveller", "Den som reser"),
                            ("other", "Annan"),
                        ],
                        max_length=12,
                        verbose_name="vem som betalar det",
                    ),
                ),
                (
                    "arranged_by",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("city", "Staden"),
                            ("host", "Värden eller arrangören"),
                            ("public", "Annan offentlig aktör"),
                            ("eu", "EU"),
                            ("supplier", "Leverantör"),
                            ("traveller", "Den som reser"),
                            ("other", "Annan"),
                        ],
                        max_length=12,
                        verbose_name="vem som ordnar resan",
                    ),
                ),
                (
                    "booked_before_decision",
                    models.BooleanField(blank=True, null=True, verbose_name="något är redan bokat"),
                ),
                (
                    "alcohol",
                    models.BooleanField(blank=True, null=True, verbose_name="alkohol serveras"),
                ),
                (
                    "gift_to_official",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="gåva till tjänsteperson i annan stat"
                    ),
                ),
                (
                    "report_due_on",
                    models.DateField(blank=True, null=True, verbose_name="rapport senast"),
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
                    "conference",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="visits.conference",
                        verbose_name="evenemang",
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
                "verbose_name": "historical resa",
                "verbose_name_plural": "historical resor",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalTripCost",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("place", models.PositiveSmallIntegerField(editable=False, verbose_name="plats")),
                (
                    "traveller",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="för"),
                ),
                (
                    "line",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("travel", "Resa"),
                            ("lodging", "Logi"),
                            ("fee", "Deltagaravgift"),
                            ("allowance", "Traktamente"),
                            ("representation", "Representation"),
                            ("other", "Annat"),
                        ],
                        max_length=16,
                        verbose_name="kostnad",
                    ),
                ),
                (
                    "amount_sek",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="belopp"),
                ),
                (
                    "payer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("city", "Staden"),
                            ("host", "Värden eller arrangören"),
                            ("public", "Annan offentlig aktör"),
                            ("eu", "EU"),
                            ("supplier", "Leverantör"),
                            ("traveller", "Den som reser"),
                            ("other", "Annan"),
                        ],
                        max_length=12,
                        verbose_name="betalas av",
                    ),
                ),
                (
                    "outcome_sek",
                    models.PositiveIntegerField(
                        blank=True, editable=False, null=True, verbose_name="utfall"
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
                "verbose_name": "historical kostnadsrad",
                "verbose_name_plural": "historical kostnadsrader",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Traveller",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.PositiveSmallIntegerField(editable=False, verbose_name="plats")),
                ("name", models.CharField(blank=True, max_length=120, verbose_name="namn")),
                (
                    "email",
                    models.EmailField(blank=True, max_length=254, verbose_name="e-post i staden"),
                ),
                ("function", models.CharField(blank=True, max_length=120, verbose_name="funktion")),
                (
                    "office",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("finance_mayor", "Finansborgarrådet"),
                            ("vice_mayor", "Annat borgarråd"),
                            ("chair", "Ordförande i nämnd eller styrelse"),
                            ("elected", "Annan förtroendevald"),
                            ("director", "Chef"),
                            ("official", "Tjänsteperson"),
                        ],
                        max_length=16,
                        verbose_name="befattning",
                    ),
                ),
                (
                    "part",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("speaker", "Talare eller paneldeltagare"),
                            ("voting", "Röstande ombud"),
                            ("host", "Medarrangör"),
                            ("participant", "Deltagare"),
                        ],
                        max_length=12,
                        verbose_name="uppgift där",
                    ),
                ),
                (
                    "decides",
                    models.BooleanField(blank=True, null=True, verbose_name="beslutar om resan"),
                ),
                (
                    "engagement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s_rows",
                        to="engagements.engagement",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="engagements.organisation",
                        verbose_name="verksamhet",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "deltagare",
                "verbose_name_plural": "deltagare",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Trip",
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
                (
                    "received_on",
                    models.DateField(blank=True, null=True, verbose_name="inbjudan kom"),
                ),
                (
                    "on_behalf_of_ks",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="på uppdrag av kommunstyrelsen"
                    ),
                ),
                (
                    "digital",
                    models.BooleanField(blank=True, null=True, verbose_name="deltar digitalt"),
                ),
                (
                    "role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("speaker", "Talare eller paneldeltagare"),
                            ("voting", "Röstande ombud"),
                            ("host", "Medarrangör"),
                            ("participant", "Deltagare"),
                        ],
                        max_length=12,
                        verbose_name="stadens roll",
                    ),
                ),
                ("purpose", models.TextField(blank=True, verbose_name="syfte")),
                ("benefit", models.TextField(blank=True, verbose_name="nytta")),
                (
                    "stockholm_learns",
                    models.TextField(blank=True, verbose_name="vad vår verksamhet lär sig"),
                ),
                (
                    "image_gain",
                    models.TextField(blank=True, verbose_name="så stärks bilden av Stockholm"),
                ),
                ("comparison", models.TextField(blank=True, verbose_name="jämförelse")),
                (
                    "good_examples",
                    models.TextField(blank=True, verbose_name="goda exempel som visas"),
                ),
                (
                    "state_partner",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="statlig främjare som medverkar"
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
                (
                    "earlier_participation",
                    models.TextField(blank=True, verbose_name="tidigare deltagande"),
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
                    "asks_twinning",
                    models.BooleanField(blank=True, null=True, verbose_name="vill bli vänort"),
                ),
                (
                    "aid_character",
                    models.BooleanField(blank=True, null=True, verbose_name="av biståndskaraktär"),
                ),
                (
                    "external_share",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="andel som annan part betalar, procent"
                    ),
                ),
                ("funder", models.CharField(blank=True, max_length=120, verbose_name="finansiär")),
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
                    "means",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("train", "Tåg"),
                            ("bus", "Buss"),
                            ("car", "Bil"),
                            ("boat", "Båt"),
                            ("flight", "Flyg"),
                        ],
                        max_length=8,
                        verbose_name="färdsätt",
                    ),
                ),
                (
                    "distance_km",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="avstånd enkel väg, km"
                    ),
                ),
                ("why_not_train", models.TextField(blank=True, verbose_name="varför inte tåg")),
                (
                    "why_not_digital",
                    models.TextField(blank=True, verbose_name="varför inte digitalt"),
                ),
                (
                    "emissions_kg",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="egen beräkning, kg"
                    ),
                ),
                (
                    "emissions_grounds",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="grund för egen beräkning"
                    ),
                ),
                (
                    "programme_hours",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="timmar med program per dag",
                    ),
                ),
                (
                    "leisure",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="sådant som inte är program",
                    ),
                ),
                (
                    "leisure_payer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("city", "Staden"),
                            ("host", "Värden eller arrangören"),
                            ("public", "Annan offentlig aktör"),
                            ("eu", "EU"),
                            ("supplier", "Leverantör"),
                            ("traveller", "Den som reser"),
                            ("other", "Annan"),
                        ],
                        max_length=12,
                        verbose_name="vem som betalar det",
                    ),
                ),
                (
                    "arranged_by",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("city", "Staden"),
                            ("host", "Värden eller arrangören"),
                            ("public", "Annan offentlig aktör"),
                            ("eu", "EU"),
                            ("supplier", "Leverantör"),
                            ("traveller", "Den som reser"),
                            ("other", "Annan"),
                        ],
                        max_length=12,
                        verbose_name="vem som ordnar resan",
                    ),
                ),
                (
                    "booked_before_decision",
                    models.BooleanField(blank=True, null=True, verbose_name="något är redan bokat"),
                ),
                (
                    "alcohol",
                    models.BooleanField(blank=True, null=True, verbose_name="alkohol serveras"),
                ),
                (
                    "gift_to_official",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="gåva till tjänsteperson i annan stat"
                    ),
                ),
                (
                    "report_due_on",
                    models.DateField(blank=True, null=True, verbose_name="rapport senast"),
                ),
                (
                    "conference",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="trips",
                        to="visits.conference",
                        verbose_name="evenemang",
                    ),
                ),
            ],
            options={
                "verbose_name": "resa",
                "verbose_name_plural": "resor",
            },
        ),
        migrations.CreateModel(
            name="TripCost",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.PositiveSmallIntegerField(editable=False, verbose_name="plats")),
                (
                    "traveller",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="för"),
                ),
                (
                    "line",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("travel", "Resa"),
                            ("lodging", "Logi"),
                            ("fee", "Deltagaravgift"),
                            ("allowance", "Traktamente"),
                            ("representation", "Representation"),
                            ("other", "Annat"),
                        ],
                        max_length=16,
                        verbose_name="kostnad",
                    ),
                ),
                (
                    "amount_sek",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="belopp"),
                ),
                (
                    "payer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("city", "Staden"),
                            ("host", "Värden eller arrangören"),
                            ("public", "Annan offentlig aktör"),
                            ("eu", "EU"),
                            ("supplier", "Leverantör"),
                            ("traveller", "Den som reser"),
                            ("other", "Annan"),
                        ],
                        max_length=12,
                        verbose_name="betalas av",
                    ),
                ),
                (
                    "outcome_sek",
                    models.PositiveIntegerField(
                        blank=True, editable=False, null=True, verbose_name="utfall"
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
                "verbose_name": "kostnadsrad",
                "verbose_name_plural": "kostnadsrader",
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="conference",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("closes_on__isnull", True),
                    ("closes_on__gte", models.F("opens_on")),
                    _connector="OR",
                ),
                name="conference_closes_after_it_opens",
            ),
        ),
        migrations.AddConstraint(
            model_name="conference",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("merged_into__isnull", True),
                    models.Q(("merged_into", models.F("pk")), _negated=True),
                    _connector="OR",
                ),
                name="conference_is_not_its_own_duplicate",
            ),
        ),
        migrations.AddConstraint(
            model_name="traveller",
            constraint=models.UniqueConstraint(
                fields=("engagement", "place"), name="one_traveller_a_place"
            ),
        ),
        migrations.AddConstraint(
            model_name="trip",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("external_share__isnull", True), ("external_share__lte", 100), _connector="OR"
                ),
                name="trip_share_is_at_most_all",
            ),
        ),
        migrations.AddConstraint(
            model_name="tripcost",
            constraint=models.UniqueConstraint(
                fields=("engagement", "place"), name="one_tripcost_a_place"
            ),
        ),
        *history_guard.guarded(
            "visits_conference", "visits_historicalconference", key="id", left_out=("found_by",)
        ),
        *history_guard.guarded("visits_trip", "visits_historicaltrip", key="engagement_id"),
        *history_guard.guarded(
            "visits_traveller",
            "visits_historicaltraveller",
            key="id",
            left_out=("email", "name", "user_id"),
        ),
        *history_guard.guarded("visits_tripcost", "visits_historicaltripcost", key="id"),
    ]
