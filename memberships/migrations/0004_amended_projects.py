"""An amendment of an EU project that is decided anew is a working copy of it."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("engagements", "0010_counted_by_period"),
        ("memberships", "0003_projects"),
    ]

    operations = [
        migrations.AddField(
            model_name="amendment",
            name="matter",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="project_amendment",
                to="engagements.engagement",
            ),
        ),
        migrations.AddField(
            model_name="euproject",
            name="amending",
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.AddField(
            model_name="euproject",
            name="amends",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="amendments",
                to="memberships.euproject",
            ),
        ),
        migrations.AddField(
            model_name="euproject",
            name="came_of",
            field=models.JSONField(blank=True, default=dict, editable=False),
        ),
        migrations.AddField(
            model_name="historicaleuproject",
            name="amending",
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.AddField(
            model_name="historicaleuproject",
            name="amends",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="memberships.euproject",
            ),
        ),
        migrations.AddField(
            model_name="historicaleuproject",
            name="came_of",
            field=models.JSONField(blank=True, default=dict, editable=False),
        ),
        migrations.AddConstraint(
            model_name="euproject",
            constraint=models.UniqueConstraint(
                condition=models.Q(("amending", True)),
                fields=("amends",),
                name="one_open_amendment_of_project",
            ),
        ),
        migrations.AddConstraint(
            model_name="euproject",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("amends__isnull", True),
                    models.Q(("amends", models.F("engagement")), _negated=True),
                    _connector="OR",
                ),
                name="project_amends_another",
            ),
        ),
        migrations.AddConstraint(
            model_name="euproject",
            constraint=models.CheckConstraint(
                condition=models.Q(("amending", False), ("amends__isnull", False), _connector="OR"),
                name="project_amending_amends",
            ),
        ),
    ]
