import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagements.forms.text import LONGEST, UnfitText, clean_text


def test_letters_and_marks_are_composed():
    assert clean_text("Goteborg a\u030a") == "Goteborg å"


def test_outer_white_space_goes_and_line_breaks_become_one_kind():
    assert clean_text("  rad ett\r\nrad två\u2028rad tre\r ") == "rad ett\nrad två\nrad tre"


@pytest.mark.parametrize(
    "nothing", ["\u200b", "\u200b\u2060\ufeff", "\u00ad", "\u2800 \u200d", "\u3164"]
)
def test_text_that_shows_nothing_is_no_text(nothing):
    assert clean_text(nothing) == ""


@pytest.mark.parametrize(
    ("unfit", "code"),
    [
        ("a\x00b", "control"),
        ("a\x1bb", "control"),
        ("fil\u202etxt.exe", "bidi"),
        ("a\u2066b\u2069", "bidi"),
        ("e\u0316\u0317\u0318\u0319\u031c", "marks"),
        ("halv\ud800", "broken"),
        ("x" * (LONGEST + 1), "max_length"),
    ],
)
def test_text_that_hides_or_reorders_is_refused(unfit, code):
    with pytest.raises(UnfitText) as refused:
        clean_text(unfit)

    assert refused.value.code == code


@pytest.mark.parametrize(
    "name", ["Reykjavíkurborg", "서울특별시", "Tiếng Việt", "مدينة", "👩‍👩‍👧 på besök", "ก็ดี"]
)
def test_names_from_the_whole_world_are_kept(name):
    assert clean_text(name) == unicodedata.normalize("NFC", name)


@given(st.text(max_size=200))
def test_clean_text_stays_as_it_is_when_cleaned_again(text):
    try:
        once = clean_text(text)
    except UnfitText:
        return

    assert clean_text(once) == once
