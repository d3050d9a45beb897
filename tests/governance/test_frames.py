"""What is decided against a frame: beside one matter, and summed for many organisations."""

from datetime import timedelta

from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as some

from engagements.models import Organisation
from governance import assessing, fact_rows, frames
from governance.actions import setting
from governance.frames import Standing
from tests.factories import visits

TODAY = timezone.localdate
SEK = some.integers(0, 2_000_000_000)


@given(frame=SEK, decided=SEK, asked=some.none() | SEK)
def test_what_is_decided_asked_and_left_is_always_the_whole_frame(frame, decided, asked):
    standing = Standing(frame, decided, asked)

    assert standing.decided_sek + (standing.asked_sek or 0) + standing.left_sek == frame
    assert (standing.over_sek > 0) == (decided + (asked or 0) > frame)
    assert sum(standing.parts) <= 101


def test_a_matter_and_the_sum_of_all_count_the_same_decisions(world, amina):
    made = visits.approved(by=amina, estimated_sek=12_000)
    year = made.starts_on.year
    other = visits.draft(by=amina, estimated_sek=3_000)
    host = Organisation.objects.get(code="MF")

    told = fact_rows.common(other, stage="draft", on=TODAY())

    assert told["decided_sek"] == 12_000
    assert frames.decided_in([host], years=[year]) == {(host.pk, year): 12_000}
    assert frames.standings([host], year=year)[host.pk].decided_sek == 12_000


def test_sums_for_one_and_for_thirty_organisations_take_as_many_queries(
    world, amina, django_assert_num_queries
):
    visits.approved(by=amina)

    for count in (1, 30):
        rows = list(Organisation.objects.order_by("pk")[:count])
        with django_assert_num_queries(2):
            frames.standings(rows, year=TODAY().year)


def test_the_decision_and_the_live_panel_show_what_is_left_of_the_frame(world, admin, amina, login):
    starts = TODAY() + timedelta(days=60)
    host = Organisation.objects.get(code="MF")
    who = {"by": admin, "at": timezone.now()}
    setting.set_frame(host, year=starts.year, amount_sek=50_000, **who)
    visits.approved(by=amina, estimated_sek=12_000)
    waiting = visits.handed_in(by=amina, estimated_sek=8_000)
    client = Client()
    login(client, amina)

    page = client.get(waiting.get_absolute_url()).text
    draft = visits.draft(by=amina, estimated_sek=40_000)
    panel = client.get(f"{draft.get_absolute_url()}steg/3/").text

    assert assessing.judge(waiting, stage="decision", on=TODAY()).facts.decided_sek == 12_000
    assert _sums(page) == ["50 000 kr", "12 000 kr", "8 000 kr", "30 000 kr"]
    assert _sums(panel) == ["50 000 kr", "12 000 kr", "40 000 kr", "2 000 kr"]
    assert "Över ramen" in panel


def _sums(html):
    part = html.split('<dl class="p-frame__sums">')[1].split("</dl>")[0]
    cells = part.replace("\u00a0", " ").replace("\u202f", " ").split('<dd class="ub-num">')[1:]
    return [cell.split("</dd>")[0] for cell in cells]
