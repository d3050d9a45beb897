"""Receipts that were given before the package was made wider: still the same bytes."""

import json
import tomllib
from datetime import date
from pathlib import Path

import pytest

from governance.strategy import (
    DEFAULT_VALUES,
    TripFacts,
    Values,
    VisitFacts,
    assess,
    canonical,
    receipt_of,
    replay,
)

ON = date(2026, 11, 1)
HERE = Path(__file__).parent
KEPT = sorted((HERE / "receipts").glob("*.json"))
MATTERS = {
    f"visit-{case['id']}": case["facts"]
    for case in tomllib.loads((HERE / "cases" / "visit.toml").read_text())["case"]
    if "id" in case
}


@pytest.mark.parametrize("kept", KEPT, ids=[path.stem for path in KEPT])
def test_a_kept_receipt_replays_to_the_same_bytes(kept: Path) -> None:
    receipt = kept.read_text()

    assert canonical(receipt_of(replay(json.loads(receipt)), version=1)) == receipt


@pytest.mark.parametrize("kept", KEPT, ids=[path.stem for path in KEPT])
def test_a_kept_receipt_is_of_the_matter_it_names(kept: Path) -> None:
    facts = json.loads(kept.read_text())["facts"]

    asked_since = {"secrecy_possible"}
    matter = VisitFacts.from_dict(MATTERS[kept.stem]).as_dict()
    assert {name: told for name, told in matter.items() if name not in asked_since} == facts


def test_a_rule_that_is_added_later_changes_no_old_receipt() -> None:
    told = receipt_of(assess(TripFacts(digital=False), on=ON, values=Values(DEFAULT_VALUES)))
    before = told | {"rules": [name for name in told["rules"] if "video_first" not in name]}
    before["findings"] = [f for f in told["findings"] if "video_first" not in f["rule"]]

    assert before != told
    assert receipt_of(replay(before)) == before


def test_a_receipt_without_a_value_that_is_new_is_judged_by_its_first() -> None:
    told = receipt_of(assess(VisitFacts(meal_sek=900), on=ON, values=Values(DEFAULT_VALUES)))
    before = told | {"values": {k: v for k, v in told["values"].items() if "meal" not in k}}

    assert receipt_of(replay(before)) == before


def test_every_matter_of_the_first_issue_has_its_receipt() -> None:
    assert [path.stem.split("-")[1] for path in KEPT] == (
        ["C01", "C03", "C05", "C07", "C09", "C11", "C13"]
    )
