"""Rules that only a reception at the City Hall answers to, by subject."""

from governance.strategy.rules import reception_guests as reception_guests
from governance.strategy.rules import reception_principles as reception_principles
from governance.strategy.rules import reception_terms as reception_terms
