"""The whole file of a matter: all of it for the city, masked for whoever asks, and told of."""

import hashlib
import io
import re
import zipfile
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import timezone, translation
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Text
from pypdf.generic import DictionaryObject, IndirectObject, NameObject, TextStringObject

from engagements import documents
from engagements.permissions import GRANTS
from engagements.vocabulary import Action, DocumentKind, Party, SecrecySection
from governance import kinds, papers
from governance.actions import following_up, replying, secrecy
from governance.demo.papers import one_page
from governance.dossier import paper
from governance.dossier.documents import Way, papers_of
from governance.dossier.masking import Mask, mask_of
from governance.models import Job, JobState, Part, Reply, TakenOut
from governance.reports import jobs
from tests.factories import agreements, memberships, trips, visits
from tests.factories.matters import fresh

pytestmark = pytest.mark.django_db
NOON = timezone.now().replace(microsecond=0)


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    """The folder that documents and files lie in."""
    settings.MEDIA_ROOT = tmp_path


def pdf_of(*texts):
    """Return a PDF with a page for each text."""
    first, *rest = texts
    pages = [papers.Part(text, []) for text in rest]
    with translation.override("sv"):
        return papers.pdf("Program", opening=[first], parts=pages, contents=bool(rest))


def with_a_scan(text):
    """Return a PDF with a page of text and one that says nothing."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf_of(text)))
    writer.add_blank_page()
    kept = io.BytesIO()
    writer.write(kept)
    return kept.getvalue()


def docx_of(text, picture=None):
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        if picture:
            archive.writestr("word/media/image1.png", picture)
        half = len(text) // 2
        archive.writestr(
            "word/document.xml", f"<w:p><w:t>{text[:half]}</w:t><w:t>{text[half:]}</w:t></w:p>"
        )
    return kept.getvalue()


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c494441"
    "5478da63f8cfc0000003010100f70341430000000049454e44ae426082"
)


def attach(item, name, content, by, *, personal=False):
    return documents.add(
        item,
        upload=SimpleUploadedFile(name, content),
        kind=DocumentKind.OTHER,
        personal_data=personal,
        by=by,
        at=timezone.now(),
    )


def drawn(item, by, mask=None, *, masked=False):
    with translation.override("sv"):
        made = paper.made(fresh(item), mask or Mask(), masked=masked, by=by, at=NOON)
    return made


def masked_file(item, by, *, persons=False):
    mask = mask_of(fresh(item), persons=persons)
    return drawn(item, by, mask, masked=True), mask


def read(made):
    """Return all that a PDF says: text, metadata, bookmarks, alternative texts and annexes."""
    reader = PdfReader(io.BytesIO(made))
    told = [page.extract_text() for page in reader.pages]
    told += [
        str(reader.metadata),
        str(reader.xmp_metadata and reader.xmp_metadata.rdf_root.toxml()),
    ]
    told += [str(one.title) for one in _flat(reader.outline)]
    for name, contents in reader.attachments.items():
        told += [name, *(content.decode("latin-1") for content in contents)]
    told += [_strings(reader.get_object(IndirectObject(*one, reader))) for one in _objects(reader)]
    return flat("\n".join(told))


def flat(text):
    """Return a text on one line, with words that were cut at a line's end whole again."""
    whole = re.sub(r"-\n", "", text.replace("\u00ad", ""))
    return " ".join(whole.split())


def _objects(reader):
    for generation, numbers in reader.xref.items():
        yield from ((number, generation) for number in numbers)
    yield from ((number, 0) for number in reader.xref_objStm)


def _flat(outline):
    for one in outline:
        if isinstance(one, list):
            yield from _flat(one)
        else:
            yield one


def _strings(found):
    """Return the texts of an object, as alternative texts, names and descriptions are."""
    if isinstance(found, TextStringObject):
        return str(found)
    if isinstance(found, dict):
        return " ".join(_strings(found.raw_get(key)) for key in found)
    if isinstance(found, list):
        return " ".join(_strings(one) for one in list.__iter__(found))
    return ""


def mark(item, part, by, *, section=SecrecySection.FOREIGN, document=None, grounds="Kan skada"):
    return secrecy.mask(
        item,
        part=part,
        section=section,
        grounds=grounds,
        review_by=timezone.localdate() + timedelta(days=30),
        document=document,
        by=by,
        at=timezone.now(),
    )


def followed_up(item, by, learnt="Vi plogar tidigare."):
    following_up.follow_up(
        item,
        learnt=learnt,
        acted_on="Vi prövar",
        told="Alla",
        image="",
        cost_sek=98_765,
        working_hours=None,
        gift_received_sek=0,
        by=by,
        at=timezone.now() + timedelta(days=90),
    )


def test_the_whole_file_says_all_and_the_masked_one_nothing_that_is_secret(amina, johan):
    item = visits.approved(
        by=amina,
        requesting_organisation="Bergens kommune",
        city="Bergen",
        title="Besök om Bergens kaj",
        stockholm_learns="Bergenarna har gjort det för 44 000 kr, säger norges Storting",
    )
    followed_up(item, amina, learnt="Kajen ska byggas om.")
    secret = attach(item, "kajritning.pdf", pdf_of("Ritning HEMLIGRITNING", "Sida"), amina)
    for part in (Part.TITLE, Part.COUNTERPART, Part.COST, Part.GAIN):
        mark(item, part, johan, grounds="Kan skada kajen")
    mark(item, Part.DOCUMENT, johan, document=secret, section=SecrecySection.SECURITY)

    whole = read(drawn(item, johan))
    masked, mask = masked_file(item, johan)

    secrets = (
        "Bergen",
        "Norge",
        "Besök om",
        "44 000",
        "98 765",
        "1 800",
        "Kajen ska",
        "kajritning",
    )
    secrets += ("HEMLIGRITNING", "Kan skada kajen", "Vi prövar")
    assert [text for text in secrets if text not in whole] == []
    assert [text for text in secrets if text.lower() in read(masked).lower()] == []
    assert "[maskat: OSL 15:1]" in read(masked)
    told = {(one.part, one.section) for one in mask.log()}
    assert told == {
        ("title", "osl_15_1"),
        ("counterpart", "osl_15_1"),
        ("cost", "osl_15_1"),
        ("gain", "osl_15_1"),
        ("document", "osl_18_8"),
    }


def test_each_place_that_is_masked_is_counted_and_told_on_the_last_page(amina, johan):
    item = visits.approved(by=amina, title="Kajbesök")
    mark(item, Part.TITLE, johan)

    made, mask = masked_file(item, johan)

    reader = PdfReader(io.BytesIO(made))
    last = flat(reader.pages[-1].extract_text())
    (hidden,) = mask.log()
    before = " ".join(page.extract_text() for page in reader.pages[:-1])
    assert flat(before).count("[maskat: OSL 15:1]") == hidden.places
    assert "Logg över maskning" in last
    assert f"Rubriken OSL 15:1 {hidden.places}" in last


def test_a_matter_that_is_secret_as_a_whole_shows_its_number_alone(amina, johan):
    item = visits.approved(by=amina, title="Kajbesök", requesting_organisation="Bergens kommune")
    attach(item, "program.pdf", pdf_of("Program"), amina)
    names = {"by": johan, "at": timezone.now(), "grounds": "Skadar Norge"}
    secrecy.make_secret(item, section=SecrecySection.DEFENCE, **names)

    made, mask = masked_file(item, johan)

    told = read(made)
    assert item.number in told
    for text in ("Kajbesök", "Bergen", "program.pdf", "Vi lär oss mer", "Skadar"):
        assert text not in told
    assert {one.section for one in mask.log()} == {"osl_15_2"}


def test_people_are_masked_by_the_word_of_whoever_takes_it_out(amina, johan):
    item = visits.approved(
        by=amina,
        contact_name="Hilde Fugl",
        contact_email="hilde@oslo.example",
        stockholm_learns="Hilde Fugl visar hur.",
    )
    attach(item, "deltagare.pdf", pdf_of("Alla namn"), amina, personal=True)
    replying.propose(
        item,
        item.decisions.get(),
        contact="Hilde Fugl",
        to="hilde@oslo.example",
        wants_letter=False,
        language="en",
        by=amina,
        at=timezone.now(),
    )

    kept, _mask = masked_file(item, johan)
    masked, mask = masked_file(item, johan, persons=True)

    assert "Hilde Fugl" in read(kept)
    assert "Till hilde@oslo.example" in read(kept)
    assert "Alla namn" in read(kept)
    for text in ("Hilde", "hilde@oslo.example", "Alla namn", "Dear"):
        assert text not in read(masked)
    assert [(one.part, one.section, one.number) for one in mask.log()] == [
        ("persons", "osl_21_7", None),
        ("persons", "osl_21_7", 1),
    ]


def test_a_paper_of_the_invented_city_can_be_read(amina, johan):
    item = visits.approved(by=amina)
    attach(item, "beslut.pdf", one_page("Beslut om stöd", "Första raden", "Andra raden"), amina)

    assert "Beslut om stöd Första raden Andra raden" in read(drawn(item, johan))
    assert [one.pages for one in papers_of(fresh(item), Mask())] == [1]


def test_what_was_erased_of_people_is_told_as_erased(amina, johan):
    item = visits.approved(by=amina)
    Reply.objects.create(engagement=item, language="sv", written_by=amina, written_at=NOON)

    assert "Adress och text är gallrade." in read(drawn(item, johan))


def test_the_tables_of_a_kind_are_in_its_file(amina, johan):
    item = trips.approved(by=amina)

    told = read(drawn(item, johan))

    assert "Deltagare och kostnader" in told
    assert "Tora Lind 4 200 kr" in told


def test_sums_in_the_file_stand_to_the_right(amina, johan):
    begins = {}

    def see(text, page, own, _font, _size):
        begins.setdefault(flat(text), page[4] + own[4])

    made = drawn(trips.approved(by=amina), johan)
    page = next(p for p in PdfReader(io.BytesIO(made)).pages if "Betalas av" in p.extract_text())
    page.extract_text(visitor_text=see)

    assert begins["10 800 kr"] < begins["5 400 kr"] < begins["Logi"]


def test_a_file_without_documents_has_no_page_for_them_alone(amina, johan):
    made, _mask = masked_file(visits.approved(by=amina), johan)

    pages = [flat(page.extract_text()) for page in PdfReader(io.BytesIO(made)).pages]
    (page,) = [text for text in pages if "Inga handlingar." in text]
    assert "Det här har hänt" in page


def encrypted(password):
    writer = PdfWriter(clone_from=io.BytesIO(pdf_of("Låst text")))
    writer.encrypt(password, owner_password="annat")
    kept = io.BytesIO()
    writer.write(kept)
    return kept.getvalue()


def test_documents_of_all_sorts_are_drawn_attached_or_told_of(amina, johan):
    item = visits.approved(by=amina)
    contents = {
        "program.pdf": pdf_of("Först", "Sedan", "Sist"),
        "bild.png": PNG,
        "avtal.docx": docx_of("Avtalets text"),
        "skadad.pdf": b"%PDF-1.4 sedan inget",
        "halv.pdf": pdf_of("Halv")[:2000],
        "trasig.png": PNG[:45],
        "sist.pdf": pdf_of("Allra sist"),
    }
    for name, content in contents.items():
        attach(item, name, content, amina)

    made = drawn(item, johan)

    ways = {one.row.name: (str(one.way), one.pages) for one in papers_of(fresh(item), Mask())}
    assert ways == {
        "program.pdf": ("pages", 3),
        "bild.png": ("picture", 0),
        "avtal.docx": ("annex", 0),
        "skadad.pdf": ("annex", 0),
        "halv.pdf": ("annex", 0),
        "trasig.png": ("annex", 0),
        "sist.pdf": ("pages", 1),
    }
    reader = PdfReader(io.BytesIO(made))
    texts = [flat(page.extract_text()) for page in reader.pages]
    first = next(n for n, text in enumerate(texts) if "Handling 1: program.pdf" in text and n > 1)
    assert [
        "Först" in texts[first + 1],
        "Sedan" in texts[first + 2],
        "Sist" in texts[first + 3],
    ] == [
        True,
        True,
        True,
    ]
    assert "Allra sist" in texts[-1]
    assert f"Sida {len(texts) - 1} av {len(texts)}" in texts[-2]
    kept = {name: content for name, (content,) in reader.attachments.items()}
    assert kept == {
        "03 avtal.docx": contents["avtal.docx"],
        "04 skadad.pdf": contents["skadad.pdf"],
        "05 halv.pdf": contents["halv.pdf"],
        "06 trasig.png": contents["trasig.png"],
    }
    told = read(made)
    for content in contents.values():
        assert hashlib.sha256(content).hexdigest() in told.replace(" ", "")
    assert "Filen är skadad och kan inte läsas som PDF." in told
    assert "Bilden är skadad och kan inte ritas." in told


def test_a_locked_document_is_an_annex_in_the_city_and_not_handed_out_unread(amina, johan):
    item = visits.approved(by=amina)
    attach(item, "last.pdf", encrypted("hemligt"), amina)
    attach(item, "oppen.pdf", encrypted(""), amina)
    mark(item, Part.COST, johan)

    whole = list(papers_of(fresh(item), Mask()))
    _made, mask = masked_file(item, johan)

    assert [(one.way, one.pages) for one in whole] == [(Way.ANNEX, 0), (Way.PAGES, 1)]
    assert whole[0].why == "Filen är låst med lösenord."
    assert [(one.number, one.section) for one in mask.log() if one.number] == [(1, "")]


def test_what_cannot_be_searched_for_what_is_masked_is_not_handed_out_unread(amina, johan):
    item = visits.approved(by=amina)
    attach(item, "bild.png", PNG, amina)
    attach(item, "inskannad.pdf", with_a_scan("Med text"), amina)
    attach(item, "med-bild.docx", docx_of("Text", picture=PNG), amina)
    attach(item, "text.docx", docx_of("Text"), amina)
    mark(item, Part.COST, johan)

    _made, mask = masked_file(item, johan)

    assert [(one.number, one.why) for one in mask.log() if one.number] == [
        (number, f"{why} Den lämnas inte ut utan att någon har läst den.")
        for number, why in (
            (1, "En bild kan inte sökas igenom efter det som är maskat."),
            (2, "Filen har sidor utan text, som en inskanning."),
            (3, "Filen innehåller bilder, som inte kan sökas igenom."),
        )
    ]


def test_a_document_that_is_gone_is_told_of(amina, johan):
    item = visits.approved(by=amina)
    row = attach(item, "borta.pdf", pdf_of("Borta"), amina)
    row.file.storage.delete(row.file.name)

    assert "Filen går inte att läsa i arkivet." in read(drawn(item, johan))


def test_a_document_that_names_what_is_masked_is_left_out(amina, johan):
    item = visits.approved(by=amina, requesting_organisation="Bergens kommune")
    attach(item, "brev.docx", docx_of("Hälsningar från Bergens kommune"), amina)
    attach(item, "brev.pdf", pdf_of("Bergens kommune hälsar"), amina)
    attach(item, "ritning.pdf", pdf_of("Ett torg"), amina)
    mark(item, Part.COUNTERPART, johan)

    made, mask = masked_file(item, johan)

    assert [(one.number, one.part) for one in mask.log() if one.number] == [
        (1, "counterpart"),
        (2, "counterpart"),
    ]
    assert "Ett torg" in read(made)
    assert "Bergen" not in read(made)


def test_a_note_on_a_page_is_read_before_the_page_is_handed_out(amina, johan):
    writer = PdfWriter(clone_from=io.BytesIO(pdf_of("Torget")))
    note = Text(text="Bergens kommune vill ha det så", rect=(50, 550, 200, 650))
    writer.add_annotation(page_number=0, annotation=note)
    kept = io.BytesIO()
    writer.write(kept)
    item = visits.approved(by=amina, requesting_organisation="Bergens kommune")
    attach(item, "torget.pdf", kept.getvalue(), amina)
    mark(item, Part.COUNTERPART, johan)

    _made, mask = masked_file(item, johan)

    assert [(one.number, one.part) for one in mask.log() if one.number] == [(1, "counterpart")]


def test_nothing_in_a_document_runs_in_the_file(amina, johan):
    writer = PdfWriter(clone_from=io.BytesIO(pdf_of("Klicka")))
    script = DictionaryObject(
        {
            NameObject("/S"): NameObject("/JavaScript"),
            NameObject("/JS"): TextStringObject("farligt"),
        }
    )
    writer.pages[0][NameObject("/AA")] = DictionaryObject({NameObject("/O"): script})
    kept = io.BytesIO()
    writer.write(kept)
    item = visits.approved(by=amina)
    attach(item, "klicka.pdf", kept.getvalue(), amina)

    made = drawn(item, johan)

    assert "Klicka" in read(made)
    assert b"JavaScript" not in made
    assert "farligt" not in read(made)


def test_a_file_is_the_same_bytes_when_it_is_made_again(amina, johan):
    item = visits.approved(by=amina)
    attach(item, "program.pdf", pdf_of("Program"), amina)

    assert drawn(item, johan) == drawn(item, johan)


@pytest.mark.parametrize("approved", [visits, trips, memberships, agreements])
def test_without_pages_of_others_the_file_of_every_kind_keeps_pdf_ua(amina, approved):
    make = {memberships: "joined", agreements: "agreed"}.get(approved, "approved")
    item = getattr(approved, make)(by=amina, title="Möte i Москва")

    made = drawn(item, amina)

    reader = PdfReader(io.BytesIO(made))
    assert "pdfuaid" in reader.xmp_metadata.rdf_root.toxml()
    assert reader.trailer["/Root"]["/Lang"] == "sv"
    assert reader.metadata.title.startswith(f"{item.number} Möte")
    asked = kinds.pages_of(fresh(item)).steps[1]
    assert str(asked.title) in read(made)


def test_letters_that_our_font_lacks_stop_no_file(amina, caplog):
    item = visits.approved(by=amina, title="Möte i 北京 \U0001f600")

    told = read(drawn(item, amina))

    assert "Möte i 北京 \U0001f600" in told
    assert "pdfuaid" not in told


PEOPLE = {
    "amina.lindqvist": Party.OWNER,
    "johan.ekstrom": Party.SLK,
    "tove.alm": Party.REGISTRAR,
    "nils.ahlin": Party.ADMIN,
    "anders.wik": Party.KS,
    "ingrid.ros": Party.READER,
    "elsa.thorn": Party.COMMITTEE,
    "gunilla.berg": Party.BOARD,
}


def test_who_may_take_it_out_and_who_sees_that_it_was(amina, world, client, login):
    item = visits.approved(by=amina)
    TakenOut.objects.create(engagement=item, masked=True, sha256="a1" * 32, by=amina, at=NOON)
    page, address = item.get_absolute_url(), reverse("engagement_dossier", args=[item.number])
    found, granted = {}, {}
    for name, party in PEOPLE.items():
        login(client, world[name])
        text = client.get(page).text
        asked = client.post(address, {"version": "hel"})
        found[name] = (asked.status_code, address in text, "a1" * 32 in text)
        may = GRANTS[item.status][party]
        takes, sees = Action.TAKE_OUT in may, Action.SEE_TAKEN in may
        granted[name] = (302 if takes else 403, takes, sees)

    assert found == granted
    assert {name for name, told in granted.items() if told[1]} == {
        "amina.lindqvist",
        "johan.ekstrom",
        "tove.alm",
    }
    assert {name for name, told in granted.items() if told[2]} == {"tove.alm", "nils.ahlin"}
    login(client, world["olle.brandt"])
    assert client.post(address, {"version": "hel"}).status_code == 404


def asked(client, item, **given):
    address = reverse("engagement_dossier", args=[item.number])
    client.post(address, {"version": "maskerad", **given})
    job = Job.objects.latest("asked_at")
    jobs.make(job.pk, clock=timezone.localtime)
    job.refresh_from_db()
    return job


def test_what_was_masked_is_kept_with_the_sum_of_what_was_handed_over(
    amina, johan, world, client, login
):
    item = visits.approved(by=amina, title="Kajbesök")
    secret = attach(item, "kaj.pdf", pdf_of("Kajen"), amina)
    mark(item, Part.TITLE, johan)
    mark(item, Part.DOCUMENT, johan, document=secret, section=SecrecySection.SECURITY)
    login(client, world["tove.alm"])

    job = asked(client, item, persons="on")

    assert (job.state, job.done, job.total) == (JobState.DONE, 2, 2)
    made = client.get(reverse("job_file", args=[job.pk])).getvalue()
    row = TakenOut.objects.get()
    assert (row.masked, row.by, row.sha256) == (
        True,
        world["tove.alm"],
        hashlib.sha256(made).hexdigest(),
    )
    assert [(one["part"], one["section"], one["document"]) for one in row.masks] == [
        ("title", "osl_15_1", None),
        ("persons", "osl_21_7", None),
        ("document", "osl_18_8", secret.pk),
    ]
    last = flat(PdfReader(io.BytesIO(made)).pages[-1].extract_text())
    for one in row.masks:
        assert f" {one['places']}" in last
    text = client.get(item.get_absolute_url()).text
    assert row.sha256 in text
    assert "Rubriken (OSL 15:1)" in text
    assert "kaj.pdf" not in last
    login(client, amina)
    assert client.get(reverse("job_file", args=[job.pk])).status_code == 404


def test_whoever_may_not_any_more_gets_no_file(amina, client, login):
    item = visits.approved(by=amina)
    login(client, amina)
    client.post(reverse("engagement_dossier", args=[item.number]), {"version": "hel"})
    role = amina.roles.get()
    role.valid_to = role.valid_from
    role.save()

    with pytest.raises(Exception, match="No Engagement"):
        jobs.make(Job.objects.get().pk, clock=timezone.localtime)

    assert not TakenOut.objects.exists()


def test_a_cancelled_file_was_never_taken_out(amina, client, login, monkeypatch):
    item = visits.approved(by=amina)
    login(client, amina)
    client.post(reverse("engagement_dossier", args=[item.number]), {"version": "hel"})
    job = Job.objects.get()
    whole = paper.made

    def cancelling(*args, **named):
        jobs.cancel(job, at=timezone.now())
        return whole(*args, **named)

    monkeypatch.setattr(paper, "made", cancelling)
    jobs.make(job.pk, clock=timezone.localtime)

    job.refresh_from_db()
    assert (job.state, TakenOut.objects.exists()) == (JobState.CANCELLED, False)


@pytest.mark.parametrize(
    "sql", ["update governance_takenout set masked = false", "delete from governance_takenout"]
)
def test_that_it_was_taken_out_is_never_unwritten(amina, sql):
    item = visits.approved(by=amina)
    TakenOut.objects.create(engagement=item, masked=True, sha256="0" * 64, by=amina, at=NOON)

    with (
        pytest.raises(IntegrityError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)


def test_the_page_tells_what_is_masked_and_which_documents_go_along(amina, johan, client, login):
    item = visits.approved(by=amina)
    secret = attach(item, "kaj.pdf", pdf_of("Kajen"), amina)
    attach(item, "program.pdf", pdf_of("Program"), amina)
    mark(item, Part.DOCUMENT, johan, document=secret, section=SecrecySection.SECURITY)
    login(client, amina)
    address = reverse("engagement_dossier", args=[item.number])

    text = client.get(address).text
    wrong = client.post(address, {})

    assert "OSL 18:8, säkerhetsåtgärder" in text
    assert re.search(r"program\.pdf\s*</li>", text)
    assert re.search(r"kaj\.pdf\s+<span[^>]*>lämnas ute", text)
    assert (wrong.status_code, "Välj ett svar" in wrong.text) == (422, True)
    assert not Job.objects.exists()
