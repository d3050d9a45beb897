"""How long a cooperation agreement holds: a set period, which does not renew itself (4.2d)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from governance.strategy.facts.agreement import AgreementFacts
from governance.strategy.rulebook import Answer, Context, breach, rule, supports, unanswered
from governance.strategy.rules.cooperation_content import AGREEMENTS, is_cooperation
from governance.strategy.rules.texts import ask_a_person, found, show_denied
from governance.strategy.text import Text
from governance.strategy.words import Wordlist

GOES_ON = Wordlist(
    re.compile(
        r"\b(tills vidare|tillsvidareavtal\w*|until further notice"
        r"|förläng(?:s|as|es|ning\w*)(?=[^.;]{0,40}automatisk)"
        r"|automatisk\w* (?:förläng\w+|förny\w+)"
        r"|automatic(?:ally)? (?:renew\w*|extend\w*|extension\w*|prolong\w*)"
        r"|(?:renewed|extended|prolonged) automatically)\b",
        re.I,
    )
)


@rule(
    "4.2d",
    on=AGREEMENTS,
    reads="starts_on ends_on open_ended renews_itself counterpart_kind within_initiative",
)
def set_period(facts: AgreementFacts, context: Context) -> Iterator[Answer]:
    """A cooperation agreement begins and ends on set days (4.2)."""
    if not is_cooperation(facts):
        return
    answers = [*_without_end(facts), *_missing(facts)]
    yield from answers or [supports("Tiden är bestämd i förväg.", "The period is set beforehand.")]


def _without_end(facts: AgreementFacts) -> Iterator[Answer]:
    """Yield what makes the period no set one."""
    mend = Text("Sätt en dag då avtalet slutar.", "Set a day on which it ends.")
    if facts.open_ended:
        yield breach(
            "Avtalet gäller tills vidare. Det ska ha ett slut.",
            "The agreement holds until further notice. It is to have an end.",
            mend=mend,
        )
    if facts.renews_itself:
        yield breach(
            "Avtalet förlängs av sig självt, så tiden är inte bestämd.",
            "The agreement renews itself, so that the period is not set.",
            mend=Text(
                "Stryk förlängningen. Ett nytt avtal kan slutas när det här är slut.",
                "Take out the renewal. A new agreement can be made when this one ends.",
            ),
        )
    if facts.starts_on and facts.ends_on and facts.ends_on < facts.starts_on:
        yield breach(
            "Avtalet slutar innan det börjar.",
            "The agreement ends before it begins.",
            mend=Text("Rätta dagarna.", "Correct the days."),
        )


def _missing(facts: AgreementFacts) -> Iterator[Answer]:
    """Yield what is not yet known of the period."""
    if facts.starts_on is None:
        yield unanswered("Ange när avtalet börjar.", "Say when the agreement begins.")
    if facts.ends_on is None and not facts.open_ended:
        yield unanswered("Ange när avtalet slutar.", "Say when the agreement ends.")
    if facts.renews_itself is None:
        yield unanswered(
            "Svara på om avtalet förlängs av sig självt.", "Say whether it renews itself."
        )


@rule("4.2d", on=AGREEMENTS, reads="open_ended renews_itself @texts")
def words_on_period(facts: AgreementFacts, context: Context) -> Answer | None:
    """Words on an agreement that goes on ask a person, where the answers say it ends (4.2)."""
    if not is_cooperation(facts) or facts.open_ended or facts.renews_itself:
        return None
    hits, denied = found(GOES_ON, facts)
    if hits:
        return ask_a_person(hits)
    return show_denied(denied) if denied else None
