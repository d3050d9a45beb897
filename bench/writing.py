"""What a contact person writes in the benches: forms of real drafts, sent as a browser does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from bench.reading import Fields, form_with
from engagements.models import User
from tests.factories import visits

GROUNDS = "Vi lär oss mer än vi lägger ned, och tiden finns i planen."
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Sending:
    """A form, filled in. right: what the answer's status must be."""

    address: str
    fields: Fields
    right: int = 302


def _as_sent(fields: Fields) -> Fields:
    """Return the fields without the token, which whoever sends them has of their own."""
    return [(name, value) for name, value in fields if name != "csrfmiddlewaretoken"]


class Writer:
    """A contact person at a client."""

    def __init__(self, client: Any, user: User) -> None:
        self._client = client
        self._user = user

    def kinds(self, many: int) -> list[tuple[str, list[Sending]]]:
        """Return each thing to write, as many times; the drafts behind are made here."""
        numbered = self.saving()
        return [
            ("create a draft", [self.creating() for _n in range(many)]),
            ("save a draft", [numbered(number) for number in range(many)]),
            ("submit", [self.submitting() for _n in range(many)]),
            ("decide", [self.deciding() for _n in range(many)]),
        ]

    def creating(self) -> Sending:
        """Return the first page of a visit, answered."""
        address = "/arenden/nytt/besok/"
        form = form_with(self._read(address), "requesting_organisation", address=address)
        answers = {"requesting_organisation": "Oslo kommune", "country": "NO"}
        return Sending(address, _as_sent(form.answered(**answers)))

    def saving(self) -> Callable[[int], Sending]:
        """Return what the page sends while one writes in a step of one draft, by its number."""
        draft = visits.draft(by=self._user)
        address = f"{draft.get_absolute_url()}steg/2/"
        form = form_with(self._read(address), "wishes", address=address)
        there = f"{draft.get_absolute_url()}kontroll/"

        def numbered(number: int) -> Sending:
            answers = form.answered(step="2", wishes=f"De vill se hur vi mäter luften, {number}.")
            return Sending(there, _as_sent(answers), 200)

        return numbered

    def submitting(self) -> Sending:
        """Return the last step of a draft that answers everything."""
        draft = visits.draft(by=self._user)
        address = f"{draft.get_absolute_url()}steg/{self._last_step()}/"
        form = form_with(self._read(address), "version", address=address)
        weighed = {name: GROUNDS for name, _value in form.fields if name.startswith("skal-")}
        return Sending(address, _as_sent(form.answered(**weighed)))

    def deciding(self) -> Sending:
        """Return the answer to a matter that waits for its receiving body."""
        item = visits.handed_in(by=self._user)
        address = item.get_absolute_url()
        form = form_with(self._read(address), "outcome", address=address)
        answers = form.answered(outcome="accepted", grounds=GROUNDS)
        return Sending(form.action, _as_sent(answers))

    def send(self, sending: Sending) -> None:
        """Send a form. Raises RuntimeError when it is answered otherwise than it should be."""
        body = urlencode(sending.fields)
        response = self._client.post(sending.address, body, content_type=FORM)
        if response.status_code != sending.right:
            raise RuntimeError(f"{sending.address} answered {response.status_code}")
        if sending.right == 200 and 'data-save="saved"' not in response.text:
            raise RuntimeError(f"{sending.address} did not save")

    def counted(self, sending: Sending) -> int:
        """Send a form and return how many statements it took."""
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(connection) as queries:
            self.send(sending)
        return len(queries)

    def _read(self, address: str) -> str:
        response = self._client.get(address)
        if response.status_code != 200:
            raise RuntimeError(f"{address} answered {response.status_code}")
        return response.text

    @staticmethod
    def _last_step() -> int:
        from governance import kinds

        return kinds.pages_by_slug("besok").check
