"""Triggers that say that a table has changed, so that processes keep what they have read of it.

See docs/adr/0027-what-is-kept-until-it-changes.md.
"""

from django.db import migrations

FUNCTION = """
create function table_changed() returns trigger language plpgsql as $$
-- A number that was never drawn before, nor comes back when a transaction is rolled back or a
-- sequence begins anew: whoever has kept what a number stood for may trust it.
begin
    insert into engagements_tablechange (name, number)
        values (tg_table_name, hashtextextended(gen_random_uuid()::text, 0))
        on conflict (name) do update set number = excluded.number;
    return null;
end $$;
"""
DROP_FUNCTION = "drop function table_changed()"


def watched(table: str) -> migrations.RunSQL:
    """Draw a number for a table, and another one whenever its rows change."""
    return migrations.RunSQL(
        [
            f"create trigger changed_table after insert or update or delete or truncate on {table} "
            "for each statement execute function table_changed()",
            f"insert into engagements_tablechange (name, number) values "  # noqa: S608
            f"('{table}', hashtextextended(gen_random_uuid()::text, 0)) on conflict do nothing",
        ],
        [
            f"drop trigger changed_table on {table}",
            f"delete from engagements_tablechange where name = '{table}'",  # noqa: S608
        ],
    )
