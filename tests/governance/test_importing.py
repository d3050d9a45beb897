"""Reading in a spreadsheet: what is refused, what is told of a bad row, and that twice is once."""

import csv
import io
import json
import zipfile
from datetime import date

import pytest
import xlsxwriter
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from engagements.models import Engagement, Event, Organisation, OutboxMessage
from engagements.vocabulary import Status
from governance import ledger, tasks
from governance.importing import rows, saving
from governance.importing.columns import REGISTRY
from governance.importing.sheets import MOST_ROWS, Cell, Unreadable, read
from governance.models import Decision, ImportFile, LedgerEntry
from tests.factories import memberships

pytestmark = pytest.mark.django_db

MEMBERS = ["Organisation eller nätverk", "Medlem sedan"]


def sheet_of(*lines, headings=MEMBERS):
    target = io.BytesIO()
    with xlsxwriter.Workbook(
        target, {"in_memory": True, "default_date_format": "yyyy-mm-dd"}
    ) as book:
        sheet = book.add_worksheet()
        for number, line in enumerate([headings, *lines]):
            for place, value in enumerate(line):
                if isinstance(value, date):
                    sheet.write_datetime(number, place, value)
                elif str(value).startswith("="):
                    sheet.write_formula(number, place, value, value="2012")
                else:
                    sheet.write(number, place, value)
    return target.getvalue()


def zipped(sheet_xml, **parts):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/workbook.xml", "<workbook/>")
        book.writestr("xl/worksheets/sheet1.xml", sheet_xml)
        for name, text in parts.items():
            book.writestr(f"xl/{name}.xml", text)
    return target.getvalue()


def worksheet(data, head=""):
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'{head}<worksheet xmlns="{space}">{data}</worksheet>'


def words(line):
    return [cell.text for cell in line]


def chosen(by, content, name="lista.xlsx", slug="medlemskap", host="MF"):
    return saving.choose(
        REGISTRY[slug],
        organisation=Organisation.objects.get(code=host),
        name=name,
        content=content,
        by=by,
        at=timezone.now(),
    )


def judged(file):
    return rows.rows_of(file, on=timezone.localdate())


def read_in(file, *, only_good=False):
    saving.begin(file, only_good=only_good, at=timezone.now())
    while OutboxMessage.objects.filter(topic="import", done_at=None).exists():
        message = OutboxMessage.objects.filter(topic="import", done_at=None).first()
        tasks.TOPICS["import"](**message.payload)
        OutboxMessage.objects.filter(pk=message.pk).update(done_at=timezone.now())
    return ImportFile.objects.get(pk=file.pk)


def test_a_workbook_is_read_with_its_row_numbers_and_dates_as_days():
    sheet = read(sheet_of(["Eurocities", 1995], ["", ""], ["ICLEI", date(2004, 5, 31)]), "a.xlsx")

    assert sheet.headings == MEMBERS
    assert [(number, words(line)) for number, line in sheet.rows] == [
        (2, ["Eurocities", "1995"]),
        (4, ["ICLEI", "38138"]),
    ]


@pytest.mark.parametrize(
    ("encoding", "delimiter"),
    [("latin-1", ";"), ("cp1252", ";"), ("utf-8-sig", ";"), ("utf-8", ","), ("utf-16", "\t")],
)
def test_a_csv_is_read_however_it_was_saved(encoding, delimiter):
    target = io.StringIO()
    csv.writer(target, delimiter=delimiter).writerows([MEMBERS, ["Östersjöns städer", "1991"]])

    sheet = read(target.getvalue().encode(encoding), "lista.csv")

    assert sheet.headings == MEMBERS
    assert words(sheet.rows[0][1]) == ["Östersjöns städer", "1991"]


def bomb():
    return zipped("<x>" + "a" * 200_000_000 + "</x>")


def entities():
    head = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    return zipped(worksheet("<sheetData/>", head))


def a_million_rows():
    lines = "".join(f'<row r="{number}"/>' for number in range(1, 1_048_577))
    return zipped(worksheet(f'<dimension ref="A1:XFD1048576"/><sheetData>{lines}</sheetData>'))


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (bomb, "bomb.xlsx", "Filen packar upp till mer än 60 MB och läses inte in."),
        (entities, "a.xlsx", "Filen innehåller annat än ett kalkylblad och läses inte in."),
        (
            a_million_rows,
            "a.xlsx",
            "Bladet har mest tomma rader. Kopiera raderna till mallen och försök igen.",
        ),
        (
            lambda: b"%PDF-1.7 lista",
            "lista.csv",
            "Filen är inte ett kalkylblad. Välj en fil som slutar på .xlsx eller .csv.",
        ),
        (
            lambda: sheet_of(["Eurocities", 1995]),
            "lista.csv",
            "Filen är inte ett kalkylblad. Välj en fil som slutar på .xlsx eller .csv.",
        ),
        (
            lambda: b"\xd0\xcf\x11\xe0 gammal",
            "lista.xls",
            "Det här är en äldre Excelfil. Spara den som .xlsx och försök igen.",
        ),
        (
            lambda: sheet_of(["Eurocities", 1995])[:-200],
            "a.xlsx",
            "Filen är skadad eller låst. Öppna den, spara den på nytt och försök igen.",
        ),
        (
            lambda: b"Namn;Sedan\n" + b"Eurocities;1995\n" * (MOST_ROWS + 1),
            "lista.csv",
            "Bladet har fler än 10 000 rader. Dela upp det i flera filer.",
        ),
        (
            lambda: b"Namn;Sedan\n",
            "lista.csv",
            "Bladet har inga rader. Första raden ska vara rubriker.",
        ),
    ],
)
def test_what_cannot_be_read_is_said_plainly(content, name, said):
    with pytest.raises(Unreadable) as refused:
        read(content(), name)

    assert str(refused.value) == said


def test_a_sheet_that_claims_a_million_rows_but_has_two_is_read():
    lines = "".join(
        f'<row r="{number}"><c t="inlineStr"><is><t>{text}</t></is></c></row>'
        for number, text in ((1, "Namn"), (1_048_576, "Eurocities"))
    )
    content = zipped(worksheet(f'<dimension ref="A1:XFD1048576"/><sheetData>{lines}</sheetData>'))

    assert read(content, "a.xlsx").rows == [(1_048_576, [Cell("Eurocities")])]


def test_a_formula_is_refused_in_its_cell(world, amina):
    found = judged(chosen(amina, sheet_of(["Eurocities", "=2000+12"])))

    said = "Cellen är en formel. Klistra in värdet i stället"
    assert found.problems == [rows.Problem(2, "Medlem sedan", "2012", said)]


def test_of_ten_thousand_rows_the_bad_one_is_named_and_nothing_is_saved(world, amina):
    lines = [f"Nätverk {number};2012" for number in range(2, 10_002)]
    lines[7_312 - 2] = "Nätverk 7312;förra året"
    content = "\n".join([";".join(MEMBERS), *lines]).encode()
    file = chosen(amina, content, name="lista.csv")

    found = judged(file)

    said = "Skriv ett datum som 2012-05-31, eller bara året"
    assert found.problems == [rows.Problem(7_312, "Medlem sedan", "förra året", said)]
    assert len(found.fresh) == 9_999
    with pytest.raises(saving.NotAllGood):
        saving.begin(file, only_good=False, at=timezone.now())
    assert Engagement.objects.count() == 0


def test_the_good_ones_stand_in_the_register_without_a_decision(world, amina):
    file = chosen(amina, sheet_of(["Eurocities", 1995], ["", 2001], ["ICLEI", date(2004, 5, 31)]))

    done = read_in(file, only_good=True)

    assert (done.state, done.made, done.known, done.bad) == ("done", 2, 0, 1)
    assert bytes(done.content) == b""
    made = Engagement.objects.order_by("pk")
    assert [(row.counterpart, row.membership.member_since) for row in made] == [
        ("Eurocities", date(1995, 1, 1)),
        ("ICLEI", date(2004, 5, 31)),
    ]
    assert {row.status for row in made} == {str(Status.APPROVED)}
    assert Decision.objects.count() == 0
    bodies = LedgerEntry.objects.values_list("body", flat=True)
    assert [json.loads(body)["kind"] for body in bodies] == ["taken_up", "taken_up"]
    assert ledger.verify() == []
    event = Event.objects.get(engagement=made[1], code="imported")
    assert event.data == {"file": "lista.xlsx", "row": "4"}


def test_the_same_file_again_gives_nothing_new(world, amina):
    content = sheet_of(["Eurocities", 1995], ["ICLEI", 2004])
    read_in(chosen(amina, content))

    again = judged(chosen(amina, content))

    assert (again.fresh, again.known, again.problems) == ([], 2, [])


def test_what_was_registered_by_hand_is_known_and_a_row_counts_once(world, amina):
    memberships.known(by=amina, name="Eurocities")
    found = judged(
        chosen(
            amina, sheet_of(["EUROCITIES ", 1995], ["ICLEI", 1], ["ICLEI", 2004], ["iclei", 2005])
        )
    )

    assert [(row.row, row.known) for row in found.good] == [(2, True), (4, False)]
    assert [(one.row, one.reason) for one in found.problems] == [
        (3, "Skriv ett datum som 2012-05-31, eller bara året"),
        (5, "Samma som rad 4"),
    ]


def test_many_rows_are_made_in_pieces_with_true_progress(world, amina, monkeypatch):
    monkeypatch.setattr(saving, "PIECE", 3)
    file = chosen(amina, sheet_of(*([f"Nätverk {number}", 2012] for number in range(7))))
    saving.begin(file, only_good=False, at=timezone.now())
    seen = []
    for _piece in range(3):
        saving.make(str(file.pk), at=timezone.now())
        seen.append(tuple(ImportFile.objects.values_list("state", "done", "total").get()))

    saving.make(str(file.pk), at=timezone.now())
    assert seen == [("running", 3, 7), ("running", 6, 7), ("done", 7, 7)]
    assert Engagement.objects.count() == 7


def test_who_asked_gets_a_mail_when_it_is_done(world, amina):
    file = read_in(chosen(amina, sheet_of(["Eurocities", 1995])))

    tasks.TOPICS["mail.import"](file_id=str(file.pk))

    assert [(one.to, one.subject) for one in mail.outbox] == [
        ([amina.email], "Kalkylbladet är inläst")
    ]
    assert "1 lästes in, 0 fanns redan och 0 lämnades utanför." in mail.outbox[0].body


def test_a_visit_that_has_been_is_closed_and_one_to_come_is_refused(world, amina):
    heads = ["Organisation", "Datum", "Land", "Antal"]
    to_come = timezone.localdate().replace(year=timezone.localdate().year + 1)
    content = sheet_of(
        ["City of Oslo", date(2025, 5, 20), "Norge", 12],
        ["City of Riga", to_come, "Latvia", 3],
        headings=heads,
    )
    file = chosen(amina, content, slug="besok")

    assert [(one.row, one.column) for one in judged(file).problems] == [(3, "Första dagen")]
    read_in(file, only_good=True)

    (made,) = Engagement.objects.all()
    assert (made.status, made.starts_on) == (str(Status.CLOSED), date(2025, 5, 20))
    assert (made.visit.country, made.visit.delegation_size) == ("NO", 12)
    assert (made.ball, Decision.objects.count()) == ("", 0)


def test_columns_are_guessed_and_remembered_for_the_organisation(world, amina, client, login):
    content = sheet_of(["Eurocities", 1995], headings=["Nätverk", "Vi kom med"])
    file = chosen(amina, content)
    assert file.mapping == {"counterpart": 0}
    login(client, amina)

    address = reverse("import_columns", args=[file.pk])
    refused = client.post(address, {"counterpart": "0", "member_since": "0"})
    assert "Rubriken är vald för en annan kolumn redan" in refused.content.decode()
    client.post(address, {"counterpart": "0", "member_since": "1"})

    assert chosen(amina, content).mapping == {"counterpart": 0, "member_since": 1}
    assert chosen(amina, content, host="TK").mapping == {"counterpart": 0}


def test_the_template_can_be_read_in_again(world, amina, client, login):
    login(client, amina)
    got = client.get(reverse("import_template", args=["medlemskap"]))

    with pytest.raises(Unreadable, match="inga rader"):
        read(got.content, "mall.xlsx")
    with zipfile.ZipFile(io.BytesIO(got.content)) as book:
        assert "Förklaringar" in book.read("xl/workbook.xml").decode()


@pytest.mark.parametrize(
    ("who", "others", "expected"),
    [
        ("amina.lindqvist", False, 200),
        ("amina.lindqvist", True, 404),
        ("johan.ekstrom", True, 200),
        ("nils.ahlin", True, 200),
        ("anders.wik", False, 404),
        ("gunilla.berg", False, 404),
        ("elsa.thorn", False, 404),
    ],
)
def test_who_may_read_in_for_whom(world, client, login, who, others, expected):
    host, by = ("TK", "stina.ek") if others else ("MF", "amina.lindqvist")
    file = chosen(world[by], sheet_of(["Eurocities", 1995]), host=host)
    login(client, world[who])
    page, begin = file.get_absolute_url(), reverse("import_begin", args=[file.pk])

    answers = [
        client.get(page).status_code,
        client.get(begin.replace("las-in", "kolumner")).status_code,
    ]
    begun = client.post(begin).status_code

    assert answers == [expected, expected]
    assert begun == (302 if expected == 200 else 404)
    state = ImportFile.objects.values_list("state", flat=True).get(pk=file.pk)
    assert state == ("queued" if expected == 200 else "chosen")


def test_nobody_reads_in_for_an_organisation_that_is_not_theirs(world, amina, client, login):
    login(client, amina)
    other = Organisation.objects.get(code="TK")
    upload = SimpleUploadedFile("lista.xlsx", sheet_of(["Eurocities", 1995]))

    said = {"slug": "medlemskap", "organisation": other.pk, "file": upload}
    answer = client.post(reverse("imports"), said)

    assert answer.status_code == 422
    assert ImportFile.objects.count() == 0


def test_a_refused_file_is_told_of_at_its_field(world, amina, client, login):
    login(client, amina)
    own = Organisation.objects.get(code="MF")
    upload = SimpleUploadedFile("lista.csv", b"%PDF-1.7")

    said = {"slug": "medlemskap", "organisation": own.pk, "file": upload}
    answer = client.post(reverse("imports"), said)

    assert "Filen är inte ett kalkylblad." in answer.content.decode()
