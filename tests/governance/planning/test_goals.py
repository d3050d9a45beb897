"""The council's goals: read in from a text, closed, and kept by what names them."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from engagements.forms import choices
from engagements.models import OrientationGoal
from governance import goal_lines
from governance.actions import setting
from tests.factories import visits

TODAY = timezone.localdate
LINES = """år;kod;svenska;engelska
2031;trygg;En trygg stad;A safe city
2031\tklimat\tEn klimatsmart stad\tA climate-smart city
31;fel;Fel;Wrong
2031;med blank;Fel;Wrong
2031;trygg;Igen;Again
2031;tre;Tre delar
2031;tom;;Empty
2028;klimat;Andra ord;Other words
"""


@pytest.fixture
def site(admin, login):
    client = Client()
    login(client, admin)
    return client


def who(user):
    return {"by": user, "at": timezone.now()}


def test_good_lines_are_told_from_bad_ones_and_each_bad_one_says_why(world):
    read = goal_lines.read(LINES)

    assert [(goal.year, goal.code) for goal in read.new] == [(2031, "trygg"), (2031, "klimat")]
    assert [(goal.year, goal.code) for goal in read.changed] == [(2028, "klimat")]
    assert [(line.number, line.why) for line in read.bad] == [
        (4, "Skriv året med fyra siffror, till exempel 2027."),
        (5, "Koden får ha högst 24 tecken: bokstäver a–z, siffror och bindestreck."),
        (6, "Samma år och kod som rad 2."),
        (7, "En rad ska ha fyra delar: år, kod, svenska, engelska."),
        (8, "Skriv målet på både svenska och engelska."),
    ]


def test_the_preview_saves_nothing_and_loading_takes_the_good_lines(world, site):
    before = OrientationGoal.objects.count()
    preview = site.post("/installningar/mal/las-in/", {"lines": LINES})
    assert OrientationGoal.objects.count() == before
    assert "De här raderna läses inte in:" in preview.text

    site.post("/installningar/mal/las-in/", {"lines": LINES, "load": "1"})

    assert OrientationGoal.objects.count() == before + 2
    goal = OrientationGoal.objects.get(year=2028, code="klimat")
    assert (goal.name_sv, goal.name_en) == ("Andra ord", "Other words")
    assert goal.history.first().history_user.email == "nils.ahlin@stockholm.example"


def test_nothing_to_read_is_said_at_its_question(world, site):
    answer = site.post("/installningar/mal/las-in/", {"lines": ""})

    assert answer.status_code == 422
    assert "Klistra in målen eller välj en fil." in answer.text


def test_the_words_of_a_goal_in_use_stay(world, admin, amina):
    draft = visits.draft(by=amina, goals=["klimat"])
    line = f"{draft.starts_on.year};klimat;Andra ord;Other words"

    done = setting.load_goals(goal_lines.read(line).good, **who(admin))

    assert (done.number, [row.code for row in done.kept]) == (0, ["klimat"])


def test_a_closed_goal_is_offered_no_more_and_kept_where_it_is_chosen(world, site, amina):
    chose = visits.draft(by=amina, goals=["klimat"])
    other = visits.draft(by=amina, goals=["trygg"])
    year = chose.starts_on.year
    for goal in OrientationGoal.objects.filter(year=year, code="klimat"):
        site.post(
            f"/installningar/mal/{goal.pk}/", {"close": "1", "closed_on": TODAY().isoformat()}
        )

    assert "klimat" in dict(choices.goals(chose, on=TODAY()))
    assert "klimat" not in dict(choices.goals(other, on=TODAY()))
    assert "klimat" in dict(choices.goals(other, on=TODAY() - timedelta(days=1)))
    chose.refresh_from_db()
    assert chose.goals == ["klimat"]
