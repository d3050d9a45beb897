"""The year's follow-ups as they are read: what each organisation lacks, answered, and changed."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Max, QuerySet
from django.utils.translation import gettext as _

from engagements.models import Organisation, Role, User
from engagements.permissions import OWNERS, reach_of
from engagements.templatetags.utblick import kronor
from governance import completeness, plans
from governance.completeness import Completeness, Gap
from governance.models import Confirmation, Frame, Round, RoundReminder


def newest(*, on: date) -> Round | None:
    """Return the round that opened last: the one that is answered now."""
    return Round.objects.filter(opens_on__lte=on).order_by("-opens_on", "-pk").first()


SLUG = re.compile(r"([0-9]{4})-(t1|t2|vb)")
ALL, WAITING, GIVEN, CHANGED = "alla", "vantar", "svarat", "andrat"


@dataclass(frozen=True)
class Stand:
    """What an organisation's year is like now, as it was confirmed or will be."""

    complete: Completeness
    frame_sek: int | None
    plan_sha256: str


def stands(organisations: Collection[Organisation], *, year: int, on: date) -> dict[int, Stand]:
    """Return how each organisation stands, by its key: the same number of queries for any."""
    found = completeness.of(organisations, year=year, on=on)
    sums = plans.sums_of(organisations, year=year)
    frames = Frame.objects.filter(organisation__in=list(found), year=year)
    amounts = dict(frames.values_list("organisation", "amount_sek"))
    return {pk: Stand(one, amounts.get(pk), sums.get(pk, "")) for pk, one in found.items()}


@dataclass(frozen=True)
class Answer:
    """An organisation in a round. changed: what is otherwise now than it confirmed."""

    stand: Stand
    confirmation: Confirmation | None = None
    changed: list[str] = field(default_factory=list)
    reminded_on: date | None = None

    @property
    def organisation(self) -> Organisation:
        """Whose answer it is."""
        return self.stand.complete.organisation

    @property
    def cells(self) -> list[tuple[Gap, int]]:
        """How many are missing of every sort, in order."""
        counts = self.stand.complete.counts
        return [(gap, counts.get(str(gap), 0)) for gap in Gap]


def is_among(row: Answer, which: str) -> bool:
    """Whether an answer is among those that an address asks for."""
    match which:
        case "vantar":
            return row.confirmation is None
        case "svarat":
            return row.confirmation is not None
        case "andrat":
            return bool(row.changed)
        case _:
            return True


def of_slug(slug: str) -> Round | None:
    """Return the round that an address names, if there is one."""
    found = SLUG.fullmatch(slug)
    return Round.objects.filter(year=int(found[1]), sort=found[2]).first() if found else None


def answers(of: Round, organisations: Collection[Organisation], *, on: date) -> list[Answer]:
    """Return each organisation's answer in a round; the same number of queries for any number."""
    standing = stands(organisations, year=of.year, on=on)
    confirmed = latest(of, organisations)
    reminders = RoundReminder.objects.filter(round=of, organisation__in=list(standing))
    reminded = dict(reminders.order_by().values_list("organisation").annotate(last=Max("on")))
    return [
        Answer(
            standing[row.pk],
            confirmed.get(row.pk),
            changed_since(confirmed.get(row.pk), standing[row.pk]),
            reminded.get(row.pk),
        )
        for row in organisations
    ]


def latest(of: Round, organisations: Collection[Organisation]) -> dict[int, Confirmation]:
    """Return the newest confirmation of each organisation that has given one, by its key."""
    rows = Confirmation.objects.filter(round=of, organisation__in=[row.pk for row in organisations])
    newest_first = rows.select_related("by").order_by("organisation", "-pk")
    return {row.organisation_id: row for row in newest_first.distinct("organisation")}


def changed_since(confirmed: Confirmation | None, stand: Stand) -> list[str]:
    """Say what is otherwise now than when it was confirmed."""
    if confirmed is None:
        return []
    said = []
    if confirmed.frame_sek != stand.frame_sek:
        words = {"before": _sek(confirmed.frame_sek), "now": _sek(stand.frame_sek)}
        said.append(_("Ramen var %(before)s och är %(now)s.") % words)
    if confirmed.plan_sha256 != stand.plan_sha256:
        said.append(_("Planen är ändrad."))
    now = stand.complete.counts
    for gap in Gap:
        before, after = confirmed.missing.get(str(gap), 0), now.get(str(gap), 0)
        if before != after:
            counts = {"gap": gap.label, "before": before, "now": after}
            said.append(_("%(gap)s: %(before)s saknades, nu %(now)s.") % counts)
    return said


def _sek(amount: int | None) -> str:
    return _("inte satt") if amount is None else kronor(amount)


def waiting(of: Round, *, on: date) -> list[Organisation]:
    """Return the organisations that have not answered in a round."""
    given = Confirmation.objects.filter(round=of).values("organisation")
    return list(plans.planning(on=on).exclude(pk__in=given))


def unanswered_by(person: User, of: Round, *, on: date) -> list[Organisation]:
    """Return the organisations that a person answers for and that have not been in a round."""
    owns = reach_of(person, on=on).owns
    given = Confirmation.objects.filter(round=of).values("organisation")
    rows: QuerySet[Organisation] = Organisation.objects.filter(pk__in=owns, active=True)
    return list(rows.exclude(pk__in=given).order_by("sort_name"))


def answerers(organisations: Collection[Organisation], *, on: date) -> dict[int, list[User]]:
    """Return the active people who answer for each organisation, by its key: one query."""
    roles = Role.objects.on(on).filter(
        organisation__in=[row.pk for row in organisations],
        name__in=[str(name) for name in OWNERS],
        user__is_active=True,
    )
    found: dict[int, list[User]] = {}
    for role in roles.select_related("user").order_by("user"):
        people = found.setdefault(role.organisation_id, [])
        if role.user not in people:
            people.append(role.user)
    return found
