"""People outside the city leave a closed engagement, and what was decided still holds."""

import json
from io import StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.utils import timezone
from psycopg import sql

from deploy import verify_ledger
from engagements import documents, reading
from engagements.models import Engagement, OutboxMessage
from engagements.vocabulary import DocumentKind, Outcome
from governance import ledger, notices, notifications
from governance.actions import deciding, erasing, intake, replying
from governance.models import Reply, ReplyState, Sort
from tests.factories import files, visits

CANARY = "kanariefågel"
PERSON = {
    "contact_name": f"Hilde {CANARY}",
    "contact_email": f"hilde.{CANARY}@oslo.example",
    "head_name": f"Marte {CANARY}",
    "access_needs": f"rullstol {CANARY}",
}
RULE = "Dokumenthanteringsplan 4.2"


def traces(needle):
    """Return every table of the database, whatever its schema, where a row holds a text."""
    written = [f"%{needle}%", f"%{json.dumps(needle)[1:-1]}%"]  # as JSON may escape it, too
    found = set()
    with connection.cursor() as cursor:
        cursor.execute(
            "select table_schema, table_name from information_schema.tables where table_type ="
            " 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')"
        )
        for table in cursor.fetchall():
            row_of = sql.SQL("select 1 from {} t where to_jsonb(t)::text like any(%s) limit 1")
            cursor.execute(row_of.format(sql.Identifier(*table)), [written])
            found |= {".".join(table)} if cursor.fetchone() else set()
    return found


def fresh(item):
    return Engagement.objects.select_related("organisation__board").get(pk=item.pk)


@pytest.fixture
def declined(amina):
    """A declined visit whose delegation got its answer; a canary sits wherever a person does."""
    at = timezone.now()
    item = visits.draft(by=amina, at=at, **PERSON)
    intake.submit(item, version=None, ask=None, question="", weighings={}, by=amina, at=at)
    item = fresh(item)
    decision = deciding.decide(
        item,
        outcome=Outcome.DECLINED,
        grounds="Vi hinner inte.",
        organisation=item.organisation,
        role="contact_person",
        by=amina,
        at=at,
    )
    draft = replying.propose(
        item,
        decision,
        contact=PERSON["contact_name"],
        to=PERSON["contact_email"],
        wants_letter=False,
        language="en",
        by=amina,
        at=at,
    )
    letter = {"to": draft.to, "subject": f"Till {CANARY}", "body": draft.body}
    sent = replying.send(draft, **letter, by=amina, at=at)
    OutboxMessage.objects.filter(topic="mail.reply").update(
        last_error=f"SMTPRecipientsRefused: {sent.to}"
    )
    return fresh(item)


@pytest.fixture
def answered(declined):
    """The same, after the reply went."""
    notifications.note_sent(Reply.objects.get(), at=timezone.now())
    return declined


def erase(item, *, by, why=RULE):
    return erasing.erase_personal_data(item, why=why, by=by, at=timezone.now())


def test_histories_and_events_hold_no_people_outside_the_city(answered):
    assert traces(CANARY) == {
        "public.visits_visit",
        "public.engagements_engagement",
        "public.governance_reply",
        "public.engagements_outboxmessage",
        "ledger.secret",
    }


def test_no_trace_is_left_anywhere_after_erasing(answered, amina):
    erase(answered, by=amina)

    assert traces(CANARY) == set()


def test_what_people_were_told_goes_with_it_and_nothing_else_does(answered, amina):
    other = visits.draft(by=amina)
    for item in (answered, other):
        about = {"engagement": item, "once": item.number, "at": timezone.now()}
        notices.tell([amina], Sort.BALL, "ball", **about, on=timezone.localdate())

    erase(answered, by=amina)

    assert [notice.engagement for notice in amina.notices.all()] == [other]


def test_both_verifiers_hold_after_erasing(answered, amina):
    line = str(ledger.anchor(day=timezone.localdate(), at=timezone.now()))
    assert ledger.verify([line]) == []

    seq = erase(answered, by=amina)

    lines = [json.dumps(entry) for entry in ledger.export()]
    assert (ledger.verify([line]), verify_ledger.verify(lines, [line])[1]) == ([], [])
    body = json.loads(json.loads(lines[seq - 1])["body"])
    assert (body["kind"], body["rule"], body["item"]) == ("destroyed", RULE, answered.number)
    assert ledger.reveal(seq)["by"] == amina.name
    connection.check_constraints()


def test_the_timeline_tells_who_erased_by_which_rule(answered, amina):
    erase(answered, by=amina)

    event = answered.events.get(code="erased")
    assert (event.by, event.data) == (amina, {"why": RULE})


def test_the_page_says_that_a_reply_was_erased(answered, amina, login):
    erase(answered, by=amina)
    client = Client()
    login(client, amina)

    page = client.get(answered.get_absolute_url()).content.decode()

    assert "Adress och text är gallrade." in page
    assert f"Personuppgifter gallrades: {RULE}" in page


def test_what_others_have_is_left_alone(answered, amina):
    other = visits.draft(by=amina, contact_name="Kvar")

    erase(answered, by=amina)

    assert fresh(other).visit.contact_name == "Kvar"


def test_nobody_is_erased_from_what_is_still_open(amina):
    item = visits.handed_in(by=amina, **PERSON)

    with pytest.raises(erasing.NotDone):
        erase(item, by=amina)

    assert fresh(item).visit.contact_name == PERSON["contact_name"]


def test_nobody_is_erased_before_the_reply_has_gone(declined, amina):
    assert Reply.objects.get().state == ReplyState.QUEUED

    with pytest.raises(erasing.NotDone):
        erase(declined, by=amina)


def test_erasing_follows_a_rule(answered, amina):
    with pytest.raises(erasing.NoRule):
        erase(answered, by=amina, why=" ")


def test_the_command_erases_and_names_the_files_that_are_left(answered, amina):
    documents.add(
        answered,
        upload=SimpleUploadedFile("pass.docx", files.docx(f"Pass för {CANARY}")),
        kind=next(iter(DocumentKind)),
        personal_data=True,
        by=amina,
        at=timezone.now(),
    )
    reading.read(answered.documents.get().pk)
    assert traces(CANARY) >= {"public.engagements_documenttext"}
    told = StringIO()

    call_command(
        "erase_personal_data", answered.number, "--why", RULE, "--by", amina.email, stdout=told
    )

    assert traces(CANARY) == set()
    assert told.getvalue().splitlines()[1:] == ["Left, and marked as personal: pass.docx"]


@pytest.mark.parametrize(
    ("number", "by", "said"),
    [
        ("INT-1999-0001", "amina.lindqvist", "There is no engagement INT-1999-0001."),
        (None, "ingen", "Nobody with the address"),
    ],
)
def test_the_command_says_what_it_cannot_find(answered, world, number, by, said):
    email = world[by].email if by in world else "ingen@stockholm.example"

    with pytest.raises(CommandError, match=said):
        call_command("erase_personal_data", number or answered.number, "--why", RULE, "--by", email)


def test_the_command_says_why_it_refuses(declined, amina):
    with pytest.raises(CommandError, match="Ett svar är på väg"):
        call_command("erase_personal_data", declined.number, "--why", RULE, "--by", amina.email)
