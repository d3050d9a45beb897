"""Who may do what: one table, and one function for lists and details alike.

``GRANTS`` says what each party may do in each state. ``visible_to`` says in SQL which
engagements a person sees; ``permitted`` says what they may do with one. A stranger gets 404.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache, wraps
from typing import Any, Protocol

from django.db.models import (
    Case,
    Exists,
    OuterRef,
    Q,
    QuerySet,
    Value,
    prefetch_related_objects,
)
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from engagements import standing
from engagements.conditions import Among, of, put_once, row_by_row
from engagements.lacking import has_none, remember_lacking
from engagements.models import (
    Conflict,
    Consultation,
    Engagement,
    EngagementUserObjectPermission,
    Organisation,
    Role,
    TakingPart,
    User,
    concerning,
)
from engagements.offices import OFFICES, turns_of
from engagements.standing_in import stood_for
from engagements.vocabulary import Action, Body, Kind, Party, RoleName, Status

OWNERS = {RoleName.CONTACT_PERSON, RoleName.DEPUTY}
# A unit that registers a kind for its organisation, and keeps it together, beside the owners.
REGISTERS: dict[str, RoleName] = {str(Kind.RECEPTION): RoleName.PROTOCOL_UNIT}
SLK_UNITS = {RoleName.INTERNATIONAL_UNIT, RoleName.PROTOCOL_UNIT, RoleName.EU_UNIT}
WIDE: dict[str, Party] = {
    RoleName.INTERNATIONAL_UNIT: Party.SLK,
    RoleName.PROTOCOL_UNIT: Party.SLK,
    RoleName.EU_UNIT: Party.SLK,
    RoleName.KS_SECRETARY: Party.KS,
    RoleName.KF_SECRETARY: Party.KF,
    RoleName.COMMITTEE_MEMBER: Party.COMMITTEE,
    RoleName.COMMITTEE_SECRETARY: Party.COMMITTEE,
    RoleName.REGISTRAR: Party.REGISTRAR,
    RoleName.ADMIN: Party.ADMIN,
    RoleName.READER: Party.READER,
}
# Who has a queue of other organisations' engagements.
HANDLERS = {Party.SLK, Party.KS}
SEES_SECRET = {Party.SLK, Party.KS, Party.REGISTRAR}

VIEW = frozenset({Action.VIEW})
REGISTRY = VIEW | {Action.REGISTER, Action.FILE}
_EVERYBODY = {
    Party.TAKING_PART: VIEW,
    Party.SLK: VIEW | {Action.FILE},
    Party.KS: VIEW,
    Party.BOARD: VIEW,
    Party.COMMITTEE: VIEW,
    Party.MAYOR: VIEW,
    Party.KF: VIEW,
    Party.REGISTRAR: REGISTRY,
    Party.ADMIN: VIEW,
    Party.READER: VIEW,
    Party.NAMED: VIEW,
}
_EDIT = VIEW | {Action.CHANGE, Action.FILE, Action.WITHDRAW, Action.SHARE}
_AFTER = VIEW | {Action.FILE, Action.REPLY, Action.SHARE}
_ANEW = dict.fromkeys((Party.MAYOR, Party.KS, Party.KF), VIEW | {Action.SUPERSEDE})

GRANTS: dict[Status, dict[Party, frozenset[Action]]] = {
    Status.DRAFT: {Party.OWNER: _EDIT | {Action.SUBMIT}, Party.NAMED: VIEW},
    Status.ADVICE: _EVERYBODY
    | {
        Party.OWNER: _EDIT | {Action.ASK},
        Party.SLK: VIEW | {Action.ADVISE, Action.CLASSIFY, Action.FILE, Action.SHARE},
    },
    Status.RETURNED: _EVERYBODY | {Party.OWNER: _EDIT | {Action.SUBMIT, Action.ASK}},
    Status.PREPARATION: _EVERYBODY | {Party.OWNER: _EDIT | {Action.ASK}},
    Status.DECISION: _EVERYBODY
    | {
        Party.OWNER: _EDIT | {Action.DECIDE, Action.ASK},
        Party.TAKING_PART: VIEW | {Action.DECIDE},
        Party.BOARD: VIEW | {Action.DECIDE},
    },
    Status.COORDINATION: _EVERYBODY
    | {
        Party.OWNER: VIEW | {Action.FILE, Action.SHARE, Action.WITHDRAW},
        Party.KS: VIEW | {Action.COORDINATE, Action.FILE},
    },
    Status.COUNTERED: _EVERYBODY | {Party.OWNER: _EDIT | {Action.REPLY, Action.SUBMIT}},
    Status.APPROVED: _EVERYBODY
    | _ANEW
    | {Party.OWNER: _AFTER | {Action.WITHDRAW, Action.FOLLOW_UP}, Party.TAKING_PART: VIEW},
    Status.FOLLOW_UP: _EVERYBODY | _ANEW | {Party.OWNER: _AFTER | {Action.FOLLOW_UP}},
    Status.CLOSED: _EVERYBODY | {Party.OWNER: VIEW | {Action.FILE}},
    Status.REJECTED: _EVERYBODY | _ANEW | {Party.OWNER: _AFTER},
    Status.WITHDRAWN: _EVERYBODY | {Party.OWNER: VIEW},
}
# Whether something must be kept secret is weighed by those who know the law, at any time.
for _grants in GRANTS.values():
    for _party in {Party.SLK, Party.REGISTRAR} & _grants.keys():
        _grants[_party] |= {Action.SECRECY}
# The whole file is taken out by those who answer for it; that it was, others look after.
for _grants in GRANTS.values():
    for _party in {Party.OWNER, Party.SLK, Party.REGISTRAR} & _grants.keys():
        _grants[_party] |= {Action.TAKE_OUT}
    for _party in {Party.REGISTRAR, Party.ADMIN} & _grants.keys():
        _grants[_party] |= {Action.SEE_TAKEN}
# Whoever holds the ball lets the days stand still while an outsider owes an answer. More days are
# given by the office that looks after the whole, and by who made an outsider an offer.
_HOLDS = {
    Status.ADVICE: {Party.SLK},
    Status.RETURNED: {Party.OWNER},
    Status.DECISION: {Party.OWNER, Party.TAKING_PART, Party.BOARD},
    Status.COORDINATION: {Party.KS},
    Status.COUNTERED: {Party.OWNER},
    Status.APPROVED: {Party.OWNER},
    Status.FOLLOW_UP: {Party.OWNER},
    Status.REJECTED: {Party.OWNER},
}
for _status, _holders in _HOLDS.items():
    for _party in _holders:
        GRANTS[_status][_party] |= {Action.PAUSE}
    GRANTS[_status][Party.SLK] |= {Action.EXTEND}
GRANTS[Status.COUNTERED][Party.OWNER] |= {Action.EXTEND}
# Those who work with a matter remind whoever holds it.
for _status in _HOLDS.keys() | {Status.PREPARATION}:
    for _party in (Party.OWNER, Party.SLK, Party.KS):
        GRANTS[_status][_party] |= {Action.REMIND}
# Who is asked what a matter means for them reads it from the moment they are asked, and answers
# until it is decided; the responsible organisation asks, and writes down what was said elsewhere.
UNDECIDED = {
    Status.DRAFT,
    Status.ADVICE,
    Status.RETURNED,
    Status.PREPARATION,
    Status.DECISION,
    Status.COUNTERED,
}
for _status, _grants in GRANTS.items():
    _grants[Party.ASKED] = VIEW
    if _status in UNDECIDED:
        _grants[Party.ASKED] = VIEW | {Action.ANSWER}
        _grants[Party.OWNER] |= {Action.CONSULT}
# Whoever reads a matter talks about it, but for those who look on; what is over is read only. What
# is internal stays between the responsible organisation and the City Executive Office. A task is
# finished by whom it was given to, also when the matter is over.
INTERNAL = {Party.OWNER, Party.SLK}
LOOKS_ON = {Party.READER, Party.ADMIN}
TALKED_OUT = {Status.CLOSED, Status.WITHDRAWN}
for _status, _grants in GRANTS.items():
    for _party in _grants:
        _own = {Action.COMMENT_INTERNAL} if _party in INTERNAL else set()
        _talks = set() if _party in LOOKS_ON else {Action.COMMENT} | _own
        _grants[_party] |= {Action.DO_TASK} | (set() if _status in TALKED_OUT else _talks)
        if _party in INTERNAL:
            _grants[_party] |= {Action.READ_INTERNAL}
# Who answers instead, where the ball lies with one of these: the Mayor's own word, and what a
# secretary writes down of the Executive Board's preparation and of both bodies' decisions.
ANSWERS = {
    Body.FINANCE_MAYOR: Party.MAYOR,
    Body.EXECUTIVE_BOARD: Party.KS,
    Body.CITY_COUNCIL: Party.KF,
}
# What has taken place and is followed up is neither changed nor taken back, though what it cost
# may be decided anew.
OVER = frozenset({Action.CHANGE, Action.WITHDRAW, Action.SUBMIT})
# What others than its own organisation may know of.
HANDED_IN = ~Q(status=Status.DRAFT) & ~Q(status=Status.WITHDRAWN, submitted_at=None)
# What somebody with a conflict of interest may still do: read (KL 6:28).
ASIDE = VIEW
# What those whom the matter is about leave to others; they may still prepare it.
JUDGING = frozenset({Action.ADVISE, Action.DECIDE, Action.COORDINATE})


@dataclass(frozen=True)
class Reach:
    """What a person's valid roles reach to, read once.

    keeps: kinds and organisations of what a person owns by REGISTERS. held: each role with its
    organisation. stands_for: the people for whom they stand in, which tells them more and lets them
    do nothing more. named: the engagements that are opened to the person by name, which are few.
    hosts: the boards themselves and all whose board one of them is, by their keys: a question that
    asks for an organisation's board goes through the whole city's engagements.
    """

    roles: frozenset[str]
    owns: frozenset[int]
    boards: frozenset[int]
    wide: frozenset[Party]
    keeps: frozenset[tuple[str, int]] = frozenset()
    offices: tuple[tuple[Body, Q], ...] = ()
    held: frozenset[tuple[str, int]] = frozenset()
    stands_for: frozenset[int] = frozenset()
    named: frozenset[int] = frozenset()
    hosts: frozenset[int] = frozenset()

    @property
    def sees_secret(self) -> bool:
        """Whether secret engagements of all organisations are in reach."""
        return bool(self.wide & SEES_SECRET)

    def owned(self, kind: str) -> frozenset[int]:
        """Return the organisations whose engagements of a kind are a person's own."""
        return self.owns | {organisation for kept, organisation in self.keeps if kept == kind}

    @property
    def own(self) -> Q:
        """The condition that an engagement is a person's own."""
        found = of(self.owns)
        for kind, organisation in self.keeps:
            found |= Q(kind=kind, organisation=organisation)
        return found

    @property
    def registers(self) -> frozenset[str]:
        """The kinds that a person registers; every kind for owners."""
        if self.owns:
            return frozenset(str(kind) for kind in Kind)
        return frozenset(kind for kind, _organisation in self.keeps)


# Sixty contact persons and those who decide, in each of their roles; and the day before's.
MOST_REACHES = 500
# What stands for a role's name where an engagement is opened to somebody.
OPENED = ""
NOWHERE = Reach(frozenset(), frozenset(), frozenset(), frozenset())


def reach_of(user: Any, *, on: date, role: str = "") -> Reach:
    """Return the reach of ``user`` on a day: one query, kept on the user for the request.

    It also brings word of what has changed in the tables that are kept: every page asks both.

    role: as if they had no other; it reaches to nothing for who does not have it.
    """
    if not getattr(user, "is_active", False):
        return NOWHERE
    kept: tuple[date, frozenset[tuple[str, int]], frozenset[int], dict[str, Reach]] | None
    kept = getattr(user, "_reach", None)
    if kept is None or kept[0] != on:
        rows = Role.objects.filter(user=user).on(on).values_list("name", "organisation_id")
        opened = EngagementUserObjectPermission.objects.filter(
            user=user, permission__codename="view_engagement"
        ).values_list(Value(OPENED), "content_object")
        own = standing.know(rows.union(opened, standing.rows(), all=True))
        kept = (on, frozenset(own), stood_for(user, on=on), {})
        user._reach = kept
    _day, held, stands_for, reaches = kept
    if role not in reaches:
        told = held if not role else frozenset(row for row in held if row[0] in {role, OPENED})
        reaches[role] = _reach(user, told, stands_for, on=on)
    return reaches[role]


def _reach(
    user: Any, told: frozenset[tuple[str, int]], stands_for: frozenset[int], *, on: date
) -> Reach:
    rows = frozenset((name, pk) for name, pk in told if name != OPENED)
    roles = frozenset(name for name, _ in rows)
    boards = frozenset(pk for name, pk in rows if name == RoleName.BOARD_SECRETARY)
    return Reach(
        roles=roles,
        owns=frozenset(pk for name, pk in rows if name in OWNERS),
        boards=boards,
        wide=frozenset(WIDE[name] for name, _ in rows if name in WIDE),
        keeps=frozenset(
            (kind, pk) for name, pk in rows for kind, unit in REGISTERS.items() if name == unit
        ),
        offices=turns_of(user, roles=roles, on=on),
        held=rows,
        stands_for=stands_for,
        named=frozenset(pk for name, pk in told if name == OPENED),
        hosts=_hosts(boards) if boards else frozenset(),
    )


def _hosts(boards: frozenset[int]) -> frozenset[int]:
    rows = Organisation.objects.filter(Q(board__in=boards) | Q(pk__in=boards))
    return frozenset(rows.values_list("pk", flat=True))


def visible_to(user: Any, *, on: date, role: str = "") -> QuerySet[Engagement]:
    """Return what ``user`` may read on a day, for lists and details alike.

    The question is put together once for a request: a page asks it several times.
    role: what they read by that role alone.
    """
    reach = reach_of(user, on=on, role=role)
    if role:
        return _visible(user, reach)
    kept: tuple[Reach, QuerySet[Engagement]] | None = getattr(user, "_visible", None)
    if kept is None or kept[0] is not reach:
        kept = reach, _visible(user, reach)
        if reach is not NOWHERE:
            user._visible = kept
    return kept[1].all()


def hosts_of(user: Any, *, on: date) -> frozenset[int]:
    """Return the organisations of which a person reads every matter: their own, and their boards'.

    What they read of others is shared with them, or asked of them.
    """
    reach = reach_of(user, on=on)
    return reach.owns | reach.hosts | {organisation for _kind, organisation in reach.keeps}


def read_too(user: Any, *, on: date, role: str = "") -> Case:
    """Return the condition that ``user`` may read what is found by something else.

    It is the condition of ``visible_to``.
    """
    return row_by_row(_readable(user, reach_of(user, on=on, role=role)))


def _visible(user: Any, reach: Reach) -> QuerySet[Engagement]:
    return Engagement.objects.filter(_readable(user, reach))


def _readable(user: Any, reach: Reach) -> Q:
    if reach == NOWHERE and not getattr(user, "is_active", False):
        return Q(pk__in=[])
    return _put_once(reach)


@lru_cache(maxsize=MOST_REACHES)
def _put_once(reach: Reach) -> Q:
    """Return what may be read within a reach, put into words once."""
    return put_once(Engagement, _within(reach))


def _within(reach: Reach) -> Q:
    own = reach.own
    named = Q(pk__in=reach.named)
    submitted = HANDED_IN
    if reach.owns:
        asked = Consultation.objects.filter(organisation__in=reach.owns)
        named |= Q(Among(asked), secret=False)
    if reach.sees_secret:
        return own | submitted | named
    if reach.wide:
        decides = submitted & _lies_with_office(reach)
        return own | (submitted & Q(secret=False)) | named | decides
    shared = Among(TakingPart.objects.filter(organisation__in=reach.owns | reach.boards))
    board = of(reach.hosts)
    return own | named | (submitted & Q(secret=False) & (board | Q(shared)))


def internal_to(user: Any, *, on: date) -> QuerySet[Engagement]:
    """Return the matters whose internal comments ``user`` may read on a day."""
    reach = reach_of(user, on=on)
    found = reach.own
    if Party.SLK in reach.wide:
        found |= HANDED_IN
    aside = Conflict.objects.filter(engagement=OuterRef("pk"), user=user)
    return Engagement.objects.filter(found, ~Exists(aside))


def _lies_with_office(reach: Reach) -> Q:
    """Return the condition of what waits for a person's own decision; they read it when secret."""
    found = Q(pk__in=[])
    for body, condition in reach.offices:
        found |= Q(condition, ball=str(body))
    if Party.KF in reach.wide:
        found |= Q(ball=str(Body.CITY_COUNCIL))
    return found


# What is read of a matter to know who its reader is to it; of most there is nothing.
ASKED_OF = ("taking_part", "consultations", "conflicts", "engagementuserobjectpermission_set")


class Asked:
    """What of some matters is kept for a reader beside the matters: each asked of all, once."""

    def __init__(self, user: Any, keys: Collection[int], *, on: date) -> None:
        """Ask nothing before it is wanted."""
        self.user, self.on, self.keys = user, on, keys
        self.rows = Engagement.objects.filter(pk__in=keys).order_by()

    @classmethod
    def of(cls, user: Any, engagement: Engagement, *, on: date) -> "Asked":
        """Return what is asked of one matter, but for what it is known to have nothing of."""
        asked = cls(user, [engagement.pk], on=on)
        if has_none(engagement, "conflicts"):
            asked.aside = frozenset()
        if has_none(engagement, "engagementuserobjectpermission_set"):
            asked.shared = frozenset()
        return asked

    @cached_property
    def offices(self) -> dict[Party, frozenset[int]]:
        """The matters that each of the reader's offices acts in."""
        return {
            OFFICES[body].party: frozenset(self.rows.filter(condition).values_list("pk", flat=True))
            for body, condition in reach_of(self.user, on=self.on).offices
        }

    @cached_property
    def shared(self) -> frozenset[int]:
        """Those that are shared with the reader by name."""
        named = EngagementUserObjectPermission.objects.filter(
            content_object__in=self.keys, user=self.user, permission__codename="view_engagement"
        )
        return frozenset(named.values_list("content_object", flat=True))

    @cached_property
    def aside(self) -> frozenset[int]:
        """Those in which the reader has reported a conflict of interest."""
        found = Conflict.objects.filter(engagement__in=self.keys, user=self.user)
        return frozenset(found.values_list("engagement", flat=True))

    @cached_property
    def about(self) -> frozenset[int]:
        """Those that are about the reader, who then decides nothing in them (KL 6:28)."""
        return frozenset(self.rows.filter(concerning(self.user)).values_list("pk", flat=True))


def takes_no_part(engagement: Engagement, user: Any) -> tuple[bool, bool]:
    """Whether somebody has reported a conflict of interest, and whether a matter is about them.

    Neither decides anything in it (KL 6:28).
    """
    reported = Conflict.objects.filter(engagement=OuterRef("pk"), user=user)
    about = Engagement.objects.filter(concerning(user), pk=OuterRef("pk"))
    rows = Engagement.objects.filter(pk=engagement.pk)
    return rows.values_list(Exists(reported), Exists(about)).get()


def parties(
    user: Any, engagement: Engagement, *, on: date, asked: Asked | None = None
) -> frozenset[Party]:
    """Return what ``user`` is to ``engagement``.

    asked: what is kept of it and of others, when it is one of many.
    """
    reach, asked = reach_of(user, on=on), asked or Asked.of(user, engagement, on=on)
    found = set(reach.wide)
    if engagement.organisation_id in reach.owned(engagement.kind):
        found.add(Party.OWNER)
    if reach.owns or reach.boards:
        touched = {row.organisation_id for row in engagement.taking_part.all()}
        if touched & reach.owns:
            found.add(Party.TAKING_PART)
        if any(row.organisation_id in reach.owns for row in engagement.consultations.all()):
            found.add(Party.ASKED)
        if reach.boards & {engagement.organisation_id, engagement.organisation.board_id}:
            found.add(Party.BOARD)
        elif touched & reach.boards:
            found.add(Party.TAKING_PART)
    found |= {party for party, keys in asked.offices.items() if engagement.pk in keys}
    if engagement.pk in asked.shared:
        found.add(Party.NAMED)
    return frozenset(found)


def permitted(
    user: Any, engagement: Engagement, *, on: date, asked: Asked | None = None
) -> frozenset[Action]:
    """Return what ``user`` may do with ``engagement`` now. asked: as ``parties`` has it."""
    asked = asked or Asked.of(user, engagement, on=on)
    allowed: frozenset[Action] = frozenset().union(
        *(granted(engagement, party) for party in parties(user, engagement, on=on, asked=asked))
    )
    if not engagement.is_answered:
        allowed -= {Action.REPLY}
    if engagement.followed_up_on:
        referred_back = engagement.status == Status.RETURNED
        allowed -= {Action.WITHDRAW} if referred_back else OVER
    if allowed - ASIDE and engagement.pk in asked.aside:
        return allowed & ASIDE
    if allowed & JUDGING and engagement.pk in asked.about:
        return allowed - JUDGING
    return allowed


def granted(engagement: Engagement, party: Party) -> frozenset[Action]:
    """Return what a party may do with an engagement where it stands, and with whom."""
    status = Status(engagement.status)
    allowed = GRANTS[status].get(party, frozenset())
    if status is Status.COORDINATION and engagement.ball == Body.EU_UNIT:
        # The office coordinates what the city does in the association (5.7.2), not the Board.
        own = {Action.COORDINATE, Action.PAUSE}
        return allowed | own if party is Party.SLK else allowed - own
    waits = status in (Status.PREPARATION, Status.DECISION)
    if not waits or engagement.ball not in ANSWERS:
        return allowed
    answers = ANSWERS[Body(engagement.ball)] is party
    own = {Action.DECIDE, Action.PAUSE}
    return allowed | own if answers else allowed - own


class NotNow(Exception):
    """The person may read the engagement but not do this with it now."""

    def __init__(self, engagement: Engagement, action: Action) -> None:
        super().__init__(engagement.number, action)
        self.engagement = engagement
        self.action = action


class EngagementView(Protocol):
    """A view that gets its engagement fetched and its permission checked."""

    def __call__(
        self, request: HttpRequest, engagement: Engagement, *args: Any, **kwargs: Any
    ) -> HttpResponse: ...


def fetch(user: Any, number: str, action: Action, *, on: date, whole: bool = False) -> Engagement:
    """Return the engagement for an action.

    whole: for a page that shows all there is of it and writes nothing.
    Raises Http404 when ``user`` may not even see it, NotNow when they may see but not do this.
    """
    engagement = get_object_or_404(
        visible_to(user, on=on)
        .with_ball()  # type: ignore[attr-defined]
        .select_related("organisation__board", "changed_by"),
        number=number,
    )
    remember_lacking(engagement, only=() if whole else ASKED_OF)
    prefetch_related_objects([engagement], "taking_part__organisation__board", "consultations")
    allowed = permitted(user, engagement, on=on)
    if Action.VIEW not in allowed:
        raise Http404
    if action not in allowed:
        raise NotNow(engagement, action)
    engagement.allowed = allowed
    return engagement


def allowed_to(action: Action, *, whole: bool = False) -> Any:
    """Let a view in only with an engagement that its reader may do ``action`` with.

    The view is called as ``view(request, engagement, ...)``, from a URL with ``number``.
    Put ``login_required`` above it.
    """

    def decorate(view: EngagementView) -> Any:
        @wraps(view)
        def checked(request: HttpRequest, number: str, *args: Any, **kwargs: Any) -> HttpResponse:
            today = timezone.localdate()
            try:
                engagement = fetch(request.user, number, action, on=today, whole=whole)
                return view(request, engagement, *args, **kwargs)
            except NotNow as refused:
                context = {"engagement": refused.engagement}
                return render(request, "governance/not_now.html", context, status=403)

        return checked

    return decorate


def share(engagement: Engagement, *, with_user: User) -> None:
    """Open one engagement to one person, for reading."""
    EngagementUserObjectPermission.objects.assign_perm("view_engagement", with_user, engagement)
    with_user._reach = None  # type: ignore[attr-defined]
