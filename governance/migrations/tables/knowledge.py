"""What the city knows: what it does well, what it saw elsewhere, how it compares (3.1.4–3.2.3)."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import migrations, models
from engagements.migrations.parts.laying import own_key, remembered

TABLES = [
    *remembered(
        migrations.CreateModel(
            name="GoodExample",
            fields=[
                own_key(),
                ("title", models.CharField(max_length=200, verbose_name="rubrik")),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=models.PROTECT,
                        related_name="+",
                        to="engagements.organisation",
                        verbose_name="verksamhet",
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
                    "by",
                    models.ForeignKey(
                        on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("at", models.DateTimeField()),
                ("shows", models.TextField(verbose_name="vad det visar")),
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
                (
                    "place",
                    models.CharField(blank=True, max_length=160, verbose_name="var i Stockholm"),
                ),
                (
                    "contact",
                    models.CharField(max_length=160, verbose_name="vem som svarar på frågor"),
                ),
                ("sources", models.TextField(blank=True, verbose_name="källor")),
                (
                    "valid_until",
                    models.DateField(blank=True, null=True, verbose_name="gäller till och med"),
                ),
                (
                    "learnt_from",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=models.PROTECT,
                        related_name="+",
                        to="engagements.engagement",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "Föreslaget"),
                            ("accepted", "Med i registret"),
                            ("declined", "Inte med"),
                        ],
                        default="proposed",
                        max_length=12,
                        verbose_name="läge",
                    ),
                ),
                ("answer", models.TextField(blank=True, verbose_name="svar på förslaget")),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=models.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "gott exempel",
                "verbose_name_plural": "goda exempel",
                "indexes": [
                    GinIndex(
                        SearchVector("title", "shows", "place", "sources", config="swedish"),
                        name="example_search",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(answered_at=None, answered_by=None, state="proposed")
                        | (
                            ~models.Q(state="proposed")
                            & models.Q(answered_at__isnull=False)
                            & models.Q(answered_by__isnull=False)
                        ),
                        name="example_answered_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=~models.Q(state="declined") | ~models.Q(answer=""),
                        name="example_declined_with_grounds",
                    ),
                ],
            },
        )
    ),
    *remembered(
        migrations.CreateModel(
            name="Offer",
            fields=[
                own_key(),
                (
                    "example",
                    models.ForeignKey(
                        on_delete=models.PROTECT, related_name="offers", to="governance.goodexample"
                    ),
                ),
                (
                    "authority",
                    models.CharField(
                        choices=[
                            ("business_sweden", "Business Sweden"),
                            ("si", "Svenska institutet"),
                            ("visit_sweden", "Visit Sweden"),
                            ("mission", "En utlandsmyndighet"),
                            ("ministry", "Ett departement"),
                            ("other", "En annan statlig aktör"),
                        ],
                        max_length=16,
                        verbose_name="till vem",
                    ),
                ),
                (
                    "name",
                    models.CharField(blank=True, max_length=120, verbose_name="enhet eller namn"),
                ),
                ("offered_on", models.DateField(verbose_name="när")),
                ("purpose", models.CharField(max_length=300, verbose_name="till vad")),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("waiting", "Inget svar än"),
                            ("uses", "Använder det"),
                            ("later", "Kanske senare"),
                            ("no", "Tackade nej"),
                        ],
                        default="waiting",
                        max_length=8,
                        verbose_name="svar",
                    ),
                ),
                ("said", models.CharField(blank=True, max_length=500, verbose_name="vad de sa")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "erbjudande av ett gott exempel",
                "verbose_name_plural": "erbjudanden av goda exempel",
            },
        )
    ),
    *remembered(
        migrations.CreateModel(
            name="Observation",
            fields=[
                own_key(),
                ("title", models.CharField(max_length=200, verbose_name="rubrik")),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=models.PROTECT,
                        related_name="+",
                        to="engagements.organisation",
                        verbose_name="verksamhet",
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
                    "by",
                    models.ForeignKey(
                        on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("at", models.DateTimeField()),
                ("city", models.CharField(blank=True, max_length=120, verbose_name="stad")),
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
                        related_name="+",
                        to="engagements.place",
                    ),
                ),
                ("seen_on", models.DateField(verbose_name="när")),
                ("seen", models.TextField(verbose_name="vad som sågs")),
                ("means", models.TextField(verbose_name="vad det kan betyda för Stockholm")),
                (
                    "felt",
                    models.CharField(
                        choices=[
                            ("now", "Omedelbart"),
                            ("later", "På längre sikt"),
                            ("unsure", "Svårt att säga"),
                        ],
                        max_length=8,
                        verbose_name="när det märks här",
                    ),
                ),
                ("source", models.CharField(max_length=300, verbose_name="källa")),
                ("proposal", models.TextField(blank=True, verbose_name="förslag")),
                ("acted", models.TextField(blank=True, verbose_name="vad som blev av förslaget")),
            ],
            options={
                "verbose_name": "iakttagelse",
                "verbose_name_plural": "iakttagelser",
                "indexes": [
                    GinIndex(
                        SearchVector(
                            "title", "seen", "means", "proposal", "city", "source", config="swedish"
                        ),
                        name="observation_search",
                    ),
                ],
            },
        )
    ),
    *remembered(
        migrations.CreateModel(
            name="Comparison",
            fields=[
                own_key(),
                ("title", models.CharField(max_length=200, verbose_name="rubrik")),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=models.PROTECT,
                        related_name="+",
                        to="engagements.organisation",
                        verbose_name="verksamhet",
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
                    "by",
                    models.ForeignKey(
                        on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("at", models.DateTimeField()),
                ("unit", models.CharField(max_length=60, verbose_name="enhet")),
                ("learnt", models.TextField(blank=True, verbose_name="vad jämförelsen säger")),
            ],
            options={
                "verbose_name": "jämförelse",
                "verbose_name_plural": "jämförelser",
                "indexes": [
                    GinIndex(
                        SearchVector("title", "unit", "learnt", config="swedish"),
                        name="comparison_search",
                    ),
                ],
            },
        )
    ),
    *remembered(
        migrations.CreateModel(
            name="Compared",
            fields=[
                own_key(),
                (
                    "comparison",
                    models.ForeignKey(
                        on_delete=models.PROTECT, related_name="cities", to="governance.comparison"
                    ),
                ),
                ("city", models.CharField(max_length=120, verbose_name="stad")),
                ("country", models.CharField(max_length=2, verbose_name="land eller territorium")),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=models.PROTECT,
                        related_name="+",
                        to="engagements.place",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="år")),
                (
                    "value",
                    models.DecimalField(decimal_places=3, max_digits=16, verbose_name="värde"),
                ),
                ("source", models.CharField(max_length=300, verbose_name="källa")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "jämförd stad",
                "verbose_name_plural": "jämförda städer",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("comparison", "city", "country", "year"),
                        name="one_value_a_city_and_year",
                    ),
                ],
            },
        )
    ),
    *remembered(
        migrations.CreateModel(
            name="KnowledgeCitation",
            fields=[
                own_key(),
                (
                    "engagement",
                    models.ForeignKey(
                        on_delete=models.PROTECT,
                        related_name="rests_on",
                        to="engagements.engagement",
                    ),
                ),
                (
                    "example",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=models.PROTECT,
                        related_name="citations",
                        to="governance.goodexample",
                    ),
                ),
                (
                    "observation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=models.PROTECT,
                        related_name="citations",
                        to="governance.observation",
                    ),
                ),
                (
                    "comparison",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=models.PROTECT,
                        related_name="citations",
                        to="governance.comparison",
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
                "verbose_name": "hänvisning till kunskap",
                "verbose_name_plural": "hänvisningar till kunskap",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("engagement", "example", "observation", "comparison"),
                        name="knowledge_cited_once",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(comparison=None, example__isnull=False, observation=None)
                        | models.Q(comparison=None, example=None, observation__isnull=False)
                        | models.Q(comparison__isnull=False, example=None, observation=None),
                        name="cites_one_thing_known",
                    ),
                ],
            },
        )
    ),
]
