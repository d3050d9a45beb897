"""Minutes of a meeting are a kind of document."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("engagements", "0004_consultation"),
    ]

    operations = [
        migrations.AlterField(
            model_name="document",
            name="kind",
            field=models.CharField(
                choices=[
                    ("request", "Förfrågan"),
                    ("programme", "Program"),
                    ("participants", "Deltagarlista"),
                    ("reply", "Svar"),
                    ("letter", "Inbjudningsbrev"),
                    ("minutes", "Protokoll"),
                    ("report", "Rapport"),
                    ("receipt", "Kvitto eller faktura"),
                    ("other", "Annan handling"),
                ],
                max_length=16,
                verbose_name="slag",
            ),
        ),
    ]
