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

-- Entries as they can still be read: from behind the seal, with the texts that are left.
create view ledger.told as
    select e.chain, e.seq, coalesce(s.said, '{}') as said,
        ledger.parsed(e.body) ? 'sealed' as sealed,
        ledger.parsed(coalesce(s.said ->> 'body', e.body)) as body
    from ledger.entry e left join (
        select chain, seq, jsonb_object_agg(field, value) as said from ledger.secret
            group by chain, seq
    ) s using (chain, seq);

-- Entries whose secrets were destroyed, and told to be, with the key of their engagement.
create view ledger.destroyed as
    select chain, body ->> 'id' as engagement, place::bigint as seq from ledger.told
        cross join lateral jsonb_array_elements_text(body -> 'entries') place
        where body ->> 'kind' = 'destroyed';
"""
DROP_PARSED = "drop view ledger.destroyed, ledger.told; drop function ledger.parsed(text);"


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0004_weighed_and_histories"),
        ("engagements", "0005_guard_the_rest"),
    ]

    operations = [
        migrations.RunSQL(PARSED, DROP_PARSED),
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
