"""What hangs on an engagement: documents, events, conflicts of interest."""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import migrations, models
from engagements.migrations.parts.laying import own_key
from engagements.models.searching import Folded

TABLES = [
    migrations.CreateModel(
        name="Document",
        fields=[
            own_key(),
            ("name", models.CharField(max_length=160, verbose_name="namn")),
            (
                "file",
                models.FileField(max_length=200, upload_to="documents/%Y/%m", verbose_name="fil"),
            ),
            ("media_type", models.CharField(editable=False, max_length=100)),
            ("size", models.PositiveIntegerField(editable=False)),
            ("sha256", models.CharField(editable=False, max_length=64)),
            (
                "replaces",
                models.OneToOneField(
                    blank=True,
                    null=True,
                    on_delete=models.PROTECT,
                    related_name="replaced_by",
                    to="engagements.document",
                ),
            ),
            (
                "added_by",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            ("added_at", models.DateTimeField(verbose_name="tillagd")),
            (
                "engagement",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="documents", to="engagements.engagement"
                ),
            ),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("request", "Förfrågan"),
                        ("programme", "Program"),
                        ("participants", "Deltagarlista"),
                        ("reply", "Svar"),
                        ("letter", "Inbjudningsbrev"),
                        ("minutes", "Protokoll"),
                        ("report", "Rapport"),
                        ("receipt", "Kvitto eller faktura"),
                        ("funder", "Finansiärens beslut"),
                        ("other", "Annan handling"),
                    ],
                    max_length=16,
                    verbose_name="slag",
                ),
            ),
            (
                "personal_data",
                models.BooleanField(default=False, verbose_name="innehåller personuppgifter"),
            ),
        ],
        options={
            "verbose_name": "handling",
            "verbose_name_plural": "handlingar",
        },
    ),
    migrations.CreateModel(
        name="DocumentText",
        fields=[
            (
                "state",
                models.CharField(
                    choices=[
                        ("waiting", "Väntar"),
                        ("read", "Läst"),
                        ("unreadable", "Går inte att läsa"),
                        ("erased", "Gallrad"),
                    ],
                    default="waiting",
                    max_length=12,
                ),
            ),
            ("called", models.CharField(max_length=160)),
            ("words", models.TextField(blank=True, default="")),
            (
                "search",
                models.GeneratedField(
                    db_persist=True,
                    expression=SearchVector("called", "words", config="swedish"),
                    output_field=SearchVectorField(),
                ),
            ),
            (
                "search_alike",
                models.GeneratedField(
                    db_persist=True,
                    expression=SearchVector(
                        Folded(models.F("called")), Folded(models.F("words")), config="simple"
                    ),
                    output_field=SearchVectorField(),
                ),
            ),
            (
                "document",
                models.OneToOneField(
                    on_delete=models.PROTECT,
                    primary_key=True,
                    related_name="told",
                    serialize=False,
                    to="engagements.document",
                ),
            ),
        ],
        options={
            "verbose_name": "text i handling",
            "verbose_name_plural": "text i handlingar",
            "indexes": [
                GinIndex(fields=["search"], name="document_search"),
                GinIndex(fields=["search_alike"], name="document_alike"),
                models.Index(
                    condition=models.Q(state="waiting"),
                    fields=["document"],
                    name="documents_to_read",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="MatterText",
        fields=[
            (
                "engagement",
                models.OneToOneField(
                    on_delete=models.CASCADE,
                    primary_key=True,
                    related_name="text",
                    serialize=False,
                    to="engagements.engagement",
                ),
            ),
            ("words", models.TextField(blank=True, default="")),
            (
                "search",
                models.GeneratedField(
                    db_persist=True,
                    expression=SearchVector("words", config="swedish"),
                    output_field=SearchVectorField(),
                ),
            ),
        ],
        options={
            "verbose_name": "text i ärende",
            "verbose_name_plural": "text i ärenden",
            "indexes": [
                GinIndex(fields=["search"], name="matter_text_search"),
            ],
        },
    ),
    migrations.CreateModel(
        name="Event",
        fields=[
            own_key(),
            (
                "engagement",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="events", to="engagements.engagement"
                ),
            ),
            ("code", models.CharField(max_length=32)),
            ("data", models.JSONField(default=dict)),
            (
                "by",
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
            "verbose_name": "händelse",
            "verbose_name_plural": "händelser",
            "indexes": [
                models.Index(fields=["engagement", "id"], name="timeline"),
            ],
        },
    ),
    migrations.CreateModel(
        name="Conflict",
        fields=[
            own_key(),
            (
                "engagement",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="conflicts", to="engagements.engagement"
                ),
            ),
            (
                "user",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            ("grounds", models.TextField(verbose_name="skäl")),
            ("declared_at", models.DateTimeField()),
        ],
        options={
            "verbose_name": "jäv",
            "verbose_name_plural": "jäv",
            "constraints": [
                models.UniqueConstraint(
                    fields=("engagement", "user"), name="one_conflict_a_person"
                ),
            ],
        },
    ),
]
