"""Decisions of the Mayor and the city's own bodies, and what is reported of them."""

from importlib import import_module

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models


history_guard = import_module("engagements.migrations.0002_history_guard")


class Migration(migrations.Migration):
    dependencies = [
        ("engagements", "0005_minutes_as_document"),
        ("governance", "0008_lift_cause"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="DelegationReport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
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
                ("made_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "anmälan av delegationsbeslut",
                "verbose_name_plural": "anmälningar av delegationsbeslut",
            },
        ),
        migrations.CreateModel(
            name="HistoricalDelegationReport",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
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
                ("made_at", models.DateTimeField(blank=True, null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
            ],
            options={
                "verbose_name": "historical anmälan av delegationsbeslut",
                "verbose_name_plural": "historical anmälningar av delegationsbeslut",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="ReportedDecision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ledger_seq", models.BigIntegerField(null=True, verbose_name="plats i liggaren")),
            ],
            options={
                "verbose_name": "anmält beslut",
                "verbose_name_plural": "anmälda beslut",
            },
        ),
        migrations.RemoveConstraint(
            model_name="decision",
            name="one_decision_a_body",
        ),
        migrations.AddField(
            model_name="decision",
            name="acts_for",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="decision",
            name="body",
            field=models.CharField(
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
                verbose_name="organ",
            ),
        ),
        migrations.AddField(
            model_name="decision",
            name="dealing",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="decisions",
                to="governance.dealing",
            ),
        ),
        migrations.AddField(
            model_name="decision",
            name="document",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="engagements.document",
            ),
        ),
        migrations.AddField(
            model_name="decision",
            name="held_on",
            field=models.DateField(null=True, verbose_name="sammanträdesdag"),
        ),
        migrations.AddField(
            model_name="decision",
            name="paragraph",
            field=models.CharField(blank=True, max_length=24, verbose_name="paragraf"),
        ),
        migrations.AddField(
            model_name="decision",
            name="supersedes",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="superseded_by",
                to="governance.decision",
            ),
        ),
        migrations.AddField(
            model_name="decision",
            name="why_new",
            field=models.TextField(blank=True, verbose_name="varför ett nytt beslut"),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    models.Q(("outcome", "countered"), _negated=True), ("supersedes", None)
                ),
                fields=("engagement", "organisation", "task"),
                name="one_decision_a_body",
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("document", None), ("held_on", None), ("paragraph", "")),
                    models.Q(
                        ("held_on__isnull", False), models.Q(("paragraph", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="written_down_with_paragraph",
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("supersedes", None), ("why_new", "")),
                    models.Q(
                        ("supersedes__isnull", False), models.Q(("why_new", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="supersedes_with_reason",
            ),
        ),
        migrations.AddField(
            model_name="delegationreport",
            name="made_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="historicaldelegationreport",
            name="history_user",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="historicaldelegationreport",
            name="made_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="reporteddecision",
            name="decision",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reports",
                to="governance.decision",
            ),
        ),
        migrations.AddField(
            model_name="reporteddecision",
            name="report",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="rows",
                to="governance.delegationreport",
            ),
        ),
        migrations.AddConstraint(
            model_name="delegationreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("made_at__isnull", False),
                        ("made_by__isnull", False),
                        ("state", "made"),
                        models.Q(("paragraph", ""), _negated=True),
                    ),
                    models.Q(
                        models.Q(("state", "made"), _negated=True),
                        ("made_at", None),
                        ("made_by", None),
                        ("paragraph", ""),
                    ),
                    _connector="OR",
                ),
                name="reported_with_paragraph",
            ),
        ),
        migrations.AddConstraint(
            model_name="reporteddecision",
            constraint=models.UniqueConstraint(
                fields=("report", "decision"), name="once_on_a_report"
            ),
        ),
        history_guard.append_only("governance_reporteddecision", once=("ledger_seq",)),
        *history_guard.guarded(
            "governance_delegationreport", "governance_historicaldelegationreport", key="id"
        ),
    ]
