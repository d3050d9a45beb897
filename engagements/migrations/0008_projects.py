from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("engagements", "0007_places"),
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
                    ("funder", "Finansiärens beslut"),
                    ("other", "Annan handling"),
                ],
                max_length=16,
                verbose_name="slag",
            ),
        ),
    ]
