"""Words are sought in one organisation's matters by one index, and what goes on there by another."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.operations import BtreeGinExtension
from django.db import migrations, models

from engagements.migrations.parts.laying import Together


class Migration(migrations.Migration):
    dependencies = [
        ("engagements", "0003_queue_orders"),
    ]

    operations = [
        BtreeGinExtension(),
        Together(
            [
                migrations.RemoveIndex(model_name="engagement", name="engagement_search"),
                migrations.RemoveIndex(model_name="engagement", name="engagement_alike"),
                migrations.RemoveIndex(model_name="engagement", name="own_open_by_due"),
                migrations.RemoveIndex(model_name="engagement", name="follows_up_by_due"),
                migrations.AddIndex(
                    model_name="engagement",
                    index=models.Index(
                        fields=["due", "id"],
                        include=["ball"],
                        name="follows_up_by_due",
                        condition=models.Q(("followed_up_on", None), ("status", "follow_up")),
                    ),
                ),
                migrations.RemoveIndex(model_name="engagement", name="turn_by_due"),
                migrations.AddIndex(
                    model_name="engagement",
                    index=models.Index(
                        fields=["ball", "due", "id"],
                        include=["ball_person", "status", "submitted_at"],
                        name="turn_by_due",
                        condition=models.Q(("ball", ""), _negated=True),
                    ),
                ),
                migrations.AddIndex(
                    model_name="engagement",
                    index=GinIndex(fields=["organisation", "search"], name="own_search"),
                ),
                migrations.AddIndex(
                    model_name="engagement",
                    index=GinIndex(fields=["organisation", "search_alike"], name="own_alike"),
                ),
                migrations.AddIndex(
                    model_name="engagement",
                    index=models.Index(
                        fields=["organisation", "ends_on"],
                        name="own_goes_on",
                        condition=models.Q(("kind__in", ["visit", "trip", "reception"])),
                    ),
                ),
            ]
        ),
    ]
