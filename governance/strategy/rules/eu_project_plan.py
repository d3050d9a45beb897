"""An EU project's place in the plan, what comes after it, and when it is decided (3.3.4)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from governance.strategy.facts import EuProjectFacts
from governance.strategy.routes.eu_project import parties
from governance.strategy.rulebook import Answer, Context, breach, note, rule, supports
from governance.strategy.text import Text


@rule("3.3.4a", on=EuProjectFacts, reads="plan_item")
def serves_plan(facts: EuProjectFacts, context: Context) -> Answer:
    """An EU project serves a goal in the operation's plan (3.3.4)."""
    if not (facts.plan_item or "").strip():
        return breach(
            "Projektet hör inte till något mål i verksamhetsplanen.",
            "The project serves no goal in the operational plan.",
            mend=Text("Ange målet i verksamhetsplanen.", "Name the goal in the plan."),
        )
    return supports("Hör till ett mål i verksamhetsplanen.", "Serves a goal in the plan.")


@rule("3.3.4b", on=EuProjectFacts, reads="after_owner after_funding after_from")
def after_project(facts: EuProjectFacts, context: Context) -> Answer:
    """From the start it is said who carries it on, with what money and when (3.3.4)."""
    missing = [
        name
        for name, said in (
            (Text("vem som tar över", "who takes over"), (facts.after_owner or "").strip()),
            (Text("pengarna efteråt", "the money"), (facts.after_funding or "").strip()),
            (Text("när det börjar", "from when"), facts.after_from),
        )
        if not said
    ]
    if not missing:
        return supports(
            "Det finns en plan för tiden efter projektet.", "There is a plan for what comes after."
        )
    sv = ", ".join(name.sv for name in missing)
    en = ", ".join(name.en for name in missing)
    return breach(
        f"Planen för tiden efter projektet saknar: {sv}.",
        f"The plan for what comes after the project lacks: {en}.",
        mend=Text(
            "Skriv vem som för projektet vidare i ordinarie verksamhet, med vilka pengar och när.",
            "Write who carries it on in ordinary operations, with what money and when.",
        ),
    )


@rule("5.4.5", on=EuProjectFacts, reads="applied_on decided_on apply_by")
def decided_first(facts: EuProjectFacts, context: Context) -> Answer | None:
    """The decision comes before the application (5.4.2, 5.4.5)."""
    if facts.applied_on is None or facts.applied_on > context.on:
        if facts.apply_by is not None and facts.apply_by < context.on:
            return note(
                f"Sista dag att ansöka var {facts.apply_by}.",
                f"The last day to apply was {facts.apply_by}.",
            )
        return None
    if facts.decided_on is not None and facts.decided_on <= facts.applied_on:
        return supports("Beslutet kom före ansökan.", "The decision came before the application.")
    return breach(
        f"Ansökan skickades {facts.applied_on}, före beslutet.",
        f"The application was sent on {facts.applied_on}, before the decision.",
        mend=Text(
            "Återta ansökan, eller låt den som beslutar ta ställning till den med skäl.",
            "Withdraw the application, or let the one who decides take it up with grounds.",
        ),
    )


@rule("5.4.5", on=EuProjectFacts, reads="starts_on ends_on host host_board areas partners")
def large(facts: EuProjectFacts, context: Context) -> Iterator[Answer]:
    """What runs over many budget years, or touches several bodies, is flagged (5.4.5)."""
    if facts.starts_on and facts.ends_on:
        years = facts.ends_on.year - facts.starts_on.year + 1
        most = context.value("eu_project.budget_years")
        if years > most:
            yield note(
                f"Projektet löper över {years} budgetår. Riktvärdet är högst {most}.",
                f"The project runs over {years} budget years. The city's value is at most {most}.",
            )
    if len(parties(facts)) > 1:
        yield note(
            "Flera av stadens parter är med. Var och en beslutar om sin del.",
            "Several bodies of the city take part. Each decides on its part.",
        )


@rule("5.4.5", on=EuProjectFacts, reads="documents_kept_until ends_on")
def documents(facts: EuProjectFacts, context: Context) -> Answer | None:
    """The papers are kept as long as the programme may ask for them (5.4.5)."""
    years = context.value("eu_project.documents_years")
    kept = facts.documents_kept_until
    if facts.ends_on is None:
        if kept:
            return None
        return note(
            f"Spara handlingarna minst {years} år efter projektets slut.",
            f"Keep the papers at least {years} years after the project.",
        )
    least = _years_after(facts.ends_on, years=int(years))
    if kept and kept >= least:
        return supports(f"Handlingarna sparas till {kept}.", f"The papers are kept till {kept}.")
    return note(
        f"Handlingarna behöver sparas minst till {least}.",
        f"The papers need to be kept at least till {least}.",
        mend=Text("Följ programmets regler om de är längre.", "Follow the programme if longer."),
    )


def _years_after(day: date, *, years: int) -> date:
    """Return the same day so many years later; 28 February when the day does not exist."""
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    return date(min(day.year + years, date.max.year), day.month, last)
