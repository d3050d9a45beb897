"""What the Mayor decided in years gone by, after the Committee: receptions at the City Hall, trips.

How many a meeting has is an assumption, since no source tells: with some ten meetings a year it
makes thirty trips and twenty receptions.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from engagements.models import Cost, Engagement, User
from engagements.vocabulary import Character, CostLine, EventKind, Outcome
from governance.demo import delegated
from governance.demo.bulk import Past
from governance.demo.delegated import CONFIRMED
from visits.demo.drawn import at, over, put
from visits.demo.receptions import SHARED, SPORT, Application, usual_answers
from visits.reception.models import DateOption, Reception

# Of a thousand of a year's matters, as many at each meeting, and one at least.
TRIPS_OF_THOUSAND, RECEPTIONS_OF_THOUSAND = 10, 7
BEFORE = timedelta(days=33)
# One in so many is declined.
DECLINED = 8
GROUNDS = "Enligt internationella beredningens förslag."
TRIP_ADVICE = "Deltagandet har en egen uppgift och kostnaden är rimlig. Rapport på nästa möte."
AGAINST = "Få av gästerna rör ett område som staden kan lära av. Sökanden kan ta emot dem själv."
# Who applies, for what, what the city learns, and what is special to it.
HELD: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
    ("Karolinska Institutet", "Nordic Congress of Paediatrics", "Hur barn får vård i tid.", SHARED),
    ("Kungliga Tekniska högskolan", "Urban Rail Conference", "Hur spår byggs utan stopp.", {}),
    ("Stockholms universitet", "European Geography Days", "Hur städer växer jämnare.", {}),
    ("Svenska Friidrottsförbundet", "EM i friidrott för unga", "Hur fler unga börjar.", SPORT),
    ("Handelshögskolan i Stockholm", "European Finance Meeting", "Hur småföretag lånar.", {}),
    ("Karolinska Institutet", "World Congress of Nursing", "Hur fler vill bli kvar.", SHARED),
    ("Kungliga Tekniska högskolan", "Clean Heat Symposium", "Hur fjärrvärme blir renare.", {}),
    ("Södertörns högskola", "Baltic Studies Conference", "Hur grannar samarbetar i kris.", {}),
    ("Kungliga Musikhögskolan", "European Choir Congress", "Hur fler barn får sjunga.", {}),
    ("Svenska Judoförbundet", "EM i judo", "Hur flickor stannar i idrotten.", SPORT),
    ("Stockholms universitet", "European Language Congress", "Hur nya språk lärs in.", {}),
)
GUESTS = (150, 180, 220, 260, 300, 340, 420)


def times(
    meets: datetime, draw: random.Random, *, tabled: datetime | None = None
) -> dict[str, Any]:
    """Return when a matter that a meeting dealt with was registered, handed in and decided.

    tabled: the meeting before, where that one let it wait.
    """
    registered = timezone.localdate((tabled or meets) - BEFORE)
    return {
        "registered": at(registered, draw.randint(8, 15), draw.randrange(60)),
        "submitted": at(registered, 16, draw.randrange(60)),
        "decided": meets + CONFIRMED,
        "meets": meets,
        "tabled": tabled,
    }


def receptions(
    draw: random.Random,
    people: dict[str, User],
    meetings: list[datetime],
    *,
    a_year: int,
    first: date,
    last: date,
) -> Iterator[Past]:
    """Give the receptions that were applied for, between two days; they lack their organisation."""
    each = max(a_year * RECEPTIONS_OF_THOUSAND // 1000, 1)
    for number, meets in enumerate(meets for meets in meetings for _one in range(each)):
        held = timezone.localdate(meets) + timedelta(days=draw.randint(40, 200))
        held -= timedelta(days=max(held.weekday() - 4, 0))
        when = times(meets, draw, tabled=delegated.tabled(meetings, meets, number + 5))
        made = _reception(draw, people, when, held, number)
        if first <= held <= last:
            yield made


def _reception(
    draw: random.Random, people: dict[str, User], when: dict[str, Any], held: date, number: int
) -> Past:
    applicant, event, learns, special = HELD[number % len(HELD)]
    guests, each = draw.choice(GUESTS), draw.choice((280, 310, 350))
    declined = number % DECLINED == DECLINED - 1
    said = Application(
        applicant,
        f"{event} {held.year}",
        learns,
        "closed",
        0,
        0,
        guests=guests,
        foreign_share=draw.choice((55, 60, 65, 70, 80, 85)),
        each=each,
        answers=special
        | {"character": draw.choice((Character.EUROPEAN, Character.INTERNATIONAL)).value},
    )
    detail = Reception(engagement=Engagement(title=f"Mottagning för {said.event}"))
    received = timezone.localdate(when["registered"])
    put(detail.engagement, detail, usual_answers(said, received=received, held=held))
    came = guests * draw.randint(82, 103) // 100
    detail.guests_came = None if declined else came
    sport = detail.event_kind == EventKind.CHAMPIONSHIP
    return Past(
        detail,
        people["sara.oberg"],
        **when,
        outcome=Outcome.DECLINED if declined else Outcome.ACCEPTED,
        grounds=AGAINST if declined else GROUNDS,
        adviser=people["sara.oberg"],
        advice=AGAINST
        if declined
        else f"{'Mästerskapet' if sport else 'Kongressen'} uppfyller villkoren.",
        rows=[
            Cost(line=CostLine.RECEPTION.value, per_person_sek=each, persons=guests),
            DateOption(place=0, day=held, time="18–20"),
        ],
        answered=at(timezone.localdate(when["decided"]) + timedelta(days=1), 10),
        cost_sek=came * each,
        told={
            "learnt": learns,
            "acted_on": "Vi har tagit kontakt med två av talarna.",
            "told": "Ledningsgruppen och kontaktpersonerna i staden.",
            "image": "Evenemanget visade staden i sina egna kanaler.",
        },
        **({} if declined else over(draw, held)),
    )
