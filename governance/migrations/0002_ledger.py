"""The ledger: a hash chain that the database itself extends, and that nobody changes.

See docs/adr/0004-ledger.md. Also the tables of what has been judged and decided, append-only.
"""

from importlib import import_module

from django.db import migrations

history_guard = import_module("engagements.migrations.0002_history_guard")

LEDGER = r"""
create schema ledger;

create table ledger.head (
    chain text primary key,
    seq bigint not null,
    hash bytea not null
);
create table ledger.entry (
    chain text not null,
    seq bigint not null,
    body text not null,
    prev_hash bytea not null,
    hash bytea not null,
    recorded_at timestamptz not null,
    primary key (chain, seq)
);
-- What stands behind the commitments. A deleted row makes its value unrecoverable, and the chain
-- still holds.
create table ledger.secret (
    chain text not null,
    seq bigint not null,
    field text not null,
    salt bytea not null,
    value text not null,
    primary key (chain, seq, field),
    foreign key (chain, seq) references ledger.entry (chain, seq)
);

create function ledger.written(moment timestamptz) returns text language sql immutable
    set search_path = pg_catalog
as $$ select to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') $$;

create function ledger.link(prev bytea, seq bigint, moment timestamptz, body text) returns bytea
    language sql immutable set search_path = pg_catalog
as $$
    select sha256('\x00'::bytea || prev || int8send(seq)
        || convert_to(ledger.written(moment), 'UTF8') || '\x0a'::bytea || convert_to(body, 'UTF8'))
$$;

create function ledger.genesis(chain text) returns bytea language sql immutable
    set search_path = pg_catalog
as $$ select sha256(convert_to(chain || ':genesis', 'UTF8')) $$;

create function ledger.append() returns trigger language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    head ledger.head;
begin
    insert into ledger.head values (new.chain, 0, ledger.genesis(new.chain)) on conflict do nothing;
    select * into head from ledger.head where ledger.head.chain = new.chain for update;
    perform new.body::json;
    new.seq := head.seq + 1;
    new.prev_hash := head.hash;
    new.recorded_at := clock_timestamp();
    new.hash := ledger.link(new.prev_hash, new.seq, new.recorded_at, new.body);
    update ledger.head set seq = new.seq, hash = new.hash where ledger.head.chain = new.chain;
    return new;
end $$;

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

create trigger append before insert on ledger.entry
    for each row execute function ledger.append();
create trigger append_only_update before update on ledger.secret
    for each row execute function append_only();
"""
DROP_LEDGER = "drop schema ledger cascade;"


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0001_initial"),
        ("engagements", "0002_history_guard"),
    ]

    operations = [
        migrations.RunSQL(LEDGER, DROP_LEDGER),
        history_guard.append_only("ledger.entry"),
        history_guard.append_only("governance_anchor"),
        history_guard.append_only("governance_assessment"),
        history_guard.append_only("governance_weighing"),
        history_guard.append_only("governance_decision"),
        history_guard.append_only("governance_advicemessage", once=("voided_at",)),
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
        *history_guard.guarded(
            "governance_policyvalue", "governance_historicalpolicyvalue", key="id"
        ),
    ]
