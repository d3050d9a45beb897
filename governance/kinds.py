"""The registry of kinds: how a kind's rows become facts, and how it is asked and told of.

Kinds register at start; docs/kinds.md tells how to add one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple, Protocol

from django.db.models import QuerySet
from django.forms import Field
from django.utils.translation import gettext as _

from engagements.deadlines import LastDay
from engagements.forms.base import Words
from engagements.forms.stepping import BeginForm, StepForm
from engagements.forms.summary import Brief, Filled
from engagements.labels import label
from engagements.models import Engagement, User
from engagements.vocabulary import Kind, Outcome, Recommendation
from governance.forms_follow_up import FollowUpForm
from governance.strategy import Assessment, Facts, Verdict


class Counterpart(NamedTuple):
    """Who gets an answer: an address, a name that may be empty, and "sv" or "en"."""

    address: str
    name: str
    language: str


class Occasion(NamedTuple):
    """What it was and where, as all in the city are told of it: no person. country: its code."""

    name: str
    country: str


class Share(NamedTuple):
    """A part of a matter that can be answered otherwise than the rest: one who goes.

    ref: what the part is called in what is written down, without a name. name: who it is.
    city_sek: what the city pays for that part alone.
    """

    ref: str
    name: str
    city_sek: int = 0


@dataclass(frozen=True)
class Grid:
    """A table of a matter as its papers carry it, in words.

    total: a last row, if there is one. numbers: the places, from 0, of columns that hold numbers.
    """

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()


class ReplyTo(Protocol):
    """Where a kind's counterpart gets its answer."""

    def __call__(self, engagement: Engagement) -> Counterpart: ...


class FactsOf(Protocol):
    """How a kind translates its rows."""

    def __call__(self, engagement: Engagement, *, stage: str, on: date) -> Facts: ...


class ContentOf(Protocol):
    """What people have answered about an engagement of a kind, beside its facts."""

    def __call__(self, engagement: Engagement) -> dict[str, object]: ...


@dataclass(frozen=True)
class Spoken:
    """A kind's own words on pages that all kinds share.

    register: the heading and the button of its form. about: one sentence for who chooses a kind.
    sent, not_sent, mend: what the receipt says, and what the last step says of what is in the way.
    held, hold: the step in which it takes place, its verb. follow_up, ahead, later: heading of the
    follow-up, what it says too early, what the item page says before it. outcomes: what a body
    answers, where the vocabulary has a visit's words; hints: a line under each. answer, answer_to,
    answered: the verb, the heading and another way of telling whoever asked, where anybody did;
    came: the heading of the follow-up's three questions, where it says what they are about.
    """

    register: Words
    about: Words
    sent: Words
    not_sent: Words
    mend: Words
    held: Words
    hold: Words
    follow_up: Words
    ahead: Words
    later: Words
    outcomes: Mapping[Outcome, Words] = field(default_factory=dict)
    hints: Mapping[Outcome, Words] = field(default_factory=dict)
    answer: Words = ""
    answer_to: Words = ""
    answered: Words = ""
    came: Words = ""


@dataclass(frozen=True)
class Letter:
    """What a kind's answer says to whoever asked, by language: "sv" and "en".

    The sentences are filled with ``{body}``, ``{title}``, ``{number}``, ``{day}``, ``{grounds}``,
    and with what ``words`` returns. when: said in ``{when}`` where the day is known. invitation:
    said in ``{letter}`` where one is wanted. coordinated: said where the Executive Board does that.
    """

    subject: Mapping[str, str]
    thanks: Mapping[str, str]
    answers: Mapping[Outcome, Mapping[str, str]]
    when: Mapping[str, str]
    invitation: Mapping[str, str] = field(default_factory=dict)
    coordinated: Mapping[str, str] = field(default_factory=dict)
    words: Callable[[Engagement, str], dict[str, str]] | None = None


@dataclass(frozen=True)
class Condition:
    """One of a kind's own conditions, and what an assessment says of it: None when it is met."""

    text: str
    verdict: Verdict | None = None


def _always(_engagement: Engagement) -> bool:
    return True


@dataclass(frozen=True)
class Forums:
    """How a kind looks first for forums in which the city already takes part (3.3.3).

    step: the step of the form that shows them. columns: those of the detail that say what it is
    for, beside title and counterpart. by_place: whether the same city makes them alike; a seat
    does not. asked: whether a matter has to look.
    """

    step: int
    columns: tuple[str, ...]
    by_place: bool = True
    asked: Callable[[Engagement], bool] = _always


@dataclass(frozen=True)
class Pages:
    """How a kind is registered and shown.

    slug: its name in addresses. begin: the page that makes a draft. steps: the form, by number
    from 1. brief: what a colleague must know first. also: a template for the item page, drawn
    under the summary with ``engagement``, for what no other kind has. below: such templates for
    steps of the form, by number, drawn above the buttons. outcome: columns of the detail that the
    follow-up asks for. conditions: those that are shown one by one, met or not. beside: a template
    for the side of the form. follow_up: the form of its follow-up. follow_up_due: the day it is
    due, where the kind has a time of its own. settle: writes what each row of cost came to and
    returns what the city paid. reporters: who beside the contact person is reminded of each of
    many, by its key. occasion: what it was, as all are told. forums: how it looks for what is
    there first, where it must. offered: the days it may take place on while none is chosen.
    """

    slug: str
    spoken: Spoken
    begin: type[BeginForm]
    steps: Mapping[int, type[StepForm]]
    brief: Callable[[Engagement, Filled], list[Brief]]
    also: str = ""
    outcome: tuple[str, ...] = ()
    conditions: Callable[[Assessment], list[Condition]] | None = None
    below: Mapping[int, str] = field(default_factory=dict)
    beside: str = ""
    follow_up: type[FollowUpForm] = FollowUpForm
    follow_up_due: Callable[..., LastDay | None] | None = None
    settle: Callable[..., int] | None = None
    reporters: Callable[[Collection[Engagement]], Mapping[int, list[User]]] | None = None
    occasion: Callable[[Engagement], Occasion] | None = None
    forums: Forums | None = None
    offered: Callable[[Engagement], list[date]] | None = None

    def asked_after(self) -> dict[str, Field]:
        """Return the questions on the columns of ``outcome``, in the kind's own words."""
        asked = self.begin.asked(self.begin.detail, self.outcome)
        return {name: asked[name] for name in self.outcome}

    @property
    def check(self) -> int:
        """The number of the last step, where it is checked and sent."""
        return len(self.steps) + 1


Shares = dict[int, list[Share]]


def nobody(_keys: Collection[int]) -> dict[int, Any]:
    """Say that none of the matters has any."""
    return {}


def nothing(_engagement: Engagement) -> list[Grid]:
    """Say that there is none."""
    return []


def complete(_engagement: Engagement) -> str:
    """Say that nothing lacks."""
    return ""


class Settle(Protocol):
    """What a kind does when a matter of it has been approved: returns it as it then stands."""

    def __call__(self, engagement: Engagement, *, by: User, at: datetime) -> Engagement: ...


class Hinders(Protocol):
    """Why no board may answer a matter of the kind yet, in a sentence; empty when it may."""

    def __call__(self, engagement: Engagement, *, on: date) -> str: ...


def unhindered(engagement: Engagement, *, on: date) -> str:  # noqa: ARG001
    """Say that nothing of the kind's own is in the way."""
    return ""


Replaced = Callable[[Engagement], QuerySet[Any]]
Public = Callable[[Engagement], Mapping[str, Any]]


def nothing_more(_engagement: Engagement) -> Mapping[str, Any]:
    """Say that all may read no more of it than of every kind."""
    return {}


@dataclass(frozen=True)
class KindEntry:
    """What the house knows about one kind.

    content: what else advice is given on. outside: facts of the kind that advice is not given on.
    reply_to and letter: who is answered, and how, where anybody is.
    shares: by the keys of matters, those that can be answered one by one.
    grids: tables that its papers carry. settle: what follows on an approval,
    where anything does. hinders: what must be written down before a board decides.
    lacking: says what must be there before a yes, and is not.
    replaced: the keys of matters of the kind whose decided cost another one has taken over, or
    would when the given matter is decided; such a cost is not counted twice.
    public: more columns of PublicItem, for all to read; "fees" by year beside them.
    """

    facts: FactsOf
    content: ContentOf
    pages: Pages
    reply_to: ReplyTo | None
    letter: Letter | None
    outside: frozenset[str]
    shares: Callable[[Collection[int]], Shares]
    grids: Callable[[Engagement], list[Grid]]
    settle: Settle | None = None
    hinders: Hinders = unhindered
    lacking: Callable[[Engagement], str] = complete
    replaced: Replaced | None = None
    public: Public = nothing_more


class UnknownKind(LookupError):
    """A kind that no app has registered."""


REGISTRY: dict[str, KindEntry] = {}


def register(
    kind: Kind,
    *,
    facts: FactsOf,
    content: ContentOf,
    pages: Pages,
    reply_to: ReplyTo | None = None,
    letter: Letter | None = None,
    outside: frozenset[str] = frozenset(),
    shares: Callable[[Collection[int]], Shares] = nobody,
    grids: Callable[[Engagement], list[Grid]] = nothing,
    settle: Settle | None = None,
    hinders: Hinders = unhindered,
    lacking: Callable[[Engagement], str] = complete,
    replaced: Replaced | None = None,
    public: Public = nothing_more,
) -> None:
    """Make a kind known; called from the app's ``ready``."""
    REGISTRY[str(kind)] = KindEntry(
        facts,
        content,
        pages,
        reply_to,
        letter,
        outside,
        shares,
        grids,
        settle,
        hinders,
        lacking,
        replaced,
        public,
    )


def entry_of(engagement: Engagement) -> KindEntry:
    """Return what the house knows about an engagement's kind. Raises UnknownKind."""
    try:
        return REGISTRY[engagement.kind]
    except KeyError:
        raise UnknownKind(engagement.kind) from None


def pages_of(engagement: Engagement) -> Pages:
    """Return how an engagement's kind is registered and shown. Raises UnknownKind."""
    return entry_of(engagement).pages


def offered() -> list[tuple[Kind, Pages]]:
    """Return the kinds that can be registered, in the order of the vocabulary."""
    return [(kind, REGISTRY[kind].pages) for kind in Kind if kind in REGISTRY]


def pages_by_slug(slug: str) -> Pages:
    """Return the pages of the kind with a name in addresses. Raises UnknownKind."""
    for _kind, pages in offered():
        if pages.slug == slug:
            return pages
    raise UnknownKind(slug)


def outcome_label(engagement: Engagement, outcome: str) -> str:
    """Return what a body answered in the words of the kind."""
    own = pages_of(engagement).spoken.outcomes.get(Outcome(outcome))
    return str(own) if own else label(Outcome(outcome))


def occasion_of(engagement: Engagement) -> Occasion:
    """Return what an engagement was, as all in the city are told of it."""
    told = pages_of(engagement).occasion
    return told(engagement) if told else Occasion(engagement.counterpart, "")


def shares_of(engagements: Iterable[Engagement]) -> Shares:
    """Return those in each matter that can be answered one by one, by the matter's key."""
    found: Shares = {}
    for kind, keys in _by_kind(engagements).items():
        found |= REGISTRY[kind].shares(keys)
    return found


def _by_kind(engagements: Iterable[Engagement]) -> dict[str, list[int]]:
    keys: dict[str, list[int]] = {}
    for row in engagements:
        keys.setdefault(row.kind, []).append(row.pk)
    return keys


def differing(engagement: Engagement, shares: Mapping[str, str]) -> list[str]:
    """Say who in a matter was answered otherwise than the rest: "Avstyrker för: ..."."""
    if not shares:
        return []
    offered = shares_of([engagement]).get(engagement.pk, [])
    names = {share.ref: share.name for share in offered}
    by_answer: dict[str, list[str]] = {}
    for ref, answer in shares.items():
        by_answer.setdefault(answer, []).append(names.get(ref, ref))
    return [
        _("%(answer)s för: %(who)s.")
        % {"answer": label(Recommendation(answer)), "who": ", ".join(who)}
        for answer, who in by_answer.items()
    ]


def declined_sek(offered: Iterable[Share], shares: Mapping[str, str]) -> int:
    """Return what the city would have paid for those who were answered no, apart from the rest.

    offered: those in the matter who can be answered one by one; ``shares_of`` tells.
    """
    against = str(Recommendation.ADVISES_AGAINST)
    return sum(share.city_sek for share in offered if shares.get(share.ref) == against)


def grids_of(engagement: Engagement) -> list[Grid]:
    """Return the tables that a matter's papers carry."""
    return entry_of(engagement).grids(engagement)


def replaced() -> list[QuerySet[Any]]:
    """Return, as queries, keys of matters whose decided cost counts no more in any sum."""
    return [entry.replaced(Engagement()) for entry in REGISTRY.values() if entry.replaced]


def replaced_of(kind: str, *, beside: Engagement) -> QuerySet[Any] | None:
    """Return the keys of a kind's matters whose cost counts no more beside a matter.

    None where no matter of the kind replaces another. Raises UnknownKind.
    """
    entry = REGISTRY.get(kind)
    if entry is None:
        raise UnknownKind(kind)
    return entry.replaced(beside) if entry.replaced else None


def public_of(engagement: Engagement) -> Mapping[str, Any]:
    """Return what else all may read of an engagement of its kind. Raises UnknownKind."""
    return entry_of(engagement).public(engagement)


def country_of(engagement: Engagement) -> str:
    """Return the first country that an engagement's answers name; empty when none is."""
    return next((named.country for named in engagement.detail.named if named.country), "")


def facts_of(engagement: Engagement, *, stage: str, on: date) -> Facts:
    """Return an engagement's facts for a stage: "draft", "submission", "decision" or CONTENT."""
    return entry_of(engagement).facts(engagement, stage=stage, on=on)


def content_of(engagement: Engagement) -> dict[str, object]:
    """Return what people have answered about an engagement, beside its facts."""
    return entry_of(engagement).content(engagement)
