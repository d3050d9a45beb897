"""An index of the receipts that tell of costs above the city's values."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0016_annual_report"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="assessment",
            index=models.Index(
                condition=models.Q(("receipt__contains", '"part":"cost:')),
                fields=["engagement"],
                name="told_of_costs",
            ),
        ),
    ]
