"""Who reads, writes and freezes the report; every figure on its page opens the rows it counts."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from governance.actions import reviewing_year
from governance.annual import document
from governance.annual.keeping import KEPT
from governance.models import AnnualEdition, AnnualText, Job
from tests.factories import visits
from tests.governance.annual.conftest import YEAR, in_year

pytestmark = pytest.mark.django_db
CITY: dict[str, str] = {}
MF, TK = {"code": "MF"}, {"code": "TK"}


def to(name, **parts):
    parts = {"year": YEAR} | parts
    return reverse(f"{name}_of" if "code" in parts else name, kwargs=parts)


READS = {
    # who: the city's, the environment department's, the traffic department's
    "johan.ekstrom": (True, True, True),
    "sara.oberg": (True, True, True),
    "nils.ahlin": (True, True, True),
    "anders.wik": (True, True, True),
    "ingrid.ros": (True, True, True),
    "amina.lindqvist": (False, True, False),
    "gunilla.berg": (False, True, False),
    "stina.ek": (False, False, True),
}
WRITES = {
    "johan.ekstrom": (True, False, False),
    "nils.ahlin": (True, False, False),
    "anders.wik": (False, False, False),
    "ingrid.ros": (False, False, False),
    "amina.lindqvist": (False, True, False),
    "gunilla.berg": (False, False, False),
    "stina.ek": (False, False, True),
}


@pytest.mark.parametrize("who", READS)
def test_who_reads_which_report(client, login, world, who):
    login(client, world[who])

    found = tuple(client.get(to("annual", **of)).status_code for of in (CITY, MF, TK))

    assert found == tuple(200 if may else 404 for may in READS[who])
    assert bool(client.get(reverse("annual_years")).context["form"]) == any(READS[who])


@pytest.mark.parametrize("who", WRITES)
def test_who_writes_and_freezes_which_report(client, login, world, who):
    login(client, world[who])
    made = []
    for of in (CITY, MF, TK):
        client.post(to("annual_text", section="besok", **of), {"text": "Vi.", "seen": "0"})
        client.post(to("annual_freeze", **of), {"why": ""})
        code = of.get("code")
        rows = {"year": YEAR, "organisation__code": code} if code else {"organisation": None}
        texts, editions = AnnualText.objects.filter(**rows), AnnualEdition.objects.filter(**rows)
        made.append((texts.exists(), editions.exists()))

    assert made == [(may, may) for may in WRITES[who]]


def test_every_figure_opens_as_many_rows_as_it_says(client, login, year, johan):
    login(client, johan)
    page = client.get(to("annual"))

    chapters = page.context["chapters"]
    figures = [figure for _c, told, *_rest in chapters for _s, own in told for figure in own]
    assert len(figures) > 8
    for said, value, address in figures:
        assert address in page.content.decode().replace("&amp;", "&")
        answer = client.get(address)
        grid, rows = answer.context["grid"], answer.context["rows"]
        column = said.removesuffix(f" {YEAR - 1}")
        if column in grid.headings and column != grid.title:
            place = grid.headings.index(column)
            assert sum(row[place] or 0 for row in rows) == value
        else:
            assert len(rows) == value
        for row in rows if answer.context["items"] else ():
            assert reverse("engagement", args=[row[0]]) in answer.content.decode()


def test_a_column_that_is_not_there_and_a_year_to_come_are_refused(client, login, johan):
    login(client, johan)

    refused = client.get(to("annual_table", key="besok") + "?%3DAnnat=1")
    answer = client.get(reverse("annual_years"), {"ar": str(YEAR + 1)})

    assert refused.status_code == 400
    assert answer.context["form"].errors["ar"] == [f"Välj ett år från 2020 till {YEAR}."]
    assert client.get(to("annual_table", key="annat")).status_code == 404


def test_what_was_typed_stays_when_somebody_else_wrote_first(client, login, year, johan, sara):
    at = timezone.now()
    kept = reviewing_year.write(YEAR, None, "besok", "Saras text.", seen=0, by=sara, at=at)
    login(client, johan)

    page = client.post(to("annual_text", section="besok"), {"text": "Min text.", "seen": "0"})

    form = page.context["form"]
    assert form["text"].value() == "Min text."
    assert "Sara" in form.errors["text"][0]
    assert form["seen"].value() == str(kept.pk)
    client.post(to("annual_text", section="besok"), {"text": "Min text.", "seen": str(kept.pk)})
    assert document.texts_of(YEAR, None) == {"besok": "Min text."}


def test_saving_the_draft_unchanged_writes_no_text_of_anybodys(client, login, year, johan):
    login(client, johan)
    shown = client.get(to("annual_text", section="besok")).context["form"]

    client.post(to("annual_text", section="besok"), {"text": shown["text"].value(), "seen": "0"})

    assert document.texts_of(YEAR, None) == {}


def test_an_edition_shows_what_was_frozen_and_its_files_are_made_of_it(client, login, year, johan):
    login(client, johan)
    client.post(to("annual_freeze"), {"why": ""})
    edition = AnnualEdition.objects.get()
    reviewing_year.write(YEAR, None, "besok", "Senare.", seen=0, by=johan, at=timezone.now())

    page = client.get(edition.get_absolute_url())
    client.post(to("annual_file"), {"format": "json", "utgava": "1"})

    assert "Senare." not in page.content.decode()
    assert edition.sha256 in page.content.decode()
    assert Job.objects.get().query == {"year": str(YEAR), "organisation": "", "edition": "1"}
    assert client.post(to("annual_file"), {"format": "exe"}).status_code == 400


def test_the_page_asks_as_much_for_one_visit_as_for_many(client, login, year, johan, amina):
    login(client, johan)
    client.get(to("annual"))
    KEPT.clear()
    with CaptureQueriesContext(connection) as few:
        client.get(to("annual"))
    for day in range(1, 8):
        visits.approved(by=amina, **in_year(8, day))
    KEPT.clear()
    with CaptureQueriesContext(connection) as many:
        client.get(to("annual"))

    assert len(many) == len(few)
