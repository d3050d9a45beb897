"""Controls: choice cards that are ordinary radios and checkboxes, and short text boxes.

And the lists that a page is narrowed by, which are drawn once.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.urls import reverse_lazy
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


class Cards(forms.widgets.ChoiceWidget):
    """What radio cards and check cards share. ``column`` puts one card on each row.

    hints: what is said under the words of a choice, by its value.
    """

    template_name = "forms/widgets/cards.html"

    def __init__(
        self,
        attrs: dict[str, Any] | None = None,
        choices: Any = (),
        *,
        column: bool = False,
        hints: Mapping[str, Any] | None = None,
    ) -> None:
        """Keep how the cards stand."""
        super().__init__(attrs, choices)
        self.column = column
        self.hints = hints or {}

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Give a choice its hint."""
        option = super().create_option(name, value, *args, **kwargs)
        return option | {"hint": self.hints.get(str(value), "")}

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Tell the template how the cards stand."""
        context = super().get_context(name, value, attrs)
        context["widget"]["column"] = self.column
        return context


class RadioCards(Cards, forms.RadioSelect):
    """One choice of several, each a card large enough to touch."""


class CheckCards(Cards, forms.CheckboxSelectMultiple):
    """Any number of choices, each a card."""


class CheckCard(forms.CheckboxInput):
    """A single yes, with its words beside the box."""

    template_name = "forms/widgets/check.html"

    def __init__(self, attrs: dict[str, Any] | None = None, *, label: Any = "") -> None:
        """``label`` is the field's own words."""
        super().__init__(attrs)
        self.label = label

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Hand the words to the template."""
        context = super().get_context(name, value, attrs)
        context["widget"]["label"] = self.label
        return context


class SuggestInput(forms.TextInput):
    """A text box that suggests what a register knows while one writes.

    address: the name of the view that answers. The question of the country narrows it.
    """

    template_name = "forms/widgets/suggest.html"

    def __init__(self, attrs: dict[str, Any] | None = None, *, address: str = "") -> None:
        """Let the script find the address and the country."""
        given = {"autocomplete": "off", "data-suggest-country": "country"}
        super().__init__({**given, "data-suggest": reverse_lazy(address), **(attrs or {})})


class ShortInput(forms.TextInput):
    """A narrow text box for figures and dates."""

    template_name = "forms/widgets/short.html"

    def __init__(self, attrs: dict[str, Any] | None = None, *, unit: str = "") -> None:
        """``unit`` is written after the box, such as "kr"."""
        super().__init__({"autocomplete": "off", **(attrs or {})})
        self.unit = unit

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Hand the unit to the template."""
        context = super().get_context(name, value, attrs)
        context["widget"]["unit"] = self.unit
        return context


class Narrowing(forms.Select):
    """A list that a page is narrowed by: the same hundreds of choices stand on it for everybody.

    It is drawn once for each language and choice, and never required, so that what is offered is
    asked for no more than once a page. Groups of choices are not for it.
    """

    def use_required_attribute(self, _initial: Any) -> bool:
        """Say no without looking at what is offered."""
        return False

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        """Draw it as ``Select`` does."""
        del renderer
        offered = tuple((str(code), str(words)) for code, words in self.choices)
        own = tuple(self.build_attrs(self.attrs, attrs).items())
        return _drawn(name, own, offered, tuple(self.format_value(value)))


# Five pages, a dozen lists, two languages; the rest for what is chosen.
@lru_cache(maxsize=512)
def _drawn(
    name: str,
    attrs: tuple[tuple[str, Any], ...],
    offered: tuple[tuple[str, str], ...],
    chosen: tuple[str, ...],
) -> SafeString:
    first = next((place for place, (code, _) in enumerate(offered) if code in chosen), None)
    options = format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        (
            (code, SafeString(" selected") if place == first else "", words)
            for place, (code, words) in enumerate(offered)
        ),
    )
    dressed = SafeString("".join(flatatt({key: value}) for key, value in attrs))
    return format_html('<select name="{}"{}>{}</select>', name, dressed, options)
