"""What every page knows: who reads it and where they can go."""

from datetime import date
from itertools import islice
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from engagements import organisations
from engagements.kept import Question, counts
from engagements.labels import labels
from engagements.permissions import HANDLERS, Reach, reach_of
from engagements.querysets import MOST_ASKED, asked_of, waiting_for
from engagements.vocabulary import Party, RoleName

# Above this nobody counts what waits for them, or what they have not read.
MOST_TOLD = 99
# What the city lastingly takes part in, with whom, and what was learnt; one door for all.
REGISTERS = (
    ("memberships", gettext_lazy("Medlemskap")),
    ("agreements", gettext_lazy("Avtal")),
    ("projects", gettext_lazy("Projekt")),
    ("positions", gettext_lazy("Standpunkter")),
    ("places", gettext_lazy("Platser")),
    ("counterparts", gettext_lazy("Motparter")),
    ("lessons", gettext_lazy("Lärdomar")),
    ("examples", gettext_lazy("Goda exempel")),
    ("observations", gettext_lazy("Omvärld")),
    ("network", gettext_lazy("Nätverket")),
)
# Whose door is for contact persons and the City Executive Office alone.
NETWORK = "network"
# Administrators keep what the network shares, and have no more of it.
MATERIAL = ("network_material", gettext_lazy("Nätverkets material"))
# Who has a door to the International Committee's room in the menu.
DELEGATION = {RoleName.KS_SECRETARY, RoleName.COMMITTEE_SECRETARY}
# Who has a door to the plans: of their own organisation, or of all.
PLANNERS = {Party.SLK, Party.ADMIN}
COMMITTEE_ROOM = {Party.COMMITTEE, Party.SLK, Party.KS}


def page(request: HttpRequest) -> dict[str, Any]:
    """Return ``me``, roles and settings in words, where they can go, and what waits for them."""
    user: Any = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"me": user}
    today = timezone.localdate()
    reach = reach_of(user, on=today)
    registers = _registers(request.path, reach=reach)
    return {
        "me": user,
        "settings_label": _settings(reach),
        "role_label": labels(RoleName, reach.roles),
        "navigation": _navigation(reach, request.path, registers),
        "registers": registers,
        "own_codes": SimpleLazyObject(lambda: _own_codes(reach)),
        "waiting_count": head_of(request).told("waiting", *questions(user, on=today)),
    }


class Head:
    """What a page's head counts: asked of all together when the first is shown, and once."""

    def __init__(self) -> None:
        self._asked: dict[str, tuple[Question, ...]] = {}
        self._known: dict[str, str] = {}

    def know(self, name: str, words: str) -> None:
        """Take the words of a count that somebody has asked for already."""
        self._known[name] = words

    def told(self, name: str, *questions: Question) -> SimpleLazyObject:
        """Return the words of a count, which is the sum of some, as a text that asks when read.

        A count that is told of again before it is read is what was told last.
        """
        self._asked[name] = questions
        return SimpleLazyObject(lambda: self._read(name))

    def _read(self, name: str) -> str:
        new = {one: asked for one, asked in self._asked.items() if one not in self._known}
        if name in new:
            found = iter(counts(*(question for asked in new.values() for question in asked)))
            self._known |= {one: told(sum(islice(found, len(asked)))) for one, asked in new.items()}
        return self._known[name]


def head_of(request: HttpRequest) -> Head:
    """Return what a request's page counts in its head."""
    head: Head = request.__dict__.setdefault("counted_in_head", Head())
    return head


def questions(user: Any, *, on: date, role: str = "") -> tuple[Question, Question]:
    """Return what is asked to know how much a person holds, and how much they are asked."""
    who = (user.pk, on, reach_of(user, on=on))  # in all roles: what they read follows from these
    return (
        Question(
            f"waiting {role}", *who, MOST_TOLD + 1, lambda: waiting_for(user, on=on, role=role)
        ),
        Question(f"asked {role}", *who, MOST_ASKED, lambda: asked_of(user, on=on, role=role)),
    )


def told(number: int) -> str:
    """Say a number on a page's head, where nobody counts far."""
    return f"{MOST_TOLD}+" if number > MOST_TOLD else str(number)


def _settings(reach: Reach) -> str:
    """Return what the settings are called for their reader; empty for who does not see them."""
    if Party.ADMIN in reach.wide:
        return _("Inställningar")
    return _("Kontaktpersoner") if Party.SLK in reach.wide else ""


def _navigation(
    reach: Reach, path: str, registers: list[tuple[str, str, str]]
) -> list[tuple[str, str, str]]:
    """Return label, address and ``aria-current``: the page itself, or the place it is part of."""
    places = _places(reach)
    first = reverse(REGISTERS[0][0])
    inside = [url for _label, url in places if url != "/" and path.startswith(url)]
    if path.startswith((reverse("reports"), reverse("annual_years"))):
        inside.append(reverse("statistics"))
    inside += [first for _label, _url, current in registers if current]
    here = path if path == "/" else max(inside, key=len, default="")
    current = "page" if here == path else "true"
    return [(label, url, current if url == here else "") for label, url in places]


def in_network(reach: Reach) -> bool:
    """Whether a person is of the contact persons' network, or of the office that keeps it."""
    return bool(reach.owns) or Party.SLK in reach.wide


def open_registers(reach: Reach) -> list[tuple[str, str]]:
    """Return label and address of the registers that are open to a person."""
    network = in_network(reach)
    shown = [pair for pair in REGISTERS if network or pair[0] != NETWORK]
    if not network and Party.ADMIN in reach.wide:
        shown.append(MATERIAL)
    return [(str(label), reverse(name)) for name, label in shown]


def _registers(path: str, *, reach: Reach) -> list[tuple[str, str, str]]:
    """Return what the registers' row shows; empty on every page outside them."""
    named = open_registers(reach)
    if not any(path.startswith(url) for _label, url in named):
        return []
    return [(label, url, _mark(path, url)) for label, url in named]


def _mark(path: str, url: str) -> str:
    if path == url:
        return "page"
    return "true" if path.startswith(url) else ""


def _own_codes(reach: Reach) -> frozenset[str]:
    """Return the codes of the bodies that the reader answers for, their boards' too."""
    return organisations.codes_of(reach.owns | reach.boards)


def _places(reach: Reach) -> list[tuple[str, str]]:
    named = [("start", _("Start"))]
    if reach.registers:
        named.append(("register", _("Registrera")))
    if reach.wide & HANDLERS:
        named.append(("queue", _("Kö")))
    if reach.wide & COMMITTEE_ROOM:
        named.append(("meetings", _("Sammanträden")))
    if dict(reach.offices) or reach.roles & DELEGATION:
        named.append(("delegation", _("Delegationsbeslut")))
    named.append(("engagements", _("Ärenden")))
    named.append(("calendar", _("Kalender")))
    if reach.owns or reach.boards or reach.wide & PLANNERS:
        named.append(("plans", _("Plan")))
    named += [
        (REGISTERS[0][0], _("Medlemskap och avtal")),
        ("statistics", _("Statistik")),
    ]
    return [(label, reverse(name)) for name, label in named]
