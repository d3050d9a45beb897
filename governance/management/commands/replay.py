"""``manage.py replay``: what history would have come to under another edition or setting."""

import json
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from governance.reports import replay
from governance.reports.replay import Tally
from governance.strategy.clauses import UnknownEdition
from governance.strategy.interface import BadItem
from governance.strategy.replaying import Question, StatedByEdition, question_of


class Command(BaseCommand):
    """Judge history again; nothing is changed. docs/replay.md tells what flips mean."""

    help = "Judge history again under another edition or setting, and list what flips."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what history is judged under, and which part of it."""
        parser.add_argument("--edition", action="append", default=[], metavar="ID")
        parser.add_argument("--setting", action="append", default=[], metavar="KEY=VALUE")
        parser.add_argument("--since", type=date.fromisoformat, help="the first day, YYYY-MM-DD")
        parser.add_argument("--until", type=date.fromisoformat, help="the last day, YYYY-MM-DD")
        parser.add_argument("--processes", type=int, default=2)
        parser.add_argument("--json", action="store_true", help="one JSON object instead of lines")

    def handle(self, *_args: Any, **given: Any) -> None:
        """Write what flips: in numbers, by organisation, body and clause, then item by item."""
        tally = replay.run(
            _question(given["edition"], given["setting"]),
            since=given["since"],
            until=given["until"],
            processes=given["processes"],
            progress=lambda done: self.stderr.write(f"{done} items"),
        )
        if given["json"]:
            self.stdout.write(json.dumps(replay.told(tally), ensure_ascii=False, indent=1))
        else:
            self._tell(tally)

    def _tell(self, tally: Tally) -> None:
        write = self.stdout.write
        write(
            f"{tally.examined} items, {tally.flipped} flip, {tally.unknown} unknown in part, "
            f"{tally.failed} can't be judged"
        )
        for code, count in sorted(tally.organisations.items()):
            write(f"organisation {code}: {count}")
        for (was, becomes), count in sorted(tally.bodies.items()):
            write(f"body {was} -> {becomes}: {count}")
        for (clause, before, after), count in sorted(tally.clauses.items()):
            write(f"clause {clause} {before} -> {after}: {count}")
        for item in tally.items:
            if item.outcome is None:
                write(f"{item.number} {item.organisation} can't be judged: {item.fault}")
                continue
            outcome = item.outcome
            told = [f"{flip.clause} {flip.before} -> {flip.after}" for flip in outcome.flips]
            if outcome.decided != outcome.would_decide:
                told.append(f"decided by {outcome.decided} -> {outcome.would_decide}")
            write(f"{item.number} {item.organisation} {', '.join(told)}")


def _question(editions: list[str], settings: list[str]) -> Question:
    given = {}
    for one in settings:
        key, equals, text = one.partition("=")
        if not equals:
            raise CommandError(f"--setting {one}: expected KEY=VALUE")
        given[key] = _typed(text)
    try:
        return question_of(editions, given)
    except BadItem as bad:
        raise CommandError("\n".join(map(str, bad.problems))) from None
    except UnknownEdition as unknown:
        raise CommandError(f"--edition {unknown}: there is no such edition") from None
    except StatedByEdition as stated:
        raise CommandError(f"--setting {stated}: the edition itself states it") from None


def _typed(text: str) -> Any:
    """Return a number or a truth value where the text is one, else the text."""
    try:
        return json.loads(text)
    except ValueError:
        return text
