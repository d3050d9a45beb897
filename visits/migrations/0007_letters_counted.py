"""A wish for a letter of invitation is one of the statistics' figures: count it again when changed."""

from importlib import import_module

from django.db import migrations

sums = import_module("governance.migrations.0030_sums")


class Migration(migrations.Migration):
    dependencies = [("visits", "0006_tie_visits"), ("governance", "0030_sums")]

    operations = [
        sums.counted(
            "visits_visit", "engagement", "engagement_id", "engagement_id", "wants_letter"
        ),
    ]
