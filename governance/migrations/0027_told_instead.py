"""For whom somebody is told, when they stand in."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("engagements", "0015_away"),
        ("governance", "0026_desk"),
    ]

    operations = [
        migrations.AddField(
            model_name="notice",
            name="away",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="engagements.away",
            ),
        ),
    ]
