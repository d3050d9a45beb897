"""The rules: those of every kind by section, then one module a kind, one line each."""

from governance.strategy.rules import aid_project as aid_project
from governance.strategy.rules import cooperation as cooperation
from governance.strategy.rules import deciding as deciding
from governance.strategy.rules import declaration as declaration
from governance.strategy.rules import directions as directions
from governance.strategy.rules import eu_project as eu_project
from governance.strategy.rules import forums as forums
from governance.strategy.rules import goals as goals
from governance.strategy.rules import hospitality as hospitality
from governance.strategy.rules import intent as intent
from governance.strategy.rules import law as law
from governance.strategy.rules import membership as membership
from governance.strategy.rules import position as position
from governance.strategy.rules import presenting as presenting
from governance.strategy.rules import principles as principles
from governance.strategy.rules import reception as reception
from governance.strategy.rules import reviews as reviews
from governance.strategy.rules import trip as trip
from governance.strategy.rules import visit as visit
from governance.strategy.rules import ways as ways
