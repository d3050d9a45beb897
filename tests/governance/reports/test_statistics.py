"""Every figure of the statistics, beside the same counted apart in plain SQL, and its own list."""

import random
import re
from datetime import UTC, date, datetime, timedelta
from html import unescape
from itertools import cycle

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from engagements.models import Counterpart, Detail, Engagement, Organisation, Place, Tie
from engagements.vocabulary import Direction, Kind, Status
from governance.models import Assessment, Decision, FollowUp
from governance.reports import world as world_map
from governance.reports.choosing import StatisticsForm
from governance.reports.shown import Statistics
from governance.reports.statistics import Period

TODAY = date(2026, 11, 25)
NOON = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)
ABOVE = (
    '{"findings":[{"clause":"4.6","en":"x","mend":null,"part":"cost:meal",'
    '"sv":"Måltid: 900 kr per person är över stadens riktvärde 300 kr.","verdict":"judge"}]}'
)
ALCOHOL = (
    '{"findings":[{"clause":"4.6","en":"x","mend":null,"part":"cost:meal",'
    '"sv":"Alkohol ska serveras.","verdict":"judge"}]}'
)
NOTHING = '{"findings":[]}'
COUNTRIES = ["NO", "FI", "JP", "FR", ""]


def scatter(rnd, by, *, many=45):
    """Write a city's matters at random: of all kinds, with and without all that is counted."""
    bodies = list(Organisation.objects.filter(code__in=["MF", "SLK", "TK", "STF"]))
    places = list(Place.objects.filter(country__in=["NO", "FI", "JP"]).order_by("pk")[:5])
    parties = [
        Counterpart.objects.create(name=f"Part {n}", country=rnd.choice(COUNTRIES), place=None)
        for n in range(4)
    ]
    made = [matter(rnd, number, by, bodies) for number in range(many)]
    for item in made:
        for _ in range(rnd.choice([0, 1, 1, 2])):
            Tie.objects.create(
                engagement=item,
                organisation="Någon",
                country=rnd.choice(COUNTRIES),
                place=rnd.choice([None, *places]),
                counterpart=rnd.choice([None, *parties]),
            )
        decide(rnd, item, by)
        if item.submitted_at and rnd.random() < 0.3:
            FollowUp.objects.create(
                engagement=item,
                learnt="a",
                acted_on="b",
                told="c",
                cost_sek=rnd.choice([0, 700, 12_000]),
                by=by,
                at=NOON,
            )
    return made


def matter(rnd, number, by, bodies):
    """Write one matter."""
    status = rnd.choice(list(Status))
    sent = status not in (Status.DRAFT, Status.WITHDRAWN) or (
        status == Status.WITHDRAWN and rnd.random() < 0.5
    )
    kind = rnd.choice(list(Kind))
    # Late in the evening of the last of a month it is another day in Stockholm than in UTC.
    registered = datetime(
        rnd.choice([2024, 2025, 2026]), rnd.randint(1, 11), 28, 23, 30, tzinfo=UTC
    )
    begins = rnd.choice([None, date(rnd.choice([2024, 2025, 2026]), rnd.randint(1, 12), 1)])
    item = Engagement.objects.create(
        kind=str(kind),
        number=f"INT-2026-9{number:03}",
        title=f"Ärende {number}",
        organisation=rnd.choice(bodies),
        status=str(status),
        ball_since=NOON,
        secret=rnd.random() < 0.15,
        directions=rnd.sample([str(one) for one in Direction], rnd.randint(0, 3)),
        goals=rnd.sample(["1.1", "2.1", "3.2"], rnd.randint(0, 3)),
        sdgs=rnd.sample([3, 11, 13, 17], rnd.randint(0, 4)),
        breaches=rnd.choice([0, 0, 1]),
        unanswered=rnd.choice([0, 0, 2]),
        judgements=rnd.choice([0, 1]),
        notes=rnd.choice([0, 1]),
        estimated_sek=rnd.choice([None, 0, 900, 40_000]),
        counterpart=rnd.choice(["", "Oslo kommune", "Helsingfors stad"]),
        starts_on=begins,
        followed_up_on=rnd.choice([None, TODAY]),
        created_by=by,
        created_at=registered + timedelta(days=rnd.choice([0, 2])),
        changed_by=by,
        changed_at=NOON,
        submitted_at=registered if sent else None,
    )
    letter = {"wants_letter": rnd.choice([None, True, True, False])} if kind == Kind.VISIT else {}
    Detail.of(kind)._default_manager.create(engagement=item, **letter)
    return item


def decide(rnd, item, by):
    """Write some answers and receipts, a few of them later replaced."""
    if not item.submitted_at:
        return
    last = None
    for n in range(rnd.randint(0, 2)):
        replaced = last if n and rnd.random() < 0.5 else None
        last = Decision.objects.create(
            engagement=item,
            number=f"B{item.pk}-{n}",
            organisation=item.organisation,
            task=rnd.choice(["decides", "decides", "coordinates"]),
            outcome="countered" if n == 0 else rnd.choice(["accepted", "declined"]),
            departure=rnd.random() < 0.4,
            ledger_seq=item.pk * 10 + n,
            by=by,
            role="contact_person",
            at=NOON,
            body=rnd.choice(["", "", "fbr", "ks"]),
            supersedes=replaced,
            why_new="Nya uppgifter." if replaced else "",
        )
    for _ in range(rnd.randint(0, 2)):
        Assessment.objects.create(
            engagement=item,
            stage="submission",
            receipt=rnd.choice([ABOVE, ALCOHOL, NOTHING]),
            sha256="0" * 64,
            content_sha256="0" * 64,
            made_by=by,
            made_at=NOON,
        )


# --- the same in plain SQL, written for itself ---------------------------------------------------

DAY = "coalesce(e.starts_on, (e.created_at at time zone 'Europe/Stockholm')::date)"
STANDS = "not exists (select 1 from governance_decision n where n.supersedes_id = d.id)"
LANDS = """(
    select country from engagements_tie where engagement_id = e.id
    union select p.country from engagements_tie t join engagements_place p on p.id = t.place_id
        where t.engagement_id = e.id
    union select c.country from engagements_tie t
        join engagements_counterpart c on c.id = t.counterpart_id where t.engagement_id = e.id
    except select '')"""
ARRAYS = {"inriktning": "directions", "mal": "goals", "agenda": "sdgs"}
CHECKS = {
    "breach": "e.breaches > 0",
    "unanswered": "e.unanswered > 0",
    "judge": "e.judgements > 0",
    "note": "e.notes > 0",
    "clear": "e.breaches + e.unanswered + e.judgements = 0",
}
NEWEST = "(select a.receipt from governance_assessment a where a.engagement_id = e.id {} limit 1)"
PLAIN = {
    "alla": "true",
    "uppfoljt": "e.followed_up_on is not null",
    "beraknat": "e.estimated_sek is not null",
    "utfall": "e.id in (select engagement_id from governance_followup)",
    "avsteg": "e.id in (select d.engagement_id from governance_decision d "
    f"where d.departure and {STANDS})",
    "representation": NEWEST.format("order by a.id desc") + " like '%%över stadens riktvärde%%'",
    "brev": "e.id in (select d.engagement_id from governance_decision d join visits_visit v "
    "on v.engagement_id = d.engagement_id where v.wants_letter and d.task = 'decides' "
    f"and d.outcome = 'accepted' and {STANDS})",
}


def condition(name, code):
    """Say in SQL which matters stand behind a figure."""
    if name in ARRAYS:
        column = f"e.{ARRAYS[name]}"
        return (
            f"array_length({column}, 1) is null"
            if code == "ingen"
            else f"'{code}' = any({column}::text[])"
        )
    if name == "land":
        return f"not exists {LANDS}" if code == "ingen" else f"'{code}' in {LANDS}"
    if name in ("plats", "motpart"):
        column = {"plats": "place_id", "motpart": "counterpart_id"}[name]
        return f"e.id in (select engagement_id from engagements_tie where {column} = {code})"
    if name == "organ":
        body = "" if code == "board" else code
        return (
            "e.id in (select d.engagement_id from governance_decision d "
            f"where d.task = 'decides' and d.body = '{body}' and {STANDS})"
        )
    columns = {"typ": "e.kind", "status": "e.status", "verksamhet": "o.code"}
    if name in columns:
        return f"{columns[name]} = '{code}'"
    return CHECKS[code] if name == "kontroll" else PLAIN[name]


def plainly(what, sees, asked, first, last, held):
    """Count in SQL what somebody sees, asks for and holds true in a period."""
    wanted = [sees, "e.submitted_at is not null", f"{DAY} between '{first}' and '{last}'", held]
    for name, value in asked.items():
        if name == "kostar_minst":
            wanted.append(f"e.estimated_sek >= {value}")
        elif name == "part":
            wanted.append(f"e.counterpart ilike '%%{value}%%'")
        else:
            wanted.append(condition(name, value))
    # No words of a person's are in it.
    statement = (
        f"select {what} from engagements_engagement e "
        "join engagements_organisation o on o.id = e.organisation_id where "
    ) + " and ".join(f"({one})" for one in wanted)
    with connection.cursor() as cursor:
        cursor.execute(statement, [])
        return cursor.fetchone()[0]


READERS = {
    "johan.ekstrom": "true",
    "ingrid.ros": "not e.secret",
    "amina.lindqvist": "o.code = 'MF'",
}
ASKED = [
    {"typ": "visit"},
    {"verksamhet": "MF"},
    {"inriktning": "cooperation"},
    {"mal": "2.1", "agenda": "11"},
    {"land": "NO"},
    {"land": "ingen"},
    {"organ": "board"},
    {"kontroll": "judge", "kostar_minst": "900"},
    {"part": "oslo", "status": "closed"},
    {"inriktning": "ingen"},
]
PERIODS = [
    (date(2026, 1, 1), date(2026, 12, 31)),
    (date(2026, 2, 1), date(2026, 9, 30)),
    (date(2024, 3, 15), date(2026, 11, 25)),  # the year before overlaps
]


def figures(found):
    """Give every figure of the page with what it is called."""
    for name in ("alla", "uppfoljt", "beraknat", "utfall"):
        yield name, found.counted.one(name)
    for section in found.sections:
        for line in section.lines:
            yield section.name, line.figure
    for _place, figure, _spot in found.places:
        yield "plats", figure
    for listed in found.marked:
        yield listed.figure.code, listed.figure
    for _name, figure in found.steps:
        yield "alla", figure


def compared(found, sees, asked):
    """Return every figure beside what plain SQL says: name, ours and theirs."""
    ours, theirs = [], []
    for name, figure in figures(found):
        held = condition(name, figure.code)
        for own, days, total in (
            (figure.now, figure.period, figure.sum_now),
            (figure.before, figure.period_before, figure.sum_before),
        ):
            given = (sees, asked, days.first, days.last, held)
            ours.append((name, figure.code, str(days), own))
            theirs.append((name, figure.code, str(days), plainly("count(*)", *given)))
            if name in ARRAYS:
                share = f"sum(1.0 / greatest(array_length(e.{ARRAYS[name]}, 1), 1))"
                ours[-1] += (round(float(total), 6),)
                theirs[-1] += (round(float(plainly(share, *given) or 0), 6),)
            elif name in ("beraknat", "utfall"):
                cost = (
                    "e.estimated_sek"
                    if name == "beraknat"
                    else ("(select cost_sek from governance_followup where engagement_id = e.id)")
                )
                ours[-1] += (int(total),)
                theirs[-1] += (int(plainly(f"sum({cost})", *given) or 0),)
    return ours, theirs


@pytest.mark.parametrize("reader", READERS)
def test_plain_sql_counts_the_same(reader, world, amina):
    scatter(random.Random(reader), amina)
    seen = 0
    own = list(READERS).index(reader)
    for asked, (first, last) in zip([{}, *ASKED[own::3]], cycle(PERIODS), strict=False):
        form = StatisticsForm(asked_of(asked, first, last))
        assert form.is_valid(), form.errors
        period = form.period(today=TODAY)
        found = Statistics(form, period, by=world[reader], on=TODAY)
        ours, theirs = compared(found, READERS[reader], asked)
        assert ours == theirs
        seen += sum(line[3] > 0 for line in ours)
    assert seen > 100  # it is no comparison of nothing


def asked_of(asked, first, last):
    """Return what an address says."""
    query = QueryDict(mutable=True)
    query.update({**asked, "fran": str(first), "till": str(last)})
    return query


# --- the page ------------------------------------------------------------------------------------

LINK = re.compile(r'<a href="(/arenden/\?[^"]+)">([^<]+)</a>')


@pytest.mark.parametrize(
    ("reader", "asked"),
    [
        ("johan.ekstrom", {}),
        ("ingrid.ros", {"inriktning": "cooperation", "land": "NO"}),
        ("amina.lindqvist", {"kontroll": "judge", "part": "oslo"}),
    ],
)
def test_every_figure_opens_a_list_as_long_as_it_says(reader, asked, client, login, world, amina):
    scatter(random.Random(3), amina, many=40)
    login(client, world[reader])
    page = client.get(reverse("statistics"), asked_of(asked, *PERIODS[0]).dict())
    figures = {
        (unescape(url), text)
        for url, text in LINK.findall(page.content.decode())
        if "," not in text  # a share: its list is that of the figure beside it
    }
    said = [(url, number_in(text)) for url, text in sorted(figures) if "kr" not in text]
    assert [(url, client.get(url).context["found"]) for url, _number in said] == said
    assert len(said) > 20


def number_in(text):
    """Return the number that a link says first."""
    return int(re.match(r"\d+", text.strip().replace("\u00a0", ""))[0])


def test_it_costs_the_same_for_forty_matters_and_for_seventy(
    client, login, world, amina, johan, django_assert_num_queries
):
    login(client, johan)
    address = f"{reverse('statistics')}?fran=2024-01-01&till=2026-12-31"
    scatter(random.Random(1), amina, many=40)
    client.get(address)
    with CaptureQueriesContext(connection) as few:
        page = client.get(address)
    # Session, person, roles; the figures, places and counterparts; the newest of each list; unread
    # and waiting at once.
    points = ("SAVEPOINT", "RELEASE")
    asked = [query["sql"] for query in few if not query["sql"].startswith(points)]
    assert len(asked) == 7 + len(page.context["found"].marked), asked
    # Nobody asks for the newest of a list that counts nothing.
    assert all(listed.figure.now for listed in page.context["found"].marked)
    more = random.Random(5)
    bodies = list(Organisation.objects.filter(code__in=["MF", "SLK", "TK"]))
    for number in range(100, 130):
        decide(more, matter(more, number, amina, bodies), amina)
    with django_assert_num_queries(len(few)):
        client.get(address)


@pytest.mark.parametrize("reader", ["amina.lindqvist", "nils.ahlin", "tove.alm", "gunilla.berg"])
def test_every_door_is_open_to_its_reader(reader, client, login, world):
    login(client, world[reader])

    doors = client.get(reverse("statistics")).context["doors"]

    for _title, named in doors:
        for label, url in named:
            assert client.get(url).status_code == 200, label


def test_a_period_that_ends_before_it_begins_is_told_at_its_field(client, login, johan):
    login(client, johan)
    page = client.get(
        reverse("statistics"), {"fran": "2026-05-01", "till": "2026-04-01", "part": "Oslo"}
    )
    assert page.status_code == 422
    assert page.context["form"].errors == {"till": ["Skriv en dag som inte är före den första."]}
    assert 'value="Oslo"' in page.content.decode()


def test_without_a_period_the_year_so_far_is_counted():
    form = StatisticsForm(QueryDict())
    assert form.is_valid()
    assert form.period(today=TODAY) == Period(date(2026, 1, 1), TODAY)
    assert form.period(today=TODAY).year_before == Period(date(2025, 1, 1), date(2025, 11, 25))


@pytest.mark.parametrize(
    ("first", "last", "before"),
    [
        ("2024-02-01", "2024-02-29", ("2023-02-01", "2023-02-28")),
        ("2025-02-01", "2025-02-28", ("2024-02-01", "2024-02-29")),
        ("2026-01-01", "2026-12-31", ("2025-01-01", "2025-12-31")),
    ],
)
def test_a_whole_month_is_whole_the_year_before(first, last, before):
    period = Period(date.fromisoformat(first), date.fromisoformat(last)).year_before
    assert (str(period.first), str(period.last)) == before


def test_who_has_not_signed_in_is_sent_to_do_so(client, db):
    answer = client.get(reverse("statistics"))
    assert answer.status_code == 302
    assert answer.url.startswith(reverse("account_login"))


@pytest.mark.parametrize(
    ("country", "name", "spot"),
    [
        ("FI", "Helsingfors", (365.2, 306.6, 397)),
        ("ZA", "Kapstaden", (321.2, 561.2, 10369)),
        ("JP", "Tokyo", (474.5, 171.6, 8175)),
    ],
)
def test_a_place_lies_on_the_map_where_the_land_is_drawn(country, name, spot):
    assert world_map.seen(*world_map.whereabouts(country, [name])) == spot


def test_every_place_that_utblick_starts_from_lies_somewhere(world):
    missing = [str(one) for one in Place.objects.all() if not whereabouts_of(one)]
    assert missing == []


def whereabouts_of(place):
    return world_map.whereabouts(place.country, place.names)
