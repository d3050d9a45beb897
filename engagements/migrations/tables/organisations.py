"""Stockholm's boards, departments and companies."""

from django.db import migrations, models
from django.db.models.functions import Lower
from engagements.migrations.parts.laying import own_key, remembered

TABLES = [
    *remembered(
        migrations.CreateModel(
            name="Organisation",
            fields=[
                own_key(),
                ("code", models.CharField(max_length=16, unique=True, verbose_name="kod")),
                ("name_sv", models.CharField(max_length=120, verbose_name="namn")),
                ("name_en", models.CharField(max_length=120, verbose_name="namn på engelska")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("fullmaktige", "Kommunfullmäktige"),
                            ("namnd", "Nämnd"),
                            ("stadsdelsnamnd", "Stadsdelsnämnd"),
                            ("forvaltning", "Fackförvaltning"),
                            ("stadsdelsforvaltning", "Stadsdelsförvaltning"),
                            ("bolag", "Bolag"),
                            ("moderbolag", "Moderbolag"),
                            ("dotterdotterbolag", "Dotterbolag"),
                            ("delagt_bolag", "Delägt bolag"),
                            ("intressebolag", "Intressebolag"),
                            ("utskott", "Utskott"),
                            ("beredning", "Beredning"),
                            ("avdelning", "Avdelning"),
                            ("enhet", "Enhet"),
                            ("revision", "Revision"),
                            ("kommunalforbund", "Kommunalförbund"),
                            ("forening", "Förening"),
                        ],
                        max_length=24,
                        verbose_name="form",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=models.PROTECT,
                        related_name="children",
                        to="engagements.organisation",
                    ),
                ),
                (
                    "board",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=models.PROTECT,
                        related_name="departments",
                        to="engagements.organisation",
                    ),
                ),
                ("active", models.BooleanField(default=True, verbose_name="finns nu")),
                (
                    "sort_name",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            Lower(models.F("name_sv")),
                            models.Value("åäæöøéèêëüáàčšžłñ"),
                            models.Value("{||}}eeeeyaacszln"),
                            function="translate",
                            output_field=models.CharField(max_length=120),
                        ),
                        output_field=models.CharField(max_length=120),
                    ),
                ),
            ],
            options={
                "verbose_name": "verksamhet",
                "verbose_name_plural": "verksamheter",
                "indexes": [
                    models.Index(fields=["sort_name"], name="organisation_sort"),
                ],
            },
        ),
        left_out=("sort_name",),
    ),
    *remembered(
        migrations.CreateModel(
            name="OrientationGoal",
            fields=[
                own_key(),
                ("year", models.PositiveSmallIntegerField(verbose_name="budgetår")),
                ("code", models.SlugField(max_length=24, verbose_name="kod")),
                ("name_sv", models.CharField(max_length=200, verbose_name="mål")),
                ("name_en", models.CharField(max_length=200, verbose_name="mål på engelska")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="stängt från")),
            ],
            options={
                "verbose_name": "inriktningsmål",
                "verbose_name_plural": "inriktningsmål",
                "constraints": [
                    models.UniqueConstraint(fields=("year", "code"), name="goal_once_a_year"),
                ],
            },
        )
    ),
]
