"""What is said and signed cannot change without its history; what was said stays said.

Who signs is left out of it. See docs/adr/0006-personal-data.md.
"""

from django.db import migrations

from engagements.migrations.parts.history_guard import append_only, guarded


class Migration(migrations.Migration):
    dependencies = [
        # By the last name that 0001 replaces: unknown where only some of those were applied.
        ("agreements", "0004_agreements_signed"),
        ("engagements", "0002_history_guard"),
    ]

    operations = [
        *guarded("agreements_declaration", "agreements_historicaldeclaration", key="engagement_id"),
        *guarded("agreements_commitment", "agreements_historicalcommitment", key="id"),
        *guarded("agreements_knownforum", "agreements_historicalknownforum", key="id"),
        *guarded("agreements_position", "agreements_historicalposition", key="engagement_id"),
        *guarded("agreements_cooperation", "agreements_historicalcooperation", key="engagement_id"),
        *guarded("agreements_intent", "agreements_historicalintent", key="engagement_id"),
        *guarded("agreements_partygain", "agreements_historicalpartygain", key="id"),
        *guarded(
            "agreements_signatory", "agreements_historicalsignatory", key="id", left_out=("name",)
        ),
        *guarded("agreements_triedforum", "agreements_historicaltriedforum", key="id"),
        append_only("agreements_burden"),
        append_only("agreements_effort"),
    ]
