"""RECEPTION: an application, and the days it may be held on. Fields as in practice 1.4."""

from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models
from engagements.migrations.parts.laying import own_key, remembered

TABLES = [
    *remembered(
        migrations.CreateModel(
            name="Reception",
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
                        verbose_name="typ av organisation",
                    ),
                ),
                (
                    "contact_name",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="kontaktperson hos sökanden"
                    ),
                ),
                (
                    "contact_email",
                    models.EmailField(blank=True, max_length=254, verbose_name="e-post"),
                ),
                (
                    "reply_language",
                    models.CharField(
                        blank=True,
                        choices=[("sv", "Svenska"), ("en", "Engelska")],
                        max_length=2,
                        verbose_name="språk i svaret",
                    ),
                ),
                ("received_on", models.DateField(blank=True, null=True, verbose_name="kom in")),
                (
                    "commercial_organiser",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="ett enskilt företag ordnar för vinst"
                    ),
                ),
                (
                    "procurement_with_party",
                    models.BooleanField(
                        blank=True,
                        null=True,
                        verbose_name="pågående upphandling, tillsyn eller tillstånd",
                    ),
                ),
                ("event", models.CharField(blank=True, max_length=200, verbose_name="evenemang")),
                (
                    "event_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("congress", "Internationell kongress"),
                            ("championship", "EM eller VM i idrott"),
                            ("other", "Annat"),
                        ],
                        max_length=16,
                        verbose_name="typ av evenemang",
                    ),
                ),
                (
                    "character",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("nordic", "Nordisk"),
                            ("european", "Europeisk"),
                            ("international", "Internationell"),
                            ("national", "Svensk"),
                        ],
                        max_length=16,
                        verbose_name="karaktär",
                    ),
                ),
                (
                    "event_starts_on",
                    models.DateField(blank=True, null=True, verbose_name="evenemanget börjar"),
                ),
                (
                    "event_ends_on",
                    models.DateField(blank=True, null=True, verbose_name="evenemanget slutar"),
                ),
                (
                    "high_scientific_level",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="hög vetenskaplig nivå"
                    ),
                ),
                ("purpose", models.TextField(blank=True, verbose_name="syfte")),
                (
                    "why_capital",
                    models.TextField(blank=True, verbose_name="varför huvudstaden är värd"),
                ),
                (
                    "stockholm_learns",
                    models.TextField(blank=True, verbose_name="vad Stockholm lär sig"),
                ),
                ("they_learn", models.TextField(blank=True, verbose_name="vad gästerna lär sig")),
                (
                    "learning_kinds",
                    ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("perspectives", "Nya perspektiv"),
                                ("development", "Verksamhetsutveckling"),
                                ("competence", "Höjd kompetens"),
                            ],
                            max_length=24,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="det ger oss",
                    ),
                ),
                (
                    "image_gain",
                    models.TextField(blank=True, verbose_name="så stärks bilden av Stockholm"),
                ),
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
                    "secrecy_possible",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="något kan behöva hållas hemligt"
                    ),
                ),
                (
                    "guests",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="gäster"),
                ),
                (
                    "foreign_share",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="andel gäster från utlandet, procent"
                    ),
                ),
                (
                    "hotels_in_city",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="bor på hotell i staden"
                    ),
                ),
                (
                    "own_participants",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="egna deltagare"
                    ),
                ),
                (
                    "at_city_hall",
                    models.BooleanField(blank=True, null=True, verbose_name="i Stadshuset"),
                ),
                (
                    "city_host",
                    models.CharField(blank=True, max_length=120, verbose_name="stadens värd"),
                ),
                (
                    "shared_with",
                    models.CharField(blank=True, max_length=120, verbose_name="delat värdskap med"),
                ),
                (
                    "hours",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="längd, timmar"
                    ),
                ),
                (
                    "evening_before",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="kvällen före evenemanget"
                    ),
                ),
                (
                    "last_evening",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="evenemangets sista kväll"
                    ),
                ),
                (
                    "serving",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("drinks", "Dryck och tilltugg"),
                            ("buffet", "Stående buffé"),
                            ("seated", "Sittande måltid"),
                        ],
                        max_length=8,
                        verbose_name="servering",
                    ),
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
                    "external_share",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="andel som annan part betalar, procent"
                    ),
                ),
                ("funder", models.CharField(blank=True, max_length=120, verbose_name="finansiär")),
                (
                    "approver_takes_part",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="den som godkänner är själv bjuden"
                    ),
                ),
                (
                    "guests_came",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="gäster som kom"
                    ),
                ),
            ],
            options={
                "verbose_name": "representationsmottagning",
                "verbose_name_plural": "representationsmottagningar",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(foreign_share__isnull=True)
                        | models.Q(foreign_share__lte=100),
                        name="foreign_share_is_at_most_all",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(external_share__isnull=True)
                        | models.Q(external_share__lte=100),
                        name="others_pay_at_most_all",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(event_ends_on__isnull=True)
                        | models.Q(event_ends_on__gte=models.F("event_starts_on")),
                        name="event_ends_after_start",
                    ),
                ],
            },
        ),
        left_out=("contact_name", "contact_email"),
    ),
    *remembered(
        migrations.CreateModel(
            name="DateOption",
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
                ("day", models.DateField(blank=True, null=True, verbose_name="dag")),
                ("time", models.CharField(blank=True, max_length=40, verbose_name="tid")),
                ("hall", models.CharField(blank=True, max_length=80, verbose_name="lokal")),
            ],
            options={
                "verbose_name": "möjlig dag",
                "verbose_name_plural": "möjliga dagar",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("engagement", "place"), name="one_dateoption_a_place"
                    ),
                ],
            },
        )
    ),
]
