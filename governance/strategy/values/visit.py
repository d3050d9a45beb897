"""First values for visits."""

from governance.strategy.values.base import suggested

VISIT = (
    suggested("visit.lead_time_days", 30, "Framförhållning, dagar", "Lead time, days"),
    suggested(
        "visit.high_titles",
        "statschef, president, premiärminister, statsminister, minister, guvernör, borgmästare, "
        "prime minister, governor, mayor",
        "Titlar som räknas som hög politisk nivå, med komma emellan",
        "Titles that count as high political level, with commas between",
        clause="5.1.2",
    ),
    suggested(
        "letter.signed_by",
        "förvaltningschefen eller bolagets vd",
        "Vem som beslutar undantag och undertecknar inbjudningsbrev",
        "Who decides exceptions and signs invitation letters",
        clause="4.5",
    ),
    suggested("visit.repeat_years", 2, "Upprepat besök, år", "Repeated visit, years"),
)
