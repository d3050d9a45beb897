"""What seldom changes is kept by each process until its table says that it has changed."""

from django.db import migrations, models

from engagements.migrations.parts.watching import DROP_FUNCTION, FUNCTION, watched


class Migration(migrations.Migration):
    dependencies = [
        ("engagements", "0004_own_search"),
    ]

    operations = [
        migrations.CreateModel(
            name="TableChange",
            fields=[
                (
                    "name",
                    models.CharField(max_length=63, primary_key=True, serialize=False),
                ),
                ("number", models.BigIntegerField()),
            ],
            options={
                "verbose_name": "tabells ändring",
                "verbose_name_plural": "tabellers ändringar",
            },
        ),
        migrations.RunSQL(FUNCTION, DROP_FUNCTION),
        watched("engagements_organisation"),
        watched("engagements_orientationgoal"),
        watched("engagements_away"),
        watched("engagements_standin"),
    ]
