"""The adopted text of the strategy: loaded by an administrator, quoted beside our plain words."""

import json
from datetime import timedelta
from io import BytesIO, StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.template import RequestContext, Template
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from governance import adopted, assessing
from governance.actions import adopting
from governance.adopted import Passage
from governance.models import AdoptedText, EditionStart
from tests import worlds
from tests.factories import visits

PLACE = "/installningar/strategitexter/"
EDITION = f"{PLACE}strategy-1/"
SOURCE = "KF 2031-01-01, dnr 1"
ONE = "Brev skrivs sällan.\nMen <ibland>."


@pytest.fixture
def site(admin, login):
    client = Client()
    login(client, admin)
    return client


@pytest.fixture
def loaded(admin):
    """Two clauses with a text."""
    for clause, text in (("4.5", ONE), ("2.1", "Målen går före.")):
        put(clause, text, by=admin)


def put(clause, text, *, by, edition="strategy-1", english=""):
    passage = Passage(text, english, SOURCE)
    adopting.set_text(edition, clause, passage=passage, by=by, at=timezone.now())


def texts(edition="strategy-1"):
    return {
        clause: p.text for (_edition, clause), p in adopted.passages(editions=[edition]).items()
    }


def upload(site, text, **more):
    file = BytesIO(text.encode())
    file.name = "texter.csv"
    return site.post(EDITION, {"file": file, "source": SOURCE} | more)


def confirm(site, page, **more):
    """Send the form of a preview."""
    form = page.context["form"]
    given = {name: form.initial[name] for name in ("texts", "seen")}
    return site.post(f"{EDITION}ladda/", given | more, follow=True)


def test_only_an_administrator_meets_the_pages(world, login):
    places = (PLACE, EDITION, f"{EDITION}fil/", f"{EDITION}4.5/")
    found, wanted = {}, {}
    for person in worlds.one_of_each_role():
        client = Client()
        login(client, world[person.key])
        for place in places:
            found[person.key, place] = client.get(place).status_code
            wanted[person.key, place] = 200 if person.role == "admin" else 404
        if person.role != "admin":
            client.post(f"{EDITION}4.5/", {"text": "x", "source": "x"})
            client.post(f"{EDITION}ladda/", {"texts": "4.5;x", "seen": "x"})

    assert found == wanted
    assert texts() == {}


@pytest.mark.parametrize("place", ["strategy-99/", "strategy-99/fil/", "strategy-1/lag-kl-2-8/"])
def test_what_no_edition_has_is_no_page(site, place):
    assert site.get(PLACE + place).status_code == 404


def test_a_bad_file_is_refused_whole_with_every_problem_at_its_field(site):
    page = upload(site, "4.5;Bra\n9.9;x\n2.1;\n", source="KF 2031")

    assert page.status_code == 422
    assert "Rad 2, punkt 9.9: punkten finns inte." in page.text
    assert "Rad 3, punkt 2.1: texten är tom." in page.text
    assert 'value="KF 2031"' in page.text
    assert texts() == {}


def test_a_source_that_is_missing_is_asked_for_at_its_own_field(site):
    page = upload(site, "4.5;Bra\n", source="")

    assert page.context["form"].errors["source"] == ["Skriv källan. Filen säger den inte själv."]


def test_a_preview_saves_nothing_and_shows_what_would_be(site, loaded):
    page = upload(site, "4.5;Brev skrivs aldrig.\n5.0;Ny text.\n")

    found = page.context["found"]
    assert (found.new, found.changed, found.same, found.missing) == (
        ("5.0",),
        ("4.5",),
        (),
        ("2.1",),
    )
    for text in ("Ny text.", "Brev skrivs aldrig.", "Men &lt;ibland&gt;.", "Strategin 2.1"):
        assert text in page.text
    assert texts() == {"4.5": ONE, "2.1": "Målen går före."}


@pytest.mark.parametrize(
    ("ticked", "left"), [({}, {"2.1": "Målen går före."}), ({"remove_missing": "on"}, {})]
)
def test_loading_replaces_with_history_and_removes_only_when_asked(
    site, admin, loaded, ticked, left
):
    page = upload(site, "4.5;Brev skrivs aldrig.\n5.0;Ny text.\n")

    after = confirm(site, page, **ticked)

    assert "2 texter är laddade." in after.text
    assert texts() == {"4.5": "Brev skrivs aldrig.", "5.0": "Ny text."} | left
    told = AdoptedText.history.order_by("history_id").values_list("clause", "history_type")
    removed = [] if left else [("2.1", "-")]
    assert sorted(told[2:]) == sorted([("5.0", "+"), ("4.5", "~"), *removed])
    assert set(AdoptedText.history.values_list("history_user", flat=True)) == {admin.pk}
    connection.check_constraints()


def test_the_same_file_again_writes_nothing(site, loaded):
    page = upload(site, f'2.1;Målen går före.\n4.5;"{ONE}"\n')
    confirm(site, page)

    assert page.context["found"].same == ("2.1", "4.5")
    assert AdoptedText.history.count() == 2


def test_a_preview_that_is_overtaken_is_shown_anew(site, admin, loaded):
    page = upload(site, "4.5;Från filen.\n")
    put("4.5", "Från en kollega.", by=admin)

    again = confirm(site, page)

    assert again.status_code == 409
    assert "Någon annan ändrade texterna nyss." in again.text
    assert "Från en kollega." in again.text
    assert texts()["4.5"] == "Från en kollega."
    confirm(site, again)
    assert texts()["4.5"] == "Från filen."


def test_what_no_preview_of_ours_sent_is_refused(site):
    for sent in ({}, {"texts": "9.9;x", "seen": "x"}):
        assert site.post(f"{EDITION}ladda/", sent).status_code == 400

    assert texts() == {}


def test_what_is_loaded_is_downloaded_as_the_file_that_loads_it(site, loaded):
    answer = site.get(f"{EDITION}fil/")

    assert answer["Content-Disposition"] == 'attachment; filename="strategy-1.json"'
    assert json.loads(answer.content) == {
        "edition": "strategy-1",
        "source": SOURCE,
        "clauses": {"2.1": "Målen går före.", "4.5": ONE},
    }


def test_one_clause_is_written_by_hand_and_removed_with_its_history(site, admin):
    address = f"{EDITION}4.5/"
    empty = site.post(address, {"text": "", "source": "Protokollet"})
    site.post(address, {"text": "Först.", "text_en": "First.", "source": "Protokollet"})
    kept = adopted.passages()["strategy-1", "4.5"]
    page = site.post(address, {"remove": "1"}, follow=True)

    assert 'value="Protokollet"' in empty.text
    assert kept == Passage("Först.", "First.", "Protokollet")
    assert texts() == {}
    assert "Texten togs bort" in page.text
    told = AdoptedText.history.order_by("history_id").values_list("history_type", "history_user")
    assert list(told) == [("+", admin.pk), ("-", admin.pk)]


def test_the_list_counts_the_clauses_with_a_text(site, loaded):
    shown = site.get(PLACE).context["rows"]
    rows = {row.edition.id: (row.clauses, row.loaded) for row in shown}

    assert rows["strategy-1"] == (len(adopted.clauses_of("strategy-1")), 2)
    assert rows["law-2022"] == (6, 0)


def test_a_clause_quotes_the_edition_in_force_beside_our_plain_words(site, loaded):
    page = site.get("/strategi/4.5/").text
    marked = site.get("/strategi/").text

    quote = page.split('<blockquote class="ub-quote" lang="sv">')[1].split("</figure>")[0]
    assert "<p>Brev skrivs sällan.<br>Men &lt;ibland&gt;.</p>" in quote
    assert f"Antagen text, Strategin: {SOURCE}" in quote
    assert marked.count("antagen text</span>") == 2
    assert "blockquote" not in site.get("/strategi/5.0/").text


def test_the_translation_is_quoted_for_those_who_read_english(site, admin):
    put("4.5", "Sällan.", english="Seldom.", by=admin)

    swedish = site.get("/strategi/4.5/").text
    site.post("/sprak/", {"language": "en"})
    english = site.get("/strategi/4.5/").text

    assert ("Seldom." in swedish, "Sällan." in english, "Seldom." in english) == (False, True, True)


def pages(item):
    return {
        "item": f"/arenden/{item.number}/",
        "step": f"/arenden/{item.number}/steg/3/",
        "check": f"/arenden/{item.number}/steg/4/",
    }


def test_findings_quote_their_clause_for_one_query_when_it_is_new_and_else_for_none(
    amina, admin, login
):
    item = visits.draft(by=amina, wants_letter=True)
    client = Client()
    login(client, amina)

    def asked(address):
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            html = client.get(address).text
        texts = [q for q in queries if "governance_adoptedtext" in q["sql"]]
        return len(queries), len(texts), html.count("ub-quoted")

    def asked_when_just_loaded(address):
        put("4.5", f"Så står det nu, {address}.", by=admin)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        return sum("governance_adoptedtext" in q["sql"] for q in queries)

    before = {name: asked(address) for name, address in pages(item).items()}
    for clause in adopted.clauses_of("strategy-1"):
        put(clause, "Så står det.", by=admin)
    after = {name: asked(address) for name, address in pages(item).items()}

    for name in before:
        assert before[name][1:] == (0, 0), name
        assert after[name][:2] == before[name][:2], name
        assert after[name][2] > 3, name
        assert asked_when_just_loaded(pages(item)[name]) == 1, name


def test_a_panel_without_findings_reads_no_texts(rf, db, django_assert_num_queries):
    context = RequestContext(rf.get("/"), {"findings": ()})

    with django_assert_num_queries(0):
        html = Template("{% load findings %}{% clause_list findings %}").render(context)

    assert "Ingen punkt i strategin berörs än." in html


def test_the_live_panel_quotes_too(amina, admin, login):
    item = visits.draft(by=amina)
    put("2.1", "Målen går före.", by=admin)
    client = Client()
    login(client, amina)

    page = client.get(f"/arenden/{item.number}/steg/2/")
    sent = {field.html_name: field.value() or "" for field in page.context["form"]}
    panel = client.post(f"/arenden/{item.number}/kontroll/", sent | {"step": "2"})

    assert "<p>Målen går före.</p>" in panel.text


def run(file, *words):
    out = StringIO()
    call_command("load_strategy", str(file), *words, stdout=out)
    return out.getvalue()


def test_the_command_checks_and_loads_the_same_file(tmp_path, admin, loaded):
    file = tmp_path / "texter.json"
    file.write_text(
        json.dumps({"edition": "strategy-1", "source": SOURCE, "clauses": {"4.5": "Ny."}})
    )

    checked = run(file, "--check")
    untouched = texts()
    done = run(file, "--by", admin.email, "--remove-missing")

    told = "0 new, 1 changed, 0 the same; 1 not in the file"
    assert checked == f"strategy-1 would be loaded: {told}, kept\n"
    assert untouched == {"4.5": ONE, "2.1": "Målen går före."}
    assert done == f"strategy-1 loaded: {told}, removed\n"
    assert texts() == {"4.5": "Ny."}


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("4.5;x\n9.9;y\n", ["--check"], "Rad 2, punkt 9.9: punkten finns inte."),
        ("4.5;x\n", [], "Say who loads it: --by EMAIL."),
        ("4.5;x\n", ["--by", "x@y.example"], "Nobody with the address x@y.example uses Utblick."),
        (None, ["--check"], "No such file or directory"),
    ],
)
def test_the_command_says_what_is_wrong(tmp_path, world, text, words, told):
    file = tmp_path / "texter.csv"
    if text is not None:
        file.write_text(text)

    with pytest.raises(CommandError) as error:
        run(file, "--edition", "strategy-1", "--source", SOURCE, *words)

    assert told in str(error.value)
    assert texts() == {}


STARTS = f"{PLACE}strategy-2/galler/"


def starts(site, day, **more):
    return site.post(STARTS, {"valid_from": day.isoformat(), "source": SOURCE} | more)


def test_an_item_is_judged_by_the_edition_in_force_on_its_day(site, amina):
    item = visits.handed_in(by=amina)
    kept = item.assessments.get().receipt
    tomorrow = timezone.localdate() + timedelta(days=1)

    starts(site, tomorrow)

    assert [
        assessing.judge(item, stage="decision", on=day).editions["strategy"].id
        for day in (tomorrow - timedelta(days=1), tomorrow)
    ] == ["strategy-1", "strategy-2"]
    assert item.assessments.get().receipt == kept


def test_a_draft_holds_from_the_day_that_is_set_and_its_history_stays(site):
    later = timezone.localdate() + timedelta(days=40)
    starts(site, later - timedelta(days=10))
    starts(site, later)

    html = site.get(f"{PLACE}strategy-2/").content.decode()

    assert EditionStart.objects.get().valid_from == later
    assert "bedöms efter den här utgåvan" in html
    assert EditionStart.history.count() == 2


def test_a_day_that_has_not_come_may_be_taken_back_and_one_that_has_may_not(site):
    today = timezone.localdate()
    starts(site, today + timedelta(days=1))
    site.post(STARTS, {"call_off": "1"})
    taken_back = EditionStart.objects.exists()
    starts(site, today)
    site.post(STARTS, {"call_off": "1"})

    again = starts(site, today + timedelta(days=9))

    assert not taken_back
    assert EditionStart.objects.get().valid_from == today
    assert "Utgåvan gäller sedan" in again.content.decode()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"valid_from": "2020-01-01"}, "Välj i dag eller en senare dag."),
        ({"source": ""}, "Källa"),
    ],
)
def test_a_day_that_can_not_be_set_is_told_at_its_field(site, given, said):
    response = starts(site, timezone.localdate(), **given)

    assert (response.status_code, said in response.content.decode()) == (422, True)
    assert not EditionStart.objects.exists()


def test_what_holds_by_the_code_can_not_be_given_another_day(site):
    response = site.post(f"{PLACE}strategy-1/galler/", {"valid_from": "2099-01-01", "source": "Kf"})

    assert (response.status_code, EditionStart.objects.exists()) == (404, False)
