"""What the city knows: good examples, observations, comparisons; never without history."""

from importlib import import_module

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models


history_guard = import_module("engagements.migrations.0002_history_guard")


class Migration(migrations.Migration):
    dependencies = [
        ("engagements", "0011_deadline"),
        ("governance", "0020_calendar_feed"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Comparison",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="rubrik")),
                ("at", models.DateTimeField()),
                ("unit", models.CharField(max_length=60, verbose_name="enhet")),
                ("learnt", models.TextField(blank=True, verbose_name="vad jämförelsen säger")),
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
                        verbose_name="verksamhet",
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
                "verbose_name": "jämförelse",
                "verbose_name_plural": "jämförelser",
            },
        ),
        migrations.CreateModel(
            name="GoodExample",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="rubrik")),
                ("at", models.DateTimeField()),
                ("shows", models.TextField(verbose_name="vad det visar")),
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
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
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
                    "learnt_from",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="engagements.engagement",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.theme",
                        verbose_name="ämne",
                    ),
                ),
            ],
            options={
                "verbose_name": "gott exempel",
                "verbose_name_plural": "goda exempel",
            },
        ),
        migrations.CreateModel(
            name="HistoricalCompared",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("city", models.CharField(max_length=120, verbose_name="stad")),
                ("country", models.CharField(max_length=2, verbose_name="land eller territorium")),
                ("year", models.PositiveSmallIntegerField(verbose_name="år")),
                (
                    "value",
                    models.DecimalField(decimal_places=3, max_digits=16, verbose_name="värde"),
                ),
                ("source", models.CharField(max_length=300, verbose_name="källa")),
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
                    "comparison",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="governance.comparison",
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
                "verbose_name": "historical jämförd stad",
                "verbose_name_plural": "historical jämförda städer",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalComparison",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="rubrik")),
                ("at", models.DateTimeField()),
                ("unit", models.CharField(max_length=60, verbose_name="enhet")),
                ("learnt", models.TextField(blank=True, verbose_name="vad jämförelsen säger")),
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
                        verbose_name="verksamhet",
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
                "verbose_name": "historical jämförelse",
                "verbose_name_plural": "historical jämförelser",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalGoodExample",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="rubrik")),
                ("at", models.DateTimeField()),
                ("shows", models.TextField(verbose_name="vad det visar")),
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
                ("answered_at", models.DateTimeField(blank=True, null=True)),
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
                    "answered_by",
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
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "learnt_from",
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
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="engagements.organisation",
                        verbose_name="verksamhet",
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
                "verbose_name": "historical gott exempel",
                "verbose_name_plural": "historical goda exempel",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalObservation",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="rubrik")),
                ("at", models.DateTimeField()),
                ("city", models.CharField(blank=True, max_length=120, verbose_name="stad")),
                (
                    "country",
                    models.CharField(
                        blank=True, max_length=2, verbose_name="land eller territorium"
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
                        verbose_name="verksamhet",
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
                "verbose_name": "historical iakttagelse",
                "verbose_name_plural": "historical iakttagelser",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalOffer",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
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
                    "example",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="governance.goodexample",
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
                "verbose_name": "historical erbjudande av ett gott exempel",
                "verbose_name_plural": "historical erbjudanden av goda exempel",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Observation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="rubrik")),
                ("at", models.DateTimeField()),
                ("city", models.CharField(blank=True, max_length=120, verbose_name="stad")),
                (
                    "country",
                    models.CharField(
                        blank=True, max_length=2, verbose_name="land eller territorium"
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
                        verbose_name="verksamhet",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="engagements.place",
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
                "verbose_name": "iakttagelse",
                "verbose_name_plural": "iakttagelser",
            },
        ),
        migrations.CreateModel(
            name="KnowledgeCitation",
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
                    "comparison",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="citations",
                        to="governance.comparison",
                    ),
                ),
                (
                    "engagement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rests_on",
                        to="engagements.engagement",
                    ),
                ),
                (
                    "example",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="citations",
                        to="governance.goodexample",
                    ),
                ),
                (
                    "observation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="citations",
                        to="governance.observation",
                    ),
                ),
            ],
            options={
                "verbose_name": "hänvisning till kunskap",
                "verbose_name_plural": "hänvisningar till kunskap",
            },
        ),
        migrations.CreateModel(
            name="HistoricalKnowledgeCitation",
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
                    "comparison",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="governance.comparison",
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
                    "example",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="governance.goodexample",
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
                    "observation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="governance.observation",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical hänvisning till kunskap",
                "verbose_name_plural": "historical hänvisningar till kunskap",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Offer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                    "example",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="offers",
                        to="governance.goodexample",
                    ),
                ),
            ],
            options={
                "verbose_name": "erbjudande av ett gott exempel",
                "verbose_name_plural": "erbjudanden av goda exempel",
            },
        ),
        migrations.CreateModel(
            name="Compared",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("city", models.CharField(max_length=120, verbose_name="stad")),
                ("country", models.CharField(max_length=2, verbose_name="land eller territorium")),
                ("year", models.PositiveSmallIntegerField(verbose_name="år")),
                (
                    "value",
                    models.DecimalField(decimal_places=3, max_digits=16, verbose_name="värde"),
                ),
                ("source", models.CharField(max_length=300, verbose_name="källa")),
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
                    "place",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="engagements.place",
                    ),
                ),
                (
                    "comparison",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cities",
                        to="governance.comparison",
                    ),
                ),
            ],
            options={
                "verbose_name": "jämförd stad",
                "verbose_name_plural": "jämförda städer",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("comparison", "city", "country", "year"),
                        name="one_value_a_city_and_year",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="goodexample",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answered_at", None), ("answered_by", None), ("state", "proposed")),
                    models.Q(
                        models.Q(("state", "proposed"), _negated=True),
                        ("answered_at__isnull", False),
                        ("answered_by__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="example_answered_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="goodexample",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "declined"), _negated=True),
                    models.Q(("answer", ""), _negated=True),
                    _connector="OR",
                ),
                name="example_declined_with_grounds",
            ),
        ),
        migrations.AddConstraint(
            model_name="knowledgecitation",
            constraint=models.UniqueConstraint(
                fields=("engagement", "example", "observation", "comparison"),
                name="knowledge_cited_once",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="knowledgecitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("comparison", None), ("example__isnull", False), ("observation", None)
                    ),
                    models.Q(
                        ("comparison", None), ("example", None), ("observation__isnull", False)
                    ),
                    models.Q(
                        ("comparison__isnull", False), ("example", None), ("observation", None)
                    ),
                    _connector="OR",
                ),
                name="cites_one_thing_known",
            ),
        ),
        *history_guard.guarded(
            "governance_goodexample", "governance_historicalgoodexample", key="id"
        ),
        *history_guard.guarded("governance_offer", "governance_historicaloffer", key="id"),
        *history_guard.guarded(
            "governance_observation", "governance_historicalobservation", key="id"
        ),
        *history_guard.guarded(
            "governance_comparison", "governance_historicalcomparison", key="id"
        ),
        *history_guard.guarded("governance_compared", "governance_historicalcompared", key="id"),
        *history_guard.guarded(
            "governance_knowledgecitation", "governance_historicalknowledgecitation", key="id"
        ),
    ]
