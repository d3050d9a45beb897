from datetime import UTC, date, datetime

import pytest
import time_machine
from django.forms import Select
from django.forms.renderers import DjangoTemplates
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test.html import parse_html
from django.utils.translation import override

from engagements.forms.renderer import UtblickRenderer
from engagements.querysets import NumberedPage
from engagements.templatetags.utblick import (
    UnknownIcon,
    clock,
    day,
    due_soon,
    icon_names,
    initials,
    kronor,
    moment,
    number,
    period,
    sv,
    weekday,
)

NBSP = "\u00a0"
MORNING = datetime(2026, 11, 24, 9, 42, tzinfo=UTC)


def render(source, **context):
    return Template("{% load utblick %}" + source).render(Context(context)).strip()


def test_an_icon_is_decoration_drawn_from_the_sprite():
    html = render('{% icon "check" %}')

    assert 'aria-hidden="true"' in html
    assert '#check"' in html
    assert "style" not in html


def test_an_icon_that_does_not_exist_is_an_error():
    with pytest.raises(UnknownIcon):
        render('{% icon "no-such-icon" %}')


def test_the_sprite_holds_the_icons_of_the_check():
    assert {"check", "bang", "x", "circle-dashed", "info", "chevron-down"} <= icon_names()


@pytest.mark.parametrize(
    ("value", "written"),
    [(0, "0"), (999, "999"), (1900, "1 900"), (1234567, "1 234 567"), (-41200, "\u221241 200")],
)
def test_numbers_have_their_thousands_apart(value, written):
    assert number(value) == written.replace(" ", NBSP)


def test_money_is_whole_kronor_and_nothing_is_nothing():
    assert kronor(1900) == f"1{NBSP}900{NBSP}kr"
    assert kronor(None) == ""


def test_numbers_are_bound_to_their_units_in_running_text():
    assert sv("41 200 kr för 12 personer, 72 %") == (
        f"41{NBSP}200{NBSP}kr för 12{NBSP}personer, 72{NBSP}%"
    )


def test_text_that_is_bound_is_still_escaped():
    assert render("{{ text|sv }}", text="<b>2 dagar</b>") == f"&lt;b&gt;2{NBSP}dagar&lt;/b&gt;"


@time_machine.travel(MORNING)
def test_a_day_in_a_column_begins_its_month_as_its_language_does():
    on, today = date(2026, 12, 2), date(2026, 11, 24)

    assert due_soon(on, today) == f"2{NBSP}dec"
    with override("en"):
        assert due_soon(on, today) == f"2{NBSP}Dec"


def test_a_coming_days_month_begins_as_its_language_does():
    days = date(2026, 12, 9), date(2027, 1, 8)
    coming = [{"first": day, "address": "/", "title": "Oslo"} for day in days]
    context = {"coming": coming, "today": date(2026, 11, 27)}

    said = render_to_string("engagements/_aside.html", context)
    with override("en"):
        in_english = render_to_string("engagements/_aside.html", context)

    assert "<b>9</b>dec</time>" in said
    assert "<b>8</b>jan<br>2027</time>" in said
    assert "<b>9</b>Dec<" in in_english


def test_days_are_written_in_swedish_and_in_english():
    assert day(date(2026, 11, 24)) == f"24{NBSP}november{NBSP}2026"
    assert weekday(date(2026, 11, 24)) == f"tisdag{NBSP}24{NBSP}november"
    with override("en"):
        assert weekday(date(2026, 11, 24)) == f"Tuesday{NBSP}24{NBSP}November"


@time_machine.travel(MORNING)
def test_a_day_written_before_midnight_is_the_day_in_stockholm():
    late = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)
    assert day(late) == f"25{NBSP}november{NBSP}2026"
    assert weekday(late) == f"onsdag{NBSP}25{NBSP}november"


@pytest.mark.parametrize("chosen", ["", "b&", "c"])
def test_a_list_to_choose_from_is_what_django_draws(chosen):
    choices = [("", "Alla"), ("Grupp <1>", [("b&", 'B "två"'), ("c", "C")]), (3, "Tre")]
    widget = Select({"disabled": True, "class": "ds-input"}, choices)

    ours, theirs = (
        parse_html(widget.render("val", chosen, renderer=renderer()))
        for renderer in (UtblickRenderer, DjangoTemplates)
    )

    assert ours == theirs


@time_machine.travel(MORNING)
def test_times_are_stockholms():
    assert clock(MORNING) == "10.42"
    assert moment(MORNING) == f"tisdag{NBSP}24{NBSP}november kl. 10.42"
    with override("en"):
        assert clock(MORNING) == "10:42"


@time_machine.travel(MORNING)
def test_a_day_of_another_year_has_its_year():
    assert weekday(date(2027, 1, 14)) == f"torsdag{NBSP}14{NBSP}januari{NBSP}2027"


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        (date(2027, 1, 14), date(2027, 1, 15), "14–15 januari 2027"),
        (date(2027, 1, 14), date(2027, 1, 14), "14 januari 2027"),
        (date(2027, 1, 30), date(2027, 2, 2), "30 januari–2 februari 2027"),
        (date(2026, 12, 30), date(2027, 1, 2), "30 december 2026–2 januari 2027"),
        (date(2027, 1, 14), None, "14 januari 2027"),
        (None, None, ""),
    ],
)
def test_a_span_of_days_is_as_short_as_it_can_be_said(first, last, written):
    assert period(first, last) == written.replace(" ", NBSP)


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Amina Lindqvist", "AL"), ("Åsa", "Å"), ("Anna Maria von Ek", "AE"), ("", "?")],
)
def test_a_person_is_shown_by_two_letters(name, letters):
    assert initials(name) == letters


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (date(2026, 11, 24), "i dag"),
        (date(2026, 11, 25), "i morgon"),
        (date(2026, 11, 27), f"om 3{NBSP}dagar"),
        (date(2026, 11, 23), f"1{NBSP}dag försenad"),
    ],
)
def test_what_is_due_is_said_from_today(on, said):
    html = render("{% due on today %}", on=on, today=date(2026, 11, 24))

    assert said in html
    assert f'datetime="{on.isoformat()}"' in html


def test_late_is_said_in_words_and_marked():
    html = render("{% due on today %}", on=date(2026, 11, 20), today=date(2026, 11, 24))

    assert "ub-due--late" in html
    assert "försenad" in html


def test_pages_of_a_list_keep_the_filters(rf):
    page = NumberedPage([], number=2, has_next=True)
    html = render(
        "{% pagination page %}", page=page, request=rf.get("/arenden/?status=oppen&sida=2")
    )

    assert "?status=oppen&amp;sida=1" in html
    assert "?status=oppen&amp;sida=3" in html
    assert "Sida 2" in html


def test_a_list_of_one_page_shows_no_pages(rf):
    page = NumberedPage([], number=1, has_next=False)

    assert render("{% pagination page %}", page=page, request=rf.get("/")) == ""
