"""What a report tells beside the three questions, and what cost more than was decided."""

from importlib import import_module

import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

history_guard = import_module("engagements.migrations.0002_history_guard")

TEXTS = {
    "purpose_met": models.TextField(blank=True, default="", verbose_name="vad blev det av syftet"),
    "contacts": models.TextField(blank=True, default="", verbose_name="kontakter"),
    "usable": models.TextField(
        blank=True, default="", verbose_name="vad andra i staden kan använda"
    ),
    "goes_into": models.TextField(
        blank=True, default="", verbose_name="beslut eller plan som det går in i"
    ),
    "occasion": models.CharField(
        blank=True, default="", editable=False, max_length=200, verbose_name="vad det var"
    ),
    "country": models.CharField(
        blank=True,
        default="",
        editable=False,
        max_length=2,
        verbose_name="land eller territorium",
    ),
}
UNGUARD = """
drop trigger history_guard on governance_historicalfollowup;
drop trigger history_guard on governance_followup;
drop index governance_historicalfollowup_newest;
drop trigger append_only on governance_historicalfollowup;
drop trigger append_only_whole on governance_historicalfollowup;
"""


def guarded(*, left_out: tuple[str, ...] = ()) -> list:
    """Guard follow-ups, but for what the database itself derives."""
    return history_guard.guarded(
        "governance_followup",
        "governance_historicalfollowup",
        key="engagement_id",
        left_out=left_out,
    )


class Migration(migrations.Migration):
    dependencies = [
        ("engagements", "0002_history_guard"),
        ("governance", "0010_notices"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        # The guard is laid anew, since it names the columns that history leaves out.
        migrations.RunSQL(UNGUARD, migrations.RunSQL.noop),
        *(
            migrations.AddField(
                model_name=model, name=name, field=field.clone(), preserve_default=False
            )
            for name, field in TEXTS.items()
            for model in ("followup", "historicalfollowup")
        ),
        migrations.AddField(
            model_name="followup",
            name="search",
            field=models.GeneratedField(
                db_persist=True,
                expression=django.contrib.postgres.search.SearchVector(
                    "occasion",
                    "learnt",
                    "acted_on",
                    "purpose_met",
                    "usable",
                    "goes_into",
                    config="swedish",
                ),
                output_field=django.contrib.postgres.search.SearchVectorField(),
            ),
        ),
        migrations.AddIndex(
            model_name="followup",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["search"], name="followup_search"
            ),
        ),
        migrations.AddIndex(
            model_name="followup",
            index=models.Index(fields=["-at", "-engagement"], name="followup_newest_first"),
        ),
        *guarded(left_out=("search",)),
        migrations.CreateModel(
            name="Overrun",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("decided_sek", models.PositiveIntegerField(verbose_name="beslutad kostnad")),
                ("outcome_sek", models.PositiveIntegerField(verbose_name="utfall")),
                ("why", models.TextField(verbose_name="varför det blev dyrare")),
                ("ledger_seq", models.BigIntegerField(verbose_name="plats i liggaren")),
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
                    "decision",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="overrun",
                        to="governance.decision",
                    ),
                ),
                (
                    "engagement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="overruns",
                        to="engagements.engagement",
                    ),
                ),
            ],
            options={
                "verbose_name": "begäran om nytt beslut",
                "verbose_name_plural": "begäranden om nytt beslut",
            },
        ),
        history_guard.append_only("governance_overrun"),
    ]
