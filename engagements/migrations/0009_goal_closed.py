"""The day from which a goal of the council is chosen no more."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("engagements", "0008_projects"),
    ]

    operations = [
        migrations.AddField(
            model_name="historicalorientationgoal",
            name="closed_on",
            field=models.DateField(blank=True, null=True, verbose_name="stängt från"),
        ),
        migrations.AddField(
            model_name="orientationgoal",
            name="closed_on",
            field=models.DateField(blank=True, null=True, verbose_name="stängt från"),
        ),
    ]
