"""The account of an agreement that has ended: what was done, and what it gave each party."""

from __future__ import annotations

from typing import Any

from governance.forms_follow_up import FollowUpForm

OUTCOME = ("delivered", "gave_us", "gave_them")


class AccountForm(FollowUpForm):
    """The house's three questions, and what it gave each party: all of it is to be answered."""

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        """Ask for each of the kind's own questions."""
        super().__init__(data, **kwargs)
        for name in self.more:
            self.fields[name].required = True
