"""The house's templates hold together: strict content policy, one format, nothing left over."""

import re
import subprocess
import sys
from pathlib import Path

import allauth
import django.forms
import pytest
from django.template.loader import get_template, render_to_string

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "templates"
STATIC = ROOT / "stadsinternationell" / "static"
TEMPLATES = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.html"))
APPS = ("engagements", "governance", "visits", "agreements", "memberships", "stadsinternationell")
ERROR_PAGES = ["400", "403", "403_csrf", "404", "405", "409", "413", "429", "500", "503"]
FRAMEWORK_PAGES = ["403", "403_csrf", "404", "429", "500"]
BY_FRAMEWORK = {
    *(f"{code}.html" for code in FRAMEWORK_PAGES),
    *(path.relative_to(FOLDER).as_posix() for path in FOLDER.glob("*account/*.html")),
    *(path.relative_to(FOLDER).as_posix() for path in FOLDER.glob("django/forms/**/*.html")),
}
WIDGETS = Path(django.forms.__file__).parent / "templates"
ALLAUTH = Path(allauth.__file__).parent / "templates"
FORBIDDEN = {
    "inline style": re.compile(r"\sstyle\s*=|<style\b", re.I),
    "inline script": re.compile(r"<script(?![^>]*\ssrc=)", re.I),
    "event attribute": re.compile(r"<[^>]*\son[a-z]+\s*=", re.I),
    "htmx code in attributes": re.compile(r"hx-on|hx-vals=[\"']js:|javascript:", re.I),
    "an outside address": re.compile(r"(?:src|href|action)\s*=\s*[\"'](?:https?:)?//", re.I),
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_compiles(name):
    assert get_template(name).template.name == name


@pytest.mark.parametrize("rule", FORBIDDEN)
def test_no_template_breaks_the_content_policy(rule):
    guilty = [name for name in TEMPLATES if FORBIDDEN[rule].search((FOLDER / name).read_text())]

    assert guilty == []


def test_every_template_is_used():
    sources = [path.read_text() for app in APPS for path in (ROOT / app).rglob("*.py")]
    texts = sources + [(FOLDER / name).read_text() for name in TEMPLATES]
    used = {name for name in TEMPLATES if any(f'"{name}"' in text for text in texts)}

    assert set(TEMPLATES) - used - BY_FRAMEWORK == set()


def test_every_page_of_the_sign_in_library_that_we_draw_is_one_it_has():
    drawn = {name for name in TEMPLATES if name.partition("/")[0].endswith("account")}

    assert [name for name in sorted(drawn) if not (ALLAUTH / name).is_file()] == []


def test_every_widget_that_we_draw_ourselves_is_one_that_the_framework_has():
    drawn = {name for name in TEMPLATES if name.startswith("django/")}

    assert [name for name in sorted(drawn) if not (WIDGETS / name).is_file()] == []


def test_templates_are_formatted():
    djade = Path(sys.executable).with_name("djade")
    files = [str(FOLDER / name) for name in TEMPLATES]
    run = subprocess.run(
        [djade, "--check", "--target-version", "5.2", *files], capture_output=True, text=True
    )

    assert run.stderr + run.stdout == "" or run.returncode == 0


def test_stylesheets_and_scripts_reach_nothing_outside():
    outside = re.compile(r"url\(\s*[\"']?(?:https?:)?//|@import|sourceMappingURL|fetch\([\"']http")
    files = [*STATIC.glob("css/*.css"), *STATIC.glob("vendor/*.css"), *STATIC.glob("js/*.js")]

    assert [file.name for file in files if outside.search(file.read_text())] == []


def test_every_component_of_the_design_system_that_we_use_is_in_its_stylesheet():
    component = re.compile(r"\bds-[a-z-]+(?=[\"' ])")
    sources = [
        *FOLDER.rglob("*.html"),
        *STATIC.glob("js/*.js"),
        *(ROOT / "engagements" / "forms").rglob("*.py"),
    ]
    used = {name for file in sources for name in component.findall(file.read_text())}
    sheet = "".join(file.read_text() for file in STATIC.glob("vendor/designsystemet-*.css"))

    assert "ds-button" in used
    assert sorted(name for name in used if f".{name}" not in sheet) == []


def test_every_file_a_stylesheet_names_is_there():
    address = re.compile(r"url\(\s*[\"']?(?!data:)([^)\"']+)")
    missing = [
        f"{sheet.name}: {target}"
        for sheet in STATIC.glob("css/*.css")
        for target in address.findall(sheet.read_text())
        if not (sheet.parent / target).resolve().is_file()
    ]

    assert missing == []


def test_every_cell_of_a_table_says_its_column_where_there_is_no_room_for_heads():
    table = re.compile(r"<table class=\"(?:ub|ds)-table.*?</table>", re.S)
    cells = re.compile(r"<td(?![^>]*(?:data-head=|w-pick|colspan=))(?:{%.*?%}|[^>{])*>(?!</td>)")
    silent = [
        f"{name}: {cell}"
        for name in TEMPLATES
        for rows in table.findall((FOLDER / name).read_text())
        for cell in cells.findall(rows)
    ]

    assert silent == []


def test_every_page_of_a_matter_but_its_first_names_itself_and_leads_to_that():
    trail = 'include "governance/_crumbs.html"'
    pages = {name: (FOLDER / name).read_text(encoding="utf-8") for name in TEMPLATES}

    without = [name for name, text in pages.items() if trail in text and " as here %}" not in text]

    assert without == ["governance/engagement.html"]


@pytest.mark.parametrize("code", ERROR_PAGES)
def test_an_error_page_needs_nothing_but_itself(code):
    html = render_to_string(f"{code}.html")

    assert html.lstrip().lower().startswith("<!doctype html>")
    assert '<html lang="sv"' in html
    assert 'href="#innehall"' in html
    assert html.count("<h1>") == 1
    assert html.count("<main") == 1


def test_a_page_has_its_landmarks_and_its_way_past_them(rf):
    html = render_to_string("pages/help.html", {}, request=None)

    for landmark in ("<header", "<main", "<footer", 'class="ub-skip"'):
        assert html.count(landmark) == 1


def test_the_readers_own_colours_are_kept():
    assert 'data-color-scheme="auto"' in render_to_string("pages/help.html")
    dark = render_to_string("pages/help.html", {"me": {"color_scheme": "dark"}})
    assert 'data-color-scheme="dark"' in dark


def test_the_menu_names_the_page_one_is_on_and_what_waits():
    html = render_to_string(
        "_header.html",
        {
            "navigation": [("Start", "/", "page"), ("Kö", "/ko/", "")],
            "waiting_count": 3,
        },
    )

    assert html.count('aria-current="page"') == 2
    assert html.count('>Start <span class="ub-nav__n">3</span>') == 2
    assert "väntar på dig" in html
    assert 'href="/ko/"' in html
