"""First values for declarations and initiatives."""

from governance.strategy.values.base import suggested

DECLARATION = (
    suggested("declaration.burden_sek", 0, "Ökad börda över, kr", "Added burden above, SEK"),
    suggested(
        "declaration.burden_hours", 0, "Ökad börda över, timmar", "Added burden above, hours"
    ),
)
