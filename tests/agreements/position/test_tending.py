"""SLK's word before the board's decision, the group board's, the office's, and the log."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from agreements.position import noting, tending
from agreements.position.models import Effort
from engagements.models import Event
from engagements.permissions import permitted
from engagements.templatetags.utblick import day as in_full
from engagements.timeline import sentence
from engagements.turns import holders
from engagements.vocabulary import Action, Body, Outcome, Recommendation, RoleName, Status
from governance import ledger
from governance.actions import central, deciding, demands, following_up, way
from governance.actions.entering import Held
from governance.models import Decision
from tests.factories import positions as factory
from tests.factories.matters import fresh

WAITS = "Skriv först vem på stadsledningskontoret ni har samrått med, vilken dag och vad de sa."


def today():
    return timezone.localdate()


def at_board(item, amina, maria):
    """Bring a position to its board, with SLK's word."""
    factory.consulted(item, by=amina)
    return factory.advised(factory.handed_in(item, by=amina), by=maria)


def forget(item):
    """Take SLK's word away, as somebody may in the form."""
    row = fresh(item).position
    row.ks_contact_on, row.ks_contact_by, row.ks_contact = None, "", ""
    row.save()


def test_a_board_decides_nothing_before_slk_s_word_stands_there(item, amina, maria):
    item = at_board(item, amina, maria)
    forget(item)

    with pytest.raises(demands.NotReady, match=WAITS):
        factory.decided(item, by=amina)
    with pytest.raises(demands.NotReady, match=WAITS):
        factory.decided(item, by=amina, outcome=Outcome.DECLINED)

    factory.consulted(item, by=maria)
    assert factory.decided(item, by=amina).status == Status.APPROVED


def test_the_page_says_so_at_the_question_and_keeps_what_was_typed(
    item, amina, maria, client, login
):
    item = at_board(item, amina, maria)
    forget(item)
    login(client, amina)
    form = client.get(item.get_absolute_url()).context["decision_form"]

    answer = client.post(
        f"{item.get_absolute_url()}stallning/",
        {
            "outcome": "accepted",
            "grounds": "Vi vill det här.",
            "organisation": item.organisation_id,
            "version": form.initial["version"],
        },
    )

    assert answer.status_code == 422
    assert answer.context["decision_form"].errors["outcome"] == [WAITS]
    assert "Vi vill det här." in answer.text
    assert Decision.objects.count() == 0


def test_slk_s_word_is_told_with_who_and_when_and_an_older_one_is_kept(item, amina, maria):
    factory.consulted(item, by=amina)
    factory.handed_in(item, by=amina)
    said = "Stryk andra stycket."
    tending.consult(item, on=today(), who="Chefen", said=said, by=maria, at=timezone.now())

    told = [sentence(row) for row in Event.objects.filter(code="office_said").order_by("pk")]
    day = in_full(today())
    assert told == [
        f"Samråd med SLK antecknades: {factory.WHO}, {day}. {factory.SAID}",
        f"Samråd med SLK antecknades: Chefen, {day}. {said}",
    ]
    kept = fresh(item).position.history.order_by("history_id")
    assert list(kept.values_list("ks_contact", flat=True))[-2:] == [factory.SAID, said]


def test_advice_stands_when_slk_s_word_comes_after_it(item, amina, maria):
    item = at_board(item, amina, maria)
    factory.consulted(item, by=amina)

    assert fresh(item).advice.exclude(voided_at=None).count() == 0


def test_after_the_decision_it_is_too_late_to_consult(item, amina, maria):
    item = factory.said(item, by=amina, unit=maria)

    with pytest.raises(tending.NotNow):
        factory.consulted(item, by=amina)


def test_the_log_is_open_from_the_decision_until_it_is_closed(item, amina, maria):
    def note(what="Skickade brevet"):
        row = fresh(item)
        at = timezone.now()
        return tending.note(row, done_on=today(), what=what, came_of="", by=amina, at=at)

    with pytest.raises(tending.NotNow):
        note()
    item = factory.said(item, by=amina, unit=maria)
    note()
    later = timezone.now() + timedelta(days=40)
    following_up.begin(fresh(item), by=amina, at=later)
    note("Träffade föredraganden")
    following_up.follow_up(
        fresh(item),
        learnt="Att komma tidigt.",
        acted_on="Vi frågar förr.",
        told="Nämnden.",
        image="",
        cost_sek=0,
        working_hours=4,
        by=amina,
        at=later,
    )
    following_up.close(fresh(item), by=amina, at=later)
    with pytest.raises(tending.NotNow):
        note()
    assert list(Effort.objects.order_by("pk").values_list("what", flat=True)) == [
        "Skickade brevet",
        "Träffade föredraganden",
    ]


@pytest.mark.parametrize("sql", ["update {} set what = 'Annat'", "delete from {}"])
def test_a_row_in_the_log_stays_as_it_was_written(item, amina, maria, sql):
    item = factory.said(item, by=amina, unit=maria)
    tending.note(item, done_on=today(), what="Brev", came_of="", by=amina, at=timezone.now())

    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        connection.cursor().execute(sql.format("agreements_effort"))


def test_its_own_people_and_slk_write_and_a_reader_does_not(item, amina, maria, world):
    item = factory.said(item, by=amina, unit=maria)

    def may(user):
        row = fresh(item)
        row.allowed = permitted(user, row, on=today())
        return noting.may_note(user, row, on=today())

    people = [amina, maria, world["ingrid.ros"], world["tove.alm"]]
    assert [may(user) for user in people] == [True, True, False, False]


def test_a_company_s_matter_goes_by_the_group_board_before_the_company_decides(world, maria):
    kerstin = world["kerstin.vall"]
    item = factory.draft(by=kerstin, host="HAMN", group_board_needed=True)
    factory.consulted(item, by=kerstin)
    item = factory.advised(factory.handed_in(item, by=kerstin), by=maria)
    assert (item.status, item.ball) == (Status.PREPARATION, Body.GROUP_BOARD)
    assert list(holders(item, on=today())) == [kerstin]
    with pytest.raises(deciding.NotOpen):
        factory.decided(item, by=kerstin)

    way.group_board_dealt(
        item,
        Recommendation.SUPPORTS,
        grounds="",
        held_on=today(),
        paragraph="7",
        by=kerstin,
        at=timezone.now(),
    )

    item = fresh(item)
    assert (item.status, item.ball_organisation.code) == (Status.DECISION, "HAMN")
    assert factory.decided(item, by=kerstin).status == Status.APPROVED
    assert ledger.verify() == []


def test_what_goes_through_the_association_is_coordinated_by_slk_and_not_by_the_board(
    amina, maria, world
):
    sef = {"position_channel": "association", "in_sef": True, "slk_coordinates": True}
    item = factory.draft(by=amina, scope="citywide", in_boards_name=False, **sef)
    factory.consulted(item, by=amina)
    item = factory.advised(factory.handed_in(item, by=amina), by=maria)
    anders = world["anders.wik"]
    central.decide(
        item,
        body=Body.EXECUTIVE_BOARD,
        outcome=Outcome.ACCEPTED,
        grounds="",
        held=Held(today(), "4", SimpleUploadedFile("p.pdf", b"%PDF-1.7\n%%EOF")),
        version=item.version,
        by=anders,
        at=timezone.now(),
    )
    item = fresh(item)
    assert (item.status, item.ball) == (Status.COORDINATION, Body.EU_UNIT)
    may = {
        user.name: Action.COORDINATE in permitted(user, item, on=today())
        for user in (maria, anders, amina)
    }
    assert may == {maria.name: True, anders.name: False, amina.name: False}

    deciding.coordinate(
        item, grounds="Vi för fram det i maj.", role=RoleName.EU_UNIT, by=maria, at=timezone.now()
    )

    assert fresh(item).status == Status.APPROVED
    made = Decision.objects.get(task="coordinates")
    assert made.organisation.code == "SLK"
    told = [sentence(row) for row in Event.objects.filter(code="office_coordinates")]
    assert told == ["Stadsledningskontoret samordnar"]


def test_too_late_is_said_and_a_later_day_is_not(item, amina, client, login):
    late = factory.draft(by=amina, days=-3)
    login(client, amina)

    said = [
        "Sista dagen att få gehör var" in client.get(row.get_absolute_url()).text
        for row in (item, late)
    ]

    assert said == [False, True]
