"""Give the visits there are the words that they are found by."""

from typing import Any

from django.db import migrations

from visits.choices import names_of_country


def fill(apps: Any, _schema_editor: Any) -> None:
    """Write city, country and contact person; history leaves the column out."""
    visits = apps.get_model("visits", "Visit").objects.only("city", "country", "contact_name")
    engagements = apps.get_model("engagements", "Engagement").objects
    for visit in visits.iterator():
        words = [visit.city, *names_of_country(visit.country), visit.contact_name]
        engagements.filter(pk=visit.pk).update(search_words=" ".join(filter(None, words)))


class Migration(migrations.Migration):
    dependencies = [
        ("visits", "0002_guard"),
        ("engagements", "0003_search_words"),
    ]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
