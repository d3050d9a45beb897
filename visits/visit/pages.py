"""How a visit is registered and shown, and what it is called on the pages of all kinds."""

from django.utils.translation import gettext_lazy as _

from engagements.models import Engagement
from engagements.vocabulary import Outcome
from governance.kinds import Occasion, Pages, Spoken
from visits.visit.forms import STEPS, NewVisitForm
from visits.visit.summary import brief

SPOKEN = Spoken(
    register=_("Registrera besöksförfrågan"),
    about=_("En delegation från ett annat land vill komma och lära av er, eller lära er något."),
    sent=_("Förfrågan är skickad"),
    not_sent=_("Förfrågan är inte skickad än"),
    mend=_("Det här hindrar enligt strategin eller lagen. Ändra upplägget eller tacka nej:"),
    held=_("Besök"),
    hold=_("Ta emot"),
    follow_up=_("Följ upp besöket"),
    ahead=_("Besöket är inte genomfört än. Följ upp det från och med sista dagen."),
    later=_(
        "Öppnas när besöket är genomfört. Tre frågor: vad lärde vi oss, vad gör vi annorlunda och "
        "vem har fått veta? Sedan kostnaden och eventuella gåvor."
    ),
    hints={
        Outcome.ACCEPTED: _("Vi skriver ett förslag på svar till delegationen."),
        Outcome.ACCEPTED_WITHOUT_LETTER: _("Svaret säger vänligt varför inget brev skrivs."),
        Outcome.COUNTERED: _("Till exempel en annan tid, ett digitalt möte eller en annan värd."),
        Outcome.DECLINED: _("Du får ett förslag på ett vänligt svar."),
    },
    answer=_("Svara delegationen"),
    answer_to=_("Svar till delegationen"),
    answered=_("Delegationen har fått svar på annat sätt"),
    came=_("Tre frågor om besöket"),
)


def occasion(engagement: Engagement) -> Occasion:
    """Name the organisation that came, and from where."""
    return Occasion(engagement.counterpart, engagement.visit.country)


PAGES = Pages(
    slug="besok", spoken=SPOKEN, begin=NewVisitForm, steps=STEPS, brief=brief, occasion=occasion
)
