"""The words of a membership's own questions: label and hint by the name of the answer."""

from typing import Any

from django.utils.translation import gettext_lazy as _

LABELS: dict[str, Any] = {
    "counterpart": _("Vad heter organisationen eller nätverket?"),
    "counterpart_kind": _("Vilka är medlemmar där?"),
    "country": _("Land där den har sitt säte"),
    "city": _("Stad där den har sitt säte"),
    "website": _("Webbplats"),
    "is_new": _("Är medlemskapet nytt?"),
    "starts_on": _("Från vilken dag blir vi medlemmar?"),
    "member_since": _("Sedan när är vi medlemmar?"),
    "has_statutes": _("Har den stadgar?"),
    "has_vote": _("Får vi rösträtt där?"),
    "is_initiative": _("Är det ett samarbetsinitiativ utan medlemmar?"),
    "scope": _("Gäller medlemskapet hela staden eller er verksamhet?"),
    "on_behalf_of_ks": _("Går ni med på uppdrag av kommunstyrelsen?"),
    "areas": _("Vilka andra i staden rör det?"),
    "aim": _("Vad vill staden med medlemskapet?"),
    "planned": _("Vad ska ni göra där?"),
    "responsible": _("Vilken funktion ansvarar för medlemskapet?"),
    "representative": _("Vem representerar staden?"),
    "representative_email": _("Representantens e-post"),
    "forums_searched": _("Har ni gått igenom forum där staden redan är med?"),
    "close_to_state": _("Ligger det nära sådant som är statens?"),
    "asks_twinning": _("Rör det vänorter eller vänortsavtal?"),
    "procurement_with_party": _(
        "Pågår upphandling, tillsyn eller tillståndsärende med någon i den?"
    ),
    "touches_foreign_policy": _("Rör medlemskapet Sveriges förhållande till andra stater?"),
    "initiative": _("Vem tog initiativet?"),
    "none_done": _("Har vi låtit bli att göra något där det senaste året?"),
    "benefit": _("Vad har medlemskapet gett oss?"),
    "effort_plan": _("Hur ska vi vara aktiva framöver?"),
    "last_review_on": _("När omprövades det senast?"),
    "next_review_on": _("När ska det omprövas?"),
    "proposal": _("Vad föreslår ni?"),
    "proposal_grounds": _("Varför?"),
    "review_again_on": _("När ska det omprövas nästa gång?"),
    "leaves_on": _("Sista dagen som medlem"),
    "estimated_sek": _("Vad kostar medlemskapet om året, utöver egen tid?"),
    "working_hours": _("Egen arbetstid om året, timmar"),
    "budget_line": _("Vilken budgetpost betalar avgiften?"),
}
HINTS: dict[str, Any] = {
    "website": _("Till exempel där stadgarna finns."),
    "starts_on": _("Till exempel 2027-01-01"),
    "member_since": _("Till exempel 2012-01-01. Dagen behöver inte vara exakt."),
    "has_statutes": _("Stadgar, avgift och rösträtt avgör om det är en organisation."),
    "is_initiative": _("Till exempel ett upprop som flera städer arbetar efter."),
    "scope": _("Svaret avgör vem som beslutar."),
    "areas": _("Medlemskap som rör flera nämnder beslutas av kommunstyrelsen."),
    "aim": _("En eller två meningar. Vad ska bli bättre i Stockholm?"),
    "planned": _("En insats på varje rad. Till exempel en arbetsgrupp som ni leder."),
    "responsible": _("Skriv funktionen, inte namnet. Till exempel enhetschef klimat."),
    "representative": _("Namnet sparas så länge medlemskapet varar och gallras sedan."),
    "close_to_state": _("Till exempel migration, försvar eller utrikespolitik."),
    "none_done": _("Svara nej om ni har antecknat en insats."),
    "benefit": _("Skriv det konkret: beslut, metoder eller pengar som vi fick."),
    "effort_plan": _("Behövs för att behålla ett medlemskap där vi inte har gjort något."),
    "next_review_on": _("Strategin nämner vart fjärde år."),
    "review_again_on": _("Lämna tomt, så räknas dagen ut från beslutet."),
    "leaves_on": _("Se stadgarnas tid för uppsägning. Lämna tomt om det är beslutsdagen."),
    "proposal_grounds": _("Väg det ni gör och får mot det som det kostar."),
    "estimated_sek": _("Avgiften och resorna. Hela kronor, 0 om det inte kostar något."),
}
FEE_LABELS: dict[str, Any] = {
    "year": _("År"),
    "amount": _("Avgift"),
    "currency": _("Valuta"),
    "amount_sek": _("Motsvarar i kronor"),
}
FEE_HINTS: dict[str, Any] = {
    "amount": _("Lämna tomt om den är okänd. Skriv 0 om det inte kostar något."),
    "amount_sek": _("Bara för andra valutor."),
}
DONE_LABELS: dict[str, Any] = {
    "done_on": _("När?"),
    "kind": _("Vilket slag av insats?"),
    "what": _("Vad gjorde vi?"),
}
FORUM_LABELS: dict[str, Any] = {
    "name": _("Forum där staden redan är med"),
    "why_not": _("Varför räcker det inte?"),
}
