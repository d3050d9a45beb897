"""Plans, priorities and the year's follow-ups; what was answered is never changed."""

from importlib import import_module

import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models


history_guard = import_module("engagements.migrations.0002_history_guard")


class Migration(migrations.Migration):
    dependencies = [
        ("engagements", "0009_goal_closed"),
        ("governance", "0014_importing"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="HistoricalPlan",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="år")),
                ("aims", models.TextField(blank=True, verbose_name="mål i verksamhetsplanen")),
                (
                    "source",
                    models.CharField(blank=True, max_length=200, verbose_name="var det står"),
                ),
                ("changed_at", models.DateTimeField(verbose_name="ändrad")),
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
                    "changed_by",
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
                "verbose_name": "historical verksamhetsplan",
                "verbose_name_plural": "historical verksamhetsplaner",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPriority",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "country",
                    models.CharField(
                        blank=True, max_length=2, verbose_name="land eller territorium"
                    ),
                ),
                ("valid_from", models.DateField(verbose_name="från")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="till och med")),
                ("source", models.CharField(max_length=200, verbose_name="källa")),
                ("set_at", models.DateTimeField()),
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
                (
                    "set_by",
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
                    "theme",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="governance.theme",
                        verbose_name="ämne",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical prioritering",
                "verbose_name_plural": "historical prioriteringar",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalRound",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="år")),
                (
                    "sort",
                    models.CharField(
                        choices=[
                            ("t1", "Tertialrapport 1"),
                            ("t2", "Tertialrapport 2"),
                            ("vb", "Verksamhetsberättelse"),
                        ],
                        max_length=2,
                        verbose_name="uppföljning",
                    ),
                ),
                ("opens_on", models.DateField(verbose_name="öppnar")),
                ("due_on", models.DateField(verbose_name="senast")),
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
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical uppföljningsomgång",
                "verbose_name_plural": "historical uppföljningsomgångar",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Plan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="år")),
                ("aims", models.TextField(blank=True, verbose_name="mål i verksamhetsplanen")),
                (
                    "source",
                    models.CharField(blank=True, max_length=200, verbose_name="var det står"),
                ),
                ("changed_at", models.DateTimeField(verbose_name="ändrad")),
                (
                    "changed_by",
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
                        related_name="plans",
                        to="engagements.organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "verksamhetsplan",
                "verbose_name_plural": "verksamhetsplaner",
            },
        ),
        migrations.CreateModel(
            name="HistoricalPlannedLine",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
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
                        max_length=16,
                        verbose_name="typ",
                    ),
                ),
                ("what", models.CharField(max_length=200, verbose_name="vad")),
                (
                    "quarter",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(4),
                        ],
                        verbose_name="kvartal",
                    ),
                ),
                (
                    "cost_sek",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="beräknad kostnad"
                    ),
                ),
                (
                    "gives",
                    models.CharField(blank=True, max_length=500, verbose_name="vad det ska ge"),
                ),
                (
                    "goals",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=24),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="inriktningsmål",
                    ),
                ),
                ("struck_on", models.DateField(blank=True, null=True, verbose_name="struken")),
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
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="governance.plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical planerad insats",
                "verbose_name_plural": "historical planerade insatser",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="PlannedLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
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
                        max_length=16,
                        verbose_name="typ",
                    ),
                ),
                ("what", models.CharField(max_length=200, verbose_name="vad")),
                (
                    "quarter",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(4),
                        ],
                        verbose_name="kvartal",
                    ),
                ),
                (
                    "cost_sek",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="beräknad kostnad"
                    ),
                ),
                (
                    "gives",
                    models.CharField(blank=True, max_length=500, verbose_name="vad det ska ge"),
                ),
                (
                    "goals",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=24),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="inriktningsmål",
                    ),
                ),
                ("struck_on", models.DateField(blank=True, null=True, verbose_name="struken")),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="governance.plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "planerad insats",
                "verbose_name_plural": "planerade insatser",
            },
        ),
        migrations.CreateModel(
            name="HistoricalPlannedTie",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
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
                    "line",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="governance.plannedline",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical koppling till planen",
                "verbose_name_plural": "historical kopplingar till planen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="PlannedTie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
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
                    "engagement",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="planned_tie",
                        to="engagements.engagement",
                    ),
                ),
                (
                    "line",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ties",
                        to="governance.plannedline",
                    ),
                ),
            ],
            options={
                "verbose_name": "koppling till planen",
                "verbose_name_plural": "kopplingar till planen",
            },
        ),
        migrations.CreateModel(
            name="Priority",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "country",
                    models.CharField(
                        blank=True, max_length=2, verbose_name="land eller territorium"
                    ),
                ),
                ("valid_from", models.DateField(verbose_name="från")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="till och med")),
                ("source", models.CharField(max_length=200, verbose_name="källa")),
                ("set_at", models.DateTimeField()),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="priorities",
                        to="engagements.organisation",
                    ),
                ),
                (
                    "set_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.theme",
                        verbose_name="ämne",
                    ),
                ),
            ],
            options={
                "verbose_name": "prioritering",
                "verbose_name_plural": "prioriteringar",
            },
        ),
        migrations.CreateModel(
            name="Round",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="år")),
                (
                    "sort",
                    models.CharField(
                        choices=[
                            ("t1", "Tertialrapport 1"),
                            ("t2", "Tertialrapport 2"),
                            ("vb", "Verksamhetsberättelse"),
                        ],
                        max_length=2,
                        verbose_name="uppföljning",
                    ),
                ),
                ("opens_on", models.DateField(verbose_name="öppnar")),
                ("due_on", models.DateField(verbose_name="senast")),
            ],
            options={
                "verbose_name": "uppföljningsomgång",
                "verbose_name_plural": "uppföljningsomgångar",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("year", "sort"), name="one_round_of_a_sort_a_year"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("due_on__gte", models.F("opens_on"))),
                        name="round_ends_after_start",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Confirmation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="svar")),
                ("missing", models.JSONField(default=dict, verbose_name="saknades")),
                ("frame_sek", models.PositiveIntegerField(null=True, verbose_name="ram")),
                ("plan_sha256", models.CharField(blank=True, max_length=64)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("contact_person", "Internationell kontaktperson"),
                            ("deputy", "Ersättare för kontaktperson"),
                            ("international_unit", "Internationella enheten"),
                            ("protocol_unit", "Protokollsenheten"),
                            ("eu_unit", "EU-enheten"),
                            ("committee_member", "Ledamot i internationella beredningen"),
                            ("committee_secretary", "Sekreterare i internationella beredningen"),
                            ("ks_secretary", "Kommunstyrelsens sekreterare"),
                            ("kf_secretary", "Kommunfullmäktiges sekreterare"),
                            ("board_secretary", "Nämndsekreterare"),
                            ("registrar", "Registrator"),
                            ("admin", "Administratör"),
                            ("reader", "Läsare"),
                        ],
                        max_length=24,
                        verbose_name="roll",
                    ),
                ),
                ("at", models.DateTimeField()),
                ("ledger_seq", models.BigIntegerField(null=True, verbose_name="plats i liggaren")),
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
                        related_name="confirmations",
                        to="engagements.organisation",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="confirmations",
                        to="governance.round",
                    ),
                ),
            ],
            options={
                "verbose_name": "bekräftelse",
                "verbose_name_plural": "bekräftelser",
            },
        ),
        migrations.CreateModel(
            name="RoundReminder",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField(verbose_name="dag")),
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
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reminders",
                        to="governance.round",
                    ),
                ),
            ],
            options={
                "verbose_name": "påminnelse om uppföljning",
                "verbose_name_plural": "påminnelser om uppföljning",
            },
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.UniqueConstraint(
                fields=("organisation", "year"), name="one_plan_a_year"
            ),
        ),
        migrations.AddConstraint(
            model_name="plannedline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("quarter__isnull", True), ("quarter__range", (1, 4)), _connector="OR"
                ),
                name="a_year_has_four_quarters",
            ),
        ),
        migrations.AddConstraint(
            model_name="priority",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("country", ""), ("theme__isnull", False)),
                    models.Q(("theme__isnull", True), models.Q(("country", ""), _negated=True)),
                    _connector="OR",
                ),
                name="priority_is_a_theme_or_a_country",
            ),
        ),
        migrations.AddConstraint(
            model_name="priority",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_to__isnull", True),
                    ("valid_to__gte", models.F("valid_from")),
                    _connector="OR",
                ),
                name="priority_ends_after_start",
            ),
        ),
        migrations.AddIndex(
            model_name="confirmation",
            index=models.Index(fields=["round", "organisation", "-id"], name="confirmation_newest"),
        ),
        migrations.AddConstraint(
            model_name="roundreminder",
            constraint=models.UniqueConstraint(
                fields=("round", "organisation", "person", "on"), name="reminded_once_a_day"
            ),
        ),
        *history_guard.guarded("governance_plan", "governance_historicalplan", key="id"),
        *history_guard.guarded(
            "governance_plannedline", "governance_historicalplannedline", key="id"
        ),
        *history_guard.guarded(
            "governance_plannedtie", "governance_historicalplannedtie", key="id"
        ),
        *history_guard.guarded("governance_priority", "governance_historicalpriority", key="id"),
        *history_guard.guarded("governance_round", "governance_historicalround", key="id"),
        history_guard.append_only("governance_confirmation", once=("ledger_seq",)),
        history_guard.append_only("governance_roundreminder"),
    ]
