"""The item page: a visit from hand-in to its end, and what the page says when somebody may not."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from engagements.models import Engagement, Event
from engagements.templatetags.utblick import moment
from engagements.vocabulary import PoliticalLevel, RoleName
from governance.forms import clause_name
from governance.models import Decision, FollowUp, Reply
from governance.strategy import CLAUSES
from tests.factories import agreements, visits
from visits.demo.stories import write_answers


@pytest.fixture
def as_user(login):
    def browse(user):
        client = Client()
        login(client, user)
        return client

    return browse


def at(item, path=""):
    return f"/arenden/{item.number}/{path}"


def status(item):
    return Engagement.objects.get(pk=item.pk).status


def decide(client, item, outcome="accepted", grounds="Vi lär oss mer än vi lägger ned.", **more):
    row = Engagement.objects.get(pk=item.pk)
    data = {
        "organisation": item.organisation_id,
        "outcome": outcome,
        "grounds": grounds,
        "version": row.version,
    }
    return client.post(at(item, "stallning/"), data | more)


def test_a_visit_goes_from_decision_to_its_end_on_the_page(amina, as_user):
    today = timezone.localdate()
    item = visits.handed_in(by=amina, starts_on=today, ends_on=today)
    client = as_user(amina)
    html = client.get(at(item)).content.decode()
    assert "Bollen ligger hos dig" in html
    assert "Spara ställningstagande" in html

    decide(client, item)
    assert status(item) == "approved"
    client.post(at(item, "svar/forslag/"), {"language": "en"})
    reply = Reply.objects.get()
    assert "We are happy to receive you" in reply.body
    sent = {"to": reply.to, "subject": reply.subject, "body": reply.body}
    client.post(at(item, "svar/"), sent)
    reply.refresh_from_db()
    assert reply.state == "queued"
    answers = {"learnt": "Mer om luft", "acted_on": "Prövar", "told": "Alla", "cost_sek": "1 900"}
    turn = client.get(at(item)).text.partition('class="p-turn__days"')[0]
    assert f'href="{at(item, "uppfoljning/")}">Följ upp</a>' in turn
    client.post(at(item, "uppfoljning/"), answers)
    turn = client.get(at(item)).text.partition('class="p-turn__days"')[0]
    assert f'href="{at(item, "avsluta/")}">Avsluta ärendet</a>' in turn
    assert "Följ upp</a>" not in turn
    work = client.get("/").text.partition('class="ub-do"')[2]
    assert work[1:].lstrip().startswith("Avsluta ärendet")
    client.post(at(item, "avsluta/"), {})

    assert status(item) == "closed"
    assert "1\xa0900\xa0kr" in client.get(at(item)).content.decode()


def test_what_would_change_it_is_told_to_those_who_can_act_on_it(amina, world, as_user):
    item = visits.handed_in(by=amina, starts_on=timezone.localdate(), wants_letter=True)
    draft = visits.draft(by=amina, wants_letter=True)
    told = "Kom överens med delegationen om ett besök utan inbjudningsbrev"

    mine = as_user(amina).get(at(draft)).text
    before = as_user(amina).get(at(item)).text
    decide(as_user(amina), item, outcome="accepted_without_letter")
    after = as_user(amina).get(at(item)).text

    assert told in mine
    assert at(draft, "steg/2/#id_wants_letter_0") in mine
    assert told in before
    assert told not in after


def test_the_second_to_decide_reads_who_decided_and_when(amina, world, as_user):
    item = visits.handed_in(by=amina)
    first, second = as_user(amina), as_user(world["erik.palm"])
    decide(first, item)

    response = decide(second, item, outcome="declined")

    assert response.status_code == 409
    when = moment(Decision.objects.get().at)
    assert f"Amina Lindqvist svarade redan {when}: tar emot besöket." in response.content.decode()
    assert Decision.objects.get().outcome == "accepted"


def test_a_decision_on_an_older_version_gives_the_text_back(amina, as_user):
    item = visits.handed_in(by=amina)
    write_answers(item, {"delegation_size": 40}, by=amina, at=timezone.now())

    response = decide(as_user(amina), item, grounds="Ett långt skäl", version=1)

    assert response.status_code == 409
    html = response.content.decode()
    assert "Amina Lindqvist ändrade ärendet" in html
    assert "Ett långt skäl" in html


def test_a_refused_letter_does_not_stop_the_visit(amina, as_user):
    item = visits.handed_in(by=amina, wants_letter=True, particularly_prioritised=False)
    client = as_user(amina)

    without_grounds = decide(client, item, grounds="")
    assert without_grounds.status_code == 422
    assert "Skriv varför, med en mening:" in without_grounds.content.decode()
    decide(client, item, outcome="accepted_without_letter", grounds="")

    assert Decision.objects.get().outcome == "accepted_without_letter"


def test_something_else_is_proposed_in_words(amina, as_user):
    item, client = visits.handed_in(by=amina), as_user(amina)

    response = decide(client, item, outcome="countered", grounds="")

    assert "Skriv vad ni föreslår i stället" in response.content.decode()
    decide(client, item, outcome="countered", grounds="Ett digitalt möte.")
    assert status(item) == "countered"


def test_the_executive_board_coordinates_and_both_decisions_show(
    amina, sara, ks_secretary, as_user
):
    item = visits.handed_in(
        by=amina,
        ask=RoleName.PROTOCOL_UNIT,
        political_level=PoliticalLevel.HIGH.value,
        head_title="Borgmästare",
    )
    version = Engagement.objects.get(pk=item.pk).version
    advice = {"kind": "support", "text": "Ta emot dem.", "version": version}
    as_user(sara).post(at(item, "rad/"), advice)
    decide(as_user(amina), item)
    assert status(item) == "coordination"

    as_user(ks_secretary).post(at(item, "samordning/"), {"grounds": "Stadshuset, en timme."})

    assert status(item) == "approved"
    html = as_user(amina).get(at(item)).content.decode()
    assert "Tar emot besöket" in html
    assert "Samordnar besöket" in html


def test_a_reader_sees_but_is_told_that_they_may_not_change(amina, ks_secretary, as_user):
    item = visits.handed_in(by=amina)
    client = as_user(ks_secretary)

    assert client.get(at(item)).status_code == 200
    response = client.post(at(item, "aterta/"), {"why": "Fel"})

    assert response.status_code == 403
    assert "Du kan läsa ärendet men inte ändra det" in response.content.decode()
    assert status(item) == "decision"


def test_a_stranger_meets_no_page_at_all(amina, world, as_user):
    item = visits.handed_in(by=amina)
    client = as_user(world["olle.brandt"])

    answers = {client.get(at(item)).status_code, decide(client, item).status_code}

    assert answers == {404}
    assert Decision.objects.count() == 0


def test_somebody_with_a_conflict_takes_no_part(amina, as_user):
    item, client = visits.handed_in(by=amina), as_user(amina)
    client.post(at(item, "jav/"), {"grounds": "Min bror leder delegationen."})

    response = decide(client, item)

    assert response.status_code == 403
    assert "Amina Lindqvist har anmält jäv" in client.get(at(item)).content.decode()
    assert status(item) == "decision"


def test_a_named_colleague_can_read_and_nothing_more(amina, world, as_user):
    item, olle = visits.handed_in(by=amina), world["olle.brandt"]

    as_user(amina).post(at(item, "dela/"), {"email": olle.email})

    assert item.title in as_user(olle).get(at(item)).content.decode()
    assert as_user(olle).post(at(item, "aterta/"), {"why": "Fel"}).status_code == 403


def test_sharing_with_nobody_says_so(amina, as_user):
    item = visits.handed_in(by=amina)

    response = as_user(amina).post(at(item, "dela/"), {"email": "nobody@stockholm.example"})

    assert "Ingen med den adressen använder Utblick." in response.content.decode()


def test_the_registrar_writes_the_citys_own_number(amina, world, as_user):
    item = visits.handed_in(by=amina)

    number = {"registry_number": "MF 2026/1234"}
    as_user(world["tove.alm"]).post(at(item, "diarienummer/"), number)

    assert "MF 2026/1234" in as_user(amina).get(at(item)).content.decode()
    assert Event.objects.filter(code="registry_number").count() == 1


def test_a_document_is_downloaded_and_never_run(amina, as_user):
    item, client = visits.handed_in(by=amina), as_user(amina)
    upload = SimpleUploadedFile("../../Program\u202efdp.exe", b"%PDF-1.7 hej")

    client.post(at(item, "handlingar/"), {"kind": "programme", "file": upload})
    response = client.get(at(item, f"handlingar/{item.documents.get().pk}/"))

    assert b"".join(response.streaming_content) == b"%PDF-1.7 hej"
    assert response.headers["Content-Disposition"] == 'attachment; filename="Programfdp.pdf"'
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response.headers["Content-Security-Policy"]


def test_an_empty_file_comes_back_with_a_sentence(amina, as_user):
    item = visits.handed_in(by=amina)
    data = {"kind": "programme", "file": SimpleUploadedFile("tom.pdf", b"")}

    response = as_user(amina).post(at(item, "handlingar/"), data)

    assert response.status_code == 422
    assert "Filen är tom." in response.content.decode()


@pytest.mark.parametrize("who", ["tove.alm", "johan.ekstrom"])
def test_the_registrar_and_slk_weigh_secrecy_on_the_page(amina, world, who, as_user):
    item, client = visits.handed_in(by=amina), as_user(world[who])
    assert "Markera att sekretess prövas" in client.get(at(item)).text

    without = client.post(at(item, "sekretess/"), {"section": "osl_18_8", "grounds": ""})
    assert "Varför prövas sekretess? Skriv ett svar" in without.text
    client.post(at(item, "sekretess/"), {"section": "osl_18_8", "grounds": "Skyddat objekt"})
    assert "OSL 18:8, säkerhetsåtgärder" in client.get(at(item)).text
    assert as_user(world["ingrid.ros"]).get(at(item)).status_code == 404

    client.post(at(item, "sekretess/"), {"open": "1", "grounds": "Inget kvar att skydda"})
    page = as_user(world["ingrid.ros"]).get(at(item)).text
    assert "Sekretess prövas inte längre: Inget kvar att skydda" in page
    assert "Markera att sekretess prövas" not in page


def test_a_contact_person_does_not_weigh_secrecy(amina, as_user):
    item, client = visits.handed_in(by=amina), as_user(amina)

    client.post(at(item, "sekretess/"), {"section": "osl_15_1", "grounds": "Skäl"})

    assert "Markera att sekretess prövas" not in client.get(at(item)).text
    assert Engagement.objects.get().secret is False


OVER = {"starts_on": timezone.localdate(), "ends_on": timezone.localdate()}
ANSWERS = {"learnt": "Mer om luft", "acted_on": "Prövar", "told": "Alla", "cost_sek": "1 900"}
GIFT = {"gift_what": "En vas", "gift_from": "Oslo", "gift_received_sek": "4 500 kr"}


def test_a_gift_is_registered_and_not_kept_by_anybody(amina, as_user):
    item, client = visits.approved(by=amina, **OVER), as_user(amina)
    form = ANSWERS | GIFT | {"gift": "true", "gift_kept_personally": "true"}
    client.post(at(item, "uppfoljning/"), form)

    refused = client.post(at(item, "avsluta/"), {})
    assert "En gåva av värde får inte behållas personligen. Registrera den som" in refused.text
    assert status(item) == "follow_up"
    assert "En gåva av värde får inte behållas personligen." in client.get(at(item)).text
    client.post(at(item, "uppfoljning/"), form | {"gift_kept_personally": "false"})
    client.post(at(item, "avsluta/"), {})

    kept = FollowUp.objects.get()
    assert (kept.gift_what, kept.gift_from, kept.gift_received_sek) == ("En vas", "Oslo", 4500)
    assert status(item) == "closed"
    page = client.get(at(item)).text
    assert "En vas, 4\u00a0500\u00a0kr, från Oslo. Är stadens." in page
    assert "Förvarna protokollsenheten nästa gång." in page


@pytest.mark.parametrize(
    ("answers", "kept"),
    [({}, None), ({"gift": ""}, None), ({"gift": "false"}, 0)],
)
def test_no_gift_is_another_answer_than_none(amina, as_user, answers, kept):
    item, client = visits.approved(by=amina, **OVER), as_user(amina)

    client.post(at(item, "uppfoljning/"), ANSWERS | answers)

    assert FollowUp.objects.get().gift_received_sek == kept


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({"gift": "true"}, "Kontrollera fyra svar"),
        (GIFT | {"gift": "true"}, "Behåller någon gåvan personligen? Svara ja eller nej"),
        (GIFT | {"gift": "false"}, "Ni har beskrivit en gåva. Svara ja, eller ta bort svaren."),
        (GIFT, "Ni har beskrivit en gåva. Svara ja, eller ta bort svaren."),
    ],
)
def test_half_a_gift_is_asked_of_and_nothing_typed_is_lost(amina, as_user, answers, told):
    item, client = visits.approved(by=amina, **OVER), as_user(amina)

    page = client.post(at(item, "uppfoljning/"), ANSWERS | answers).text

    assert told in page
    assert "Mer om luft" in page
    assert all(text in page for text in answers.values())
    assert FollowUp.objects.count() == 0


def test_a_clause_is_chosen_by_its_name(amina, sara, as_user):
    item = visits.handed_in(by=amina, ask=RoleName.PROTOCOL_UNIT)

    form = as_user(sara).get(at(item)).context["advice_form"]

    assert ("4.6", "4.6 Måttfull representation") in form.fields["clauses"].choices


@pytest.mark.parametrize(
    ("clause", "name"),
    [
        ("city:visits", "Stadens praxis för besök"),
        ("4.6", "4.6 Måttfull representation"),
        ("law:KL 6:28", f"KL 6:28 {CLAUSES['law:KL 6:28'].title.get('sv')}"),
        ("9.9", "9.9"),
    ],
)
def test_a_clause_is_named_by_its_number_where_it_has_one(clause, name):
    assert clause_name(clause) == name


def test_who_asks_stands_with_their_own_organisation(amina, as_user):
    item = visits.handed_in(by=amina, ask=RoleName.PROTOCOL_UNIT)

    thread = as_user(amina).get(at(item)).text.partition('id="radgivning"')[2]

    assert "Miljöförvaltningen, till Protokollsenheten" in thread


def test_a_thread_in_which_nobody_has_written_says_whose_advice_is_waited_for(amina, as_user):
    item = visits.handed_in(by=amina, political_level=PoliticalLevel.NONE.value, alcohol=True)

    thread = as_user(amina).get(at(item)).text.partition('id="radgivning"')[2]

    assert status(item) == "advice"
    assert "Internationella enheten har inte gett råd än." in thread
    assert "Ingen har frågat om råd än." not in thread


def test_handing_over_is_an_event_of_its_own_and_no_unit_is_chosen_beforehand(amina, sara, as_user):
    item, client = visits.handed_in(by=amina, ask=RoleName.PROTOCOL_UNIT), as_user(sara)
    form = client.get(f"/ko/{item.number}/").context["hand_over_form"]
    asked = Event.objects.filter(code="advice_asked").count()

    client.post(f"/ko/{item.number}/overlamna/", {"unit": "eu_unit"})

    assert form.fields["unit"].choices[0] == ("", "Välj")
    assert Event.objects.filter(code="advice_asked").count() == asked
    sentence = "Lämnades över från Protokollsenheten till EU-enheten"
    assert sentence in as_user(sara).get(at(item)).text


def test_what_was_sent_back_is_to_be_completed(amina, sara, as_user):
    item = visits.handed_in(by=amina, ask=RoleName.PROTOCOL_UNIT)
    advice = {"kind": "return", "text": "Skriv vem som leder.", "version": item.version}
    as_user(sara).post(at(item, "rad/"), advice)

    html = as_user(amina).get(at(item)).text

    assert f'href="/arenden/{item.number}/steg/1/">Komplettera</a>' in html


def test_who_comes_second_reads_the_answer_in_the_words_of_its_kind(amina, world, as_user):
    item = agreements.handed_in(by=amina)
    decide(as_user(amina), item)
    late = decide(as_user(world["erik.palm"]), item)

    assert "godkänner avtalet" in late.text
    assert "besöket" not in late.text


def test_a_page_asks_of_nothing_that_a_matter_lacks(amina, as_user, django_assert_max_num_queries):
    item, client = visits.draft(by=amina), as_user(amina)
    client.get(at(item))

    with django_assert_max_num_queries(33):
        page = client.get(at(item))
    assert item.title in page.content.decode()
