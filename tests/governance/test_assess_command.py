"""``assess`` and ``facts_schema`` as others run them: a process of its own, and no database."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

from governance.strategy import DEFAULT_VALUES

ROOT = Path(__file__).resolve().parents[2]
NOWHERE = {"DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none", "SECRET_KEY": "x" * 50}
GOOD = '{"kind": "visit", "facts": {"title": "Besök"}}\n'
DOCUMENT = (ROOT / "docs" / "assess.md").read_text()


def run(*words, given="", **environment):
    """Run a command of manage.py; returns exit code, output and errors."""
    done = subprocess.run(
        [sys.executable, "manage.py", *words],
        input=given if isinstance(given, bytes) else given.encode(),
        capture_output=True,
        cwd=ROOT,
        env=os.environ | NOWHERE | environment,
        timeout=120,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def block(kind):
    """Return the text of the document's first block of a kind."""
    return re.search(rf"```{kind}\n(.*?)```", DOCUMENT, re.S).group(1)


def test_the_documented_items_are_answered_without_a_database():
    code, out, errors = run("assess", "-", given=block("json"), PYTHONIOENCODING="latin-1")

    first, second = map(json.loads, out.splitlines())
    assert (code, errors) == (0, "")
    assert [first["id"], second["id"]] == ["a", "b"]
    assert (first["on"], first["counts"]["breach"]) == ("2026-11-01", 1)
    assert first["findings"][0]["clause"] == "4.0"
    assert second["route"]["decider"]["body"] == "ks"


def test_the_documented_fields_are_those_of_an_answer():
    _code, out, _errors = run("assess", "-", given=block("json"))
    answer = json.loads(out.splitlines()[0])
    table = DOCUMENT.split("## What comes out")[1].split("## What is wrong")[0]

    names = {*answer, *answer["findings"][0], *answer["route"]["steps"][0]}
    names |= next(f["change"] for f in answer["findings"] if f["change"]).keys()
    names |= {f"route.{name}" for name in answer["route"]}
    assert {name for name in names - {"route"} if f"`{name}`" not in table} == set()


def test_bad_lines_are_told_as_documented_and_the_rest_go_on():
    code, out, errors = run("assess", "-", given=block("json-wrong") + "\n" + GOOD)

    assert (code, out.count("\n")) == (1, 1)
    assert errors == re.search(r"\n(line 1:.*?)```", DOCUMENT, re.S).group(1)


def test_changes_are_left_out_when_they_are_not_asked_for():
    _code, told, _errors = run("assess", "-", given=GOOD)
    code, out, errors = run("assess", "--without-changes", "-", given=GOOD)

    assert (code, errors) == (0, "")
    assert '"change":{' in told
    assert '"change"' not in out


def test_a_file_is_judged_on_the_day_asked_for_and_gives_the_same_bytes(tmp_path):
    path = tmp_path / "items.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.encode() + GOOD.encode().rstrip())

    code, out, errors = run("assess", str(path), "--on", "2026-03-01")

    first, second = out.splitlines()
    assert (code, errors, first) == (0, "", second)
    assert json.loads(first)["on"] == "2026-03-01"


def test_lines_that_no_one_can_read_are_told_by_number():
    given = b"\xff\n" + b"x" * 3_000_000 + b"\n" + GOOD.encode()

    code, out, errors = run("assess", "-", given=given)

    assert (code, out.count("\n")) == (1, 1)
    assert errors == "line 1: not UTF-8 at byte 1\nline 2: longer than 1000000 bytes\n"


def test_a_file_that_is_not_there_is_said_in_one_line():
    code, out, errors = run("assess", "nowhere.jsonl")

    assert (code, out) == (1, "")
    assert errors == "CommandError: nowhere.jsonl: No such file or directory\n"


def test_the_kinds_and_their_schemas_are_printed_without_a_database():
    _code, kinds, _errors = run("facts_schema")
    code, out, errors = run("facts_schema", "trip")

    assert (kinds.split()[:2], len(kinds.split())) == (["visit", "trip"], 10)
    assert (code, errors) == (0, "")
    assert json.loads(out)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_a_kind_that_is_none_is_said_with_those_that_are():
    code, out, errors = run("facts_schema", "ship")

    assert (code, out) == (2, "")
    assert "invalid choice: 'ship'" in errors
    assert "'eu_project'" in errors


def test_every_value_that_an_item_may_set_is_documented():
    table = DOCUMENT.split("## The values")[1]

    assert re.findall(r"^\| `([a-z_.]+)` \| (.*) \| `(.*)` \|$", table, re.M) == [
        (value.key, value.title.en, json.dumps(value.value, ensure_ascii=False))
        for value in DEFAULT_VALUES
    ]
