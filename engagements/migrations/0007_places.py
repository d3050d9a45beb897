"""Places, counterparts and what engagements have to do with them; all with their history."""

from importlib import import_module

import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.text
import engagements.models.searching
import simple_history.models
from django.conf import settings
from django.db import migrations, models


history_guard = import_module("engagements.migrations.0002_history_guard")


class Migration(migrations.Migration):
    dependencies = [
        ("engagements", "0006_citation"),
    ]

    operations = [
        migrations.CreateModel(
            name="Counterpart",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "other_names",
                    models.TextField(blank=True, verbose_name="andra namn och stavningar"),
                ),
                (
                    "added_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="tillagd"),
                ),
                ("name", models.CharField(max_length=200, verbose_name="namn")),
                (
                    "kind",
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
                    "sector",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("public", "Andra offentliga aktörer"),
                            ("academia", "Akademin"),
                            ("business", "Näringslivet"),
                            ("civil_society", "Civilsamhället"),
                        ],
                        max_length=16,
                        verbose_name="sektor",
                    ),
                ),
                (
                    "country",
                    models.CharField(
                        blank=True, max_length=2, verbose_name="land eller territorium"
                    ),
                ),
                (
                    "sort_name",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            django.db.models.functions.text.Lower(models.F("name")),
                            models.Value("åäæöøéèêëüáàčšžłñ"),
                            models.Value("{||}}eeeeyaacszln"),
                            function="translate",
                            output_field=models.CharField(max_length=200),
                        ),
                        output_field=models.CharField(max_length=200),
                    ),
                ),
                (
                    "found_by",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            models.Func(
                                engagements.models.searching.Folded(
                                    django.db.models.functions.text.Concat(
                                        models.Value("\n"),
                                        django.db.models.functions.text.Concat(
                                            models.F("name"),
                                            models.Value("\n"),
                                            models.F("other_names"),
                                            output_field=models.TextField(),
                                        ),
                                        models.Value("\n"),
                                        output_field=models.TextField(),
                                    )
                                ),
                                models.Value("[-.,'\\u2019()/ \\t]+"),
                                models.Value(" "),
                                models.Value("g"),
                                function="regexp_replace",
                            ),
                            models.Value(" *\n+ *"),
                            models.Value("\n"),
                            models.Value("g"),
                            function="regexp_replace",
                            output_field=models.TextField(),
                        ),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "added_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged",
                        to="engagements.counterpart",
                    ),
                ),
            ],
            options={
                "verbose_name": "motpart",
                "verbose_name_plural": "motparter",
            },
        ),
        migrations.CreateModel(
            name="CounterpartPairing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("same", models.BooleanField(verbose_name="samma")),
                ("moved", models.JSONField(default=dict)),
                ("at", models.DateTimeField()),
                ("undone_at", models.DateTimeField(null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "kept",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pairings",
                        to="engagements.counterpart",
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="engagements.counterpart",
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "jämförelse av motparter",
                "verbose_name_plural": "jämförelser av motparter",
            },
        ),
        migrations.CreateModel(
            name="Place",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "other_names",
                    models.TextField(blank=True, verbose_name="andra namn och stavningar"),
                ),
                (
                    "added_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="tillagd"),
                ),
                ("name_sv", models.CharField(max_length=200, verbose_name="namn")),
                (
                    "name_en",
                    models.CharField(blank=True, max_length=200, verbose_name="namn på engelska"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("city", "Stad eller kommun"), ("region", "Region eller delstat")],
                        default="city",
                        max_length=8,
                        verbose_name="typ av plats",
                    ),
                ),
                (
                    "country",
                    models.CharField(
                        blank=True, max_length=2, verbose_name="land eller territorium"
                    ),
                ),
                ("capital", models.BooleanField(default=False, verbose_name="huvudstad")),
                (
                    "sort_name",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            django.db.models.functions.text.Lower(models.F("name_sv")),
                            models.Value("åäæöøéèêëüáàčšžłñ"),
                            models.Value("{||}}eeeeyaacszln"),
                            function="translate",
                            output_field=models.CharField(max_length=200),
                        ),
                        output_field=models.CharField(max_length=200),
                    ),
                ),
                (
                    "found_by",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            models.Func(
                                engagements.models.searching.Folded(
                                    django.db.models.functions.text.Concat(
                                        models.Value("\n"),
                                        django.db.models.functions.text.Concat(
                                            django.db.models.functions.text.Concat(
                                                models.F("name_sv"),
                                                models.Value("\n"),
                                                models.F("name_en"),
                                                output_field=models.TextField(),
                                            ),
                                            models.Value("\n"),
                                            models.F("other_names"),
                                            output_field=models.TextField(),
                                        ),
                                        models.Value("\n"),
                                        output_field=models.TextField(),
                                    )
                                ),
                                models.Value("[-.,'\\u2019()/ \\t]+"),
                                models.Value(" "),
                                models.Value("g"),
                                function="regexp_replace",
                            ),
                            models.Value(" *\n+ *"),
                            models.Value("\n"),
                            models.Value("g"),
                            function="regexp_replace",
                            output_field=models.TextField(),
                        ),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "added_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged",
                        to="engagements.place",
                    ),
                ),
            ],
            options={
                "verbose_name": "plats",
                "verbose_name_plural": "platser",
            },
        ),
        migrations.CreateModel(
            name="HistoricalTie",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "organisation",
                    models.CharField(blank=True, max_length=200, verbose_name="motpart"),
                ),
                (
                    "kind",
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
                ("city", models.CharField(blank=True, max_length=200, verbose_name="stad")),
                (
                    "country",
                    models.CharField(
                        blank=True, max_length=2, verbose_name="land eller territorium"
                    ),
                ),
                ("place_is_new", models.BooleanField(default=False)),
                ("counterpart_is_new", models.BooleanField(default=False)),
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
                    "counterpart",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="engagements.counterpart",
                    ),
                ),
                (
                    "engagement",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="engagements.engagement",
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
                    "place",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="engagements.place",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical koppling",
                "verbose_name_plural": "historical kopplingar",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPlace",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "other_names",
                    models.TextField(blank=True, verbose_name="andra namn och stavningar"),
                ),
                (
                    "added_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="tillagd"),
                ),
                ("name_sv", models.CharField(max_length=200, verbose_name="namn")),
                (
                    "name_en",
                    models.CharField(blank=True, max_length=200, verbose_name="namn på engelska"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("city", "Stad eller kommun"), ("region", "Region eller delstat")],
                        default="city",
                        max_length=8,
                        verbose_name="typ av plats",
                    ),
                ),
                (
                    "country",
                    models.CharField(
                        blank=True, max_length=2, verbose_name="land eller territorium"
                    ),
                ),
                ("capital", models.BooleanField(default=False, verbose_name="huvudstad")),
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
                    "added_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
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
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="engagements.place",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical plats",
                "verbose_name_plural": "historical platser",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalCounterpart",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "other_names",
                    models.TextField(blank=True, verbose_name="andra namn och stavningar"),
                ),
                (
                    "added_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="tillagd"),
                ),
                ("name", models.CharField(max_length=200, verbose_name="namn")),
                (
                    "kind",
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
                    "sector",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("public", "Andra offentliga aktörer"),
                            ("academia", "Akademin"),
                            ("business", "Näringslivet"),
                            ("civil_society", "Civilsamhället"),
                        ],
                        max_length=16,
                        verbose_name="sektor",
                    ),
                ),
                (
                    "country",
                    models.CharField(
                        blank=True, max_length=2, verbose_name="land eller territorium"
                    ),
                ),
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
                    "added_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
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
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="engagements.counterpart",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="engagements.place",
                        verbose_name="plats",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical motpart",
                "verbose_name_plural": "historical motparter",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name="counterpart",
            name="place",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="counterparts",
                to="engagements.place",
                verbose_name="plats",
            ),
        ),
        migrations.CreateModel(
            name="PlacePairing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("same", models.BooleanField(verbose_name="samma")),
                ("moved", models.JSONField(default=dict)),
                ("at", models.DateTimeField()),
                ("undone_at", models.DateTimeField(null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "kept",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pairings",
                        to="engagements.place",
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="engagements.place",
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "jämförelse av platser",
                "verbose_name_plural": "jämförelser av platser",
            },
        ),
        migrations.CreateModel(
            name="Tie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "organisation",
                    models.CharField(blank=True, max_length=200, verbose_name="motpart"),
                ),
                (
                    "kind",
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
                ("city", models.CharField(blank=True, max_length=200, verbose_name="stad")),
                (
                    "country",
                    models.CharField(
                        blank=True, max_length=2, verbose_name="land eller territorium"
                    ),
                ),
                ("place_is_new", models.BooleanField(default=False)),
                ("counterpart_is_new", models.BooleanField(default=False)),
                (
                    "counterpart",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ties",
                        to="engagements.counterpart",
                    ),
                ),
                (
                    "engagement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ties",
                        to="engagements.engagement",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ties",
                        to="engagements.place",
                    ),
                ),
            ],
            options={
                "verbose_name": "koppling",
                "verbose_name_plural": "kopplingar",
            },
        ),
        migrations.AddIndex(
            model_name="place",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["found_by"], name="place_alike", opclasses=["gin_trgm_ops"]
            ),
        ),
        migrations.AddIndex(
            model_name="place",
            index=models.Index(fields=["sort_name", "id"], name="place_sort"),
        ),
        migrations.AddIndex(
            model_name="place",
            index=models.Index(fields=["country", "sort_name"], name="place_of_country"),
        ),
        migrations.AddConstraint(
            model_name="place",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("merged_into__isnull", True),
                    models.Q(("merged_into", models.F("pk")), _negated=True),
                    _connector="OR",
                ),
                name="place_is_not_its_own_duplicate",
            ),
        ),
        migrations.AddIndex(
            model_name="counterpart",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["found_by"], name="counterpart_alike", opclasses=["gin_trgm_ops"]
            ),
        ),
        migrations.AddIndex(
            model_name="counterpart",
            index=models.Index(fields=["sort_name", "id"], name="counterpart_sort"),
        ),
        migrations.AddIndex(
            model_name="counterpart",
            index=models.Index(fields=["country", "sort_name"], name="counterpart_of_country"),
        ),
        migrations.AddConstraint(
            model_name="counterpart",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("merged_into__isnull", True),
                    models.Q(("merged_into", models.F("pk")), _negated=True),
                    _connector="OR",
                ),
                name="counterpart_is_not_its_own_duplicate",
            ),
        ),
        migrations.AddIndex(
            model_name="tie",
            index=models.Index(fields=["country", "engagement"], name="tie_of_country"),
        ),
        *history_guard.guarded(
            "engagements_place",
            "engagements_historicalplace",
            key="id",
            left_out=("found_by", "sort_name"),
        ),
        *history_guard.guarded(
            "engagements_counterpart",
            "engagements_historicalcounterpart",
            key="id",
            left_out=("found_by", "sort_name"),
        ),
        *history_guard.guarded("engagements_tie", "engagements_historicaltie", key="id"),
        history_guard.append_only("engagements_placepairing", once=("undone_by_id", "undone_at")),
        history_guard.append_only(
            "engagements_counterpartpairing", once=("undone_by_id", "undone_at")
        ),
    ]
