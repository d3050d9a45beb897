"""TRIP: taking part in a conference or event abroad. Fields as in practice ("Trips")."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models
from django.db.models.functions import Concat
from engagements.migrations.parts.laying import own_key, remembered
from engagements.models.searching import Folded

TABLES = [
    *remembered(
        migrations.CreateModel(
            name="Conference",
            fields=[
                own_key(),
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
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=models.PROTECT,
                        related_name="merged",
                        to="visits.conference",
                    ),
                ),
                (
                    "added_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=models.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("added_at", models.DateTimeField(editable=False, verbose_name="tillagt")),
                (
                    "found_by",
                    models.GeneratedField(
                        db_persist=True,
                        expression=Folded(
                            Concat(
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
            ],
            options={
                "verbose_name": "evenemang",
                "verbose_name_plural": "evenemang",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(closes_on__isnull=True)
                        | models.Q(closes_on__gte=models.F("opens_on")),
                        name="conference_closes_after_it_opens",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(merged_into__isnull=True)
                        | ~models.Q(merged_into=models.F("pk")),
                        name="conference_is_not_its_own_duplicate",
                    ),
                ],
            },
        ),
        left_out=("found_by",),
    ),
    *remembered(
        migrations.CreateModel(
            name="Trip",
            fields=[
                (
                    "engagement",
                    models.OneToOneField(
                        on_delete=models.PROTECT,
                        primary_key=True,
                        related_name="%(class)s",
                        serialize=False,
                        to="engagements.engagement",
                    ),
                ),
                (
                    "conference",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=models.PROTECT,
                        related_name="trips",
                        to="visits.conference",
                        verbose_name="evenemang",
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
                    ArrayField(
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
                    ArrayField(
                        base_field=models.PositiveSmallIntegerField(),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="timmar med program per dag",
                    ),
                ),
                (
                    "leisure",
                    ArrayField(
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
            ],
            options={
                "verbose_name": "resa",
                "verbose_name_plural": "resor",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(external_share__isnull=True)
                        | models.Q(external_share__lte=100),
                        name="trip_share_is_at_most_all",
                    ),
                ],
            },
        )
    ),
    *remembered(
        migrations.CreateModel(
            name="Traveller",
            fields=[
                own_key(),
                (
                    "engagement",
                    models.ForeignKey(
                        on_delete=models.PROTECT,
                        related_name="%(class)s_rows",
                        to="engagements.engagement",
                    ),
                ),
                ("place", models.PositiveSmallIntegerField(editable=False, verbose_name="plats")),
                ("name", models.CharField(blank=True, max_length=120, verbose_name="namn")),
                (
                    "email",
                    models.EmailField(blank=True, max_length=254, verbose_name="e-post i staden"),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=models.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
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
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=models.PROTECT,
                        related_name="+",
                        to="engagements.organisation",
                        verbose_name="verksamhet",
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
            ],
            options={
                "verbose_name": "deltagare",
                "verbose_name_plural": "deltagare",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("engagement", "place"), name="one_traveller_a_place"
                    ),
                ],
            },
        ),
        left_out=("name", "email", "user"),
    ),
    *remembered(
        migrations.CreateModel(
            name="TripCost",
            fields=[
                own_key(),
                (
                    "engagement",
                    models.ForeignKey(
                        on_delete=models.PROTECT,
                        related_name="%(class)s_rows",
                        to="engagements.engagement",
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
            ],
            options={
                "verbose_name": "kostnadsrad",
                "verbose_name_plural": "kostnadsrader",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("engagement", "place"), name="one_tripcost_a_place"
                    ),
                ],
            },
        )
    ),
]
