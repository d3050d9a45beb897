"""What people say of a matter and ask each other to do; neither is changed or removed."""

from importlib import import_module

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

history_guard = import_module("engagements.migrations.0002_history_guard")


class Migration(migrations.Migration):
    dependencies = [
        ("engagements", "0011_deadline"),
        ("governance", "0024_search_knowledge"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="notice",
            name="internal",
            field=models.BooleanField(default=False),
        ),
        migrations.AlterField(
            model_name="notice",
            name="sort",
            field=models.CharField(
                choices=[
                    ("ball", "Ärenden som kommer till dig"),
                    ("reminder", "Påminnelser om det som är sent"),
                    ("meeting", "Möten och minnesanteckningar"),
                    ("answer", "Svar i rådgivningen"),
                    ("mention", "Omnämnanden och uppgifter"),
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
                    ("answer", "Svar i rådgivningen"),
                    ("mention", "Omnämnanden och uppgifter"),
                    ("network", "Nyheter i nätverket"),
                    ("file", "Filer som blir klara"),
                    ("digest", "Måndagsmejlet"),
                ],
                max_length=8,
                verbose_name="slag",
            ),
        ),
        migrations.CreateModel(
            name="Comment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("internal", models.BooleanField(verbose_name="internt")),
                ("text", models.TextField(verbose_name="kommentar")),
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
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="comments",
                        to="engagements.engagement",
                    ),
                ),
            ],
            options={
                "verbose_name": "kommentar",
                "verbose_name_plural": "kommentarer",
            },
        ),
        migrations.AddField(
            model_name="notice",
            name="comment",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="notices",
                to="governance.comment",
            ),
        ),
        migrations.CreateModel(
            name="Mention",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "comment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mentions",
                        to="governance.comment",
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
            ],
            options={
                "verbose_name": "omnämnande",
                "verbose_name_plural": "omnämnanden",
            },
        ),
        migrations.AddField(
            model_name="comment",
            name="mentioned",
            field=models.ManyToManyField(
                related_name="mentioned_in",
                through="governance.Mention",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.CreateModel(
            name="Todo",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("internal", models.BooleanField(verbose_name="internt")),
                ("what", models.TextField(verbose_name="vad")),
                ("due_on", models.DateField(verbose_name="senast")),
                ("at", models.DateTimeField()),
                (
                    "ended",
                    models.CharField(
                        choices=[
                            ("done", "Klar"),
                            ("taken_back", "Återtagen"),
                            ("handed_on", "Lämnad vidare"),
                        ],
                        max_length=10,
                        null=True,
                        verbose_name="hur det gick",
                    ),
                ),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "after",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="then",
                        to="governance.todo",
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
                    "comment",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="todos",
                        to="governance.comment",
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
                    "engagement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="todos",
                        to="engagements.engagement",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="todos",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "uppgift",
                "verbose_name_plural": "uppgifter",
            },
        ),
        migrations.AddField(
            model_name="notice",
            name="todo",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="notices",
                to="governance.todo",
            ),
        ),
        migrations.AddConstraint(
            model_name="mention",
            constraint=models.UniqueConstraint(
                fields=("comment", "person"), name="mentioned_once_a_comment"
            ),
        ),
        migrations.AddIndex(
            model_name="todo",
            index=models.Index(
                condition=models.Q(("ended", None)), fields=["owner", "due_on"], name="todos_open"
            ),
        ),
        migrations.AddIndex(
            model_name="todo",
            index=models.Index(
                condition=models.Q(("ended", None)), fields=["due_on"], name="todos_due"
            ),
        ),
        migrations.AddConstraint(
            model_name="todo",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended", None)),
                fields=("comment",),
                name="one_open_todo_a_comment",
            ),
        ),
        migrations.AddConstraint(
            model_name="todo",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended", None), ("ended_at", None), ("ended_by", None)),
                    models.Q(
                        ("ended__isnull", False),
                        ("ended_at__isnull", False),
                        ("ended_by__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="todo_ends_by_somebody",
            ),
        ),
        history_guard.append_only("governance_comment"),
        history_guard.append_only("governance_mention"),
        history_guard.append_only("governance_todo", once=("ended", "ended_by_id", "ended_at")),
    ]
