"""Signing in and choosing a password, and what the sign-in library offers that we do not."""

import re

import pytest
from allauth.urls import urlpatterns
from django.core import mail
from django.urls import URLPattern

from governance.demo import people

OPEN = {
    "account_login",
    "account_logout",
    "account_inactive",
    "account_change_password",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "socialaccount_login_cancelled",
    "socialaccount_login_error",
    "openid_connect_login",
    "openid_connect_callback",
}
THEIRS = re.compile(r"[Vv]änligen|\bmail|[Ee]post\b|och/eller|&lt;|token|Fyll i", re.I)


def listed(patterns, before=""):
    for entry in patterns:
        written = before + re.sub(r"\(\?P<\w+>[^)]*\)|<[^>]*>", "a-b", str(entry.pattern)).strip(
            "^$"
        )
        if isinstance(entry, URLPattern):
            yield entry.name, "/" + written.replace("$", "").replace("^", "")
        else:
            yield from listed(entry.url_patterns, written)


ADDRESSES = list(listed(urlpatterns))


@pytest.mark.parametrize(
    ("name", "address"), [pair for pair in ADDRESSES if pair[0] not in OPEN], ids=str
)
def test_what_we_do_not_offer_is_no_page(client, world, login, name, address):
    login(client, world["amina.lindqvist"])

    response = client.get(address)

    assert response.status_code == 404
    assert "Sidan finns inte" in response.text


def test_every_address_of_the_library_is_decided_on():
    assert {name for name, _address in ADDRESSES} >= OPEN


@pytest.mark.parametrize(
    ("address", "heading"),
    [
        ("/login/", "Logga in"),
        ("/password/reset/", "Välj ett nytt lösenord"),
        ("/password/reset/done/", "Titta i din e-post"),
        ("/password/reset/key/a-b/", "Välj ett nytt lösenord"),
        ("/password/reset/key/done/", "Lösenordet är bytt"),
        ("/inactive/", "Kontot är stängt"),
        ("/3rdparty/login/error/", "Det gick inte att logga in"),
        ("/3rdparty/login/cancelled/", "Inloggningen avbröts"),
    ],
)
def test_every_account_page_is_ours(client, db, address, heading):
    html = client.get(address, follow=True).text

    assert f"<h1>{heading}</h1>" in html or f'<h1 class="p-top">{heading}</h1>' in html
    main = html.partition("<main")[2].partition("</main>")[0]
    assert (
        THEIRS.findall(re.sub(r'(class|href|id|name|type|for|autocomplete)="[^"]*"', "", main))
        == []
    )


def test_a_wrong_answer_on_the_sign_in_page_is_told_in_our_words(client, amina):
    unreadable = client.post("/login/", {"login": "fel", "password": "x"}).text
    unknown = client.post("/login/", {"login": amina.email, "password": "fel"}).text

    assert "E-post: Skriv en e-postadress med @, till exempel namn@stad.org" in unreadable
    assert "E-postadressen eller lösenordet stämmer inte." in unknown


def test_one_chooses_a_new_password_with_a_link(client, amina):
    client.post("/password/reset/", {"email": amina.email})
    (letter,) = mail.outbox
    address = re.search(r"https?://[^/]+(/password/reset/key/\S+)", letter.body)[1]
    form = client.get(address, follow=True)
    new = "sju sorters kakor på ett fat"

    short = client.post(form.request["PATH_INFO"], {"password1": "kort", "password2": "kort"})
    client.post(form.request["PATH_INFO"], {"password1": new, "password2": new})

    assert letter.subject == "Välj ett nytt lösenord i Utblick"
    assert "Nytt lösenord" in short.text
    amina.refresh_from_db()
    assert (amina.check_password(new), amina.check_password(people.PASSWORD)) == (True, False)


def test_nobody_is_told_whether_an_address_has_an_account(client, amina):
    known = client.post("/password/reset/", {"email": amina.email})
    unknown = client.post("/password/reset/", {"email": "ingen@stockholm.example"})

    assert known["Location"] == unknown["Location"] == "/password/reset/done/"
    assert [letter.to for letter in mail.outbox] == [[amina.email]]
