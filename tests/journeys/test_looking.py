"""What looks at the pages finds what is wrong, and measures what is new to it."""

import contextlib
import http.server
import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import Error, Page

from tests.journeys.looking import SCHEME, WIDE, Eyes, told_soon

PALE = "#999"
HEAD = """<!doctype html><html lang="sv"><head><title>Prov</title><style>
    body {{ background: #fff; color: #111; }} .pale, tr:first-child td {{ color: {pale}; }}
    .grey {{ background: #666; }} .veil {{ opacity: 0.4; }} .bare {{ color: #222; }}
    .bare {{ text-decoration: none; }} .apart {{ position: fixed; color: {pale}; }}
    .over {{ position: absolute; inset: 0; background: #000; }}
    @media (prefers-color-scheme: dark) {{ .night {{ color: #ddd; }} }}
</style></head><body><main><h1>Prov</h1>{body}</main></body></html>"""


@pytest.fixture
def eyes() -> Eyes:
    """Give eyes that have seen nothing yet."""
    return Eyes()


def show(page: Page, body: str, eyes: Eyes) -> None:
    page.set_content(HEAD.format(pale=PALE, body=body))
    page.evaluate(eyes._axe)


@pytest.mark.parametrize(
    ("body", "scheme", "rule"),
    [
        ('<p class="pale">Svag</p>', "light", "color-contrast"),
        ('<p class="night">Natt</p>', "dark", "color-contrast"),
        ('<img src="data:,">', "light", "image-alt"),
        ("<input name=utan>", "light", "label"),
    ],
)
def test_what_is_wrong_is_found(page, eyes, body, scheme, rule):
    show(page, body, eyes)

    assert rule in [found for found, _nodes in eyes.complaints(page, scheme)]


def test_a_page_without_fault_is_passed(page, eyes):
    show(page, "<p>Ett</p><p>Två</p>", eyes)

    eyes.look(page)


@pytest.mark.parametrize(
    "other",
    [
        '<p class="pale">Svag</p>',
        "<table><tr><td>Svag</td></tr></table>",
        '<section class="pale"><p>Svag</p></section>',
        '<section class="grey"><p>Svag</p></section>',
        '<section class="veil"><p>Svag</p></section>',
        '<p class="apart">Svag</p>',
        '<p>Stark <a class="bare" href="#">länk</a> i en mening</p>',
    ],
)
def test_a_text_is_new_by_its_ink_and_by_what_it_is_painted_on(page, eyes, other):
    show(page, "<p>Stark</p><table><tr><th>R</th></tr><tr><td>Stark</td></tr></table>", eyes)
    assert eyes.complaints(page, "light") == []
    show(page, other, eyes)

    rules = [rule for rule, _nodes in eyes.complaints(page, "light")]
    assert rules == ["link-in-text-block" if "href" in other else "color-contrast"]


def test_what_was_measured_is_not_measured_again_but_for_other_colours_in_the_dark(page, eyes):
    show(page, '<p class="night">Ett</p>', eyes)
    assert eyes.complaints(page, "light") == []
    show(page, '<section><p id="b" class="night">Två</p></section>', eyes)

    assert eyes.unmeasured(page) == {}
    assert [rule for rule, _nodes in eyes.complaints(page, "dark")] == ["color-contrast"]


def test_what_was_disabled_is_measured_when_it_no_longer_is(page, eyes):
    show(page, '<button class="pale" disabled>Spara</button>', eyes)
    assert eyes.complaints(page, "light") == []
    show(page, '<button class="pale">Spara</button>', eyes)

    assert [rule for rule, _nodes in eyes.complaints(page, "light")] == ["color-contrast"]


def test_what_could_not_be_told_is_measured_anew(page, eyes):
    show(page, '<p class="pale">Svag</p><div class="over"></div>', eyes)
    assert eyes.complaints(page, "light") == []
    show(page, '<p class="pale">Svag</p>', eyes)

    assert [rule for rule, _nodes in eyes.complaints(page, "light")] == ["color-contrast"]


def test_a_page_that_is_left_meanwhile_is_followed_to_the_next(page, eyes):
    page.route("http://utblick.test/", lambda route: route.fulfill(body=following, **html))
    html = {"content_type": "text/html"}
    following = HEAD.format(pale=PALE, body='<p class="pale">Svag</p>')
    leaving = '<p>Bra</p><script>setTimeout(() => location = "http://utblick.test/", 5)</script>'
    page.set_content(HEAD.format(pale=PALE, body=leaving))

    with pytest.raises(AssertionError, match=r"http://utblick\.test/ in light"):
        eyes.look(page)


def test_a_sideways_scroll_on_a_phone_is_told(page, eyes):
    show(page, '<p style="width: 500px">Bred</p>', eyes)

    with pytest.raises(AssertionError, match="scrolls sideways at 320 px"):
        eyes.look(page)


def test_a_page_is_left_light_and_wide(page, eyes):
    show(page, "<p>Ett</p>", eyes)

    eyes.look(page)

    assert page.evaluate(SCHEME) == "light"
    assert page.evaluate("({width: innerWidth, height: innerHeight})") == WIDE


def test_a_page_that_is_dark_already_is_looked_at_in_light(page, eyes):
    page.emulate_media(color_scheme="dark")
    show(page, '<p class="night">Natt</p>', eyes)

    assert eyes.complaints(page, "light") == []


def test_what_fails_without_a_new_page_is_told_as_it_was(page, eyes):
    show(page, "<p>Ett</p>", eyes)
    eyes._axe = "() => { throw new Error('sönder'); }"

    with pytest.raises(Error, match="sönder"):
        eyes.look(page)


def test_a_page_that_came_before_it_was_waited_for_is_not_missed(page, eyes):
    assert told_soon(page, ["http://localhost/nästa/"])


@pytest.fixture
def slow() -> Iterator[str]:
    """Serve a page whose letters come a while after its answer began; give its address."""
    more = threading.Event()

    class Slow(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("X-Content-Type-Options", "nosniff")
            self.end_headers()
            self.wfile.flush()
            more.wait(0.5)
            with contextlib.suppress(BrokenPipeError):
                self.wfile.write(HEAD.format(pale=PALE, body='<p class="pale">Svag</p>').encode())

        def log_message(self, *_said: object) -> None:
            """Say nothing of what was asked for."""

    with http.server.ThreadingHTTPServer(("localhost", 0), Slow) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}/"
        more.set()
        server.shutdown()


def test_a_page_whose_letters_have_not_come_yet_is_waited_for(page, eyes, slow):
    page.goto(slow, wait_until="commit")

    with pytest.raises(AssertionError, match="in light"):
        eyes.look(page)
