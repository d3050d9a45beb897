"""Files with adopted text: what an administrator can make, and all that is wrong with one."""

import json

import pytest

from governance.adopted import Passage
from governance.sheets import EDITION_IDS, LARGEST, Sheet, Unreadable, read, written

SOURCE = "KF 2031-01-01, dnr 1"
GIVEN = {"edition": "strategy-1", "source": SOURCE}


def sheet(**clauses):
    return Sheet("strategy-1", {id: Passage(*parts) for id, parts in clauses.items()})


TWO = sheet(
    **{
        "4.5": ("Brev skrivs sällan.\nMen ibland.", "", SOURCE),
        "2.1": ("Målen går före; alltid.", "Goals come first.", SOURCE),
    }
)
JSON = json.dumps(
    GIVEN
    | {
        "clauses": {
            "4.5": "Brev skrivs sällan.\r\nMen ibland.",
            "2.1": {"text": " Målen går före; alltid.", "english": "Goals come first."},
        }
    }
)
CSV = (
    '{head}4.5{sign}"Brev skrivs sällan.\r\nMen ibland."\r\n\r\n'
    '2.1{sign}"Målen går före; alltid."{sign}Goals come first.\r\n'
)


@pytest.mark.parametrize(
    "text",
    [
        JSON,
        CSV.format(head="Punkt;Text;Engelska\r\n", sign=";"),
        CSV.format(head="", sign=";"),
        CSV.format(head="clause,text,english\n", sign=","),
        CSV.format(head="", sign="\t"),
    ],
)
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_json_and_csv_from_excel_give_the_same_texts(text, mark):
    assert read(mark + text.encode(), **GIVEN) == TWO


def test_what_is_downloaded_can_be_loaded_again():
    mixed = sheet(
        **{
            "4.5": ("Ett", "", SOURCE),
            "2.1": ("Två", "Two", "KF 2032"),
            "5.0": ("Tre", "", SOURCE),
        }
    )

    assert read(written(mixed).encode()) == mixed
    assert json.loads(written(mixed))["clauses"]["4.5"] == "Ett"


def clauses(found, **more):
    return json.dumps(GIVEN | {"clauses": found} | more)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (clauses({"9.9": "x"}), ["Punkt 9.9: punkten finns inte."]),
        (
            clauses({"law:KL 2:8": "x"}),
            ["Punkt law:KL 2:8: punkten hör inte till utgåvan strategy-1."],
        ),
        (clauses({"4.5": " \u200b"}), ["Punkt 4.5: texten är tom."]),
        (
            clauses({"4.5": "x" * 20_001}),
            ["Punkt 4.5: Texten är för lång. Den får ha högst 20 000 tecken."],
        ),
        (
            clauses({"4.5": 7, "2.1": {"texten": "x"}}),
            [
                "Punkt 4.5: skriv en text, eller ”text”, ”english” och ”source”.",
                "Punkt 2.1: skriv en text, eller ”text”, ”english” och ”source”.",
            ],
        ),
        (
            '{"edition": "strategy-1", "source": "s", "clauses": {"4.5": "a", "4.5": "b"}}',
            ["Punkt 4.5: punkten finns mer än en gång i filen."],
        ),
        (
            clauses({"4.5": "x"}, edition="strategy-99"),
            [
                "Utgåvan strategy-99 finns inte. Det här finns: {known}.",
            ],
        ),
        (
            clauses({"law:OSL": "x"}, edition="law-2022"),
            ["Filen är för utgåvan law-2022, inte strategy-1."],
        ),
        (clauses({"4.5": "x"}, source="s" * 201), ["Källan får ha högst 200 tecken."]),
        (clauses({"4.5": "x"}, source=7), ["”source” ska vara text."]),
        (clauses({}), ["Filen har inga punkter."]),
        (
            '{"clauses": ["4.5"]}',
            ["Filen ska ha ”edition”, ”source” och ”clauses” med en text för varje punkt."],
        ),
        ('{"edition": \n oj}', ["Filen är inte riktig JSON: rad 2, tecken 2."]),
        ("[" * 100_000, ["Filen är inte riktig JSON."]),
        ("", ["Filen har inga punkter."]),
        (
            "punkt;text\n4.5;Bra\n9.9;x\n\n;x\n4.5;y\n2.1;\n2.1\n",
            [
                "Rad 3, punkt 9.9: punkten finns inte.",
                "Rad 5: punktens nummer saknas.",
                "Rad 6, punkt 4.5: punkten finns mer än en gång i filen.",
                "Rad 7, punkt 2.1: texten är tom.",
                "Rad 8, punkt 2.1: punkten finns mer än en gång i filen.",
                "Rad 8, punkt 2.1: texten är tom.",
            ],
        ),
        (
            "4.5,En text, med, kommatecken\n",
            ["Rad 1 har fler än tre kolumner. Sätt texten inom citattecken."],
        ),
        ('4.5;"Aldrig slut\n', ["Rad 1 går inte att läsa. Se över citattecknen."]),
        ("4.5;x\n" * 1_002, ["Filen har fler än 1 000 punkter."]),
        ("4.5;" + "x" * LARGEST, ["Filen är större än 500 kB. Den ska bara ha text."]),
        (
            "4.5;å".encode("cp1252"),
            ["Filen är inte sparad som UTF-8. Välj ”CSV UTF-8” när du sparar i Excel."],
        ),
    ],
)
def test_everything_that_is_wrong_is_told_in_its_place(text, told):
    content = text if isinstance(text, bytes) else text.encode()

    with pytest.raises(Unreadable) as error:
        read(content, **GIVEN)

    found = [problem.sentence for problem in error.value.problems]
    assert found == [sentence.format(known=", ".join(EDITION_IDS)) for sentence in told]


def test_a_file_that_names_no_edition_or_source_must_be_told_them():
    with pytest.raises(Unreadable) as error:
        read(b"4.5;x")

    assert [(problem.sentence, problem.field) for problem in error.value.problems] == [
        ("Filen säger inte vilken utgåva den är.", "file"),
        ("Skriv källan. Filen säger den inte själv.", "source"),
    ]
