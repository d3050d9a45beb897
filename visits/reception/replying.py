"""Where an applicant gets its answer, in which language, and what it says."""

from datetime import timedelta

from babel.dates import format_date

from engagements.models import Engagement
from engagements.vocabulary import Outcome
from governance.kinds import Counterpart, Letter

# How long before the evening the City Hall must know who comes. The answer is read before it goes.
FINAL_DAYS = 21
CITY_HALL = {"sv": " i Stockholms stadshus", "en": " at Stockholm City Hall"}
FINAL = {
    "sv": " Skicka antal gäster, program och gästlista senast den {due}.",
    "en": " Please send us the number of guests, the programme and the guest list by {due}.",
}


def _words(engagement: Engagement, language: str) -> dict[str, str]:
    """Return the event, where it is, and the day by which the applicant tells the rest."""
    due = ""
    if engagement.starts_on:
        last = engagement.starts_on - timedelta(days=FINAL_DAYS)
        due = FINAL[language].format(due=format_date(last, "long", language))
    reception = engagement.reception
    place = "" if reception.at_city_hall is False else CITY_HALL[language]
    return {"event": reception.event or engagement.title, "place": place, "due": due}


LETTER = Letter(
    subject={
        "sv": "Er ansökan om mottagning{place}, {number}",
        "en": "Your application for a reception{place}, {number}",
    },
    thanks={
        "sv": "tack för er ansökan om en mottagning{place} för {event}.",
        "en": "Thank you for your application for a reception{place} for {event}.",
    },
    answers={
        Outcome.ACCEPTED: {
            "sv": "Stockholms stad tar gärna emot era gäster.{when} Det här är stadens "
            "bekräftelse.{due}",
            "en": "The City of Stockholm is happy to receive your guests.{when} This is the "
            "city's confirmation.{due}",
        },
        Outcome.COUNTERED: {
            "sv": "Vi kan inte hålla mottagningen som ni föreslår, men föreslår i stället: "
            "{grounds}",
            "en": "We cannot hold the reception as you propose, but would like to suggest: "
            "{grounds}",
        },
        Outcome.DECLINED: {
            "sv": "Staden kan tyvärr inte hålla mottagningen. Vi får fler ansökningar än vi kan "
            "tillmötesgå och prövar var och en mot samma villkor.",
            "en": "Unfortunately the city cannot hold the reception. We receive more applications "
            "than we can meet, and test each of them against the same conditions.",
        },
    },
    when={
        "sv": " Mottagningen är planerad till den {day}.",
        "en": " The reception is planned for {day}.",
    },
    words=_words,
)


def reply_to(engagement: Engagement) -> Counterpart:
    """Return the applicant's contact, and the language of the answer."""
    reception = engagement.reception
    language = reception.reply_language or "sv"
    return Counterpart(reception.contact_email, reception.contact_name, language)
