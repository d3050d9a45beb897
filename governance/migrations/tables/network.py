"""The contact persons' network, kept by the City Executive Office (5.6.3)."""

from django.conf import settings
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import migrations, models
from engagements.migrations.parts.laying import own_key, remembered
from engagements.models.searching import Folded

TABLES = [
    *remembered(
        migrations.CreateModel(
            name="NetworkQuestion",
            fields=[
                own_key(),
                ("title", models.CharField(max_length=200, verbose_name="rubrik")),
                ("text", models.TextField(verbose_name="fråga")),
                ("due_on", models.DateField(verbose_name="svar senast")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "fråga till nätverket",
                "verbose_name_plural": "frågor till nätverket",
            },
        )
    ),
    *remembered(
        migrations.CreateModel(
            name="NetworkAnswer",
            fields=[
                own_key(),
                (
                    "question",
                    models.ForeignKey(
                        on_delete=models.PROTECT,
                        related_name="answers",
                        to="governance.networkquestion",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=models.PROTECT, related_name="+", to="engagements.organisation"
                    ),
                ),
                ("text", models.TextField(verbose_name="svar")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "svar från nätverket",
                "verbose_name_plural": "svar från nätverket",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("question", "organisation"), name="one_answer_an_organisation"
                    ),
                ],
            },
        )
    ),
    migrations.CreateModel(
        name="NetworkReminder",
        fields=[
            own_key(),
            (
                "question",
                models.ForeignKey(
                    on_delete=models.PROTECT,
                    related_name="reminders",
                    to="governance.networkquestion",
                ),
            ),
            (
                "person",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            ("on", models.DateField()),
            (
                "by",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            ("at", models.DateTimeField()),
        ],
        options={
            "verbose_name": "påminnelse om en fråga",
            "verbose_name_plural": "påminnelser om frågor",
            "constraints": [
                models.UniqueConstraint(
                    fields=("question", "person", "on"), name="reminded_of_question_once_a_day"
                ),
            ],
        },
    ),
    *remembered(
        migrations.CreateModel(
            name="Bulletin",
            fields=[
                own_key(),
                ("title", models.CharField(max_length=200, verbose_name="rubrik")),
                ("text", models.TextField(verbose_name="text")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "nyhet till nätverket",
                "verbose_name_plural": "nyheter till nätverket",
            },
        )
    ),
    *remembered(
        migrations.CreateModel(
            name="NetworkMeeting",
            fields=[
                own_key(),
                ("title", models.CharField(max_length=200, verbose_name="rubrik")),
                ("meets_on", models.DateField(verbose_name="dag")),
                ("place", models.CharField(max_length=160, verbose_name="plats")),
                ("agenda", models.TextField(verbose_name="dagordning")),
                ("present", models.TextField(blank=True, verbose_name="vilka som var med")),
                ("notes", models.TextField(blank=True, verbose_name="anteckningar")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "nätverksmöte",
                "verbose_name_plural": "nätverksmöten",
            },
        )
    ),
    *remembered(
        migrations.CreateModel(
            name="Material",
            fields=[
                own_key(),
                ("title", models.CharField(max_length=200, verbose_name="rubrik")),
                ("about", models.TextField(verbose_name="beskrivning")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("template", "Mall"),
                            ("guidance", "Vägledning"),
                            ("presentation", "Presentation"),
                            ("example", "Exempel"),
                            ("other", "Annat"),
                        ],
                        max_length=16,
                        verbose_name="slag",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=models.PROTECT, related_name="+", to="engagements.organisation"
                    ),
                ),
                ("archived_on", models.DateField(blank=True, null=True, verbose_name="arkiverat")),
                (
                    "archived_why",
                    models.TextField(blank=True, verbose_name="varför det är arkiverat"),
                ),
                (
                    "restored_on",
                    models.DateField(blank=True, null=True, verbose_name="togs i bruk igen"),
                ),
                (
                    "restored_why",
                    models.TextField(blank=True, verbose_name="varför det togs i bruk igen"),
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
                "verbose_name": "material i nätverket",
                "verbose_name_plural": "material i nätverket",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(archived_on=None) | models.Q(restored_on=None),
                        name="material_is_used_or_not",
                    ),
                ],
            },
        )
    ),
    migrations.CreateModel(
        name="MaterialEdition",
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
                    to="governance.materialedition",
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
                "material",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="editions", to="governance.material"
                ),
            ),
            ("number", models.PositiveSmallIntegerField(verbose_name="utgåva")),
            ("changed", models.TextField(blank=True, verbose_name="vad som är nytt")),
        ],
        options={
            "verbose_name": "utgåva av material",
            "verbose_name_plural": "utgåvor av material",
            "constraints": [
                models.UniqueConstraint(
                    fields=("material", "number"), name="edition_once_a_material"
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="MaterialText",
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
                    to="governance.materialedition",
                ),
            ),
        ],
        options={
            "verbose_name": "text i material",
            "verbose_name_plural": "text i material",
        },
    ),
]
