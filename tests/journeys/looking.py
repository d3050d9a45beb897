"""Looking at a page as a careful tester would, without measuring what was measured before.

Most of what axe costs are colours, which it measures letter by letter behind each text. The colours
of an element come from the style sheets alone (the pages allow no others), and these see what an
element and all around it are: their names, their attributes, their place among their like. So an
element whose shape was measured before in this run, in the same colour scheme, is not measured
again; everything else is looked for on every page, every time.
"""

from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Error, Frame, Page, ViewportSize

Scheme = Literal["light", "dark"]
WIDE: ViewportSize = {"width": 1280, "height": 900}
NARROW: ViewportSize = {"width": 320, "height": 700}
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
OF_COLOUR = ("color-contrast", "link-in-text-block")
COLOURS = {"resultTypes": ["violations"], "runOnly": {"type": "rule", "values": OF_COLOUR}}
ALL_ELSE = {
    "resultTypes": ["violations"],
    "rules": {rule: {"enabled": False} for rule in OF_COLOUR},
}
FIND = """async ([options, places]) => {
    const where = places ? {include: places.map(place => window.shaped[place])} : document;
    const found = await axe.run(where, options);
    return found.violations.map(rule => [rule.id, rule.nodes.map(node => node.target.join(" "))]);
}"""
# What an element is to a style sheet; what is left out are words, names and addresses.
SHAPES = """() => {
    const words = new Set(["action", "alt", "aria-controls", "aria-describedby", "aria-label",
        "aria-labelledby", "content", "datetime", "for", "headers", "href", "id", "name",
        "placeholder", "src", "title", "value"]);
    const known = new Map();
    const own = element => {
        const attributes = [...element.attributes].filter(one => !words.has(one.name))
            .map(one => `${one.name}=${one.value}`).sort();
        const among = element.parentElement ? [...element.parentElement.children] : [element];
        const place = among.indexOf(element);
        const ends = [place === 0, place === among.length - 1, place % 2 === 0].map(Number);
        return [element.tagName, ends.join(""), element.disabled, element.checked, ...attributes]
            .join(" ");
    };
    const shape = element => {
        if (!element) return "";
        if (!known.has(element)) {
            known.set(element, `${shape(element.parentElement)} > ${own(element)}`);
        }
        return known.get(element);
    };
    const said = element => element.matches("a, input, select, textarea, button")
        || [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
    window.shaped = [...document.body.querySelectorAll("*")]
        .filter(element => said(element) && element.checkVisibility());
    return window.shaped.map(shape);
}"""

Violations = list[tuple[str, list[str]]]
SOON, STEP = 2_000, 50  # ms


def told_soon(page: Page, heard: list[str]) -> bool:
    """Wait until something was heard, at most for SOON: news of a page may come after its end.

    It may also have come meanwhile, so the list is asked, not the next event.
    """
    for _step in range(SOON // STEP):
        if heard:
            return True
        page.wait_for_timeout(STEP)
    return bool(heard)


class Eyes:
    """What was measured in a run, by colour scheme."""

    def __init__(self) -> None:
        self._axe = Axe().axe_script
        self._measured: dict[Scheme, set[int]] = {"light": set(), "dark": set()}

    def look(self, page: Page) -> None:
        """Find nothing to complain of in light and dark, nor a sideways scroll on a phone.

        A page that a click led away from may be left meanwhile: then the next one is looked at.
        """
        left: list[str] = []

        def leave(frame: Frame) -> None:
            left.append(frame.url)

        page.on("framenavigated", leave)
        try:
            self._look_once(page)
        except Error:
            if not told_soon(page, left):
                raise
        if left:
            page.wait_for_load_state()
            self._look_once(page)
        page.remove_listener("framenavigated", leave)

    def _look_once(self, page: Page) -> None:
        page.evaluate(self._axe)
        for scheme in self._measured:
            told = self.complaints(page, scheme)
            assert told == [], f"{page.url} in {scheme}"
        page.emulate_media(color_scheme="light")
        page.set_viewport_size(NARROW)
        assert page.evaluate(SIDEWAYS) <= 0, f"{page.url} scrolls sideways at 320 px"
        page.set_viewport_size(WIDE)

    def complaints(self, page: Page, scheme: Scheme) -> Violations:
        """Return what axe finds; in the dark only colours differ."""
        page.emulate_media(color_scheme=scheme)
        found = page.evaluate(FIND, [ALL_ELSE, None]) if scheme == "light" else []
        places = self.unmeasured(page, scheme)
        # What a part of the page complains of, the whole page decides.
        if places and page.evaluate(FIND, [COLOURS, places]):
            found += page.evaluate(FIND, [COLOURS, None])
        return [(rule, nodes) for rule, nodes in found]

    def unmeasured(self, page: Page, scheme: Scheme) -> list[int]:
        """Return the places of the elements of new shapes, one of each, and know them from now."""
        new: dict[int, int] = {}
        for place, shape in enumerate(page.evaluate(SHAPES)):
            key = hash(shape)
            if key not in self._measured[scheme]:
                new.setdefault(key, place)
        self._measured[scheme] |= new.keys()
        return list(new.values())
