"""Where a delegation gets its answer, in which language, and what it says."""

from engagements.models import Engagement
from engagements.vocabulary import Outcome
from governance.kinds import Counterpart, Letter

ANSWERED_IN_SWEDISH = {"sv", "nb", "da"}
LETTER = Letter(
    subject={"sv": "Ert besök i Stockholm, {number}", "en": "Your visit to Stockholm, {number}"},
    thanks={
        "sv": "tack för er förfrågan om att besöka {body} i Stockholm ({title}).",
        "en": "Thank you for your request to visit {body} in Stockholm.",
    },
    answers={
        Outcome.ACCEPTED: {
            "sv": "Vi tar gärna emot er.{when} Vi återkommer med ett program. Det här är en "
            "bekräftelse och inget inbjudningsbrev.{letter}",
            "en": "We are happy to receive you.{when} We will come back with a programme. This "
            "is a confirmation and not an invitation letter.{letter}",
        },
        Outcome.ACCEPTED_WITHOUT_LETTER: {
            "sv": "Vi tar gärna emot er.{when} Staden skriver normalt inte inbjudningsbrev och kan "
            "inte göra det för det här besöket. Ni kan visa upp den här bekräftelsen.",
            "en": "We are happy to receive you.{when} The city does not normally write letters of "
            "invitation and cannot do so for this visit. You may show this confirmation.",
        },
        Outcome.COUNTERED: {
            "sv": "Vi kan inte ta emot er som ni föreslår, men föreslår i stället: {grounds}",
            "en": "We cannot receive you as you propose, but would like to suggest: {grounds}",
        },
        Outcome.DECLINED: {
            "sv": "Vi kan tyvärr inte ta emot besöket. Mycket om vårt arbete finns öppet på "
            "stadens webbplats, och vi svarar gärna på enstaka frågor i skrift.",
            "en": "Unfortunately we cannot receive the visit. Much about our work is openly "
            "available on the city's website, and we gladly answer single questions in writing.",
        },
    },
    when={"sv": " Besöket är planerat till {day}.", "en": " The visit is planned for {day}."},
    invitation={
        "sv": " Ett inbjudningsbrev skickas för sig. Det lovar inga kostnader och ingen visering.",
        "en": " A letter of invitation is sent separately. It promises no costs and no visa.",
    },
    coordinated={
        "sv": "Kommunstyrelsen i Stockholm samordnar besöket.",
        "en": "The Stockholm City Executive Board coordinates the visit.",
    },
)


def reply_to(engagement: Engagement) -> Counterpart:
    """Return the delegation's contact, and the language of the answer."""
    visit = engagement.visit
    language = "sv" if visit.language in ANSWERED_IN_SWEDISH else "en"
    return Counterpart(visit.contact_email, visit.contact_name, language)
