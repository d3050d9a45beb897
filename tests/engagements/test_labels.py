"""Labels speak the reader's language wherever they are kept."""

import copy

import pytest
from django.utils import translation
from django.utils.encoding import force_str
from django.utils.hashable import make_hashable

from engagements.labels import choices
from engagements.models import Engagement
from engagements.vocabulary import Body, Kind, Status


def test_a_label_follows_the_language_of_who_reads():
    code, label = choices(Kind)[0]
    for language in ("sv", "en"):
        with translation.override(language):
            assert str(label) == Kind(code).label(language) == force_str(label)
            assert label == Kind(code).label(language)
            assert f"{label}" == "%s" % label == Kind(code).label(language)  # noqa: UP031


def test_a_label_is_equal_to_itself_alone_and_keeps_its_hash_in_every_language():
    (_one, first), (_two, second) = choices(Kind)[:2]
    assert first == choices(Kind)[0][1]
    assert first != second
    assert copy.deepcopy(first) is first
    with translation.override("sv"):
        swedish = hash(make_hashable(choices(Kind)))
    with translation.override("en"):
        assert hash(make_hashable(choices(Kind))) == swedish


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize(("name", "terms"), [("kind", Kind), ("status", Status), ("ball", Body)])
def test_an_engagement_shows_the_label_of_each_of_its_terms(name, terms, language):
    with translation.override(language):
        for term in terms:
            row = Engagement(**{name: str(term)})
            assert getattr(row, f"get_{name}_display")() == term.label(language)


def test_an_engagement_without_a_kind_or_a_holder_shows_nothing():
    assert Engagement().get_kind_display() == Engagement().get_ball_display() == ""
