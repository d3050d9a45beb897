"""What a look through the whole city asks again and again; it does not change while that lasts."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar, cast

from engagements.standing import seen_once

Answer = TypeVar("Answer")
_ANSWERS: ContextVar[dict[Any, Any] | None] = ContextVar("answers", default=None)


@contextmanager
def asked_once() -> Iterator[None]:
    """Keep what ``remembered`` asks until the end; only for what writes nothing meanwhile."""
    token = _ANSWERS.set({})
    try:
        with seen_once():
            yield
    finally:
        _ANSWERS.reset(token)


def remembered(question: Any, ask: Callable[[], Answer]) -> Answer:
    """Return an answer that is remembered, or ask; outside ``asked_once`` each asks for itself."""
    answers = _ANSWERS.get()
    if answers is None:
        return ask()
    if question not in answers:
        answers[question] = ask()
    return cast("Answer", answers[question])
