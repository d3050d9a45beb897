"""Comments with those they name, and the tasks that wait for a person."""

from __future__ import annotations

import re
from typing import Any

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from engagements.vocabulary import Action
from governance import talk
from governance.models import Comment, Todo

register = template.Library()


@register.filter
def with_names(comment: Comment) -> SafeString:
    """Write a comment with the names after @ made strong, its lines kept."""
    text = str(escape(comment.text))
    for person in sorted(comment.mentioned.all(), key=lambda person: -len(person.name)):
        name = re.compile(f"(?<!>)@{re.escape(escape(person.name))}", re.IGNORECASE)
        text = name.sub(lambda found: f"<strong>{found[0]}</strong>", text)
    return mark_safe(text.replace("\n", "<br>"))  # noqa: S308


@register.simple_tag
def acts_on(todo: Todo, reader: Any, allowed: frozenset[Action]) -> dict[str, bool]:
    """Return what the reader may do with a task."""
    return {
        "finish": talk.may_finish(todo, reader, allowed),
        "take_back": talk.may_take_back(todo, reader, allowed),
        "hand_on": talk.may_hand_on(todo, reader, allowed),
    }
