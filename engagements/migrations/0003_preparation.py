"""The state in which a body deals with a matter before another decides."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("engagements", "0002_history_guard"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="engagement",
            name="open_by_due",
        ),
        migrations.AlterField(
            model_name="engagement",
            name="status",
            field=models.CharField(
                choices=[
                    ("draft", "Utkast"),
                    ("advice", "Rådgivning"),
                    ("returned", "Komplettering"),
                    ("preparation", "Beredning"),
                    ("decision", "Ställningstagande"),
                    ("coordination", "Samordning"),
                    ("countered", "Annat föreslaget"),
                    ("approved", "Beslutat"),
                    ("follow_up", "Uppföljning"),
                    ("closed", "Avslutat"),
                    ("rejected", "Avböjt"),
                    ("withdrawn", "Återtaget"),
                ],
                default="draft",
                max_length=16,
                verbose_name="läge",
            ),
        ),
        migrations.AlterField(
            model_name="historicalengagement",
            name="status",
            field=models.CharField(
                choices=[
                    ("draft", "Utkast"),
                    ("advice", "Rådgivning"),
                    ("returned", "Komplettering"),
                    ("preparation", "Beredning"),
                    ("decision", "Ställningstagande"),
                    ("coordination", "Samordning"),
                    ("countered", "Annat föreslaget"),
                    ("approved", "Beslutat"),
                    ("follow_up", "Uppföljning"),
                    ("closed", "Avslutat"),
                    ("rejected", "Avböjt"),
                    ("withdrawn", "Återtaget"),
                ],
                default="draft",
                max_length=16,
                verbose_name="läge",
            ),
        ),
        migrations.AddIndex(
            model_name="engagement",
            index=models.Index(
                condition=models.Q(
                    (
                        "status__in",
                        [
                            "draft",
                            "advice",
                            "returned",
                            "preparation",
                            "decision",
                            "coordination",
                            "countered",
                            "approved",
                            "follow_up",
                        ],
                    )
                ),
                fields=["due", "id"],
                name="open_by_due",
            ),
        ),
    ]
