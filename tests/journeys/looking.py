"""Looking at a page as a careful tester would, without measuring what was measured before.

Most of what axe costs are colours, which it measures letter by letter behind each text. What it
finds follows from how a text is painted and on what: its computed style, and the backgrounds under
it up to one that nothing shines through. A text painted as one that was measured before in this run
is not measured again; everything else is looked for on every page, every time. What stands apart
from the flow of its page is known by where it stands, too; and what axe could not tell of once is
measured anew.
"""

from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Error, Frame, Page, ViewportSize

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
WIDE: ViewportSize = {"width": 1280, "height": 900}
NARROW: ViewportSize = {"width": 320, "height": 700}
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SCHEME = "matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'"
OF_COLOUR = ("color-contrast", "link-in-text-block")
COLOURS = {
    "resultTypes": ["violations", "incomplete"],
    "runOnly": {"type": "rule", "values": OF_COLOUR},
}
ALL_ELSE = {
    "reporter": "no-passes",
    "rules": {rule: {"enabled": False} for rule in OF_COLOUR},
}
FIND = """async ([options, places]) => {
    const where = places ? {include: places.map(place => window.painted[place])} : document;
    const found = await axe.run(where, options);
    const told = nodes => nodes.map(node => node.target.join(" "));
    const unsure = (found.incomplete ?? []).flatMap(rule => told(rule.nodes));
    return {
        wrong: found.violations.map(rule => [rule.id, told(rule.nodes)]),
        unsure: (places ? unsure : [])
            .map(target => window.painted.indexOf(document.querySelector(target))),
    };
}"""
# How each text is painted, and on what.
PAINTED = """() => {
    const apart = new Set(["absolute", "fixed", "sticky"]);
    const CLEAR = "rgba(0, 0, 0, 0) none 1 none normal";
    const styles = new Map();
    const style = element => {
        if (!styles.has(element)) styles.set(element, getComputedStyle(element));
        return styles.get(element);
    };
    const opaque = background => !background.includes("rgba") && !background.includes("/");
    const grounds = new Map();
    const ground = element => {
        if (!element) return "";
        if (!grounds.has(element)) {
            const {backgroundColor, backgroundImage, opacity, filter, mixBlendMode, position}
                = style(element);
            const paint = [backgroundColor, backgroundImage, opacity, filter, mixBlendMode];
            if (apart.has(position)) paint.push(element.tagName, element.className);
            const own = paint.join(" ");
            const ends = opaque(backgroundColor) && own.endsWith(" none 1 none normal");
            const below = ends ? "" : ground(element.parentElement);
            grounds.set(element, own === CLEAR ? below : `${own} < ${below}`);
        }
        return grounds.get(element);
    };
    const ink = element => {
        const {color, fontSize, fontWeight, textShadow, textDecorationLine} = style(element);
        return [color, fontSize, fontWeight, textShadow, textDecorationLine].join(" ");
    };
    const disabled = element => element.closest(":disabled, [aria-disabled=true]") !== null
        || Boolean(element.closest("label")?.control?.disabled);
    const own = element => [element.tagName, element.type, ink(element), disabled(element),
        element.matches("a") ? ink(element.parentElement) : "", ground(element)].join(" | ");
    // Of a single letter axe tells nothing.
    const said = element => element.matches("input, select, textarea")
        || element.textContent.trim().length > 1 && (element.matches("a, button")
        || [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim()));
    window.painted = [...document.body.querySelectorAll("*")]
        .filter(element => said(element) && element.checkVisibility());
    return window.painted.map(own);
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
    """What was measured in a run."""

    def __init__(self) -> None:
        self._axe = Axe().axe_script
        self._measured: set[str] = set()

    def look(self, page: Page) -> None:
        """Find nothing to complain of in light and dark, nor a sideways scroll on a phone.

        A page that a click led away from may be left meanwhile: then the next one is looked at.
        The one that a click led to may have begun without its letters: they are waited for.
        """
        left: list[str] = []

        def leave(frame: Frame) -> None:
            left.append(frame.url)

        page.on("framenavigated", leave)
        try:
            page.wait_for_load_state()
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
        for scheme in SCHEMES:
            told = self.complaints(page, scheme)
            assert told == [], f"{page.url} in {scheme}"
        page.set_viewport_size(NARROW)
        assert page.evaluate(SIDEWAYS) <= 0, f"{page.url} scrolls sideways at 320 px"
        # Both at once: a page is laid out and painted for each.
        page.emulate_media(color_scheme="light")
        page.set_viewport_size(WIDE)

    def complaints(self, page: Page, scheme: Scheme) -> Violations:
        """Return what axe finds; in the dark only colours differ."""
        # A page is laid out and painted anew even for the colours that it has.
        if scheme == "dark" or page.evaluate(SCHEME) == "dark":
            page.emulate_media(color_scheme=scheme)
        wrong = page.evaluate(FIND, [ALL_ELSE, None])["wrong"] if scheme == "light" else []
        new = self.unmeasured(page)
        if new:
            found = page.evaluate(FIND, [COLOURS, list(new.values())])
            # What a part of the page complains of, the whole page decides.
            if found["wrong"]:
                wrong += page.evaluate(FIND, [COLOURS, None])["wrong"]
            unsure = set(found["unsure"])
            self._measured |= {key for key, place in new.items() if place not in unsure}
        return [(rule, nodes) for rule, nodes in wrong]

    def unmeasured(self, page: Page) -> dict[str, int]:
        """Return the places of the texts that are painted as none before, one of each."""
        new: dict[str, int] = {}
        for place, painted in enumerate(page.evaluate(PAINTED)):
            if painted not in self._measured:
                new.setdefault(painted, place)
        return new
