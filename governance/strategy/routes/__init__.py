"""Who decides: one module a kind, one line each."""

from governance.strategy.routes import aid_project as aid_project
from governance.strategy.routes import cooperation as cooperation
from governance.strategy.routes import declaration as declaration
from governance.strategy.routes import eu_project as eu_project
from governance.strategy.routes import intent as intent
from governance.strategy.routes import membership as membership
from governance.strategy.routes import position as position
from governance.strategy.routes import reception as reception
from governance.strategy.routes import trip as trip
from governance.strategy.routes import visit as visit
