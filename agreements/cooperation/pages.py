"""How a cooperation agreement is registered and shown, and what it is called."""

from django.utils.translation import gettext_lazy as _

from agreements.cooperation.forms import STEPS, NewCooperationForm
from agreements.signing.account import OUTCOME, AccountForm
from agreements.signing.looking import FORUMS
from agreements.signing.summary import brief
from engagements.vocabulary import Outcome
from governance.kinds import Pages, Spoken

SPOKEN = Spoken(
    register=_("Registrera samarbetsavtal"),
    about=_("Staden kommer överens med en stad eller annan part om ett ämne, för en bestämd tid."),
    sent=_("Samarbetsavtalet är skickat"),
    not_sent=_("Samarbetsavtalet är inte skickat än"),
    mend=_("Det här hindrar enligt strategin eller lagen. Ändra avtalet eller avstå:"),
    held=_("Avtalet gäller"),
    hold=_("Gör det ni har kommit överens om"),
    follow_up=_("Redovisa vad avtalet gav"),
    ahead=_("Avtalet gäller än. Redovisa det från och med den sista dagen."),
    later=_(
        "Öppnas den sista dagen: vad blev gjort, vad gav det parterna och vad lärde vi oss? "
        "Påminnelser kommer 180, 90 och 30 dagar före slutet."
    ),
    came=_("Vad vi lärde oss"),
    outcomes={
        Outcome.ACCEPTED: _("Godkänner avtalet"),
        Outcome.COUNTERED: _("Vill ha ett annat avtal"),
        Outcome.DECLINED: _("Säger nej till avtalet"),
    },
    hints={
        Outcome.ACCEPTED: _("Staden skriver under. En ändring börjar gälla som den står."),
        Outcome.COUNTERED: _("Till exempel ett ämne i stället för flera, eller en kortare tid."),
        Outcome.DECLINED: _("Skriv varför, så att den andra parten kan få veta det."),
    },
)
PAGES = Pages(
    slug="samarbetsavtal",
    spoken=SPOKEN,
    begin=NewCooperationForm,
    steps=STEPS,
    brief=brief,
    also="agreements/_agreement.html",
    outcome=OUTCOME,
    follow_up=AccountForm,
    forums=FORUMS,
)
