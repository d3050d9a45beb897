"""History judged again: by the commands, and receipts that are not what they were."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from engagements.models import Engagement
from governance.actions import intake
from governance.models import Assessment
from governance.reports import replay
from governance.strategy.replaying import Question, question_of
from tests.factories import visits
from visits.demo.stories import write_answers


def run(*words):
    """Return what a command writes."""
    out = StringIO()
    call_command(*words, stdout=out, stderr=StringIO())
    return out.getvalue().splitlines()


ALTER = {
    "receipt": "update governance_assessment set receipt = %s where id = %s",
    "weighed": "update governance_assessment set weighed = %s where id = %s",
}


def alter(row, column, text):
    """Change a kept receipt behind the application's back, as only somebody with SQL can."""
    with connection.cursor() as cursor:
        cursor.execute("set local session_replication_role = replica")
        cursor.execute(ALTER[column], [text, row.pk])
        cursor.execute("set local session_replication_role = origin")


@pytest.fixture
def dear(amina, world):
    """A decided visit with a lunch at 145 kronor."""
    return visits.approved(by=amina)


def with_lunch(kronor, *, by):
    """Return a visit handed in with a lunch at a price."""
    item = visits.draft(by=by)
    write_answers(item, {}, meal=kronor, by=by, at=timezone.now())
    item = Engagement.objects.get(pk=item.pk)
    return intake.submit(
        item, version=None, ask=None, question="", weighings={}, by=by, at=timezone.now()
    )


def test_identity_flips_nothing(dear):
    assert run("replay", "--processes", "1") == [
        "1 items, 0 flip, 0 unknown in part, 0 can't be judged"
    ]


def test_another_setting_lists_what_flips_by_organisation_and_clause_with_the_items(dear, amina):
    cheap = with_lunch(90, by=amina)

    lines = run("replay", "--setting", "moderation.meal_sek=100", "--processes", "2")

    assert lines[0] == "2 items, 1 flip, 0 unknown in part, 0 can't be judged"
    assert "organisation MF: 1" in lines
    assert "clause 4.6 supports -> judge: 1" in lines
    assert [line for line in lines if line.startswith(dear.number)] == [
        f"{dear.number} MF 4.6 supports -> judge"
    ]
    assert [line for line in lines if cheap.number in line] == []


def test_the_json_holds_the_same(dear):
    found = json.loads("\n".join(run("replay", "--json", "--setting", "moderation.meal_sek=100")))

    assert (found["examined"], found["flipped"], found["organisations"]) == (1, 1, {"MF": 1})
    assert ["4.6", "supports", "judge", 1] in found["clauses"]
    assert [item["number"] for item in found["items"]] == [dear.number]


def test_only_receipts_of_the_period_are_judged(dear):
    assert run("replay", "--until", "2020-01-01", "--processes", "1")[0].startswith("0 items")
    assert run("replay", "--since", "2020-01-01", "--processes", "1")[0].startswith("1 items")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--edition", "strategy-9"], "--edition strategy-9: there is no such edition"),
        (["--setting", "moderation.meal_sek"], "expected KEY=VALUE"),
        (["--setting", "moderation.meal_sek=dyr"], "expected a whole number"),
        (["--setting", "moderation.tea_sek=3"], "values.moderation.tea_sek: unknown"),
        (
            ["--edition", "strategy-2", "--setting", "review.period_years=9"],
            "the edition itself states it",
        ),
    ],
)
def test_what_can_not_be_asked_is_refused_with_the_reason(db, words, said):
    with pytest.raises(CommandError, match=said):
        run("replay", *words)


def test_each_engagement_is_judged_by_its_newest_receipt(dear):
    assert Assessment.objects.filter(engagement=dear).count() == 2

    tally = replay.run(
        question_of([], {"moderation.meal_sek": 100}), processes=1, progress=[].append
    )

    assert (tally.examined, tally.flipped) == (1, 1)


def test_progress_is_told_and_the_same_comes_out_of_one_process_and_of_two(dear, amina):
    visits.handed_in(by=amina)
    question, heard = question_of([], {"moderation.meal_sek": 10}), []

    one = replay.run(question, processes=1, progress=heard.append)
    two = replay.run(question, processes=2, progress=heard.append)

    assert replay.told(one) == replay.told(two)
    assert heard == [2, 2]


def test_a_receipt_that_can_not_be_read_is_told_and_the_rest_go_on(dear, amina):
    broken = visits.handed_in(by=amina)
    alter(broken.assessments.get(), "receipt", '{"kind": "dragon"}')

    tally = replay.run(Question(), processes=1, progress=[].append)

    assert (tally.examined, tally.failed, tally.flipped) == (2, 1, 0)
    assert [(item.number, item.fault) for item in tally.items] == [
        (broken.number, "KeyError: 'editions'")
    ]


def test_receipts_that_are_as_they_were_verify(dear):
    assert run("verify_receipts") == ["OK: 2 receipts"]


def _text(receipt, **changes):
    return json.dumps(json.loads(receipt.receipt) | changes)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"code": "0"}, "judged by code 0, now 1"),
        ({"findings": []}, "strategy.visit.serves_goals said nothing, now supports"),
        ({"route": []}, "the route is another"),
        ({"rules": []}, "strategy.visit.serves_goals said supports, now nothing"),
        ({"rules": ["strategy.visit.gone"]}, "rule strategy.visit.gone is no longer asked"),
        ({"sums": {"strategy-1": "0"}}, "edition strategy-1 is another than it was"),
        ({"editions": {"strategy": "strategy-9"}}, "UnknownEdition: strategy-9"),
        ({"kind": "dragon"}, "KeyError: 'dragon'"),
    ],
)
def test_a_receipt_that_differs_is_named_with_the_reason(dear, change, reason):
    receipt = dear.assessments.order_by("pk").first()
    alter(receipt, "receipt", _text(receipt, **change))
    out = StringIO()

    with pytest.raises(CommandError, match="1 of 2 receipts differ"):
        call_command("verify_receipts", stdout=out, stderr=StringIO())

    line = out.getvalue()
    assert line.startswith(f"{dear.number} submission ")
    assert "its text is not the one that was kept" in line
    assert reason in line


def test_a_weighing_of_what_the_receipt_does_not_tell_is_named(dear):
    receipt = dear.assessments.order_by("pk").first()
    alter(receipt, "weighed", json.dumps({"weighings": [{"finding_sha256": "0"}]}))
    out = StringIO()

    with pytest.raises(CommandError):
        call_command("verify_receipts", stdout=out, stderr=StringIO())

    assert "1 of its weighings are of findings that it does not tell" in out.getvalue()
