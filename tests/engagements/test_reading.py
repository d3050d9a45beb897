"""Documents are read for their words; what is wrong with a file stops nothing."""

import io
import itertools
import string
import zipfile

import pytest
from django.contrib.postgres.search import SearchQuery
from django.utils import timezone

from engagements import extracting, reading
from engagements.models import DocumentText, OutboxMessage, ReadState
from governance.tasks import deliver
from tests.factories import files, visits

ODT = "application/vnd.oasis.opendocument.text"


def packed(**parts):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (files.docx("Dagvatten i Årsta", "Nästa stycke"), "Dagvatten i Årsta\nNästa stycke"),
        (files.pdf("Dagvatten i Årsta"), "Dagvatten i Årsta"),
        (
            packed(**{"mimetype": ODT, "content.xml": "<text:p>Räv &amp; <b>hö</b>na</text:p>"}),
            "Räv & höna",
        ),
        (
            packed(**{"xl/sharedStrings.xml": "<si><t>Buss</t></si><si><t>Tåg</t></si>"}),
            "Buss\nTåg",
        ),
        (
            packed(
                **{
                    "word/document.xml": "<w:p><w:del><w:delText>struket</w:delText></w:del>"
                    "<w:t>sam</w:t><w:t>man</w:t></w:p><w:p><w:t>bilaga</w:t></w:p>",
                    "word/settings.xml": "<w:t>inställning</w:t>",
                }
            ),
            "samman\nbilaga",
        ),
    ],
)
def test_the_words_of_a_file_are_read_and_nothing_else_in_it(content, words):
    assert extracting.words_of(content).strip() == words


def test_no_more_of_a_file_is_read_than_the_database_can_list():
    said = extracting.words_of(files.docx(*["ett " * 1000] * 200))

    assert len(said.encode()) <= extracting.MOST_BYTES


@pytest.fixture
def item(amina, settings, tmp_path):
    """Give a visit whose files lie in a folder of the test."""
    settings.MEDIA_ROOT = tmp_path
    return visits.draft(by=amina)


@pytest.fixture
def add(item, amina):
    """Give ``add(name, content)``: a document that the worker has read."""

    def added(name, content):
        row = files.file(item, name=name, content=content, by=amina)
        message = OutboxMessage.objects.get(topic=reading.TOPIC, payload={"document_id": row.pk})
        deliver(message_id=str(message.pk))
        message.refresh_from_db()
        assert message.done_at
        row.refresh_from_db()
        return row

    return added


@pytest.mark.django_db
def test_a_document_is_found_by_its_name_at_once_and_by_its_words_when_it_is_read(item, amina, add):
    asked = SearchQuery("cykelbanorna", config="swedish")
    waiting = files.file(item, name="Vecko_program-2026.pdf", content=files.pdf("x"), by=amina)
    read = add("a.docx", files.docx("En cykelbana i Årsta"))

    named = SearchQuery("program 2026", config="swedish")
    assert DocumentText.objects.get(search=named).document == waiting
    assert DocumentText.objects.get(search=asked).document == read


@pytest.mark.django_db
def test_a_broken_file_says_so_in_the_list_and_stops_nothing(item, amina, add, client, login):
    broken = add("trasig.pdf", b"%PDF-1.7\nnonsens")
    add("hel.docx", files.docx("Helt"))
    login(client, amina)
    page = client.get(item.get_absolute_url()).text

    assert broken.told.state == ReadState.UNREADABLE
    assert page.count("text kunde inte läsas") == 1
    assert page.index("trasig.pdf") < page.index("text kunde inte läsas") < page.index("hel.docx")


@pytest.mark.django_db
def test_a_file_that_is_gone_and_one_that_takes_too_long_are_unreadable(
    item, amina, add, monkeypatch
):
    monkeypatch.setattr(reading, "PATIENCE", 0.01)
    slow = add("seg.docx", files.docx("Segt"))
    monkeypatch.undo()
    row = files.file(item, name="borta.pdf", content=files.pdf("x"), by=amina)
    row.file.storage.delete(row.file.name)
    reading.read(row.pk)

    states = DocumentText.objects.filter(document__in=[slow, row]).values_list("state", flat=True)
    assert set(states) == {ReadState.UNREADABLE}


@pytest.mark.django_db
def test_the_densest_text_that_is_read_can_be_kept(item, add):
    letters = string.ascii_lowercase + "åäö"
    dense = " ".join("".join(four) for four in itertools.product(letters, repeat=4))
    row = add("tät.docx", files.docx(dense[: extracting.MOST_BYTES * 2]))

    assert row.told.state == ReadState.READ
    assert len(row.told.words.encode()) > extracting.MOST_BYTES * 0.99


@pytest.mark.django_db
def test_what_is_erased_is_not_read_again(item, amina, add):
    row = add("hemligt.docx", files.docx("kanariefågel"))
    waits = files.file(item, name="sen.docx", content=files.docx("kanariefågel"), by=amina)
    reading.erase(item)
    reading.read(waits.pk)
    told = DocumentText.objects.filter(document__in=[row, waits])

    assert set(told.values_list("words", "state")) == {("", ReadState.ERASED)}


@pytest.mark.django_db
def test_older_documents_are_asked_for_once(item, amina):
    row = files.file(item, name="gammal.docx", content=files.docx("Gammalt"), by=amina)
    OutboxMessage.objects.all().delete()
    at = timezone.now()

    assert (reading.ask_again(at=at), reading.ask_again(at=at)) == (1, 1)
    assert OutboxMessage.objects.get().payload == {"document_id": row.pk}
    reading.read(row.pk)
    assert reading.ask_again(at=at) == 0
