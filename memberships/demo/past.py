"""EU projects of years gone by, which ended and landed, so that a year has as many as a city's."""

from __future__ import annotations

import random
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from engagements.models import Engagement, Organisation, User
from engagements.vocabulary import Outcome, ProjectRole, ProjectStage, Sector
from governance.demo.bulk import Past
from governance.demo.people import CONTACTS
from memberships.demo.projects import GROUNDS, usual_eu
from memberships.eu_project.models import EuProject, ReportDate, StageMove
from memberships.project.models import ProjectFunding, ProjectPartner

SEED = 1917
# As many of a hundred of a year's matters; the newest ended this many days ago.
OF_HUNDRED, UNTIL = 4, 45
# Whose, and what about.
ABOUT = (
    ("EXPLK", "Återbrukade byggdelar i nya kvarter"),
    ("MF", "Träd som kyler gator"),
    ("MF", "Mätning av partiklar vid skolor"),
    ("TK", "Laddning på gatan utan sladdar"),
    ("TK", "Trygga vägar till skolan"),
    ("SVOA", "Läkemedelsrester i avloppsvatten"),
    ("SVOA", "Fosfor ur slam"),
    ("AMF", "Snabbare väg till yrkessvenska"),
    ("UTBF", "Elever som bygger broar"),
    ("UTBF", "Lärarutbyte om matematik"),
    ("SOF", "Stöd i hemmet för unga vuxna"),
    ("KULF", "Biblioteket som ateljé"),
    ("ALF", "Digitalt stöd efter sjukhuset"),
    ("SISAB", "Skolgårdar som tål skyfall"),
    ("STOKAB", "Öppna data om nätets energi"),
    ("HAMN", "El vid kaj för färjor"),
    ("IDF", "Simskolor för alla"),
    ("SBK", "Digital tvilling för dagsljus"),
)
PROGRAMMES = ("Horizon Europe", "LIFE", "Erasmus+", "Interreg Östersjön", "ESF+")
PARTNERS = (
    ("Ajuntament de Barcelona", Sector.PUBLIC, "ES"),
    ("Gemeente Utrecht", Sector.PUBLIC, "NL"),
    ("Tallinna linn", Sector.PUBLIC, "EE"),
    ("Comune di Bologna", Sector.PUBLIC, "IT"),
    ("Københavns Kommune", Sector.PUBLIC, "DK"),
    ("KTH", Sector.ACADEMIA, "SE"),
    ("Aalto-yliopisto", Sector.ACADEMIA, "FI"),
    ("Fraunhofer-Gesellschaft", Sector.ACADEMIA, "DE"),
)
STAGES = ("applied", "granted", "running", "ended")
LEARNT = (
    "Metoden håller, men kräver att driften är med från första dagen.",
    "Deltagarna lärde sig mest av varandras misslyckanden.",
    "Upphandlingen tog längre tid än själva prövningen.",
)
ACTED = ("Det är i ordinarie drift.", "Två förvaltningar till tar över metoden nästa år.")
TOLD = ("EU-enheten och nätverket av kontaktpersoner.", "Nämnden, i slutrapporten.")


def ended(
    people: dict[str, User], others: dict[str, User], *, a_year: int, today: datetime
) -> list[Past]:
    """Return what ended of three years, as a share of ``a_year`` matters."""
    draw = random.Random(SEED)  # noqa: S311 - a demo, the same each time
    hosts = {row.code: row for row in Organisation.objects.select_related("board")}
    contacts = {code: people[key] for code, key in CONTACTS.items()} | others
    last = timezone.localdate(today) - timedelta(days=UNTIL)
    first = last.replace(year=last.year - 2, month=1, day=1) + timedelta(days=300)
    pasts = []
    for number in range(3 * a_year * OF_HUNDRED // 100):
        code, title = ABOUT[number % len(ABOUT)]
        day = first + timedelta(days=draw.randrange((last - first).days))
        turn = number // len(ABOUT)
        said = f"{title}, steg {turn + 1}" if turn else title
        pasts.append(_project(draw, hosts[code], contacts[code], said, day))
    return pasts


def _at(day: date, hour: int) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour)))


def _project(
    draw: random.Random, host: Organisation, contact: User, title: str, ended: date
) -> Past:
    """Return a project that ended on a day."""
    starts = ended - timedelta(days=draw.randint(120, 240))
    registered = starts - timedelta(days=draw.randint(60, 75))
    decided = registered + timedelta(days=draw.randint(6, 14))
    programme = draw.choice(PROGRAMMES)
    sek = draw.randrange(400_000, 6_000_000, 50_000)
    detail = EuProject(engagement=Engagement(organisation=host, title=title))
    answers = usual_eu(starts=starts, ends=ended) | {
        "programme": programme,
        "counterpart": programme,
        "role": draw.choice(list(ProjectRole)).value,
        "purpose": f"{title} prövas i en stadsdel och kan sedan användas i fler.",
        "budget_eur": sek // 4,
        "own_budget_sek": sek,
    }
    own = {column.name for column in EuProject._meta.get_fields()}
    for name, value in answers.items():
        setattr(detail if name in own else detail.engagement, name, value)
    partners = draw.sample(PARTNERS, 2)
    rows: list[Any] = [
        ProjectPartner(place=place, name=name, sector=sector.value, country=country)
        for place, (name, sector, country) in enumerate(partners)
    ]
    rows.append(
        ProjectFunding(place=0, funder=f"EU, {programme}", sek=sek, own_group=False),
    )
    rows.append(ReportDate(place=0, what="Slutrapport", due_on=ended, done_on=ended))
    closed = min(ended + timedelta(days=draw.randint(10, 40)), ended + timedelta(days=UNTIL - 1))
    went = (decided + timedelta(days=5), starts - timedelta(days=20), starts, ended)
    return Past(
        detail,
        contact,
        registered=_at(registered, 9),
        submitted=_at(registered, 16),
        decided=_at(decided, 13),
        outcome=Outcome.ACCEPTED,
        grounds=GROUNDS,
        rows=rows,
        after=[
            StageMove(stage=ProjectStage(code).value, on=day, by=contact, at=_at(day, 14))
            for code, day in zip(STAGES, went, strict=True)
        ],
        over=_at(ended + timedelta(days=1), 8),
        closed=_at(closed, 14),
        told={
            "learnt": draw.choice(LEARNT),
            "acted_on": draw.choice(ACTED),
            "told": draw.choice(TOLD),
        },
    )
