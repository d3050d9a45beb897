# ruff: noqa: S608 - put together of its own text alone
"""Every figure of the annual report asked of the tables a second time, in SQL alone.

FIGURES: by section, place of the sentence and name of the figure. Parameters: year, today, and
grams, what a kilometre emits by means as JSON.
"""

import json

from django.db import connection

OPENLY = """
    not e.secret and not exists (select from governance_secretpart s
        where s.engagement_id = e.id and s.lifted_at is null and s.part <> 'document')
"""
# What belongs to the year in which it begins, else to that in which it was registered.
OF_YEAR = f"""
    from engagements_engagement e
    left join visits_visit v on v.engagement_id = e.id
    left join visits_trip t on t.engagement_id = e.id
    left join visits_reception r on r.engagement_id = e.id
    left join agreements_position p on p.engagement_id = e.id
    left join governance_followup f on f.engagement_id = e.id
    where e.submitted_at is not null and {OPENLY}
    and extract(year from coalesce(e.starts_on,
        (e.created_at at time zone 'Europe/Stockholm')::date)) = %(year)s
"""
RECEIVED = " and e.status in ('approved', 'coordination', 'follow_up', 'closed')"
DECIDED = " and e.status in ('approved', 'follow_up', 'closed')"
VISITS, TRIPS, RECEPTIONS, DECLARATIONS = (
    f"{OF_YEAR} and e.kind = '{kind}'" for kind in ("visit", "trip", "reception", "declaration")
)
POSITIONS = (
    OF_YEAR.replace("coalesce(e.starts_on,", "coalesce(p.deadline_on,") + " and e.kind = 'position'"
)
# What lasts: decided, and held on some day of the year.
LASTED = f"""
    from engagements_engagement e
    left join memberships_membership m on m.engagement_id = e.id
    left join memberships_euproject eu on eu.engagement_id = e.id
    left join agreements_cooperation c on c.engagement_id = e.id
    left join agreements_intent i on i.engagement_id = e.id
    where {OPENLY} and e.status in ('approved', 'follow_up', 'closed')
    and m.review_of_id is null and c.amends_id is null and i.amends_id is null
    and (e.ends_on is null or e.ends_on >= make_date(%(year)s, 1, 1))
    and coalesce(m.member_since, e.starts_on, (e.created_at at time zone 'Europe/Stockholm')::date)
        <= make_date(%(year)s, 12, 31)
"""
MEMBERS = f"{LASTED} and e.kind = 'membership'"
# The fee of the year, else of the first year after it, else of the last one before it.
FEES = f"""
    select sum(case when fee.currency in ('', 'SEK') then fee.amount else fee.amount_sek end)
    from (select e.id {MEMBERS}) member
    cross join lateral (
        select * from memberships_feeyear y where y.engagement_id = member.id and y.year is not null
        order by y.year < %(year)s, abs(y.year - %(year)s) limit 1
    ) fee
"""
ANSWERS = """
    from engagements_organisation o
    where o.active and (o.kind in ('forvaltning', 'bolag') or exists (
        select from engagements_role held where held.organisation_id = o.id
        and held.name in ('contact_person', 'deputy') and held.valid_from <= %(today)s
        and (held.valid_to is null or held.valid_to >= %(today)s)))
"""


def _seat(name: str) -> str:
    return f"""exists (
        select from engagements_role held join engagements_user u on u.id = held.user_id
        where u.is_active and held.organisation_id = o.id and held.name = '{name}'
        and held.valid_from <= least(%(today)s, make_date(%(year)s, 12, 31))
        and (held.valid_to is null
            or held.valid_to >= least(%(today)s, make_date(%(year)s, 12, 31))))"""


NEEDS = "o.kind in ('forvaltning', 'bolag')"
NOBODY = f"{NEEDS} and not {_seat('contact_person')}"
COMPLETE = f"""
    and (not {NEEDS} or {_seat("contact_person")}) and (not {NEEDS} or {_seat("deputy")})
    and exists (select from governance_plan w where w.organisation_id = o.id and w.year = %(year)s
        and (w.aims <> '' or exists (select from governance_plannedline l
            where l.plan_id = w.id and l.struck_on is null)))
    and exists (select from governance_frame w
        where w.organisation_id = o.id and w.year = %(year)s)
    and not exists (select from engagements_engagement e where e.organisation_id = o.id
        and e.followed_up_on is null and e.status in ('approved', 'follow_up')
        and (e.ends_on is not null or e.kind in ('visit', 'trip', 'reception'))
        and coalesce(e.ends_on, e.starts_on, e.decided_on) between make_date(%(year)s, 1, 1)
            and least(make_date(%(year)s, 12, 31), %(today)s)
        and (e.status = 'follow_up'
            or coalesce(e.ends_on, e.starts_on, e.decided_on) < %(today)s))
    and not exists (select from governance_followup f
        join engagements_engagement e on e.id = f.engagement_id
        where e.organisation_id = o.id and f.learnt = ''
        and extract(year from coalesce(e.ends_on, e.starts_on)) = %(year)s)
    and not exists (select from memberships_membership m
        join engagements_engagement e on e.id = m.engagement_id
        where e.organisation_id = o.id and e.status = 'approved' and e.ends_on is null
        and m.review_of_id is null
        and m.next_review_on < %(today)s and m.next_review_on <= make_date(%(year)s, 12, 31))
    and not exists (select from agreements_declaration d
        join engagements_engagement e on e.id = d.engagement_id
        where e.organisation_id = o.id and e.status in ('approved', 'follow_up')
        and d.next_review_on < %(today)s and d.next_review_on <= make_date(%(year)s, 12, 31))
    and not exists (select from memberships_reportdate d
        join engagements_engagement e on e.id = d.engagement_id
        where e.organisation_id = o.id and e.status in ('approved', 'follow_up')
        and d.done_on is null and d.due_on < %(today)s
        and extract(year from d.due_on) = %(year)s)
"""
DEPARTURES = f"""
    select count(*) from governance_decision d
    join engagements_engagement e on e.id = d.engagement_id
    where d.departure and not e.secret and e.organisation_id in (select o.id {ANSWERS})
    and extract(year from d.at at time zone 'Europe/Stockholm') = %(year)s
    and not exists (select from governance_decision n where n.supersedes_id = d.id)
"""
PEOPLE = "(select count(*) from visits_traveller w where w.engagement_id = e.id)"
# There and back, for all who go, by the city's grams a kilometre of the day, rounded.
KILOGRAMS = f"""
    select sum(case
        when t.digital then null
        when t.emissions_kg is not null and t.emissions_grounds <> '' then t.emissions_kg
        when {PEOPLE} = 0 then null
        else (2 * t.distance_km * {PEOPLE} * (%(grams)s::jsonb ->> t.means)::int + 500) / 1000 end)
    {TRIPS}{DECIDED}
"""
FIGURES: dict[tuple[str, int, str], str] = {
    ("efterlevnad", 0, "all"): f"select count(*) {ANSWERS}",
    ("efterlevnad", 0, "complete"): f"select count(*) {ANSWERS} {COMPLETE}",
    ("efterlevnad", 1, "n"): f"select count(*) {ANSWERS} and {NOBODY}",
    ("efterlevnad", 2, "n"): DEPARTURES,
    ("besok", 0, "all"): f"select count(*) {VISITS}",
    ("besok", 0, "received"): f"select count(*) {VISITS}{RECEIVED}",
    ("besok", 0, "persons"): f"select sum(v.delegation_size) {VISITS}{RECEIVED}",
    ("besok", 1, "declined"): f"select count(*) {VISITS} and e.status = 'rejected'",
    ("besok", 2, "received"): f"select count(*) {VISITS}{RECEIVED}",
    ("besok", 3, "n"): f"select count(*) {VISITS}{RECEIVED} and v.political_level = 'high'",
    ("besok", 4, "sek"): f"select sum(f.cost_sek) {VISITS}",
    ("besok", 5, "n"): f"select count(*) {VISITS} and f.engagement_id is not null",
    ("resor", 0, "all"): f"select count(*) {TRIPS}",
    ("resor", 0, "gone"): f"select count(*) {TRIPS}{DECIDED}",
    ("resor", 0, "persons"): f"select sum({PEOPLE}) {TRIPS}{DECIDED}",
    ("resor", 1, "n"): f"select count(*) {TRIPS}{DECIDED} and t.on_behalf_of_ks",
    ("resor", 2, "sek"): f"select sum(f.cost_sek) {TRIPS}",
    ("resor", 3, "kg"): KILOGRAMS,
    ("mottagningar", 0, "all"): f"select count(*) {RECEPTIONS}",
    ("mottagningar", 0, "granted"): f"select count(*) {RECEPTIONS}{DECIDED}",
    ("mottagningar", 0, "guests"): f"select sum(r.guests) {RECEPTIONS}{DECIDED}",
    ("mottagningar", 1, "sek"): f"select sum(f.cost_sek) {RECEPTIONS}",
    ("medlemskap", 0, "all"): f"select count(*) {MEMBERS}",
    ("medlemskap", 1, "sek"): FEES,
    ("avtal", 0, "all"): f"select count(*) {LASTED} and e.kind in ('cooperation', 'intent')",
    ("eu-projekt", 0, "all"): f"select count(*) {LASTED} and e.kind = 'eu_project'",
    ("eu-projekt", 1, "sek"): f"select sum(eu.own_budget_sek) {LASTED} and e.kind = 'eu_project'",
    ("bistand", 0, "all"): f"select count(*) {LASTED} and e.kind = 'aid_project'",
    ("deklarationer", 0, "all"): f"select count(*) {DECLARATIONS}",
    ("deklarationer", 1, "n"): f"select count(*) {DECLARATIONS}{DECIDED}",
    ("stallningstaganden", 0, "all"): f"select count(*) {POSITIONS}",
    (
        "stallningstaganden",
        1,
        "n",
    ): f"select count(*) {POSITIONS} and (p.in_sef or p.position_channel = 'association')",
}


def counted(year, today, grams):
    """Return what SQL alone says of every figure."""
    named = {"year": year, "today": today, "grams": json.dumps(grams)}
    found = {}
    with connection.cursor() as cursor:
        for key, text in FIGURES.items():
            cursor.execute(text, named)
            found[key] = int(cursor.fetchone()[0] or 0)
    return found
