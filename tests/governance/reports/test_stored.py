"""What the database says of a row by itself is what its objects say."""

import csv
import io
import random

import pytest
from django.db import connection
from django.db.models import TextField, Value
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from engagements.labels import label
from engagements.models import Engagement, Place, Tie
from engagements.vocabulary import Body, Kind, Status
from governance.reports import listing, lists, stored
from governance.reports.files import harmless
from tests.governance.reports.test_statistics import scatter

NAMES = [
    "Överenskommelse om Århus",
    "=1+1",
    "  -2",
    "+46 8 508 29 000",
    "＝1",
    "Med; tecken",
    'Med "citat"',
    "Rad ett\nrad två",
    "\tIndrag",
    "'=1",
    "a\x1eb\x1fc\x0bd",
    "\u00a0@hej",
    "Sista ordet\u2028",
    "C:\\ny\\mapp",
    "\\N",
    "a\rb\fc\bd",
    "”Citat” av 日本\uffff",
    "§ 5 – nästa",
]


def labels(terms):
    return {"": ""} | {str(term): label(term) for term in terms}


def holder(row):
    if row.ball_person:
        return f"{row.ball_person}, {labels(Body)[row.ball]}"
    if row.ball_organisation:
        return str(row.ball_organisation)
    return row.ball_outside or labels(Body)[row.ball]


def ties(row):
    told = Tie.objects.filter(engagement=row).order_by("pk")
    return ", ".join(
        str(tie.place or tie.counterpart) for tie in told if tie.place or tie.counterpart
    )


def by_objects(rows):
    """Return the list of engagements as CSV, read object by object."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(column.title for column in listing.heads(listing.LISTINGS["arenden"]))
    for row in rows:
        cells = (
            row.title,
            labels(Kind)[row.kind],
            str(row.organisation),
            row.number,
            ties(row),
            labels(Status)[row.status],
            holder(row),
            row.starts_on,
            row.ends_on,
            *(row.tally[name] for name in ("breach", "unanswered", "judge", "note", "supports")),
        )
        writer.writerow([harmless(cell) for cell in cells])
    return "\ufeff" + text.getvalue()


@pytest.fixture
def odd_city(world, amina, johan):
    """Give matters with every odd name, held by all who can hold one."""
    rnd = random.Random(11)  # noqa: S311
    made = scatter(rnd, amina, many=60)
    for place in Place.objects.filter(country="NO"):
        place.name_en = ""
        place.save()
    for item in made:
        item.title = rnd.choice([*NAMES, item.title])
        item.counterpart = rnd.choice(["", *NAMES])
        item.ball = rnd.choice(["", *map(str, Body)])
        item.ball_person = rnd.choice([None, None, johan])
        item.ball_organisation = rnd.choice([None, item.organisation])
        item.starts_on = rnd.choice([None, item.starts_on])
        item.save()
    return made


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("together", [1, 7, 2_000])
def test_the_file_is_byte_for_byte_what_the_objects_say(
    language, together, odd_city, johan, monkeypatch
):
    monkeypatch.setattr(stored, "BATCH", together)
    with translation.override(language):
        chosen = lists.engagements(QueryDict(), by=johan, on=timezone.localdate())
        told = "".join(listing.csv_lines(listing.LISTINGS["arenden"], chosen, language))
        rows = Engagement.objects.filter(pk__in=chosen.rows.values("pk"))
        assert told == by_objects(rows.order_by("-changed_at", "-id"))
    assert told.count("\r\n") > 30


def test_a_list_with_one_column_keeps_its_empty_rows(odd_city):
    rows = Engagement.objects.order_by("pk")
    told = "".join(stored.csv_of(rows, [stored.F("counterpart")]))
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows([harmless(row.counterpart)] for row in rows)
    assert told == text.getvalue()


def test_each_odd_name_is_written_alike_where_no_other_is_odd(odd_city):
    rows = Engagement.objects.order_by("pk")
    for name in ["", *NAMES]:
        cells = [stored.F("number"), Value(name, TextField())]
        text = io.StringIO()
        csv.writer(text, delimiter=";").writerows([row.number, harmless(name)] for row in rows)
        assert "".join(stored.csv_of(rows, cells)) == text.getvalue()


def test_rows_are_copied_out_and_may_be_left(odd_city, monkeypatch):
    monkeypatch.setattr(stored, "BATCH", 2)
    cells = [stored.F("number"), stored.F("title")]
    with CaptureQueriesContext(connection) as asked:
        read = stored.csv_of(Engagement.objects.order_by("pk"), cells)
        assert next(read).count("\r\n") == 2
        read.close()
    assert [query["sql"][:5] for query in asked] == ["copy "]
    assert Engagement.objects.count() == len(odd_city)
    assert list(stored.csv_of(Engagement.objects.none(), cells)) == []


def test_a_negative_number_keeps_its_sign(odd_city):
    told = "".join(
        stored.csv_of(Engagement.objects.all()[:1], [stored.F("version") - 100, stored.F("kind")])
    )
    assert told.startswith("-99;")


def test_only_rows_of_the_database_are_said_by_it(odd_city):
    for chosen in (
        listing.Chosen([], then=Engagement.objects.all()),
        listing.Chosen(Engagement.objects.all(), last=["sum"]),
        listing.Chosen(Engagement.objects.all(), shows=lambda batch: batch[:1]),
    ):
        with pytest.raises(TypeError):
            chosen.stored()
