"""Values that the strategy leaves to the city: with source and validity, never constants."""

from governance.strategy.values.base import UnknownValue, Value, Values
from governance.strategy.values.declaration import DECLARATION
from governance.strategy.values.eu_project import EU_PROJECT
from governance.strategy.values.hospitality import HOSPITALITY
from governance.strategy.values.membership import MEMBERSHIP
from governance.strategy.values.reception import RECEPTION
from governance.strategy.values.shared import SHARED
from governance.strategy.values.trip import TRIP
from governance.strategy.values.visit import VISIT

DEFAULT_VALUES: tuple[Value, ...] = (
    *HOSPITALITY,
    *SHARED,
    *VISIT,
    *TRIP,
    *RECEPTION,
    *DECLARATION,
    *MEMBERSHIP,
    *EU_PROJECT,
)

__all__ = ["DEFAULT_VALUES", "UnknownValue", "Value", "Values"]
