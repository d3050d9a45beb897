"""What is kept of advice, decisions and replies is never changed unseen."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from engagements.models import Conflict, Document, OrientationGoal
from engagements.vocabulary import Stance
from governance.actions import minutes, seating, table
from governance.models import (
    AdoptedText,
    AdviceMessage,
    EditionStart,
    FollowUp,
    Frame,
    PolicyValue,
    Reply,
)
from tests.factories import meetings
from tests.rows import NOON, organisation, person, visit

pytestmark = pytest.mark.django_db


@pytest.fixture
def rows():
    """One row in each table, written as the site writes them."""
    engagement, by = visit(), person()
    AdviceMessage.objects.create(engagement=engagement, kind="support", text="Ja", by=by, at=NOON)
    PolicyValue.objects.create(
        key="k", value=1, source="Beslut", valid_from=date(2026, 1, 1), set_at=NOON
    )
    AdoptedText.objects.create(
        edition="strategy-1", clause="4.5", text="Ja", source="Kf", loaded_by=by, loaded_at=NOON
    )
    EditionStart.objects.create(
        edition="strategy-2", valid_from=NOON, source="Kf", set_by=by, set_at=NOON
    )
    Document.objects.create(
        engagement=engagement, name="brev.pdf", size=1, added_by=by, added_at=NOON
    )
    Conflict.objects.create(engagement=engagement, user=by, grounds="Släkt", declared_at=NOON)
    Reply.objects.create(
        engagement=engagement, to="a@b.example", written_by=by, written_at=NOON, subject="Svar"
    )
    FollowUp.objects.create(engagement=engagement, learnt="Allt", cost_sek=1, by=by, at=NOON)
    Frame.objects.create(organisation=organisation(), year=2026, amount_sek=1)
    OrientationGoal.objects.create(year=2026, code="1", name_sv="Mål", name_en="Goal")
    connection.check_constraints()


@transaction.atomic
def commit(sql):
    """Run SQL past the models, and check it as a commit would."""
    with connection.cursor() as cursor:
        cursor.execute(sql)
    connection.check_constraints()


@pytest.mark.parametrize(
    "sql",
    [
        "update governance_advicemessage set text = 'Nej'",
        "update governance_advicemessage set voided_at = now(), kind = 'advise_against'",
        "delete from governance_advicemessage",
        "truncate governance_advicemessage",
        "update engagements_document set sha256 = 'X'",
        "delete from engagements_document",
        "update engagements_conflict set grounds = 'Vän'",
        "delete from engagements_conflict",
        "update governance_historicalreply set state = 'sent'",
        "delete from governance_historicalfollowup",
        "delete from governance_historicaladoptedtext",
        "delete from governance_historicaleditionstart",
    ],
)
def test_what_is_written_once_cannot_be_changed(rows, sql):
    with pytest.raises(IntegrityError, match="append-only"):
        commit(sql)


@pytest.mark.parametrize(
    ("table", "sql"),
    [
        ("governance_reply", "set state = 'sent'"),
        ("governance_followup", "set learnt = 'Inget'"),
        ("governance_frame", "set amount_sek = 2"),
        ("governance_adoptedtext", "set text = 'Nej'"),
        ("governance_editionstart", "set valid_from = '2099-01-01'"),
        ("engagements_organisation", "set code = 'X'"),
        ("engagements_orientationgoal", "set name_sv = 'X'"),
    ],
)
def test_what_may_change_does_not_change_without_its_history(rows, table, sql):
    with pytest.raises(IntegrityError, match=f"history guard: {table} .* differs"):
        commit(f"update {table} {sql}")


def test_a_change_with_its_history_is_accepted(rows):
    for model, field, value in [
        (Reply, "state", "sent"),
        (FollowUp, "learnt", "Inget"),
        (Frame, "amount_sek", 2),
        (OrientationGoal, "name_sv", "Annat"),
    ]:
        row = model.objects.get()
        setattr(row, field, value)
        row.save(update_fields=[field])
    connection.check_constraints()

    assert list(Frame.history.order_by("pk").values_list("amount_sek", flat=True)) == [1, 2]


@pytest.mark.parametrize(("model", "field"), [(AdviceMessage, "voided_at")])
def test_an_end_is_written_once(rows, model, field):
    assert model.objects.update(**{field: NOON}) == 1

    for other in (None, NOON + timedelta(days=1)):
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            model.objects.update(**{field: other})


def test_no_history_keeps_what_a_reply_says_to_a_person(rows):
    kept = {field.name for field in Reply.history.model._meta.fields}

    assert kept & {"to", "subject", "body"} == set()


@pytest.mark.parametrize(
    "sql",
    [
        "update governance_mark set outcome = 'supports'",
        "delete from governance_stancetaken",
        "update governance_itemoutcome set outcome = 'tables'",
        "update governance_absence set first = '2020-01-01'",
        "update governance_minutes set opening = 'Nej'",
        "update governance_agendaitem set proposal = 'Nej'",
        "update governance_meeting set place = 'Annanstans'",
    ],
)
def test_what_was_said_at_a_meeting_cannot_be_changed_unseen(world, sql):
    room = meetings.called(world, at=NOON, matters=1)
    table.take_stance(room.items[0], Stance.DISCUSS, by=room.vera, at=NOON)
    table.mark_rest(room.meeting, key=uuid4(), by=room.vera, at=NOON)
    table.close(room.meeting, by=room.karim, at=NOON)
    minutes.draft(room.meeting, by=room.secretary, at=NOON)
    seating.be_away(room.vera, first=NOON.date(), last=NOON.date(), by=room.vera, at=NOON)
    connection.check_constraints()
    with pytest.raises(IntegrityError, match=r"append-only|history guard"):
        commit(sql)
