"""EU projects: through the form, who decides, and from idea to ordinary operations."""

import uuid
from datetime import date

import pytest

from engagements.forms.summary import controls
from engagements.models import Citation, Engagement
from engagements.vocabulary import ProjectStage
from governance import assessing, kinds
from governance.strategy import EDITIONS, EuProjectFacts
from governance.strategy.rulebook import asked as rules_on
from memberships.eu_project import stages
from memberships.models import Amendment, Call, EuProject, PartyDecision, StageMove
from tests.factories import memberships, projects
from tests.factories.matters import fresh

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)


def answer(client, item, step, **answers):
    version = Engagement.objects.get(pk=item.pk).version
    address = f"/arenden/{item.number}/steg/{step}/"
    return client.post(address, {"version": version, "again": "1"} | answers)


def post(client, item, where, **answers):
    return client.post(f"/projekt/{item.number}/{where}/", answers, follow=True)


def findings(item, *, on=TODAY):
    judged = assessing.judge(item, stage="submission", on=on)
    return judged, {(finding.clause, str(finding.verdict)) for finding in judged.findings}


@pytest.fixture
def c35(as_amina, amina):
    """Fill in case C35 as its contact person does: one page and three steps."""
    first = {"title": "Energidelning", "programme": "Horizon Europe", "role": "coordinator"}
    mf, svb = organisation("MF"), organisation("SVB")
    as_amina.post(
        "/arenden/nytt/eu-projekt/",
        first | {"scope": "operational", "key": str(uuid.uuid4()), "organisation": mf.pk},
    )
    item = Engagement.objects.get(kind="eu_project")
    answer(
        as_amina,
        item,
        1,
        **first,
        scope="operational",
        on_behalf_of_ks="false",
        purpose="Grannhus delar solel och värme.",
        starts_on="2027-01-01",
        ends_on="2030-12-31",
        areas=[svb.pk],
        **{
            "partners-0-name": "KTH",
            "partners-0-sector": "academia",
            "partners-1-name": "AB Svenska Bostäder",
            "partners-1-body": svb.pk,
        },
    )
    answer(
        as_amina,
        item,
        2,
        plan_item="MHN VP 2027 2.2",
        after_owner="Avdelning energi",
        after_funding="1,2 mkr per år",
        after_from="2031-01-01",
        goals=["klimat"],
        goal_contribution="Energin räcker längre när grannar delar den.",
        sdgs=["7", "11", "13"],
        sdg_how="Mindre energi går till spillo.",
        directions=["cooperation"],
        cooperation_purposes=["methods"],
        partner_sectors=["academia", "business"],
        initiative="own",
        touches_foreign_policy="false",
        asks_twinning="false",
        procurement_with_party="false",
        secrecy_possible="false",
    )
    answer(
        as_amina,
        item,
        3,
        budget_eur="6200000",
        own_budget_sek="18500000",
        cofinancing_sek="0",
        documents_kept_until="2036-12-31",
        working_hours="900",
        in_operational_plan="true",
        **{
            "funding-0-funder": "EU",
            "funding-0-sek": "18500000",
            "funding-0-own_group": "false",
            "reports-0-what": "Delrapport",
            "reports-0-due_on": "2028-06-30",
        },
    )
    return fresh(item)


def organisation(code):
    return Engagement._meta.get_field("organisation").related_model.objects.get(code=code)


def test_case_c35_goes_through_the_form_to_each_party(c35):
    judged, found = findings(c35)

    assert [step.organisation for step in judged.route.deciders] == ["MHN", "SVB"]
    assert {
        ("3.3.4a", "supports"),
        ("3.3.4b", "supports"),
        ("3.3.5", "supports"),
        ("5.4.1b", "supports"),
    } <= found
    assert not {clause for clause, _verdict in found} & {"5.1.4", "4.4"}
    assert not {said for _clause, said in found} & {"breach", "unanswered"}
    assert c35.estimated_sek == 0


def test_rows_that_are_more_than_the_citys_part_are_refused_and_stay_on_the_page(as_amina, amina):
    item = projects.eu_draft(by=amina)

    page = answer(
        as_amina,
        item,
        3,
        own_budget_sek="1000",
        cofinancing_sek="0",
        documents_kept="Avtal och mer",
        **{
            "funding-0-funder": "EU",
            "funding-0-sek": "18500000",
            "funding-0-own_group": "false",
        },
    )

    assert page.status_code == 422
    assert "Raderna är tillsammans 18\xa0500\xa0000\xa0kr, mer än stadens del." in page.text
    assert "Avtal och mer" in page.text
    assert EuProject.objects.get().own_budget_sek == 18_500_000


def test_what_the_city_pays_is_counted_against_its_frame(as_amina, amina):
    item = projects.eu_draft(by=amina, paid=(("EU", 100, False),))

    answer(
        as_amina,
        item,
        3,
        own_budget_sek="150",
        cofinancing_sek="50",
        **{
            "funding-0-funder": "EU",
            "funding-0-sek": "100",
            "funding-0-own_group": "false",
            "funding-1-funder": "Egen ram",
            "funding-1-sek": "40",
            "funding-1-own_group": "true",
        },
    )

    assert fresh(item).estimated_sek == 40


def test_a_call_gives_the_programme_and_the_day_and_warns_when_it_has_closed(as_amina, amina):
    item = projects.eu_draft(by=amina)
    call = Call(programme="LIFE", name="Cirkulärt", closes_on=date(2027, 2, 1))
    call.save()

    answer(as_amina, item, 1, title="Energidelning", call=call.pk)

    row = EuProject.objects.get()
    assert (row.programme, row.apply_by) == ("LIFE", date(2027, 2, 1))
    row.apply_by = date(2026, 11, 1)
    row.save()
    page = as_amina.get(f"/arenden/{item.number}/steg/1/")
    assert "Sista dag att ansöka var 1\xa0november\xa02026" in page.text


def test_the_application_waits_for_each_party_of_the_city(as_amina, amina):
    item = projects.eu_draft(by=amina, partners=(("AB Svenska Bostäder", "public", "SVB"),))
    item = projects.decided(item, by=amina)

    page = post(as_amina, item, "steg", stage="applied", on="2026-11-24")
    assert page.status_code == 409
    assert "Varje part i staden beslutar först. Beslut saknas:" in page.text
    assert not StageMove.objects.exists()

    svb = organisation("SVB")
    post(as_amina, item, "beslut", organisation=svb.pk, on="2026-11-20", paragraph="12")
    page = post(as_amina, item, "steg", stage="applied", on="2026-11-24")

    assert "Steget är sparat." in page.text
    assert "20\xa0november\xa02026, § 12" in page.text
    assert PartyDecision.objects.get().paragraph == "12"
    assert [(move.stage, move.on) for move in StageMove.objects.all()] == [("applied", TODAY)]


def test_an_undecided_project_is_not_sent(as_amina, amina):
    item = projects.eu_draft(by=amina)

    with pytest.raises(stages.NotYet, match="inte beslutat än"):
        stages.check(item, ProjectStage.APPLIED, on=TODAY, today=TODAY)
    assert as_amina.post(f"/projekt/{item.number}/steg/", {"stage": "applied"}).status_code == 403


def test_a_day_that_has_not_been_is_told_at_its_field(as_amina, amina):
    item = projects.decided(projects.eu_draft(by=amina), by=amina)

    page = post(as_amina, item, "steg", stage="applied", on="2027-01-01", note="Skickad av Lena")

    assert page.status_code == 422
    assert "Dagen har inte varit än." in page.text
    assert "Skickad av Lena" in page.text


def walk(item, *, by, upto, on, at):
    for stage in ("applied", "granted", "running", "ended"):
        stages.move(item, ProjectStage(stage), on=on, today=on, by=by, at=at)
        if stage == upto:
            return


def test_a_year_after_its_end_the_owner_says_whether_it_landed(
    as_amina, amina, login, client, time_machine_now
):
    item = projects.decided(projects.eu_draft(by=amina), by=amina)
    walk(item, by=amina, upto="ended", on=TODAY, at=time_machine_now)

    page = post(as_amina, item, "steg", stage="landed", on="2026-11-24")
    assert "Svara när ett år har gått, från 24\xa0november\xa02027." in page.text

    later = date(2027, 11, 24)
    stages.move(item, ProjectStage.LANDED, on=later, today=later, by=amina, at=time_machine_now)
    page = as_amina.get("/projekt/?visa=avslutade")
    assert "<strong>100 procent</strong>" in page.text
    assert "1 av 1 EU-projekt som har svarat, av 1 avslutade" in page.text


@pytest.mark.parametrize(
    ("added", "role", "anew"), [("1000", "", False), ("200000", "", True), ("", "on", True)]
)
def test_far_more_money_or_a_new_role_is_decided_anew(as_amina, amina, added, role, anew):
    item = projects.eu_draft(
        by=amina,
        cofinancing_sek=1_000_000,
        estimated_sek=1_000_000,
        budget_line="Projekt",
        paid=(("EU", 17_500_000, False), ("Egen ram", 1_000_000, True)),
    )
    item = projects.decided(item, by=amina)
    given = {"what": "Mer pengar", "grounds": "Priserna steg.", "on": "2026-11-24"}

    post(
        as_amina, item, "andring", **given, added_sek=added, **({"new_role": role} if role else {})
    )

    assert [row.decides_anew for row in Amendment.objects.all()] == [anew]


def test_a_project_that_cites_a_membership_is_an_active_contribution_to_it(as_amina, amina):
    whole = memberships.known(by=amina, name="Energy Cities")
    item = projects.decided(projects.eu_draft(by=amina), by=amina)

    page = as_amina.post(
        f"/medlemskap/{whole.number}/arende/", {"number": item.number}, follow=True
    )

    assert "Ärendet är kopplat." in page.text
    assert Citation.objects.get().engagement_id == item.pk


def test_the_register_shows_late_reports_first_in_the_same_number_of_queries(
    as_amina, amina, django_assert_num_queries, django_assert_max_num_queries
):
    projects.eu_draft(by=amina, name="Senare", reports=(("Rapport", date(2027, 6, 1)),))
    projects.eu_draft(by=amina, name="Sen", reports=(("Rapport", date(2026, 11, 1)),))
    as_amina.get("/projekt/")
    with django_assert_max_num_queries(60) as few:
        page = as_amina.get("/projekt/")
    assert "Rapport skulle ha lämnats 1\xa0november\xa02026" in page.text
    assert page.text.index(">Sen<") < page.text.index(">Senare<")

    for number in range(3):
        projects.eu_draft(by=amina, name=f"Projekt {number}")
    with django_assert_num_queries(len(few)):
        as_amina.get("/projekt/")


def test_calls_are_kept_by_the_city_executive_office(client, world, login, amina):
    login(client, amina)
    assert client.post("/projekt/utlysningar/", {"programme": "LIFE"}).status_code == 403
    login(client, world["maria.kallio"])

    page = client.post(
        "/projekt/utlysningar/",
        {
            "programme": "LIFE",
            "name": "Cirkulärt",
            "opens_on": "2027-02-02",
            "closes_on": "2027-02-01",
        },
    )
    assert "Sista dagen kommer före den dag då utlysningen öppnar." in page.text
    client.post(
        "/projekt/utlysningar/",
        {"programme": "LIFE", "name": "Cirkulärt", "closes_on": "2027-02-01"},
    )
    assert [str(call) for call in Call.objects.all()] == ["LIFE: Cirkulärt"]


@pytest.mark.parametrize(("kind", "facts"), [("eu_project", EuProjectFacts)])
def test_every_fact_that_a_project_must_answer_has_a_question(kind, facts):
    steps = tuple(kinds.REGISTRY[kind].pages.steps.items())
    asked = set(controls(steps)) | {"areas", "partners", "funding"}
    derived = {
        *("host", "host_board", "counterpart", "frame_sek", "decided_sek", "applied_on"),
        *("decided_sek_before", "stage", "contact_person_appointed", "conflicts", "costs"),
        *("secrecy_assessed", "gift_received_sek", "gift_kept_personally", "digital"),
        *("approver_takes_part", "observations", "priorities", "agenda", "agenda_touches"),
        *("decided_on", "estimated_sek", "counterpart_kind", "country", "city"),
    }
    editions = tuple(EDITIONS.on(TODAY).values())
    read = {name for rule, _edition in rules_on(facts, editions) for name in rule.reads}

    assert read - asked - derived == set()
