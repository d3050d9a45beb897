"""Receipts that were given before the package was made wider: still the same bytes."""

import json
import tomllib
from pathlib import Path

import pytest

from governance.strategy import VisitFacts, canonical, receipt_of, replay

HERE = Path(__file__).parent
KEPT = sorted((HERE / "receipts").glob("*.json"))
MATTERS = {
    f"visit-{case['id']}": case["facts"]
    for case in tomllib.loads((HERE / "cases" / "visit.toml").read_text())["case"]
}


@pytest.mark.parametrize("kept", KEPT, ids=[path.stem for path in KEPT])
def test_a_kept_receipt_replays_to_the_same_bytes(kept: Path) -> None:
    receipt = kept.read_text()

    assert canonical(receipt_of(replay(json.loads(receipt)), version=1)) == receipt


@pytest.mark.parametrize("kept", KEPT, ids=[path.stem for path in KEPT])
def test_a_kept_receipt_is_of_the_matter_it_names(kept: Path) -> None:
    facts = json.loads(kept.read_text())["facts"]

    assert VisitFacts.from_dict(MATTERS[kept.stem]).as_dict() == facts


def test_every_matter_of_the_first_issue_has_its_receipt() -> None:
    assert [path.stem.split("-")[1] for path in KEPT] == (
        ["C01", "C03", "C05", "C07", "C09", "C11", "C13"]
    )
