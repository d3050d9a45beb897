"""What people say of a matter to each other, and what they ask each other to do."""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import migrations, models
from engagements.migrations.parts.laying import own_key

TABLES = [
    migrations.CreateModel(
        name="Comment",
        fields=[
            own_key(),
            (
                "engagement",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="comments", to="engagements.engagement"
                ),
            ),
            ("internal", models.BooleanField(verbose_name="internt")),
            ("text", models.TextField(verbose_name="kommentar")),
            (
                "by",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            ("at", models.DateTimeField()),
            (
                "mentioned",
                models.ManyToManyField(
                    related_name="mentioned_in",
                    through="governance.Mention",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
        ],
        options={
            "verbose_name": "kommentar",
            "verbose_name_plural": "kommentarer",
        },
    ),
    migrations.CreateModel(
        name="Mention",
        fields=[
            own_key(),
            (
                "comment",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="mentions", to="governance.comment"
                ),
            ),
            (
                "person",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
        ],
        options={
            "verbose_name": "omnämnande",
            "verbose_name_plural": "omnämnanden",
            "constraints": [
                models.UniqueConstraint(
                    fields=("comment", "person"), name="mentioned_once_a_comment"
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="Todo",
        fields=[
            own_key(),
            (
                "engagement",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="todos", to="engagements.engagement"
                ),
            ),
            (
                "comment",
                models.ForeignKey(
                    null=True,
                    on_delete=models.PROTECT,
                    related_name="todos",
                    to="governance.comment",
                ),
            ),
            (
                "after",
                models.OneToOneField(
                    null=True, on_delete=models.PROTECT, related_name="then", to="governance.todo"
                ),
            ),
            ("internal", models.BooleanField(verbose_name="internt")),
            ("what", models.TextField(verbose_name="vad")),
            (
                "owner",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="todos", to=settings.AUTH_USER_MODEL
                ),
            ),
            ("due_on", models.DateField(verbose_name="senast")),
            (
                "by",
                models.ForeignKey(
                    on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
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
            (
                "ended_by",
                models.ForeignKey(
                    null=True,
                    on_delete=models.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            ("ended_at", models.DateTimeField(null=True)),
        ],
        options={
            "verbose_name": "uppgift",
            "verbose_name_plural": "uppgifter",
            "indexes": [
                models.Index(
                    condition=models.Q(ended=None), fields=["owner", "due_on"], name="todos_open"
                ),
                models.Index(condition=models.Q(ended=None), fields=["due_on"], name="todos_due"),
                GinIndex(SearchVector("what", config="swedish"), name="todo_search"),
            ],
            "constraints": [
                models.UniqueConstraint(
                    condition=models.Q(ended=None),
                    fields=("comment",),
                    name="one_open_todo_a_comment",
                ),
                models.CheckConstraint(
                    condition=models.Q(ended=None, ended_at=None, ended_by=None)
                    | models.Q(ended__isnull=False, ended_at__isnull=False, ended_by__isnull=False),
                    name="todo_ends_by_somebody",
                ),
            ],
        },
    ),
]
