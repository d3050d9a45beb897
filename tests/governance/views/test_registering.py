"""Registering begins where the kind is chosen."""

import pytest
from django.template.loader import render_to_string
from django.urls import reverse

from engagements.models import Detail, Engagement
from engagements.registration import set_cost
from engagements.vocabulary import Kind, PoliticalLevel
from governance import kinds
from tests.factories import visits


@pytest.fixture
def as_amina(client, login, amina):
    login(client, amina)
    return client


def test_where_there_are_several_kinds_one_chooses_among_them(as_amina):
    page = as_amina.get("/arenden/nytt/").text

    assert len(kinds.offered()) > 2
    for _kind, pages in kinds.offered():
        assert f'href="/arenden/nytt/{pages.slug}/"' in page


def test_where_there_is_but_one_kind_nobody_has_to_choose_it(client, login, sara):
    login(client, sara)  # the protocol unit registers receptions alone

    page = client.get("/arenden/nytt/", follow=True)

    assert page.redirect_chain == [("/arenden/nytt/mottagning/", 302)]
    assert "Registrera mottagning" in page.text


def test_each_kind_is_drawn_with_a_sentence_and_its_address():
    page = render_to_string("registering/choose.html", {"offered": kinds.offered(), "may": True})

    for _kind, pages in kinds.offered():
        assert f"/arenden/nytt/{pages.slug}/" in page
        assert str(pages.spoken.about) in page


@pytest.mark.parametrize("slug", [pages.slug for _kind, pages in kinds.offered()])
def test_who_answers_for_one_organisation_is_not_asked_which(as_amina, slug):
    query = "?nytt=1" if slug == "resa" else ""

    page = as_amina.get(f"/arenden/nytt/{slug}/{query}").text

    assert page.count('name="organisation"') == 1
    assert "Vilken verksamhet gäller det?" not in page


@pytest.mark.parametrize(("alcohol", "told"), [(True, True), (False, False)])
def test_who_weighs_is_told_where_a_case_goes_when_something_is_left_unweighed(
    as_amina, amina, alcohol, told
):
    item = visits.draft(by=amina, political_level=PoliticalLevel.NONE.value, alcohol=alcohol)

    page = as_amina.get(f"/arenden/{item.number}/steg/4/").text

    assert "Nej, skicka direkt till den som avgör" in page
    assert ("också om ni väljer att skicka direkt" in page) is told


def test_somebody_without_an_organisation_is_told_who_registers(client, login, world):
    login(client, world["ingrid.ros"])

    page = client.get("/arenden/nytt/").text

    assert "inte kontaktperson för någon verksamhet" in page
    assert "/arenden/nytt/besok/" not in page


def test_a_kind_that_nobody_has_heard_of_is_no_page(as_amina):
    assert as_amina.get("/arenden/nytt/rymdresa/").status_code == 404
    assert Engagement.objects.count() == 0


def test_every_kind_with_a_table_is_registered_and_every_slug_is_its_own():
    tables = {str(model.kind) for model in Detail.__subclasses__()}
    slugs = [pages.slug for _kind, pages in kinds.offered()]

    assert {str(kind) for kind, _pages in kinds.offered()} == tables
    assert len(set(slugs)) == len(slugs)


def test_a_kind_without_a_table_says_so():
    with pytest.raises(LookupError):
        Detail.of("rymdresa")
    with pytest.raises(kinds.UnknownKind):
        kinds.facts_of(Engagement(kind="rymdresa"), stage="draft", on=None)


def test_the_list_can_be_of_one_kind(as_amina, amina):
    visits.draft(by=amina)

    shown = as_amina.get(f"/arenden/?typ={Kind.VISIT}").context["page"].rows

    assert [row.kind for row in shown] == [Kind.VISIT]


@pytest.mark.parametrize(
    ("learns", "costs", "step"),
    [("", False, 2), ("Så mäts luft.", False, 3), ("Så mäts luft.", True, 4)],
)
def test_a_draft_goes_on_at_the_first_step_that_lacks_an_answer(
    as_amina, amina, learns, costs, step
):
    item = visits.draft(by=amina, stockholm_learns=learns)
    if not costs:
        for line in list(item.costs.values_list("line", flat=True)):
            set_cost(item, line, by=amina, per_person_sek=None, estimate_sek=None)
    at = reverse("engagement_go_on", args=[item.number])

    assert f'href="{at}"' in as_amina.get("/").text
    assert as_amina.get(at)["Location"] == f"{item.get_absolute_url()}steg/{step}/"


def test_what_was_answered_meanwhile_does_not_go_on(as_amina, amina):
    item = visits.approved(by=amina)

    answer = as_amina.get(reverse("engagement_go_on", args=[item.number]))

    assert answer.status_code == 403
    assert item.get_absolute_url() in answer.text
