"""Rows that cannot change without their history, and tables where nothing is changed or removed.

See docs/adr/0003-history-guard.md for why the database does this and not Python.
"""

from django.db import migrations

FUNCTIONS = """
create function history_guard() returns trigger language plpgsql as $$
-- Arguments: the table, its history table, its key, then the columns that history leaves out.
declare
    row_key bigint;
    written jsonb;
    remembered jsonb;
    differing text;
begin
    row_key := (to_jsonb(coalesce(new, old)) ->> tg_argv[2])::bigint;
    execute format('select to_jsonb(t) from %I t where %I = $1', tg_argv[0], tg_argv[2])
        into written using row_key;
    -- The newest is found before it is turned into JSON: a long history costs no more than a short.
    execute format(
        'select to_jsonb(h) from %1$I h where history_id = ('
        'select history_id from %1$I where %2$I = $1 order by history_id desc limit 1)',
        tg_argv[1], tg_argv[2]) into remembered using row_key;
    if written is null then
        if remembered is null or remembered ->> 'history_type' <> '-' then
            raise exception 'history guard: % % was deleted without history', tg_argv[0], row_key
                using errcode = 'integrity_constraint_violation';
        end if;
        return null;
    end if;
    if remembered is null or remembered ->> 'history_type' = '-' then
        raise exception 'history guard: % % was written without history', tg_argv[0], row_key
            using errcode = 'integrity_constraint_violation';
    end if;
    select string_agg(field.key, ', ' order by field.key) into differing
        from jsonb_each(written - tg_argv[3:]) as field
        where remembered -> field.key is distinct from field.value;
    if differing is not null then
        raise exception 'history guard: % % differs from its history in %',
            tg_argv[0], row_key, differing
            using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;

create function append_only() returns trigger language plpgsql as $$
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
DROP_FUNCTIONS = "drop function history_guard(); drop function append_only();"


def append_only(table: str, *, once: tuple[str, ...] = ()) -> migrations.RunSQL:
    """Refuse update, delete and truncate on a table.

    once: columns that may be filled in where they are null.
    """
    arguments = ", ".join(f"'{word}'" for word in once)
    return migrations.RunSQL(
        f"""
        create trigger append_only before update or delete on {table}
            for each row execute function append_only({arguments});
        create trigger append_only_whole before truncate on {table}
            for each statement execute function append_only();
        """,
        f"drop trigger append_only on {table}; drop trigger append_only_whole on {table};",
    )


def guarded(table: str, history: str, *, key: str, left_out: tuple[str, ...] = ()) -> list:
    """Refuse, at commit, a row that its newest history row does not repeat; and the reverse."""
    arguments = ", ".join(f"'{word}'" for word in (table, history, key, *left_out))
    return [
        migrations.RunSQL(
            f"""
            create index {history}_newest on {history} ({key}, history_id desc);
            create constraint trigger history_guard after insert or update or delete on {table}
                deferrable initially deferred
                for each row execute function history_guard({arguments});
            create constraint trigger history_guard after insert on {history}
                deferrable initially deferred
                for each row execute function history_guard({arguments});
            """,
            f"""
            drop trigger history_guard on {history};
            drop trigger history_guard on {table};
            drop index {history}_newest;
            """,
        ),
        append_only(history),
    ]
