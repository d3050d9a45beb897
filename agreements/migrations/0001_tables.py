"""The tables of declarations, positions and all that is signed."""

from django.conf import settings
from django.db import migrations

from agreements.migrations.tables import cooperation, declaration, intent, position, signing
from engagements.migrations.parts.laying import Tables


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ("agreements", "0001_initial"),
        ("agreements", "0003_position"),
        ("agreements", "0004_agreements_signed"),
    ]

    dependencies = [
        ("engagements", "0002_history_guard"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Tables(
            [
                *cooperation.TABLES,
                *declaration.TABLES,
                *intent.TABLES,
                *position.TABLES,
                *signing.TABLES,
            ]
        ),
    ]
