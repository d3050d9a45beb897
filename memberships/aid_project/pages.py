"""How a project of aid character is registered and shown, and what it is called."""

from django.utils.translation import gettext_lazy as _

from engagements.vocabulary import Outcome
from governance.kinds import Pages, Spoken
from memberships.aid_project.forms import STEPS, NewProjectForm
from memberships.aid_project.summary import brief

SPOKEN = Spoken(
    register=_("Registrera projekt av biståndskaraktär"),
    about=_("Er verksamhet stödjer en motpart i ett annat land, och någon annan betalar allt."),
    sent=_("Ärendet om projektet är skickat"),
    not_sent=_("Ärendet om projektet är inte skickat än"),
    mend=_("Det här hindrar enligt strategin eller lagen. Ändra projektet:"),
    held=_("Projektet"),
    hold=_("Genomför projektet"),
    follow_up=_("Följ upp projektet"),
    ahead=_("Projektet är inte slut än. Följ upp det från och med sista dagen."),
    later=_(
        "Öppnas på projektets sista dag: vad lärde vi oss, vad gör vi annorlunda och vem har "
        "fått veta? Sedan vad det kostade staden."
    ),
    outcomes={
        Outcome.ACCEPTED: _("Beslutar att genomföra projektet"),
        Outcome.COUNTERED: _("Vill ha ett annat projekt"),
        Outcome.DECLINED: _("Avstår från projektet"),
    },
    hints={
        Outcome.ACCEPTED: _("Finansiärens beslut ska vara bifogat."),
        Outcome.COUNTERED: _("Till exempel en annan finansiering."),
        Outcome.DECLINED: _("Skriv varför."),
    },
)
PAGES = Pages(
    slug="bistand",
    spoken=SPOKEN,
    begin=NewProjectForm,
    steps=STEPS,
    brief=brief,
    also="memberships/aid_also.html",
    below={3: "memberships/_aid_sum.html"},
)
