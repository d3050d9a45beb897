"""The list of the city's bodies that most lists are narrowed by."""

import pytest
from django.utils import translation

from engagements import remembering
from engagements.forms.base import UtblickForm
from engagements.forms.narrowing import OfOrganisation
from engagements.models import Organisation
from tests.rows import NOON

pytestmark = pytest.mark.django_db


class Narrowed(UtblickForm):
    verksamhet = OfOrganisation()


@pytest.fixture
def bodies(world):
    closed = Organisation.objects.get(code="MF")
    closed.active = False
    remembering.save(closed, by=None, at=NOON)
    return Organisation.objects.order_by("sort_name")


@pytest.mark.parametrize(
    ("language", "name", "every"), [("sv", "name_sv", "Alla"), ("en", "name_en", "All")]
)
def test_all_bodies_are_offered_by_name_closed_ones_too(
    bodies, django_assert_num_queries, language, name, every
):
    wanted = [("", every), *bodies.values_list("code", name)]

    with translation.override(language), django_assert_num_queries(1):
        offered = [(str(code), str(said)) for code, said in Narrowed().fields["verksamhet"].choices]

    assert offered == wanted
    assert "MF" in dict(offered)


def test_an_address_asks_for_a_code_and_its_body_is_chosen(bodies):
    form = Narrowed({"verksamhet": "MF"})

    assert (form.is_valid(), form.cleaned_data["verksamhet"].code) == (True, "MF")
    assert '<option value="MF" selected>Miljöförvaltningen</option>' in str(form["verksamhet"])
    assert '<option value="KS">' in str(form["verksamhet"])


def test_a_code_that_no_body_has_is_refused_and_none_is_all_of_them(bodies):
    nothing = Narrowed({})

    assert (nothing.is_valid(), nothing.cleaned_data["verksamhet"]) == (True, None)
    assert not Narrowed({"verksamhet": "XX"}).is_valid()
