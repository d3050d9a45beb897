"""Triggers that say which matters the statistics are to count again.

See docs/adr/0021-statistics-kept-as-sums.md.
"""

from django.db import migrations

FUNCTION = """
create function statistics_changed() returns trigger language plpgsql as $$
-- Arguments: the source, the column that says which, the table's key, and, of an update, the
-- columns that count; every one without any. It only adds rows: nobody waits for another.
declare
    kept text := '';
begin
    if tg_op = 'INSERT' then
        execute format('insert into governance_recount (source, key) '
            'select distinct %L, %I from fresh', tg_argv[0], tg_argv[1]);
    elsif tg_op = 'DELETE' then
        execute format('insert into governance_recount (source, key) '
            'select distinct %L, %I from gone', tg_argv[0], tg_argv[1]);
    else
        if tg_nargs > 3 then
            select format('and (%s) is distinct from (%s)',
                    string_agg(format('fresh.%I', name), ', '),
                    string_agg(format('gone.%I', name), ', '))
                into kept from unnest(tg_argv[3:]) name;
        end if;
        execute format('insert into governance_recount (source, key) '
            'select distinct %1$L, key from fresh join gone on fresh.%3$I = gone.%3$I '
            'cross join lateral (values (fresh.%2$I), (gone.%2$I)) either(key) where true %4$s',
            tg_argv[0], tg_argv[1], tg_argv[2], kept);
    end if;
    return null;
end $$;
"""
CHANGES = {
    "insert": "referencing new table as fresh",
    "update": "referencing old table as gone new table as fresh",
    "delete": "referencing old table as gone",
}


def counted(
    table: str,
    source: str,
    column: str,
    key: str,
    *columns: str,
    on: tuple[str, ...] = ("insert", "update", "delete"),
) -> migrations.RunSQL:
    """Let the matters that a statement touches be counted again. columns: those that count."""
    arguments = ", ".join(f"'{word}'" for word in (source, column, key, *columns))
    return migrations.RunSQL(
        [
            f"create trigger counted_{change} after {change} on {table} {CHANGES[change]} "
            f"for each statement execute function statistics_changed({arguments})"
            for change in on
        ],
        [f"drop trigger counted_{change} on {table}" for change in on],
    )
