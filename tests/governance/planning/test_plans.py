"""An organisation's plan of a year: who writes and reads it, and what came of it."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from engagements.models import Organisation
from engagements.vocabulary import RoleName
from governance import plans, priorities
from governance.actions import planning, setting
from governance.demo.people import PEOPLE
from governance.models import Frame, Plan, PlannedLine, PlannedTie, Priority, Theme
from tests.factories import visits

TODAY = timezone.localdate
OF_MF = {"amina.lindqvist", "erik.palm"}
READ = {RoleName.INTERNATIONAL_UNIT, RoleName.PROTOCOL_UNIT, RoleName.EU_UNIT, RoleName.ADMIN}
LINE = {
    "what": "Studiebesök i Köpenhamn",
    "kind": "trip",
    "quarter": 2,
    "cost_sek": 20_000,
    "gives": "Vi lär oss om skyfall.",
    "goals": ["klimat"],
}


@pytest.fixture
def mf(world):
    return Organisation.objects.get(code="MF")


@pytest.fixture
def as_user(login):
    def browse(user):
        client = Client()
        login(client, user)
        return client

    return browse


def who(user):
    return {"by": user, "at": timezone.now()}


def planned(mf, user, **more):
    year = more.pop("year", TODAY().year)
    return planning.add_line(mf, year=year, **LINE | more, **who(user))


def test_each_role_reads_and_writes_the_plans_that_are_its_own(world, mf, amina, as_user):
    line = planned(mf, amina)
    year = line.plan.year
    read = {"plan": f"/plan/MF/{year}/"}
    written = {
        "aims": f"/plan/MF/{year}/mal/",
        "new": f"/plan/MF/{year}/insats/",
        "line": f"/plan/MF/{year}/insats/{line.pk}/",
    }
    found, wanted = {}, {}
    for person in PEOPLE:
        client = as_user(world[person.key])
        own = person.key in OF_MF
        board = person.key == "gunilla.berg"
        for name, address in (read | written).items():
            found[person.key, name] = client.get(address).status_code
            opened = own or (name in read and (board or person.role in READ))
            wanted[person.key, name] = 200 if opened else 404

    assert found == wanted


def test_nobody_but_its_own_people_changes_a_plan_by_a_post(world, mf, amina, as_user):
    line = planned(mf, amina)
    address = f"/plan/MF/{line.plan.year}/"
    sent = {"aims": "annat", "amount_sek": "1", "what": "annat", "kind": "trip", "strike": "1"}

    for person in PEOPLE:
        if person.key not in OF_MF:
            client = as_user(world[person.key])
            for below in ("mal/", "insats/", f"insats/{line.pk}/", "kopiera/"):
                assert client.post(address + below, sent).status_code == 404

    line.refresh_from_db()
    assert (line.what, line.struck_on) == (LINE["what"], None)
    assert (PlannedLine.objects.count(), Plan.objects.get().aims) == (1, "")


def test_frame_and_goals_are_written_and_kept_with_their_history(world, mf, amina, as_user):
    year = TODAY().year
    client = as_user(amina)
    sent = {"amount_sek": "310 000", "aims": "Lära om skyfall.", "source": "VP 2.3", "seen": ""}

    answer = client.post(f"/plan/MF/{year}/mal/", sent, follow=True)

    plan = Plan.objects.get(organisation=mf, year=year)
    assert (plan.aims, plan.source, plan.changed_by) == ("Lära om skyfall.", "VP 2.3", amina)
    assert Frame.objects.get(organisation=mf, year=year).amount_sek == 310_000
    assert Frame.history.filter(organisation=mf, year=year).first().history_user == amina
    html = answer.text.replace("\u00a0", " ")
    assert "Ramen sattes till 310 000 kr" in html
    assert "Planens mål skrevs" in html


def test_what_another_wrote_meanwhile_is_not_written_over(world, mf, amina, as_user):
    year = TODAY().year
    planning.write(mf, year=year, aims="Först", source="", **who(world["erik.palm"]))
    sent = {"amount_sek": "1", "aims": "Sedan", "source": "", "seen": "annat"}

    answer = as_user(amina).post(f"/plan/MF/{year}/mal/", sent)

    assert answer.status_code == 409
    assert "Erik Palm ändrade planen" in answer.text
    assert "Sedan</textarea>" in answer.text
    assert Plan.objects.get(organisation=mf).aims == "Först"


def test_a_frame_that_is_set_can_not_be_left_out_and_nothing_typed_is_lost(
    world, mf, amina, as_user
):
    year = TODAY().year
    sent = {"amount_sek": "", "aims": "Lära om skyfall.", "source": "", "seen": ""}

    answer = as_user(amina).post(f"/plan/MF/{year}/mal/", sent)

    assert answer.status_code == 422
    assert "Skriv 0 om ni inte har någon ram." in answer.text
    assert "Lära om skyfall.</textarea>" in answer.text


def test_a_line_is_planned_changed_and_struck_and_stays_in_the_history(world, mf, amina, as_user):
    year, client = TODAY().year, as_user(amina)
    sent = LINE | {"cost_sek": "20 000"}
    client.post(f"/plan/MF/{year}/insats/", sent)
    line = PlannedLine.objects.get()

    client.post(f"/plan/MF/{year}/insats/{line.pk}/", sent | {"what": "Besök i Malmö"})
    client.post(f"/plan/MF/{year}/insats/{line.pk}/", {"strike": "1"})

    line.refresh_from_db()
    assert (line.what, line.quarter, line.cost_sek) == ("Besök i Malmö", 2, 20_000)
    assert (line.goals, line.struck_on) == (["klimat"], TODAY())
    assert [row.what for row in line.history.order_by("history_id")] == [
        LINE["what"],
        "Besök i Malmö",
        "Besök i Malmö",
    ]


def test_last_years_plan_is_a_start_without_its_frame_and_what_was_struck(
    world, mf, amina, as_user
):
    year = TODAY().year
    planning.write(mf, year=year - 1, aims="Lära.", source="VP", **who(amina))
    planned(mf, amina, year=year - 1)
    struck = planned(mf, amina, year=year - 1, what="Annat")
    planning.strike_line(struck, **who(amina))
    client = as_user(amina)
    assert "Kopiera förra årets plan" in client.get(f"/plan/MF/{year}/").text

    client.post(f"/plan/MF/{year}/kopiera/")

    plan = Plan.objects.get(organisation=mf, year=year)
    assert (plan.aims, plan.source) == ("Lära.", "")
    assert [line.what for line in plan.lines.all()] == [LINE["what"]]
    with pytest.raises(setting.NotPossible, match="Året har redan en plan"):
        planning.copy_last_year(mf, year=year, **who(amina))


def test_a_matter_is_what_a_line_planned_and_the_fact_is_suggested_not_set(
    world, mf, amina, as_user
):
    draft = visits.draft(by=amina, in_operational_plan=None)
    line = planned(mf, amina, year=draft.starts_on.year, kind="visit", what="Besök från Oslo")
    client = as_user(amina)

    client.post(f"{draft.get_absolute_url()}plan/", {"line": line.pk})

    draft.refresh_from_db()
    assert PlannedTie.objects.get(engagement=draft).line == line
    assert draft.in_operational_plan is None
    panel = client.get(f"{draft.get_absolute_url()}steg/3/").text
    assert "Ja, det finns i verksamhetsplanen" in panel
    assert f"Ärendet är kopplat till planen {draft.starts_on.year}: Besök från Oslo" in panel
    page = client.get(f"/plan/MF/{draft.starts_on.year}/").text
    assert "1 av 1 planerade insatser har blivit ärenden." in page

    client.post(f"{draft.get_absolute_url()}plan/", {"line": ""})

    assert not PlannedTie.objects.exists()
    codes = draft.events.order_by("pk").values_list("code", flat=True)
    assert list(codes)[-2:] == ["tied_to_plan", "untied_from_plan"]


def test_a_line_of_another_organisation_is_refused(world, mf, amina):
    draft = visits.draft(by=amina)
    other = Organisation.objects.get(code="TK")
    line = planned(other, world["stina.ek"], year=draft.starts_on.year)

    with pytest.raises(setting.NotPossible, match="Välj en insats ur den egna planen"):
        planning.tie(draft, line=line, **who(amina))


def test_what_came_unplanned_stands_apart(world, mf, amina, as_user):
    made = visits.approved(by=amina, estimated_sek=9_000)

    found = plans.of_year(mf, made.starts_on.year, user=amina, on=TODAY())

    assert [(one.engagement.pk, one.decided_sek) for one in found.unplanned] == [(made.pk, 9_000)]
    assert found.standing.decided_sek == 9_000


def test_a_plan_of_one_and_of_thirty_lines_takes_as_many_queries(world, mf, amina, as_user):
    client, year = as_user(amina), TODAY().year
    counts = []
    for more in (1, 29):
        for number in range(more):
            planned(mf, amina, what=f"Insats {number}")
        client.get(f"/plan/MF/{year}/")
        with CaptureQueriesContext(
            connection,
        ) as caught:
            client.get(f"/plan/MF/{year}/")
        counts.append(len(caught))

    assert counts[0] == counts[1]


def test_the_table_of_all_takes_as_many_queries_for_one_plan_as_for_thirty(
    world, admin, amina, as_user
):
    client, year = as_user(admin), TODAY().year
    counts = []
    hosts = list(plans.planning(on=TODAY())[:30])
    for part in (hosts[:1], hosts[1:]):
        for host in part:
            planned(host, amina)
        client.get("/plan/")
        with CaptureQueriesContext(connection) as caught:
            html = client.get(f"/plan/?ar={year}").text
        counts.append(len(caught))

    assert counts[0] == counts[1]
    assert html.count("0 av 1 har blivit ärenden") == 30


def prioritised(user, **more):
    given = {"valid_from": date(2020, 1, 1), "source": "KF", "set_by": user}
    row = Priority(**given | {"set_at": timezone.now()} | more)
    row.save()
    return row


def test_a_priority_that_a_matter_meets_is_told_and_suggested_not_set(world, amina, as_user):
    theme = Theme.objects.create(name_sv="Luft", name_en="Air", words="luft\nluft*")
    prioritised(amina, theme=theme, valid_to=date(2199, 12, 31))
    prioritised(amina, country="NO")
    prioritised(amina, country="DK")
    other = Organisation.objects.get(code="TK")
    prioritised(amina, country="NO", organisation=other)
    draft = visits.draft(by=amina, city_priority=None, goal_contribution="Renare luft i staden.")

    met = priorities.of(draft, on=TODAY())
    panel = as_user(amina).get(f"{draft.get_absolute_url()}steg/2/").text

    assert [str(row) for row in met] == ["Luft", "Norge"]
    assert priorities.said(met[0]) == "prioriterat av staden 2020–2199"
    assert "Ja, det är prioriterat av staden" in panel
    draft.visit.refresh_from_db()
    assert draft.visit.city_priority is None


def test_a_priority_holds_only_within_its_days(world, amina):
    draft = visits.draft(by=amina)
    prioritised(amina, country="NO", valid_to=date(2020, 12, 31))
    prioritised(amina, country="NO", valid_from=date(2199, 1, 1))

    assert priorities.of(draft, on=TODAY()) == []
