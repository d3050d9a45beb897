"""Every list: its file holds the rows, columns and order of the screen, all pages of them."""

import csv
import io
import random
import re
from datetime import timedelta
from html import unescape
from html.parser import HTMLParser

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from python_calamine import CalamineWorkbook

from engagements.models import Engagement, Organisation
from governance.models import Job, Notice
from governance.reports import listing
from memberships.eu_project.models import Call
from memberships.models import FeeYear
from tests.governance.reports.test_statistics import matter, scatter


class Cells(HTMLParser):
    """The tables of a page, as rows of text."""

    def __init__(self):
        super().__init__()
        self.rows, self.heads, self.hidden = [], [], 0
        self._cell = None

    def handle_starttag(self, tag, attrs):
        if tag == "tr":
            self._row = []
        if tag in ("td", "th"):
            self._cell, self._tag = [], (tag, dict(attrs).get("scope"))
        elif self._cell is not None:
            self._cell.append(f" {dict(attrs).get('aria-label', '')} ")  # what a drawing says

    def handle_data(self, data):
        if self._cell is not None:
            self._cell.append(data)

    def handle_endtag(self, tag):
        if tag in ("td", "th") and self._cell is not None:
            text = " ".join("".join(self._cell).split())
            self._row.append(text)
            if self._tag == ("th", "col"):
                self.heads.append(text)
            self._cell = None
        if tag == "tr" and self._row and not any(head in self._row for head in self.heads):
            self.rows.append(self._row)


def fetched(client, name, query, wanted="csv"):
    """Return a list's file as rows of text."""
    answer = client.get(reverse("list_file", args=[name, wanted]), query)
    assert answer.status_code == 200, answer
    body = b"".join(answer.streaming_content)
    if wanted == "xlsx":
        book = CalamineWorkbook.from_filelike(io.BytesIO(body))
        return book.get_sheet_by_index(0).to_python()
    return list(csv.reader(io.StringIO(body.decode("utf-8-sig")), delimiter=";"))


def on_screen(client, page, query):
    """Return the heads and the rows of every page of a list, by the links that lead on."""
    rows, heads, address = [], [], reverse(page)
    given = dict(query)
    for _ in range(20):
        html = client.get(address, given).content.decode()
        read = Cells()
        read.feed(html.split("</main>")[0])
        heads, rows = read.heads, rows + read.rows
        following = re.search(r'rel="next" href="([^"]+)"', html)
        if not following:
            return heads, rows
        address, given = reverse(page) + following[1].replace("&amp;", "&"), {}
    raise AssertionError(address)


MANY = 70
KINDS = ["", "visit", "membership"]
BODIES = ["", "MF", "SLK"]
# Every list, with what its filters may be asked for: some of it, drawn at random.
CASES = {
    "arenden": {
        "typ": KINDS,
        "status": ["", "closed", "draft"],
        "verksamhet": BODIES,
        "q": ["", "", "ärende"],
        "inriktning": ["", "", "cooperation"],
        "land": ["", "", "NO"],
        "inskickat": ["", "ja"],
    },
    "medlemskap": {"visa": ["alla", "staden", "lamnade", ""], "verksamhet": BODIES},
    "medlemsavgifter": {"ar": ["2025", "2026"], "verksamhet": BODIES},
    "avtal": {"visa": ["alla", "slut", ""], "verksamhet": BODIES},
    "projekt": {"visa": ["alla", "bistand", "ansokan"], "verksamhet": BODIES},
    "utlysningar": {},
    "standpunkter": {"visa": ["alla", "avslutade", ""], "verksamhet": BODIES},
    "platser": {"land": ["", "NO"], "visa": ["", "alla"], "norden": ["", "ja"], "q": ["", "oslo"]},
    "motparter": {"visa": ["", "alla"], "q": ["", "part"]},
    "lardomar": {"typ": KINDS, "q": ["", "luft"]},
    "aviseringar": {},
    "delegationsbeslut": {},
}
# These are no tables on screen.
CARDS = {"utlysningar", "lardomar", "aviseringar"}


@pytest.fixture
def city_of_lists(world, amina, johan):
    """Give a city with something in every list, more than a page in the longest."""
    rnd = random.Random(7)  # noqa: S311
    made = scatter(rnd, amina, many=MANY)
    for item in made:
        if item.kind == "membership":
            FeeYear.objects.create(
                engagement=item, place=0, year=2026, amount=rnd.choice([None, 0, 9_500])
            )
        Notice.objects.create(
            person=johan,
            sort="ball",
            code="message",
            once=f"x{item.pk}",
            engagement=item,
            at=timezone.now(),
        )
    today = timezone.localdate()
    for days in (-30, 5, 90):
        Call.objects.create(
            programme="Horizon", name=f"Utlysning {days}", closes_on=today + timedelta(days=days)
        )
    return made


def drawn(rnd, offered):
    """Draw what an address asks for."""
    return {name: value for name, values in offered.items() if (value := rnd.choice(values))}


def said(text):
    """Return what a cell says, whatever its spaces."""
    return " ".join(unescape(str(text)).replace("\u00a0", " ").split())


def stands_in(value, row):
    """Whether a row on screen says what a file says; days and amounts are written otherwise."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d( \d\d:\d\d)?", value):
        return True
    if value.isdecimal():
        return value in row.replace(" ", "") or value == "0"
    told = said(value.removeprefix("'"))
    return value == "Ja" or all(part in row for part in told.split(", "))


@pytest.mark.parametrize("name", CASES)
def test_a_file_holds_the_rows_of_the_screen(name, client, login, city_of_lists, johan):
    login(client, johan)
    rnd, one, seen = random.Random(name), listing.LISTINGS[name], 0  # noqa: S311
    for _ in range(4):
        query = drawn(rnd, CASES[name])
        titles, *rows = fetched(client, name, query)
        assert titles == [part.title for column in one.columns() for part in column.parts]
        if name in CARDS:
            texts = cards(client, one.page, query, rows)
        else:
            heads, shown = on_screen(client, one.page, query)
            assert (
                not shown
                or [
                    column.title
                    for column, head in zip(one.columns(), heads, strict=True)
                    if not head.startswith(column.title)  # an axis has its years in its head
                ]
                == []
            )
            texts = [said(" ".join(row)) for row in shown]
        assert len(texts) == len(rows), query
        for row, text in zip(rows, texts, strict=True):
            assert [value for value in row if value and not stands_in(value, text)] == [], text
        seen += len(rows)
    assert seen or name == "delegationsbeslut"


def cards(client, page, query, rows):
    """Return the cards of a list that is no table, one for each row of its file, in order."""
    html, address, given = "", reverse(page), query
    while address:
        part = client.get(address, given).content.decode().split("<main")[1].split("</main>")[0]
        html += part.split("</h1>")[1]
        following = re.search(r'rel="next" href="([^"]+)"', part)
        address = reverse(page) + unescape(following[1]) if following else ""
        given = {}
    found = re.findall(
        r"<article.*?</article>|<li class=\"av__row.*?</li>|<li>.*?</li>", html, re.S
    )
    return [said(re.sub(r"<[^>]+>", " ", card)) for card in found]


@pytest.mark.parametrize("name", CASES)
def test_a_workbook_holds_the_same_as_the_csv(name, client, login, city_of_lists, johan):
    login(client, johan)
    query = drawn(random.Random(f"{name}2"), CASES[name])  # noqa: S311
    titles, *rows = fetched(client, name, query)
    heads, *cells = fetched(client, name, query, "xlsx")
    assert [str(head) for head in heads] == titles
    plain = [[value.removeprefix("'").replace("\n", " ") for value in row] for row in rows]
    assert [[as_text(value) for value in row] for row in cells] == plain


def as_text(value):
    """Return a cell of a workbook as CSV writes it: a number whole, a day as a day."""
    if isinstance(value, float):
        return str(int(value)) if value == int(value) else str(value)
    return str(value).replace("\n", " ")


def test_every_list_is_tried_and_offers_its_files(client, login, city_of_lists, johan):
    login(client, johan)
    assert set(listing.LISTINGS) == set(CASES)
    without = [
        name
        for name, one in listing.LISTINGS.items()
        if name != "delegationsbeslut"
        and f"/lista/{name}/csv/" not in client.get(reverse(one.page)).content.decode()
    ]
    assert without == []


READERS = {
    "johan.ekstrom": True,
    "nils.ahlin": True,
    "ingrid.ros": False,
    "amina.lindqvist": False,
}


@pytest.mark.parametrize("reader", READERS)
def test_only_those_inside_fetch_what_is_decided_by_delegation(reader, client, login, world):
    login(client, world[reader])
    answer = client.get(reverse("list_file", args=["delegationsbeslut", "csv"]))
    assert (answer.status_code == 200) is READERS[reader]


def test_a_reader_fetches_only_what_they_may_see(client, login, city_of_lists, world):
    login(client, world["amina.lindqvist"])
    _titles, *rows = fetched(client, "arenden", {})
    own = {item.number for item in city_of_lists if item.organisation.code == "MF"}
    assert {row[3] for row in rows} == own


def test_who_has_not_signed_in_fetches_nothing(client, db):
    answer = client.get(reverse("list_file", args=["arenden", "csv"]))
    assert answer.status_code == 302
    assert answer.url.startswith(reverse("account_login"))


@pytest.mark.parametrize(("name", "wanted"), [("hemligt", "csv"), ("arenden", "pdf")])
def test_there_is_no_other_list_and_no_other_file(name, wanted, client, login, johan):
    login(client, johan)
    assert client.get(reverse("list_file", args=[name, wanted])).status_code == 404


def test_a_formula_is_inert(client, login, amina, city_of_lists):
    item = next(one for one in city_of_lists if one.organisation.code == "MF")
    item.title = "=1+1"
    item.save()
    login(client, amina)
    assert "'=1+1" in [row[0] for row in fetched(client, "arenden", {})]
    assert "=1+1" in [row[0] for row in fetched(client, "arenden", {}, "xlsx")]


def test_a_long_workbook_is_made_by_the_worker(client, login, city_of_lists, johan, monkeypatch):
    monkeypatch.setattr(listing, "AT_ONCE", 3)
    login(client, johan)
    answer = client.get(
        reverse("list_file", args=["arenden", "xlsx"]), {"typ": "visit", "efter": "x"}
    )
    job = Job.objects.get()
    assert answer.url == reverse("job", args=[job.pk])
    assert (job.report, job.query) == ("lista", {"lista": "arenden", "fraga": "typ=visit"})
    report = listing.build(job.query, by=johan, at=timezone.now())
    visits = [item.number for item in city_of_lists if item.kind == "visit"]
    assert sorted(row[3] for row in report.tables[0].rows) == sorted(
        Engagement.objects.filter(number__in=visits)
        .exclude(status="draft")
        .exclude(status="withdrawn", submitted_at=None)
        .values_list("number", flat=True)
    )


def test_a_file_of_many_rows_asks_no_more_than_one_of_few(client, login, johan, amina, world):
    login(client, johan)
    scatter(random.Random(1), amina, many=3)  # noqa: S311
    fetched(client, "arenden", {})
    with CaptureQueriesContext(connection) as few:
        fetched(client, "arenden", {})
    more = random.Random(2)  # noqa: S311
    for number in range(200, 230):
        matter(more, number, amina, list(Organisation.objects.filter(code__in=["MF", "SLK"])))
    with CaptureQueriesContext(connection) as many:
        fetched(client, "arenden", {})
    assert len(many) == len(few)
