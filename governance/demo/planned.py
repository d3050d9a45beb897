"""Plans, priorities and the year's follow-ups of the invented city; the same each time it is made.

What a plan says is made from what the stories became, so it is written last, as of the days when
it would have been. Rows that nobody did one by one are written in bulk, with their history.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone
from simple_history.utils import bulk_create_with_history

from engagements.models import Engagement, Organisation, User
from engagements.vocabulary import Status
from governance.actions import answering, prioritising, setting
from governance.demo.others import OTHERS
from governance.demo.people import CONTACTS
from governance.models import Frame, Plan, PlannedLine, PlannedTie, Round, RoundSort, Theme

YEARS = 3
# How many of a year's matters were planned; the rest came by themselves.
PLANNED = 3
GROWS = (88, 94, 100)
# Frames of organisations that do little abroad; those that do more have theirs in the reference.
SMALL = {"IDF": 60_000, "SERF": 40_000, "SISAB": 90_000, "SVB": 80_000, "SBK": 150_000}
USUAL = 90_000
# The City Executive Office pays for the receptions at the City Hall too.
CITY_HALL = 3_200_000
AIMS = {
    "MF": "Staden ska lära av andra huvudstäder om renare luft, skyfall och giftfri miljö.",
    "EXPLK": "Vi ska jämföra vårt markarbete med städer som växer lika fort.",
    "SVOA": "Vi ska dela kunskap om rening av läkemedelsrester runt Östersjön.",
    "FSKF": "Förskolans arbete med språk ska prövas mot det som görs i Norden.",
    "KULF": "Biblioteken och kulturskolan ska ha minst två levande utbyten.",
    "SBR": "Besöksnäringen ska växa året om, med tåg och färja före flyg.",
    "TK": "Vi ska lära av städer som har prövat trängselskatt, cykelstråk och tysta fordon.",
    "HAMN": "Hamnarna i Östersjön ska ha samma krav på el vid kaj.",
    "SLK": "Stadens nätverk ska användas mer och vara färre.",
}
# Of those that the stories do not tell of, in turn.
USUAL_AIMS = (
    "Vi ska ha ett utbyte om året med en stad som har kommit längre än vi.",
    "Det vi lär oss av besök ska prövas i ett område innan året är slut.",
    "Vi ska söka pengar från EU till minst en sak som redan står i planen.",
    "Vi tar emot när det gäller vårt eget uppdrag, och svarar nej i tid annars.",
    "Två medarbetare ska delta i ett nordiskt nätverk och berätta för de andra.",
)
# Who has no plan this year, as in a real city.
WITHOUT = {"SERF", "PARK", "SDF-NIS"}
# Kind, what, quarter, kronor, what it gives; what never became a matter.
IDEAS = (
    ("trip", "Studiebesök i Köpenhamn", 2, 24_000, "Se hur de har ordnat skyfallsparker."),
    ("visit", "Ta emot Helsingfors", 3, 8_000, "Jämföra uppföljning mellan städer."),
    ("trip", "Konferens inom nätverket", 4, 18_000, "Visa våra resultat och hitta parter."),
    ("eu_project", "Söka medel ur ett EU-program", None, 40_000, "Pröva i större skala."),
)
# What the city prioritises: a theme or a country, for how many years, where that stands.
CITY = (
    ("klimat", "", 2, "Kommunfullmäktiges budget, inriktningsmål 2"),
    ("trygghet", "", 2, "Kommunfullmäktiges budget, inriktningsmål 1"),
    ("", "UA", 2, "Kommunstyrelsens beslut om stöd till Ukraina"),
    ("", "EE", 1, "Internationella beredningens handlingsplan"),
)
OWN = (
    ("TK", "trafik och resor", "Trafiknämndens verksamhetsplan"),
    ("MF", "giftfri miljö", "Miljö- och hälsoskyddsnämndens verksamhetsplan"),
    ("KULF", "kultur", "Kulturnämndens verksamhetsplan"),
)
# First and last day of each follow-up, month and day; the account of a year is given in the next.
DAYS = {"t1": ((4, 1), (5, 8)), "t2": ((8, 20), (9, 25)), "vb": ((12, 10), (1, 25))}
SAID = (
    "Två uppföljningar väntar på kostnader från resebyrån. De kommer före månadens slut.",
    "Nämnden utser ersättare vid nästa möte. Omprövningen är påbörjad.",
    "Planen antas i nämnden i januari. Det som saknas följer vi upp i samma ärende.",
)
ANSWERED = ("MF", "SVOA", "KULF", "HAMN")
# How many answered each of those that are over.
MOST = 34


def fill(people: dict[str, User], others: dict[str, User], *, at: datetime) -> None:
    """Write three years of plans and priorities, and the follow-ups of the last ones.

    people: by key. others: contact persons beside them, by organisation's code.
    """
    this = at.year
    contacts = {code: people[key] for code, key in CONTACTS.items()} | others
    hosts = {row.code: row for row in Organisation.objects.filter(code__in=contacts)}
    aims = AIMS | {
        code: USUAL_AIMS[place % len(USUAL_AIMS)]
        for place, code in enumerate(sorted(set(others) - WITHOUT))
    }
    # A frame that was raised during the year, so that its history has something to tell.
    tk = Frame.objects.get(organisation=hosts["TK"], year=this)
    raised = tk.amount_sek + 40_000
    setting.set_frame(hosts["TK"], year=this, amount_sek=raised, by=people["nils.ahlin"], at=at)
    for year in range(this - YEARS + 1, this + 1):
        _plans(hosts, aims, contacts, year, at=_moment(at, date(year, 1, 15)))
    _priorities(hosts, people, this, at=at)
    _rounds(hosts, aims, people, contacts, at=at)


def _moment(at: datetime, day: date) -> datetime:
    return min(at, at.replace(year=day.year, month=day.month, day=day.day))


def frames(*, this: int, by: User, at: datetime) -> None:
    """Write the frames of three years where the reference has none.

    Who has no contact person has no frame either.
    """
    asked = [*CONTACTS, *(person.organisation for person in OTHERS)]
    known = set(Frame.objects.values_list("organisation", "year"))
    rows = [
        Frame(organisation=one, year=year, amount_sek=_frame_of(one) * share // 100)
        for one in Organisation.objects.filter(code__in=asked).order_by("code")
        for year, share in zip(range(this - YEARS + 1, this + 1), GROWS, strict=True)
        if (one.pk, year) not in known
    ]
    bulk_create_with_history(rows, Frame, default_user=by, default_date=at)
    office = Organisation.objects.get(code="SLK")
    for year, share in zip(range(this - YEARS + 1, this + 1), GROWS, strict=True):
        setting.set_frame(office, year=year, amount_sek=CITY_HALL * share // 100, by=by, at=at)


def _frame_of(organisation: Organisation) -> int:
    return SMALL.get(organisation.code, USUAL)


def _plans(
    hosts: dict[str, Organisation],
    aims: dict[str, str],
    contacts: dict[str, User],
    year: int,
    *,
    at: datetime,
) -> None:
    """Write a year's plans: what came of it in part, and ideas that nothing came of."""
    made = [
        Plan(
            organisation=hosts[code],
            year=year,
            aims=aims[code],
            source=f"Verksamhetsplan {year}, avsnitt 3.4",
            changed_by=contacts[code],
            changed_at=at,
        )
        for code in aims
    ]
    when: dict[str, Any] = {"default_date": at}
    plans = bulk_create_with_history(made, Plan, **when)
    came = _came(hosts, year)
    lines: list[PlannedLine] = []
    ties: list[Engagement | None] = []
    for place, plan in enumerate(plans):
        for row in came.get(plan.organisation_id, [])[:PLANNED]:
            lines.append(_line_of(plan, row))
            ties.append(row)
        for kind, what, quarter, sek, gives in (IDEAS[place % 4], IDEAS[(place + 1) % 4]):
            goals = ["klimat"] if place % 2 else ["vaxande"]
            lines.append(
                PlannedLine(
                    plan=plan,
                    kind=kind,
                    what=what,
                    quarter=quarter,
                    cost_sek=sek,
                    gives=gives,
                    goals=goals,
                )
            )
            ties.append(None)
    kept = bulk_create_with_history(lines, PlannedLine, **when)
    tied = [
        PlannedTie(engagement=row, line=line, by=line.plan.changed_by, at=at)
        for line, row in zip(kept, ties, strict=True)
        if row
    ]
    bulk_create_with_history(tied, PlannedTie, **when)


def _came(hosts: dict[str, Organisation], year: int) -> dict[int, list[Engagement]]:
    """Return what became of a year by organisation, every other one of it planned."""
    nothing = [str(status) for status in (Status.DRAFT, Status.WITHDRAWN, Status.REJECTED)]
    rows = Engagement.objects.filter(
        organisation__in=hosts.values(), starts_on__year=year, secret=False
    )
    found: dict[int, list[Engagement]] = {}
    for row in rows.exclude(status__in=nothing).order_by("starts_on", "pk"):
        found.setdefault(row.organisation_id, []).append(row)
    return {pk: matters[::2] for pk, matters in found.items()}


def _line_of(plan: Plan, row: Engagement) -> PlannedLine:
    assert row.starts_on  # noqa: S101 - the query asks for it
    return PlannedLine(
        plan=plan,
        kind=row.kind,
        what=row.title[:200],
        quarter=(row.starts_on.month - 1) // 3 + 1,
        cost_sek=round((row.estimated_sek or 0) * 0.9, -3) or None,
        gives=row.goal_contribution[:500],
        goals=row.goals,
    )


def _priorities(
    hosts: dict[str, Organisation], people: dict[str, User], this: int, *, at: datetime
) -> None:
    themes = {row.name_sv: row for row in Theme.objects.all()}
    for name, country, years, source in CITY:
        prioritising.add(
            None,
            theme=themes.get(name),
            country=country,
            valid_from=date(this, 1, 1),
            valid_to=date(this + years - 1, 12, 31),
            source=source,
            by=people["johan.ekstrom"],
            at=at,
        )
    for code, name, source in OWN:
        prioritising.add(
            hosts[code],
            theme=themes[name],
            country="",
            valid_from=date(this, 1, 1),
            valid_to=date(this, 12, 31),
            source=source,
            by=people[CONTACTS[code]],
            at=at,
        )


def _days(today: date) -> Iterator[tuple[int, str, date, date, bool]]:
    """Give the follow-ups of two years; the one that opened last is open now."""
    given = []
    for year in (today.year - 1, today.year):
        for sort in RoundSort.values:
            first, last = DAYS[sort]
            given.append((year, sort, date(year, *first), date(year + (last < first), *last)))
    opened = max(index for index, row in enumerate(given) if row[2] <= today)
    for index, (year, sort, opens_on, due_on) in enumerate(given):
        if index == opened:
            yield year, sort, today - timedelta(days=14), today + timedelta(days=9), True
        else:
            yield year, sort, opens_on, due_on, False


def _rounds(
    hosts: dict[str, Organisation],
    aims: dict[str, str],
    people: dict[str, User],
    contacts: dict[str, User],
    *,
    at: datetime,
) -> None:
    today, admin = timezone.localdate(at), people["nils.ahlin"]
    for year, sort, opens_on, due_on, is_open in _days(today):
        days = {"opens_on": opens_on, "due_on": due_on}
        row = answering.set_round(year, sort, **days, by=admin, at=at)
        if is_open:
            _confirm(row, ANSWERED, hosts, contacts, at=at - timedelta(days=4))
            setting.set_frame(
                hosts["HAMN"],
                year=year,
                amount_sek=230_000,
                by=people[CONTACTS["HAMN"]],
                at=at,
            )
        elif opens_on < today:
            _confirm(row, tuple(aims)[:MOST], hosts, contacts, at=_moment(at, due_on))


def _confirm(
    of: Round,
    codes: tuple[str, ...],
    hosts: dict[str, Organisation],
    contacts: dict[str, User],
    *,
    at: datetime,
) -> None:
    """Let organisations answer, each with a sentence of its own where something is missing."""
    for place, code in enumerate(codes):
        text = SAID[place % len(SAID)]
        answering.confirm(of, hosts[code], text=text, by=contacts[code], at=at)
