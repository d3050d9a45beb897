"""Start, list, search, language and health, as their readers meet them."""

from datetime import UTC, date, datetime

import pytest

from engagements.models import Engagement, Organisation, Role, User
from engagements.registration import register, save_draft
from engagements.vocabulary import OrganisationKind, RoleName
from visits.models import Visit

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def department(db):
    return Organisation.objects.create(
        code="MF", name_sv="Miljö", name_en="Environment", kind=OrganisationKind.DEPARTMENT.value
    )


@pytest.fixture
def amina(department):
    user = User.objects.create_user("amina@stockholm.example", None, name="Amina Lindqvist")
    Role.objects.create(
        user=user,
        name=RoleName.CONTACT_PERSON.value,
        organisation=department,
        valid_from=date(2020, 1, 1),
    )
    return user


@pytest.fixture
def site(client, amina):
    client.force_login(amina)
    return client


def visits(amina, department, count, **columns):
    made = [
        register(Visit, organisation=department, title=f"Besök nummer {n}", by=amina, at=NOW)
        for n in range(count)
    ]
    for engagement in made:
        for name, value in columns.items():
            setattr(engagement, name, value)
        engagement.save()
    return made


def queries(django_assert_max_num_queries, site, address):
    with django_assert_max_num_queries(60) as captured:
        site.get(address)
    return len(captured)


@pytest.mark.parametrize("address", ["/", "/arenden/"])
def test_thirty_rows_ask_the_database_no_more_than_one(
    site, amina, department, django_assert_max_num_queries, address
):
    waiting = {"status": "decision", "submitted_at": NOW, "ball": "receiving_body"}
    visits(amina, department, 1, **waiting)
    site.get(address)
    one = queries(django_assert_max_num_queries, site, address)
    visits(amina, department, 29, **waiting)

    assert queries(django_assert_max_num_queries, site, address) == one


def test_start_separates_what_waits_for_me_from_what_waits_for_others(site, amina, department):
    visits(
        amina,
        department,
        1,
        title="Mitt",
        status="decision",
        submitted_at=NOW,
        ball="receiving_body",
        due=date(2026, 12, 1),
    )
    visits(
        amina,
        department,
        1,
        title="Deras",
        status="advice",
        submitted_at=NOW,
        ball="protocol_unit",
        ball_organisation=None,
    )
    visits(amina, department, 1, title="Påbörjat")

    mine, rest = site.get("/").text.split('aria-labelledby="hosandra"')
    others, aside = rest.split("<aside")

    assert "Mitt" in mine
    assert "Ta ställning" in mine
    assert "Deras" in others
    assert "Protokollsenheten" in others
    assert "Påbörjat" in aside


def test_the_list_goes_on_where_the_page_ended(site, amina, department):
    visits(amina, department, 31)
    first = site.get("/arenden/")

    second = site.get("/arenden/" + first.context["following"])

    seen = [row.pk for page in (first, second) for row in page.context["page"].rows]
    assert len(seen) == len(set(seen)) == Engagement.objects.count()


def test_search_finds_a_word_in_another_form_and_a_number(site, amina, department):
    (found, *_others) = visits(amina, department, 3)
    found.title = "Studiebesöken från Reykjavik"
    found.save()

    for words in ("studiebesök reykjavik", found.number):
        page = site.get("/arenden/", {"q": words}).context["page"]
        assert [row.pk for row in page.rows] == [found.pk]


@pytest.fixture
def gdansk(amina, department):
    (item,) = visits(amina, department, 1)
    visit = item.visit
    visit.city, visit.country, visit.contact_name = "Gdańsk", "PL", "Agnieszka Wiśniewska"
    return save_draft(item, visit, version=None, by=amina, at=NOW, changed=())


@pytest.mark.parametrize("words", ["Gdańsk", "Polen", "poland", "Wiśniewska", "0001", "1"])
def test_search_finds_what_the_visit_says_and_a_bare_number(site, gdansk, words):
    context = site.get("/arenden/", {"q": words}).context

    assert [row.pk for row in context["page"].rows] == [gdansk.pk]
    assert context["alike"] == []


def test_what_is_spelled_alike_comes_after_and_is_called_so(site, gdansk, amina, department):
    (exact, *_others) = visits(amina, department, 2)
    exact.title = "Besök från Gdansk"
    exact.save()

    response = site.get("/arenden/", {"q": "gdansk"})

    assert [row.pk for row in response.context["page"].rows] == [exact.pk]
    assert [row.pk for row in response.context["alike"]] == [gdansk.pk]
    first, second = response.text.split('id="liknande"')
    assert (exact.number in first, gdansk.number in second) == (True, True)


def test_search_finds_nothing_that_the_reader_may_not_read(client, gdansk, django_user_model):
    client.force_login(django_user_model.objects.create_user("gast@stockholm.example", None))

    for words in ("Gdańsk", "gdansk", "0001"):
        context = client.get("/arenden/", {"q": words}).context
        assert (context["page"].rows, context["alike"]) == ([], [])


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("q=" + "x" * 2000, "Skriv högst 200 tecken. Det är 2\xa0000 nu."),
        ("q=%00a", "osynliga styrtecken"),
        ("ar=abc", "Skriv ett år mellan 2000 och 2199"),
    ],
)
def test_a_box_that_cannot_be_read_says_so_and_shows_no_rows(site, gdansk, query, said):
    response = site.get(f"/arenden/?{query}")

    assert response.status_code == 422
    assert said in response.text
    assert gdansk.number not in response.text


def test_a_search_without_hits_says_what_to_try(site):
    assert "Ingen träff på ”Gdansk”" in site.get("/arenden/", {"q": "Gdansk"}).text


@pytest.mark.parametrize("query", ["status=mellan", "efter=igår_x", "verksamhet=XX", "efter=1_2"])
def test_an_address_that_makes_no_sense_is_refused(site, query):
    response = site.get(f"/arenden/?{query}")

    assert response.status_code == 400
    assert "<h1>" in response.text


def test_the_language_is_the_readers_choice(site):
    site.post("/sprak/", {"language": "en", "next": "/hjalp/"})

    assert site.get("/hjalp/")["Content-Language"] == "en"


def test_the_colours_are_the_readers_choice_and_are_remembered(site, client, amina):
    answer = site.post("/utseende/", {"utseende": "dark", "next": "/hjalp/"})

    assert answer["Location"] == "/hjalp/"
    assert 'data-color-scheme="dark"' in site.get("/hjalp/").text
    client.logout()
    client.force_login(type(amina).objects.get(pk=amina.pk))
    page = client.get("/").text
    assert 'data-color-scheme="dark"' in page
    assert 'value="dark" aria-pressed="true"' in page


@pytest.mark.parametrize(
    ("sent", "kept"),
    [({"utseende": "rosa"}, "auto"), ({"utseende": "light", "next": "//ond.example/"}, "light")],
)
def test_colours_that_are_none_and_pages_elsewhere_are_not_followed(site, amina, sent, kept):
    answer = site.post("/utseende/", sent)

    amina.refresh_from_db()
    assert (amina.color_scheme, answer.headers.get("Location", "/")) == (kept, "/")


def test_words_are_for_everybody_and_work_is_not(client, db):
    assert "Du behöver inte kunna strategin utantill" in client.get("/hjalp/").text
    assert client.get("/")["Location"].endswith("?next=/")


def test_health_is_told_without_signing_in(client, db):
    assert client.get("/health/live").json() == {"status": "ok"}
    assert client.get("/health/ready").json() == {"status": "ok", "database": "ok"}


@pytest.mark.parametrize(
    ("address", "label", "current"),
    [
        ("/", "Start", "page"),
        ("/arenden/", "Ärenden", "page"),
        ("/arenden/nytt/besok/", "Registrera", "true"),
        ("/arenden/{number}/", "Ärenden", "true"),
        ("/medlemskap/", "Medlemskap och avtal", "page"),
        ("/lardomar/", "Medlemskap och avtal", "true"),
    ],
)
def test_the_menu_marks_the_place_that_a_page_belongs_to(site, gdansk, address, label, current):
    context = site.get(address.format(number=gdansk.number)).context

    marked = [(name, mark) for name, _url, mark in context["navigation"] if mark]
    assert marked == [(label, current)]


def test_the_registers_stand_in_a_row_of_their_own_and_only_there(site):
    row = site.get("/platser/").context["registers"]

    assert [name for name, _url, mark in row if mark == "page"] == ["Platser"]
    assert [name for name, _url, _mark in row] == [
        "Medlemskap",
        "Avtal",
        "Projekt",
        "Standpunkter",
        "Platser",
        "Motparter",
        "Lärdomar",
        "Goda exempel",
        "Omvärld",
        "Nätverket",
    ]
    assert site.get("/arenden/").context["registers"] == []


def test_more_than_start_shows_is_counted_on_its_link(site, amina, department):
    waiting = {"status": "decision", "submitted_at": NOW, "ball": "receiving_body"}
    visits(amina, department, 8, **waiting)
    eight = site.get("/").text
    visits(amina, department, 3, **waiting)

    assert "Visa alla" not in eight
    assert "Visa alla 11" in site.get("/").text
