"""Whether a person wants keys in lists, and the reading pane of the queue."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("engagements", "0016_calendar"),
    ]

    operations = [
        migrations.AddField(
            model_name="user",
            name="reading_pane",
            field=models.BooleanField(default=True, verbose_name="läsruta i kön"),
        ),
        migrations.AddField(
            model_name="user",
            name="shortcuts",
            field=models.BooleanField(default=True, verbose_name="kortkommandon"),
        ),
    ]
