"""The contact persons' network: questions to all, news, meetings; never without history."""

from importlib import import_module

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models


history_guard = import_module("engagements.migrations.0002_history_guard")


class Migration(migrations.Migration):
    dependencies = [
        ("engagements", "0011_deadline"),
        ("governance", "0021_knowledge"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Bulletin",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="rubrik")),
                ("text", models.TextField(verbose_name="text")),
                ("at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "nyhet till nätverket",
                "verbose_name_plural": "nyheter till nätverket",
            },
        ),
        migrations.CreateModel(
            name="HistoricalBulletin",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="rubrik")),
                ("text", models.TextField(verbose_name="text")),
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
            ],
            options={
                "verbose_name": "historical nyhet till nätverket",
                "verbose_name_plural": "historical nyheter till nätverket",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalNetworkAnswer",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(verbose_name="svar")),
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
            ],
            options={
                "verbose_name": "historical svar från nätverket",
                "verbose_name_plural": "historical svar från nätverket",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalNetworkMeeting",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="rubrik")),
                ("meets_on", models.DateField(verbose_name="dag")),
                ("place", models.CharField(max_length=160, verbose_name="plats")),
                ("agenda", models.TextField(verbose_name="dagordning")),
                ("present", models.TextField(blank=True, verbose_name="vilka som var med")),
                ("notes", models.TextField(blank=True, verbose_name="anteckningar")),
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
            ],
            options={
                "verbose_name": "historical nätverksmöte",
                "verbose_name_plural": "historical nätverksmöten",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalNetworkQuestion",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="rubrik")),
                ("text", models.TextField(verbose_name="fråga")),
                ("due_on", models.DateField(verbose_name="svar senast")),
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
            ],
            options={
                "verbose_name": "historical fråga till nätverket",
                "verbose_name_plural": "historical frågor till nätverket",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="NetworkAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(verbose_name="svar")),
                ("at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "svar från nätverket",
                "verbose_name_plural": "svar från nätverket",
            },
        ),
        migrations.CreateModel(
            name="NetworkMeeting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="rubrik")),
                ("meets_on", models.DateField(verbose_name="dag")),
                ("place", models.CharField(max_length=160, verbose_name="plats")),
                ("agenda", models.TextField(verbose_name="dagordning")),
                ("present", models.TextField(blank=True, verbose_name="vilka som var med")),
                ("notes", models.TextField(blank=True, verbose_name="anteckningar")),
                ("at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "nätverksmöte",
                "verbose_name_plural": "nätverksmöten",
            },
        ),
        migrations.CreateModel(
            name="NetworkQuestion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="rubrik")),
                ("text", models.TextField(verbose_name="fråga")),
                ("due_on", models.DateField(verbose_name="svar senast")),
                ("at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "fråga till nätverket",
                "verbose_name_plural": "frågor till nätverket",
            },
        ),
        migrations.CreateModel(
            name="NetworkReminder",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField()),
                ("at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "påminnelse om en fråga",
                "verbose_name_plural": "påminnelser om frågor",
            },
        ),
        migrations.RemoveConstraint(
            model_name="notice",
            name="notice_is_about_one_thing",
        ),
        migrations.AlterField(
            model_name="notice",
            name="sort",
            field=models.CharField(
                choices=[
                    ("ball", "Ärenden som kommer till dig"),
                    ("reminder", "Påminnelser om det som är sent"),
                    ("meeting", "Möten och minnesanteckningar"),
                    ("answer", "Svar och kommentarer"),
                    ("network", "Nyheter i nätverket"),
                    ("file", "Filer som blir klara"),
                    ("digest", "Måndagsmejlet"),
                ],
                max_length=8,
            ),
        ),
        migrations.AlterField(
            model_name="noticechoice",
            name="sort",
            field=models.CharField(
                choices=[
                    ("ball", "Ärenden som kommer till dig"),
                    ("reminder", "Påminnelser om det som är sent"),
                    ("meeting", "Möten och minnesanteckningar"),
                    ("answer", "Svar och kommentarer"),
                    ("network", "Nyheter i nätverket"),
                    ("file", "Filer som blir klara"),
                    ("digest", "Måndagsmejlet"),
                ],
                max_length=8,
                verbose_name="slag",
            ),
        ),
        migrations.AddField(
            model_name="bulletin",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="notice",
            name="bulletin",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="notices",
                to="governance.bulletin",
            ),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("bulletin", None),
                        ("engagement__isnull", False),
                        ("job", None),
                        ("meeting", None),
                    ),
                    models.Q(
                        ("bulletin", None),
                        ("engagement", None),
                        ("job", None),
                        ("meeting__isnull", False),
                    ),
                    models.Q(
                        ("bulletin", None),
                        ("engagement", None),
                        ("job__isnull", False),
                        ("meeting", None),
                    ),
                    models.Q(
                        ("bulletin__isnull", False),
                        ("engagement", None),
                        ("job", None),
                        ("meeting", None),
                    ),
                    _connector="OR",
                ),
                name="notice_is_about_one_thing",
            ),
        ),
        migrations.AddField(
            model_name="historicalbulletin",
            name="by",
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
            model_name="historicalbulletin",
            name="history_user",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="historicalnetworkanswer",
            name="by",
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
            model_name="historicalnetworkanswer",
            name="history_user",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="historicalnetworkanswer",
            name="organisation",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="engagements.organisation",
            ),
        ),
        migrations.AddField(
            model_name="historicalnetworkmeeting",
            name="by",
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
            model_name="historicalnetworkmeeting",
            name="history_user",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="historicalnetworkquestion",
            name="by",
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
            model_name="historicalnetworkquestion",
            name="history_user",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="networkanswer",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="networkanswer",
            name="organisation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="engagements.organisation",
            ),
        ),
        migrations.AddField(
            model_name="networkmeeting",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="networkquestion",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="networkanswer",
            name="question",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="answers",
                to="governance.networkquestion",
            ),
        ),
        migrations.AddField(
            model_name="historicalnetworkanswer",
            name="question",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="governance.networkquestion",
            ),
        ),
        migrations.AddField(
            model_name="networkreminder",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="networkreminder",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="networkreminder",
            name="question",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reminders",
                to="governance.networkquestion",
            ),
        ),
        migrations.AddConstraint(
            model_name="networkanswer",
            constraint=models.UniqueConstraint(
                fields=("question", "organisation"), name="one_answer_an_organisation"
            ),
        ),
        migrations.AddConstraint(
            model_name="networkreminder",
            constraint=models.UniqueConstraint(
                fields=("question", "person", "on"), name="reminded_of_question_once_a_day"
            ),
        ),
        *history_guard.guarded(
            "governance_networkquestion", "governance_historicalnetworkquestion", key="id"
        ),
        *history_guard.guarded(
            "governance_networkanswer", "governance_historicalnetworkanswer", key="id"
        ),
        *history_guard.guarded("governance_bulletin", "governance_historicalbulletin", key="id"),
        *history_guard.guarded(
            "governance_networkmeeting", "governance_historicalnetworkmeeting", key="id"
        ),
    ]
