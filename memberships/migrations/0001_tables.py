"""The tables of memberships and projects."""

from django.conf import settings
from django.db import migrations

from memberships.migrations.tables import aid_project, eu_project, membership, project
from engagements.migrations.parts.laying import Tables


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ("memberships", "0001_initial"),
        ("memberships", "0003_projects"),
        ("memberships", "0004_amended_projects"),
    ]

    dependencies = [
        ("engagements", "0002_history_guard"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Tables(
            [
                *aid_project.TABLES,
                *eu_project.TABLES,
                *membership.TABLES,
                *project.TABLES,
            ]
        ),
    ]
