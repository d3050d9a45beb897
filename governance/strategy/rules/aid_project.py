"""Rules that only a project of aid character answers to: others pay all of it (4.4)."""

from __future__ import annotations

from collections.abc import Iterator

from governance.strategy.facts import AidProjectFacts
from governance.strategy.rulebook import (
    Answer,
    Context,
    breach,
    judge,
    rule,
    supports,
    unanswered,
)
from governance.strategy.text import Text

WHOLE = 100
MEND = Text(
    "Få hela kostnaden täckt av en annan part, egen arbetstid inräknad.",
    "Have another party cover the whole cost, own working time counted.",
)
OUTSIDE = Text("Hitta en finansiär utanför staden.", "Find a funder outside the city.")


@rule(
    "4.4",
    on=AidProjectFacts,
    reads="funding whole_cost_sek external_share funder funder_own_group working_time_sek "
    "overhead_sek travel_sek staff_time_funded overhead_funded travel_funded",
)
def paid_in_full(facts: AidProjectFacts, context: Context) -> Iterator[Answer]:
    """Another party pays for all of it, own working time counted (4.4). Reading AI1."""
    by_table = bool(facts.funding)
    lacking = [*(_table(facts) if by_table else _share(facts)), *_parts(facts)]
    yield from lacking or [
        supports(
            "En annan part betalar hela kostnaden, egen arbetstid inräknad.",
            "Another party pays the whole cost, own working time counted.",
        )
    ]


def _share(facts: AidProjectFacts) -> Iterator[Answer]:
    """Yield what lacks, where one share and one funder are given."""
    if facts.external_share is None:
        yield unanswered(
            "Ange hur stor del av hela kostnaden som en annan part betalar.",
            "Say which share of the whole cost another party pays.",
        )
    elif facts.external_share < WHOLE:
        yield breach(
            f"Annan part betalar {facts.external_share} procent. Det ska vara hela kostnaden.",
            f"Another party pays {facts.external_share} percent. It is to be the whole cost.",
            mend=MEND,
        )
    if not (facts.funder or "").strip():
        yield unanswered("Namnge finansiären.", "Name the funder.")
    if facts.funder_own_group:
        yield _own_group()
    elif facts.funder_own_group is None:
        yield unanswered(
            "Svara på om finansiären hör till stadens egen koncern.",
            "Say whether the funder is of the city's own group.",
        )


def _table(facts: AidProjectFacts) -> Iterator[Answer]:
    """Yield what lacks in the table of who pays what."""
    paying = [row for row in facts.funding if row.sek != 0]
    if any(row.own_group for row in paying):
        yield _own_group()
    if any(not (row.funder or "").strip() or row.own_group is None for row in paying):
        yield unanswered(
            "Namnge varje finansiär, och svara på om den hör till stadens egen koncern.",
            "Name each funder, and say whether it is of the city's own group.",
        )
    amounts = [row.sek for row in paying if not row.own_group]
    if facts.whole_cost_sek is None or None in amounts:
        yield unanswered(
            "Ange hela kostnaden och vad varje finansiär betalar.",
            "Say the whole cost, and what each funder pays.",
        )
        return
    paid = sum(amount or 0 for amount in amounts)
    if paid < facts.whole_cost_sek:
        yield breach(
            f"Andra betalar {paid} kr av {facts.whole_cost_sek} kr. Det ska vara hela kostnaden.",
            f"Others pay SEK {paid} of SEK {facts.whole_cost_sek}. It is to be the whole cost.",
            mend=MEND,
        )


def _own_group() -> Answer:
    """Answer that the city would pay for itself."""
    return breach(
        "Ett bolag i stadens egen koncern är ingen annan part.",
        "A company of the city's own group is not another party.",
        mend=OUTSIDE,
    )


def _parts(facts: AidProjectFacts) -> Iterator[Answer]:
    """Yield the parts of the cost that nobody else pays. Own working time is always one."""
    for name, amount, funded in (
        (Text("den egna arbetstiden", "own working time"), None, facts.staff_time_funded),
        (Text("overhead", "overhead"), facts.overhead_sek, facts.overhead_funded),
        (Text("resorna", "travel"), facts.travel_sek, facts.travel_funded),
    ):
        if funded or amount == 0:
            continue
        if funded is None:
            yield unanswered(
                f"Svara på om en annan part betalar {name.sv}.",
                f"Say whether another party pays for {name.en}.",
            )
        else:
            yield breach(
                f"Ingen annan part betalar {name.sv}. Det ska vara hela kostnaden.",
                f"No other party pays for {name.en}. It is to be the whole cost.",
                mend=MEND,
            )


@rule("4.4", on=AidProjectFacts, reads="whole_cost_sek working_time_sek overhead_sek travel_sek")
def everything_counted(facts: AidProjectFacts, context: Context) -> Answer | None:
    """The whole cost holds own working time and all other parts (4.4)."""
    if facts.whole_cost_sek is None:
        return None
    parts = (facts.working_time_sek, facts.overhead_sek, facts.travel_sek)
    counted = sum(part or 0 for part in parts)
    if counted > facts.whole_cost_sek:
        return judge(
            f"Delarna är {counted} kr, men hela kostnaden {facts.whole_cost_sek} kr.",
            f"The parts are SEK {counted}, but the whole cost is SEK {facts.whole_cost_sek}.",
            mend=Text("Räkna in alla delar.", "Count all parts in."),
        )
    if 0 in (facts.working_time_sek, facts.whole_cost_sek):
        return judge(
            "Egen arbetstid är räknad till 0 kr.",
            "Own working time is counted as SEK 0.",
            mend=Text("Räkna in den egna arbetstiden.", "Count own working time in."),
        )
    return None
