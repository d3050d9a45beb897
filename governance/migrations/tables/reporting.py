"""What is reported to the Executive Board of decisions made on its behalf (KL 6:40, 7:8)."""

from django.conf import settings
from django.db import migrations, models
from engagements.migrations.parts.laying import own_key, remembered

TABLES = [
    *remembered(
        migrations.CreateModel(
            name="DelegationReport",
            fields=[
                own_key(),
                ("meets_on", models.DateField(verbose_name="kommunstyrelsens sammanträde")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Ska anmälas"),
                            ("made", "Anmäld"),
                            ("cancelled", "Struken"),
                        ],
                        default="draft",
                        max_length=12,
                        verbose_name="läge",
                    ),
                ),
                ("paragraph", models.CharField(blank=True, max_length=24, verbose_name="paragraf")),
                (
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=models.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("made_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "anmälan av delegationsbeslut",
                "verbose_name_plural": "anmälningar av delegationsbeslut",
                "constraints": [
                    models.CheckConstraint(
                        condition=(
                            models.Q(made_at__isnull=False)
                            & models.Q(made_by__isnull=False)
                            & models.Q(state="made")
                            & ~models.Q(paragraph="")
                        )
                        | (
                            ~models.Q(state="made")
                            & models.Q(made_at=None)
                            & models.Q(made_by=None)
                            & models.Q(paragraph="")
                        ),
                        name="reported_with_paragraph",
                    ),
                ],
            },
        )
    ),
    migrations.CreateModel(
        name="ReportedDecision",
        fields=[
            own_key(),
            (
                "report",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="rows", to="governance.delegationreport"
                ),
            ),
            (
                "decision",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="reports", to="governance.decision"
                ),
            ),
            ("ledger_seq", models.BigIntegerField(null=True, verbose_name="plats i liggaren")),
        ],
        options={
            "verbose_name": "anmält beslut",
            "verbose_name_plural": "anmälda beslut",
            "constraints": [
                models.UniqueConstraint(fields=("report", "decision"), name="once_on_a_report"),
            ],
        },
    ),
]
