"""A question that was put into words once finds what the ORM finds, whatever it asks of."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from engagements.models import Organisation
from engagements.prepared import Prepared

CODES = ["A", "a", "B%", "", "Å", "□0"]


def named(*, code: str, key: int):
    rows = Organisation.objects.filter(kind="department").exclude(pk=key)
    return rows.filter(code__iexact=code).order_by("pk").values_list("pk", "code")


class Asked(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.keys = [
            Organisation.objects.create(code=code, name_sv=code, name_en=code, kind="department").pk
            for code in CODES
        ]
        cls.prepared = Prepared(named)

    @given(code=st.sampled_from([*CODES, "C"]), place=st.integers(0, len(CODES) - 1))
    def test_it_says_what_the_orm_says(self, code, place):
        asked = {"code": code, "key": self.keys[place]}
        assert self.prepared.answer(**asked) == list(named(**asked))
        assert self.prepared.count(**asked) == named(**asked).count()


def test_its_words_are_put_together_once(db):
    put = []

    def since(*, day: date):
        put.append(day)
        return Organisation.history.filter(history_date__date__gte=day).values("pk")

    prepared, today = Prepared(since), date(2026, 11, 28)
    for days in range(3):
        day = today - timedelta(days=days)
        assert prepared.count(day=day) == since(day=day).count()
    assert len(put) == 1 + 3  # its own, and ours


def test_a_question_that_makes_something_else_of_a_value_is_refused(db):
    prepared = Prepared(lambda *, code: Organisation.objects.filter(code=code.lower() + "x"))

    with pytest.raises(ValueError, match="code"):
        prepared.answer(code="a")
