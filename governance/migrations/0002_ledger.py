"""The ledger: a hash chain that the database itself extends, and that nobody changes.

See docs/adr/0004-ledger.md. Also the tables of what has been judged and decided, append-only, and
those whose rows cannot change without their history.
"""

from django.db import migrations

from engagements.migrations.parts.history_guard import append_only, guarded

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
        # By the last name that 0001 replaces: unknown where only some of those were applied.
        ("governance", "0033_material_again"),
        ("engagements", "0002_history_guard"),
    ]

    operations = [
        migrations.RunSQL(LEDGER, DROP_LEDGER),
        *guarded(
            "governance_reply",
            "governance_historicalreply",
            key="id",
            left_out=("to", "subject", "body"),
        ),
        *guarded(
            "governance_followup",
            "governance_historicalfollowup",
            key="engagement_id",
            left_out=("search",),
        ),
        *guarded("governance_frame", "governance_historicalframe", key="id"),
        *guarded("governance_policyvalue", "governance_historicalpolicyvalue", key="id"),
        *guarded("governance_adoptedtext", "governance_historicaladoptedtext", key="id"),
        *guarded("governance_editionstart", "governance_historicaleditionstart", key="id"),
        *guarded(
            "governance_apitoken",
            "governance_historicalapitoken",
            key="id",
            left_out=("last_used_on", "minute", "calls"),
        ),
        *guarded("governance_office", "governance_historicaloffice", key="id"),
        *guarded("governance_meeting", "governance_historicalmeeting", key="id"),
        *guarded("governance_agendaitem", "governance_historicalagendaitem", key="id"),
        *guarded("governance_minutes", "governance_historicalminutes", key="id"),
        *guarded("governance_delegationreport", "governance_historicaldelegationreport", key="id"),
        *guarded("governance_forumanswer", "governance_historicalforumanswer", key="id"),
        *guarded("governance_plan", "governance_historicalplan", key="id"),
        *guarded("governance_plannedline", "governance_historicalplannedline", key="id"),
        *guarded("governance_plannedtie", "governance_historicalplannedtie", key="id"),
        *guarded("governance_priority", "governance_historicalpriority", key="id"),
        *guarded("governance_round", "governance_historicalround", key="id"),
        *guarded(
            "governance_calendarfeed",
            "governance_historicalcalendarfeed",
            key="id",
            left_out=("last_read_on",),
        ),
        *guarded("governance_goodexample", "governance_historicalgoodexample", key="id"),
        *guarded("governance_offer", "governance_historicaloffer", key="id"),
        *guarded("governance_observation", "governance_historicalobservation", key="id"),
        *guarded("governance_comparison", "governance_historicalcomparison", key="id"),
        *guarded("governance_compared", "governance_historicalcompared", key="id"),
        *guarded(
            "governance_knowledgecitation", "governance_historicalknowledgecitation", key="id"
        ),
        *guarded("governance_networkquestion", "governance_historicalnetworkquestion", key="id"),
        *guarded("governance_networkanswer", "governance_historicalnetworkanswer", key="id"),
        *guarded("governance_bulletin", "governance_historicalbulletin", key="id"),
        *guarded("governance_networkmeeting", "governance_historicalnetworkmeeting", key="id"),
        *guarded("governance_savedview", "governance_historicalsavedview", key="id"),
        *guarded("governance_material", "governance_historicalmaterial", key="id"),
        append_only("ledger.entry"),
        append_only("governance_anchor"),
        append_only("governance_assessment"),
        append_only("governance_weighing"),
        append_only("governance_decision"),
        append_only("governance_advicemessage", once=("voided_at",)),
        append_only("governance_dealing"),
        append_only("governance_lift"),
        append_only("governance_mark"),
        append_only("governance_stancetaken"),
        append_only("governance_itemoutcome"),
        append_only("governance_seating"),
        append_only("governance_absence", once=("ended_by_id", "ended_at")),
        append_only("governance_reporteddecision", once=("ledger_seq",)),
        append_only("governance_overrun"),
        append_only("governance_importedrow"),
        append_only("governance_confirmation", once=("ledger_seq",)),
        append_only("governance_roundreminder"),
        append_only("governance_annualedition"),
        append_only("governance_annualtext"),
        append_only("governance_secretpart", once=("lifted_by_id", "lifted_at", "lifted_grounds")),
        append_only("governance_showngain", once=("hidden_by_id", "hidden_at")),
        append_only("governance_takenout"),
        append_only("governance_comment"),
        append_only("governance_mention"),
        append_only("governance_todo", once=("ended", "ended_by_id", "ended_at")),
        append_only("governance_bulkrun"),
        append_only("governance_materialedition"),
    ]
