"""What the contact persons' network shares: who finds it, and in which edition."""

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from engagements import reading
from engagements.models import Organisation, OutboxMessage
from governance import announcing, material, searching
from governance.actions import sharing
from governance.actions.setting import NotPossible
from governance.models import Material, MaterialEdition, MaterialText, Notice, NoticeChoice
from governance.tasks import deliver
from governance.week import week_of
from tests.factories import files
from tests.governance.test_notices import deliver_all, next_monday

pytestmark = pytest.mark.django_db
CANARY = "kanariefågel"
READERS = {
    "amina.lindqvist": ("finds", "shares", "changes"),
    "erik.palm": ("finds", "shares", "changes"),
    "lena.forsgren": ("finds", "shares"),
    "johan.ekstrom": ("finds", "shares", "changes"),
    "nils.ahlin": ("finds", "shares", "changes"),
    "ingrid.ros": (),
    "tove.alm": (),
    "vera.stenmark": (),
}


@pytest.fixture(autouse=True)
def archive(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def upload(text=CANARY, name="mall.docx"):
    return SimpleUploadedFile(name, files.docx(text))


@pytest.fixture
def share(amina):
    def shared(title="Mall för program", **answers):
        given = {
            "about": "Fyll i den",
            "kind": "template",
            "organisation": Organisation.objects.get(code="MF"),
            "upload": upload(),
        }
        return sharing.share(title=title, by=amina, at=timezone.now(), **given | answers)

    return shared


@transaction.atomic
def commit(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)
    connection.check_constraints()


def found(words, user):
    question = searching.understood(words)
    return searching.answered(question, user=user, on=timezone.localdate()).material


@pytest.mark.parametrize("reader", READERS)
def test_who_finds_shares_and_changes(reader, share, client, world):
    row, may = share(), READERS[reader]
    client.force_login(world[reader])
    own = [row.get_absolute_url(), reverse("network_edition", args=[row.pk, 1])]
    for address in [reverse("network_material"), reverse("list_file", args=LIST), *own]:
        answer = client.get(address)
        assert (answer.status_code == 200) is ("finds" in may)
        answer.getvalue()
    assert (client.get(reverse("network_share")).status_code == 200) is ("shares" in may)
    sent = {"why": "Gammal"}
    client.post(reverse("network_archive", args=[row.pk]), sent)
    row.refresh_from_db()
    assert bool(row.archived_on) is ("changes" in may)
    sharing.archive(row, why="Gammal", by=world["amina.lindqvist"], at=timezone.now())
    client.post(reverse("network_restore", args=[row.pk]), {"why": "Den behövs"})
    row.refresh_from_db()
    assert (row.archived_on is None) is ("changes" in may)
    row_seen = reverse("network_material") in client.get(reverse("places")).text
    assert row_seen is (reader == "nils.ahlin")


LIST = ["natverksmaterial", "csv"]


def test_a_shared_file_is_found_by_its_words_and_only_by_the_network(share, amina, world):
    row = share()
    message = OutboxMessage.objects.get(topic=material.TOPIC)
    assert found(CANARY, amina) == []
    deliver(message_id=str(message.pk))

    assert [one.material for one in found(CANARY, amina)] == [row]
    assert [one.material for one in found("program", world["lena.forsgren"])] == [row]
    assert found(CANARY, world["ingrid.ros"]) == []


def test_a_new_edition_replaces_the_one_before_which_stays(share, client, amina, world):
    row = share()
    client.force_login(amina)
    sent = {"file": upload("nya ord", "mall-2.docx"), "changed": "Nya tider"}
    assert client.post(reverse("network_renew", args=[row.pk]), sent).url == row.get_absolute_url()
    for edition in MaterialEdition.objects.all():
        reading.read(edition.pk, model=MaterialText)

    assert found(CANARY, amina) == []
    assert [one.number for one in found("nya ord", amina)] == [2]
    page = client.get(row.get_absolute_url()).text
    assert page.index("mall-2.docx") < page.index("Tidigare utgåvor") < page.index("mall.docx")
    kept = client.get(reverse("network_edition", args=[row.pk, 1]))
    assert b"".join(kept.streaming_content).startswith(b"PK")
    assert kept["Content-Security-Policy"].startswith("default-src 'none'; sandbox")
    assert 'filename="mall.docx"' in kept["Content-Disposition"]


def test_the_same_again_is_one_and_the_same_file_is_no_new_edition(share, amina):
    assert share(upload=upload()) is not None
    content = upload().read()
    again = [share("Två", upload=SimpleUploadedFile("a.docx", content)) for _ in range(2)]
    assert again[0] == again[1]
    with pytest.raises(NotPossible, match="samma fil"):
        sharing.renew(
            again[0],
            upload=SimpleUploadedFile("a.docx", content),
            changed="Inget",
            by=amina,
            at=timezone.now(),
        )


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Filen är tom."),
        (b"MZ nonsens", "Filen går inte att ta emot."),
        (b"%PDF-" + bytes(10 * 1024 * 1024), "Den får vara högst 10 MB."),
    ],
)
def test_a_bad_file_is_refused_at_its_field_and_nothing_typed_is_lost(content, said, client, amina):
    client.force_login(amina)
    sent = {"title": "Min rubrik", "about": "Det här skrev jag", "kind": "guidance"}
    sent |= {"organisation": Organisation.objects.get(code="MF").pk}
    sent |= {"file": SimpleUploadedFile("a.pdf", content)}
    page = client.post(reverse("network_share"), sent)
    assert page.status_code == 422
    assert all(words in page.text for words in (said, "Min rubrik", "Det här skrev jag"))
    assert not Material.objects.exists()


def test_nobody_shares_for_another_or_renews_what_is_archived(share, client, amina):
    client.force_login(amina)
    other = Organisation.objects.exclude(code="MF").filter(active=True).first()
    sent = {"title": "X", "about": "Y", "kind": "other", "organisation": other.pk}
    assert client.post(reverse("network_share"), sent | {"file": upload()}).status_code == 422
    row = share()
    sharing.archive(row, why="Ersatt av vägledningen", by=amina, at=timezone.now())

    address = reverse("network_renew", args=[row.pk])
    assert client.post(address, {"file": upload("B"), "changed": "B"}).status_code == 404
    assert row.history.first().history_change_reason == "Ersatt av vägledningen"
    assert "Ersatt av vägledningen" in client.get(row.get_absolute_url()).text
    here = reverse("network_material")
    assert "Mall för program" not in client.get(here).text
    assert "Mall för program" in client.get(here, {"visa": "arkiverat"}).text


def test_what_was_archived_is_taken_into_use_again_with_why_and_its_history_is_kept(
    share, client, amina
):
    client.force_login(amina)
    row = share()
    address = reverse("network_restore", args=[row.pk])
    assert client.post(address, {"why": "I bruk redan"}).status_code == 404
    sharing.archive(row, why="Ersatt", by=amina, at=timezone.now())
    wanting = client.post(address, {"why": ""})
    assert (wanting.status_code, "Ta i bruk igen" in wanting.text) == (422, True)
    assert client.get(address).url == row.get_absolute_url()
    done = client.post(address, {"why": "Den nya mallen drogs tillbaka"}, follow=True)

    assert "I bruk igen sedan" in done.text
    assert "Den nya mallen drogs tillbaka" in done.text
    assert "Mall för program" in client.get(reverse("network_material")).text
    kept = row.history.order_by("history_id").values_list("archived_why", "restored_why")
    assert list(kept) == [("", ""), ("Ersatt", ""), ("", "Den nya mallen drogs tillbaka")]
    assert row.history.first().history_user == amina
    again = sharing.restore(row, why="En gång till", by=amina, at=timezone.now())
    assert (again.restored_why, row.history.count()) == ("Den nya mallen drogs tillbaka", 3)
    sharing.archive(row, why="Nu är den gammal", by=amina, at=timezone.now())
    assert "I bruk igen sedan" not in client.get(row.get_absolute_url()).text


def test_the_network_is_told_of_what_is_shared_as_each_has_chosen(share, amina, world, client):
    lena, erik = world["lena.forsgren"], world["erik.palm"]
    NoticeChoice.objects.create(person=lena, sort="network", way="off")
    NoticeChoice.objects.create(person=erik, sort="network", way="digest")
    row = share()
    deliver_all()
    sharing.describe(row, about="Fyll i den nu", by=amina, at=timezone.now())
    announcing.material(material_id=row.pk, at=timezone.now())
    deliver_all()

    told = list(Notice.objects.filter(material=row).order_by("pk"))
    people = [one.person for one in told]
    assert erik in people
    assert not {lena, amina} & set(people)
    assert len(set(people)) == len(people)
    (line,) = week_of(erik, on=next_monday()).news
    assert (line["name"], line["path"]) == (str(row), row.get_absolute_url())
    assert {letter.to[0] for letter in mail.outbox} == {one.email for one in people if one != erik}
    assert all(str(row) in letter.subject for letter in mail.outbox)
    client.force_login(erik)
    bell = client.get(reverse("notices")).text
    assert "Amina Lindqvist delade material med kontaktpersonernas nätverk" in bell
    lead = client.get(reverse("notice", args=[Notice.objects.get(person=erik).pk]))
    assert lead.url == row.get_absolute_url()


def test_what_was_archived_before_anybody_was_told_is_not_told(share, amina):
    row = share()
    sharing.archive(row, why="Fel fil", by=amina, at=timezone.now())
    deliver_all()

    assert not Notice.objects.filter(material=row).exists()


def test_the_list_asks_as_much_of_thirty_as_of_one(share, client, amina):
    client.force_login(amina)

    def queries():
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("network_material"))
        return len(asked)

    share()
    one = queries()
    for place in range(29):
        share(f"Mall {place}")
    assert queries() == one


@pytest.mark.parametrize(
    "sql",
    [
        "update governance_materialedition set sha256 = 'X'",
        "delete from governance_materialedition",
        "update governance_material set title = 'X'",
    ],
)
def test_nothing_is_changed_unseen(sql, share):
    share()
    connection.check_constraints()
    with pytest.raises(IntegrityError):
        commit(sql)


def test_what_a_search_shows_of_material_is_read_with_it(share, amina, django_assert_num_queries):
    row = share()
    (edition,) = found("mallen", amina)

    with django_assert_num_queries(0):
        shown = (str(edition.material), edition.material.get_absolute_url())
        whose = (edition.material.get_kind_display(), str(edition.material.organisation))

    assert shown == ("Mall för program", row.get_absolute_url())
    assert whose == ("Mall", "Miljöförvaltningen")
