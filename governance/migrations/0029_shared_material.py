"""What the network shares, in editions; never without history."""

from importlib import import_module

import django.contrib.postgres.search
import django.db.models.deletion
import engagements.models.searching
import simple_history.models
from django.conf import settings
from django.db import migrations, models


history_guard = import_module("engagements.migrations.0002_history_guard")


class Migration(migrations.Migration):
    dependencies = [
        ("engagements", "0017_ways_of_working"),
        ("governance", "0028_many_at_once"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="MaterialEdition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=160, verbose_name="namn")),
                (
                    "file",
                    models.FileField(
                        max_length=200, upload_to="documents/%Y/%m", verbose_name="fil"
                    ),
                ),
                ("media_type", models.CharField(editable=False, max_length=100)),
                ("size", models.PositiveIntegerField(editable=False)),
                ("sha256", models.CharField(editable=False, max_length=64)),
                ("added_at", models.DateTimeField(verbose_name="tillagd")),
                ("number", models.PositiveSmallIntegerField(verbose_name="utgåva")),
                ("changed", models.TextField(blank=True, verbose_name="vad som är nytt")),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "utgåva av material",
                "verbose_name_plural": "utgåvor av material",
            },
        ),
        migrations.CreateModel(
            name="HistoricalMaterial",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
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
                ("archived_on", models.DateField(blank=True, null=True, verbose_name="arkiverat")),
                (
                    "archived_why",
                    models.TextField(blank=True, verbose_name="varför det är arkiverat"),
                ),
                ("at", models.DateTimeField()),
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
                    "by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
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
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="engagements.organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical material i nätverket",
                "verbose_name_plural": "historical material i nätverket",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Material",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
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
                ("archived_on", models.DateField(blank=True, null=True, verbose_name="arkiverat")),
                (
                    "archived_why",
                    models.TextField(blank=True, verbose_name="varför det är arkiverat"),
                ),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="engagements.organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "material i nätverket",
                "verbose_name_plural": "material i nätverket",
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
                        expression=django.contrib.postgres.search.SearchVector(
                            "called", "words", config="swedish"
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
                (
                    "search_alike",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.contrib.postgres.search.SearchVector(
                            engagements.models.searching.Folded(models.F("called")),
                            engagements.models.searching.Folded(models.F("words")),
                            config="simple",
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
                (
                    "document",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
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
        migrations.AddField(
            model_name="materialedition",
            name="material",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="editions",
                to="governance.material",
            ),
        ),
        migrations.AddField(
            model_name="materialedition",
            name="replaces",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="replaced_by",
                to="governance.materialedition",
            ),
        ),
        migrations.AddConstraint(
            model_name="materialedition",
            constraint=models.UniqueConstraint(
                fields=("material", "number"), name="edition_once_a_material"
            ),
        ),
        *history_guard.guarded("governance_material", "governance_historicalmaterial", key="id"),
        history_guard.append_only("governance_materialedition"),
    ]
