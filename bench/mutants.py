"""Change the strategy in small ways, and see that a test of the strategy fails for each change.

    python -m bench.mutants                  all changes; about half an hour on one core
    python -m bench.mutants trip_costs       only those whose name has this in it
    python -m bench.mutants --only FILE      only those that a file names, one a line
    python -m bench.mutants --sentences      those of what sentences say as well

mutmut makes the changes and keeps them side by side; it is installed beside the project, see
docs/mutation.md. Its own runner leaves decorated functions alone, and every rule is one. So this
works on a copy in which decorators are written as calls, and runs the tests itself: collected
once, then one fork for each change, with the tests that reach it, until one fails.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import difflib
import os
import pickle
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

try:
    import libcst as cst
    import pytest
    from mutmut.configuration import config
    from mutmut.mutation import mutators
    from mutmut.mutation.file_mutation import mutate_file_contents
    from mutmut.mutation.trampoline import set_mutant_under_test
    from mutmut.state import state
except ModuleNotFoundError as missing:
    raise SystemExit(f"{missing}. Install mutmut beside the project: docs/mutation.md") from None

ROOT = Path(__file__).resolve().parent.parent
TESTS = "tests/governance/strategy"
COPIED = ("governance/__init__.py", "governance/strategy", "engagements/__init__.py")
COPIED += ("engagements/vocabulary", "tests/__init__.py", "tests/governance/__init__.py", TESTS)
# The examples are few and the same each time: a mutant's fate shall not depend on luck.
CONFTEST = """
from hypothesis import HealthCheck, settings

settings.register_profile(
    "mutants", deadline=None, max_examples=10, derandomize=True, database=None,
    suppress_health_check=list(HealthCheck),
)
settings.load_profile("mutants")
"""
PYTEST = ["-p", "no:terminal", "-p", "no:cacheprovider", "-p", "no:django", "-p", "no:playwright"]
PYTEST += ["-p", "no:faulthandler", TESTS]
# Started anew, so that it sees nothing of a mutant that lives in one process.
LEFT_OUT = ("test_the_strategy_is_pure",)
LONGEST = 60  # seconds: a mutant that goes on for ever is killed
CLAUSE = "@clause"
ENDED = 3  # exit code of a mutant that went on for ever
IMPORTS = "from governance.strategy.rulebook import breach, judge, note, supports, unanswered"
# To the nearest verdict that takes the same words.
OTHER_VERDICT = {
    "breach": "judge",
    "unanswered": "breach",
    "judge": "note",
    "note": "judge",
    "supports": "note",
}
OF_SUPPORTS = {"strong", "clause"}


@dataclass(frozen=True)
class Mutant:
    """One change: its name as mutmut says it, what it changes, and what it looks like."""

    name: str
    function: str
    diff: str


# What is changed -------------------------------------------------------------------------------


def is_sentence(node: cst.BaseExpression) -> bool:
    """Whether an expression is what people read, told from a code that programs read."""
    if isinstance(node, cst.ConcatenatedString):
        return is_sentence(node.left) or is_sentence(node.right)
    if isinstance(node, cst.FormattedString):
        said = "".join(p.value for p in node.parts if isinstance(p, cst.FormattedStringText))
        return " " in said
    if isinstance(node, cst.SimpleString):
        said = str(node.evaluated_value)
        is_word = said[:1].isupper() and not said.isupper()
        return " " in said or is_word or not said.isascii()
    return False


def only_codes(node: cst.BaseString) -> Iterator[cst.CSTNode]:
    """Change a string, unless people read it."""
    if not is_sentence(node):
        yield from mutators.operator_string(node)


def arguments_but_sentences(node: cst.Call) -> Iterator[cst.CSTNode]:
    """Drop each argument of a call, or give None for it, unless it is a sentence."""
    spoken = [is_sentence(argument.value) for argument in node.args]
    if not any(spoken):
        yield from mutators.operator_arg_removal(node)
        return
    for number, argument in enumerate(node.args):
        if spoken[number]:
            continue
        before, after = node.args[:number], node.args[number + 1 :]
        if not (isinstance(argument.value, cst.Name) and argument.value.value == "None"):
            none = argument.with_changes(value=cst.Name("None"))
            yield node.with_changes(args=[*before, none, *after])
        yield node.with_changes(args=[*before, *after])


def another_verdict(node: cst.Call) -> Iterator[cst.CSTNode]:
    """Answer with another verdict."""
    if isinstance(node.func, cst.Name) and node.func.value in OTHER_VERDICT:
        kept = [a for a in node.args if not (a.keyword and a.keyword.value in OF_SUPPORTS)]
        other = cst.Name(OTHER_VERDICT[node.func.value])
        if node.func.value == "unanswered" or len(kept) == len(node.args):
            yield node.with_changes(func=other)


def choose_operators(*, sentences: bool) -> None:
    """Tell mutmut what to change: its own operators, and the verdict of an answer."""
    instead: dict[Callable[..., Any], Callable[..., Any]] = {
        mutators.operator_string: only_codes,
        mutators.operator_arg_removal: arguments_but_sentences,
    }
    chosen: Any = mutators.mutation_operators
    if not sentences:
        chosen[:] = [(kind, instead.get(operator, operator)) for kind, operator in chosen]
    chosen.append((cst.Call, another_verdict))


class Undecorated(cst.CSTTransformer):
    """Writes ``@rule(…)`` over a function as ``function = rule(…)(function)`` after it."""

    def leave_FunctionDef(  # noqa: N802 - libcst names it
        self,
        original_node: cst.FunctionDef,  # noqa: ARG002 - libcst gives it
        updated_node: cst.FunctionDef,
    ) -> Any:
        """Take the decorators of a function, the nearest first."""
        names = [d.decorator for d in reversed(updated_node.decorators)]
        if not names or any(isinstance(n, cst.Name) and "method" in n.value for n in names):
            return updated_node
        name = updated_node.name.value
        calls = []
        for decorator in names:
            call = cst.Call(decorator, [cst.Arg(cst.Name(name))])
            target = cst.AssignTarget(cst.Name(name))
            calls.append(cst.SimpleStatementLine([cst.Assign([target], call)]))
        return cst.FlattenSentinel([updated_node.with_changes(decorators=[]), *calls])


def mutated(path: Path, source: str) -> tuple[str, list[Mutant]]:
    """Return a module that holds all its mutants, and the mutants."""
    written, source = source, cst.parse_module(source).visit(Undecorated()).code
    if path.parent.name == "rules":
        head = "from __future__ import annotations\n"
        source = source.replace(head, f"{head}{IMPORTS}\n", 1)
    file = mutate_file_contents(str(path), source)
    module = ".".join(path.with_suffix("").parts)
    tree = ast.parse(file.code)
    found = {
        node.name: ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)
    }
    mutants = [
        Mutant(f"{module}.{name}{CLAUSE}", f"{module}.x_{name}", "another clause")
        for name in _rules_in(written)
    ]
    for name in file.mutant_names:
        mangled = name.rpartition("__mutmut_")[0]
        original = found[f"{mangled}__mutmut_orig"].splitlines()[1:]
        lines = difflib.unified_diff(original, found[name].splitlines()[1:], n=0, lineterm="")
        diff = "\n".join(line for line in lines if not line.startswith(("---", "+++", "@@")))
        mutants.append(Mutant(f"{module}.{name}", f"{module}.{mangled}", diff))
    return file.code, mutants


def _rules_in(source: str) -> list[str]:
    """Return the names of the functions that are put in the rulebook."""
    functions = (node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef))
    return [f.name for f in functions if any("rule(" in ast.unparse(d) for d in f.decorator_list)]


def swap_clause(mutant: Mutant) -> None:
    """Let a rule serve the clause after its own, of the same source."""
    from governance.strategy.clauses import CLAUSES, source_of
    from governance.strategy.rulebook import RULES

    module, _, name = mutant.name.removesuffix(CLAUSE).rpartition(".")
    for rule in (rule for rules in RULES.values() for rule in rules):
        if (rule.judge.__module__, rule.judge.__name__) == (module, name):
            others = [id for id in CLAUSES if source_of(id) == rule.source]
            after = others[(others.index(rule.clause) + 1) % len(others)]
            object.__setattr__(rule, "clause", after)


def copy_to(folder: Path) -> list[Mutant]:
    """Copy what the tests of the strategy need, with the mutants in it."""
    for name in COPIED:
        source, target = ROOT / name, folder / name
        if not source.exists():
            source, target = source.with_suffix(".py"), target.with_suffix(".py")
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if source.is_dir() else shutil.copy)(source, target)
    (folder / "conftest.py").write_text(CONFTEST)
    (folder / "pytest.ini").write_text("[pytest]\n")
    mutants: list[Mutant] = []
    for file in sorted(folder.glob("governance/**/*.py")):
        path = file.relative_to(folder)
        if any(fnmatch(str(path), pattern) for pattern in config().only_mutate):
            code, found = mutated(path, file.read_text())
            file.write_text(code)
            mutants += found
    return mutants


# How the tests are run -------------------------------------------------------------------------


class Runner:
    """A pytest plugin that runs the tests once for every mutant, each time in a fork."""

    def __init__(self, mutants: list[Mutant], report: Callable[[Mutant, bool], None]) -> None:
        self._mutants = mutants
        self._report = report
        self._killers: dict[str, Counter[str]] = defaultdict(Counter)
        self._failed = False

    def pytest_runtest_logreport(self, report: Any) -> None:
        self._failed = self._failed or report.failed

    def pytest_runtestloop(self, session: Any) -> bool:
        items = {i.nodeid: i for i in session.items if i.name not in LEFT_OUT}
        early = set(state()._stats)
        reached, took = self._learn(items)
        for mutant in self._mutants:
            if mutant.function in early:
                self._report(mutant, _fails_from_the_start(mutant))
                continue
            tests = reached.get(mutant.function, set())
            killers = self._killers[mutant.function]
            order = sorted(tests, key=lambda test: (-killers[test], took[test]))
            killer = self._fork(mutant, [items[test] for test in order])
            if killer is not None:
                killers[killer] += 1
            self._report(mutant, killer is not None)
        return True

    def _learn(self, items: dict[str, Any]) -> tuple[dict[str, set[str]], dict[str, float]]:
        """Run every test once, unchanged, and return which reach what, and how long each takes."""
        reader, writer = os.pipe()
        if (child := os.fork()) == 0:
            set_mutant_under_test("stats")
            _silence()
            reached: dict[str, set[str]] = defaultdict(set)
            took = {}
            for name, item in items.items():
                state()._stats.clear()
                began = time.perf_counter()
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
                took[name] = time.perf_counter() - began
                for function in state()._stats:
                    reached[function].add(name)
            with os.fdopen(writer, "wb") as pipe:
                pickle.dump((self._failed, dict(reached), took), pipe)
            os._exit(0)
        os.close(writer)
        with os.fdopen(reader, "rb") as pipe:
            failed, reached, took = pickle.load(pipe)  # noqa: S301 - our own child wrote it
        os.waitpid(child, 0)
        if failed:
            raise SystemExit("A test fails without any change. Run the tests of the strategy.")
        return reached, took

    def _fork(self, mutant: Mutant, items: list[Any]) -> str | None:
        """Return the test that fails for a mutant; None when all of them pass."""
        reader, writer = os.pipe()
        if (child := os.fork()) == 0:
            _silence()
            set_mutant_under_test(mutant.name)
            if mutant.name.endswith(CLAUSE):
                swap_clause(mutant)
            signal.signal(signal.SIGALRM, lambda *_: os._exit(ENDED))
            signal.alarm(LONGEST)
            for item in items:
                with contextlib.suppress(BaseException):
                    item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
                    if not self._failed:
                        continue
                os.write(writer, item.nodeid.encode())
                os._exit(1)
            os._exit(0)
        os.close(writer)
        with os.fdopen(reader) as pipe:
            killer = pipe.read()
        _pid, status = os.waitpid(child, 0)
        return killer or "too long" if status else None


def _silence() -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


def _fails_from_the_start(mutant: Mutant) -> bool:
    """Whether a test fails, or none can start, when a mutant is there while modules are read."""
    code = subprocess.run(
        [sys.executable, "-m", "pytest", "-x", *PYTEST],
        env=os.environ | {"MUTANT_UNDER_TEST": mutant.name, "PYTHONPATH": os.getcwd()},
        capture_output=True,
        check=False,
    )
    return code.returncode != 0


# What is told ----------------------------------------------------------------------------------


def main(arguments: list[str]) -> None:
    """Make the mutants, run the tests for each, and print those that live and the figure."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("part", nargs="?", default="")
    parser.add_argument("--sentences", action="store_true")
    parser.add_argument("--only", type=Path, help="a file of names, one a line")
    parser.add_argument("--every", type=int, default=1, help="only every n-th")
    options = parser.parse_args(arguments)
    choose_operators(sentences=options.sentences)
    config()
    lived: list[Mutant] = []
    count = 0

    def report(mutant: Mutant, killed: bool) -> None:
        nonlocal count
        count += 1
        if not killed:
            lived.append(mutant)
            print(f"lives: {mutant.name}\n{mutant.diff}\n", flush=True)
        if count % 200 == 0:
            print(f"... {count}: {count - len(lived)} killed", file=sys.stderr, flush=True)

    with tempfile.TemporaryDirectory(prefix="utblick-mutants-") as name:
        folder = Path(name)
        mutants = [m for m in copy_to(folder) if options.part in m.name][:: options.every]
        if options.only:
            named = set(options.only.read_text().split())
            mutants = [mutant for mutant in mutants if mutant.name in named]
        print(f"{len(mutants)} mutants", flush=True)
        os.chdir(folder)
        sys.path.insert(0, name)
        for known in [
            m for m in sys.modules if m.split(".")[0] in ("governance", "engagements", "tests")
        ]:
            del sys.modules[known]
        set_mutant_under_test("stats")
        pytest.main(PYTEST, plugins=[Runner(mutants, report)])
        os.chdir(ROOT)
    killed = count - len(lived)
    print(f"{killed} of {count} killed: {100 * killed / max(count, 1):.1f} %")


if __name__ == "__main__":
    main(sys.argv[1:])
