"""The page of the one box, when nothing is found."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("written", "shown", "way_on"),
    [
        ("qvuxyz", "qvuxyz", "stadens svenska namn eller organisationens namn"),
        ("<b>qvuxyz</b>", "&lt;b&gt;qvuxyz&lt;/b&gt;", "Pröva färre ord"),
        ("typ:besök", "typ:besök", "ta bort en nyckel med kolon"),
    ],
)
def test_what_is_not_found_is_named_with_a_way_on(client, login, amina, written, shown, way_on):
    login(client, amina)

    page = client.get("/sok/", {"q": written}).text

    assert f"Ingen träff på ”{shown}” bland det du får läsa." in page
    assert way_on in page
    assert '<a href="/arenden/">Visa alla ärenden</a>' in page
