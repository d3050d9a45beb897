"""The engagement: what every kind has in common. Each kind adds one detail row of its own."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import migrations, models
from engagements.migrations.parts.laying import own_key, remembered
from engagements.models.searching import Folded

TABLES = [
    *remembered(
        migrations.CreateModel(
            name="Engagement",
            fields=[
                own_key(),
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
                        editable=False,
                        max_length=16,
                        verbose_name="typ",
                    ),
                ),
                (
                    "number",
                    models.CharField(
                        editable=False, max_length=16, unique=True, verbose_name="ärendenummer"
                    ),
                ),
                (
                    "registry_number",
                    models.CharField(
                        blank=True, max_length=40, verbose_name="stadens diarienummer"
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="rubrik")),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=models.PROTECT,
                        related_name="engagements",
                        to="engagements.organisation",
                        verbose_name="verksamhet",
                    ),
                ),
                ("secret", models.BooleanField(default=False, verbose_name="sekretess prövas")),
                (
                    "secrecy_section",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("osl_15_1", "OSL 15:1, utrikessekretess"),
                            ("osl_15_2", "OSL 15:2, försvarssekretess"),
                            ("osl_18_8", "OSL 18:8, säkerhetsåtgärder"),
                            ("osl_19_3", "OSL 19:3, upphandling"),
                            ("osl_21_1", "OSL 21:1, hälsa och sexualliv"),
                            ("osl_21_3", "OSL 21:3, hotade personer"),
                            ("osl_21_5", "OSL 21:5, utlänningar"),
                            ("osl_21_7", "OSL 21:7, personuppgifter"),
                            ("osl_26_1", "OSL 26:1, socialtjänst"),
                            ("other", "Annan bestämmelse"),
                        ],
                        max_length=16,
                        verbose_name="bestämmelse",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "Utkast"),
                            ("advice", "Rådgivning"),
                            ("returned", "Komplettering"),
                            ("preparation", "Beredning"),
                            ("decision", "Ställningstagande"),
                            ("coordination", "Samordning"),
                            ("countered", "Annat föreslaget"),
                            ("approved", "Beslutat"),
                            ("follow_up", "Uppföljning"),
                            ("closed", "Avslutat"),
                            ("rejected", "Avböjt"),
                            ("withdrawn", "Återtaget"),
                        ],
                        default="draft",
                        max_length=16,
                        verbose_name="läge",
                    ),
                ),
                (
                    "ball",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("receiving_body", "Mottagande nämnd eller bolag"),
                            ("contact_person", "Kontaktpersonen"),
                            ("slk", "Stadsledningskontoret"),
                            ("international_unit", "Internationella enheten"),
                            ("protocol_unit", "Protokollsenheten"),
                            ("eu_unit", "EU-enheten"),
                            ("ib", "Internationella beredningen"),
                            ("fbr", "Finansborgarrådet"),
                            ("ks", "Kommunstyrelsen"),
                            ("kf", "Kommunfullmäktige"),
                            ("group_board", "Koncernstyrelsen"),
                            ("board", "Nämnden eller bolagsstyrelsen"),
                            ("delegation", "Den besökande delegationen"),
                        ],
                        max_length=24,
                        verbose_name="bollen ligger hos",
                    ),
                ),
                (
                    "ball_organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=models.PROTECT,
                        related_name="+",
                        to="engagements.organisation",
                    ),
                ),
                (
                    "ball_person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=models.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("ball_since", models.DateTimeField(verbose_name="sedan")),
                ("due", models.DateField(blank=True, null=True, verbose_name="senast")),
                ("version", models.PositiveIntegerField(default=1, verbose_name="version")),
                (
                    "initiative",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("own", "Staden tog initiativet"),
                            ("asked", "Någon annan frågade"),
                        ],
                        max_length=8,
                        verbose_name="initiativ",
                    ),
                ),
                (
                    "directions",
                    ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("profiling", "Profilering"),
                                ("scanning", "Omvärldsbevakning"),
                                ("cooperation", "Samverkan"),
                                ("advocacy", "Påverkan"),
                            ],
                            max_length=24,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="inriktningar",
                    ),
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
                ("goal_contribution", models.TextField(blank=True, verbose_name="så bidrar det")),
                (
                    "sdgs",
                    ArrayField(
                        base_field=models.PositiveSmallIntegerField(
                            validators=[MinValueValidator(1), MaxValueValidator(17)]
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="Agenda 2030",
                    ),
                ),
                ("sdg_how", models.TextField(blank=True, verbose_name="så främjar det målen")),
                (
                    "qualities",
                    ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("sustainability", "Hållbarhet"),
                                ("gender_equality", "Jämställdhet"),
                                ("innovation", "Innovationer"),
                                ("knowledge", "Kunskap"),
                                ("diversity", "Mångfald"),
                                ("openness", "Öppenhet"),
                                ("quality_of_life", "Hög livskvalitet"),
                                ("business_climate", "Gott företagsklimat"),
                            ],
                            max_length=24,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="egenskaper",
                    ),
                ),
                (
                    "audiences",
                    ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("business", "Företag och investerare"),
                                ("talent", "Talanger"),
                                ("visitors", "Besökare"),
                            ],
                            max_length=24,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="målgrupper",
                    ),
                ),
                (
                    "cooperation_purposes",
                    ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("methods", "Utbyte om metoder och arbetssätt"),
                                ("approaches", "Nya infallsvinklar"),
                                ("intercultural", "Interkulturell förmåga"),
                                ("contacts", "Bredare kontaktnät"),
                            ],
                            max_length=24,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="samverkan ger",
                    ),
                ),
                (
                    "partner_sectors",
                    ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("public", "Andra offentliga aktörer"),
                                ("academia", "Akademin"),
                                ("business", "Näringslivet"),
                                ("civil_society", "Civilsamhället"),
                            ],
                            max_length=24,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="parter",
                    ),
                ),
                (
                    "touches_foreign_policy",
                    models.BooleanField(
                        blank=True,
                        null=True,
                        verbose_name="rör Sveriges förhållande till andra stater, bistånds- eller säkerhetspolitik",
                    ),
                ),
                (
                    "budget_line",
                    models.CharField(blank=True, max_length=120, verbose_name="finansieras ur"),
                ),
                (
                    "in_operational_plan",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="finns i verksamhetsplanen"
                    ),
                ),
                (
                    "working_hours",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="egen arbetstid, timmar"
                    ),
                ),
                ("planned_on", models.DateField(blank=True, null=True, verbose_name="planerad")),
                ("budgeted_on", models.DateField(blank=True, null=True, verbose_name="budgeterad")),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="beslutad")),
                (
                    "documented_on",
                    models.DateField(blank=True, null=True, verbose_name="dokumenterad"),
                ),
                (
                    "followed_up_on",
                    models.DateField(blank=True, null=True, verbose_name="uppföljd"),
                ),
                ("replied_on", models.DateField(blank=True, null=True, verbose_name="besvarad")),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="börjar")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="slutar")),
                (
                    "counterpart",
                    models.CharField(blank=True, max_length=200, verbose_name="motpart"),
                ),
                (
                    "estimated_sek",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="beräknad kostnad"
                    ),
                ),
                ("breaches", models.PositiveSmallIntegerField(default=0, editable=False)),
                ("unanswered", models.PositiveSmallIntegerField(default=0, editable=False)),
                ("judgements", models.PositiveSmallIntegerField(default=0, editable=False)),
                ("notes", models.PositiveSmallIntegerField(default=0, editable=False)),
                ("supporting", models.PositiveSmallIntegerField(default=0, editable=False)),
                (
                    "created_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=models.PROTECT,
                        related_name="registered",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("created_at", models.DateTimeField(editable=False, verbose_name="registrerad")),
                (
                    "changed_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=models.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("changed_at", models.DateTimeField(editable=False, verbose_name="ändrad")),
                (
                    "submitted_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="inskickad"),
                ),
                (
                    "clauses",
                    ArrayField(
                        base_field=models.CharField(max_length=32),
                        blank=True,
                        db_default=models.Value(
                            [],
                            output_field=ArrayField(
                                base_field=models.CharField(max_length=32), size=None
                            ),
                        ),
                        default=list,
                        editable=False,
                        size=None,
                    ),
                ),
                ("search_words", models.TextField(blank=True, default="", editable=False)),
                (
                    "search",
                    models.GeneratedField(
                        db_persist=True,
                        expression=SearchVector(
                            "number",
                            models.Func(
                                models.F("number"),
                                models.Value("-"),
                                models.Value(3),
                                function="split_part",
                                output_field=models.CharField(),
                            ),
                            "title",
                            "counterpart",
                            "search_words",
                            config="swedish",
                        ),
                        output_field=SearchVectorField(),
                    ),
                ),
                (
                    "search_alike",
                    models.GeneratedField(
                        db_persist=True,
                        expression=SearchVector(
                            Folded(models.F("title")),
                            Folded(models.F("counterpart")),
                            Folded(models.F("search_words")),
                            config="simple",
                        ),
                        output_field=SearchVectorField(),
                    ),
                ),
                (
                    "takes_part",
                    models.ManyToManyField(
                        related_name="shared_engagements",
                        through="engagements.TakingPart",
                        to="engagements.organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "ärende",
                "verbose_name_plural": "ärenden",
                "indexes": [
                    models.Index(fields=["organisation", "status", "ball_since"], name="own_queue"),
                    models.Index(fields=["ball", "status", "due", "id"], name="ball_queue"),
                    models.Index(fields=["kind", "starts_on", "id"], name="kind_by_date"),
                    models.Index(
                        fields=["organisation", "kind", "starts_on", "status"], name="own_year"
                    ),
                    models.Index(
                        condition=models.Q(status="draft"),
                        fields=["organisation", "-changed_at", "-id"],
                        name="own_drafts",
                    ),
                    models.Index(
                        condition=~models.Q(ball=""),
                        fields=["ball_organisation", "due", "id"],
                        name="own_turn",
                    ),
                    models.Index(
                        condition=~models.Q(ball=""),
                        fields=["ball", "due", "id"],
                        name="turn_by_due",
                    ),
                    models.Index(
                        condition=~models.Q(ball=""), fields=["due", "id"], name="waits_by_due"
                    ),
                    models.Index(
                        condition=~models.Q(ball=""),
                        fields=["organisation", "ball_since", "id"],
                        name="own_waiting",
                    ),
                    models.Index(
                        condition=models.Q(status="approved"),
                        fields=["starts_on", "id"],
                        name="coming_soon",
                    ),
                    models.Index(fields=["-changed_at", "-id"], name="newest_first"),
                    models.Index(
                        condition=models.Q(
                            status__in=[
                                "draft",
                                "advice",
                                "returned",
                                "preparation",
                                "decision",
                                "coordination",
                                "countered",
                                "approved",
                                "follow_up",
                            ]
                        ),
                        fields=["due", "id"],
                        name="open_by_due",
                    ),
                    models.Index(
                        condition=models.Q(submitted_at__isnull=False),
                        fields=["starts_on"],
                        name="counted_when_begun",
                    ),
                    models.Index(
                        condition=models.Q(starts_on=None, submitted_at__isnull=False),
                        fields=["created_at"],
                        name="counted_when_written",
                    ),
                    models.Index(
                        condition=models.Q(
                            status__in=[
                                "draft",
                                "advice",
                                "returned",
                                "preparation",
                                "decision",
                                "coordination",
                                "countered",
                                "approved",
                                "follow_up",
                            ]
                        ),
                        fields=["organisation", "due", "id"],
                        name="own_open_by_due",
                    ),
                    models.Index(
                        condition=models.Q(kind__in=["visit", "trip", "reception"]),
                        fields=["starts_on", "id"],
                        name="takes_place_by_day",
                    ),
                    models.Index(
                        condition=models.Q(kind__in=["visit", "trip", "reception"]),
                        fields=["ends_on"],
                        name="goes_on_until",
                    ),
                    models.Index(
                        condition=models.Q(registry_number="", submitted_at__isnull=False),
                        fields=["submitted_at", "id"],
                        name="lacks_registry_number",
                    ),
                    GinIndex(fields=["search"], name="engagement_search"),
                    GinIndex(fields=["search_alike"], name="engagement_alike"),
                    GinIndex(fields=["clauses"], name="engagement_clauses"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(ends_on__isnull=True)
                        | models.Q(ends_on__gte=models.F("starts_on")),
                        name="engagement_ends_after_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(secret=True) | models.Q(secrecy_section=""),
                        name="open_names_no_secrecy",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(status__in=["draft", "withdrawn"])
                        | models.Q(submitted_at__isnull=False),
                        name="submitted_has_a_time",
                    ),
                ],
            },
        ),
        left_out=("clauses", "search_words", "search", "search_alike"),
    ),
    *remembered(
        migrations.CreateModel(
            name="TakingPart",
            fields=[
                own_key(),
                (
                    "engagement",
                    models.ForeignKey(
                        on_delete=models.PROTECT,
                        related_name="taking_part",
                        to="engagements.engagement",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=models.PROTECT, related_name="+", to="engagements.organisation"
                    ),
                ),
            ],
            options={
                "verbose_name": "berörd verksamhet",
                "verbose_name_plural": "berörda verksamheter",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("engagement", "organisation"), name="takes_part_once"
                    ),
                ],
            },
        )
    ),
    *remembered(
        migrations.CreateModel(
            name="Cost",
            fields=[
                own_key(),
                (
                    "engagement",
                    models.ForeignKey(
                        on_delete=models.PROTECT, related_name="costs", to="engagements.engagement"
                    ),
                ),
                (
                    "line",
                    models.CharField(
                        choices=[
                            ("meal", "Måltid"),
                            ("gift", "Gåva"),
                            ("reception", "Mottagning"),
                            ("transport", "Transport"),
                            ("lodging", "Logi"),
                            ("other", "Annat per person"),
                            ("interpreter", "Tolk"),
                            ("venue", "Lokal"),
                        ],
                        max_length=16,
                        verbose_name="kostnad",
                    ),
                ),
                (
                    "per_person_sek",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="kr per person"
                    ),
                ),
                (
                    "persons",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="personer"),
                ),
                (
                    "estimate_sek",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="beräknat"),
                ),
                (
                    "outcome_sek",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="utfall"),
                ),
            ],
            options={
                "verbose_name": "kostnad",
                "verbose_name_plural": "kostnader",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("engagement", "line"), name="one_row_a_cost_line"
                    ),
                ],
            },
        )
    ),
]
