"""What a page asks back: the fields of its forms, as a browser would send them."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin

Fields = list[tuple[str, str]]


@dataclass
class Form:
    """A form of a page. action: where it goes; fields: what stands in it; asks: every name."""

    action: str
    posted: bool
    fields: Fields = field(default_factory=list)
    asks: set[str] = field(default_factory=set)

    def answered(self, **answers: str) -> Fields:
        """Return the fields with some of them answered otherwise."""
        kept = [(name, value) for name, value in self.fields if name not in answers]
        return kept + list(answers.items())


class _Reader(HTMLParser):
    def __init__(self, address: str) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._address = address
        self._open = False
        self._text = ""
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        at = {name: value or "" for name, value in attrs}
        if tag == "form":
            action = urljoin(self._address, at.get("action", ""))
            self.forms.append(Form(action, at.get("method", "").lower() == "post"))
            self._open = True
        elif not self._open:
            return
        elif tag == "input":
            self._input(at)
        elif tag == "textarea":
            self._text = at.get("name", "")
            self._add(self._text, "")
        elif tag == "select":
            self._select = at.get("name", "")
        elif tag == "option" and self._select and "selected" in at:
            self._add(self._select, at.get("value", ""))

    def _input(self, at: dict[str, str]) -> None:
        kind = at.get("type", "text")
        self.forms[-1].asks.add(at.get("name", ""))
        if kind in {"checkbox", "radio"} and "checked" not in at:
            return
        if kind not in {"submit", "button", "file"}:
            self._add(at.get("name", ""), at.get("value", "on" if kind == "checkbox" else ""))

    def _add(self, name: str, value: str) -> None:
        if name:
            self.forms[-1].asks.add(name)
            self.forms[-1].fields.append((name, value))

    def handle_data(self, data: str) -> None:
        if self._text:
            name, before = self.forms[-1].fields[-1]
            self.forms[-1].fields[-1] = (name, before + data)

    def handle_endtag(self, tag: str) -> None:
        self._open = self._open and tag != "form"
        self._text = "" if tag == "textarea" else self._text
        self._select = "" if tag == "select" else self._select


def form_with(page: str, name: str, *, address: str) -> Form:
    """Return the posted form of a page that asks for something. Raises LookupError without one."""
    reader = _Reader(address)
    reader.feed(page)
    for form in reader.forms:
        if form.posted and name in form.asks:
            return form
    raise LookupError(f"{address} has no form that asks for {name}")
