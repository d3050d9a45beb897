"""What is said of a mail to come: what it is, which day it follows from, and what stops it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from engagements.templatetags.utblick import day
from governance import reminders
from governance.forecast import Coming, Reason
from governance.notices import instead_of


@dataclass(frozen=True)
class Words:
    """The words of a rule. why: with %(day)s, the last day; stops: what makes it not come."""

    title: Any
    why: Any
    stops: Any


WORDS: dict[str, Words] = {
    "over": Words(
        gettext_lazy("Följ upp"),
        gettext_lazy("Sista dagen är %(day)s. Dagen efter öppnas uppföljningen (5.4.5)."),
        gettext_lazy("Kommer inte om ärendet har återtagits eller redan följs upp."),
    ),
    "late": Words(
        gettext_lazy("Påminnelse om det som är sent"),
        gettext_lazy("Sista dag är %(day)s. Det påminns om högst en gång i veckan."),
        gettext_lazy("Kommer inte om det är gjort, har gått vidare eller fått mer tid."),
    ),
    "late_answer": Words(
        gettext_lazy("Påminnelse om det som är sent"),
        gettext_lazy("Svaret ska komma senast %(day)s. Det påminns om högst en gång i veckan."),
        gettext_lazy("Kommer inte om ni har svarat, eller om ärendet är beslutat."),
    ),
    "follow_up": Words(
        gettext_lazy("Påminnelse om uppföljning"),
        gettext_lazy("Uppföljningen ska lämnas senast %(day)s (2.3, 5.4.5)."),
        gettext_lazy("Kommer inte om uppföljningen har lämnats."),
    ),
    "review": Words(
        gettext_lazy("Ompröva ett medlemskap"),
        gettext_lazy("Medlemskapet ska omprövas senast %(day)s (4.3)."),
        gettext_lazy("Kommer inte om omprövningen har skickats in."),
    ),
    "agreement_end": Words(
        gettext_lazy("Ett avtal slutar"),
        gettext_lazy("Avtalet slutar %(day)s."),
        gettext_lazy("Kommer inte om en ändring har flyttat dagen."),
    ),
    "position": Words(
        gettext_lazy("Ett ställningstagande"),
        gettext_lazy("Sista dagen att få gehör är %(day)s."),
        gettext_lazy("Kommer inte om det har skickats, eller om någon har skrivit vad det gav."),
    ),
    "project_report": Words(
        gettext_lazy("En rapport till programmet"),
        gettext_lazy("Rapporten ska lämnas senast %(day)s."),
        gettext_lazy("Kommer inte om rapporten är lämnad."),
    ),
    "project_landed": Words(
        gettext_lazy("Blev projektet en del av verksamheten?"),
        gettext_lazy("Projektet tog slut för ett år sedan, och frågan ställs %(day)s."),
        gettext_lazy("Kommer inte om någon har svarat."),
    ),
    "todo": Words(
        gettext_lazy("En uppgift vars sista dag har kommit"),
        gettext_lazy("Uppgiften ska vara klar senast %(day)s."),
        gettext_lazy("Kommer inte om uppgiften är klar, överlämnad eller återtagen."),
    ),
    "view": Words(
        gettext_lazy("Nytt i en vy som du bevakar"),
        gettext_lazy("Du bevakar vyn, och något har kommit in i den."),
        gettext_lazy("Kommer inte om du slutar bevaka vyn, eller om ärendena har lämnat den."),
    ),
    "digest": Words(
        gettext_lazy("Måndagsmejlet"),
        "",
        gettext_lazy("Kommer inte om inget väntar på dig, är sent eller händer i veckan."),
    ),
    "anchor": Words(
        gettext_lazy("Liggarens ankare"),
        gettext_lazy("Ankaret skickas varje dag till den som har registret."),
        "",
    ),
}
STAGES = {
    reminders.BEFORE: gettext_lazy("Påminnelsen kommer fem arbetsdagar innan."),
    reminders.ON: gettext_lazy("Påminnelsen kommer på dagen."),
    reminders.AFTER: gettext_lazy("Den är sen och påminns om varje vecka."),
}


def title(rule: str) -> str:
    """Return what a mail is."""
    return str(WORDS[rule].title)


def why(reason: Reason) -> str:
    """Say which day a mail follows from."""
    said = str(WORDS[reason.rule].why) % {"day": day(reason.day)}
    return f"{said} {STAGES[reason.stage]}" if reason.stage in STAGES else said


def stops(rule: str) -> str:
    """Say what makes a mail not come."""
    return str(WORDS[rule].stops)


def choice(row: Coming) -> str:
    """Say why it is a mail: since one chose so, since it is usual for one's roles, or always."""
    if row.away:
        return _("Du får det %(instead)s.") % {"instead": instead_of(row.away)}
    if row.rule == "view":
        return ""
    if row.sort is None:
        return _("Skickas alltid.")
    words = {"sort": row.sort.label}
    if row.chosen:
        return _("Du har valt mejl för ”%(sort)s”.") % words
    return _("Vanligt för din roll: ”%(sort)s” kommer med mejl.") % words
