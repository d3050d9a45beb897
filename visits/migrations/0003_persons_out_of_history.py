"""People outside the city are left out of the history of a visit, so that they can be erased.

See docs/adr/0006-personal-data.md.
"""

from importlib import import_module

from django.db import migrations

history_guard = import_module("engagements.migrations.0002_history_guard")


class Migration(migrations.Migration):
    dependencies = [("visits", "0002_guard")]

    operations = [
        migrations.RemoveField("historicalvisit", "contact_email"),
        migrations.RemoveField("historicalvisit", "contact_name"),
        migrations.RemoveField("historicalvisit", "head_name"),
        history_guard.left_out_anew(
            "visits_visit",
            "visits_historicalvisit",
            key="engagement_id",
            left_out=("access_needs", "contact_name", "contact_email", "head_name"),
            before=("access_needs",),
        ),
    ]
