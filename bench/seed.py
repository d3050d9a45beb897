"""Fill an empty database with N engagements, by set-based SQL, the same ones every time.

Triggers rest while it runs, as in a restore; each row gets its matching history row all the same.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import Model

from engagements.models import Engagement, Organisation, Role, User
from governance.actions import adding_up
from visits.models import Visit

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)
STATUSES = (
    "closed,closed,closed,closed,closed,closed,closed,rejected,withdrawn,closed,closed,closed,"
    "closed,follow_up,approved,decision,advice,advice,draft,closed"
)
BALLS = (
    ",,,,,,,,,,,,,contact_person,contact_person,receiving_body,international_unit,"
    "protocol_unit,contact_person,"
)
# What they see, their role, and where.
ROLES = (
    ("one organisation", "contact_person", "MF"),
    ("sees all", "international_unit", "SLK"),
    ("board secretary", "board_secretary", "MHN"),
    ("member of the Committee", "committee_member", "IB"),
    ("secretary of the Committee", "committee_secretary", "IB"),
    ("secretary of the Executive Board", "ks_secretary", "KS"),
    ("registrar", "registrar", "SLK"),
    ("administrator", "admin", "SLK"),
)
ENGAGEMENTS = """
insert into engagements_engagement (id, kind, number, registry_number, title, organisation_id,
  secret, secrecy_section, status, ball, ball_organisation_id, ball_since, due, version,
  initiative, directions,
  goals, goal_contribution, sdgs, sdg_how, qualities, audiences, cooperation_purposes,
  partner_sectors, touches_foreign_policy, budget_line, in_operational_plan, working_hours,
  starts_on, ends_on, counterpart, estimated_sek, breaches, unanswered, judgements, notes,
  supporting, created_by_id, created_at, changed_by_id, changed_at, submitted_at,
  search_words)
select n, 'visit', 'INT-' || (2024 + n %% 3) || '-' || lpad(n::text, 7, '0'), '',
  'Besök ' || n || ' om '
    || (array['dagvatten','förskola','cykelbanor','bibliotek','energi'])[1 + n %% 5],
  orgs.ids[1 + n %% array_length(orgs.ids, 1)], false, '',
  (string_to_array(%(statuses)s, ','))[1 + n %% 20], (string_to_array(%(balls)s, ','))[1 + n %% 20],
  case when (string_to_array(%(balls)s, ','))[1 + n %% 20] in ('contact_person', 'receiving_body')
    then orgs.ids[1 + n %% array_length(orgs.ids, 1)] end,
  %(now)s - n %% 900 * interval '1 day', (%(now)s::date - 10 + n %% 60),
  1, 'asked', '{cooperation}', '{klimat}', 'Bidrar till målet.', '{11}', '', '{}', '{}',
  '{methods}', '{}', false, 'Ramen', true, 10,
  %(now)s::date - n %% 900, %(now)s::date - n %% 900 + 1, 'Stad ' || n %% 500, n %% 20000,
  0, 0, n %% 2, 1, 6, %(user)s, %(now)s, %(user)s, %(now)s - n * interval '1 second',
  case when (string_to_array(%(statuses)s, ','))[1 + n %% 20] <> 'draft' then %(now)s end, ''
from generate_series(1, %(size)s) n,
  (select array_agg(id order by code) ids from engagements_organisation
   where kind in ('forvaltning', 'bolag')) orgs
"""
VISITS = """
insert into visits_visit (engagement_id, requesting_organisation, counterpart_kind, country, city,
  intermediary, contact_name, contact_email, channel, received_on, delegation_size, head_name,
  head_title, political_level, wishes, agenda, agenda_touches, stockholm_learns, they_learn,
  learning_kinds,
  image_gain, comparison, good_examples, state_partner, wants_letter, prioritised_by,
  priority_grounds, funder, places, language, fee_exemption, access_needs, digital, process,
  effect, city_interest, eu_principles)
select n, 'Organisation ' || n %% 700, 'city',
  (array['FI','NO','DK','DE','FR','KR','KE','NL'])[1 + n %% 8], 'Stad ' || n %% 500, '',
  'Kontakt', 'kontakt@stad.example', 'email', %(now)s::date - n %% 900 - 40, 1 + n %% 30, '', '',
  'none', 'De vill utbyta erfarenheter om sak' || n::bigint * 7919 %% 5000 || '.', '{}', '{}',
  'Deras metoder och mätdata.', '',
  '{development}', '', '', '', '', false, '', '', '', '', 'en', '', '', n %% 5 = 0,
  '', '', '', '{}'
from generate_series(1, %(size)s) n
"""


TEXTS = """
insert into engagements_mattertext (engagement_id, words)
select e.id, concat_ws(E'\\n', e.goal_contribution, v.wishes, v.stockholm_learns)
from engagements_engagement e join visits_visit v on v.engagement_id = e.id
"""


def seed(size: int) -> dict[str, User]:
    """Seed ``size`` visits and people of every role; returns them by what they see.

    Raises RuntimeError when the database already holds engagements.
    """
    call_command("reference", verbosity=0)
    if Engagement.objects.exists():
        raise RuntimeError("The bench wants an empty database.")
    people = _people()
    values: dict[str, Any] = {
        "size": size,
        "now": NOW,
        "user": people["one organisation"].pk,
        "statuses": STATUSES,
        "balls": BALLS,
    }
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("set local session_replication_role = replica")
        cursor.execute("set local synchronous_commit = off")
        cursor.execute("set local statement_timeout = 0")
        cursor.execute(ENGAGEMENTS, values)
        cursor.execute(VISITS, values)
        cursor.execute(TEXTS)
        # The next one that is written takes the key after the last.
        cursor.execute(
            "select setval(pg_get_serial_sequence('engagements_engagement', 'id'), %s)", [size]
        )
        for model in (Engagement, Visit):
            cursor.execute(*_history_of(model, people["one organisation"].pk))
    with connection.cursor() as cursor:
        cursor.execute("vacuum (analyze)")  # as the server does by itself in a while
    adding_up.rebuild()  # the triggers that say what to count rested too
    return people


def _history_of(model: type[Model], user: int) -> tuple[str, list[Any]]:
    """Return the SQL that writes the first history row of every row of a model."""
    historical = model.history.model  # type: ignore[attr-defined]
    own = [f.column for f in historical._meta.fields if not f.name.startswith("history_")]
    names = ", ".join(f'"{column}"' for column in own)
    return (
        f'insert into "{historical._meta.db_table}" ({names}, history_date, history_type,'  # noqa: S608
        f" history_change_reason, history_user_id) select {names}, %s, '+', '', %s"
        f' from "{model._meta.db_table}"',
        [NOW, user],
    )


@transaction.atomic
def _people() -> dict[str, User]:
    """Make a person of every role that has a start page of its own, named by what they see."""
    found = {}
    for label, role, code in ROLES:
        user = User.objects.create_user(f"{role}@bench.invalid", None, name=label)
        Role.objects.create(
            user=user,
            name=role,
            organisation=Organisation.objects.get(code=code),
            valid_from="2024-01-01",
        )
        found[label] = user
    return found
