import re
from datetime import date

import pytest
from django.template import Context, Template
from django.utils.translation import override

from engagements.vocabulary import Body, Task
from governance.strategy import (
    DEFAULT_VALUES,
    Finding,
    Route,
    Step,
    Text,
    Values,
    Verdict,
    VisitFacts,
    assess,
)
from governance.templatetags.findings import LOOKS, finding_line, source


def render(source, **context):
    return Template("{% load findings %}" + source).render(Context(context)).strip()


def words(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def finding(verdict, *, clause="4.5", mend=None, why="Därför."):
    return Finding(
        clause=clause,
        rule=f"rule_{verdict}",
        edition="2025",
        verdict=verdict,
        title=Text("Inbjudningsbrev", "Letters"),
        why=Text(why, "Because."),
        read=("wants_letter",),
        mend=Text(mend, mend) if mend else None,
    )


ROUTE = Route(
    steps=(
        Step(Body.CONTACT_PERSON, Task.REGISTERS, "5.5.1", True, Text("Tar emot.", "Receives.")),
        Step(
            Body.RECEIVING_BODY, Task.DECIDES, "5.4.4", True, Text("En verksamhet.", "One."), "MHN"
        ),
        Step(Body.EXECUTIVE_BOARD, Task.COORDINATES, "5.1.2", False, Text("Högt.", "High.")),
    ),
    summary=Text("Nämnden avgör.", "The board decides."),
)


@pytest.mark.parametrize(
    ("clause", "named"), [("4.6", "Strategin 4.6"), ("law:KL 6:28", "Lag: KL 6:28")]
)
def test_a_line_of_the_papers_names_its_source_as_people_do(clause, named):
    told = finding_line(finding(Verdict.NOTE, clause=clause))

    assert told == f"Att tänka på: Inbjudningsbrev. Därför. ({named})"


def test_every_verdict_has_its_look():
    assert list(LOOKS) == list(Verdict)


@pytest.mark.parametrize("verdict", list(Verdict))
def test_a_finding_says_its_verdict_in_words_with_its_clause(verdict):
    said = words(render("{% clause_list findings %}", findings=[finding(verdict)]))

    assert said == f"{verdict.label.sv} Inbjudningsbrev Därför. Strategin 4.5"


def test_the_first_grave_finding_is_unfolded_and_no_other():
    html = render(
        "{% clause_list findings %}",
        findings=[finding(Verdict.BREACH), finding(Verdict.JUDGE), finding(Verdict.SUPPORTS)],
    )

    assert html.count("<details open>") == 1
    assert html.index("<details open>") < html.index("Behöver motiveras")


def test_what_would_change_the_answer_is_told():
    html = render("{% clause_list findings %}", findings=[finding(Verdict.BREACH, mend="Skriv.")])

    assert "Det här ändrar svaret: Skriv." in words(html)


def test_what_people_have_written_is_escaped():
    html = render(
        "{% clause_list f %}", f=[finding(Verdict.JUDGE, why="<script>alert(1)</script>")]
    )

    assert "<script>" not in html


def test_a_check_without_findings_says_what_to_do():
    assert "Svara på fler frågor" in render("{% clause_list findings %}", findings=[])


def test_english_readers_read_english():
    with override("en"):
        said = words(render("{% clause_list findings %}", findings=[finding(Verdict.BREACH)]))

    assert said.startswith("In the way Letters Because.")


def test_a_law_is_named_as_a_law():
    assert source("law:KL 6:28") == "Lag: KL 6:28"


def test_the_route_names_who_acts_by_name_and_tells_readings_apart():
    html = render(
        "{% route_steps route names states %}",
        route=ROUTE,
        names={"MHN": "Miljö- och hälsoskyddsnämnden"},
        states=["done", "now", "todo"],
    )
    said = words(html)

    assert "Kontaktpersonen registrerar" in said
    assert "Miljö- och hälsoskyddsnämnden beslutar" in said
    assert "Kommunstyrelsen samordnar" in said
    assert html.count("vår tolkning") == 1
    assert html.count('aria-current="step"') == 1
    assert re.findall(r'data-s="(\w+)"', html) == ["done", "now", "todo"]


def test_a_route_without_names_falls_to_the_body():
    said = words(render("{% route_steps route %}", route=ROUTE))

    assert "Mottagande nämnd eller bolag beslutar" in said


def test_a_real_assessment_is_summed_in_figures_and_in_words():
    assessment = assess(
        VisitFacts(asks_twinning=True), on=date(2026, 11, 24), values=Values(DEFAULT_VALUES)
    )
    html = render("{% tally assessment %}", assessment=assessment)
    spoken = render("{% check_status assessment %}", assessment=assessment)
    breaches = assessment.counts[Verdict.BREACH]

    assert breaches >= 1
    assert f'data-k="stop" data-n="{breaches}"' in html
    assert spoken.startswith(f"Kontrollen är uppdaterad: {breaches} hindrar")


def test_a_row_of_a_list_shows_only_what_there_is():
    html = render("{% tally_line counts %}", counts={"breach": 1, "supports": 4, "judge": 0})

    assert words(html) == "1 hindrar 4 stödjer"


def test_the_way_of_a_case_marks_the_step_it_is_at():
    steps = [
        {"state": "done", "title": "Inkom", "detail": "10 november"},
        {"state": "now", "title": "Ställningstagande", "detail": "Du"},
        {"state": "todo", "title": "Besök", "detail": ""},
    ]
    html = render("{% case_steps steps %}", steps=steps)

    assert html.count('aria-current="step"') == 1
    assert "klart Inkom 10 november" in words(html)


def test_the_steps_of_a_form_link_to_the_others():
    steps = [
        {"state": "done", "title": "Vem?", "url": "/steg/1/"},
        {"state": "now", "title": "Syfte", "url": "/steg/2/"},
        {"state": "todo", "title": "Tid", "url": ""},
    ]
    html = render("{% form_steps steps %}", steps=steps)

    assert 'href="/steg/1/"' in html
    assert 'href="/steg/2/"' not in html


MAYORS = Route(
    steps=(
        Step(Body.FINANCE_MAYOR, Task.DECIDES, "5.3.3", False, Text("Beslutar.", "Decides."), "KS"),
    ),
    summary=Text("finansborgarrådet", "the Mayor"),
)


def test_what_the_mayor_decides_is_not_told_as_the_executive_boards_or_ones_own():
    told = words(render("{% route_steps route names %}", route=MAYORS, names={"KS": "Styrelsen"}))
    summed = render("{% route_summary route own %}", route=MAYORS, own={"SLK", "KS"})

    assert "Finansborgarrådet beslutar" in told
    assert "Styrelsen" not in told
    assert summed == "finansborgarrådet"


@pytest.mark.parametrize("clause", ["5.3.2", "law:KL 6:28", "9.9.9"])
def test_a_cited_clause_can_stand_before_a_comma(clause):
    said = Template("{% load findings %}{% cite clause %}, och").render(Context({"clause": clause}))

    assert re.search(r"[^\s], och$", said)
