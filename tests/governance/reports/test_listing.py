"""Every list: its file holds the rows, columns and order of the screen, all pages of them."""

import csv
import io
import random
import re
from html import unescape
from html.parser import HTMLParser

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from python_calamine import CalamineWorkbook

from engagements.models import Engagement, Organisation
from governance.models import Job
from governance.reports import listing
from tests.governance.reports.conftest import a_round
from tests.governance.reports.test_statistics import matter, scatter


class Cells(HTMLParser):
    """The tables of a page, as rows of text."""

    def __init__(self):
        super().__init__()
        self.rows, self.heads, self.caption = [], [], []
        self._cell = self._caption = None

    def handle_starttag(self, tag, attrs):
        if tag == "caption":
            self.caption, self._caption = [], True
        if tag == "tr":
            self._row = []
        if tag in ("td", "th"):
            self._cell, self._tag = [], (tag, dict(attrs).get("scope"))
        elif self._cell is not None:
            self._cell.append(f" {dict(attrs).get('aria-label', '')} ")  # what a drawing says

    def handle_data(self, data):
        if self._cell is not None:
            self._cell.append(data)
        elif self._caption:
            self.caption.append(data)

    def handle_endtag(self, tag):
        if tag in ("td", "th") and self._cell is not None:
            text = " ".join("".join(self._cell).split())
            self._row.append(text)
            if self._tag == ("th", "col") and text not in self.heads:
                self.heads.append(text)
            self._cell = None
        if tag == "caption":
            self._caption = None
        if tag == "tr" and self._row and not any(head in self._row for head in self.heads):
            self.rows.append([*self._row, *self.caption])


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
    if "omgang" in given:
        address = reverse("round", args=[given.pop("omgang")])
    for _ in range(20):
        html = client.get(address, given, follow=True).content.decode()
        read = Cells()
        read.feed(html.split("</main>")[0])
        heads, rows = read.heads, rows + read.rows
        following = re.search(r'rel="next" href="([^"]+)"', html)
        if not following:
            return heads, rows
        address, given = reverse(page) + following[1].replace("&amp;", "&"), {}
    raise AssertionError(address)


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
    "goda-exempel": {"visa": ["", "foreslagna", "utgangna"], "verksamhet": BODIES},
    "omvarld": {"land": ["", "NO"], "q": ["", "dubbdäck"], "verksamhet": BODIES},
    "jamforelser": {"q": ["", "", "partiklar"], "verksamhet": BODIES},
    "natverket": {"visa": ["", "luckor"]},
    "natverkssvar": {"visa": ["", "vantar", "svarat"]},
    "natverksfragor": {},
    "natverksnyheter": {},
    "natverksmoten": {},
    "natverksmaterial": {
        "q": ["", "Delat"],
        "slag": ["", "template", "guidance"],
        "visa": ["", "arkiverat"],
    },
    "aviseringar": {},
    "delegationsbeslut": {},
    "ko": {
        "vy": ["mig", "enheten", "ingen", "andra", "uppfoljning"],
        "kontroll": ["", "hindrar", "motiveras"],
        "ordning": ["brattom", "nyast", "verksamhet"],
    },
    "sammantraden": {},
    "planer": {"ar": ["", "2025", "2026"]},
    "uppfoljning": {"omgang": ["2026-t1"], "visa": ["", "alla", "vantar", "svarat", "andrat"]},
    "verksamheter": {},
    "ramar": {"ar": ["", "2025", "2026"]},
    "riktvarden": {},
    "inriktningsmal": {},
    "evenemang": {},
    "nycklar": {},
    "utgavor": {},
    "inlasningar": {},
    "dubbletter": {},
}
# Those that the administrator alone has.
ADMINS = {
    "ramar",
    "riktvarden",
    "inriktningsmal",
    "evenemang",
    "nycklar",
    "utgavor",
    "dubbletter",
}
# These are no tables on screen.
CARDS = {
    "utlysningar",
    "lardomar",
    "aviseringar",
    "inriktningsmal",
    "dubbletter",
    "natverksfragor",
    "natverksnyheter",
    "natverksmoten",
}


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
def test_a_file_holds_the_rows_of_the_screen(name, client, login, city_of_lists, johan, world):
    login(client, world["nils.ahlin"] if name in ADMINS else johan)
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
def test_a_workbook_holds_the_same_as_the_csv(name, client, login, city_of_lists, johan, world):
    login(client, world["nils.ahlin"] if name in ADMINS else johan)
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


def test_every_list_is_tried_and_offers_its_files(client, login, city_of_lists, johan, world):
    assert set(listing.LISTINGS) == set(CASES)
    without = []
    for reader, names in ((johan, set(CASES) - ADMINS), (world["nils.ahlin"], ADMINS)):
        login(client, reader)
        for name in names - {"delegationsbeslut"}:
            page = client.get(reverse(listing.LISTINGS[name].page), follow=True)
            if f"/lista/{name}/csv/" not in page.content.decode():
                without.append(name)
    assert without == []


CLOSED = {
    "ko": ["amina.lindqvist"],
    "sammantraden": ["amina.lindqvist"],
    "verksamheter": ["amina.lindqvist", "ingrid.ros"],
    **{name: ["amina.lindqvist", "johan.ekstrom"] for name in sorted(ADMINS)},
}


@pytest.mark.parametrize("name", CLOSED)
def test_who_has_no_such_room_fetches_nothing_of_it(name, client, login, world):
    for reader in CLOSED[name]:
        login(client, world[reader])
        page = client.get(reverse(listing.LISTINGS[name].page))
        file = client.get(reverse("list_file", args=[name, "csv"]))
        assert (page.status_code, file.status_code) == (404, 404), reader


def test_a_contact_person_fetches_the_plans_of_their_own(client, login, world):
    login(client, world["amina.lindqvist"])
    for name in ("planer", "uppfoljning"):
        _titles, *rows = fetched(client, name, {"omgang": a_round().slug})
        assert [row[0] for row in rows] == ["Miljöförvaltningen"]


def test_the_file_of_a_round_is_the_round_on_screen(client, login, johan):
    login(client, johan)
    page = client.get(reverse("round", args=[a_round().slug]), {"visa": "vantar"})
    assert (
        f"/lista/uppfoljning/csv/?visa=vantar&amp;omgang={a_round().slug}" in page.content.decode()
    )


@pytest.mark.parametrize(
    ("name", "query"),
    [("planer", {"ar": "nio"}), ("ramar", {"ar": "1"}), ("uppfoljning", {"omgang": "2026-t9"})],
)
def test_there_is_no_such_year_and_no_such_round(name, query, client, login, world):
    login(client, world["nils.ahlin"])
    assert client.get(reverse("list_file", args=[name, "csv"]), query).status_code == 404


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
