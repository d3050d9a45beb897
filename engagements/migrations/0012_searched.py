"""What matters and documents are found by: clauses, names and words."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import engagements.models.searching
from django.db import migrations, models

# The guard leaves out one column more: what was found on which clause stands in the receipts.
GUARD = """
drop trigger history_guard on engagements_engagement;
drop trigger history_guard on engagements_historicalengagement;
create constraint trigger history_guard after insert or update or delete on engagements_engagement
    deferrable initially deferred for each row execute function history_guard({arguments});
create constraint trigger history_guard after insert on engagements_historicalengagement
    deferrable initially deferred for each row execute function history_guard({arguments});
"""
KNOWN = (
    "engagements_engagement engagements_historicalengagement id search search_alike search_words"
)


def guarded(words):
    """Return the guard of engagements with its arguments."""
    return GUARD.format(arguments=", ".join(f"'{word}'" for word in words.split()))


class Migration(migrations.Migration):
    dependencies = [
        ("engagements", "0011_deadline"),
    ]

    operations = [
        migrations.CreateModel(
            name="DocumentText",
            fields=[
                (
                    "document",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="told",
                        serialize=False,
                        to="engagements.document",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Väntar"),
                            ("read", "Läst"),
                            ("unreadable", "Går inte att läsa"),
                            ("erased", "Gallrad"),
                        ],
                        default="waiting",
                        max_length=12,
                    ),
                ),
                ("called", models.CharField(max_length=160)),
                ("words", models.TextField(blank=True, default="")),
                (
                    "search",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.contrib.postgres.search.SearchVector(
                            "called", "words", config="swedish"
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
                (
                    "search_alike",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.contrib.postgres.search.SearchVector(
                            engagements.models.searching.Folded(models.F("called")),
                            engagements.models.searching.Folded(models.F("words")),
                            config="simple",
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
            ],
            options={
                "verbose_name": "text i handling",
                "verbose_name_plural": "text i handlingar",
            },
        ),
        migrations.AddField(
            model_name="engagement",
            name="clauses",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=32),
                blank=True,
                db_default=models.Value(
                    [],
                    output_field=django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=32), size=None
                    ),
                ),
                default=list,
                editable=False,
                size=None,
            ),
        ),
        migrations.RunSQL(guarded(f"{KNOWN} clauses"), guarded(KNOWN)),
        migrations.AddIndex(
            model_name="engagement",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["clauses"], name="engagement_clauses"
            ),
        ),
        migrations.AddIndex(
            model_name="documenttext",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["search"], name="document_search"
            ),
        ),
        migrations.AddIndex(
            model_name="documenttext",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["search_alike"], name="document_alike"
            ),
        ),
        migrations.AddIndex(
            model_name="documenttext",
            index=models.Index(
                condition=models.Q(("state", "waiting")),
                fields=["document"],
                name="documents_to_read",
            ),
        ),
    ]
