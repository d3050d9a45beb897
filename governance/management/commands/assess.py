"""``manage.py assess FILE.jsonl``: one item a line in, one answer a line out; "-" reads stdin."""

import os
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import Any, BinaryIO

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from governance.strategy import canonical
from governance.strategy.interface import BadItem, Problem, answer_text

LONGEST = 1_000_000  # bytes of one line, so that a stream without line ends fills no memory


class Command(BaseCommand):
    """Judge items without a database. docs/assess.md describes what goes in and out."""

    help = "Judge items from a file of JSON lines, or from standard input (-)."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take a file, the day of items that name none, and how much is asked."""
        parser.add_argument("file", metavar="FILE.jsonl", help="a file, or - for standard input")
        parser.add_argument("--on", type=_day, help="the day of items that name none; else today")
        parser.add_argument(
            "--without-changes",
            action="store_true",
            help="leave out what would change each finding; several times as fast",
        )

    def handle(
        self,
        *_args: Any,
        file: str,
        on: date | None = None,
        without_changes: bool = False,
        **_options: Any,
    ) -> None:
        """Answer each line; exit with 1 when a line could not be judged."""
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8")  # JSON is, whatever the locale
        try:
            with nullcontext(sys.stdin.buffer) if file == "-" else Path(file).open("rb") as lines:
                wrong = self.judge(lines, on or timezone.localdate(), changes=not without_changes)
            self.stdout.flush()
        except BrokenPipeError:
            # The reader has had enough; what is left in the buffer must not be tried again.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(1)
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}") from None
        if wrong:
            sys.exit(1)

    def judge(self, lines: BinaryIO, on: date, *, changes: bool) -> int:
        """Write an answer or the problems of each line; return how many lines had problems."""
        wrong = 0
        for number, line in numbered(lines):
            try:
                text = text_of(line, number)
                self.stdout.write(canonical(answer_text(text, on=on, changes=changes)))
            except BadItem as bad:
                wrong += 1
                for problem in bad.problems:
                    self.stderr.write(f"line {number}: {problem}")
        return wrong


def _day(text: str) -> date:
    return date.fromisoformat(text)


def numbered(lines: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Yield each line that says something, with its number; of a too long one, its beginning."""
    number = 0
    while line := lines.readline(LONGEST + 1):
        number += 1
        rest = line
        while len(rest) > LONGEST and not rest.endswith(b"\n"):
            rest = lines.readline(LONGEST + 1)
        if line.strip():
            yield number, line


def text_of(line: bytes, number: int) -> str:
    """Return a line's text. Raises BadItem for what is too long or not UTF-8."""
    if len(line.rstrip(b"\r\n")) > LONGEST:
        raise BadItem([Problem("", f"longer than {LONGEST} bytes")])
    try:
        return line.decode("utf-8-sig" if number == 1 else "utf-8")
    except UnicodeDecodeError as error:
        raise BadItem([Problem("", f"not UTF-8 at byte {error.start + 1}")]) from None
