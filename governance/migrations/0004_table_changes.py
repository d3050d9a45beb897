"""What the city has set is kept by each process until its table says that it has changed."""

from django.db import migrations

from engagements.migrations.parts.watching import watched


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0003_sums"),
        ("engagements", "0005_table_changes"),
    ]

    operations = [
        watched("governance_policyvalue"),
        watched("governance_editionstart"),
        watched("governance_adoptedtext"),
        watched("governance_priority"),
        watched("governance_theme"),
    ]
