"""The list of the city's bodies that most lists are narrowed by."""

import pytest
from django import forms
from django.forms import renderers
from django.utils import translation
from django.utils.translation import gettext_lazy

from engagements import remembering
from engagements.forms.base import UtblickForm
from engagements.forms.narrowing import OfOrganisation
from engagements.forms.widgets import Narrowing
from engagements.models import Organisation
from engagements.standing import seen_once
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
def test_all_bodies_are_offered_by_name_closed_ones_too(bodies, language, name, every):
    wanted = [("", every), *bodies.values_list("code", name)]

    with translation.override(language), seen_once():
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


GIVEN = [("", "Alla"), ("a", "A & <b>"), ("b", gettext_lazy("Läge")), ("\"c'", "C"), (4, "Fyra")]


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("chosen", [None, "", "a", "b", "\"c'", 4, "4", "z", ["b", "a"], []])
def test_a_list_is_drawn_as_any_other(chosen, language):
    attrs = {"id": "id_x", "aria-invalid": "true", "disabled": True, "class": "ds-input"}
    ours, plain = Narrowing({"data-x": "<1>"}, GIVEN), forms.Select({"data-x": "<1>"}, GIVEN)

    with translation.override(language):
        twice = [ours.render("x", chosen, attrs) for _ in range(2)]
        assert twice == [renderers.TemplatesSetting().render(*wanted(plain, chosen, attrs))] * 2


def wanted(widget, chosen, attrs):
    """Return the template that a list is drawn by, and what it is told."""
    return widget.template_name, widget.get_context("x", chosen, attrs)


def test_what_is_offered_is_asked_for_once(bodies, django_assert_num_queries):
    str(Narrowed()["verksamhet"])
    with seen_once(), django_assert_num_queries(1):  # whether anything has changed
        str(Narrowed()["verksamhet"])
        str(Narrowed()["verksamhet"])
