"""Who decides: one module a kind, one line each."""

from governance.strategy.routes import visit as visit
