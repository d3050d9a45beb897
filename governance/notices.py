"""What a person is told where: in Utblick, by mail at once, in Monday's mail, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import BooleanField, Case, Exists, F, OuterRef, Q, QuerySet, When
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from engagements.asked_once import remembered
from engagements.models import Away, Consultation, Engagement, Role, User
from engagements.permissions import Reach, internal_to, visible_to
from engagements.standing_in import absent
from engagements.templatetags.utblick import NBSP, day, weekday
from engagements.turns import CENTRAL, OWN
from engagements.vocabulary import RoleName, Status
from governance import kinds
from governance.models import (
    Bulletin,
    Comment,
    Job,
    Material,
    Meeting,
    Notice,
    NoticeChoice,
    Sort,
    Todo,
    Way,
)

# How long a notice is kept.
KEPT = timedelta(days=90)
VERBS = {
    Status.DRAFT: gettext_lazy("Fortsätt"),
    Status.ADVICE: gettext_lazy("Ge råd"),
    Status.RETURNED: gettext_lazy("Komplettera"),
    Status.PREPARATION: gettext_lazy("Bered"),
    Status.DECISION: gettext_lazy("Ta ställning"),
    Status.COORDINATION: gettext_lazy("Samordna"),
    Status.FOLLOW_UP: gettext_lazy("Följ upp"),
}
# code: what is said of it. %(task)s is what to do and by when.
SAID = {
    "ball": "%(task)s",
    "late": gettext_lazy("Försenat: %(task)s"),
    "asked": gettext_lazy("%(who)s bad om råd"),
    "consulted": gettext_lazy("Svara vad ärendet medför för er"),
    "follow_up": "%(task)s",
    "nudged": gettext_lazy("%(who)s påminner: %(task)s"),
    "assigned": gettext_lazy("%(who)s gav dig ärendet: %(task)s"),
    "given_on": gettext_lazy("%(who)s gav ärendet vidare till någon annan"),
    "taken_over": gettext_lazy("%(who)s tog över ärendet"),
    "late_answer": gettext_lazy("Försenat: svara vad ärendet medför för er"),
    "message": gettext_lazy("%(who)s skrev i rådgivningen"),
    "shared": gettext_lazy("%(who)s delade ärendet med dig"),
    "extended": gettext_lazy("%(who)s gav mer tid: %(task)s"),
    "called": gettext_lazy("Kallelse: internationella beredningen %(day)s"),
    "cancelled": gettext_lazy("Inställt: internationella beredningen %(day)s"),
    "minutes": gettext_lazy("Minnesanteckningar: internationella beredningen %(day)s"),
    "bulletin": gettext_lazy("Nyhet i kontaktpersonernas nätverk"),
    "material": gettext_lazy("%(who)s delade material med kontaktpersonernas nätverk"),
    "secrecy": gettext_lazy("Sekretessen ska omprövas"),
    "file": gettext_lazy("Din export är klar"),
    "mentioned": gettext_lazy("%(who)s nämnde dig i en kommentar"),
    "todo": gettext_lazy("%(who)s gav dig en uppgift: senast %(day)s"),
    "todo_due": gettext_lazy("En uppgift hos dig ska vara klar senast %(day)s"),
    "todo_done": gettext_lazy("%(who)s är klar med en uppgift"),
}
# Whoever may have the ball, or a seat at the committee's table.
HOLDERS = frozenset[str]().union(*OWN.values(), *CENTRAL.values())
COMMITTEE = frozenset({RoleName.COMMITTEE_MEMBER, RoleName.COMMITTEE_SECRETARY})

USUAL = {
    Sort.BALL: Way.MAIL,
    Sort.REMINDER: Way.MAIL,
    Sort.MEETING: Way.MAIL,
    Sort.ANSWER: Way.APP,
    Sort.MENTION: Way.MAIL,
    Sort.NETWORK: Way.MAIL,
    Sort.FILE: Way.MAIL,
    Sort.DIGEST: Way.MAIL,
}
# What is usual for a role where it is not for all: who waits for an answer is told at once; who
# stands beside the one who does the work is told on Monday.
OF_ROLE: Mapping[str, Mapping[Sort, Way]] = {
    RoleName.CONTACT_PERSON: {Sort.ANSWER: Way.MAIL},
    RoleName.DEPUTY: {Sort.ANSWER: Way.DIGEST},
    RoleName.BOARD_SECRETARY: {Sort.REMINDER: Way.DIGEST},
}
# The loudest first: of several roles the one that is told most counts.
LOUDEST = (Way.MAIL, Way.DIGEST, Way.APP, Way.OFF)
Ways = dict[Sort, Way]


def offered(reach: Reach) -> list[Sort]:
    """Return the sorts that can concern a person in their roles."""
    hidden = set()
    if not reach.roles & HOLDERS:
        hidden |= {Sort.BALL, Sort.REMINDER}
    if not reach.roles & COMMITTEE:
        hidden.add(Sort.MEETING)
    if not reach.owns:
        hidden.add(Sort.NETWORK)
    return [sort for sort in Sort if sort not in hidden]


def usual(roles: Iterable[str]) -> Ways:
    """Return what holds for somebody in these roles who has chosen nothing."""
    own = [OF_ROLE.get(role, {}) for role in roles] or [{}]
    return {
        sort: min((each.get(sort, way) for each in own), key=LOUDEST.index)
        for sort, way in USUAL.items()
    }


def ways(people: Iterable[User], *, on: date) -> dict[int, Ways]:
    """Return how each sort reaches each person on a day, by the person's key: two queries."""
    keys = [person.pk for person in people]
    known: dict[int, Ways] = remembered(("ways", on), dict)
    if new := [key for key in keys if key not in known]:
        known |= _ways(new, on=on)
    return {key: known[key] for key in keys}


def _ways(keys: Collection[int], *, on: date) -> dict[int, Ways]:
    roles: dict[int, set[str]] = {key: set() for key in keys}
    for user_id, name in Role.objects.on(on).filter(user__in=keys).values_list("user_id", "name"):
        roles[user_id].add(name)
    found = {key: usual(names) for key, names in roles.items()}
    for choice in NoticeChoice.objects.filter(person__in=keys):
        found[choice.person_id][Sort(choice.sort)] = Way(choice.way)
    return found


@dataclass(frozen=True)
class Told:
    """One who is told, and how. away: for whom, when they stand in; alone: since nobody can."""

    person: User
    way: Way
    away: Away | None = None
    alone: bool = False


# Of these sorts who stands in is told too. The committee has its own rules, a file is one's own.
PASSED_ON = (Sort.BALL, Sort.REMINDER, Sort.ANSWER, Sort.MENTION)
May = Callable[[User], bool]


def reads(
    engagement: Engagement, *, on: date, but: User | None = None, internal: bool = False
) -> May:
    """Return who of those who stand in may be told: who can read the matter themselves.

    but: who did what is told of, and knows it. internal: who can read what is internal in it.
    """

    def may(person: User) -> bool:
        rows = visible_to(person, on=on).filter(pk=engagement.pk)
        if internal:
            rows = rows.filter(pk__in=internal_to(person, on=on).values("pk"))
        return person != but and rows.exists()

    return may


def audience(
    people: Iterable[User],
    sort: Sort | None,
    *,
    on: date,
    may: May | None = None,
    otherwise: Iterable[User] = (),
) -> list[Told]:
    """Return who is told of something and how: people, and who stands in for those away.

    sort: None for what is always mailed. may: which of those who stand in can see to it
    themselves; without it nobody else is told. otherwise: who is told when all are away and none
    of those who stand in can. Who stands in is told as one of the two has chosen, the louder.
    """
    named = {person.pk: person for person in people}
    gone = absent(named, on=on) if may and sort in (None, *PASSED_ON) else {}
    instead: dict[int, tuple[User, Away]] = {}
    for row in gone.values():
        for person in row.instead:
            if person.pk not in instead and (person.pk in named or (may and may(person))):
                instead[person.pk] = (person, row.away)
    alone = bool(gone) and len(gone) == len(named) and not instead
    if alone:
        first = next(iter(gone.values())).away
        instead = {person.pk: (person, first) for person in otherwise if person.pk not in named}
    everybody = named | {key: person for key, (person, _away) in instead.items()}
    chosen = ways(everybody.values(), on=on) if sort else {}

    def way(key: int) -> Way:
        return chosen[key][sort] if sort else Way.MAIL

    found = []
    for key, person in everybody.items():
        away = instead[key][1] if key in instead else None
        heard = [way(key), *([way(away.person_id)] if away else [])]
        loudest = min(heard, key=LOUDEST.index)
        found.append(Told(person, loudest, away, alone and key not in named))
    return found


def tell(
    people: Iterable[User],
    sort: Sort,
    code: str,
    *,
    once: str,
    at: datetime,
    on: date,
    engagement: Engagement | None = None,
    meeting: Meeting | None = None,
    job: Job | None = None,
    bulletin: Bulletin | None = None,
    material: Material | None = None,
    comment: Comment | None = None,
    todo: Todo | None = None,
    internal: bool = False,
    by: User | None = None,
    may: May | None = None,
) -> list[Notice]:
    """Tell people in Utblick, those who have not turned it off, and who stands in for them.

    once: what it is about; a person is told of it once, however often this is called.
    internal: it is only for who may read what is internal in the engagement.
    Returns the notices of those who want a mail of it at once.
    """
    if may is None and engagement:
        may = reads(engagement, on=on, but=by, internal=internal)
    about: dict[str, Any] = {"engagement": engagement, "meeting": meeting, "job": job}
    about |= {"bulletin": bulletin, "by": by, "comment": comment, "todo": todo}
    about |= {"internal": internal, "material": material}
    told = audience(people, sort, on=on, may=may)
    return write(told, sort, code, once=once, at=at, **about)


def write(
    told: Iterable[Told], sort: Sort, code: str, *, once: str, at: datetime, **about: Any
) -> list[Notice]:
    """Write down what people are told; return the notices that are to go by mail as well."""
    heard = list(told)
    Notice.objects.bulk_create(
        [
            Notice(
                person=one.person, away=one.away, sort=sort, code=code, once=once, at=at, **about
            )
            for one in heard
            if one.way != Way.OFF
        ],
        ignore_conflicts=True,
    )
    loud = [one.person.pk for one in heard if one.way == Way.MAIL]
    rows = Notice.objects.filter(person__in=loud, once=once).select_related("person", "away")
    return list(rows.order_by("person"))


# What tells of a turn that has gone: it lies with its reader no more.
LET_GO = ("given_on", "taken_over")
# A turn that has gone on to somebody else since it was told of.
_GONE_ON = Q(code__in=["ball", "late", "nudged", "assigned"]) & (
    Q(engagement__ball="")
    | Q(engagement__ball_since__gt=F("at"))
    | Q(engagement__ball_person__isnull=False)
    & ~Q(engagement__ball_person=F("person"))
    & (Q(away=None) | ~Q(engagement__ball_person=F("away__person")))
)

# A task that has ended since.
_ENDED = Q(code__in=["todo", "todo_due"], todo__ended__isnull=False)


def told_to(person: Any, *, on: date) -> QuerySet[Notice]:
    """Return what a person was told and may still read, newest first.

    ``gone_on`` says that a turn is no longer theirs.
    """
    readable = Exists(visible_to(person, on=on).filter(pk=OuterRef("engagement_id")))
    inside = Exists(internal_to(person, on=on).filter(pk=OuterRef("engagement_id")))
    rows = Notice.objects.filter(Q(engagement=None) | readable, person=person)
    rows = rows.filter(Q(internal=False) | inside)
    gone_on = Case(When(_GONE_ON | _ENDED, then=True), default=False, output_field=BooleanField())
    return rows.annotate(gone_on=gone_on).order_by("-at", "-id")


def unread(person: Any, *, on: date) -> QuerySet[Notice]:
    """Return what a person has not read, and what is still theirs to read."""
    return told_to(person, on=on).filter(read_at=None, gone_on=False)  # type: ignore[misc]


def address(notice: Notice) -> str:
    """Return the page that a notice is about."""
    if notice.engagement:
        if notice.code in ("consulted", "late_answer"):
            return reverse("consultation", kwargs={"number": notice.engagement.number})
        return notice.engagement.get_absolute_url() + _place(notice)
    if notice.meeting and notice.code == "minutes":
        return reverse("meeting_minutes", args=[notice.meeting.pk])
    if notice.meeting:
        return notice.meeting.get_absolute_url()
    if notice.bulletin:
        return notice.bulletin.get_absolute_url()
    if notice.material:
        return notice.material.get_absolute_url()
    return reverse("job", args=[notice.job_id])


def _place(notice: Notice) -> str:
    """Return where on the engagement's page it stands."""
    if notice.todo_id:
        return f"#uppgift-{notice.todo_id}"
    return f"#kommentar-{notice.comment_id}" if notice.comment_id else ""


def said(notice: Notice) -> str:
    """Say in the reader's language what a notice tells, without naming what it is about."""
    words = {"who": notice.by or "", "task": "", "day": ""}
    if notice.engagement:
        words["task"] = task_of(notice.engagement)
    if notice.meeting:
        words["day"] = weekday(notice.meeting.starts_at).replace(NBSP, " ")
    if notice.todo:
        words["day"] = weekday(notice.todo.due_on).replace(NBSP, " ")
    sentence = str(SAID[notice.code]) % words
    if notice.away is None:
        return sentence
    return _("%(said)s, %(instead)s") % {"said": sentence, "instead": instead_of(notice.away)}


def instead_of(away: Away) -> str:
    """Say for whom somebody is told: "för Amina Lindqvist, som är borta till 12 december"."""
    words = {"who": away.person, "day": day(away.last).replace(NBSP, " ")}
    return _("för %(who)s, som är borta till och med %(day)s") % words


def task_of(engagement: Engagement) -> str:
    """Say what is to be done and by when: "Ge råd senast tisdag 1 december"."""
    if engagement.is_unanswered:
        verb = str(kinds.pages_of(engagement).spoken.answer)
    elif engagement.status == Status.APPROVED:
        verb = str(kinds.pages_of(engagement).spoken.hold)
    else:
        verb = str(VERBS.get(Status(engagement.status), _("Läs")))
    if engagement.due is None:
        return verb
    return _("%(verb)s senast %(day)s") % {
        "verb": verb,
        "day": weekday(engagement.due).replace(NBSP, " "),
    }


def name_of(engagement: Engagement) -> str:
    """Return what a mail may call an engagement; a secret one goes by its number alone."""
    if engagement.secret:
        return engagement.number
    return f"{' '.join(engagement.title.split())} ({engagement.number})"


def gone(engagements: Iterable[Engagement], reader: User, *, on: date) -> dict[int, Away]:
    """Return the absences of those in whose place a reader has engagements, by the person's key."""
    others = {row.ball_person_id for row in engagements} - {None, reader.pk}
    found = absent([key for key in others if key], on=on) if others else {}
    return {key: row.away for key, row in found.items()}


def lines(
    engagements: Iterable[Engagement], language: str, away: Mapping[int, Away] | None = None
) -> list[dict[str, str]]:
    """Return engagements as a mail lists them: name, task, address. away: as ``gone`` has it."""
    with translation.override(language):
        return [
            {
                "name": name_of(row),
                "task": _task_for(row, (away or {}).get(row.ball_person_id or 0)),
                "path": row.get_absolute_url(),
            }
            for row in engagements
        ]


def _task_for(engagement: Engagement, away: Away | None) -> str:
    said = task_of(engagement)
    return f"{said}, {instead_of(away)}" if away else said


def asked_lines(asked: Iterable[Consultation], language: str) -> list[dict[str, str]]:
    """Return questions to an organisation as a mail lists them."""
    with translation.override(language):
        return [
            {
                "name": name_of(row.engagement),
                "task": _("Svara vad det medför senast %(day)s")
                % {"day": weekday(row.due).replace(NBSP, " ")},
                "path": reverse("consultation", kwargs={"number": row.engagement.number}),
            }
            for row in asked
        ]


def told(notices: Iterable[Notice], language: str) -> list[dict[str, str]]:
    """Return notices as a mail lists them: name, what is said of it, address."""
    with translation.override(language):
        return [
            {
                "name": name_of(notice.engagement)
                if notice.engagement
                else str(notice.bulletin or notice.material or ""),
                "task": said(notice),
                "path": address(notice),
            }
            for notice in notices
        ]
