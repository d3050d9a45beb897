"""Whether the rows that people read say what the entries say, field by field.

An entry of a secret engagement is read from behind its seal while that can be opened. A text is
compared while its secret is left; what was destroyed, and told to be, cannot be compared.
"""

from collections.abc import Iterator

from django.db import connection

from governance.ledger.canon import CHAIN

ROWS = """
with told as materialized (select * from ledger.told where chain = %(chain)s),
destroyed as materialized (select * from ledger.destroyed where chain = %(chain)s),
voided as materialized (
    select jsonb_array_elements_text(body -> 'messages') as message from told
        where body ->> 'kind' = 'advice_voided'
),
superseded as materialized (
    select body ->> 'by_no' as by_no, said ->> 'why' as why from told
        where body ->> 'kind' = 'superseded'
),
field as (
    select told.seq, 'decision ' || coalesce(seen.number, told.body ->> 'no') as name,
        seen.id is null as gone, field.*
        from (
            select * from told where body ->> 'kind' = 'decided' or body ? 'sealed'
        ) told
        full join (
            select d.*, o.code, document.sha256 as document_sha256, dealing.ledger_seq as after,
                earlier.number as earlier, seq.why as told_why
                from governance_decision d
                join engagements_organisation o on o.id = d.organisation_id
                left join engagements_document document on document.id = d.document_id
                left join governance_dealing dealing on dealing.id = d.dealing_id
                left join governance_decision earlier on earlier.id = d.supersedes_id
                left join superseded seq on seq.by_no = d.number
        ) seen on seen.ledger_seq = told.seq
        cross join lateral (values
            ('number', told.body ->> 'no', seen.number),
            ('engagement', told.body ->> 'id', seen.engagement_id::text),
            ('task', told.body ->> 'task', seen.task),
            ('outcome', told.body ->> 'outcome', seen.outcome),
            ('organisation', told.body ->> 'organisation', seen.code),
            ('without', told.body ->> 'without', to_jsonb(seen.without)::text),
            ('departure', told.body ->> 'departure', seen.departure::text),
            ('cost_sek', told.body ->> 'cost_sek', seen.cost_sek::text),
            ('role', told.body ->> 'role', seen.role),
            ('at', told.body ->> 'at', ledger.written(seen.at)),
            ('body', told.body ->> 'body', nullif(seen.body, '')),
            ('held_on', told.body ->> 'held_on', seen.held_on::text),
            ('paragraph', nullif(told.body ->> 'paragraph', ''), nullif(seen.paragraph, '')),
            ('document', told.body ->> 'document_sha256', seen.document_sha256),
            ('dealing', told.body ->> 'after', seen.after::text),
            ('supersedes', told.body ->> 'supersedes', seen.earlier),
            ('stands_in', (told.body -> 'secret' ? 'acts_for')::text,
                (seen.acts_for_id is not null)::text),
            ('acts_for', coalesce(told.said ->> 'acts_for', seen.acts_for_id::text),
                seen.acts_for_id::text),
            ('why_new', coalesce(seen.told_why, normalize(seen.why_new)), normalize(seen.why_new)),
            ('by', coalesce(told.said ->> 'person', seen.by_id::text), seen.by_id::text),
            ('grounds', coalesce(told.said ->> 'grounds', normalize(seen.grounds)),
                normalize(seen.grounds))
        ) as field(field, entry, kept)
        where told.seq is null or not told.body ? 'sealed'
    union all
    select told.seq, 'report of ' || coalesce(seen.number, told.body ->> 'no'),
        seen.id is null, field.*
        from (select * from told where body ->> 'kind' = 'reported') told
        full join (
            select r.*, d.number, d.engagement_id, l.meets_on, l.paragraph, l.made_at, l.made_by_id
                from governance_reporteddecision r
                join governance_decision d on d.id = r.decision_id
                join governance_delegationreport l on l.id = r.report_id
                where l.state = 'made'
        ) seen on seen.ledger_seq = told.seq
        cross join lateral (values
            ('engagement', told.body ->> 'id', seen.engagement_id::text),
            ('number', told.body ->> 'no', seen.number),
            ('meets_on', told.body ->> 'meets_on', seen.meets_on::text),
            ('paragraph', told.body ->> 'paragraph', seen.paragraph),
            ('at', told.body ->> 'at', ledger.written(seen.made_at)),
            ('by', coalesce(told.said ->> 'person', seen.made_by_id::text), seen.made_by_id::text)
        ) as field(field, entry, kept)
        where told.seq is not null
            or seen.engagement_id::text not in (select engagement from destroyed)
    union all
    select told.seq, 'advice ' || coalesce(seen.id::text, told.body ->> 'message'),
        seen.id is null, field.*
        from (select * from told where body ->> 'kind' = 'advised' and body ? 'message') told
        full join (select * from governance_advicemessage where kind <> '') seen
            on seen.id::text = told.body ->> 'message'
        cross join lateral (values
            ('engagement', told.body ->> 'id', seen.engagement_id::text),
            ('kind', told.body ->> 'advice', seen.kind),
            ('unit', told.body ->> 'unit', seen.unit),
            ('clauses', told.body ->> 'clauses', to_jsonb(seen.clauses)::text),
            ('content_sha256', told.body ->> 'content_sha256', seen.content_sha256),
            ('at', told.body ->> 'at', ledger.written(seen.at)),
            ('voided_at', (seen.id::text in (select message from voided))::text,
                (seen.voided_at is not null)::text),
            ('by', coalesce(told.said ->> 'person', seen.by_id::text), seen.by_id::text),
            ('text', coalesce(told.said ->> 'text', normalize(seen.text)), normalize(seen.text))
        ) as field(field, entry, kept)
        where seen.engagement_id::text is null
            or seen.engagement_id::text not in (select engagement from destroyed)
            or told.seq is not null and field.field <> 'voided_at'
    union all
    select told.seq, 'reply ' || coalesce(seen.id::text, told.body ->> 'reply'),
        seen.id is null, field.*
        from (select * from told where body ->> 'kind' = 'replied' and body ? 'reply') told
        full join (select * from governance_reply where state <> 'draft') seen
            on seen.id::text = told.body ->> 'reply'
        cross join lateral (values
            ('engagement', told.body ->> 'id', seen.engagement_id::text),
            ('language', told.body ->> 'language', seen.language),
            ('written_at', told.body ->> 'at', ledger.written(seen.written_at)),
            ('by', coalesce(told.said ->> 'person', seen.written_by_id::text),
                seen.written_by_id::text),
            ('to', coalesce(told.said ->> 'to', seen.to), seen.to),
            ('subject', coalesce(told.said ->> 'subject', normalize(seen.subject)),
                normalize(seen.subject)),
            ('body', coalesce(told.said ->> 'text', normalize(seen.body)), normalize(seen.body))
        ) as field(field, entry, kept)
        where told.seq is not null
            or seen.engagement_id::text not in (select engagement from destroyed)
    union all
    select told.seq, 'conflict ' || coalesce(seen.id::text, told.body ->> 'conflict'),
        seen.id is null, field.*
        from (select * from told where body ->> 'kind' = 'conflict' and body ? 'conflict') told
        left join engagements_conflict seen on seen.id::text = told.body ->> 'conflict'
        cross join lateral (values
            ('engagement', told.body ->> 'id', seen.engagement_id::text),
            ('declared_at', told.body ->> 'at', ledger.written(seen.declared_at)),
            ('user', coalesce(told.said ->> 'person', seen.user_id::text), seen.user_id::text),
            ('grounds', coalesce(told.said ->> 'grounds', normalize(seen.grounds)),
                normalize(seen.grounds))
        ) as field(field, entry, kept)
    union all
    select told.seq, 'dealing ' || coalesce(seen.id::text, 'of ' || (told.body ->> 'item')),
        seen.id is null, field.*
        from (select * from told where body ->> 'kind' = 'dealt_with') told
        full join governance_dealing seen on seen.ledger_seq = told.seq
        cross join lateral (values
            ('engagement', told.body ->> 'id', seen.engagement_id::text),
            ('body', told.body ->> 'body', seen.body),
            ('recommendation', told.body ->> 'recommendation', seen.recommendation),
            ('meeting_item', told.body ->> 'meeting_item', seen.meeting_item),
            ('shares', told.body ->> 'shares', seen.shares::text),
            ('content_sha256', told.body ->> 'content_sha256', seen.content_sha256),
            ('at', told.body ->> 'at', ledger.written(seen.at)),
            ('by', coalesce(told.said ->> 'person', seen.by_id::text), seen.by_id::text),
            ('grounds', coalesce(told.said ->> 'grounds', normalize(seen.grounds)),
                normalize(seen.grounds))
        ) as field(field, entry, kept)
        where told.seq is not null
            or seen.engagement_id::text not in (select engagement from destroyed)
    union all
    select told.seq, 'lift of ' || coalesce(seen.engagement_id::text, told.body ->> 'item'),
        seen.engagement_id is null, field.*
        from (select * from told where body ->> 'kind' = 'lifted') told
        full join governance_lift seen on seen.ledger_seq = told.seq
        cross join lateral (values
            ('engagement', told.body ->> 'id', seen.engagement_id::text),
            ('cause', coalesce(told.body ->> 'cause', 'principle'), seen.cause),
            ('at', told.body ->> 'at', ledger.written(seen.at)),
            ('by', coalesce(told.said ->> 'person', seen.by_id::text), seen.by_id::text),
            ('grounds', coalesce(told.said ->> 'grounds', normalize(seen.grounds)),
                normalize(seen.grounds))
        ) as field(field, entry, kept)
        where told.seq is not null
            or seen.engagement_id::text not in (select engagement from destroyed)
    union all
    select told.seq, 'follow-up of ' || (told.body ->> 'item'),
        seen.engagement_id is null, field.*
        from (
            select distinct on (body ->> 'id') * from told
                where body ->> 'kind' = 'followed_up' order by body ->> 'id', seq desc
        ) told
        left join governance_followup seen on seen.engagement_id::text = told.body ->> 'id'
        cross join lateral (values
            ('cost_sek', told.body ->> 'cost_sek', seen.cost_sek::text),
            ('working_hours', told.body ->> 'working_hours', seen.working_hours::text),
            ('at', told.body ->> 'at', ledger.written(seen.at)),
            ('by', coalesce(told.said ->> 'person', seen.by_id::text), seen.by_id::text),
            ('learnt', coalesce(told.said ->> 'learnt', normalize(seen.learnt)),
                normalize(seen.learnt)),
            ('acted_on', coalesce(told.said ->> 'acted_on', normalize(seen.acted_on)),
                normalize(seen.acted_on)),
            ('told', coalesce(told.said ->> 'told', normalize(seen.told)), normalize(seen.told)),
            ('image', coalesce(told.said ->> 'image', normalize(seen.image)),
                normalize(seen.image)),
            ('purpose_met', coalesce(told.said ->> 'purpose_met', normalize(seen.purpose_met)),
                normalize(seen.purpose_met)),
            ('contacts', coalesce(told.said ->> 'contacts', normalize(seen.contacts)),
                normalize(seen.contacts)),
            ('usable', coalesce(told.said ->> 'usable', normalize(seen.usable)),
                normalize(seen.usable)),
            ('goes_into', coalesce(told.said ->> 'goes_into', normalize(seen.goes_into)),
                normalize(seen.goes_into))
        ) as field(field, entry, kept)
    union all
    select told.seq, 'overrun of ' || coalesce(seen.engagement_id::text, told.body ->> 'item'),
        seen.id is null, field.*
        from (select * from told where body ->> 'kind' = 'overrun') told
        full join governance_overrun seen on seen.ledger_seq = told.seq
        cross join lateral (values
            ('engagement', told.body ->> 'id', seen.engagement_id::text),
            ('decided_sek', told.body ->> 'decided_sek', seen.decided_sek::text),
            ('outcome_sek', told.body ->> 'outcome_sek', seen.outcome_sek::text),
            ('at', told.body ->> 'at', ledger.written(seen.at)),
            ('by', coalesce(told.said ->> 'person', seen.by_id::text), seen.by_id::text),
            ('why', coalesce(told.said ->> 'why', normalize(seen.why)), normalize(seen.why))
        ) as field(field, entry, kept)
        where told.seq is not null
            or seen.engagement_id::text not in (select engagement from destroyed)
    union all
    select told.seq, 'confirmation of ' || coalesce(seen.code, told.body ->> 'organisation'),
        seen.id is null, field.*
        from (select * from told where body ->> 'kind' = 'confirmed') told
        full join (
            select c.*, o.code, r.year, r.sort from governance_confirmation c
                join engagements_organisation o on o.id = c.organisation_id
                join governance_round r on r.id = c.round_id
        ) seen on seen.ledger_seq = told.seq
        cross join lateral (values
            ('organisation', told.body ->> 'organisation', seen.code),
            ('year', told.body ->> 'year', seen.year::text),
            ('round', told.body ->> 'round', seen.sort),
            ('missing', told.body ->> 'missing', seen.missing::text),
            ('frame_sek', told.body ->> 'frame_sek', seen.frame_sek::text),
            ('plan_sha256', told.body ->> 'plan_sha256', seen.plan_sha256),
            ('role', told.body ->> 'role', seen.role),
            ('at', told.body ->> 'at', ledger.written(seen.at)),
            ('by', coalesce(told.said ->> 'person', seen.by_id::text), seen.by_id::text),
            ('text', coalesce(told.said ->> 'text', normalize(seen.text)), normalize(seen.text))
        ) as field(field, entry, kept)
)
select seq, name, gone, string_agg(field, ', ' order by field) from field
    where entry is distinct from kept
    group by seq, name, gone order by seq nulls last, name
"""
RECEIPTS = """
with told as materialized (select * from ledger.told where chain = %(chain)s),
kept as materialized (
    select a.id, e.number, a.engagement_id, a.weighed, a.sha256,
        encode(sha256(convert_to(a.receipt, 'UTF8')), 'hex') as receipt_sum,
        encode(sha256(convert_to(a.weighed, 'UTF8')), 'hex') as weighed_sum
        from governance_assessment a join engagements_engagement e on e.id = a.engagement_id
),
named as (
    select seq, body ->> 'id' as engagement, body ->> 'receipt_sha256' as receipt_sum,
        body ->> 'weighed_sha256' as weighed_sum
        from told where body ? 'receipt_sha256'
),
-- Only a text whose sum the chain confirms is read as JSON.
weighed as materialized (
    select named.seq, kept.weighed::jsonb as body from named join kept
        on kept.engagement_id::text = named.engagement and kept.receipt_sum = named.receipt_sum
        and kept.weighed_sum = named.weighed_sum
)
select 'entry ' || seq || ': no receipt is kept with the receipt_sha256 it names'
    from named where not exists (
        select from kept where kept.engagement_id::text = named.engagement
            and kept.receipt_sum = named.receipt_sum and kept.sha256 = named.receipt_sum)
union all
select 'entry ' || seq || ': no receipt is kept with the weighed_sha256 it names'
    from named where weighed_sum is not null and not exists (
        select from kept where kept.engagement_id::text = named.engagement
            and kept.weighed_sum = named.weighed_sum)
union all
select 'receipt ' || id || ' of ' || number || ' does not match its own sha256'
    from kept where receipt_sum <> sha256
union all
select distinct 'entry ' || seq || ': weighing ' || (item ->> 'id')
        || case when w.id is null then ' is gone' else ' differs from what it names' end
    from weighed cross join lateral jsonb_array_elements(body -> 'weighings') item
    left join governance_weighing w on w.id::text = item ->> 'id'
    where (item ->> 'rule', item ->> 'clause', item ->> 'part', item ->> 'finding_sha256',
            item ->> 'by', item ->> 'grounds')
        is distinct from (w.rule::text, w.clause::text, w.part::text, w.finding_sha256::text,
            w.by_id::text, normalize(w.grounds))
"""
DESTROYED = """
with told as materialized (select * from ledger.told where chain = %(chain)s),
destroyed as materialized (select * from ledger.destroyed where chain = %(chain)s)
select promise.seq, promise.field from (
    select seq, 'body' as field from told where sealed
    union all
    select seq, jsonb_object_keys(body -> 'secret') from told
        where jsonb_typeof(body -> 'secret') = 'object'
) promise
left join ledger.secret s on s.chain = %(chain)s and s.seq = promise.seq and s.field = promise.field
where s.seq is null and promise.seq not in (select seq from destroyed)
order by 1, 2
"""


def broken_rows() -> Iterator[str]:
    """Give the decisions, advice, replies, conflicts and follow-ups that their entries belie."""
    with connection.cursor() as cursor:
        cursor.execute(ROWS, {"chain": CHAIN})
        rows = cursor.fetchall()
    for seq, name, gone, fields in rows:
        if seq is None:
            yield f"{CHAIN}: {name} has no entry"
        elif gone:
            yield f"{CHAIN}: entry {seq}: {name} is gone"
        else:
            yield f"{CHAIN}: entry {seq}: {name} differs in {fields}"


def broken_receipts() -> Iterator[str]:
    """Give the receipts and weighings that are not those that an entry names."""
    with connection.cursor() as cursor:
        cursor.execute(RECEIPTS, {"chain": CHAIN})
        rows = cursor.fetchall()
    yield from (f"{CHAIN}: {row[0]}" for row in rows)


def lost_secrets() -> Iterator[str]:
    """Give the secrets that are gone though no entry tells that they were destroyed."""
    with connection.cursor() as cursor:
        cursor.execute(DESTROYED, {"chain": CHAIN})
        rows = cursor.fetchall()
    for seq, field in rows:
        yield f"{CHAIN}: the text {field} of entry {seq} is gone, and no entry tells why"
