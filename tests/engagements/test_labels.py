"""Labels speak the reader's language wherever they are kept."""

import copy

from django.utils import translation
from django.utils.encoding import force_str
from django.utils.hashable import make_hashable

from engagements.labels import choices
from engagements.models import Engagement
from engagements.vocabulary import Kind


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


def test_a_model_shows_its_label():
    row = Engagement(kind=str(Kind.TRIP))
    for language in ("sv", "en"):
        with translation.override(language):
            assert row.get_kind_display() == Kind.TRIP.label(language)
