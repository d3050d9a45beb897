"""What every matter is answered, written down: ``python -m tests.governance.strategy.told``.

Run so, it writes the answers anew. Look at what differs before it is committed: where an answer on
facts that a receipt may hold is another, ``engine.CODE_VERSION`` is raised.
"""

import hashlib
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from governance.strategy import Assessment, Text, canonical
from tests.governance.strategy.by_rule import CASES, judged_matter

TOLD = Path(__file__).parent / "told"
KINDS = tuple(path.stem for path in sorted(CASES.glob("*.toml")))


def told_of(kind: str) -> str:
    """Return what all matters of a kind are answered, a paragraph each."""
    matters = tomllib.loads((CASES / f"{kind}.toml").read_text())["case"]
    return "\n".join("\n".join(_lines(kind, matter)) for matter in matters) + "\n"


def _lines(kind: str, matter: dict[str, Any]) -> Iterator[str]:
    judged = judged_matter(kind, matter)
    route = judged.route
    yield f"# {matter['name']}"
    for step in route.steps:
        read = "" if step.stated else " (reading)"
        yield f"{step.body} {step.task} {step.organisation or '-'} {step.clause}{read}"
    if route.advice_required:
        yield f"advice: {route.advice_unit}"
    for found in judged.findings:
        part = f" {found.part}" if found.part else ""
        mend = " mend" if found.mend else ""
        strong = " strong" if found.strong else ""
        words = "".join(f" “{hit.word}” {hit.field}" for hit in found.words)
        yield f"{found.verdict} {found.clause} {found.rule}{part}{mend}{strong}{words}"
    yield f"sentences: {_sum(judged)}"
    yield ""


def _sum(judged: Assessment) -> str:
    """Return a sum of all that is said, so that no word of it changes unseen."""
    steps = [(step.why.sv, step.why.en) for step in judged.route.steps]
    said = [_both(text) for f in judged.findings for text in (f.title, f.why, f.mend)]
    told = {"summary": _both(judged.route.summary), "steps": steps, "findings": said}
    return hashlib.sha256(canonical(told).encode()).hexdigest()[:16]


def _both(text: Text | None) -> list[str]:
    return [] if text is None else [text.sv, text.en]


if __name__ == "__main__":
    TOLD.mkdir(exist_ok=True)
    for kind in KINDS:
        (TOLD / f"{kind}.txt").write_text(told_of(kind))
