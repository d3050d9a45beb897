"""Whom a text names by "@Förnamn Efternamn", among those who may read where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from django.db.models import QuerySet
from django.db.models.functions import Lower

from engagements.models import User

# An @ that begins a word, and what may be a name after it on the same line.
SIGN = re.compile(r"(?<![\w.@+-])@(?=\w)")
WORD = re.compile(r"[^\s@]+")
LONGEST = 8
ENDS = ".,:;!?)\u201d\u2019\"'"


@dataclass
class Named:
    """Whom a text names: those who may read, the names of those who may not, and of nobody."""

    people: list[User] = field(default_factory=list)
    shut_out: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)


def named_in(text: str, *, readers: QuerySet[User]) -> Named:
    """Return whom a text names; the longest name that fits, of somebody who may read, counts.

    Two queries, and none where nobody is named. What is no name, such as "@stockholm", is let be.
    """
    found, asked = Named(), [_names(text[sign.end() :]) for sign in SIGN.finditer(text)]
    if not asked:
        return found
    known = people_called({name.lower() for names in asked for name in names})
    keys = [person.pk for people in known.values() for person in people]
    reading = set(readers.filter(pk__in=keys).values_list("pk", flat=True))
    for names in asked:
        fits = [name for name in names if name.lower() in known]
        may = [[one for one in known[name.lower()] if one.pk in reading] for name in fits]
        people = next(filter(None, may), [])
        found.people += [person for person in people if person not in found.people]
        if fits and not people:
            found.shut_out.append(str(known[fits[0].lower()][0]))
        elif not fits and names[-1][0].isupper():
            found.unknown.append(names[min(len(names), 2) * -1])
    return found


def people_called(names: set[str]) -> dict[str, list[User]]:
    """Return the active people with these names, written in small letters, by name: one query."""
    found: dict[str, list[User]] = {}
    rows = User.objects.filter(is_active=True).annotate(called=Lower("name"))
    for person in rows.filter(called__in=names).order_by("pk"):
        found.setdefault(person.name.lower(), []).append(person)
    return found


def _names(text: str) -> list[str]:
    """Return what may be a name at the beginning of a text, the longest first."""
    words = WORD.findall(text.split("\n", 1)[0].split("@", 1)[0])[:LONGEST]
    names = (" ".join(words[:count]).rstrip(ENDS) for count in range(len(words), 0, -1))
    return [name for name in names if name]
