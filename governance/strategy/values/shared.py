"""First values that several kinds share."""

from governance.strategy.values.base import suggested

SHARED = (
    suggested("text.sentence_length", 15, "Kortaste svar, tecken", "Shortest answer, characters"),
    suggested("review.period_years", 4, "Omprövning, år", "Review period, years", clause="4.3b"),
    suggested(
        "committee.seats",
        "kommunstyrelsens ordförande och förste vice ordförande, kommunfullmäktiges ordförande och "
        "förste vice ordförande",
        "Vilka som sitter i internationella beredningen",
        "Who sits on the International Committee",
        clause="5.3.1",
    ),
    suggested(
        "cost.new_decision_percent",
        10,
        "Dyrare än beslutat, procent, innan nytt beslut",
        "Above the decided cost, percent, before a new decision",
    ),
    suggested(
        "follow_up.reminder_days",
        5,
        "Påminnelse före uppföljning, arbetsdagar",
        "Reminder before a follow-up, working days",
    ),
    suggested(
        "committee.papers_days",
        5,
        "Handlingar till beredningen, arbetsdagar före mötet",
        "Papers to the committee, working days before the meeting",
    ),
    suggested(
        "delegation.fresh_minutes",
        10,
        "Lösenordet skrivs igen före beslut på delegation, efter minuter",
        "The password is asked for again before a delegated decision, after minutes",
    ),
    suggested(
        "delegation.report_days",
        45,
        "Beslut på delegation anmäls till kommunstyrelsen, dagar efter beslutet",
        "Delegated decisions are reported to the Executive Board, days after the decision",
    ),
)
