"""What every kind of matter has in common: people, organisations, matters, places and documents."""

from django.contrib.postgres.operations import (
    BtreeGistExtension,
    TrigramExtension,
    UnaccentExtension,
)
from django.db import migrations

from engagements.migrations.tables import (
    away,
    citing,
    consulting,
    deadlines,
    engagement,
    organisations,
    people,
    places,
    plumbing,
    records,
    sharing,
)
from engagements.migrations.parts.laying import Tables

# unaccent() may be given another dictionary and is therefore not immutable; with its own it is.
FOLDED = """
create function folded(text) returns text language sql immutable strict parallel safe as $$
    select public.unaccent('public.unaccent'::regdictionary, lower($1))
$$;
"""


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ("engagements", "0001_initial"),
        ("engagements", "0003_preparation"),
        ("engagements", "0004_consultation"),
        ("engagements", "0005_minutes_as_document"),
        ("engagements", "0006_citation"),
        ("engagements", "0007_places"),
        ("engagements", "0008_projects"),
        ("engagements", "0009_goal_closed"),
        ("engagements", "0010_counted_by_period"),
        ("engagements", "0011_deadline"),
        ("engagements", "0012_searched"),
        ("engagements", "0013_documents_told"),
        ("engagements", "0014_desk"),
        ("engagements", "0015_away"),
        ("engagements", "0016_calendar"),
        ("engagements", "0017_ways_of_working"),
        ("engagements", "0018_texts"),
        ("engagements", "0019_waits_by_due"),
    ]

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        # The exclusion constraint on roles needs btree_gist; the search uses the other two.
        BtreeGistExtension(),
        TrigramExtension(),
        UnaccentExtension(),
        migrations.RunSQL(FOLDED, "drop function folded(text)"),
        Tables(
            [
                *away.TABLES,
                *citing.TABLES,
                *consulting.TABLES,
                *deadlines.TABLES,
                *engagement.TABLES,
                *organisations.TABLES,
                *people.TABLES,
                *places.TABLES,
                *plumbing.TABLES,
                *records.TABLES,
                *sharing.TABLES,
            ]
        ),
    ]
