"""EU_PROJECT: its call, money and plan, how far it has come, and what was decided on the way."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models
from engagements.migrations.parts.laying import own_key, remembered

TABLES = [
    *remembered(
        migrations.CreateModel(
            name="Call",
            fields=[
                own_key(),
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
                        condition=models.Q(opens_on__isnull=True)
                        | models.Q(closes_on__gte=models.F("opens_on")),
                        name="call_closes_after_it_opens",
                    ),
                ],
            },
        )
    ),
    *remembered(
        migrations.CreateModel(
            name="EuProject",
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
                    ArrayField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="EU-policyns principer",
                    ),
                ),
                (
                    "amends",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=models.PROTECT,
                        related_name="amendments",
                        to="memberships.euproject",
                    ),
                ),
                ("amending", models.BooleanField(default=False, editable=False)),
                ("came_of", models.JSONField(blank=True, default=dict, editable=False)),
                (
                    "call",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=models.PROTECT,
                        related_name="projects",
                        to="memberships.call",
                        verbose_name="utlysning",
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
            ],
            options={
                "verbose_name": "EU-projekt",
                "verbose_name_plural": "EU-projekt",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(amending=True),
                        fields=("amends",),
                        name="one_open_amendment_of_project",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(amends__isnull=True)
                        | ~models.Q(amends=models.F("engagement")),
                        name="project_amends_another",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(amending=False) | models.Q(amends__isnull=False),
                        name="project_amending_amends",
                    ),
                ],
            },
        )
    ),
    *remembered(
        migrations.CreateModel(
            name="ReportDate",
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
                ("what", models.CharField(blank=True, max_length=160, verbose_name="rapport")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="senast")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="lämnad")),
            ],
            options={
                "verbose_name": "rapport",
                "verbose_name_plural": "rapporter",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("engagement", "place"), name="one_reportdate_a_place"
                    ),
                ],
            },
        )
    ),
    migrations.CreateModel(
        name="StageMove",
        fields=[
            own_key(),
            (
                "engagement",
                models.ForeignKey(
                    on_delete=models.PROTECT,
                    related_name="%(class)s_set",
                    to="engagements.engagement",
                ),
            ),
            ("on", models.DateField(verbose_name="när")),
            (
                "by",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
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
        ],
        options={
            "verbose_name": "steg",
            "verbose_name_plural": "steg",
            "constraints": [
                models.UniqueConstraint(fields=("engagement", "stage"), name="a_stage_comes_once"),
            ],
        },
    ),
    migrations.CreateModel(
        name="PartyDecision",
        fields=[
            own_key(),
            (
                "engagement",
                models.ForeignKey(
                    on_delete=models.PROTECT,
                    related_name="%(class)s_set",
                    to="engagements.engagement",
                ),
            ),
            ("on", models.DateField(verbose_name="när")),
            (
                "by",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            ("at", models.DateTimeField()),
            (
                "organisation",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="+", to="engagements.organisation"
                ),
            ),
            ("paragraph", models.CharField(max_length=20, verbose_name="paragraf")),
        ],
        options={
            "verbose_name": "parts beslut",
            "verbose_name_plural": "parters beslut",
        },
    ),
    migrations.CreateModel(
        name="Amendment",
        fields=[
            own_key(),
            (
                "engagement",
                models.ForeignKey(
                    on_delete=models.PROTECT,
                    related_name="%(class)s_set",
                    to="engagements.engagement",
                ),
            ),
            ("on", models.DateField(verbose_name="när")),
            (
                "by",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            ("at", models.DateTimeField()),
            ("what", models.CharField(max_length=300, verbose_name="vad")),
            ("grounds", models.TextField(verbose_name="varför")),
            ("added_sek", models.PositiveIntegerField(default=0, verbose_name="ökning för staden")),
            ("new_role", models.BooleanField(default=False, verbose_name="stadens roll ändras")),
            ("decides_anew", models.BooleanField(verbose_name="kräver nytt beslut")),
            (
                "matter",
                models.OneToOneField(
                    null=True,
                    on_delete=models.PROTECT,
                    related_name="project_amendment",
                    to="engagements.engagement",
                ),
            ),
        ],
        options={
            "verbose_name": "ändring",
            "verbose_name_plural": "ändringar",
        },
    ),
]
