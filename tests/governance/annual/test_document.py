"""The report says what the rows say: each figure counted again in plain SQL, frozen, compared."""

from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from psycopg.sql import SQL, Identifier

from engagements import lifecycle
from engagements.models import Organisation
from engagements.vocabulary import SecrecySection
from governance import completeness, plans
from governance.actions import erasing, intake, reviewing_year, secrecy
from governance.annual import changes, document, files, grids, keeping, telling
from governance.annual.grids import Figure, Grid
from governance.annual.sections import SECTIONS
from governance.models import AnnualEdition, Part
from governance.reports.table import Column
from memberships.membership.models import FeeYear
from tests.factories import memberships, visits
from tests.factories.matters import fresh
from tests.governance.annual import in_sql
from tests.governance.annual.conftest import YEAR, chapter, in_year
from visits.trip import emissions

pytestmark = pytest.mark.django_db


def built(by, year=YEAR, code=""):
    organisation = Organisation.objects.get(code=code) if code else None
    return document.build(year, organisation, by=by, at=timezone.now())


def figures(made):
    return {
        (figure.table, name): value
        for chapter in made.chapters
        for sentence in chapter.sentences
        for name, figure, value, _before in sentence.counted
    }


def test_every_section_is_made_and_every_sentence_finds_its_columns(year, admin):
    made = built(admin)
    now = {piece: made.grids[piece.key] for section in SECTIONS for piece in section.pieces}

    assert [chapter.key for chapter in made.chapters] == [section.key for section in SECTIONS]
    for section in SECTIONS:
        for line in section.lines:
            for figure in (*line.figures.values(), *line.before.values()):
                assert figure.value(made.grids) >= 0
            for figure in line.names.values():
                assert figure.names(made.grids) is not None
    for piece, grid in now.items():
        assert grid.on_paper().headings == list(piece.brief or grid.headings)


def test_every_figure_is_what_plain_sql_counts(year, admin):
    for of in (YEAR, YEAR - 1):
        assert told(built(admin, of)) == in_sql.counted(of, timezone.localdate(), grams())
    assert told(built(admin))["besok", 0, "persons"] == 12


def grams():
    return emissions.factors(on=timezone.localdate())


def told(made):
    """Return what the report says of every figure that a sentence may name."""
    return {
        (section.key, place, name): figure.value(made.grids)
        for section in SECTIONS
        for place, line in enumerate(section.lines)
        for name, figure in line.figures.items()
    }


def test_a_report_that_is_at_hand_is_the_one_that_would_be_built(
    year, world, amina, johan, django_assert_max_num_queries
):
    at = timezone.now()
    first = keeping.report(YEAR, None, by=johan, at=at)

    with django_assert_max_num_queries(1):
        again = keeping.report(YEAR, None, by=johan, at=at)

    assert again == first == document.build(YEAR, None, by=johan, at=at)
    assert keeping.report(YEAR, None, by=amina, at=at).own == first.own


def write_a_text(year, amina, johan):
    text, at = "Ett år av möten.", timezone.now()
    reviewing_year.write(YEAR, None, "besok", text, seen=0, by=johan, at=at)


def pay_a_fee(year, amina, johan):
    fee = FeeYear.objects.get(engagement=year["member"], year=YEAR)
    fee.amount = 9_000
    fee.save()


def hide_a_visit(year, amina, johan):
    secrecy.mask(
        year["oslo"],
        part=Part.COST,
        section=SecrecySection.FOREIGN,
        grounds="Priset är en del av en upphandling.",
        review_by=timezone.localdate(),
        by=johan,
        at=timezone.now(),
    )


def ask_for_a_visit(year, amina, johan):
    visits.handed_in(by=amina, country="DK", **in_year(5))


@pytest.mark.parametrize("act", [write_a_text, pay_a_fee, hide_a_visit, ask_for_a_visit])
def test_whatever_changes_builds_the_report_anew(year, amina, johan, act):
    at = timezone.now()
    before = keeping.report(YEAR, None, by=johan, at=at)

    act(year, amina, johan)

    after = keeping.report(YEAR, None, by=johan, at=at)
    assert after == document.build(YEAR, None, by=johan, at=at)
    assert after != before


def test_a_sentence_names_what_it_counted_and_how_many_came_the_year_before(year, admin):
    visits = chapter(built(admin), "besok")

    assert visits.paragraphs[0] == (
        "Förfrågningar om besök: 3 (året före 1). Staden tog emot 2 av dem (1); "
        "delegationerna hade sammanlagt 12 personer."
    )
    assert "Besöken som togs emot kom från Norge, Estland." in visits.paragraphs


def test_of_many_names_the_first_are_told():
    column, names = Column("Land"), [f"Land {n:02}" for n in range(14)]
    grid = Grid("besok", "Besök", "besok", (column,), tuple((name,) for name in names))
    line = telling.Line(
        "%(n)s: %(names)s.", {"n": Figure("besok")}, {"names": Figure("besok", of="Land")}
    )

    (said,) = telling.told([line], now={"besok": grid}, before={})

    assert said.text == f"14: {', '.join(names[:12])} med flera."


def test_a_section_without_rows_says_so(world, admin):
    said = {one.key: one.paragraphs[0] for one in built(admin).chapters}

    assert said.pop("efterlevnad").startswith("Av ")
    assert set(said.values()) == {"Inget är registrerat."}


def test_one_organisation_s_report_has_its_own_rows_alone(year, admin):
    assert len(built(admin, code="MF").grids["besok"].rows) == 3
    assert len(built(admin, code="TK").grids["besok"].rows) == 0


def test_what_is_secret_is_left_out_for_those_who_may_read_it_too(year, sara):
    section = SecrecySection.FOREIGN
    secrecy.make_secret(
        year["oslo"], section=section, grounds="Ett statsbesök.", by=sara, at=timezone.now()
    )

    made = built(sara)

    assert year["oslo"].number not in [row[0] for row in made.grids["besok"].rows]
    assert year["oslo"].number not in made.canonical()


@pytest.mark.parametrize("part", ["title", "counterpart", "cost", "gain"])
def test_a_matter_of_which_a_part_is_secret_is_left_out_too(year, sara, part):
    at = timezone.now()
    secrecy.mask(
        year["oslo"],
        part=Part(part),
        section=SecrecySection.FOREIGN,
        grounds="Ett statsbesök.",
        review_by=timezone.localdate(at),
        by=sara,
        at=at,
    )

    assert year["oslo"].number not in built(sara).canonical()


def test_an_edition_stays_as_it_was_when_people_are_erased(year, amina, johan):
    at = timezone.now()
    item = visits.handed_in(by=amina, head_name="Hilde Kanariefågel", **in_year(9))
    intake.withdraw(item, why="Delegationen kommer inte.", by=amina, at=at)
    edition = reviewing_year.freeze(YEAR, None, by=johan, at=at)
    before = {form: files.FORMATS[form](document.read(edition.data)) for form in ("json", "xlsx")}

    erasing.erase_personal_data(fresh(item), why="Dokumenthanteringsplan 4.2", by=amina, at=at)

    assert fresh(item).visit.head_name == ""
    kept = AnnualEdition.objects.get(pk=edition.pk)
    assert {form: files.FORMATS[form](document.read(kept.data)) for form in before} == before
    assert item.number in kept.data
    assert "Kanariefågel" not in kept.data


def test_reading_what_was_written_gives_the_same_report(year, admin):
    made = built(admin)

    again = document.read(made.canonical())

    assert again.canonical() == made.canonical()
    assert again.grids["besok"] == made.grids["besok"]
    assert again.chapters == made.chapters


CELLS = st.one_of(st.none(), st.integers(), st.text(), st.dates())


@given(rows=st.lists(st.tuples(st.text(min_size=1), CELLS, st.dates()), max_size=8))
def test_any_table_is_read_back_as_it_was(rows):
    kept = tuple(
        (key, cell.isoformat() if isinstance(cell, date) else cell, day) for key, cell, day in rows
    )
    grid = Grid("k", "T", "r", (Column("A"), Column("B", "b"), Column("C")), kept, ("A", "C"))

    assert grids.of_data(grid.data()) == grid


def test_a_frozen_edition_gives_the_same_bytes_after_changes_and_erasure(year, amina, johan):
    at = timezone.now()
    edition = reviewing_year.freeze(YEAR, None, by=johan, at=at)
    kinds = ("json", "xlsx")
    before = {form: files.FORMATS[form](document.read(edition.data)) for form in kinds}

    row = fresh(year["oslo"])
    row.title = "Ett annat namn"
    lifecycle.save(row, by=amina, at=at, why="")
    later = document.read(AnnualEdition.objects.get(pk=edition.pk).data)

    assert {form: files.FORMATS[form](later) for form in kinds} == before
    assert document.sum_of(edition.data) == edition.sha256
    ((table, (change,)),) = changes.between(later, built(johan))
    assert (table, change.key, change.sort) == ("Besök", row.number, "changed")
    assert change.cells == (("Rubrik", "Besök från Oslo kommune", "Ett annat namn"),)


def test_freezing_the_same_twice_makes_one_edition_and_a_change_makes_a_second(year, amina, johan):
    at = timezone.now()
    first = reviewing_year.freeze(YEAR, None, by=johan, at=at)
    with pytest.raises(reviewing_year.NothingToFreeze):
        reviewing_year.freeze(YEAR, None, by=johan, at=at)
    reviewing_year.write(YEAR, None, "besok", "Ett gott år.", seen=0, by=johan, at=at)

    second = reviewing_year.freeze(YEAR, None, why="Ny text", by=johan, at=at)

    assert (first.number, second.number) == (1, 2)
    assert chapter(document.read(second.data), "besok").paragraphs == ["Ett gott år."]


@pytest.mark.parametrize("table", ["governance_annualedition", "governance_annualtext"])
def test_the_database_refuses_to_change_what_was_written(year, johan, table):
    at = timezone.now()
    reviewing_year.write(YEAR, None, "besok", "Ett gott år.", seen=0, by=johan, at=at)
    reviewing_year.freeze(YEAR, None, by=johan, at=at)

    for act in ("update {} set year = 2000", "delete from {}"):
        refused = pytest.raises(DatabaseError, match="append-only")
        with refused, transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(SQL(act).format(Identifier(table)))


def test_two_who_write_at_once_lose_nothing(world, johan, sara):
    at = timezone.now()
    reviewing_year.write(YEAR, None, "besok", "Johans text.", seen=0, by=johan, at=at)

    with pytest.raises(reviewing_year.StaleText) as refused:
        reviewing_year.write(YEAR, None, "besok", "Saras text.", seen=0, by=sara, at=at)
    newest = refused.value.newest
    reviewing_year.write(YEAR, None, "besok", "Bådas text.", seen=newest.pk, by=sara, at=at)

    assert "Johan" in str(refused.value)
    assert document.texts_of(YEAR, None) == {"besok": "Bådas text."}


def test_an_empty_text_gives_the_draft_back(year, johan):
    at = timezone.now()
    row = reviewing_year.write(YEAR, None, "besok", "Min text.", seen=0, by=johan, at=at)
    reviewing_year.write(YEAR, None, "besok", " ", seen=row.pk, by=johan, at=at)

    assert chapter(built(johan), "besok").paragraphs[0].startswith("Förfrågningar om besök: 3")


def test_organisations_own_sections_stand_in_the_city_s_report(year, amina, johan):
    mf = Organisation.objects.get(code="MF")
    with pytest.raises(reviewing_year.UnknownSection):
        reviewing_year.write(YEAR, None, "egen", "Vi.", seen=0, by=johan, at=timezone.now())
    reviewing_year.write(YEAR, mf, "egen", "Vi lärde oss.", seen=0, by=amina, at=timezone.now())

    assert built(johan).own == (("Miljöförvaltningen", "Vi lärde oss."),)
    assert built(johan, code="TK").own == ()


def test_a_figure_that_asks_for_what_is_not_there_is_refused():
    grid = Grid("k", "T", "r", (Column("A"),), (("x",),))
    with pytest.raises(KeyError):
        Figure("annat").value({"k": grid})
    with pytest.raises(ValueError, match="B"):
        Figure("k", {"B": ["x"]}).value({"k": grid})
    assert Figure("k", {"A": ["x"]}).value({"k": grid}) == 1


def test_what_organisations_owe_is_what_their_own_pages_say(year, admin):
    grid = built(admin).grids["efterlevnad"]
    on = timezone.localdate()
    owed = completeness.of(list(plans.planning(on=on)), year=YEAR, on=on)

    assert len(grid.rows) == len(owed) > 30
    told = {row[0]: row for row in grid.rows}
    for one in owed.values():
        row = told[one.organisation.name_sv]
        assert row[1] == ("Ja" if one.is_complete else "Nej")
        assert row[2] == sum(row[3:-1]) == sum(one.counts.values())


def test_the_page_says_how_much_lacks_of_each_that_is_not_complete(year, admin):
    page = built(admin).grids["efterlevnad"].on_paper()

    complete, lacking = (page.headings.index(name) for name in ("Komplett", "Saknas sammanlagt"))
    assert [row[complete] for row in page.rows] == [
        "Nej" if row[lacking] else "Ja" for row in page.rows
    ]
    assert sum(row[lacking] for row in page.rows) > 0


def test_a_membership_counts_from_the_year_in_which_it_began(world, amina, admin):
    memberships.known(by=amina, since=date(YEAR - 3, 5, 1))

    found = figures(built(admin))

    assert found["medlemskap", "all"] == found["medlemskap", "all_before"] == 1
    assert ("medlemskap", "all") not in figures(built(admin, year=YEAR - 4))
