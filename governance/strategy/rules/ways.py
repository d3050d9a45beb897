"""Rules of every kind on ways of working (section 5)."""

from __future__ import annotations

from governance.strategy.facts import ALL, Facts
from governance.strategy.rulebook import (
    Answer,
    Context,
    breach,
    judge,
    note,
    rule,
    supports,
    unanswered,
)
from governance.strategy.text import Text


@rule("5.4.1b", on=ALL, reads="estimated_sek frame_sek decided_sek stage")
def within_frame(facts: Facts, context: Context) -> Answer | None:
    """The cost fits the year's frame, what is decided counted in (5.4.1). Reading R7."""
    if facts.estimated_sek is None:
        return unanswered(
            f"Ange vad {facts.noun.sv} kostar, 0 om inget.", "Say the cost, 0 if none."
        )
    if facts.estimated_sek == 0:
        return None
    if facts.frame_sek is None:
        return unanswered(
            "Verksamheten har ingen ram för internationellt arbete i år.",
            "The organisation has no frame for international work this year.",
            part="frame",
        )
    if facts.decided_sek is None:
        return unanswered(
            "Det är inte känt hur mycket av ramen som redan är beslutat.",
            "It is not known how much of the frame is already decided.",
            part="frame",
        )
    return _against_frame(facts.estimated_sek, facts.frame_sek - facts.decided_sek, facts.stage)


def _against_frame(cost: int, left: int, stage: str) -> Answer:
    """Weigh a cost against what is left of the frame: a breach when it is decided."""
    if cost <= left:
        return supports(f"Ryms inom ramen: {left} kr kvar.", f"Fits the frame: SEK {left} left.")
    sv = f"Kostar {cost} kr, men {max(left, 0)} kr är kvar av ramen."
    en = f"Costs SEK {cost}, but SEK {max(left, 0)} is left of the frame."
    mend = Text("Sänk kostnaden eller utöka ramen.", "Lower the cost or widen the frame.")
    answer = breach if stage == "decision" else judge
    return answer(sv, en, mend=mend, part="frame")


@rule("5.4.1c", on=ALL, reads="in_operational_plan")
def in_plan(facts: Facts, context: Context) -> Answer | None:
    """Work that the operational plan names is supported; else it is noted (5.4.1)."""
    if facts.in_operational_plan is None:
        return None
    if facts.in_operational_plan:
        return supports("Finns i verksamhetsplanen.", "Is in the operational plan.")
    return note("Finns inte i verksamhetsplanen.", "Is not in the operational plan.")


@rule("5.4.5", on=ALL, reads="working_hours")
def resources(facts: Facts, context: Context) -> Answer | None:
    """Staff time is the real cost: it is asked for (5.4.5)."""
    if facts.working_hours is None:
        return note("Egen arbetstid är inte angiven.", "Own working time is not given.")
    return None


@rule("5.6.1", on=ALL, reads="contact_person_appointed")
def contact_person(facts: Facts, context: Context) -> Answer | None:
    """A gap in the appointment of a contact person is shown (5.6.1)."""
    if facts.contact_person_appointed is False:
        return note(
            "Verksamheten saknar utsedd kontaktperson.",
            "The organisation has no appointed contact person.",
        )
    return None


@rule("5.4.5", on=ALL, reads="estimated_sek decided_sek_before")
def decided_cost(facts: Facts, context: Context) -> Answer | None:
    """What has grown far dearer than it was decided is decided again (5.4.5)."""
    if facts.estimated_sek is None or facts.decided_sek_before is None:
        return None
    percent = context.value("cost.new_decision_percent")
    if facts.estimated_sek * 100 <= facts.decided_sek_before * (100 + percent):
        return None
    return judge(
        f"Kostar {facts.estimated_sek} kr, men {facts.decided_sek_before} kr är beslutat.",
        f"Costs SEK {facts.estimated_sek}, but SEK {facts.decided_sek_before} is decided.",
        mend=Text("Fatta ett nytt beslut om kostnaden.", "Decide on the cost anew."),
    )
