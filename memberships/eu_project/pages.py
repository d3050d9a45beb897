"""How an EU project is registered and shown, and what it is called on the pages of all kinds."""

from django.utils.translation import gettext_lazy as _

from engagements.vocabulary import Outcome
from governance.kinds import Pages, Spoken
from memberships.eu_project.forms import STEPS, NewProjectForm
from memberships.eu_project.summary import brief

SPOKEN = Spoken(
    register=_("Registrera EU-projekt"),
    about=_("Er verksamhet vill söka eller har pengar ur EU:s fonder och program."),
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
        Outcome.ACCEPTED: _("Säger ja till projektet"),
        Outcome.COUNTERED: _("Vill ha ett annat projekt"),
        Outcome.DECLINED: _("Säger nej till projektet"),
    },
    hints={
        Outcome.ACCEPTED: _(
            "När alla stadens parter har beslutat får det sökas. En ändring gäller då."
        ),
        Outcome.COUNTERED: _("Till exempel en annan roll eller en mindre budget."),
        Outcome.DECLINED: _("Skriv varför."),
    },
)
PAGES = Pages(
    slug="eu-projekt",
    spoken=SPOKEN,
    begin=NewProjectForm,
    steps=STEPS,
    brief=brief,
    also="memberships/eu_also.html",
    below={1: "memberships/_call_late.html"},
)
