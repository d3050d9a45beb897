"""What a person has marked as secret, part by part, and what is shown to all."""

from django.conf import settings
from django.db import migrations, models
from engagements.migrations.parts.laying import own_key

TABLES = [
    migrations.CreateModel(
        name="SecretPart",
        fields=[
            own_key(),
            (
                "engagement",
                models.ForeignKey(
                    on_delete=models.PROTECT,
                    related_name="secret_parts",
                    to="engagements.engagement",
                ),
            ),
            (
                "part",
                models.CharField(
                    choices=[
                        ("whole", "Hela ärendet"),
                        ("title", "Rubriken"),
                        ("counterpart", "Motparten"),
                        ("cost", "Kostnaden"),
                        ("gain", "Vad det gav"),
                        ("document", "En handling"),
                    ],
                    max_length=12,
                    verbose_name="del",
                ),
            ),
            (
                "document",
                models.ForeignKey(
                    null=True, on_delete=models.PROTECT, related_name="+", to="engagements.document"
                ),
            ),
            (
                "section",
                models.CharField(
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
            ("grounds", models.TextField(verbose_name="skäl")),
            ("review_by", models.DateField(null=True, verbose_name="omprövas senast")),
            (
                "by",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            ("at", models.DateTimeField()),
            (
                "lifted_by",
                models.ForeignKey(
                    null=True,
                    on_delete=models.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            ("lifted_at", models.DateTimeField(null=True)),
            ("lifted_grounds", models.TextField(null=True, verbose_name="skäl att öppna")),
        ],
        options={
            "verbose_name": "sekretess för en del",
            "verbose_name_plural": "sekretess för delar",
            "indexes": [
                models.Index(
                    condition=models.Q(lifted_at=None),
                    fields=["review_by"],
                    name="secrecy_by_review",
                ),
            ],
            "constraints": [
                models.UniqueConstraint(
                    condition=models.Q(document=None, lifted_at=None),
                    fields=("engagement", "part"),
                    name="a_part_is_secret_once",
                ),
                models.UniqueConstraint(
                    condition=models.Q(lifted_at=None),
                    fields=("document",),
                    name="a_document_is_secret_once",
                ),
                models.CheckConstraint(
                    condition=models.Q(document__isnull=False, part="document")
                    | (~models.Q(part="document") & models.Q(document=None)),
                    name="a_secret_document_is_named",
                ),
                models.CheckConstraint(
                    condition=models.Q(lifted_at=None, lifted_by=None, lifted_grounds=None)
                    | models.Q(
                        lifted_at__isnull=False,
                        lifted_by__isnull=False,
                        lifted_grounds__isnull=False,
                    ),
                    name="lifted_by_somebody_with_grounds",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="ShownGain",
        fields=[
            own_key(),
            (
                "engagement",
                models.ForeignKey(
                    on_delete=models.PROTECT,
                    related_name="shown_gains",
                    to="engagements.engagement",
                ),
            ),
            ("text", models.TextField(verbose_name="vad det gav")),
            (
                "by",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            ("at", models.DateTimeField()),
            (
                "hidden_by",
                models.ForeignKey(
                    null=True,
                    on_delete=models.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            ("hidden_at", models.DateTimeField(null=True)),
        ],
        options={
            "verbose_name": "visad lärdom",
            "verbose_name_plural": "visade lärdomar",
            "constraints": [
                models.UniqueConstraint(
                    condition=models.Q(hidden_at=None),
                    fields=("engagement",),
                    name="one_gain_is_shown",
                ),
            ],
        },
    ),
]
