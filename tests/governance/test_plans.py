"""The database finds its way: no page reads a large table from end to end.

Nor does it ask row by row whom a matter is opened to. Every question that the pages ask is asked
again for its plan, as it would be beside a million matters: some thousands are laid out, and the
planner is told how many each row and each page of them stands for.
"""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from bench import seed
from engagements import querysets, turns
from engagements.models import Engagement
from engagements.permissions import visible_to
from governance import queues
from tests import worlds

pytestmark = pytest.mark.django_db
SIZE = 8_000
TIMES = 125
# Tables with more rows than this are large.
LARGE = 1_600
NAMED = "engagements_engagementuserobjectpermission"
FILL = """
insert into engagements_counterpart (name, other_names, kind, sector, country)
    select 'Organisation ' || n, '', 'city', '', 'FI' from generate_series(1, 500) n;
insert into engagements_place (name_sv, name_en, other_names, country, kind, capital)
    select 'Stad ' || n, '', '', 'FI', 'city', false from generate_series(1, 1500) n;
insert into engagements_tie (engagement_id, organisation, kind, city, country, place_is_new,
    counterpart_is_new, place_id, counterpart_id)
    select n, 'Organisation ' || n %% 500, 'city', '', (array['FI','NO','DK','DE'])[1 + n %% 4],
        false, false, places.ids[1 + n %% array_length(places.ids, 1)],
        counterparts.ids[1 + n %% 500]
    from generate_series(1, %(size)s) n,
        (select array_agg(id) ids from engagements_place) places,
        (select array_agg(id) ids from engagements_counterpart) counterparts;
insert into engagements_takingpart (engagement_id, organisation_id)
    select n, orgs.ids[1 + n %% array_length(orgs.ids, 1)] from generate_series(1, %(size)s, 3) n,
        (select array_agg(id) ids from engagements_organisation) orgs;
insert into engagements_engagementuserobjectpermission (content_object_id, permission_id, user_id)
    select n, (select id from auth_permission where codename = 'view_engagement'),
        users.ids[1 + n %% array_length(users.ids, 1)]
    from generate_series(1, %(size)s, 4) n, (select array_agg(id) ids from engagements_user) users;
insert into engagements_document (id, engagement_id, kind, name, file, media_type, size, sha256,
    personal_data, added_by_id, added_at)
    select n, n, 'other', 'Handling ' || n, 'x', 'application/pdf', 1, '', false, %(user)s, %(now)s
    from generate_series(1, %(size)s, 4) n;
insert into engagements_documenttext (document_id, state, called, words)
    select id, 'read', name, case when id %% 50 = 0 then 'Om dagvatten ' else 'Om ' end
        || md5(name)
    from engagements_document;
insert into engagements_deadline (engagement_id, event, since, days, in_working_days, source, due,
    grounds, paused_for, stood_still)
    select id, '', ball_since::date, 5, true, '', due, '', '', 0
    from engagements_engagement;
insert into governance_followup (engagement_id, learnt, acted_on, told, image, cost_sek, gift_what,
    gift_from, at, by_id, purpose_met, contacts, usable, goes_into, occasion, country)
    select id, 'Om dagvatten ' || md5(title), '', '', '', 1, '', '', changed_at, %(user)s,
        '', '', '', '', title, 'FI'
    from engagements_engagement where status = 'closed';
insert into governance_todo (engagement_id, internal, what, owner_id, due_on, by_id, at)
    select id, id %% 2 = 0, 'Ring om dagvatten ' || md5(title), %(user)s, due, %(user)s, changed_at
    from engagements_engagement where due is not null;
insert into governance_notice (person_id, sort, code, once, at, engagement_id, by_id, internal)
    select users.ids[1 + n %% array_length(users.ids, 1)], 'mine', 'ball', 'n' || n, %(now)s, n,
        %(user)s, false
    from generate_series(1, %(size)s) n, (select array_agg(id) ids from engagements_user) users;
update engagements_engagement set clauses = '{4,4.6}' where id %% 500 = 0;
"""
MARKED = """
update engagements_engagement set breaches = (id < 3000)::int, judgements = (id > 2000)::int,
    due = case when status = 'follow_up' and id < 4000 then %s else due end
where ball <> ''
"""
GROW = """
with large as (
    select oid from pg_class where relkind = 'r' and reltuples > %(large)s
        and relnamespace = 'public'::regnamespace
), grown as (
    update pg_class set reltuples = reltuples * %(times)s
    where oid in (select oid from large)
        or oid in (select indexrelid from pg_index where indrelid in (select oid from large))
)
select array_agg(oid::regclass::text) from large
"""
SETTLE = """
select gin_clean_pending_list(indexrelid) from pg_index join pg_class c on c.oid = indexrelid
join pg_am am on am.oid = c.relam where amname = 'gin'
"""
PAGES = (
    "/",
    "/arenden/",
    "/arenden/?q=dagvatten",
    "/arenden/?q=bibliotekat",  # like "bibliotek", and nowhere as written
    "/sok/?q=dagvatten",
    "/sok/?q=bibliotekat",
    "/sok/?q=INT-2026-0000041",
    "/sok/?q=paragraf:4.6",
    "/sok/?q=plats:Helsingfors",
    "/sok/?q=hos:mig",
    "/sok/forslag/?q=",
    "/sok/forslag/?q=dagv",
    "/sok/forslag/?q=INT-2026-00001",
    "/kalender/",
    "/kalender/?vy=manad",
    "/aviseringar/",
)
CHOICES = [
    (view, check, order)
    for view in ("enheten", "andra", "uppfoljning")
    for check in ("", *queues.CHECKS)
    for order in queues.ORDERS
]
QUEUES = (
    *(f"/ko/?vy={view}" for view in queues.VIEWS),
    *(f"/ko/?vy={view}&kontroll={check}&ordning={order}" for view, check, order in CHOICES),
)
READERS = ("amina.lindqvist", "johan.ekstrom", "gunilla.berg")
HANDLER = "johan.ekstrom"


@pytest.fixture
def many(city, db):
    """Lay out many matters, and give the invented people and the large tables' names."""
    worlds.lay_out(city)
    people = worlds.invented()
    values = {"size": SIZE, "now": timezone.now(), "user": people["amina.lindqvist"].pk}
    values |= {"statuses": seed.STATUSES, "balls": seed.BALLS}
    with connection.cursor() as cursor:
        cursor.execute("set local session_replication_role = replica")
        for statement in (seed.ENGAGEMENTS, seed.VISITS, seed.TEXTS, *FILL.strip().split(";\n")):
            cursor.execute(statement, values)
        cursor.execute("set local session_replication_role = origin")
        cursor.execute(SETTLE)
        cursor.execute("analyze")
        cursor.execute(GROW, {"times": TIMES, "large": LARGE})
        (large,) = cursor.fetchone()
        cursor.execute(f"set local seq_page_cost = {TIMES}")
    return people, set(large)


def test_no_page_reads_a_large_table_from_end_to_end(many):
    people, large = many
    item = Engagement.objects.filter(organisation__code="MF", status="advice").latest("pk")
    alike = reverse("engagement_alike", args=[item.number])
    wrong = []
    for key in READERS:
        for address in (*PAGES, alike, *(QUEUES if key == HANDLER else ())):
            wrong += [(key, address, *told) for told in found(people[key], address, large)]

    found_by = {"engagements_documenttext", "engagements_mattertext"}
    assert {"engagements_engagement", *found_by, NAMED} <= large
    assert wrong == []
    with connection.cursor() as cursor:  # and what the guard is for, it finds
        cursor.execute("drop index document_search")
    told = list(found(people[HANDLER], "/sok/?q=dagvatten", large))
    assert ("Seq Scan", "engagements_documenttext") in {one[:2] for one in told}


def test_a_list_with_little_in_it_is_not_looked_for_among_all_of_the_citys(many):
    people, _large = many
    for address in ("/arenden/?status=decision", "/arenden/?typ=trip", "/arenden/?q=bibliotek"):
        client = Client()
        client.force_login(people["amina.lindqvist"])
        with CaptureQueriesContext(connection) as asked:
            page = client.get(address)
        own = [one for one in asked.captured_queries if '"changed_at" DESC' in one["sql"]]
        assert "newest_first" not in json.dumps([plan_of(one["sql"]) for one in own]), address
        assert bool(page.context["page"].rows) == bool(own), address  # none, and nothing is asked


def test_the_queue_is_walked_in_each_of_its_orders_and_not_put_in_order_first(many, monkeypatch):
    people, _large = many
    monkeypatch.setattr(querysets, "FEW", 100)  # the unit has four hundred here

    for order, most in (("brattom", 0), ("vantat", 0), ("nyast", 0), ("verksamhet", 31)):
        assert max(put_in_order(people[HANDLER], order)) <= most, order
    with connection.cursor() as cursor:
        cursor.execute("drop index waits_by_since")
    assert max(put_in_order(people[HANDLER], "vantat")) > 0


@pytest.mark.parametrize(
    ("address", "index", "condition"),
    [
        ("/", "own_turn", "(ball_organisation_id = "),
        ("/kalender/", "waits_by_organisation", "(organisation_id = "),
        ("/sok/?q=dagvatten", "own_search", "(organisation_id = "),
    ],
)
def test_what_is_one_organisation_s_is_walked_by_an_index_of_its_own(
    many, address, index, condition
):
    people, _large = many
    client = Client()
    client.force_login(people["amina.lindqvist"])
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    plans = [plan_of(one["sql"]) for one in asked.captured_queries if "SELECT" in one["sql"]]

    walked = [step for plan in plans for step in steps(plan) if step.get("Index Name") == index]
    assert any(condition in step.get("Index Cond", "") for step in walked)
    assert index == "own_search" or any(step["Node Type"] == "Index Scan" for step in walked)


def test_the_views_of_the_queue_are_counted_without_their_rows(many):
    people, _large = many
    with connection.cursor() as cursor:  # as the server leaves a table that it has swept
        cursor.execute(
            "update pg_class set relallvisible = relpages"
            " where oid = 'engagements_engagement'::regclass"
        )
    client = Client()
    client.force_login(people[HANDLER])
    with CaptureQueriesContext(connection) as asked:
        client.get("/ko/")
    (counted,) = [sql for sql in (q["sql"] for q in asked) if sql.count("select count(*)") == 5]

    by_index = [
        step["Index Name"]
        for step in steps(plan_of(counted))
        if step["Node Type"] == "Index Only Scan"
    ]
    # What lies with the unit, what of it nobody has taken, and what is late.
    assert by_index.count("turn_by_due") >= 2
    assert by_index.count("follows_up_by_due") == 1


def test_a_page_of_the_queue_holds_the_first_of_its_view_however_they_are_sought(many, monkeypatch):
    people, _large = many
    today = timezone.localdate()
    with connection.cursor() as cursor:
        cursor.execute("set local session_replication_role = replica")
        cursor.execute(MARKED, [today - timedelta(days=1)])
        cursor.execute("set local session_replication_role = origin")
    for view, check, order in CHOICES:
        chosen = {"view": view, "check": check, "order": order, "on": today}
        whole = list(queues.rows(people[HANDLER], **chosen).values_list("pk", flat=True))
        assert whole
        for few in (0, 100, 500):
            monkeypatch.setattr(querysets, "FEW", few)
            found = queues.first_rows(people[HANDLER], **chosen, most=61)
            assert list(found.values_list("pk", flat=True)[30:61]) == whole[30:61], chosen


@pytest.mark.django_db
def test_a_board_s_matters_are_asked_for_by_organisations_and_not_by_their_board(world):
    """A joined organisation's board is known of each matter only when it has been read."""
    secretary, today = world["gunilla.berg"], timezone.localdate()
    asked = visible_to(secretary, on=today), turns.held_by(secretary, on=today)
    asked += (querysets.waiting_for_others(secretary, on=today),)

    for rows in asked:
        assert '"board_id"' not in str(rows.query).partition("WHERE")[2]


def found(person, address, large):
    """Return what is wrong with the plans of a page's questions."""
    client = Client()
    client.force_login(person)
    with CaptureQueriesContext(connection) as asked:
        page = client.get(address)
    assert page.status_code == 200, address
    return [
        told
        for question in asked.captured_queries
        if question["sql"].lstrip("\n (").upper().startswith(("SELECT", "WITH"))
        for told in faults(plan_of(question["sql"]), large)
    ]


def plan_of(question):
    with connection.cursor() as cursor:
        cursor.execute(f"explain (format json) {question}".replace("%", "%%"), ())
        (plans,) = cursor.fetchone()
    return plans[0]["Plan"]


def put_in_order(person, order):
    """Return how many rows are put in order for a page of the queue, by its questions' plans."""
    client = Client()
    client.force_login(person)
    with CaptureQueriesContext(connection) as asked:
        client.get(f"/ko/?ordning={order}")
    own = [one["sql"] for one in asked.captured_queries if '"due"' in one["sql"]]
    return [0, *(rows for one in own for rows in sorted_rows(plan_of(one)))] if own else []


def sorted_rows(node):
    """Give how many rows each step of a plan that puts rows in order has before it."""
    return [one["Plans"][0]["Plan Rows"] for one in steps(node) if one["Node Type"] == "Sort"]


def steps(node):
    """Give every step of a plan."""
    yield node
    for child in node.get("Plans", []):
        yield from steps(child)


def faults(
    node: dict[str, Any], large: set[str], above: tuple[dict[str, Any], ...] = (), *, by_row=False
) -> Iterator[tuple[str, str, str]]:
    """Give what reads a large table from end to end, or the named persons row by row.

    What stands right under a limit, and has more than it asks for, stops when that is found.
    """
    kind, table = node["Node Type"], node.get("Relation Name", "")
    if kind == "Seq Scan" and table in large and not _stops(node, *above[-1:]):
        yield kind, table, node.get("Filter", "")
    if table == NAMED and by_row:
        yield "row by row", table, "/".join(one["Node Type"] for one in above)
    conditions = json.dumps([told for told in node.values() if isinstance(told, str)])
    for child in node.get("Plans", []):
        label = child.get("Subplan Name", "")
        rows = f"hashed {label}" not in conditions if label.startswith("SubPlan") else by_row
        yield from faults(child, large, (*above, node), by_row=rows)


def _stops(node: dict[str, Any], above: dict[str, Any] | None = None) -> bool:
    return (
        above is not None
        and above["Node Type"] == "Limit"
        and node["Plan Rows"] > above["Plan Rows"]
    )
