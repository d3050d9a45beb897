"""The second edition of the strategy: a draft, kept beside the first to be tried on history.

The city has not adopted it. It shows how an edition differs: two clauses, one value, one rule
(``rules.trip_digital``). It holds on no day until the city says from when.
"""

from __future__ import annotations

from governance.strategy.clauses.clause import Row

ID = "strategy-2"
SECOND: tuple[Row, ...] = (
    (
        "4.3b",
        "Omprövning",
        "Review",
        "Intentionsavtal och medlemskap omprövas minst vart tredje år.",
        "Letters of intent and memberships are reviewed at least every third year.",
        "rule",
    ),
    (
        "4.7",
        "Digitalt först",
        "Digital first",
        "Staden deltar digitalt i evenemang utomlands när det går. Att vara på plats motiveras.",
        "The city takes part in events abroad by video where it can. Being on site has its grounds.",
        "rule",
    ),
)
STATED = {"review.period_years": 3}
