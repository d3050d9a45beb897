"""Visits, trips and receptions cannot change without their history.

People outside the city are left out of it. See docs/adr/0006-personal-data.md.
"""

from django.db import migrations

from engagements.migrations.parts.history_guard import guarded
from governance.migrations.parts.sums import counted


class Migration(migrations.Migration):
    dependencies = [
        # By the last name that 0001 replaces: unknown where only some of those were applied.
        ("visits", "0007_letters_counted"),
        ("engagements", "0002_history_guard"),
        ("governance", "0003_sums"),
    ]

    operations = [
        *guarded(
            "visits_visit",
            "visits_historicalvisit",
            key="engagement_id",
            left_out=("access_needs", "contact_name", "contact_email", "head_name"),
        ),
        *guarded(
            "visits_reception",
            "visits_historicalreception",
            key="engagement_id",
            left_out=("contact_name", "contact_email"),
        ),
        *guarded("visits_dateoption", "visits_historicaldateoption", key="id"),
        *guarded(
            "visits_conference", "visits_historicalconference", key="id", left_out=("found_by",)
        ),
        *guarded("visits_trip", "visits_historicaltrip", key="engagement_id"),
        *guarded(
            "visits_traveller",
            "visits_historicaltraveller",
            key="id",
            left_out=("email", "name", "user_id"),
        ),
        *guarded("visits_tripcost", "visits_historicaltripcost", key="id"),
        # A wish for a letter of invitation is one of the statistics' figures.
        counted("visits_visit", "engagement", "engagement_id", "engagement_id", "wants_letter"),
    ]
