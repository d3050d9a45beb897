"""An engagement is found by its kind's own words, by its bare number, and without accents."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import migrations, models
from django.db.models import CharField, F, Func, GeneratedField, Value

from engagements.models.searching import Folded

# unaccent() may be given another dictionary and is therefore not immutable; with its own it is.
FOLDED = """
create function folded(text) returns text language sql immutable strict parallel safe as $$
    select public.unaccent('public.unaccent'::regdictionary, lower($1))
$$;
"""
TABLE, HISTORY = "engagements_engagement", "engagements_historicalengagement"


SERIAL = Func(F("number"), Value("-"), Value(3), function="split_part", output_field=CharField())
FOUND_BY = ("title", "counterpart", "search_words")
AS_WRITTEN = SearchVector("number", SERIAL, *FOUND_BY, config="swedish")
ALIKE = SearchVector(*(Folded(F(name)) for name in FOUND_BY), config="simple")


def vector(expression: SearchVector) -> GeneratedField:
    """Return the column that the database fills with an expression."""
    return GeneratedField(expression=expression, output_field=SearchVectorField(), db_persist=True)


def guarded(*left_out: str) -> str:
    """Return the SQL that makes the history guard of engagements leave out these columns."""
    words = ", ".join(f"'{word}'" for word in (TABLE, HISTORY, "id", *left_out))
    return f"""
        drop trigger history_guard on {TABLE};
        drop trigger history_guard on {HISTORY};
        create constraint trigger history_guard after insert or update or delete on {TABLE}
            deferrable initially deferred for each row execute function history_guard({words});
        create constraint trigger history_guard after insert on {HISTORY}
            deferrable initially deferred for each row execute function history_guard({words});
    """


class Migration(migrations.Migration):
    dependencies = [("engagements", "0002_history_guard")]

    operations = [
        migrations.RunSQL(FOLDED, "drop function folded(text)"),
        migrations.RunSQL(guarded("search", "search_alike", "search_words"), guarded("search")),
        migrations.AddField(
            "engagement", "search_words", models.TextField(blank=True, default="", editable=False)
        ),
        migrations.RemoveIndex("engagement", "engagement_search"),
        migrations.RemoveField("engagement", "search"),
        migrations.AddField("engagement", "search", vector(AS_WRITTEN)),
        migrations.AddField("engagement", "search_alike", vector(ALIKE)),
        migrations.AddIndex(
            "engagement",
            GinIndex(fields=["search"], name="engagement_search"),
        ),
        migrations.AddIndex(
            "engagement",
            GinIndex(fields=["search_alike"], name="engagement_alike"),
        ),
    ]
