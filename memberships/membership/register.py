"""The register: the memberships there are, when each is reviewed, and what they cost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Case, Count, Exists, F, OuterRef, Prefetch, Q, QuerySet, Sum, When
from django.utils.translation import gettext as _

from engagements.models import Engagement, Organisation
from engagements.models.organisations import COMPANIES
from engagements.permissions import visible_to
from engagements.templatetags.utblick import day
from engagements.vocabulary import Currency, Kind, Scope, Status
from governance import assessing
from governance.strategy.rules.membership_part import months_before
from memberships.membership.forming import MARKS, fee_of
from memberships.membership.models import IN_KRONOR, FeeYear
from memberships.membership.words import fee_now, reviewed_by

GOES_ON = str(Status.APPROVED)
ENDED = (str(Status.FOLLOW_UP), str(Status.CLOSED))
SOON_MONTHS = 6
ALL, SOON, WIDE, OF_COMPANIES, LEFT = "alla", "snart", "staden", "bolagen", "lamnade"
FILTERS = (SOON, ALL, WIDE, OF_COMPANIES, LEFT)
COMPANY_KINDS = sorted(str(kind) for kind in COMPANIES)
BEFORE, AFTER, WIDTH = 4, 5, 420


def soon(on: date) -> date:
    """Return the last day of what is reviewed soon: half a year ahead."""
    later = on
    while months_before(later, months=SOON_MONTHS) < on:
        later += timedelta(days=1)
    return later


def memberships_of(user: Any, *, on: date) -> QuerySet[Engagement]:
    """Return the memberships that ``user`` may read, those that last and those that have ended."""
    seen = visible_to(user, on=on).filter(kind=str(Kind.MEMBERSHIP), membership__review_of=None)
    return seen.filter(status__in=[GOES_ON, *ENDED])


def lasting(rows: QuerySet[Engagement]) -> QuerySet[Engagement]:
    """Return those that go on, without a last day."""
    return rows.filter(status=GOES_ON, ends_on=None)


def in_force() -> QuerySet[Engagement]:
    """Return the memberships that go on, whoever asks; what is shown of them is the caller's."""
    begun = Engagement.objects.filter(kind=str(Kind.MEMBERSHIP), membership__review_of=None)
    return lasting(begun)


def chosen(rows: QuerySet[Engagement], which: str, *, on: date) -> QuerySet[Engagement]:
    """Return the memberships that a filter shows."""
    if which == LEFT:
        return rows.filter(Q(status__in=ENDED) | Q(ends_on__isnull=False))
    rows = lasting(rows)
    if which == SOON:
        return rows.filter(membership__next_review_on__lte=soon(on))
    if which == WIDE:
        return rows.filter(membership__scope=str(Scope.CITYWIDE))
    if which == OF_COMPANIES:
        return rows.filter(organisation__kind__in=COMPANY_KINDS)
    return rows


def counts(rows: QuerySet[Engagement], *, on: date) -> dict[str, int]:
    """Return how many memberships each filter shows, and how many are late: one query."""
    goes_on = Q(status=GOES_ON, ends_on=None)
    return rows.aggregate(
        snart=Count("pk", filter=goes_on & Q(membership__next_review_on__lte=soon(on))),
        alla=Count("pk", filter=goes_on),
        staden=Count("pk", filter=goes_on & Q(membership__scope=str(Scope.CITYWIDE))),
        bolagen=Count("pk", filter=goes_on & Q(organisation__kind__in=COMPANY_KINDS)),
        lamnade=Count("pk", filter=~goes_on),
        late=Count("pk", filter=goes_on & Q(membership__next_review_on__lt=on)),
    )


def listed(rows: QuerySet[Engagement]) -> QuerySet[Engagement]:
    """Return the rows with all that the register shows, those that are latest first."""
    under_review = Engagement.objects.filter(membership__review_of=OuterRef("pk")).exclude(
        status__in=[str(Status.CLOSED), str(Status.REJECTED), str(Status.WITHDRAWN)]
    )
    found: QuerySet[Engagement] = (
        rows.select_related("organisation__board", "membership__review_of")
        .prefetch_related(
            Prefetch("feeyear_rows", FeeYear.objects.order_by("year")),
            "taking_part__organisation__board",
        )
        .annotate(under_review=Exists(under_review))
        .defer("search", "search_alike", "search_words")
        .order_by(F("membership__next_review_on").asc(nulls_last=True), "counterpart", "pk")
    )
    return found


@dataclass(frozen=True)
class Bar:
    """A membership's bar on the axis of years, in the units of its drawing."""

    start: float
    width: float
    dot: float | None
    said: str


@dataclass(frozen=True)
class Row:
    """A membership as the register shows it. state: as a chip's kind; icon and text are its.

    paid: the fee that the list shows.
    """

    engagement: Engagement
    decides: str
    fee: str
    state: str
    icon: str
    text: str
    bar: Bar
    paid: FeeYear | None


def row_of(engagement: Engagement, *, on: date) -> Row:
    """Return a row of the register."""
    state, icon, text = state_of(engagement, on=on)
    return Row(
        engagement,
        reviewed_by(engagement),
        fee_now(engagement.feeyear_rows.all(), on=on),
        state,
        icon,
        text,
        bar_of(engagement, on=on),
        fee_of(engagement.feeyear_rows.all(), on=on),
    )


def state_of(engagement: Engagement, *, on: date) -> tuple[str, str, str]:
    """Return how a membership stands: kind of chip, icon and words."""
    due = engagement.membership.next_review_on
    if engagement.status in ENDED:
        return "line", "x", _("Avslutat %(day)s") % {"day": day(engagement.ends_on)}
    if engagement.ends_on:
        return "line", "calendar", _("Upphör %(day)s") % {"day": day(engagement.ends_on)}
    if due is None:
        return "ask", "clock", _("Ingen dag är satt")
    if due < on:
        text = _("Skulle ha omprövats %(day)s") % {"day": day(due)}
        return "stop", "circle-alert", text
    if getattr(engagement, "under_review", False):
        return "info", "scale", _("Omprövas nu, senast %(day)s") % {"day": day(due)}
    text = _("Omprövas senast %(day)s") % {"day": day(due)}
    return ("ask", "clock", text) if due <= soon(on) else ("ok", "check", text)


def years_of(on: date) -> list[tuple[float, int]]:
    """Return the years of the axis, each with its place."""
    first, last = on.year - BEFORE, on.year + AFTER
    return [(_place(date(year, 1, 1), on), year) for year in range(first, last)]


def now_of(on: date) -> float:
    """Return the place of today on the axis."""
    return _place(on, on)


def bar_of(engagement: Engagement, *, on: date) -> Bar:
    """Return the bar from the last review, or the first day, to the next review or the last day."""
    row = engagement.membership
    start = row.last_review_on or row.since
    end = engagement.ends_on or row.next_review_on
    left = _place(start, on) if start else 0.0
    right = _place(end, on) if end else float(WIDTH)
    said = _("Från %(first)s till %(last)s") % {
        "first": start.year if start else _("okänt"),
        "last": end.year if end else _("okänt"),
    }
    left, right = min(left, right), max(left, right)
    dot = right if end else None
    return Bar(round(left, 1), round(max(right - left, 2), 1), dot, said)


def _place(day_: date, on: date) -> float:
    first = date(on.year - BEFORE, 1, 1)
    days = (date(on.year + AFTER, 1, 1) - first).days
    place = (day_ - first).days / days * WIDTH
    return round(min(max(place, 0), WIDTH), 1)


@dataclass(frozen=True)
class Total:
    """What the memberships of an organisation cost in a year: kronor, and what is not known.

    count: memberships in the year. unknown: those whose fee nobody knows. other: those paid in
    another currency whose kronor nobody has written.
    """

    name: str
    sek: int
    count: int
    unknown: int
    other: int


def totals(rows: QuerySet[Engagement], *, year: int) -> list[Total]:
    """Return the fees of a year by organisation: three queries, however many there are."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    began = Case(
        When(membership__member_since__isnull=False, then=F("membership__member_since")),
        default=F("starts_on"),
    )
    in_year = (
        rows.annotate(began=began)
        .filter(Q(began=None) | Q(began__lte=last), Q(ends_on=None) | Q(ends_on__gte=first))
        .order_by()
    )
    members = in_year.values("organisation").annotate(n=Count("pk"))
    fees = FeeYear.objects.filter(year=year, engagement__in=in_year.values("pk"))
    foreign = ~Q(currency__in=["", str(Currency.SEK)])
    paid = {
        line["engagement__organisation"]: line
        for line in fees.values("engagement__organisation")
        .annotate(
            sek=Sum(IN_KRONOR, default=0),
            known=Count("pk", filter=Q(amount__isnull=False)),
            other=Count("pk", filter=foreign & Q(amount__isnull=False, amount_sek=None)),
        )
        .order_by()
    }
    counted = {line["organisation"]: line["n"] for line in members}
    names = {row.pk: str(row) for row in Organisation.objects.filter(pk__in=counted)}
    nothing = {"sek": 0, "known": 0, "other": 0}
    found = []
    for pk, count in counted.items():
        own = paid.get(pk, nothing)
        found.append(Total(names[pk], own["sek"], count, count - own["known"], own["other"]))
    return sorted(found, key=lambda total: (-total.sek, total.name))


def sum_of(found: Sequence[Total], name: str) -> Total:
    """Return all organisations together."""
    return Total(
        name,
        sum(total.sek for total in found),
        sum(total.count for total in found),
        sum(total.unknown for total in found),
        sum(total.other for total in found),
    )


def marks(*, on: date) -> int:
    """Return how many of statutes, fee and vote make an organisation."""
    return int(assessing.value_of(MARKS, on=on))


def fee_in_list(engagement: Engagement, *, on: date) -> FeeYear | None:
    """Return the fee that a list shows."""
    return fee_of(engagement.feeyear_rows.all(), on=on)


def label_of(which: str) -> str:
    """Return what a filter is called."""
    return {
        SOON: _("Omprövas inom 6 månader"),
        ALL: _("Alla"),
        WIDE: _("Stadsövergripande"),
        OF_COMPANIES: _("Bolagen"),
        LEFT: _("Lämnade"),
    }[which]
