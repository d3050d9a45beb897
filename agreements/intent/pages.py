"""How a letter of intent is registered and shown, and what it is called."""

from django.utils.translation import gettext_lazy as _

from agreements.intent.forms import STEPS, NewIntentForm
from agreements.signing.account import OUTCOME, AccountForm
from agreements.signing.looking import FORUMS
from agreements.signing.summary import brief
from engagements.vocabulary import Outcome
from governance.kinds import Pages, Spoken

SPOKEN = Spoken(
    register=_("Registrera intentionsavtal"),
    about=_("Staden säger vad den vill, med en internationell organisation eller i ett initiativ."),
    sent=_("Intentionsavtalet är skickat"),
    not_sent=_("Intentionsavtalet är inte skickat än"),
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
    slug="intentionsavtal",
    spoken=SPOKEN,
    begin=NewIntentForm,
    steps=STEPS,
    brief=brief,
    also="agreements/_agreement.html",
    outcome=OUTCOME,
    follow_up=AccountForm,
    forums=FORUMS,
)
