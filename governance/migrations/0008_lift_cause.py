"""What adds a burden is lifted to the Executive Board too, and says so."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("engagements", "0004_consultation"),
        ("governance", "0007_meetings"),
    ]

    operations = [
        migrations.AddField(
            model_name="lift",
            name="cause",
            field=models.CharField(
                choices=[("principle", "Principiell fråga"), ("burden", "Ökad börda")],
                default="principle",
                max_length=9,
                verbose_name="orsak",
            ),
        ),
    ]
