"""What an organisation plans in a year, what is prioritised, and what it answers for (5.4, 3)."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import migrations, models
from engagements.migrations.parts.laying import own_key, remembered

TABLES = [
    *remembered(
        migrations.CreateModel(
            name="Plan",
            fields=[
                own_key(),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=models.PROTECT,
                        related_name="plans",
                        to="engagements.organisation",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="år")),
                ("aims", models.TextField(blank=True, verbose_name="mål i verksamhetsplanen")),
                (
                    "source",
                    models.CharField(blank=True, max_length=200, verbose_name="var det står"),
                ),
                (
                    "changed_by",
                    models.ForeignKey(
                        on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("changed_at", models.DateTimeField(verbose_name="ändrad")),
            ],
            options={
                "verbose_name": "verksamhetsplan",
                "verbose_name_plural": "verksamhetsplaner",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation", "year"), name="one_plan_a_year"
                    ),
                ],
            },
        )
    ),
    *remembered(
        migrations.CreateModel(
            name="PlannedLine",
            fields=[
                own_key(),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=models.PROTECT, related_name="lines", to="governance.plan"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("visit", "Besök till staden"),
                            ("trip", "Konferens eller resa"),
                            ("reception", "Representationsmottagning"),
                            ("cooperation", "Samarbetsavtal"),
                            ("intent", "Intentionsavtal"),
                            ("declaration", "Deklaration eller initiativ"),
                            ("position", "EU-ställningstagande"),
                            ("membership", "Medlemskap"),
                            ("eu_project", "EU-projekt"),
                            ("aid_project", "Projekt av biståndskaraktär"),
                        ],
                        max_length=16,
                        verbose_name="typ",
                    ),
                ),
                ("what", models.CharField(max_length=200, verbose_name="vad")),
                (
                    "quarter",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[MinValueValidator(1), MaxValueValidator(4)],
                        verbose_name="kvartal",
                    ),
                ),
                (
                    "cost_sek",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="beräknad kostnad"
                    ),
                ),
                (
                    "gives",
                    models.CharField(blank=True, max_length=500, verbose_name="vad det ska ge"),
                ),
                (
                    "goals",
                    ArrayField(
                        base_field=models.CharField(max_length=24),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="inriktningsmål",
                    ),
                ),
                ("struck_on", models.DateField(blank=True, null=True, verbose_name="struken")),
            ],
            options={
                "verbose_name": "planerad insats",
                "verbose_name_plural": "planerade insatser",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(quarter__isnull=True) | models.Q(quarter__range=(1, 4)),
                        name="a_year_has_four_quarters",
                    ),
                ],
            },
        )
    ),
    *remembered(
        migrations.CreateModel(
            name="PlannedTie",
            fields=[
                own_key(),
                (
                    "engagement",
                    models.OneToOneField(
                        on_delete=models.PROTECT,
                        related_name="planned_tie",
                        to="engagements.engagement",
                    ),
                ),
                (
                    "line",
                    models.ForeignKey(
                        on_delete=models.PROTECT, related_name="ties", to="governance.plannedline"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "koppling till planen",
                "verbose_name_plural": "kopplingar till planen",
            },
        )
    ),
    *remembered(
        migrations.CreateModel(
            name="Priority",
            fields=[
                own_key(),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=models.PROTECT,
                        related_name="priorities",
                        to="engagements.organisation",
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=models.PROTECT,
                        related_name="+",
                        to="governance.theme",
                        verbose_name="ämne",
                    ),
                ),
                (
                    "country",
                    models.CharField(
                        blank=True, max_length=2, verbose_name="land eller territorium"
                    ),
                ),
                ("valid_from", models.DateField(verbose_name="från")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="till och med")),
                ("source", models.CharField(max_length=200, verbose_name="källa")),
                (
                    "set_by",
                    models.ForeignKey(
                        on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("set_at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "prioritering",
                "verbose_name_plural": "prioriteringar",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(country="", theme__isnull=False)
                        | (models.Q(theme__isnull=True) & ~models.Q(country="")),
                        name="priority_is_a_theme_or_a_country",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(valid_to__isnull=True)
                        | models.Q(valid_to__gte=models.F("valid_from")),
                        name="priority_ends_after_start",
                    ),
                ],
            },
        )
    ),
    *remembered(
        migrations.CreateModel(
            name="Round",
            fields=[
                own_key(),
                ("year", models.PositiveSmallIntegerField(verbose_name="år")),
                (
                    "sort",
                    models.CharField(
                        choices=[
                            ("t1", "Tertialrapport 1"),
                            ("t2", "Tertialrapport 2"),
                            ("vb", "Verksamhetsberättelse"),
                        ],
                        max_length=2,
                        verbose_name="uppföljning",
                    ),
                ),
                ("opens_on", models.DateField(verbose_name="öppnar")),
                ("due_on", models.DateField(verbose_name="senast")),
            ],
            options={
                "verbose_name": "uppföljningsomgång",
                "verbose_name_plural": "uppföljningsomgångar",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("year", "sort"), name="one_round_of_a_sort_a_year"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(due_on__gte=models.F("opens_on")),
                        name="round_ends_after_start",
                    ),
                ],
            },
        )
    ),
    migrations.CreateModel(
        name="Confirmation",
        fields=[
            own_key(),
            (
                "round",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="confirmations", to="governance.round"
                ),
            ),
            (
                "organisation",
                models.ForeignKey(
                    on_delete=models.PROTECT,
                    related_name="confirmations",
                    to="engagements.organisation",
                ),
            ),
            ("text", models.TextField(blank=True, verbose_name="svar")),
            ("missing", models.JSONField(default=dict, verbose_name="saknades")),
            ("frame_sek", models.PositiveIntegerField(null=True, verbose_name="ram")),
            ("plan_sha256", models.CharField(blank=True, max_length=64)),
            (
                "role",
                models.CharField(
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
                    verbose_name="roll",
                ),
            ),
            (
                "by",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            ("at", models.DateTimeField()),
            ("ledger_seq", models.BigIntegerField(null=True, verbose_name="plats i liggaren")),
        ],
        options={
            "verbose_name": "bekräftelse",
            "verbose_name_plural": "bekräftelser",
            "indexes": [
                models.Index(fields=["round", "organisation", "-id"], name="confirmation_newest"),
            ],
        },
    ),
    migrations.CreateModel(
        name="RoundReminder",
        fields=[
            own_key(),
            (
                "round",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="reminders", to="governance.round"
                ),
            ),
            (
                "organisation",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="+", to="engagements.organisation"
                ),
            ),
            (
                "person",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            ("on", models.DateField(verbose_name="dag")),
            (
                "by",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            ("at", models.DateTimeField()),
        ],
        options={
            "verbose_name": "påminnelse om uppföljning",
            "verbose_name_plural": "påminnelser om uppföljning",
            "constraints": [
                models.UniqueConstraint(
                    fields=("round", "organisation", "person", "on"), name="reminded_once_a_day"
                ),
            ],
        },
    ),
]
