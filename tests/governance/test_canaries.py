"""Forty canaries in secret fields: they sing in no file, mail or list of those who may not hear."""

import csv
import io
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone, translation
from docx import Document as Docx
from python_calamine import CalamineWorkbook

from engagements.models import Engagement, OutboxMessage
from engagements.vocabulary import AdviceKind, Outcome, Recommendation, RoleName, SecrecySection
from governance import tasks
from governance.actions import (
    advising,
    consulting,
    deciding,
    following_up,
    intake,
    minutes,
    secrecy,
    table,
)
from governance.annual import document, files
from governance.models import FollowUp, Part
from governance.reports import listing
from tests.factories import meetings, visits
from tests.factories.matters import fresh
from tests.governance.test_dossier import attach, mark, masked_file, pdf_of, read

pytestmark = pytest.mark.django_db
CANARIES = [f"KANARIE{number:02d}" for number in range(40)]
# Those of matters that are secret as a whole: the city's own readers may hear the others.
WHOLE = {*CANARIES[:18], *CANARIES[38:]}
TOLD = ("acted_on", "told", "image", "purpose_met", "contacts", "usable", "goes_into")


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    """The folder that documents and files lie in."""
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def cage(world, amina, johan):
    """A matter that is secret as a whole and one that is in part, with all forty between them."""
    texts = iter(CANARIES)
    now = timezone.now()
    whole = visits.draft(
        by=amina,
        title=f"Besök {next(texts)}",
        requesting_organisation=next(texts),
        contact_name=next(texts),
        contact_email=f"{next(texts)}@oslo.example",
        head_name=next(texts),
        access_needs=next(texts),
        wishes=next(texts),
        stockholm_learns=next(texts),
        they_learn=next(texts),
        intermediary=next(texts),
        goal_contribution=next(texts),
        sdg_how=next(texts),
    )
    reason = next(texts)
    secrecy.make_secret(whole, section=SecrecySection.FOREIGN, grounds=reason, by=johan, at=now)
    attach(whole, f"{next(texts)}.pdf", pdf_of(next(texts)), amina)
    question = next(texts)
    whole = intake.submit(
        fresh(whole),
        version=None,
        ask=RoleName.INTERNATIONAL_UNIT,
        question=question,
        weighings={},
        by=amina,
        at=now,
    )
    other = world["stina.ek"].roles.get().organisation
    day = timezone.localdate() + timedelta(days=9)
    consulting.ask(fresh(whole), organisations=[other], due=day, by=amina, at=now)
    advising.advise(
        fresh(whole),
        kind=AdviceKind.SUPPORT,
        text=next(texts),
        clauses=["4.1"],
        unit=RoleName.INTERNATIONAL_UNIT,
        by=johan,
        at=now,
    )
    deciding.decide(
        fresh(whole),
        outcome=Outcome.ACCEPTED,
        grounds=f"Vi lär oss mer än vi lägger ned, säger {next(texts)}.",
        organisation=whole.organisation,
        role=RoleName.CONTACT_PERSON,
        by=amina,
        at=now,
    )
    part = visits.approved(
        by=amina,
        title=f"Möte {next(texts)}",
        requesting_organisation=next(texts),
        city=next(texts),
        contact_name=next(texts),
        contact_email=f"{next(texts)}@oslo.example",
        head_name=next(texts),
        access_needs=next(texts),
    )
    _follow_up(part, next(texts), amina)
    row = FollowUp.objects.get(engagement=part)
    for name in TOLD:
        setattr(row, name, next(texts))
    row.save()
    hidden = attach(part, f"{next(texts)}.pdf", pdf_of(next(texts), next(texts)), amina)
    attach(part, "namn.pdf", pdf_of(next(texts)), amina, personal=True)
    for one in (Part.TITLE, Part.COUNTERPART, Part.COST, Part.GAIN):
        mark(part, one, johan)
    mark(part, Part.DOCUMENT, johan, document=hidden, grounds=next(texts))
    left = list(texts)
    assert left == CANARIES[38:]
    for text in left:
        told = visits.approved(by=amina, title=text)
        secrecy.make_secret(told, section=SecrecySection.FOREIGN, grounds=text, by=johan, at=now)
    return whole, part


def _follow_up(item, learnt, by):
    later = timezone.now() + timedelta(days=90)
    following_up.follow_up(
        item,
        learnt=learnt,
        acted_on="-",
        told="-",
        image="",
        cost_sek=900,
        working_hours=None,
        gift_received_sek=0,
        by=by,
        at=later,
    )


def sung(text):
    return [canary for canary in CANARIES if canary.lower() in text.lower()]


def test_in_no_masked_file(cage, johan):
    for item in cage:
        made, _mask = masked_file(item, johan, persons=True)
        assert (item.number, sung(read(made))) == (item.number, [])
        assert b"KANARIE" not in made


def test_in_no_annual_report(cage, world):
    """Whoever sees all makes it: nothing that is secret goes to the City Council all the same."""
    year = (timezone.localdate() + timedelta(days=60)).year
    for who in ("johan.ekstrom", "tove.alm", "nils.ahlin"):
        with translation.override("sv"):
            made = document.build(year, None, by=world[who], at=timezone.now())
            assert (who, sung(read(files.paper(made)))) == (who, [])
            assert sung(files.data(made).decode()) == []
            words = Docx(io.BytesIO(files.word(made)))
            cells = [cell.text for one in words.tables for row in one.rows for cell in row.cells]
            assert sung(" ".join([*cells, *(p.text for p in words.paragraphs)])) == []
            book = CalamineWorkbook.from_filelike(io.BytesIO(files.workbook(made)))
            sheets = [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
            assert sung(str(sheets)) == []


def test_in_no_notes_of_the_committee(world, client, login):
    now = timezone.now()
    room = meetings.called(world, at=now, matters=2)
    item = room.items[0].engagement
    names = {"by": world["johan.ekstrom"], "at": now}
    row = Engagement.objects.get(pk=item.pk)
    row.title = CANARIES[0]
    row._history_user = names["by"]
    row.save()
    secrecy.make_secret(row, section=SecrecySection.FOREIGN, grounds=CANARIES[1], **names)
    first = room.meeting.items.get(engagement=row)
    against = Recommendation.ADVISES_AGAINST
    grounds = {"grounds": CANARIES[2], "key": uuid4(), "seen": 0}
    table.mark(first, against, **grounds, by=room.vera, at=now)
    table.mark_rest(room.meeting, key=uuid4(), by=room.vera, at=now)
    table.close(room.meeting, by=room.karim, at=now)
    minutes.draft(room.meeting, by=room.secretary, at=now)
    minutes.adjust(room.meeting, by=room.karim, at=now)
    minutes.publish(room.meeting, by=room.secretary, at=now)
    login(client, world["ingrid.ros"])

    told = read(client.get(reverse("meeting_minutes_pdf", args=[room.meeting.pk])).content)

    assert row.number in told
    assert sung(told) == []


def test_in_no_mail(cage, mailoutbox):
    for _round in range(4):
        for message in OutboxMessage.objects.filter(done_at=None):
            tasks.deliver(message_id=str(message.pk))

    letters = [f"{letter.subject} {letter.body} {letter.extra_headers}" for letter in mailoutbox]
    whole = cage[0]
    assert any(whole.number in letter for letter in letters)
    assert [one for letter in letters for one in sung(letter) if one in WHOLE] == []


@pytest.mark.parametrize("who", ["ingrid.ros", "lena.forsgren", "nils.ahlin"])
def test_in_no_list_as_a_file_of_whoever_may_not_read(cage, world, client, login, who):
    login(client, world[who])
    found = {}
    for name in listing.LISTINGS:
        for form in ("csv", "xlsx"):
            response = client.get(reverse("list_file", args=[name, form]))
            if response.status_code in (403, 404):
                continue
            content = response.getvalue()
            if form == "csv":
                told = str(list(csv.reader(io.StringIO(content.decode("utf-8-sig")))))
            else:
                book = CalamineWorkbook.from_filelike(io.BytesIO(content))
                sheets = (book.get_sheet_by_name(one).to_python() for one in book.sheet_names)
                told = str(list(sheets))
            found[name, form] = sorted(set(sung(told)) & WHOLE)

    assert {name: told for name, told in found.items() if told} == {}
    assert len(found) > 10
