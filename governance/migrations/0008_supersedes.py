"""A decision can take the place of an earlier one, and says why."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("governance", "0007_meetings")]

    operations = [
        migrations.RemoveConstraint("decision", "one_decision_a_body"),
        migrations.AddField(
            model_name="decision",
            name="supersedes",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="superseded_by",
                to="governance.decision",
            ),
        ),
        migrations.AddField(
            model_name="decision",
            name="why_new",
            field=models.TextField(blank=True, default="", verbose_name="varför ett nytt beslut"),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    models.Q(("outcome", "countered"), _negated=True), ("supersedes", None)
                ),
                fields=("engagement", "organisation", "task"),
                name="one_decision_a_body",
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=Q(supersedes=None, why_new="")
                | Q(supersedes__isnull=False) & ~Q(why_new=""),
                name="supersedes_with_reason",
            ),
        ),
    ]
