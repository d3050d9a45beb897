"""What the city's organisations are called: a hundred rows, some of which every page names."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from django.utils.translation import get_language

from engagements.models import Organisation
from engagements.standing import kept


class Named(NamedTuple):
    """What an organisation is called. board: the code of the one that decides for it, or ""."""

    pk: int
    code: str
    name_sv: str
    name_en: str
    board: str

    def __str__(self) -> str:
        return self.name_en if (get_language() or "sv").startswith("en") else self.name_sv


@kept(Organisation)
def named() -> tuple[Named, ...]:
    """Return all, closed ones too, in the order of their names."""
    rows = Organisation.objects.order_by("sort_name", "pk")
    told = rows.values_list("pk", "code", "name_sv", "name_en", "board__code")
    return tuple(Named(pk, code, sv, en, board or "") for pk, code, sv, en, board in told)


def names(codes: Collection[str | None]) -> dict[str, str]:
    """Return the names in the reader's language of those that there are, by their codes."""
    return {row.code: str(row) for row in named() if row.code in codes}


def codes_of(keys: Iterable[int]) -> frozenset[str]:
    """Return the codes of some, and of the boards that decide for them."""
    own = set(keys)
    found = (row for row in named() if row.pk in own)
    return frozenset(code for row in found for code in (row.code, row.board) if code)
