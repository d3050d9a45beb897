"""Memberships, projects and their rows cannot change without their history.

Who represents the city is left out of it. See docs/adr/0006-personal-data.md.
"""

from django.db import migrations

from engagements.migrations.parts.history_guard import append_only, guarded


class Migration(migrations.Migration):
    dependencies = [
        # By the last name that 0001 replaces: unknown where only some of those were applied.
        ("memberships", "0004_amended_projects"),
        ("engagements", "0002_history_guard"),
    ]

    operations = [
        *guarded(
            "memberships_membership",
            "memberships_historicalmembership",
            key="engagement_id",
            left_out=("representative", "representative_email"),
        ),
        *guarded("memberships_feeyear", "memberships_historicalfeeyear", key="id"),
        *guarded("memberships_contribution", "memberships_historicalcontribution", key="id"),
        *guarded("memberships_otherforum", "memberships_historicalotherforum", key="id"),
        *guarded("memberships_euproject", "memberships_historicaleuproject", key="engagement_id"),
        *guarded("memberships_aidproject", "memberships_historicalaidproject", key="engagement_id"),
        *guarded("memberships_call", "memberships_historicalcall", key="id"),
        *guarded("memberships_reportdate", "memberships_historicalreportdate", key="id"),
        *guarded("memberships_projectpartner", "memberships_historicalprojectpartner", key="id"),
        *guarded("memberships_projectfunding", "memberships_historicalprojectfunding", key="id"),
        append_only("memberships_stagemove"),
        append_only("memberships_partydecision"),
        append_only("memberships_amendment"),
    ]
