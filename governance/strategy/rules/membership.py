"""Rules that only a membership answers to: the part the city takes in it, and its terms."""

from governance.strategy.rules import membership_part as membership_part
from governance.strategy.rules import membership_terms as membership_terms
