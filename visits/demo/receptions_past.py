"""Receptions of years gone by that a board held in a house of its own: applied for and decided."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.utils import timezone

from engagements.models import Cost, Engagement, User
from engagements.vocabulary import CostLine, CounterpartKind, EventKind, Outcome
from governance.demo.bulk import Past
from visits.demo.drawn import at, handled, over, put
from visits.demo.receptions import ELSEWHERE, Application, usual_answers
from visits.reception.models import DateOption, Reception

# As many for a hundred of a year's matters; a fourth of them are declined.
OF_HUNDRED, UNTIL = 4, 45
# Whose house, who applies, for what, and what is learnt there.
ABOUT = (
    ("KULF", "European Museum Academy", "Museum Days", "Hur museer når dem som aldrig kommer."),
    ("SVOA", "Nordic Water Association", "Nordic Wastewater Days", "Hur andra sparar på fosfor."),
    ("SBR", "European Tourism Research", "Night Train Forum", "Vad som får fler att välja tåg."),
    ("UTBF", "Educating Cities", "Learning City Days", "Hur skolor delar på bra lärare."),
    ("HAMN", "Baltic Harbour Research", "Harbour Futures", "Hur hamnar blir tysta på natten."),
    ("IDF", "European Swimming Researchers", "Safe Water Days", "Hur alla barn lär sig simma."),
    ("SSA", "European Records Society", "Digital Records Days", "Hur e-post bevaras."),
    ("KHST", "European Stage Network", "Stages for Children", "Hur barn får se mer scenkonst."),
)
GUESTS = (60, 80, 90, 110, 120, 140)
SEK = (120, 150, 180)


def drawn(
    draw: random.Random, contacts: dict[str, User], *, a_year: int, today: datetime
) -> Iterator[tuple[str, Past]]:
    """Give receptions of the last three years, each with its organisation's code."""
    last = timezone.localdate(today) - timedelta(days=UNTIL)
    first = last.replace(year=last.year - 2, month=1, day=1) + timedelta(days=100)
    for number in range(3 * a_year * OF_HUNDRED // 100):
        code, applicant, event, learns = ABOUT[number % len(ABOUT)]
        held = first + timedelta(days=draw.randrange((last - first).days))
        held -= timedelta(days=max(held.weekday() - 4, 0))
        guests, each = draw.choice(GUESTS), draw.choice(SEK)
        said = Application(
            applicant,
            f"{event} {held.year}",
            learns,
            "closed",
            0,
            0,
            guests=guests,
            foreign_share=draw.choice((55, 60, 70, 80)),
            host=code,
            each=each,
            answers=ELSEWHERE
            | {
                "counterpart_kind": CounterpartKind.UNIVERSITY.value,
                "event_kind": EventKind.CONGRESS.value,
            },
        )
        moments = handled(draw, held, ahead=draw.randint(60, 120))
        received = timezone.localdate(moments["registered"])
        detail = Reception(engagement=Engagement(title=f"Mottagning för {said.event}"))
        put(detail.engagement, detail, usual_answers(said, received=received, held=held))
        declined = number % 4 == 3
        came = guests * draw.randint(80, 104) // 100
        detail.guests_came = None if declined else came
        yield (
            code,
            Past(
                detail,
                contacts[code],
                **moments,
                outcome=Outcome.DECLINED if declined else Outcome.ACCEPTED,
                grounds="Få av gästerna rör det som vi arbetar med."
                if declined
                else "Vi lär oss mer än vi lägger ned, och pengarna finns.",
                rows=[
                    Cost(line=CostLine.RECEPTION.value, per_person_sek=each, persons=guests),
                    DateOption(place=0, day=held, time="18–20"),
                ],
                answered=at(timezone.localdate(moments["decided"]), 16),
                cost_sek=came * each,
                told={
                    "learnt": learns,
                    "acted_on": "Vi har tagit kontakt med två av talarna.",
                    "told": "Ledningsgruppen och kontaktpersonerna i staden.",
                    "image": "Kongressen visade staden i sina egna kanaler.",
                },
                **({} if declined else over(draw, held)),
            ),
        )
