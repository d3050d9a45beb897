"""What the statistics are added up from says when it has changed.

See docs/adr/0021-statistics-kept-as-sums.md.
"""

from django.db import migrations

from governance.migrations.parts.sums import FUNCTION, counted

WHAT_IS_COUNTED = (
    "submitted_at", "status", "kind", "organisation_id", "secret", "starts_on", "created_at",
    "directions", "goals", "sdgs", "breaches", "unanswered", "judgements", "notes",
    "estimated_sek", "followed_up_on",
)  # fmt: skip


class Migration(migrations.Migration):
    replaces = [("governance", "0030_sums")]

    dependencies = [("governance", "0002_ledger")]

    operations = [
        migrations.RunSQL(FUNCTION, "drop function statistics_changed()"),
        counted("engagements_engagement", "engagement", "id", "id", *WHAT_IS_COUNTED),
        counted("engagements_tie", "engagement", "engagement_id", "id"),
        counted("governance_decision", "engagement", "engagement_id", "id"),
        counted("governance_followup", "engagement", "engagement_id", "engagement_id"),
        counted("governance_assessment", "engagement", "engagement_id", "id"),
        counted("engagements_place", "place", "id", "id", "country", on=("update",)),
        counted("engagements_counterpart", "counterpart", "id", "id", "country", on=("update",)),
        counted("engagements_organisation", "organisation", "id", "id", "code", on=("update",)),
    ]
