"""One item in, one answer out: exact errors, a schema that agrees, and nothing that stops it."""

import json
import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.strategy import FACTS_OF, Facts, schema
from governance.strategy.described import facts_schema, row_of
from governance.strategy.facts import Record
from governance.strategy.facts.codes import word_of
from governance.strategy.interface import BadItem, answer, answer_text
from tests.governance.strategy.any_facts import some_facts
from tests.governance.strategy.by_rule import judged_matter

ON = date(2026, 11, 1)
CASES = [
    (path.stem, case)
    for path in sorted((Path(__file__).parent / "cases").glob("*.toml"))
    for case in tomllib.loads(path.read_text())["case"]
]
TYPES: dict[str, Any] = {"string": str, "integer": int, "boolean": bool, "array": list}
TYPES |= {"object": dict, "null": type(None)}


def faults(
    value: Any, rule: dict[str, Any], whole: dict[str, Any], path: str = "facts"
) -> list[str]:
    """Return where a value breaks a schema: the few keywords of JSON Schema that ours use."""
    if "$ref" in rule:
        rule = whole["$defs"][rule["$ref"].removeprefix("#/$defs/")]
    types = [rule["type"]] if isinstance(rule["type"], str) else rule["type"]
    if type(value) not in [TYPES[name] for name in types]:
        return [path]
    found = [path] if "enum" in rule and value not in rule["enum"] else []
    if isinstance(value, str) and not re.search(rule.get("pattern", ""), value):
        found.append(path)
    if type(value) is int and not rule["minimum"] <= value <= rule["maximum"]:
        found.append(path)
    if isinstance(value, list):
        for place, each in enumerate(value):
            found += faults(each, rule["items"], whole, f"{path}[{place}]")
    if isinstance(value, dict):
        assert rule["additionalProperties"] is False
        for name, each in value.items():
            known = rule["properties"].get(name)
            found += faults(each, known, whole, f"{path}.{name}") if known else [f"{path}.{name}"]
    return found


def problems(item: Any) -> list[str]:
    """Return what is said of an item that can't be judged."""
    with pytest.raises(BadItem) as refused:
        answer(item, on=ON)
    return [str(problem) for problem in refused.value.problems]


@pytest.mark.parametrize(("kind", "case"), CASES, ids=[case["name"] for _kind, case in CASES])
def test_every_matter_is_valid_by_its_schema_and_answered_as_judged(
    kind: str, case: dict[str, Any]
) -> None:
    whole = facts_schema(FACTS_OF[kind])
    facts = json.loads(json.dumps(case["facts"], default=date.isoformat))
    item = {
        "kind": kind,
        "on": case.get("on", ON).isoformat(),
        "editions": [case["edition"]] if "edition" in case else [],
        "values": case.get("values", {}),
        "facts": facts,
    }

    answered = answer(item, on=ON)

    judged = judged_matter(kind, case)
    assert faults(facts, whole, whole) == []
    assert [(f["rule"], f["verdict"], f["part"], f["why"]["sv"]) for f in answered["findings"]] == [
        (f.rule, f.verdict.value, f.part, f.why.sv) for f in judged.findings
    ]
    assert answered["route"]["decider"]["organisation"] == judged.route.decider.organisation
    assert answered["editions"] == {name: one.id for name, one in judged.editions.items()}


@given(some_facts)
def test_any_facts_are_valid_by_their_schema_and_answered(facts: Facts) -> None:
    whole = facts_schema(type(facts))
    given_facts = json.loads(json.dumps(facts.as_dict()))

    answered = answer({"kind": facts.kind.value, "facts": given_facts}, on=ON)

    assert faults(given_facts, whole, whole) == []
    assert sum(answered["counts"].values()) == len(answered["findings"])


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=4,
)
DAYS = st.sampled_from(["1900-01-01", "2020-02-29", "2199-12-31", "9999-12-31", "2026-02-30"])


@given(st.data())
def test_schema_and_reader_refuse_the_same_answers(data: st.DataObject) -> None:
    facts = data.draw(st.sampled_from(list(FACTS_OF.values())))
    name = data.draw(st.sampled_from(sorted(schema(facts))))
    one = data.draw(JSON | DAYS | st.lists(DAYS) | st.sampled_from([3, 18, 101, 10**13]))
    whole = facts_schema(facts)

    try:
        answer({"kind": facts.kind.value, "facts": {name: one}}, on=ON)
        refused = False
    except BadItem:
        refused = True

    # The schema's pattern knows no 30th of February, and 3.0 is a whole number to both.
    if one != "2026-02-30" and one != ["2026-02-30"] and not _holds_float_or_odd_day(one):
        assert refused == bool(faults({name: one}, whole, whole))


def _holds_float_or_odd_day(value: Any) -> bool:
    if isinstance(value, list):
        return any(map(_holds_float_or_odd_day, value))
    return isinstance(value, float) or value == "2026-02-30"


@pytest.mark.parametrize("kind", list(FACTS_OF))
def test_days_at_the_ends_of_the_calendar_are_judged(kind: str) -> None:
    facts = FACTS_OF[kind]
    days = [name for name, hint in schema(facts).items() if hint == date | None]

    for day in ("1900-01-01", "2199-12-31"):
        for setting in ({}, {"review.period_years": 100, "trip.report_days": 36500}):
            item = {"kind": kind, "on": "2199-12-31", "facts": dict.fromkeys(days, day)}
            assert answer(item | {"values": setting}, on=ON)["on"] == "2199-12-31"


@pytest.mark.parametrize(
    ("item", "said"),
    [
        ([], ["expected an object, came a list"]),
        ({"kind": "visit"}, ["facts: missing; {} when nothing is answered"]),
        (
            {"kind": "visit", "facts": {"wants_leter": True}},
            ["facts.wants_leter: unknown; no fact of visit"],
        ),
        (
            {"kind": "visit", "facts": {"title": None, "wants_letter": "yes"}},
            [
                "facts.title: expected a text, came null",
                'facts.wants_letter: expected true or false, came "yes"',
            ],
        ),
        (
            {"kind": "trip", "facts": {"travellers": [{"office": "chair"}, {"role": 1}]}},
            ["facts.travellers[1].role: unknown; no fact of Traveller"],
        ),
        (
            {"kind": "trip", "facts": {"role": "guest", "starts_on": "2026-02-30"}},
            [
                'facts.role: expected one of speaker, voting, host, participant, came "guest"',
                "facts.starts_on: expected a day as YYYY-MM-DD, from 1900 to 2199, "
                'came "2026-02-30"',
            ],
        ),
        (
            {"kind": "visit", "on": "20261101", "facts": {"sdgs": [True]}},
            [
                'on: expected a day as YYYY-MM-DD, from 1900 to 2199, came "20261101"',
                "facts.sdgs[0]: expected a whole number from 1 to 17, came true",
            ],
        ),
        (
            {"kind": "visit", "values": {"visit.x": 1, "visit.lead_time_days": "1"}, "facts": {}},
            [
                "values.visit.x: unknown; docs/assess.md lists the values",
                'values.visit.lead_time_days: expected a whole number from 0 to 36500, came "1"',
            ],
        ),
        (
            {"kind": "visit", "on": "2019-12-31", "facts": {}},
            ['on: expected a day from 2020-01-01, when the first values hold, came "2019-12-31"'],
        ),
        (
            {"kind": "visit", "facts": {"title": "\ud800"}},
            ['facts.title: expected a text of whole characters, came "\\ud800"'],
        ),
    ],
)
def test_an_error_names_the_place_what_was_expected_and_what_came(
    item: Any, said: list[str]
) -> None:
    assert problems(item) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"kind": "visit", "kind": "trip"}', '"kind" stands twice in one object'),
        ('{"facts": NaN}', "not JSON: NaN is no number"),
        ("[" * 100_000, "not JSON that can be read: nested too deep"),
        ("9" * 5000, "not JSON that can be read: a number is too long"),
        ("{", "not JSON: Expecting property name enclosed in double quotes at character 2"),
    ],
)
def test_what_is_not_json_is_told_without_a_trace(text: str, said: str) -> None:
    with pytest.raises(BadItem) as refused:
        answer_text(text, on=ON)

    assert [str(problem) for problem in refused.value.problems] == [said]


@pytest.mark.parametrize(
    ("editions", "said"),
    [
        (
            ["strategy-9"],
            "editions[0]: expected one of strategy-1, strategy-2, law-2022, city-1, "
            'eu-1, came "strategy-9"',
        ),
        ("strategy-2", 'editions: expected a list, came "strategy-2"'),
        (
            [2],
            "editions[0]: expected one of strategy-1, strategy-2, law-2022, city-1, eu-1, came 2",
        ),
    ],
)
def test_an_edition_that_there_is_none_of_is_named(editions: Any, said: str) -> None:
    assert problems({"kind": "trip", "facts": {}, "editions": editions}) == [said]


def test_an_item_may_be_judged_under_a_draft() -> None:
    item = {"kind": "trip", "facts": {"digital": True}, "editions": ["strategy-2"]}

    found = {f["clause"]: f["edition"] for f in answer(item, on=ON)["findings"]}

    assert found["4.7"] == "strategy-2"


def test_a_value_of_the_item_holds_for_that_item_alone() -> None:
    item = {"kind": "reception", "facts": {}}

    bodies = [
        answer(item | given, on=ON)["route"]["decider"]["body"]
        for given in ({}, {"values": {"reception.decider": "ks"}}, {})
    ]

    assert bodies == ["fbr", "ks", "fbr"]


def test_a_fact_whose_docstring_names_a_word_holds_its_codes() -> None:
    records: set[type[Record]] = {*FACTS_OF.values()}
    records |= {
        row for facts in FACTS_OF.values() for name in schema(facts) if (row := row_of(facts, name))
    }
    named = {
        (record, name, word)
        for record in records
        for owner in record.__mro__
        for name, word in re.findall(r"(\w+):\s+vocabulary\.(\w+)", owner.__doc__ or "")
    }

    assert [
        told for told in named if getattr(word_of(told[0], told[1]), "__name__", "") != told[2]
    ] == []
    assert len(named) > len(FACTS_OF)


def test_a_schema_tells_what_a_fact_and_its_codes_mean() -> None:
    trip = facts_schema(FACTS_OF["trip"])

    assert trip["properties"]["distance_km"] == {
        "type": ["integer", "null"],
        "minimum": 0,
        "maximum": 10**12,
        "description": "One way.",
    }
    assert trip["properties"]["means"]["description"].startswith(
        "How people travel. Codes: train = Tåg / Train; bus = Buss / Bus;"
    )
    assert trip["$defs"]["Cost"]["description"] == "One cost."
    assert trip["properties"]["received_on"]["description"] == "When it was asked for."
    assert "vocabulary." not in json.dumps(trip)
    assert trip["$defs"]["Traveller"]["properties"]["office"]["enum"][0] == "finance_mayor"


def test_a_finding_is_told_with_what_would_change_it() -> None:
    given_facts = {"travellers": [{"office": "chair", "decides": True}], "starts_on": "2026-12-01"}
    answered = answer({"kind": "trip", "facts": given_facts}, on=ON)

    changes = {f["rule"].rsplit(".", 1)[1]: f["change"] for f in answered["findings"]}

    assert changes["own_trip"] == {
        "path": "facts.travellers[0].decides",
        "old": True,
        "new": False,
        "written": False,
        "decider": False,
        "why": {
            "sv": "Låt någon annan besluta, så prövas det som klart.",
            "en": "Let somebody else decide, and it passes.",
        },
    }
    assert changes["agenda_2030"] is None
    assert changes["has_direction"]["old"] == []
    assert {change["written"] for change in changes.values() if change} == {True, False}


def test_a_new_day_is_told_as_a_day() -> None:
    period = {"starts_on": "2026-12-01", "renews_itself": False}
    answered = answer({"kind": "cooperation", "facts": period}, on=ON)

    (change,) = [
        f["change"] for f in answered["findings"] if f["why"]["sv"] == "Ange när avtalet slutar."
    ]

    assert (change["path"], change["old"], change["new"]) == ("facts.ends_on", None, "2026-12-01")


def test_without_changes_findings_are_told_as_before() -> None:
    item = {"kind": "trip", "facts": {}}
    with_changes = answer(item, on=ON)

    without = answer(item, on=ON, changes=False)

    assert [name for f in without["findings"] for name in f if name == "change"] == []
    for finding in with_changes["findings"]:
        del finding["change"]
    assert without == with_changes
