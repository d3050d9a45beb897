"""Tables that are made together, and the histories of tables."""

from collections.abc import Sequence

from django.conf import settings
from django.db import models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations import CreateModel
from django.db.migrations.operations.base import Operation, OperationCategory
from django.db.migrations.state import ProjectState
from simple_history.models import HistoricalChanges


def own_key() -> tuple[str, models.Field]:
    """Return the column that Django gives a table which names no key itself."""
    return (
        "id",
        models.BigAutoField(
            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
        ),
    )


class Together(Operation):
    """Steps that are taken together: the models are put together once for all of them.

    Django puts together anew, after each step, every model that the changed one is tied to, and
    here all are tied to all: 200 tables took a minute, of which the database worked for a second.
    """

    category = OperationCategory.MIXED

    def __init__(self, steps: Sequence[Operation]) -> None:
        self.steps = steps

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        state.__dict__.pop("apps", None)  # the models as they were; put together when asked for
        for step in self.steps:
            step.state_forwards(app_label, state)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        for step in self.steps:
            step.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        for step in reversed(self.steps):
            step.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        return "; ".join(step.describe() for step in self.steps)

    def references_model(self, name: str, app_label: str) -> bool:
        return any(step.references_model(name, app_label) for step in self.steps)


class Tables(Together):
    """Make tables together, with their indexes, constraints and the keys between them.

    As the keys are laid last, a table may stand before one that it points to; and as nothing is
    left for later, the tables and the note that they are made reach the disk in the same
    transaction.
    """

    category = OperationCategory.ADDITION

    def __init__(self, tables: Sequence[CreateModel]) -> None:
        super().__init__(tables)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        super().database_forwards(app_label, schema_editor, from_state, to_state)
        while schema_editor.deferred_sql:
            schema_editor.execute(schema_editor.deferred_sql.pop(0), None)

    def describe(self) -> str:
        return f"Create {len(self.steps)} models"


def remembered(table: CreateModel, *, left_out: Sequence[str] = ()) -> list[CreateModel]:
    """Return a table and its history: the same columns, as they were, and who changed them when.

    left_out: the columns that the history is without.
    """
    columns = [
        (name, _as_it_was(field))
        for name, field in table.fields
        if name not in left_out and not field.many_to_many
    ]
    called = {
        name: f"historical {table.options[name]}"
        for name in ("verbose_name", "verbose_name_plural")
    }
    history = CreateModel(
        name=f"Historical{table.name}",
        fields=[
            *columns,
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
                    on_delete=models.SET_NULL,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
        ],
        options=called
        | {
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(HistoricalChanges, models.Model),
    )
    return [table, history]


def _as_it_was(field: models.Field) -> models.Field:
    """Return a column of a history: never unique, never filled in by itself, bound to nothing."""
    _name, _path, args, settled = field.deconstruct()
    unique = settled.pop("unique", False) | settled.pop("primary_key", False)
    for word in ("serialize", "auto_now", "auto_now_add"):
        settled.pop(word, None)
    if isinstance(field, models.ForeignKey):
        settled |= {"blank": True, "null": True, "related_name": "+", "db_constraint": False}
        return models.ForeignKey(**settled | {"on_delete": models.DO_NOTHING})
    if unique:
        settled["db_index"] = True
    if isinstance(field, models.BigAutoField):
        return models.BigIntegerField(blank=True, **settled)
    if isinstance(field, models.FileField):
        settled.pop("upload_to", None)
        settled.pop("storage", None)
        return models.TextField(*args, **settled)
    return type(field)(*args, **settled)
