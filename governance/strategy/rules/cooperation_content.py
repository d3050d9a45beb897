"""What a cooperation agreement is about: an exchange, one subject, gain for all (4.2a to c)."""

from __future__ import annotations

from engagements.vocabulary import CounterpartKind
from governance.strategy.facts import AidProjectFacts, CooperationFacts, IntentFacts
from governance.strategy.facts.agreement import AgreementFacts
from governance.strategy.rulebook import Answer, Context, breach, judge, rule, supports, unanswered
from governance.strategy.rules.texts import short
from governance.strategy.text import Text

AGREEMENTS = (CooperationFacts, IntentFacts)
LISTED = (",", ";")


def is_single_party(facts: AgreementFacts) -> bool:
    """Whether it is made with one party alone: no organisation or network, no initiative."""
    alone = facts.counterpart_kind not in (None, CounterpartKind.INTERNATIONAL)
    return alone and facts.within_initiative is False


def is_cooperation(facts: AgreementFacts) -> bool:
    """Whether 4.2 judges it: what it is decides, not what it is called."""
    return isinstance(facts, CooperationFacts) or is_single_party(facts)


@rule("4.2a", on=AGREEMENTS, reads="exchanges no_exchange counterpart_kind within_initiative")
def concrete_exchange(facts: AgreementFacts, context: Context) -> Answer | None:
    """A cooperation agreement says what is to be done (4.2)."""
    if not is_cooperation(facts):
        return None
    mend = Text("Skriv vad parterna ska göra.", "Write what the parties are to do.")
    if any(not short(item, context) for item in facts.exchanges):
        return supports("Det framgår vad som ska göras.", "What is to be done is said.")
    if any(item.strip() for item in facts.exchanges):
        return judge(
            "Utbytet är nämnt, men så kort att det är svårt att se vad som ska göras.",
            "The exchange is named, but so shortly that what is to be done is hard to see.",
            mend=mend,
        )
    if facts.no_exchange:
        return breach(
            "Avtalet säger inget om vad som ska göras.",
            "The agreement says nothing of what is to be done.",
            mend=mend,
        )
    return unanswered("Skriv vad parterna ska göra.", "Write what the parties are to do.")


@rule("4.2b", on=AGREEMENTS, reads="themes counterpart_kind within_initiative")
def one_theme(facts: AgreementFacts, context: Context) -> Answer | None:
    """A cooperation agreement is on one subject (4.2)."""
    if not is_cooperation(facts):
        return None
    themes = dict.fromkeys(theme.strip().casefold() for theme in facts.themes if theme.strip())
    if not themes:
        return unanswered("Ange vilket ämne avtalet gäller.", "Say which subject it is on.")
    mend = Text(
        "Välj ett ämne, eller gör ett avtal för varje ämne.",
        "Choose one subject, or make an agreement for each.",
    )
    if len(themes) > 1:
        return breach(
            f"Avtalet gäller {len(themes)} ämnen. Det ska gälla ett.",
            f"The agreement is on {len(themes)} subjects. It is to be on one.",
            mend=mend,
        )
    (theme,) = themes
    if any(mark in theme for mark in LISTED):
        return judge(
            "Ämnet verkar räkna upp flera ämnen. En person bedömer.",
            "The subject seems to list several. A person judges.",
            mend=mend,
        )
    return supports("Avtalet gäller ett ämne.", "The agreement is on one subject.")


@rule(
    "4.2c",
    on=(*AGREEMENTS, AidProjectFacts),
    reads="benefit_stockholm benefits counterpart_kind",
)
def gain_for_all(facts: AgreementFacts | AidProjectFacts, context: Context) -> Answer | None:
    """Each party gains clearly, or it is no cooperation (4.2). Reading CO3."""
    if isinstance(facts, AgreementFacts) and not is_cooperation(facts):
        return None
    ours = (facts.benefit_stockholm or "").strip()
    theirs = [(row.gain or "").strip() for row in facts.benefits]
    mend = Text("Skriv vad varje part vinner.", "Write what each party gains.")
    if not ours and not any(theirs):
        return unanswered("Skriv vad varje part vinner.", "Write what each party gains.")
    if not ours:
        return breach(
            "Bara den andra parten vinner på det. Nyttan ska vara ömsesidig.",
            "The other party alone gains. The gain is to be mutual.",
            mend=mend,
        )
    if not any(theirs):
        return breach(
            "Bara Stockholm vinner på det. Nyttan ska vara ömsesidig.",
            "Stockholm alone gains. The gain is to be mutual.",
            mend=mend,
        )
    if not all(theirs):
        return breach(
            "Någon av parterna vinner inget på det. Nyttan ska finnas för alla.",
            "One of the parties gains nothing. There is to be a gain for all.",
            mend=mend,
        )
    if any(short(gain, context) for gain in (ours, *theirs)):
        return judge(
            "Nyttan är nämnd, men så kort att det är svårt att se om den är tydlig.",
            "The gain is named, but so shortly that it is hard to see if it is clear.",
            mend=mend,
        )
    return supports("Varje parts nytta är beskriven.", "What each party gains is described.")
