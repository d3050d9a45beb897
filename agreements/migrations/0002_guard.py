"""A declaration and its rows cannot change without their history; what was said stays said."""

from importlib import import_module

from django.db import migrations

history_guard = import_module("engagements.migrations.0002_history_guard")


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0001_initial"),
        ("engagements", "0004_consultation"),
    ]

    operations = [
        *history_guard.guarded(
            "agreements_declaration", "agreements_historicaldeclaration", key="engagement_id"
        ),
        *history_guard.guarded(
            "agreements_commitment", "agreements_historicalcommitment", key="id"
        ),
        *history_guard.guarded(
            "agreements_knownforum", "agreements_historicalknownforum", key="id"
        ),
        history_guard.append_only("agreements_burden"),
    ]
