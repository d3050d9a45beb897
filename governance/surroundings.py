"""What other rows say of a matter, for its facts: one question instead of ten.

A matter is judged while it is written, when it is handed in, and once more under the lock that a
decision is taken with, so this is asked more often than anything else.
"""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from engagements.models import Engagement
from engagements.permissions import OWNERS
from engagements.vocabulary import RoleName

# Codes are in the order of their letters' numbers, which is Python's and not the database's.
QUESTION = """
select
  (select array[o.outcome_sek, o.decided_sek]
   from governance_overrun o
   where o.engagement_id = %(matter)s
     and not exists (select from governance_decision later
                     where later.supersedes_id = o.decision_id)
   order by o.id limit 1),
  (select array_agg(array[org.code, coalesce(board.code, org.code)] order by org.code collate "C")
   from engagements_takingpart part
     join engagements_organisation org on org.id = part.organisation_id
     left join engagements_organisation board on board.id = org.board_id
   where part.engagement_id = %(matter)s),
  (select amount_sek from governance_frame
   where organisation_id = %(host)s and year = %(year)s order by id limit 1),
  (select jsonb_build_object('gift_received_sek', gift_received_sek,
                             'gift_kept_personally', gift_kept_personally)
   from governance_followup where engagement_id = %(matter)s),
  (select array_agg(coalesce(nullif(seen.title, ''), compared.title) order by cited.id)
   from governance_knowledgecitation cited
     left join governance_observation seen on seen.id = cited.observation_id
     left join governance_comparison compared on compared.id = cited.comparison_id
   where cited.engagement_id = %(matter)s and cited.example_id is null),
  (select array_agg(shown.title order by cited.id)
   from governance_knowledgecitation cited
     join governance_goodexample shown on shown.id = cited.example_id
   where cited.engagement_id = %(matter)s),
  exists (select from engagements_role
   where organisation_id = %(host)s and name = %(contact_person)s
     and valid_from <= %(on)s and (valid_to is null or valid_to >= %(on)s)),
  (select array_agg(user_id order by user_id) from engagements_conflict
   where engagement_id = %(matter)s),
  exists (select from engagements_role
   where organisation_id = %(host)s and name = any(%(owners)s)
     and valid_from <= %(on)s and (valid_to is null or valid_to >= %(on)s)
     and user_id not in (select user_id from engagements_conflict
                         where engagement_id = %(matter)s)),
  (select jsonb_object_agg(line, per_person_sek) from engagements_cost
   where engagement_id = %(matter)s)
"""


@dataclass(frozen=True)
class Surroundings:
    """What other rows say of a matter on a day.

    anew: kronor that it came to and that were decided, while that waits for a new decision. areas:
    codes of the organisations that take part, each with who decides for it. frame_sek: of the year
    in which it begins. owners_left: whether somebody of the host's has not stepped aside.
    per_person: kronor by line.
    """

    anew: tuple[int, int] | None
    areas: tuple[tuple[str, str], ...]
    frame_sek: int | None
    gift: dict[str, Any]
    observations: tuple[str, ...]
    examples: tuple[str, ...]
    contact_person: bool
    aside: tuple[int, ...]
    owners_left: bool
    per_person: dict[str, int | None]


def around(engagement: Engagement, *, on: date) -> Surroundings:
    """Return what other rows say of a matter on a day."""
    values: dict[str, Any] = {
        "matter": engagement.pk,
        "host": engagement.organisation_id,
        "year": (engagement.starts_on or on).year,
        "on": on,
        "contact_person": str(RoleName.CONTACT_PERSON),
        "owners": [str(name) for name in OWNERS],
    }
    with connection.cursor() as cursor:
        cursor.execute(QUESTION, values)
        row = cursor.fetchone()
    anew, areas, frame, gift, seen, examples, contact_person, aside, left, costs = row
    return Surroundings(
        anew=tuple(anew) if anew else None,
        areas=tuple((code, deciding) for code, deciding in areas or ()),
        frame_sek=frame,
        gift=json.loads(gift or "{}"),
        observations=tuple(seen or ()),
        examples=tuple(examples or ()),
        contact_person=contact_person,
        aside=tuple(aside or ()),
        owners_left=left,
        per_person=json.loads(costs or "{}"),
    )
