"""Rules on how people travel, what fills their days, and the report after it."""

from __future__ import annotations

from engagements.vocabulary import TravelMeans
from governance.strategy.facts import TripFacts
from governance.strategy.rulebook import Answer, Context, judge, note, rule, supports, unanswered
from governance.strategy.rules.texts import short
from governance.strategy.text import Text

WEEK = 7


@rule("city:travel", on=TripFacts, reads="digital")
def way_of_taking_part(facts: TripFacts, context: Context) -> Answer | None:
    """Whether it is by video or on site is said."""
    if facts.digital is None:
        return unanswered("Ange om deltagandet är digitalt.", "Say whether it is by video.")
    return None


@rule("city:travel", on=TripFacts, reads="digital why_not_digital")
def video_first(facts: TripFacts, context: Context) -> Answer | None:
    """Video comes first: to go there has its reason."""
    if facts.digital:
        return None
    if facts.why_not_digital is None:
        return unanswered("Skriv varför det inte går digitalt.", "Write why video won't do.")
    if short(facts.why_not_digital, context):
        return judge(
            "Det framgår inte varför det inte går digitalt.",
            "Why it can't be done by video is not clear.",
            mend=Text("Delta digitalt, eller skriv varför inte.", "Join by video, or say why not."),
        )
    return None


@rule("city:travel", on=TripFacts, reads="digital means")
def means_of_travel(facts: TripFacts, context: Context) -> Answer | None:
    """How people travel is said; the train supports."""
    if facts.digital:
        return None
    if facts.means is None:
        return unanswered("Ange färdsätt.", "Say how they travel.")
    if facts.means == TravelMeans.TRAIN:
        return supports("Resan görs med tåg.", "They go by train.")
    return None


@rule("city:travel", on=TripFacts, reads="digital means distance_km why_not_train")
def train_first(facts: TripFacts, context: Context) -> Answer | None:
    """Below the city's distance the train comes first; a flight has its reason."""
    if facts.digital or facts.means != TravelMeans.FLIGHT:
        return None
    if facts.distance_km is None:
        return unanswered("Ange avståndet enkel väg.", "Give the distance one way.")
    below = context.value("trip.train_below_km")
    if facts.distance_km >= below:
        return None
    if short(facts.why_not_train, context):
        return judge(
            f"Flyg {facts.distance_km} km. Under {below} km tar staden tåg.",
            f"A flight of {facts.distance_km} km. Below {below} km the city takes the train.",
            mend=Text("Ta tåg, eller skriv varför inte.", "Take the train, or say why not."),
        )
    return note(
        f"Flyg {facts.distance_km} km, med skäl: chefen tar ställning till dem.",
        f"A flight of {facts.distance_km} km, with reasons: the head considers them.",
    )


@rule("city:travel", on=TripFacts, reads="digital means emissions_kg")
def emissions(facts: TripFacts, context: Context) -> Answer | None:
    """What a flight emits is shown to those who decide."""
    if facts.digital or facts.means != TravelMeans.FLIGHT or facts.emissions_kg is not None:
        return None
    return note("Utsläppen är inte angivna.", "The emissions are not given.")


@rule("city:travel", on=TripFacts, reads="digital programme_hours starts_on ends_on")
def full_programme(facts: TripFacts, context: Context) -> Answer | None:
    """Each day has its programme, or its week does: no more days away than the work takes."""
    if facts.digital:
        return None
    if not facts.programme_hours:
        return unanswered(
            "Ange timmar med program för varje dag borta.",
            "Give hours of programme for each day away.",
        )
    a_day = context.value("trip.programme_hours")
    hours = _hours_of_each_day(facts)
    thin = _thin_days(hours, a_day, context.value("trip.programme_hours_week"))
    if not thin:
        return supports("Programmet fyller dagarna.", "The programme fills the days.")
    return judge(
        f"Under {a_day} timmar program {thin} av {len(hours)} dagar.",
        f"Below {a_day} hours of programme on {thin} of {len(hours)} days.",
        mend=Text("Korta resan eller motivera dagarna.", "Shorten it, or give grounds."),
    )


def _hours_of_each_day(facts: TripFacts) -> tuple[int, ...]:
    """Return hours a day away: a day without a figure has no programme."""
    hours = facts.programme_hours
    if not facts.starts_on or not facts.ends_on:
        return hours
    days = (facts.ends_on - facts.starts_on).days + 1
    return hours + (0,) * (days - len(hours))


def _thin_days(hours: tuple[int, ...], a_day: int, a_week: int) -> int:
    """Return how many days have too little, in weeks that have too little too."""
    weeks = [hours[first : first + WEEK] for first in range(0, len(hours), WEEK)]
    return sum(one < a_day for week in weeks if sum(week) < a_week for one in week)


@rule("city:travel", on=TripFacts, reads="missing_reports")
def earlier_reports(facts: TripFacts, context: Context) -> Answer | None:
    """Reports still missing are shown on the next request; several are weighed."""
    missing = facts.missing_reports
    if not missing:
        return None
    sv = f"Reserapporter som saknas från tidigare resor: {missing}."
    en = f"Reports missing from earlier trips: {missing}."
    mend = Text("Lämna rapporterna först.", "Hand in the reports first.")
    answer = judge if missing >= context.value("trip.missing_reports") else note
    return answer(sv, en, mend=mend)


@rule("city:travel", on=TripFacts, reads="report_due_on ends_on")
def report_after(facts: TripFacts, context: Context) -> Answer | None:
    """A report is to come, within the city's time."""
    days = context.value("trip.report_days")
    if facts.report_due_on is None:
        return note(
            f"Ingen dag för rapporten är satt. Riktvärdet är {days} dagar efter hemkomsten.",
            f"No day is set for the report. The city's value is {days} days after the return.",
        )
    if facts.ends_on and (facts.report_due_on - facts.ends_on).days > days:
        return note(
            f"Rapporten kommer senare än {days} dagar efter hemkomsten.",
            f"The report comes later than {days} days after the return.",
        )
    return supports(f"Rapport senast {facts.report_due_on}.", f"A report by {facts.report_due_on}.")


@rule("city:travel", on=TripFacts, reads="others_from_city")
def others_go_too(facts: TripFacts, context: Context) -> Answer | None:
    """Others from the city at the same event are shown."""
    if not facts.others_from_city:
        return None
    return note(
        f"Andra från staden deltar också: {facts.others_from_city}.",
        f"Others from the city take part too: {facts.others_from_city}.",
    )
