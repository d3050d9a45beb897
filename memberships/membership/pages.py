"""How a membership is registered and shown, and what it is called on the pages of all kinds."""

from django.utils.translation import gettext_lazy as _

from engagements.vocabulary import Outcome
from governance.kinds import Forums, Pages, Spoken
from memberships.membership.forms import STEPS, NewMembershipForm
from memberships.membership.summary import brief

SPOKEN = Spoken(
    register=_("Registrera medlemskap"),
    about=_("Staden, er verksamhet eller ert bolag går med i, eller är med i, en organisation."),
    sent=_("Ärendet om medlemskapet är skickat"),
    not_sent=_("Ärendet om medlemskapet är inte skickat än"),
    mend=_("Det här hindrar enligt strategin eller lagen. Ändra, eller föreslå att lämna:"),
    held=_("Medlem"),
    hold=_("Var aktiv"),
    follow_up=_("Följ upp medlemskapet"),
    ahead=_("Medlemskapet varar. Det följs upp när ni lämnar det; till dess omprövas det."),
    later=_(
        "Medlemskapet följs upp vid varje omprövning. Den här uppföljningen öppnas när ni har "
        "lämnat det: vad lärde vi oss, vad gör vi annorlunda och vem har fått veta?"
    ),
    outcomes={
        Outcome.ACCEPTED: _("Beslutar enligt förslaget"),
        Outcome.COUNTERED: _("Vill ha ett annat förslag"),
        Outcome.DECLINED: _("Avslår förslaget"),
    },
    hints={
        Outcome.ACCEPTED: _("Ni går med, behåller, ändrar eller lämnar, som ärendet föreslår."),
        Outcome.COUNTERED: _("Till exempel att lämna i stället för att behålla."),
        Outcome.DECLINED: _("Inget ändras. Skriv varför."),
    },
)
PAGES = Pages(
    slug="medlemskap",
    spoken=SPOKEN,
    begin=NewMembershipForm,
    steps=STEPS,
    brief=brief,
    also="memberships/also.html",
    forums=Forums(
        step=2,
        columns=("aim",),
        by_place=False,
        asked=lambda engagement: engagement.membership.is_new is True,
    ),
)
