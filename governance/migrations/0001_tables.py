"""How matters are judged, prepared, decided and followed up, and what the city knows and plans."""

from django.conf import settings
from django.db import migrations

from governance.migrations.tables import (
    annual,
    api,
    bulk,
    calendar,
    counted,
    deciding,
    dossier,
    editions,
    forums,
    importing,
    insight,
    jobs,
    judging,
    knowledge,
    ledger,
    meetings,
    network,
    notices,
    overruns,
    planning,
    preparing,
    reporting,
    saved,
    secrecy,
    talking,
)
from engagements.migrations.parts.laying import Tables

# A star takes all words that begin so; words side by side are looked for in that order. What is no
# letter is left out, so that no line of the list can be misread as a sign of the query.
THEME_QUERY = r"""
create function theme_query(words text) returns tsquery language sql immutable as $$
    select coalesce(to_tsquery('swedish', string_agg(one, ' | ')), ''::tsquery) from (
        select string_agg(regexp_replace(part, '\W', '', 'g')
            || case when part like '%*' then ':*' else '' end, ' <-> ') as one
        from unnest(string_to_array(words, E'\n')) with ordinality as line(text, place),
            regexp_split_to_table(line.text, '\s+') as part
        where part ~ '\w'
        group by line.place
    ) as lines
$$;
"""


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ("governance", "0001_initial"),
        ("governance", "0003_adopted_text"),
        ("governance", "0004_edition_start"),
        ("governance", "0005_api_token"),
        ("governance", "0006_dealing_and_lift"),
        ("governance", "0007_meetings"),
        ("governance", "0008_lift_cause"),
        ("governance", "0009_decided_centrally"),
        ("governance", "0010_notices"),
        ("governance", "0011_reports_and_overruns"),
        ("governance", "0012_marked_version"),
        ("governance", "0013_forums"),
        ("governance", "0014_importing"),
        ("governance", "0015_planning"),
        ("governance", "0016_annual_report"),
        ("governance", "0017_costs_in_receipts"),
        ("governance", "0018_open_books"),
        ("governance", "0019_taken_out"),
        ("governance", "0020_calendar_feed"),
        ("governance", "0021_knowledge"),
        ("governance", "0022_network"),
        ("governance", "0023_saved_views"),
        ("governance", "0024_search_knowledge"),
        ("governance", "0025_comments"),
        ("governance", "0026_desk"),
        ("governance", "0027_told_instead"),
        ("governance", "0028_many_at_once"),
        ("governance", "0029_shared_material"),
        ("governance", "0031_todos_found"),
        ("governance", "0032_assigned"),
        ("governance", "0033_material_again"),
    ]

    dependencies = [
        ("engagements", "0002_history_guard"),
        # Each step of these puts together anew all models tied to people: first, while they are few.
        ("guardian", "0003_remove_groupobjectpermission_guardian_gr_content_ae6aec_idx_and_more"),
        ("socialaccount", "0006_alter_socialaccount_extra_data"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Tables(
            [
                *annual.TABLES,
                *api.TABLES,
                *bulk.TABLES,
                *calendar.TABLES,
                *counted.TABLES,
                *deciding.TABLES,
                *dossier.TABLES,
                *editions.TABLES,
                *forums.TABLES,
                *importing.TABLES,
                *insight.TABLES,
                *jobs.TABLES,
                *judging.TABLES,
                *knowledge.TABLES,
                *ledger.TABLES,
                *meetings.TABLES,
                *network.TABLES,
                *notices.TABLES,
                *overruns.TABLES,
                *planning.TABLES,
                *preparing.TABLES,
                *reporting.TABLES,
                *saved.TABLES,
                *secrecy.TABLES,
                *talking.TABLES,
            ]
        ),
        migrations.RunSQL(THEME_QUERY, "drop function theme_query(text);"),
    ]
