"""Indexes of the queue, in each of its orders."""

from django.db import migrations, models

from engagements.migrations.parts.laying import Together


class Migration(migrations.Migration):
    dependencies = [
        ("engagements", "0002_history_guard"),
    ]

    operations = [
        Together(
            [
                migrations.AddIndex(
                    model_name="engagement",
                    index=models.Index(
                        condition=models.Q(
                            models.Q(("ball", ""), _negated=True),
                            models.Q(("status", "draft"), _negated=True),
                        ),
                        fields=["ball_since", "id"],
                        name="waits_by_since",
                    ),
                ),
                migrations.AddIndex(
                    model_name="engagement",
                    index=models.Index(
                        condition=models.Q(
                            models.Q(("ball", ""), _negated=True),
                            models.Q(("status", "draft"), _negated=True),
                        ),
                        fields=["-submitted_at", "-id"],
                        name="waits_by_submitted",
                    ),
                ),
                migrations.AddIndex(
                    model_name="engagement",
                    index=models.Index(
                        condition=models.Q(
                            models.Q(("ball", ""), _negated=True),
                            models.Q(("status", "draft"), _negated=True),
                        ),
                        fields=["organisation", "due", "id"],
                        name="waits_by_organisation",
                    ),
                ),
                migrations.AddIndex(
                    model_name="engagement",
                    index=models.Index(
                        condition=models.Q(
                            models.Q(("ball", ""), _negated=True),
                            models.Q(("status", "draft"), _negated=True),
                        ),
                        fields=["ball", "organisation", "due", "id"],
                        name="turn_by_organisation",
                    ),
                ),
                migrations.AddIndex(
                    model_name="engagement",
                    index=models.Index(
                        condition=models.Q(
                            models.Q(
                                models.Q(("ball", ""), _negated=True),
                                models.Q(("status", "draft"), _negated=True),
                            ),
                            ("breaches__gt", 0),
                        ),
                        fields=["ball", "due", "id"],
                        name="waits_with_breaches",
                    ),
                ),
                migrations.AddIndex(
                    model_name="engagement",
                    index=models.Index(
                        condition=models.Q(
                            models.Q(
                                models.Q(("ball", ""), _negated=True),
                                models.Q(("status", "draft"), _negated=True),
                            ),
                            ("judgements__gt", 0),
                        ),
                        fields=["ball", "due", "id"],
                        name="waits_with_judgements",
                    ),
                ),
                migrations.AddIndex(
                    model_name="engagement",
                    index=models.Index(
                        condition=models.Q(("followed_up_on", None), ("status", "follow_up")),
                        fields=["due", "id"],
                        name="follows_up_by_due",
                    ),
                ),
            ]
        )
    ]
