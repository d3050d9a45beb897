"""A visit cannot change without its history. People outside the city are left out of it.

See docs/adr/0006-personal-data.md.
"""

from importlib import import_module

from django.db import migrations

history_guard = import_module("engagements.migrations.0002_history_guard")


class Migration(migrations.Migration):
    dependencies = [
        ("visits", "0001_initial"),
        ("engagements", "0002_history_guard"),
    ]

    operations = history_guard.guarded(
        "visits_visit",
        "visits_historicalvisit",
        key="engagement_id",
        left_out=("access_needs", "contact_name", "contact_email", "head_name"),
    )
