"""The tables of visits, trips and receptions."""

from django.conf import settings
from django.db import migrations

from visits.migrations.tables import reception, trip, visit
from engagements.migrations.parts.laying import Tables


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ("visits", "0001_initial"),
        ("visits", "0003_advocacy_and_secrecy"),
        ("visits", "0004_receptions"),
        ("visits", "0005_trips"),
        ("visits", "0006_tie_visits"),
        ("visits", "0007_letters_counted"),
    ]

    dependencies = [
        ("engagements", "0002_history_guard"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Tables(
            [
                *reception.TABLES,
                *trip.TABLES,
                *visit.TABLES,
            ]
        ),
    ]
