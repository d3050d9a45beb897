"""A membership and its rows cannot change without their history.

Who represents the city is left out of it. See docs/adr/0006-personal-data.md.
"""

from importlib import import_module

from django.db import migrations

history_guard = import_module("engagements.migrations.0002_history_guard")


class Migration(migrations.Migration):
    dependencies = [
        ("memberships", "0001_initial"),
        ("engagements", "0002_history_guard"),
    ]

    operations = [
        *history_guard.guarded(
            "memberships_membership",
            "memberships_historicalmembership",
            key="engagement_id",
            left_out=("representative", "representative_email"),
        ),
        *history_guard.guarded("memberships_feeyear", "memberships_historicalfeeyear", key="id"),
        *history_guard.guarded(
            "memberships_contribution", "memberships_historicalcontribution", key="id"
        ),
        *history_guard.guarded(
            "memberships_otherforum", "memberships_historicalotherforum", key="id"
        ),
    ]
