"""Guards for advice, replies, follow-ups, values and frames; what the ledger's verifier reads by.

Advice can be voided once, and a value ended once; nothing else of them changes. An address and a
text to a delegation are left out of the history, see docs/adr/0006-personal-data.md.
"""

from importlib import import_module

from django.db import migrations

history_guard = import_module("engagements.migrations.0002_history_guard")

PARSED = """
-- A body that was tampered with may be no JSON any more, and shall not stop who verifies.
create function ledger.parsed(body text) returns jsonb language plpgsql immutable
    set search_path = pg_catalog
as $$ begin return body::jsonb; exception when others then return null; end $$;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0003_weighed_and_histories"),
        ("engagements", "0004_guard_the_rest"),
    ]

    operations = [
        migrations.RunSQL(PARSED, "drop function ledger.parsed(text);"),
        history_guard.begin_history("governance", "Reply"),
        history_guard.begin_history("governance", "FollowUp"),
        history_guard.begin_history("governance", "Frame"),
        *history_guard.guarded(
            "governance_reply",
            "governance_historicalreply",
            key="id",
            left_out=("to", "subject", "body"),
        ),
        *history_guard.guarded(
            "governance_followup", "governance_historicalfollowup", key="engagement_id"
        ),
        *history_guard.guarded("governance_frame", "governance_historicalframe", key="id"),
        history_guard.append_only("governance_advicemessage", once=("voided_at",)),
        history_guard.append_only("governance_policyvalue", once=("valid_to",)),
    ]
