"""How a position is registered and shown, and what it is called on the pages of all kinds."""

from django.utils.translation import gettext_lazy as _

from agreements.position.forms import STEPS, NewPositionForm
from agreements.position.summary import brief
from engagements.vocabulary import Outcome
from governance.kinds import Pages, Spoken

SPOKEN = Spoken(
    register=_("Registrera ställningstagande"),
    about=_("Staden vill påverka ett förslag i EU, eller tycka till i en internationell fråga."),
    sent=_("Ställningstagandet är skickat på prövning"),
    not_sent=_("Ställningstagandet är inte skickat än"),
    mend=_("Det här hindrar enligt strategin eller lagen. Ändra, eller avstå:"),
    held=_("Säga det"),
    hold=_("Säg det"),
    follow_up=_("Följ upp ställningstagandet"),
    ahead=_("Sista dagen att få gehör har inte varit än. Anteckna i loggen så länge."),
    later=_(
        "Öppnas efter sista dagen att få gehör. Till dess står det som görs i loggen. Sedan: vad "
        "lärde vi oss, vad gör vi annorlunda och vem har fått veta?"
    ),
    outcomes={
        Outcome.ACCEPTED: _("Antar ställningstagandet"),
        Outcome.COUNTERED: _("Vill ha en annan text"),
        Outcome.DECLINED: _("Tar inte ställning"),
        Outcome.COORDINATED: _("Samordnar"),
    },
    hints={
        Outcome.ACCEPTED: _("Texten gäller som den står."),
        Outcome.COUNTERED: _("Skriv vad som ska ändras."),
        Outcome.DECLINED: _("Inget sägs. Skriv varför."),
    },
)
PAGES = Pages(
    slug="standpunkt",
    spoken=SPOKEN,
    begin=NewPositionForm,
    steps=STEPS,
    brief=brief,
    also="positions/also.html",
    beside="positions/_beside.html",
)
