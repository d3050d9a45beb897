"""How a reception is registered and shown, and what it is called on the pages of all kinds."""

from django.utils.translation import gettext_lazy as _

from engagements.vocabulary import Outcome
from governance.kinds import Pages, Spoken
from visits.reception.conditions import conditions
from visits.reception.days import offered
from visits.reception.forms import STEPS, NewReceptionForm
from visits.reception.summary import brief

SPOKEN = Spoken(
    register=_("Registrera mottagning"),
    about=_("En internationell kongress ansöker om att bli mottagen i Stadshuset."),
    sent=_("Ansökan är skickad"),
    not_sent=_("Ansökan är inte skickad än"),
    mend=_("Det här hindrar enligt stadens villkor, strategin eller lagen. Ändra upplägget:"),
    held=_("Mottagning"),
    hold=_("Hålla mottagningen"),
    follow_up=_("Följ upp mottagningen"),
    ahead=_("Mottagningen är inte hållen än. Följ upp den från och med samma dag."),
    later=_(
        "Öppnas när mottagningen är hållen: hur många som kom, vad den kostade och vad vi lärde "
        "oss."
    ),
    outcomes={
        Outcome.ACCEPTED: _("Håller mottagningen"),
        Outcome.COUNTERED: _("Föreslår en annan dag eller form"),
        Outcome.DECLINED: _("Avslår ansökan"),
    },
    hints={
        Outcome.ACCEPTED: _("Vi skriver ett förslag på bekräftelse till sökanden."),
        Outcome.COUNTERED: _("Till exempel en annan kväll, enklare servering eller färre gäster."),
        Outcome.DECLINED: _("Du får ett förslag på ett vänligt svar."),
    },
    answer=_("Svara sökanden"),
    answer_to=_("Svar till sökanden"),
    answered=_("Sökanden har fått svar på annat sätt"),
    came=_("Tre frågor om mottagningen"),
)
PAGES = Pages(
    slug="mottagning",
    spoken=SPOKEN,
    begin=NewReceptionForm,
    steps=STEPS,
    brief=brief,
    also="receptions/also.html",
    outcome=("guests_came",),
    conditions=conditions,
    offered=offered,
)
