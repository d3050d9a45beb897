"""How a declaration is registered and shown, and what it is called on the pages of all kinds."""

from django.utils.translation import gettext_lazy as _

from agreements.declaration.forms import STEPS, NewDeclarationForm
from agreements.declaration.summary import brief
from engagements.vocabulary import Outcome
from governance.kinds import Forums, Pages, Spoken

SPOKEN = Spoken(
    register=_("Registrera deklaration eller initiativ"),
    about=_("Staden är inbjuden att skriva under en text eller ansluta sig till ett initiativ."),
    sent=_("Deklarationen är skickad"),
    not_sent=_("Deklarationen är inte skickad än"),
    mend=_("Det här hindrar enligt strategin eller lagen. Ändra upplägget eller avstå:"),
    held=_("Staden är med"),
    hold=_("Håll åtagandena"),
    follow_up=_("Ompröva deklarationen"),
    ahead=_("Deklarationen ska inte omprövas än. Gör det från och med omprövningsdagen."),
    later=_(
        "Öppnas på omprövningsdagen. Tre frågor: vad har deklarationen gett oss, vad gör vi "
        "annorlunda och vem har fått veta? Sedan vad den har kostat."
    ),
    outcomes={
        Outcome.ACCEPTED: _("Ansluter sig"),
        Outcome.COUNTERED: _("Föreslår något annat"),
        Outcome.DECLINED: _("Ansluter sig inte"),
    },
    hints={
        Outcome.ACCEPTED: _("Staden skriver under och håller det som texten säger."),
        Outcome.COUNTERED: _(
            "Till exempel en del av texten, eller ett initiativ vi redan är med i."
        ),
        Outcome.DECLINED: _("Skriv varför, så att den som bjöd in kan få veta det."),
    },
)
PAGES = Pages(
    slug="deklaration",
    spoken=SPOKEN,
    begin=NewDeclarationForm,
    steps=STEPS,
    brief=brief,
    also="agreements/_declaration.html",
    below={3: "agreements/_asked.html"},
    forums=Forums(step=4, columns=("initiator", "purpose", "process")),
)
