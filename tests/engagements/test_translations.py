"""The English catalogue: complete, faithful to its Swedish, and compiled."""

import io
import re
import shutil
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from django.conf import settings
from django.core.management import CommandError, call_command
from django.utils import translation
from django.utils.translation import gettext, ngettext

from engagements import translations
from engagements.management.commands.translations import catalogue as where

CATALOGUE = where()
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]")
MARKUP = re.compile(r"</?\w[^>]*>|&\w+;")
STRAIGHT = re.compile(r"""["']""")


def said(message: Message) -> list[tuple[str, str]]:
    """Pair each Swedish form of a message with its English."""
    if isinstance(message.id, str):
        return [(message.id, str(message.string))]
    assert isinstance(message.string, tuple | list)
    return list(zip(message.id, message.string, strict=True))


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    return translations.read(CATALOGUE)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A small house that says three things, one of them in the plural."""
    for place in ("templates", "engagements"):
        (tmp_path / place).mkdir()
    (tmp_path / "engagements" / "said.py").write_text(
        '_("Ärende")\nngettext("%(n)s dag", "%(n)s dagar", n)\n', "utf-8"
    )
    (tmp_path / "templates" / "said.html").write_text(
        "<div>\n    {% blocktranslate trimmed %}\n      Hej {{ name }}\n"
        "    {% endblocktranslate %}\n</div>",
        "utf-8",
    )
    return tmp_path


def test_everything_said_in_swedish_has_an_english():
    assert translations.missing(settings.BASE_DIR, CATALOGUE) == []


def test_english_keeps_the_placeholders_of_its_swedish(catalogue):
    lost = [
        (swedish, english)
        for message in catalogue
        if message.id
        for swedish, english in said(message)
        if sorted(PLACEHOLDER.findall(swedish)) != sorted(PLACEHOLDER.findall(english))
    ]

    assert lost == []


def test_english_keeps_the_markup_of_its_swedish(catalogue):
    lost = [
        (swedish, english)
        for message in catalogue
        if message.id
        for swedish, english in said(message)
        if MARKUP.findall(swedish) != MARKUP.findall(english)
    ]

    assert lost == []


def test_english_quotes_cannot_end_an_attribute(catalogue):
    straight = [
        english
        for message in catalogue
        if message.id
        for _swedish, english in said(message)
        if STRAIGHT.search(MARKUP.sub("", english))
    ]

    assert straight == []


def test_english_keeps_the_number_words_that_the_error_summary_counts_with():
    words = "noll ett två tre fyra fem sex sju åtta nio tio elva tolv"

    with translation.override("en"):
        english = gettext(words).split()

    assert (len(english), english[0], english[12]) == (13, "zero", "twelve")


def test_the_compiled_catalogue_is_what_the_written_one_compiles_to(catalogue):
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)

    same = CATALOGUE.with_suffix(".mo").read_bytes() == compiled.getvalue()
    assert same, "run manage.py translations"  # what differs in bytes takes pytest an hour to say


def test_a_reader_of_english_meets_the_compiled_words():
    with translation.override("en"):
        spoken = (gettext("Ärenden"), ngettext("om %(n)s dag", "om %(n)s dagar", 2) % {"n": 2})

    assert spoken == ("Cases", "in 2 days")


def test_running_again_when_nothing_changed_changes_nothing(tmp_path):
    path = tmp_path / "django.po"
    shutil.copy(CATALOGUE, path)

    translations.update(settings.BASE_DIR, path)

    assert path.read_bytes() == CATALOGUE.read_bytes()
    assert path.with_suffix(".mo").read_bytes() == CATALOGUE.with_suffix(".mo").read_bytes()


def test_the_header_names_utblick_and_no_placeholder_of_a_person():
    header = CATALOGUE.read_text("utf-8").partition("\n\n")[0]

    assert '"Project-Id-Version: Utblick 1\\n"' in header
    assert re.findall("AUTHOR|FULL NAME|EMAIL|ORGANIZATION|PROJECT|YEAR|LL@", header) == []


def test_words_are_gathered_from_code_and_from_indented_templates(house):
    gathered = {message.id for message in translations.gather(house) if message.id}

    assert gathered == {"Ärende", ("%(n)s dag", "%(n)s dagar"), "Hej %(name)s"}


def test_what_lacks_english_is_listed_and_half_a_plural_lacks_it(house):
    path = house / "django.po"
    path.write_text(
        'msgid "Ärende"\nmsgstr "Case"\n\nmsgid "%(n)s dag"\nmsgid_plural "%(n)s dagar"\n'
        'msgstr[0] "%(n)s day"\nmsgstr[1] ""\n',
        "utf-8",
    )

    assert sorted(translations.missing(house, path)) == ["%(n)s dag", "Hej %(name)s"]


def test_update_keeps_what_is_translated_and_drops_what_nobody_says(house):
    path = house / "django.po"
    path.write_text('msgid "Ärende"\nmsgstr "Case"\n\nmsgid "Glömt"\nmsgstr "Forgotten"\n', "utf-8")

    translations.update(house, path)

    kept = {message.id: message.string for message in translations.read(path) if message.id}
    assert kept == {
        "Ärende": "Case",
        "Hej %(name)s": "",
        ("%(n)s dag", "%(n)s dagar"): ("", ""),
    }


def test_the_command_tells_what_lacks_english_and_fails_when_it_checks(house, settings, capsys):
    settings.BASE_DIR, settings.LOCALE_PATHS = house, [house / "locale"]

    with pytest.raises(CommandError, match="3 texts have no English"):
        call_command("translations", check=True)

    assert sorted(capsys.readouterr().out.splitlines()) == ["%(n)s dag", "Hej %(name)s", "Ärende"]
    assert not where().exists()


def test_the_command_writes_and_compiles_what_it_gathers(house, settings, capsys):
    settings.BASE_DIR, settings.LOCALE_PATHS = house, [house / "locale"]
    where().parent.mkdir(parents=True)

    call_command("translations")

    assert capsys.readouterr().out.splitlines()[-1] == "3 texts have no English"
    assert where().exists()
    assert where().with_suffix(".mo").exists()
