"""What we know of the world: places, counterparts, and which engagements have to do with them."""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import migrations, models
from django.db.models.functions import Concat, Lower
from engagements.migrations.parts.laying import own_key, remembered
from engagements.models.searching import Folded

TABLES = [
    *remembered(
        migrations.CreateModel(
            name="Place",
            fields=[
                own_key(),
                (
                    "other_names",
                    models.TextField(blank=True, verbose_name="andra namn och stavningar"),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=models.PROTECT,
                        related_name="merged",
                        to="engagements.place",
                    ),
                ),
                (
                    "added_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=models.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
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
                            Lower(models.F("name_sv")),
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
                                Folded(
                                    Concat(
                                        models.Value("\n"),
                                        Concat(
                                            Concat(
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
            ],
            options={
                "verbose_name": "plats",
                "verbose_name_plural": "platser",
                "indexes": [
                    GinIndex(fields=["found_by"], name="place_alike", opclasses=["gin_trgm_ops"]),
                    models.Index(fields=["sort_name", "id"], name="place_sort"),
                    models.Index(fields=["country", "sort_name"], name="place_of_country"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(merged_into__isnull=True)
                        | ~models.Q(merged_into=models.F("pk")),
                        name="place_is_not_its_own_duplicate",
                    ),
                ],
            },
        ),
        left_out=("sort_name", "found_by"),
    ),
    *remembered(
        migrations.CreateModel(
            name="Counterpart",
            fields=[
                own_key(),
                (
                    "other_names",
                    models.TextField(blank=True, verbose_name="andra namn och stavningar"),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=models.PROTECT,
                        related_name="merged",
                        to="engagements.counterpart",
                    ),
                ),
                (
                    "added_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=models.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
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
                    "place",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=models.PROTECT,
                        related_name="counterparts",
                        to="engagements.place",
                        verbose_name="plats",
                    ),
                ),
                (
                    "sort_name",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            Lower(models.F("name")),
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
                                Folded(
                                    Concat(
                                        models.Value("\n"),
                                        Concat(
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
            ],
            options={
                "verbose_name": "motpart",
                "verbose_name_plural": "motparter",
                "indexes": [
                    GinIndex(
                        fields=["found_by"], name="counterpart_alike", opclasses=["gin_trgm_ops"]
                    ),
                    models.Index(fields=["sort_name", "id"], name="counterpart_sort"),
                    models.Index(fields=["country", "sort_name"], name="counterpart_of_country"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(merged_into__isnull=True)
                        | ~models.Q(merged_into=models.F("pk")),
                        name="counterpart_is_not_its_own_duplicate",
                    ),
                ],
            },
        ),
        left_out=("sort_name", "found_by"),
    ),
    *remembered(
        migrations.CreateModel(
            name="Tie",
            fields=[
                own_key(),
                (
                    "engagement",
                    models.ForeignKey(
                        on_delete=models.PROTECT, related_name="ties", to="engagements.engagement"
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
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=models.PROTECT,
                        related_name="ties",
                        to="engagements.place",
                    ),
                ),
                ("place_is_new", models.BooleanField(default=False)),
                (
                    "counterpart",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=models.PROTECT,
                        related_name="ties",
                        to="engagements.counterpart",
                    ),
                ),
                ("counterpart_is_new", models.BooleanField(default=False)),
            ],
            options={
                "verbose_name": "koppling",
                "verbose_name_plural": "kopplingar",
                "indexes": [
                    models.Index(fields=["country", "engagement"], name="tie_of_country"),
                ],
            },
        )
    ),
    migrations.CreateModel(
        name="PlacePairing",
        fields=[
            own_key(),
            ("same", models.BooleanField(verbose_name="samma")),
            ("moved", models.JSONField(default=dict)),
            (
                "by",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            ("at", models.DateTimeField()),
            (
                "undone_by",
                models.ForeignKey(
                    null=True,
                    on_delete=models.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            ("undone_at", models.DateTimeField(null=True)),
            (
                "kept",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="pairings", to="engagements.place"
                ),
            ),
            (
                "other",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="+", to="engagements.place"
                ),
            ),
        ],
        options={
            "verbose_name": "jämförelse av platser",
            "verbose_name_plural": "jämförelser av platser",
        },
    ),
    migrations.CreateModel(
        name="CounterpartPairing",
        fields=[
            own_key(),
            ("same", models.BooleanField(verbose_name="samma")),
            ("moved", models.JSONField(default=dict)),
            (
                "by",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            ("at", models.DateTimeField()),
            (
                "undone_by",
                models.ForeignKey(
                    null=True,
                    on_delete=models.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            ("undone_at", models.DateTimeField(null=True)),
            (
                "kept",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="pairings", to="engagements.counterpart"
                ),
            ),
            (
                "other",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="+", to="engagements.counterpart"
                ),
            ),
        ],
        options={
            "verbose_name": "jämförelse av motparter",
            "verbose_name_plural": "jämförelser av motparter",
        },
    ),
]
