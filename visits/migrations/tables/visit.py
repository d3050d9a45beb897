"""VISIT: a delegation that asks to be received. Fields as in practice ("Study visits")."""

from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models
from django.db.models.functions import Upper
from engagements.migrations.parts.laying import remembered

TABLES = [
    *remembered(
        migrations.CreateModel(
            name="Visit",
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
                    "requesting_organisation",
                    models.CharField(blank=True, max_length=160, verbose_name="organisation"),
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
                    "country",
                    models.CharField(
                        blank=True, max_length=2, verbose_name="land eller territorium"
                    ),
                ),
                ("city", models.CharField(blank=True, max_length=80, verbose_name="stad")),
                (
                    "intermediary",
                    models.CharField(blank=True, max_length=160, verbose_name="förmedlare"),
                ),
                (
                    "contact_name",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="kontaktperson hos dem"
                    ),
                ),
                (
                    "contact_email",
                    models.EmailField(blank=True, max_length=254, verbose_name="e-post"),
                ),
                (
                    "channel",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("email", "E-post"),
                            ("letter", "Brev"),
                            ("phone", "Telefon"),
                            ("meeting", "Möte"),
                            ("form", "Webbformulär"),
                        ],
                        max_length=8,
                        verbose_name="hur kom förfrågan in",
                    ),
                ),
                ("received_on", models.DateField(blank=True, null=True, verbose_name="kom in")),
                (
                    "delegation_size",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="antal personer"
                    ),
                ),
                (
                    "head_name",
                    models.CharField(blank=True, max_length=120, verbose_name="delegationsledare"),
                ),
                (
                    "head_title",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="delegationsledarens titel"
                    ),
                ),
                (
                    "political_level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("none", "Tjänsteperson, expert eller student"),
                            ("elected", "Förtroendevald, ej högsta ledningen"),
                            (
                                "high",
                                "Hög politisk nivå: borgmästare, minister, ambassadör eller motsvarande",
                            ),
                        ],
                        max_length=8,
                        verbose_name="högsta rang",
                    ),
                ),
                (
                    "wishes",
                    models.TextField(blank=True, verbose_name="vad de vill veta eller visa"),
                ),
                (
                    "agenda",
                    ArrayField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="dagordning",
                    ),
                ),
                (
                    "agenda_touches",
                    ArrayField(
                        base_field=models.BooleanField(null=True),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="punkter som rör andra stater",
                    ),
                ),
                (
                    "stockholm_learns",
                    models.TextField(blank=True, verbose_name="vad vår verksamhet lär sig"),
                ),
                ("they_learn", models.TextField(blank=True, verbose_name="vad de lär sig")),
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
                    "wants_letter",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="ber om inbjudningsbrev"
                    ),
                ),
                (
                    "particularly_prioritised",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="särskilt prioriterat för verksamheten"
                    ),
                ),
                (
                    "prioritised_by",
                    models.CharField(blank=True, max_length=120, verbose_name="prioriterat av"),
                ),
                ("priority_grounds", models.TextField(blank=True, verbose_name="varför undantag")),
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
                    "city_priority",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="prioriterat för staden"
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
                (
                    "secrecy_possible",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="något kan behöva hållas hemligt"
                    ),
                ),
                (
                    "digital",
                    models.BooleanField(blank=True, null=True, verbose_name="digitalt besök"),
                ),
                ("places", models.TextField(blank=True, verbose_name="platser")),
                ("language", models.CharField(blank=True, max_length=2, verbose_name="språk")),
                (
                    "own_participants",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="egna deltagare"
                    ),
                ),
                (
                    "gift_to_official",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="gåva till tjänsteperson i annan stat"
                    ),
                ),
                (
                    "alcohol",
                    models.BooleanField(blank=True, null=True, verbose_name="alkohol serveras"),
                ),
                ("access_needs", models.TextField(blank=True, verbose_name="tillgänglighet")),
                (
                    "fee_applicable",
                    models.BooleanField(blank=True, null=True, verbose_name="avgift tas ut"),
                ),
                (
                    "fee_exemption",
                    models.CharField(
                        blank=True, max_length=160, verbose_name="skäl till avgiftsfrihet"
                    ),
                ),
            ],
            options={
                "verbose_name": "besök",
                "verbose_name_plural": "besök",
                "indexes": [
                    models.Index(
                        Upper("requesting_organisation"), models.F("country"), name="same_visitor"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(external_share__isnull=True)
                        | models.Q(external_share__lte=100),
                        name="share_is_at_most_all",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(agenda_touches__len=0)
                        | models.Q(agenda_touches__len=models.F("agenda__len")),
                        name="an_answer_a_line_of_the_agenda",
                    ),
                ],
            },
        ),
        left_out=("contact_name", "contact_email", "head_name", "access_needs"),
    ),
]
