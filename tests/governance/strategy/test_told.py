"""No answer changes unseen: every matter is answered as it was when somebody last looked."""

import pytest

from tests.governance.strategy.told import KINDS, TOLD, told_of


@pytest.mark.parametrize("kind", KINDS)
def test_every_matter_is_answered_as_it_is_written_down(kind: str) -> None:
    assert told_of(kind) == (TOLD / f"{kind}.txt").read_text()


def test_nothing_is_written_down_of_a_kind_that_has_no_matters() -> None:
    assert sorted(path.stem for path in TOLD.iterdir()) == sorted(KINDS)
