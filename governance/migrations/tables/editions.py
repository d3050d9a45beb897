"""The sources as the city adopted them: their text, and from when a draft holds."""

from django.conf import settings
from django.db import migrations, models
from engagements.migrations.parts.laying import own_key, remembered

TABLES = [
    *remembered(
        migrations.CreateModel(
            name="AdoptedText",
            fields=[
                own_key(),
                ("edition", models.CharField(max_length=32, verbose_name="utgåva")),
                ("clause", models.CharField(max_length=32, verbose_name="punkt")),
                ("text", models.TextField(verbose_name="antagen text")),
                (
                    "text_en",
                    models.TextField(blank=True, verbose_name="översättning till engelska"),
                ),
                ("source", models.CharField(max_length=200, verbose_name="källa")),
                (
                    "loaded_by",
                    models.ForeignKey(
                        on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("loaded_at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "antagen text",
                "verbose_name_plural": "antagna texter",
                "constraints": [
                    models.UniqueConstraint(fields=("edition", "clause"), name="one_text_a_clause"),
                ],
            },
        )
    ),
    *remembered(
        migrations.CreateModel(
            name="EditionStart",
            fields=[
                own_key(),
                ("edition", models.CharField(max_length=32, unique=True, verbose_name="utgåva")),
                ("valid_from", models.DateField(verbose_name="gäller från")),
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
                "verbose_name": "utgåva som har antagits",
                "verbose_name_plural": "utgåvor som har antagits",
            },
        )
    ),
]
