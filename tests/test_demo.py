"""The invented city: every kind in every state, made once, by the site's own actions."""

from collections import Counter
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import Count, Sum
from django.utils import timezone

from agreements.demo.declarations import DECLARATIONS
from agreements.demo.positions import PLEAS
from agreements.demo.signed import PACTS
from engagements.models import Deadline, Engagement, Organisation, OutboxMessage, User
from engagements.vocabulary import Body, Kind, Recommendation, Status, Task
from governance import (
    assessing,
    completeness,
    kinds,
    ledger,
    network,
    notices,
    plans,
    rounds,
    saved,
)
from governance.actions import reporting, way
from governance.annual import document
from governance.demo import delegated, planned
from governance.demo.committee import COMING, PAST
from governance.demo.others import DEPUTIES, OTHERS
from governance.demo.people import CONTACTS, PEOPLE
from governance.insight.masking import masks_of
from governance.models import (
    AgendaItem,
    Comparison,
    Decision,
    ExampleState,
    FollowUp,
    Frame,
    GoodExample,
    HowOften,
    ItemOutcome,
    KnowledgeCitation,
    Lift,
    LiftCause,
    Meeting,
    MeetingState,
    Minutes,
    NetworkQuestion,
    Part,
    Plan,
    PlannedLine,
    PlannedTie,
    PublicDecision,
    PublicFee,
    PublicItem,
    PublicNote,
    SecretPart,
    ViewWatch,
)
from memberships.demo.joining import JOINING
from memberships.demo.networks import NETWORKS
from memberships.demo.others import ROWS
from memberships.demo.planned import AID_PLANS, EU_PLANS
from tests.governance.annual import in_sql
from tests.governance.annual.test_document import told as annual_figures
from visits.demo.events import ASKED
from visits.demo.receptions import APPLICATIONS
from visits.demo.requests import REQUESTS
from visits.demo.year import EACH
from visits.trip import emissions

pytestmark = pytest.mark.django_db
A_YEAR = 20
MAYORS = ("trip", "reception", "declaration")


@pytest.fixture(scope="module", autouse=True)
def shown(django_db_setup, django_db_blocker):
    """Fill the database once for all tests here, and empty it again."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("reference", stdout=StringIO())
        call_command("demo", a_year=A_YEAR, stdout=StringIO())
        connection.check_constraints()  # once here, or at the end of each test
        yield
        transaction.set_rollback(True)


def of(kind):
    return Engagement.objects.filter(kind=str(kind))


def gone_by():
    """Return the matters of the years before, which were written as they ended."""
    written = Engagement.history.values("id").annotate(times=Count("pk")).filter(times=1)
    return Engagement.objects.filter(pk__in=written.values("id"), status__in=["closed", "rejected"])


def test_the_demo_shows_days_that_stand_still_and_days_that_were_given():
    paused = Deadline.objects.exclude(paused_on=None)
    extended = Deadline.objects.exclude(extended_from=None)
    told = Deadline.objects.exclude(event="").exclude(due=None)

    assert (paused.count(), extended.count()) == (1, 1)
    assert paused.get().engagement.organisation.code == "MF"
    assert told.count() > 20


def test_the_demo_shows_a_matter_of_which_a_paper_and_the_cost_are_secret():
    paper = SecretPart.objects.get(part=Part.DOCUMENT)

    assert (paper.document.name, paper.by.name) == ("larm.pdf", "Tove Alm")
    assert set(paper.engagement.documents.values_list("name", flat=True)) == {
        "larm.pdf",
        "program.pdf",
    }
    assert masks_of(paper.engagement).keys() == {"cost"}
    public = PublicItem.objects.get(number=paper.engagement.number)
    assert (public.outcome_sek, public.title) == (None, paper.engagement.title)


def test_the_demo_shows_every_kind_in_every_state():
    told = Engagement.objects.exclude(pk__in=gone_by().values("pk"))
    made = Counter(told.values_list("kind", flat=True))
    states = set(Engagement.objects.values_list("status", flat=True))

    assert made == {
        "visit": len(REQUESTS),
        "trip": len(ASKED) + EACH * len(PAST),
        "reception": len(APPLICATIONS),
        "declaration": len(DECLARATIONS),
        "position": len(PLEAS),
        # A review that has begun is a matter of its own.
        "membership": len(NETWORKS)
        + len(JOINING)
        + len(ROWS)
        + sum(bool(row.review) for row in NETWORKS),
        "eu_project": len(EU_PLANS) + sum(bool(plan.added_sek) for plan in EU_PLANS),
        "aid_project": len(AID_PLANS),
        # One of them has an amendment, which is a matter of its own.
        "cooperation": sum(pact.kind == Kind.COOPERATION for pact in PACTS) + 1,
        "intent": sum(pact.kind == Kind.INTENT for pact in PACTS),
    }
    assert states == {str(status) for status in Status}
    assert Decision.objects.filter(departure=True).count() == 1
    assert User.objects.filter(email__endswith="@stockholm.example").count() == (
        len(PEOPLE) + len(OTHERS) + len(DEPUTIES)
    )
    assert ledger.verify() == []


def test_the_years_before_were_judged_decided_answered_and_followed_up():
    years = Counter(gone_by().values_list("starts_on__year", flat=True))
    this = timezone.localdate().year
    facts = [
        (
            row.status,
            row.assessments.count(),
            row.decisions.filter(outcome="accepted").count(),
            row.replies.filter(state="sent").count(),
            FollowUp.objects.filter(engagement=row).exclude(learnt="").count(),
            PublicDecision.objects.filter(item=row.number).count(),
            row.ties.filter(place__isnull=False, counterpart__isnull=False).count(),
        )
        for row in gone_by().filter(kind="visit")
    ]

    assert {this - 2, this - 1} <= set(years) <= {this - 2, this - 1, this}
    assert set(facts) == {("closed", 2, 1, 1, 1, 1, 1), ("rejected", 2, 0, 1, 0, 1, 1)}
    for kind in ("trip", "reception", "eu_project", "cooperation", "declaration"):
        assert gone_by().filter(kind=kind).exists(), kind
    assert not gone_by().exclude(breaches=0, unanswered=0, judgements=0).exists()


def test_most_organisations_are_complete_and_some_lack_something():
    on = timezone.localdate()
    asked = list(Organisation.objects.filter(pk__in=Frame.objects.values("organisation")))
    found = completeness.of(asked, year=on.year - 1, on=on)
    gaps = Counter(gap for one in found.values() for gap in one.counts)

    assert len(asked) > 40
    assert sum(one.is_complete for one in found.values()) > len(asked) / 2
    assert {"deputy", "plan"} <= set(gaps)


def test_no_frame_is_overspent():
    decided = (
        Decision.objects.filter(superseded_by=None, cost_sek__gt=0)
        .values_list("engagement__organisation", "engagement__starts_on__year")
        .annotate(sek=Sum("cost_sek"))
    )
    frames = {(row.organisation_id, row.year): row.amount_sek for row in Frame.objects.all()}
    past = set(gone_by().values_list("organisation", "starts_on__year"))

    assert past
    assert [row for row in decided if row[:2] in past and row[2] > frames[row[0], row[1]]] == []


def test_no_stage_changes_what_advice_is_given_on():
    on = timezone.localdate()
    shown = Engagement.objects.order_by("kind", "status", "pk").distinct("kind", "status")

    for row in shown.select_related("organisation__board"):
        told = {
            stage: assessing.content_hash(row, on=on, told=kinds.facts_of(row, stage=stage, on=on))
            for stage in ("draft", "submission", "decision")
        }
        assert set(told.values()) == {assessing.content_hash(row, on=on)}, (row.number, row.kind)


def test_the_demo_is_made_once():
    once = list(Engagement.objects.order_by("pk").values_list("number", "status"))

    call_command("demo", stdout=StringIO())

    assert list(Engagement.objects.order_by("pk").values_list("number", "status")) == once


def test_people_were_told_lately_without_a_mail():
    assert notices.unread(User.objects.get(name="Johan Ekström"), on=timezone.localdate()).exists()
    assert not OutboxMessage.objects.filter(topic="mail.ball").exists()


def test_the_city_knows_something_and_its_network_is_asked():
    (question,) = NetworkQuestion.objects.all()
    accepted = GoodExample.objects.filter(state=ExampleState.ACCEPTED)

    assert (accepted.count(), GoodExample.objects.count()) == (3, 4)
    assert GoodExample.objects.filter(offers__answer="uses").count() == 1
    assert Comparison.objects.get().cities.count() == 4
    assert KnowledgeCitation.objects.exclude(observation=None).exists()
    assert question.answers.count() == 1
    assert network.waiting(question, on=timezone.localdate())
    assert not OutboxMessage.objects.filter(topic="mail.question").exists()


def test_the_demo_tells_how_to_sign_in():
    told = StringIO()

    call_command("demo", logins=True, stdout=told)

    for person in (*PEOPLE, *OTHERS, *DEPUTIES):
        assert person.email in told.getvalue()


def test_the_committee_has_held_three_years_of_meetings_and_one_is_called():
    today = timezone.localdate()
    states = Counter(Meeting.objects.values_list("state", flat=True))
    (called,) = Meeting.objects.filter(state=MeetingState.CALLED)
    outcomes = Counter(ItemOutcome.objects.values_list("outcome", flat=True))

    before = len(delegated.days(today, since=date(today.year - 2, 1, 1)))
    held = len(PAST) + before
    assert before >= len(PAST)
    assert states == {"closed": held, "called": 1, "planned": len(COMING) - 1}
    assert Minutes.objects.filter(state="published").count() == held
    assert set(outcomes) == {"supports", "advises_against", "refers_back", "tables"}
    assert AgendaItem.objects.filter(removed_at=None).count() >= 60
    assert called.items.count() >= 6


def test_a_follow_up_is_open_and_partly_answered():
    today = timezone.localdate()
    now = rounds.newest(on=today)
    given = rounds.answers(now, list(plans.planning(on=today)), on=today)

    answered = {row.organisation.code for row in given if row.confirmation}
    assert answered == set(planned.ANSWERED)
    # What comes to be late in the meantime changes too, on some days.
    raised = [row.organisation.code for row in given if any("Ramen" in it for it in row.changed)]
    assert raised == ["HAMN"]
    assert now.opens_on <= today <= now.due_on
    assert Plan.objects.count() == planned.YEARS * (
        len(CONTACTS) + len(OTHERS) - len(planned.WITHOUT)
    )
    assert PlannedTie.objects.exists()
    assert PlannedLine.objects.filter(ties=None).exists()


def test_the_mayor_decided_in_the_years_before_as_the_strategy_routes_it():
    this = timezone.localdate().year
    rows = gone_by().filter(decisions__body=str(Body.FINANCE_MAYOR))
    told, waited = set(), 0
    for row in rows:
        decision, advice = row.decisions.get(), row.advice.get()
        *tabled, dealing = row.dealings.order_by("pk")
        steps = assessing.judge(row, stage="decision", on=decision.decided_on).route.steps
        who = [(step.body, step.task) for step in steps if step.task != Task.REGISTERS]
        held = timezone.localdate(dealing.at)
        told.add((row.kind, decision.number[:3], decision.organisation.code, dealing.body))
        assert who == [
            (Body(advice.unit), Task.ADVISES),
            (Body.COMMITTEE, Task.DEALS_WITH),
            (Body.FINANCE_MAYOR, Task.DECIDES),
            (Body.EXECUTIVE_BOARD, Task.IS_TOLD),
        ]
        assert advice.at < dealing.at < decision.at
        assert dealing.content_sha256 == advice.content_sha256
        items = ItemOutcome.objects.filter(item__engagement=row).order_by("item__meeting")
        said = list(items.values_list("outcome", flat=True))
        assert said == [made.recommendation for made in (*tabled, dealing)]
        assert said[:-1] in ([], [str(Recommendation.TABLES)])
        waited += len(tabled)
        assert decision.dealing == dealing
        assert decision.reports.get().report.meets_on > decision.decided_on
        assert Minutes.objects.filter(meeting__starts_at__date=held, state="published").exists()
        codes = list(row.events.order_by("pk").values_list("code", "at"))
        assert [at for _code, at in codes] == sorted(at for _code, at in codes), row.number

    assert told == {(kind, "DB ", "KS", str(Body.COMMITTEE)) for kind in MAYORS}
    assert waited >= 2
    halls = Counter(
        rows.filter(kind="reception", reception__at_city_hall=True).values_list(
            "starts_on__year", flat=True
        )
    )
    assert halls[this - 2] >= 5
    assert halls[this - 1] >= 5
    assert set(rows.values_list("status", flat=True)) == {"closed", "rejected"}


def test_the_city_joined_declarations_in_each_of_the_three_years():
    today = timezone.localdate()
    meetings = delegated.days(today, since=date(today.year - 2, 1, 1))
    mayors = of(Kind.DECLARATION).filter(decisions__body=str(Body.FINANCE_MAYOR))
    before = mayors.filter(pk__in=gone_by().values("pk"))

    assert before.count() == len(meetings[1::2])
    assert mayors.count() - before.count() >= 3


def test_what_the_mayor_decided_is_numbered_in_the_order_of_its_days():
    made = Decision.objects.filter(body=str(Body.FINANCE_MAYOR)).order_by("at", "pk")
    numbers = [tuple(map(int, row.number[3:].split(":"))) for row in made]

    assert numbers == sorted(numbers)


def test_some_wait_for_the_mayor_and_some_to_be_reported():
    waiting = Engagement.objects.filter(ball=str(Body.FINANCE_MAYOR))

    assert waiting.count() > 0
    assert reporting.unreported().count() > 0


def test_what_lies_with_somebody_is_no_more_than_a_year_late():
    """Who opens the demo meets first what is most urgent: it is to look like a desk's work."""
    held = Engagement.objects.exclude(ball="")
    year_ago = timezone.localdate() - timedelta(days=366)

    assert not held.filter(due__lt=year_ago).exists()


def test_receptions_go_every_way():
    states = set(of(Kind.RECEPTION).values_list("status", flat=True))

    assert {"draft", "advice", "returned", "closed", "rejected", "withdrawn"} <= states
    assert way.ready_for_committee().filter(kind="reception").count() == 2


def test_declarations_go_every_way_and_one_is_lifted_by_a_burden():
    lift = Lift.objects.get(engagement__kind=str(Kind.DECLARATION))

    assert (lift.cause, lift.engagement.ball) == (LiftCause.BURDEN, Body.EXECUTIVE_BOARD)
    assert way.ready_for_committee().filter(kind="declaration").count() == 2


def test_the_open_books_are_what_the_rows_say():
    models = (PublicItem, PublicDecision, PublicFee, PublicNote)
    written = {model: list(model.objects.order_by("pk").values()) for model in models}

    call_command("rebuild_insight", stdout=StringIO())

    assert len(written[PublicItem]) > 100
    for model in models:
        again = list(model.objects.order_by("pk").values())
        assert told(again) == told(written[model]), model


def test_every_figure_of_three_annual_reports_is_what_plain_sql_counts():
    admin, today = User.objects.get(name="Nils Ahlin"), timezone.localdate()
    grams = emissions.factors(on=today)

    for year in range(today.year - 2, today.year + 1):
        made = document.build(year, None, by=admin, at=timezone.now())
        said = annual_figures(made)
        assert said == in_sql.counted(year, today, grams), year
    assert sum(value > 0 for value in said.values()) > 20


def told(rows):
    """Return rows without the keys that a rebuilding gives anew."""
    return sorted(
        str({name: value for name, value in row.items() if name not in ("id", "changed_at")})
        for row in rows
    )


def test_lists_are_kept_alone_shared_with_colleagues_and_watched():
    today = timezone.localdate()
    amina = User.objects.get(email="amina.lindqvist@stockholm.example")
    erik = User.objects.get(email="erik.palm@stockholm.example")
    johan = User.objects.get(email="johan.ekstrom@stockholm.example")

    names = {user: {view.name for view in saved.readable(user, on=today)} for user in (amina, erik)}
    assert names[amina] == {"Att följa upp", "Förvaltningens resor"}
    assert names[erik] == {"Förvaltningens resor"}
    for view in saved.readable(amina, on=today):
        assert saved.rows(view, amina, on=today).exists(), view.name
    (watch,) = ViewWatch.objects.filter(person=johan)
    assert (watch.view.name, watch.often) == ("Det som strategin hindrar", HowOften.MONDAY)
    assert not saved.unseen(watch, on=today).exists()
