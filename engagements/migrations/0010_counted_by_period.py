"""Indexes for what is counted in a period: by the day a matter begins, else by when it was written."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("engagements", "0009_goal_closed"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="engagement",
            index=models.Index(
                condition=models.Q(("submitted_at__isnull", False)),
                fields=["starts_on"],
                name="counted_when_begun",
            ),
        ),
        migrations.AddIndex(
            model_name="engagement",
            index=models.Index(
                condition=models.Q(("starts_on", None), ("submitted_at__isnull", False)),
                fields=["created_at"],
                name="counted_when_written",
            ),
        ),
    ]
