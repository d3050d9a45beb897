"""Guards for organisations and goals; documents and conflicts of interest are never changed.

Some append-only rows have an end that is written later: ``append_only`` lets named columns be
filled in once. See docs/adr/0003-history-guard.md. The addresses that earlier events told are
taken out of them, see docs/adr/0006-personal-data.md.
"""

from importlib import import_module

from django.db import migrations

history_guard = import_module("engagements.migrations.0002_history_guard")

APPEND_ONLY = """
create or replace function append_only() returns trigger language plpgsql as $$
-- Arguments: columns that may be filled in, each once, while all else stays as it is.
declare
    field text;
    filled boolean := tg_op = 'UPDATE' and tg_nargs > 0;
begin
    if filled then
        filled := to_jsonb(new) - tg_argv = to_jsonb(old) - tg_argv;
        foreach field in array tg_argv loop
            filled := filled and (to_jsonb(old) ->> field is null
                or to_jsonb(new) ->> field is not distinct from to_jsonb(old) ->> field);
        end loop;
    end if;
    if filled then
        return new;
    end if;
    raise exception '% is append-only: % is refused', tg_table_name, lower(tg_op)
        using errcode = 'integrity_constraint_violation';
end $$;
"""
WITHOUT_ADDRESSES = """
alter table engagements_event disable trigger append_only;
update engagements_event set data = data - 'to' where code in ('reply_queued', 'reply_sent');
alter table engagements_event enable trigger append_only;
"""
OLD_APPEND_ONLY = """
create or replace function append_only() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: % is refused', tg_table_name, lower(tg_op)
        using errcode = 'integrity_constraint_violation';
end $$;
"""


class Migration(migrations.Migration):
    dependencies = [("engagements", "0004_more_histories")]

    operations = [
        migrations.RunSQL(APPEND_ONLY, OLD_APPEND_ONLY),
        migrations.RunSQL(WITHOUT_ADDRESSES, migrations.RunSQL.noop),
        history_guard.begin_history("engagements", "Organisation"),
        history_guard.begin_history("engagements", "OrientationGoal"),
        *history_guard.guarded(
            "engagements_organisation",
            "engagements_historicalorganisation",
            key="id",
            left_out=("sort_name",),
        ),
        *history_guard.guarded(
            "engagements_orientationgoal", "engagements_historicalorientationgoal", key="id"
        ),
        history_guard.append_only("engagements_document"),
        history_guard.append_only("engagements_conflict"),
    ]
