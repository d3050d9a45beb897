"""The International Committee's offices, meetings, agendas and what was said there (5.3.1)."""

from django.conf import settings
from django.db import migrations, models
from engagements.migrations.parts.laying import own_key, remembered

TABLES = [
    *remembered(
        migrations.CreateModel(
            name="Office",
            fields=[
                own_key(),
                (
                    "name_sv",
                    models.CharField(max_length=120, unique=True, verbose_name="ämbete på svenska"),
                ),
                ("name_en", models.CharField(max_length=120, verbose_name="ämbete på engelska")),
                ("chairs", models.BooleanField(default=False, verbose_name="leder mötet")),
                ("order", models.PositiveSmallIntegerField(verbose_name="ordning")),
                ("active", models.BooleanField(default=True, verbose_name="har plats nu")),
            ],
            options={
                "verbose_name": "ämbete",
                "verbose_name_plural": "ämbeten",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(active=True, chairs=True),
                        fields=("chairs",),
                        name="one_office_chairs",
                    ),
                ],
            },
        )
    ),
    migrations.CreateModel(
        name="Seating",
        fields=[
            own_key(),
            (
                "office",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="seatings", to="governance.office"
                ),
            ),
            (
                "role",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="seatings", to="engagements.role"
                ),
            ),
            ("substitute", models.BooleanField(default=False, verbose_name="ersättare")),
        ],
        options={
            "verbose_name": "plats",
            "verbose_name_plural": "platser",
            "constraints": [
                models.UniqueConstraint(fields=("office", "role"), name="seated_once_in_an_office"),
            ],
        },
    ),
    migrations.CreateModel(
        name="Absence",
        fields=[
            own_key(),
            (
                "user",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="absences", to=settings.AUTH_USER_MODEL
                ),
            ),
            ("first", models.DateField(verbose_name="första dag")),
            ("last", models.DateField(verbose_name="sista dag")),
            (
                "by",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            ("at", models.DateTimeField()),
            (
                "ended_by",
                models.ForeignKey(
                    null=True,
                    on_delete=models.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            ("ended_at", models.DateTimeField(null=True)),
        ],
        options={
            "verbose_name": "frånvaro",
            "verbose_name_plural": "frånvaro",
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(last__gte=models.F("first")),
                    name="absence_ends_after_start",
                    violation_error_message="Sista dagen måste vara samma dag eller senare",
                ),
            ],
        },
    ),
    *remembered(
        migrations.CreateModel(
            name="Meeting",
            fields=[
                own_key(),
                ("starts_at", models.DateTimeField(unique=True, verbose_name="tid")),
                ("place", models.CharField(max_length=160, verbose_name="plats")),
                ("papers_by", models.DateField(verbose_name="handlingar senast")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "Planerat"),
                            ("called", "Kallat"),
                            ("open", "Pågår"),
                            ("closed", "Avslutat"),
                            ("cancelled", "Inställt"),
                        ],
                        default="planned",
                        max_length=12,
                        verbose_name="läge",
                    ),
                ),
                ("called_at", models.DateTimeField(blank=True, null=True)),
                ("opened_at", models.DateTimeField(blank=True, null=True)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=models.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "sammanträde",
                "verbose_name_plural": "sammanträden",
            },
        )
    ),
    *remembered(
        migrations.CreateModel(
            name="AgendaItem",
            fields=[
                own_key(),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=models.PROTECT, related_name="items", to="governance.meeting"
                    ),
                ),
                (
                    "engagement",
                    models.ForeignKey(
                        on_delete=models.PROTECT,
                        related_name="agenda_items",
                        to="engagements.engagement",
                    ),
                ),
                (
                    "heading",
                    models.CharField(
                        choices=[
                            ("events", "Konferenser och evenemang"),
                            ("declarations", "Deklarationer och initiativ"),
                            ("cooperation", "Samarbetsförfrågningar, nätverk och medlemskap"),
                            ("receptions", "Representationsmottagningar"),
                            ("reports", "Återrapporter"),
                            ("other", "Övrigt"),
                        ],
                        max_length=16,
                        verbose_name="rubrik",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("proposal", models.TextField(verbose_name="förslag till beslut")),
                (
                    "late_grounds",
                    models.TextField(blank=True, verbose_name="varför ärendet kommer sent"),
                ),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "ärende på dagordningen",
                "verbose_name_plural": "ärenden på dagordningen",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("meeting", "engagement"), name="once_on_an_agenda"
                    ),
                ],
            },
        )
    ),
    migrations.CreateModel(
        name="Mark",
        fields=[
            own_key(),
            (
                "item",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="marks", to="governance.agendaitem"
                ),
            ),
            (
                "outcome",
                models.CharField(
                    blank=True,
                    choices=[
                        ("supports", "Tillstyrker"),
                        ("advises_against", "Avstyrker"),
                        ("refers_back", "Återremitterar"),
                        ("tables", "Bordlägger"),
                    ],
                    max_length=16,
                    verbose_name="förslag",
                ),
            ),
            ("grounds", models.TextField(blank=True, verbose_name="motivering")),
            ("shares", models.JSONField(blank=True, default=dict)),
            ("version", models.PositiveIntegerField(null=True)),
            ("key", models.UUIDField()),
            (
                "by",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            (
                "acts_for",
                models.ForeignKey(
                    null=True,
                    on_delete=models.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            ("at", models.DateTimeField()),
        ],
        options={
            "verbose_name": "markering",
            "verbose_name_plural": "markeringar",
            "constraints": [
                models.UniqueConstraint(fields=("item", "key"), name="one_mark_a_press_and_item"),
            ],
        },
    ),
    migrations.CreateModel(
        name="StanceTaken",
        fields=[
            own_key(),
            (
                "item",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="stances", to="governance.agendaitem"
                ),
            ),
            (
                "stance",
                models.CharField(
                    choices=[
                        ("supports", "Tillstyrker"),
                        ("opposes", "Avstyrker"),
                        ("discuss", "Vill diskutera"),
                    ],
                    max_length=16,
                    verbose_name="hållning",
                ),
            ),
            (
                "by",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            (
                "acts_for",
                models.ForeignKey(
                    null=True,
                    on_delete=models.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            ("at", models.DateTimeField()),
        ],
        options={
            "verbose_name": "hållning före mötet",
            "verbose_name_plural": "hållningar före mötet",
        },
    ),
    migrations.CreateModel(
        name="ItemOutcome",
        fields=[
            own_key(),
            (
                "item",
                models.OneToOneField(
                    on_delete=models.PROTECT, related_name="result", to="governance.agendaitem"
                ),
            ),
            ("number", models.PositiveSmallIntegerField(verbose_name="paragraf")),
            (
                "outcome",
                models.CharField(
                    choices=[
                        ("supports", "Tillstyrker"),
                        ("advises_against", "Avstyrker"),
                        ("refers_back", "Återremitterar"),
                        ("tables", "Bordlägger"),
                    ],
                    max_length=16,
                    verbose_name="förslag",
                ),
            ),
            ("grounds", models.TextField(blank=True, verbose_name="motivering")),
            ("shares", models.JSONField(blank=True, default=dict)),
            ("aside", models.TextField(blank=True, verbose_name="deltog inte")),
        ],
        options={
            "verbose_name": "beredningens svar",
            "verbose_name_plural": "beredningens svar",
        },
    ),
    *remembered(
        migrations.CreateModel(
            name="Minutes",
            fields=[
                own_key(),
                (
                    "meeting",
                    models.OneToOneField(
                        on_delete=models.PROTECT, related_name="minutes", to="governance.meeting"
                    ),
                ),
                ("opening", models.TextField(verbose_name="inledning")),
                ("parts", models.JSONField(default=list)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Utkast"),
                            ("adjusted", "Justerade"),
                            ("published", "Publicerade"),
                        ],
                        default="draft",
                        max_length=12,
                        verbose_name="läge",
                    ),
                ),
                (
                    "adjusted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=models.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("adjusted_at", models.DateTimeField(blank=True, null=True)),
                ("published_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "minnesanteckningar",
                "verbose_name_plural": "minnesanteckningar",
            },
        )
    ),
]
