"""What each matter is counted as: a row for every figure that it adds to, in SQL.

The statistics count these rows, and the sums that are kept are added up from the same.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from django.db.models import Case, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce, TruncDate

from engagements import finding
from engagements.models import Engagement
from engagements.vocabulary import Status
from governance.models.counted import Seen
from governance.reports.marks import BY_ITSELF, MARKS

NONE_GIVEN = finding.NONE_GIVEN
ALL = "alla"
# What is read of each matter, by what the SQL calls it.
COLUMNS = (
    ("pk", "id"),
    ("organisation_id", "body"),
    ("seen", "seen"),
    ("counted_on", "counted_on"),
    ("kind", "kind"),
    ("status", "status"),
    ("organisation__code", "organisation"),
    ("directions", "directions"),
    ("goals", "goals"),
    ("sdgs", "sdgs"),
    ("breaches", "breaches"),
    ("unanswered", "unanswered"),
    ("judgements", "judgements"),
    ("notes", "notes"),
    ("estimated_sek", "estimated_sek"),
    ("followed_up_on", "followed_up_on"),
)
NAMES = ", ".join(name for _column, name in COLUMNS)
NONE_OF = ", ".join(
    f"('{name}:{NONE_GIVEN}', cardinality({column}) = 0, 1)"
    for name, column in finding.MANY.items()
)
ITSELF = f"""
select counted.id, now, before, told.key, told.s::numeric
from counted cross join lateral (values
    ('{ALL}:', true, null::numeric),
    ('uppfoljt:', followed_up_on is not null, null),
    ('beraknat:', estimated_sek is not null, estimated_sek),
    ('typ:' || kind, true, null),
    ('status:' || status, true, null),
    ('verksamhet:' || organisation, true, null),
    ('manad:' || date_trunc('month', counted_on)::date, true, null),
    ('kontroll:breach', breaches > 0, null),
    ('kontroll:unanswered', unanswered > 0, null),
    ('kontroll:judge', judgements > 0, null),
    ('kontroll:note', notes > 0, null),
    ('kontroll:clear', breaches = 0 and unanswered = 0 and judgements = 0, null),
    {NONE_OF}
) told(key, held, s)
where told.held
"""
SPENT = """
select counted.id, now, before, 'utfall:', done.cost_sek
from counted join governance_followup done on done.engagement_id = counted.id
"""
SHARED = """
select counted.id, now, before, '{name}:' || given.code, 1.0 / cardinality({column})
from counted cross join lateral unnest({column}) given(code)
"""
TIED = """
select distinct counted.id, now, before, '{name}:' || {code}, null::numeric
from counted join engagements_tie tie on tie.engagement_id = counted.id
{joined}
where {known}
"""
ANYWHERE = """
left join engagements_place place on place.id = tie.place_id
left join engagements_counterpart party on party.id = tie.counterpart_id
"""
COUNTRIES = TIED.format(
    name="land",
    code="known.code",
    joined=ANYWHERE
    + "cross join lateral (values (tie.country), (place.country), (party.country)) known(code)",
    known="known.code <> ''",
)
NOWHERE = f"""
select counted.id, now, before, 'land:{NONE_GIVEN}', null
from counted where not exists (
    select 1 from engagements_tie tie {ANYWHERE}
    where tie.engagement_id = counted.id
        and (tie.country <> '' or place.country <> '' or party.country <> ''))
"""
PLACES = TIED.format(name="plats", code="tie.place_id", joined="", known="tie.place_id is not null")
COUNTERPARTS = TIED.format(
    name="motpart", code="tie.counterpart_id", joined="", known="tie.counterpart_id is not null"
)
BODIES = f"""
select distinct counted.id, now, before,
    'organ:' || coalesce(nullif(answer.body, ''), '{BY_ITSELF}'), null::numeric
from counted join governance_decision answer on answer.engagement_id = counted.id
where answer.task = 'decides' and not exists (
    select 1 from governance_decision newer where newer.supersedes_id = answer.id)
"""
MARKED = """
select counted.id, now, before, 'sarskilt:{name}', null
from counted where counted.id in ({marked})
"""
PARTS = (
    ITSELF,
    SPENT,
    *(SHARED.format(name=name, column=column) for name, column in finding.MANY.items()),
    COUNTRIES,
    NOWHERE,
    PLACES,
    COUNTERPARTS,
    BODIES,
)
Sql = tuple[str, list[Any]]


def read(rows: QuerySet[Engagement]) -> Sql:
    """Return the SQL that reads the columns of some matters, and its values."""
    seen = Case(
        When(status=str(Status.DRAFT), then=Value(Seen.DRAFT.value)),
        When(Q(secret=True), then=Value(Seen.SECRET.value)),
        default=Value(Seen.OPEN.value),
    )
    day = Coalesce("starts_on", TruncDate("created_at"))
    found = rows.annotate(seen=seen, counted_on=day).order_by()
    text, values = found.values_list(*(name for name, _ in COLUMNS)).query.sql_with_params()
    return text, list(values)


@cache
def told() -> Sql:
    """Return the SQL of every row that the matters of ``counted`` add: id, now, before, key, s.

    A key is the name of a table and the code of its row. s: kronor, or a share of the matter. Put
    into words once: they are the same for everybody, since marks are made known at start.
    """
    parts = list(PARTS)
    values: list[Any] = []
    for name, mark in MARKS.items():
        marked = mark.narrow(Engagement.objects.order_by()).values_list("pk")
        text, own = marked.query.sql_with_params()
        parts.append(MARKED.format(name=name, marked=text))
        values += own
    return " union all ".join(f"({part})" for part in parts), values
