"""The API: the strategy's own answers, for those with a key, and a reason for each refusal."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core import serializers
from django.db import IntegrityError, connection
from django.test import Client
from django.utils import timezone

from governance.actions import adopting, api_keys, setting
from governance.models import ApiToken
from governance.strategy import FACTS_OF
from governance.strategy.described import facts_schema
from governance.strategy.interface import answer
from tests.governance.strategy.test_interface import CASES, ON
from tests.governance.test_guards import commit

ASSESS = "/api/v1/assess"
PAGE = "/installningar/api/"
NOW = datetime(2026, 11, 24, 9, 0, 20, tzinfo=UTC)
VISIT = {"kind": "visit", "on": "2026-11-01", "facts": {"title": "Studiebesök"}}
MISSING = {"path": "kind", "reason": f"missing; one of {', '.join(FACTS_OF)}"}
BEARER = 'Bearer realm="Utblick"'
INVALID = f'{BEARER}, error="invalid_token"'
UNKNOWN = "The key is unknown, past its last day or revoked."


@pytest.fixture(autouse=True)
def november():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def key(admin):
    last = timezone.localdate() + timedelta(days=30)
    return api_keys.create(purpose="Diariet", expires_on=last, by=admin, at=timezone.now())


def ask(secret, sent, **more):
    body = sent if isinstance(sent, str | bytes) else json.dumps(sent)
    kind = more.pop("content_type", "application/json")
    headers = {"Authorization": f"Bearer {secret}"} if secret else {}
    client = Client(enforce_csrf_checks=True)
    address = ASSESS + more.pop("query", "")
    return client.generic(more.pop("method", "POST"), address, body, kind, headers=headers)


def test_every_matter_is_answered_as_the_interface_answers_it(key):
    items = [
        {
            "id": case["name"],
            "kind": kind,
            "on": case.get("on", ON).isoformat(),
            "editions": [case["edition"]] if "edition" in case else [],
            "values": case.get("values", {}),
            "facts": json.loads(json.dumps(case["facts"], default=date.isoformat)),
        }
        for kind, case in CASES
    ]

    found = [
        one
        for start in range(0, len(items), 500)
        for one in ask(key[1], items[start : start + 500]).json()["answers"]
    ]

    assert found == [answer(item, on=ON, changes=False) for item in items]


def test_one_item_has_its_answer_alone_and_leaves_no_cookie(key):
    got = ask(key[1], VISIT)

    assert (got.json(), dict(got.cookies)) == (answer(VISIT, on=ON, changes=False), {})
    assert got.headers["Cache-Control"] == "no-store"


def test_each_item_of_a_list_has_its_answer_or_its_problems_at_its_place(key):
    got = ask(key[1], [VISIT, {"facts": {}}, VISIT]).json()

    good = answer(VISIT, on=ON, changes=False)
    assert got == {"answers": [good, {"problems": [MISSING]}, good]}


def test_the_citys_own_values_hold_unless_the_item_names_another(key, admin):
    today = timezone.localdate()
    who = {"by": admin, "at": timezone.now()}
    setting.set_value("reception.decider", value="ks", valid_from=today, source="KS 1", **who)
    item = {"kind": "reception", "on": today.isoformat(), "facts": {"title": "Kongress"}}
    named = {value: item | {"values": {"reception.decider": value}} for value in ("ks", "fbr")}

    assert ask(key[1], item).json() == answer(named["ks"], on=ON, changes=False)
    assert ask(key[1], named["fbr"]).json() == answer(named["fbr"], on=ON, changes=False)
    assert answer(named["ks"], on=ON, changes=False) != answer(item, on=ON, changes=False)


def test_what_would_change_each_finding_is_searched_when_asked_for(key):
    got = ask(key[1], [VISIT], query="?changes=true").json()
    many = ask(key[1], [VISIT] * 51, query="?changes=true").json()

    assert got == {"answers": [answer(VISIT, on=ON)]}
    assert many["problems"] == [{"path": "", "reason": "at most 50 items, came 51"}]


def test_a_draft_that_the_city_has_adopted_holds_from_its_day(key, admin):
    who = {"by": admin, "at": timezone.now()}
    day = timezone.localdate() + timedelta(days=9)
    adopting.start("strategy-2", valid_from=day, source="KF 1", **who)
    trip = {"kind": "trip", "facts": {"digital": True}}

    found = ask(key[1], [trip, trip | {"on": day.isoformat()}]).json()["answers"]

    assert [one["editions"]["strategy"] for one in found] == ["strategy-1", "strategy-2"]


def test_other_addresses_and_methods_get_a_problem_too(client):
    found = [
        client.post("/api/v1/openapi.json"),
        client.delete("/api/v1/schema/visit"),
        client.get("/api/v1/what/ever"),
    ]

    assert [(got.status_code, got.headers["Content-Type"]) for got in found] == [
        (405, "application/problem+json"),
        (405, "application/problem+json"),
        (404, "application/problem+json"),
    ]
    assert [got.json()["status"] for got in found] == [405, 405, 404]


REFUSALS = [
    ({"sent": "kind: visit"}, 400, "not JSON: Expecting value at character 1", {}, {}),
    ({"sent": b"\xff"}, 400, "not UTF-8 at byte 1", {}, {}),
    ({"sent": '{"a": 1, "a": 2}'}, 400, '"a" stands twice in one object', {}, {}),
    ({"secret": ""}, 401, "Send the key as Authorization: Bearer.", {}, BEARER),
    ({"secret": "utb_x"}, 401, UNKNOWN, {}, INVALID),
    ({"secret": "å"}, 401, UNKNOWN, {}, INVALID),
    ({"method": "GET"}, 405, "Only POST is answered here.", {}, {"Allow": "POST"}),
    ({"sent": " " * 1_000_001}, 413, "At most 1000000 bytes are read.", {}, {}),
    ({"content_type": "text/plain"}, 415, "Send the item as application/json.", {}, {}),
    (
        {"sent": {"facts": {}, "on": "x"}},
        422,
        "The item has problems.",
        {
            "problems": [
                {
                    "path": "on",
                    "reason": 'expected a day as YYYY-MM-DD, from 1900 to 2199, came "x"',
                },
                MISSING,
            ]
        },
        {},
    ),
    (
        {"sent": [1] * 501},
        422,
        "The list is too long.",
        {"problems": [{"path": "", "reason": "at most 500 items, came 501"}]},
        {},
    ),
]
TITLES = {400: "Not JSON", 401: "No valid key", 405: "Method not allowed", 413: "Too large"}
TITLES |= {415: "Not application/json", 422: "Cannot be judged", 429: "Too many calls"}


def told(status, detail, more=None):
    title = TITLES[status]
    body = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    return body | (more or {})


@pytest.mark.parametrize(("how", "status", "detail", "more", "headers"), REFUSALS)
def test_a_refusal_says_what_is_wrong(key, how, status, detail, more, headers):
    got = ask(**{"secret": key[1], "sent": VISIT} | how)

    headers = {"WWW-Authenticate": headers} if isinstance(headers, str) else headers
    assert (got.status_code, got.json()) == (status, told(status, detail, more))
    assert got.headers["Content-Type"] == "application/problem+json"
    assert {name: got.headers[name] for name in headers} == headers


def test_a_key_opens_till_its_last_day_and_not_once_revoked(key, admin):
    token, secret = key
    with time_machine.travel(NOW + timedelta(days=30)):
        last = ask(secret, VISIT).json()
    with time_machine.travel(NOW + timedelta(days=31)):
        after = ask(secret, VISIT).json()
    api_keys.revoke(token, by=admin, at=timezone.now())

    assert last == answer(VISIT, on=ON, changes=False)
    assert after == ask(secret, VISIT).json() == told(401, UNKNOWN)


def test_a_key_is_good_for_sixty_calls_a_minute(key):
    bad = [ask(key[1], "x").status_code for _ in range(60)]
    got = ask(key[1], VISIT)
    with time_machine.travel(NOW + timedelta(seconds=40)):
        again = ask(key[1], VISIT).json()

    assert bad == [400] * 60
    assert got.json() == told(429, "A key is good for 60 calls a minute.")
    assert got.headers["Retry-After"] == "40"
    assert again == answer(VISIT, on=ON, changes=False)


def test_a_key_is_shown_once_and_never_kept_in_clear(admin, login):
    site = Client()
    login(site, admin)
    sent = {"purpose": "Diariet", "expires_on": "2027-11-24"}
    got = site.post(PAGE, sent)
    secret = got.context["secret"]

    kept = serializers.serialize("json", [*ApiToken.objects.all(), *ApiToken.history.all()])
    assert len(secret) == 47
    assert (secret in got.content.decode(), secret in kept) == (True, False)
    assert secret not in site.get(PAGE).content.decode()
    assert "no-store" in got.headers["Cache-Control"]
    assert ask(secret, VISIT).json() == answer(VISIT, on=ON, changes=False)


@pytest.mark.parametrize("day", ["2026-11-23", "2027-11-25"])
def test_a_key_lives_a_year_at_most_and_nothing_typed_is_lost(admin, login, day):
    site = Client()
    login(site, admin)

    got = site.post(PAGE, {"purpose": "Diariet", "expires_on": day})

    assert got.context["form"].errors == {
        "expires_on": ["Välj en dag från i dag till högst ett år fram."]
    }
    assert 'value="Diariet"' in got.content.decode()
    assert ApiToken.objects.count() == 0


def test_only_an_administrator_revokes_a_key(key, admin, amina, login):
    found = {}
    for user in (amina, admin):
        site = Client()
        login(site, user)
        site.post(f"{PAGE}{key[0].pk}/aterkalla/")
        found[user] = ApiToken.objects.get().revoked_at

    assert found == {amina: None, admin: NOW}
    history = ApiToken.history.order_by("pk").values_list("history_user", "revoked_at")
    assert list(history) == [(admin.pk, None), (admin.pk, NOW)]


def test_a_key_does_not_change_without_its_history_but_is_counted(key):
    ask(key[1], VISIT)
    connection.check_constraints()
    row = ApiToken.objects.get()

    assert (row.calls, row.last_used_on) == (1, NOW.date())
    with pytest.raises(IntegrityError, match=r"governance_apitoken .* differs"):
        commit("update governance_apitoken set purpose = 'x'")


def refs(part):
    if isinstance(part, dict):
        yield from ([part["$ref"]] if "$ref" in part else [])
        part = list(part.values())
    if isinstance(part, list):
        for each in part:
            yield from refs(each)


def test_the_document_is_whole_and_its_example_is_answered(client, key):
    whole = client.get("/api/v1/openapi.json").json()
    schemas = whole["components"]["schemas"]
    facts = {f"{kind}_facts": schemas.pop(f"{kind}_facts") for kind in FACTS_OF}
    post = whole["paths"][ASSESS]["post"]
    sent = post["requestBody"]["content"]["application/json"]["example"]

    known = {f"#/components/schemas/{name}" for name in schemas | facts}
    assert whole["openapi"] == "3.1.0"
    assert set(refs(whole)) - known == set()
    for schema in facts.values():
        assert set(refs(schema)) - {f"#/$defs/{name}" for name in schema["$defs"]} == set()
    statuses = {"200", "400", "401", "405", "413", "415", "422", "429", "503"}
    assert set(post["responses"]) == statuses
    assert ask(key[1], sent).json() == answer(sent, on=ON, changes=False)


def test_the_schema_of_a_kind_is_the_one_that_its_facts_are_read_by(client):
    found = {kind: client.get(f"/api/v1/schema/{kind}").json() for kind in FACTS_OF}

    assert found == {kind: facts_schema(facts) for kind, facts in FACTS_OF.items()}
    unknown = client.get("/api/v1/schema/x").json()
    assert unknown["detail"] == f"The kinds are {', '.join(FACTS_OF)}."
