"""Matters are found by clauses, and what the city knows by an index."""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.conf import settings
from django.db import migrations

# On which clauses the newest receipt found something, and what those stand in.
CLAUSES = """
with newest as (
    select distinct on (engagement_id) engagement_id, receipt
    from governance_assessment order by engagement_id, id desc
), found as (
    select distinct engagement_id, f ->> 'clause' as clause
    from newest, jsonb_array_elements(receipt::jsonb -> 'findings') f
), named as (
    select engagement_id, clause as name from found
    union select engagement_id, split_part(clause, ':', 1) from found where clause like '%:%'
    union select engagement_id,
        array_to_string((string_to_array(rtrim(clause, 'abcdefgh'), '.'))[1:n], '.')
    from found, generate_series(1, array_length(string_to_array(clause, '.'), 1)) n
    where clause not like '%:%'
)
update engagements_engagement set clauses = told.names
from (select engagement_id, array_agg(name order by name) names from named group by 1) told
where told.engagement_id = engagements_engagement.id
"""


class Migration(migrations.Migration):
    dependencies = [
        ("engagements", "0013_documents_told"),
        ("governance", "0023_saved_views"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunSQL(CLAUSES, migrations.RunSQL.noop),
        migrations.AddIndex(
            model_name="comparison",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.SearchVector(
                    "title", "unit", "learnt", config="swedish"
                ),
                name="comparison_search",
            ),
        ),
        migrations.AddIndex(
            model_name="goodexample",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.SearchVector(
                    "title", "shows", "place", "sources", config="swedish"
                ),
                name="example_search",
            ),
        ),
        migrations.AddIndex(
            model_name="observation",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.SearchVector(
                    "title", "seen", "means", "proposal", "city", "source", config="swedish"
                ),
                name="observation_search",
            ),
        ),
    ]
