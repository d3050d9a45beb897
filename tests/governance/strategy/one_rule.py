"""What one rule answers, told from what others answer under the same clause."""

from datetime import date

from governance.strategy import DEFAULT_VALUES, Facts, Finding, Values, assess

ON = date(2026, 11, 1)
VALUES = Values(DEFAULT_VALUES)


def findings(rule: str, facts: Facts, *, on: date = ON, values: Values = VALUES) -> list[Finding]:
    """Return the findings of one rule, named as its function."""
    name = f"strategy.{facts.kind}.{rule}"
    return [f for f in assess(facts, on=on, values=values).findings if f.rule == name]


def verdicts(rule: str, facts: Facts, *, on: date = ON, values: Values = VALUES) -> list[str]:
    """Return the verdicts of one rule, gravest first."""
    return [str(f.verdict) for f in findings(rule, facts, on=on, values=values)]
