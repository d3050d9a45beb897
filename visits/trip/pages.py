"""How a trip is registered and shown, and what it is called on the pages of all kinds."""

from django.utils.translation import gettext_lazy as _

from engagements.models import Engagement
from engagements.vocabulary import Outcome
from governance.kinds import Occasion, Pages, Spoken
from visits.trip import reporting, settling
from visits.trip.forms import STEPS, NewTripForm
from visits.trip.report_form import ReportForm
from visits.trip.summary import brief

SPOKEN = Spoken(
    register=_("Ansök om en konferens eller resa"),
    about=_("Någon från staden vill delta i ett evenemang utomlands, på plats eller digitalt."),
    sent=_("Ansökan är skickad"),
    not_sent=_("Ansökan är inte skickad än"),
    mend=_("Det här hindrar enligt strategin, lagen eller stadens regler för resor:"),
    held=_("Deltagande"),
    hold=_("Delta"),
    follow_up=_("Följ upp deltagandet"),
    ahead=_("Evenemanget är inte slut än. Följ upp det från och med sista dagen."),
    later=_(
        "Öppnas när ni är hemma. Reserapporten: vad blev det av syftet, vad lärde vi oss, vad kan "
        "andra i staden använda, och vad varje rad kostade mot beslutet."
    ),
    outcomes={
        Outcome.ACCEPTED: _("Godkänner deltagandet"),
        Outcome.COUNTERED: _("Föreslår något annat"),
        Outcome.DECLINED: _("Avslår deltagandet"),
    },
    hints={
        Outcome.ACCEPTED: _("Nu får ni anmäla er och boka."),
        Outcome.COUNTERED: _("Till exempel färre personer, tåg eller digitalt deltagande."),
        Outcome.DECLINED: _("Skriv varför, så att de som ville delta förstår."),
    },
)


def occasion(engagement: Engagement) -> Occasion:
    """Name the event, and the country that it is held in."""
    event = engagement.trip.conference
    return Occasion(event.name, event.country) if event else Occasion("", "")


PAGES = Pages(
    slug="resa",
    spoken=SPOKEN,
    begin=NewTripForm,
    steps=STEPS,
    brief=brief,
    also="trips/also.html",
    beside="trips/beside.html",
    follow_up=ReportForm,
    follow_up_due=reporting.last_day,
    settle=settling.settle,
    reporters=reporting.accounts,
    occasion=occasion,
)
