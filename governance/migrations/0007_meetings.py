from importlib import import_module

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

history_guard = import_module("engagements.migrations.0002_history_guard")


class Migration(migrations.Migration):
    dependencies = [
        ("engagements", "0003_preparation"),
        ("governance", "0006_dealing_and_lift"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AgendaItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "heading",
                    models.CharField(
                        choices=[
                            ("events", "Konferenser och evenemang"),
                            ("declarations", "Deklarationer och initiativ"),
                            ("cooperation", "Samarbetsförfrågningar, nätverk och medlemskap"),
                            ("receptions", "Representationsmottagningar"),
                            ("reports", "Återrapporter"),
                            ("other", "Övrigt"),
                        ],
                        max_length=16,
                        verbose_name="rubrik",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("proposal", models.TextField(verbose_name="förslag till beslut")),
                (
                    "late_grounds",
                    models.TextField(blank=True, verbose_name="varför ärendet kommer sent"),
                ),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "engagement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agenda_items",
                        to="engagements.engagement",
                    ),
                ),
            ],
            options={
                "verbose_name": "ärende på dagordningen",
                "verbose_name_plural": "ärenden på dagordningen",
            },
        ),
        migrations.CreateModel(
            name="HistoricalMeeting",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("starts_at", models.DateTimeField(db_index=True, verbose_name="tid")),
                ("place", models.CharField(max_length=160, verbose_name="plats")),
                ("papers_by", models.DateField(verbose_name="handlingar senast")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "Planerat"),
                            ("called", "Kallat"),
                            ("open", "Pågår"),
                            ("closed", "Avslutat"),
                            ("cancelled", "Inställt"),
                        ],
                        default="planned",
                        max_length=12,
                        verbose_name="läge",
                    ),
                ),
                ("called_at", models.DateTimeField(blank=True, null=True)),
                ("opened_at", models.DateTimeField(blank=True, null=True)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
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
                    "closed_by",
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
            ],
            options={
                "verbose_name": "historical sammanträde",
                "verbose_name_plural": "historical sammanträden",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalOffice",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "name_sv",
                    models.CharField(
                        db_index=True, max_length=120, verbose_name="ämbete på svenska"
                    ),
                ),
                ("name_en", models.CharField(max_length=120, verbose_name="ämbete på engelska")),
                ("chairs", models.BooleanField(default=False, verbose_name="leder mötet")),
                ("order", models.PositiveSmallIntegerField(verbose_name="ordning")),
                ("active", models.BooleanField(default=True, verbose_name="har plats nu")),
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
                "verbose_name": "historical ämbete",
                "verbose_name_plural": "historical ämbeten",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="ItemOutcome",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="paragraf")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("supports", "Tillstyrker"),
                            ("advises_against", "Avstyrker"),
                            ("refers_back", "Återremitterar"),
                            ("tables", "Bordlägger"),
                        ],
                        max_length=16,
                        verbose_name="förslag",
                    ),
                ),
                ("grounds", models.TextField(blank=True, verbose_name="motivering")),
                ("shares", models.JSONField(blank=True, default=dict)),
                ("aside", models.TextField(blank=True, verbose_name="deltog inte")),
                (
                    "item",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="result",
                        to="governance.agendaitem",
                    ),
                ),
            ],
            options={
                "verbose_name": "beredningens svar",
                "verbose_name_plural": "beredningens svar",
            },
        ),
        migrations.CreateModel(
            name="Meeting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("starts_at", models.DateTimeField(unique=True, verbose_name="tid")),
                ("place", models.CharField(max_length=160, verbose_name="plats")),
                ("papers_by", models.DateField(verbose_name="handlingar senast")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "Planerat"),
                            ("called", "Kallat"),
                            ("open", "Pågår"),
                            ("closed", "Avslutat"),
                            ("cancelled", "Inställt"),
                        ],
                        default="planned",
                        max_length=12,
                        verbose_name="läge",
                    ),
                ),
                ("called_at", models.DateTimeField(blank=True, null=True)),
                ("opened_at", models.DateTimeField(blank=True, null=True)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "sammanträde",
                "verbose_name_plural": "sammanträden",
            },
        ),
        migrations.CreateModel(
            name="HistoricalMinutes",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("opening", models.TextField(verbose_name="inledning")),
                ("parts", models.JSONField(default=list)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Utkast"),
                            ("adjusted", "Justerade"),
                            ("published", "Publicerade"),
                        ],
                        default="draft",
                        max_length=12,
                        verbose_name="läge",
                    ),
                ),
                ("adjusted_at", models.DateTimeField(blank=True, null=True)),
                ("published_at", models.DateTimeField(blank=True, null=True)),
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
                    "adjusted_by",
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
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="governance.meeting",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical minnesanteckningar",
                "verbose_name_plural": "historical minnesanteckningar",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAgendaItem",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "heading",
                    models.CharField(
                        choices=[
                            ("events", "Konferenser och evenemang"),
                            ("declarations", "Deklarationer och initiativ"),
                            ("cooperation", "Samarbetsförfrågningar, nätverk och medlemskap"),
                            ("receptions", "Representationsmottagningar"),
                            ("reports", "Återrapporter"),
                            ("other", "Övrigt"),
                        ],
                        max_length=16,
                        verbose_name="rubrik",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("proposal", models.TextField(verbose_name="förslag till beslut")),
                (
                    "late_grounds",
                    models.TextField(blank=True, verbose_name="varför ärendet kommer sent"),
                ),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
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
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="governance.meeting",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical ärende på dagordningen",
                "verbose_name_plural": "historical ärenden på dagordningen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="meeting",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="items",
                to="governance.meeting",
            ),
        ),
        migrations.CreateModel(
            name="Minutes",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("opening", models.TextField(verbose_name="inledning")),
                ("parts", models.JSONField(default=list)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Utkast"),
                            ("adjusted", "Justerade"),
                            ("published", "Publicerade"),
                        ],
                        default="draft",
                        max_length=12,
                        verbose_name="läge",
                    ),
                ),
                ("adjusted_at", models.DateTimeField(blank=True, null=True)),
                ("published_at", models.DateTimeField(blank=True, null=True)),
                (
                    "adjusted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "meeting",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="minutes",
                        to="governance.meeting",
                    ),
                ),
            ],
            options={
                "verbose_name": "minnesanteckningar",
                "verbose_name_plural": "minnesanteckningar",
            },
        ),
        migrations.CreateModel(
            name="Office",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "name_sv",
                    models.CharField(max_length=120, unique=True, verbose_name="ämbete på svenska"),
                ),
                ("name_en", models.CharField(max_length=120, verbose_name="ämbete på engelska")),
                ("chairs", models.BooleanField(default=False, verbose_name="leder mötet")),
                ("order", models.PositiveSmallIntegerField(verbose_name="ordning")),
                ("active", models.BooleanField(default=True, verbose_name="har plats nu")),
            ],
            options={
                "verbose_name": "ämbete",
                "verbose_name_plural": "ämbeten",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("active", True), ("chairs", True)),
                        fields=("chairs",),
                        name="one_office_chairs",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Seating",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("substitute", models.BooleanField(default=False, verbose_name="ersättare")),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seatings",
                        to="governance.office",
                    ),
                ),
                (
                    "role",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seatings",
                        to="engagements.role",
                    ),
                ),
            ],
            options={
                "verbose_name": "plats",
                "verbose_name_plural": "platser",
            },
        ),
        migrations.CreateModel(
            name="StanceTaken",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "stance",
                    models.CharField(
                        choices=[
                            ("supports", "Tillstyrker"),
                            ("opposes", "Avstyrker"),
                            ("discuss", "Vill diskutera"),
                        ],
                        max_length=16,
                        verbose_name="hållning",
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "acts_for",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stances",
                        to="governance.agendaitem",
                    ),
                ),
            ],
            options={
                "verbose_name": "hållning före mötet",
                "verbose_name_plural": "hållningar före mötet",
            },
        ),
        migrations.CreateModel(
            name="Absence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("first", models.DateField(verbose_name="första dag")),
                ("last", models.DateField(verbose_name="sista dag")),
                ("at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="absences",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "frånvaro",
                "verbose_name_plural": "frånvaro",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("last__gte", models.F("first"))),
                        name="absence_ends_after_start",
                        violation_error_message="Sista dagen måste vara samma dag eller senare",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Mark",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("supports", "Tillstyrker"),
                            ("advises_against", "Avstyrker"),
                            ("refers_back", "Återremitterar"),
                            ("tables", "Bordlägger"),
                        ],
                        max_length=16,
                        verbose_name="förslag",
                    ),
                ),
                ("grounds", models.TextField(blank=True, verbose_name="motivering")),
                ("shares", models.JSONField(blank=True, default=dict)),
                ("key", models.UUIDField()),
                ("at", models.DateTimeField()),
                (
                    "acts_for",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="marks",
                        to="governance.agendaitem",
                    ),
                ),
            ],
            options={
                "verbose_name": "markering",
                "verbose_name_plural": "markeringar",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("item", "key"), name="one_mark_a_press_and_item"
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.UniqueConstraint(
                fields=("meeting", "engagement"), name="once_on_an_agenda"
            ),
        ),
        migrations.AddConstraint(
            model_name="seating",
            constraint=models.UniqueConstraint(
                fields=("office", "role"), name="seated_once_in_an_office"
            ),
        ),
        history_guard.append_only("governance_mark"),
        history_guard.append_only("governance_stancetaken"),
        history_guard.append_only("governance_itemoutcome"),
        history_guard.append_only("governance_seating"),
        history_guard.append_only("governance_absence", once=("ended_by_id", "ended_at")),
        *history_guard.guarded("governance_office", "governance_historicaloffice", key="id"),
        *history_guard.guarded("governance_meeting", "governance_historicalmeeting", key="id"),
        *history_guard.guarded(
            "governance_agendaitem", "governance_historicalagendaitem", key="id"
        ),
        *history_guard.guarded("governance_minutes", "governance_historicalminutes", key="id"),
    ]
