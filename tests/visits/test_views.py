"""Registering a visit, seen from the contact person's browser."""

import re
import uuid
from datetime import date

import pytest

from engagements.forms import summary
from engagements.models import Engagement, FormKey, Organisation
from engagements.templatetags.utblick import weekday
from engagements.vocabulary import OrganisationKind, Status
from visits.models import Visit
from visits.visit.forms import STEPS, line_name

FIVE = {
    "requesting_organisation": "Seoul Metropolitan Government",
    "country": "KR",
    "contact_email": "han@seoul.example",
    "delegation_size": "12",
    "starts_on": "14 januari 2027",
}
ANSWERS = {
    1: {
        "title": "Seoul om skyfall",
        "requesting_organisation": "Seoul Metropolitan Government",
        "counterpart_kind": "city",
        "country": "KR",
        "city": "Seoul",
        "contact_email": "han@seoul.example",
        "delegation_size": "12",
        "starts_on": "2027-01-14",
        "ends_on": "2027-01-15",
        "received_on": "2026-11-16",
        "channel": "email",
    },
    2: {
        "wishes": "Hur Stockholm planerar för skyfall i tät bebyggelse.",
        "stockholm_learns": "Tio års mätdata från genomsläpplig markbeläggning.",
        "they_learn": "Hur vi räknar på skyfall i gatumiljö.",
        "learning_kinds": ["development"],
        "image_gain": "Vi visar hur staden bygger för ett klimat i förändring.",
        "goals": ["hallbar"],
        "goal_contribution": "Vi lär oss bygga gator som tål skyfall.",
        "sdgs": ["11"],
        "sdg_how": "Fler gator som tål regn.",
        "directions": ["scanning"],
        "initiative": "asked",
        "political_level": "none",
        "wants_letter": "false",
        "asks_twinning": "false",
        "touches_foreign_policy": "false",
        "aid_character": "false",
        "procurement_with_party": "false",
        "secrecy_possible": "false",
        "comparison": "Vi jämför med en annan storstad med skyfall.",
    },
    3: {
        "starts_on": "2027-01-14",
        "ends_on": "2027-01-15",
        "digital": "false",
        "own_participants": "4",
        "estimated_sek": "4 800 kr",
        "in_operational_plan": "true",
        "working_hours": "20",
        "alcohol": "false",
        **dict.fromkeys(
            ["cost_gift", "cost_reception", "cost_transport", "cost_lodging", "cost_other"], "0"
        ),
        "cost_meal": "180",
    },
}


def begin(site, **other):
    key = uuid.uuid4()
    organisation = Engagement._meta.get_field("organisation").related_model.objects.get(code="MF")
    answers = {**FIVE, "key": str(key), "organisation": organisation.pk, **other}
    return site.post("/arenden/nytt/besok/", answers)


def draft(site):
    begin(site)
    return Engagement.objects.get()


def answer(site, engagement, step, **other):
    version = Engagement.objects.get(pk=engagement.pk).version
    return site.post(
        f"/arenden/{engagement.number}/steg/{step}/",
        {**ANSWERS[step], "version": version, "step": step, **other},
    )


def check(site, engagement, step, answers):
    return site.post(
        f"/arenden/{engagement.number}/kontroll/", {"step": step, "version": 1, **answers}
    )


def test_five_answers_make_a_draft_with_a_number(site, contact_person):
    response = begin(site)

    engagement = Engagement.objects.get()
    assert engagement.number.startswith("INT-")
    assert response["Location"] == f"/arenden/{engagement.number}/steg/2/"
    assert engagement.title == "Besök från Seoul Metropolitan Government"
    assert engagement.starts_on == date(2027, 1, 14)
    assert engagement.visit.delegation_size == 12
    assert engagement.created_by == contact_person


def test_a_second_click_leads_to_the_same_draft(site):
    key = str(uuid.uuid4())

    first = begin(site, key=key)
    second = begin(site, key=key)

    assert first["Location"] == second["Location"]
    assert Visit.objects.count() == FormKey.objects.count() == 1


def test_nothing_is_registered_without_the_name_of_who_wants_to_come(site):
    response = begin(site, requesting_organisation="")

    assert response.status_code == 422
    assert "Skriv ett svar" in response.text
    assert Engagement.objects.count() == 0


def test_somebody_who_answers_for_no_organisation_is_told_who_registers(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("gast@stockholm.example", None))

    assert "inte kontaktperson för någon verksamhet" in client.get("/arenden/nytt/besok/").text


@pytest.mark.parametrize("step", [1, 2, 3])
def test_each_step_saves_its_answers_and_leads_to_the_next(site, goal, step):
    engagement = draft(site)

    response = answer(site, engagement, step)

    assert response["Location"] == f"/arenden/{engagement.number}/steg/{step + 1}/"


def test_all_answers_are_kept(site, goal):
    engagement = draft(site)
    for step in ANSWERS:
        answer(site, engagement, step)

    engagement.refresh_from_db()
    assert engagement.title == "Seoul om skyfall"
    assert engagement.sdgs == [11]
    assert engagement.estimated_sek == 4800
    assert engagement.visit.wants_letter is False
    assert engagement.costs.get(line="meal").per_person_sek == 180


def test_autosave_keeps_what_is_readable_and_answers_with_the_check(site):
    engagement = draft(site)

    response = check(site, engagement, 1, ANSWERS[1])

    assert Visit.objects.get().city == "Seoul"
    assert 'data-save="saved" data-line="Utkast sparat kl. 10.0' in response.text
    assert "Kontroll mot strategin" in response.text


@pytest.mark.parametrize(
    ("step", "wrong", "said"),
    [
        (1, {"delegation_size": "hundra"}, "Skriv antalet med siffror"),
        (1, {"delegation_size": "0"}, "Skriv ett tal som är minst 1"),
        (1, {"received_on": "2026-11-25"}, "Dagen har inte varit än"),
        (1, {"contact_email": "fel"}, "Skriv en e-postadress med @"),
        (2, {"external_share": "150"}, "Andelen är högst 100 procent"),
        (2, {"agenda": "x" * 201}, "Varje punkt får ha högst 200 tecken."),
    ],
)
def test_autosave_tells_of_an_answer_that_could_not_be_read(site, goal, step, wrong, said):
    engagement = draft(site)
    saved = {"city": "Busan"} if step == 1 else {"they_learn": "Hur vi räknar."}

    response = check(site, engagement, step, {**ANSWERS[step], **saved, **wrong})

    (name,) = wrong
    assert 'data-save="failed" data-line="Ett svar är inte sparat än"' in response.text
    errors = response.text.partition(f'data-of="id_{name}"')[2].partition("</div>")[0]
    assert said in errors
    visit = Visit.objects.get()
    assert visit.city == "Busan" if step == 1 else visit.they_learn == "Hur vi räknar."


def test_a_saved_step_with_an_answer_that_could_not_be_read_does_not_say_saved(site):
    response = answer(site, draft(site), 1, delegation_size="hundra", contact_email="fel")

    assert "2 svar är inte sparade än" in response.text
    assert "Utkast sparat" not in response.text


def test_the_check_changes_with_the_answers(site):
    engagement = draft(site)

    refused = check(site, engagement, 2, {**ANSWERS[2], "wants_letter": "true"})
    allowed = check(site, engagement, 2, {**ANSWERS[2], "wants_letter": "false"})

    assert re.search(r'data-r="stop" data-clause="4\.5"', refused.text)
    assert not re.search(r'data-r="stop" data-clause="4\.5"', allowed.text)


def test_the_check_says_what_would_change_it_and_where(site):
    engagement = draft(site)

    html = check(site, engagement, 3, {**ANSWERS[3], "cost_meal": "1700"}).text
    mended = check(site, engagement, 3, {**ANSWERS[3], "cost_meal": "500"}).text

    said = "Sänk måltiden per person till högst 500\N{NO-BREAK SPACE}kr, så prövas det som klart."
    assert f'<span class="ub-clause__n">{said}</span>' in html
    assert f'href="/arenden/{engagement.number}/steg/3/#id_cost_meal"' in html
    assert said not in mended


def test_a_question_that_is_open_leads_to_it_and_is_not_asked_twice(site):
    engagement = draft(site)

    html = site.get(f"/arenden/{engagement.number}/steg/2/").text

    assert f'href="/arenden/{engagement.number}/steg/2/#id_wants_letter_0"' in html
    assert "så går punkten att pröva" not in html


def test_what_is_in_the_way_is_told_with_its_change_before_it_is_sent(site, goal):
    engagement = finished(site)
    answer(site, engagement, 2, wants_letter="true")

    html = site.get(f"/arenden/{engagement.number}/steg/4/").text

    assert "Kom överens med delegationen om ett besök utan inbjudningsbrev" in html


def test_each_question_stands_where_its_link_leads(site):
    engagement = draft(site)
    filled = summary.forms_of(STEPS, engagement, on=date(2026, 11, 24))
    controls = summary.controls(tuple(STEPS.items()))

    assert controls == {fact: summary.place_of((fact,), filled) for fact in controls}
    assert controls["meal_sek"] == (3, "id_cost_meal")


def test_english_readers_read_the_change_in_english(site):
    engagement = draft(site)
    check(site, engagement, 3, {**ANSWERS[3], "cost_meal": "1700"})
    site.cookies["django_language"] = "en"

    html = site.get(f"/arenden/{engagement.number}/steg/3/").text

    assert "Lower the meal per person to at most SEK 500, and it passes." in html
    assert "Go to the question" in html


def test_a_page_keeps_what_was_typed_when_an_answer_cannot_be_read(site):
    engagement = draft(site)

    response = answer(site, engagement, 3, estimated_sek="ganska mycket")

    assert response.status_code == 422
    assert "ganska mycket" in response.text
    assert "Skriv beloppet i hela kronor" in response.text


def test_an_end_before_the_start_is_refused_in_words(site):
    engagement = draft(site)

    response = answer(site, engagement, 1, ends_on="2027-01-13")

    assert "Slutdatum måste vara samma dag som start eller senare" in response.text
    assert Engagement.objects.get().ends_on is None


def test_somebody_elses_change_is_named_and_nothing_is_lost(site, client, contact_person, deputy):
    engagement = draft(site)
    seen = engagement.version
    client.force_login(deputy)
    answer(client, engagement, 1, city="Busan")
    client.force_login(contact_person)

    response = answer(client, engagement, 1, city="Seoul", version=seen)

    assert response.status_code == 409
    assert "Sara Öberg ändrade ärendet" in response.text
    assert "Busan" in response.text
    assert 'value="Seoul"' in response.text
    assert Visit.objects.get().city == "Busan"


def test_one_can_save_ones_answers_over_somebody_elses(site, client, contact_person, deputy):
    engagement = draft(site)
    client.force_login(deputy)
    answer(client, engagement, 1, city="Busan")
    client.force_login(contact_person)
    response = answer(client, engagement, 1, city="Seoul", version=1)
    version = re.search(r'name="version" value="(\d+)"', response.text)[1]

    answer(client, engagement, 1, city="Seoul", version=version)

    assert Visit.objects.get().city == "Seoul"


def test_autosave_tells_of_somebody_elses_change_and_saves_nothing(
    site, client, contact_person, deputy
):
    engagement = draft(site)
    client.force_login(deputy)
    answer(client, engagement, 1, city="Busan")
    client.force_login(contact_person)

    response = check(client, engagement, 1, {**ANSWERS[1], "city": "Seoul"})

    assert "Sara Öberg ändrade ärendet" in response.text
    assert "sparade tisdag 24 november kl. 10.0" in response.text.replace("\xa0", " ")
    assert "Välj Spara och fortsätt för att se skillnaden." in response.text
    assert 'data-save="saved"' not in response.text
    assert Visit.objects.get().city == "Busan"


def test_the_last_step_links_each_open_question(site):
    engagement = draft(site)

    html = site.get(f"/arenden/{engagement.number}/steg/4/").text

    assert "Kvar att göra innan du skickar" in html
    assert f'href="/arenden/{engagement.number}/steg/2/#id_stockholm_learns"' in html


def test_an_unfinished_visit_stays_a_draft(site):
    engagement = draft(site)

    response = site.post(
        f"/arenden/{engagement.number}/steg/4/", {"version": engagement.version, "ask": ""}
    )

    assert response.status_code == 422
    assert "Förfrågan är inte skickad än" in response.text
    assert Engagement.objects.get().status == Status.DRAFT


def test_a_stranger_finds_nothing(site, client, django_user_model):
    engagement = draft(site)
    client.force_login(django_user_model.objects.create_user("gast@stockholm.example", None))

    for address in ("steg/1/", "steg/4/", "kvitto/"):
        assert "Sidan finns inte" in client.get(f"/arenden/{engagement.number}/{address}").text


def finished(site):
    engagement = draft(site)
    for step in ANSWERS:
        answer(site, engagement, step)
    engagement.refresh_from_db()
    return engagement


def submit(site, engagement, **other):
    sent = {"version": engagement.version, "ask": "", **other}
    return site.post(f"/arenden/{engagement.number}/steg/4/", sent)


def test_a_finished_visit_is_handed_in_and_the_receipt_says_what_happens_now(site, goal):
    engagement = finished(site)
    grounds = {
        f"skal-{rule}": "Vi har vägt det."
        for rule in set(
            re.findall(
                r'name="skal-([^"]+)"', site.get(f"/arenden/{engagement.number}/steg/4/").text
            )
        )
    }

    response = submit(site, engagement, **grounds)
    receipt = site.get(response["Location"]).text

    assert response["Location"] == f"/arenden/{engagement.number}/kvitto/"
    assert Engagement.objects.get().status == Status.DECISION
    assert "Det här händer nu" in receipt
    assert "Miljöförvaltningen" in receipt


def test_a_visit_can_be_sent_for_advice_first(site, goal):
    engagement = finished(site)

    submit(site, engagement, ask="international_unit", question="Är lunchen rimlig?")

    sent = Engagement.objects.get()
    assert (sent.status, sent.ball) == (Status.ADVICE, "international_unit")


def test_a_high_level_visit_goes_to_the_protocol_unit_whatever_was_asked(site, goal):
    engagement = finished(site)
    answer(site, engagement, 2, political_level="high")
    engagement.refresh_from_db()

    html = site.get(f"/arenden/{engagement.number}/steg/4/").text
    submit(site, engagement, ask="protocol_unit")

    assert re.search(r'value="protocol_unit"[^>]*checked', html)
    assert Engagement.objects.get().ball == "protocol_unit"


def test_a_letter_without_grounds_does_not_stop_the_visit(site, goal):
    engagement = finished(site)
    answer(site, engagement, 2, wants_letter="true")
    engagement.refresh_from_db()

    submit(site, engagement)

    assert Engagement.objects.get().status != Status.DRAFT


def test_a_second_click_on_send_gives_the_same_receipt(site, goal):
    engagement = finished(site)

    first = submit(site, engagement)
    second = submit(site, engagement)

    assert first["Location"] == second["Location"]
    assert Engagement.objects.get().assessments.count() == 1


def test_the_receipt_leads_to_the_item_page_with_all_answers(site, goal):
    engagement = finished(site)
    submit(site, engagement)

    html = site.get(f"/arenden/{engagement.number}/").text

    assert "Hur Stockholm planerar för skyfall" in html


def test_several_areas_make_each_of_them_decide(site, goal):
    other = Organisation.objects.create(
        code="SVOA", name_sv="Vattenbolaget", name_en="Water", kind=OrganisationKind.COMPANY.value
    )
    engagement = draft(site)

    response = check(site, engagement, 2, {**ANSWERS[2], "areas": [other.pk]})

    assert [row.organisation for row in engagement.taking_part.all()] == [other]
    assert "er och de andra mottagande verksamheterna" in response.text
    assert "Vattenbolaget" in response.text


def test_a_day_that_has_been_is_refused_in_words(site):
    engagement = draft(site)

    response = answer(site, engagement, 1, starts_on="2020-01-14", ends_on="")

    assert "Datumet har redan varit" in response.text
    assert Engagement.objects.get().starts_on == date(2027, 1, 14)


WRONG_ORDERS = {
    "both are written anew": ("2027-03-20", "2027-03-10", "ends_on"),
    "the start has been, and the end is before the stored start": (
        "2020-01-01",
        "2026-12-05",
        "ends_on",
    ),
    "the start cannot be read, and the end is before the stored one": (
        "x",
        "2026-12-05",
        "ends_on",
    ),
    "the end cannot be read, and the start is after the stored one": ("2027-05-01", "x", "ends_on"),
    "the start is taken away": ("", "2027-01-15", "starts_on"),
}


@pytest.mark.parametrize("case", WRONG_ORDERS)
def test_days_in_the_wrong_order_are_told_and_not_stored(site, case):
    first, last, at = WRONG_ORDERS[case]
    item = draft(site)
    site.post(f"/arenden/{item.number}/steg/1/", ANSWERS[1] | {"version": "1"})

    answer = site.post(
        f"/arenden/{item.number}/steg/3/", ANSWERS[3] | {"starts_on": first, "ends_on": last}
    )

    assert answer.status_code == 422
    assert at in answer.context["form"].errors
    assert answer.context["form"]["starts_on"].value() == first
    item.refresh_from_db()
    assert item.ends_on in (None, date(2027, 1, 15))
    assert item.starts_on in (None, date(2027, 1, 14))


def test_each_line_of_the_agenda_is_asked_of_and_keeps_its_answer(site):
    engagement = draft(site)
    answer(site, engagement, 2, agenda="Parker\nVapenexport")
    page = site.get(f"/arenden/{engagement.number}/steg/3/").text
    assert "Rör ”Vapenexport” Sveriges förhållande till andra stater?" in page

    answer(site, engagement, 3, **{line_name("Parker"): "false", line_name("Vapenexport"): "true"})
    assert Visit.objects.get().agenda_touches == [False, True]
    answer(site, engagement, 2, agenda="Skyfall\nVapenexport\nParker")
    assert Visit.objects.get().agenda_touches == [None, True, False]
    answer(site, engagement, 2, agenda="Skyfall")
    assert Visit.objects.get().agenda_touches == []


def test_a_line_that_is_the_states_hinders_itself_and_is_shown_in_the_summary(site):
    engagement = draft(site)
    answer(site, engagement, 2, agenda="Parker\nVapenexport")

    answer(site, engagement, 3, gift_to_official="true", **{line_name("Vapenexport"): "true"})

    filled = summary.forms_of(STEPS, Engagement.objects.get(), on=date(2026, 11, 24))
    shown = [(row.label, row.value) for part in summary.parts(filled) for row in part.answers]
    assert ("Rör ”Vapenexport” Sveriges förhållande till andra stater?", "Ja") in shown
    assert ("Går någon gåva till en tjänsteperson i en annan stat?", "Ja") in shown
    page = site.get(f"/arenden/{engagement.number}/steg/4/").text
    assert "Det rör mellanstatliga frågor, som är statens sak." in page


def test_the_one_who_decides_reads_that_it_is_them(site):
    html = site.get(f"/arenden/{draft(site).number}/steg/1/").text

    assert "Avgörs av <strong>dig</strong>" in html


def test_a_step_is_ticked_only_when_nothing_in_it_must_be_answered(site, goal):
    engagement = draft(site)

    def steps():
        bar = site.get(f"/arenden/{engagement.number}/steg/3/").context["steps"]
        return [step["state"] for step in bar]

    before = steps()
    answer(site, engagement, 1)
    answer(site, engagement, 2)

    assert before == ["done", "todo", "now", "todo"]
    assert steps() == ["done", "done", "now", "todo"]


def test_an_amount_is_shown_with_its_unit(site, goal):
    engagement = draft(site)
    answer(site, engagement, 3)

    parts = site.get(f"/arenden/{engagement.number}/steg/4/").context["parts"]

    said = {row.name: row.value for part in parts for row in part.answers}
    assert (said["cost_meal"], said["estimated_sek"]) == ("180\xa0kr", "4\xa0800\xa0kr")


def test_the_receipt_says_number_first_and_what_the_reader_does_next(site, goal):
    engagement = draft(site)
    for step in ANSWERS:
        answer(site, engagement, step)
    page = site.get(f"/arenden/{engagement.number}/steg/4/")
    sent = {**page.context["form"].initial, "ask": ""}
    for name in page.context["form"].fields:
        sent.setdefault(name, "Vi väger nyttan tyngre.")
    response = site.post(
        f"/arenden/{engagement.number}/steg/4/", sent | {"question": ""}, follow=True
    )

    due = weekday(Engagement.objects.get().due)
    assert f"<p>{engagement.number}. Seoul om skyfall.</p>" in response.text
    assert "Bollen ligger hos dig." in response.text
    assert f"Svara Seoul Metropolitan Government senast {due}." in response.text
