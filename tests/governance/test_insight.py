"""What anybody may read: what is there, what is never there, and how it comes and goes."""

import csv
import json
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from engagements.vocabulary import SecrecySection
from governance import notifications, schedule
from governance.actions import following_up, secrecy
from governance.models import FollowUp, Part, PublicDecision, PublicFee, PublicItem, PublicNote
from tests.factories import memberships, visits
from tests.factories.matters import fresh

CANARIES = [f"KANARIE{number:02d}" for number in range(40)]


def public():
    """Return all that anybody may read, but for when it was written."""
    return [
        list(model.objects.order_by("pk").values(*names))
        for model in (PublicItem, PublicDecision, PublicFee, PublicNote)
        for names in [[f.attname for f in model._meta.concrete_fields if f.name != "changed_at"]]
    ]


def followed_up(item, amina, *, learnt="Vi plogar tidigare.", cost=900):
    later = timezone.now() + timedelta(days=90)
    return following_up.follow_up(
        item,
        learnt=learnt,
        acted_on="Vi prövar",
        told="Alla",
        image="",
        cost_sek=cost,
        working_hours=None,
        gift_received_sek=0,
        by=amina,
        at=later,
    )


def masked(item, part, by):
    today = timezone.localdate()
    return secrecy.mask(
        item,
        part=part,
        section=SecrecySection.FOREIGN,
        grounds="Kan skada förhållandet",
        review_by=today + timedelta(days=30),
        by=by,
        at=timezone.now(),
    )


def addresses():
    """Return every public address that there is something to read at."""
    found = [
        reverse(name)
        for name in (
            "insight",
            "insight_items",
            "insight_memberships",
            "insight_agreements",
            "insight_notes",
            "insight_data",
            "insight_dcat",
        )
    ]
    years = set(PublicItem.objects.values_list("year", flat=True))
    for name in ("arenden", "beslut", "avgifter"):
        for form in ("csv", "json"):
            found.append(reverse("insight_file", args=[name, form]))
            found += [reverse("insight_year_file", args=[year, name, form]) for year in years]
    return found + [
        reverse("insight_item", args=[number])
        for number in PublicItem.objects.values_list("number", flat=True)
    ]


def read(client, address):
    response = client.get(address)
    assert (address, response.status_code) == (address, 200)
    return response.getvalue().decode()


def test_a_matter_is_public_from_its_decision_and_not_before(amina, client):
    item = visits.handed_in(by=amina)
    assert list(PublicItem.objects.all()) == []

    item = visits.approved(by=amina)

    shown = PublicItem.objects.get()
    assert (shown.number, shown.title, shown.country) == (item.number, item.title, "NO")
    assert (shown.outcome, shown.outcome_en) == ("accepted", "Receives the visit")
    assert [row.number for row in shown.decisions.all()] == [item.decisions.get().number]
    page = read(client, reverse("insight_item", args=[item.number]))
    assert item.title in page
    assert item.decisions.get().grounds not in page


def test_what_it_gave_is_public_when_somebody_says_so_and_as_it_was_then(amina):
    item = visits.approved(by=amina, starts_on=timezone.localdate() + timedelta(days=60))
    followed_up(item, amina)
    assert PublicItem.objects.values_list("outcome_sek", "gain").get() == (900, "")

    secrecy.show_gain(item, by=amina, at=timezone.now())
    assert PublicItem.objects.get().gain == "Vi plogar tidigare."

    secrecy.hide_gain(item, by=amina, at=timezone.now())
    assert PublicItem.objects.get().gain == ""


def test_a_secret_matter_is_gone_at_once_and_back_when_it_is_opened(amina, johan, client):
    item = visits.approved(by=amina)
    before = public()

    names = {"by": johan, "at": timezone.now()}
    secrecy.make_secret(item, section=SecrecySection.FOREIGN, grounds="Annan stat", **names)
    assert public() == [[], [], [], []]
    assert client.get(reverse("insight_item", args=[item.number])).status_code == 404

    secrecy.make_open(item, grounds="Ingen skada", **names)
    assert public() == before


def test_a_part_is_masked_alone_with_its_section_and_comes_back(amina, johan, client):
    item = visits.approved(by=amina)
    before = public()

    secret = masked(item, Part.COUNTERPART, johan)
    shown = PublicItem.objects.get()
    assert (shown.counterpart, shown.country, shown.title) == ("", "", item.title)
    page = read(client, reverse("insight_item", args=[item.number]))
    assert "Sekretess enligt OSL 15:1" in page
    with pytest.raises(secrecy.NothingToChange):
        masked(item, Part.COUNTERPART, johan)

    secrecy.unmask(secret, grounds="Ingen skada", by=johan, at=timezone.now())
    assert public() == before


def test_the_books_made_anew_are_those_written_as_it_went(amina, johan):
    memberships.known(by=amina, name="Eurocities")
    memberships.joined(by=amina)
    first = visits.approved(by=amina)
    followed_up(first, amina)
    masked(visits.approved(by=amina), Part.COST, johan)
    visits.handed_in(by=amina)
    written = public()
    assert len(written[0]) == 4

    call_command("rebuild_insight", stdout=StringIO())
    assert public() == written

    PublicItem.objects.all().delete()
    call_command("rebuild_insight", stdout=StringIO())
    assert public() == written


def test_a_membership_tells_its_fee_and_its_next_review(amina, client):
    item = memberships.joined(by=amina)

    shown = PublicItem.objects.get()
    assert shown.register == "membership"
    assert shown.next_review_on == fresh(item).membership.next_review_on
    assert list(shown.fees.values_list("year", "fee_sek")) == [(timezone.localdate().year, 20_000)]
    assert "20\u00a0000\u00a0kr" in read(client, reverse("insight_memberships"))


def test_forty_canaries_are_in_no_public_address(amina, johan, client, caplog):
    texts = iter(CANARIES)
    told = fresh(visits.approved(by=amina))
    told.goal_contribution, told.sdg_how = next(texts), next(texts)
    told.save()
    told.visit.contact_name = next(texts)
    told.visit.contact_email = f"{next(texts)}@oslo.example"
    told.visit.save()
    followed_up(told, amina, learnt=next(texts))
    fields = ("acted_on", "told", "image", "purpose_met", "contacts", "usable", "goes_into")
    row = FollowUp.objects.get(engagement=told)
    for name in fields:
        setattr(row, name, next(texts))
    row.save()
    for part, column in ((Part.TITLE, "title"), (Part.COUNTERPART, "counterpart")):
        item = visits.approved(by=amina, **{column: next(texts)})
        masked(item, part, johan)
    item = visits.approved(by=amina)
    followed_up(item, amina, learnt=next(texts))
    secrecy.show_gain(item, by=amina, at=timezone.now())
    masked(item, Part.GAIN, johan)
    for place, text in enumerate(texts):
        made = visits.approved if place < 3 else visits.draft
        item = made(by=amina, counterpart=text, title=f"Besök {text}")
        names = {"by": johan, "at": timezone.now()}
        secrecy.make_secret(item, section=SecrecySection.FOREIGN, grounds=text, **names)

    pages = {address: read(client, address) for address in addresses()}

    found = [
        (address, text)
        for address, page in pages.items()
        for text in CANARIES
        if text.lower() in page.lower()
    ]
    assert found == []
    assert [text for text in CANARIES if text in caplog.text] == []
    assert len(pages) > 20


def test_no_public_page_keeps_anything_of_who_reads(amina, client):
    visits.approved(by=amina)

    for address in addresses():
        response = client.get(address)
        assert (address, dict(response.cookies)) == (address, {})

    response = client.get(reverse("insight"), {"sprak": "en", "ar": "2026"})
    assert list(response.cookies) == ["django_language"]
    assert response.url == f"{reverse('insight')}?ar=2026"


def test_the_name_leads_the_public_back_and_who_has_signed_in_home(amina, client, login):
    outside = read(client, reverse("insight_data"))
    login(client, amina)
    inside = read(client, reverse("insight_data"))

    assert '<a class="ub-mark" href="/insyn/">' in outside
    assert '<a class="ub-mark" href="/">' in inside


def test_lists_cost_the_same_queries_with_one_and_thirty(amina, client):
    visits.approved(by=amina)
    kept = PublicItem.objects.get()
    counts = []
    for more in (0, 29):
        for number in range(more):
            kept.pk = f"INT-2025-{number:04d}"
            kept.save(force_insert=True)
        for name in ("insight", "insight_items"):
            with CaptureQueriesContext(connection) as made:
                client.get(reverse(name))
            counts.append(len(made))
    assert counts[:2] == counts[2:]


def test_files_hold_every_row_and_no_formula(amina, client):
    item = visits.approved(by=amina, title="=HYPERLINK(1)")
    visits.approved(by=amina)

    address = reverse("insight_file", args=["arenden", "csv"])
    rows = list(csv.DictReader(StringIO(read(client, address))))
    told = json.loads(read(client, reverse("insight_file", args=["arenden", "json"])))

    assert [row["number"] for row in rows] == [row["number"] for row in told]
    by_number = {row["number"]: row["title"] for row in rows}
    assert by_number[item.number] == "'=HYPERLINK(1)"
    assert {row["number"]: row["title"] for row in told}[item.number] == "=HYPERLINK(1)"


def test_a_file_that_has_not_changed_is_not_sent_again(amina, johan, client):
    item = visits.approved(by=amina)
    address = reverse("insight_file", args=["beslut", "json"])
    etag = client.get(address)["ETag"]
    assert client.get(address, headers={"if-none-match": etag}).status_code == 304

    names = {"by": johan, "at": timezone.now()}
    secrecy.make_secret(item, section=SecrecySection.FOREIGN, grounds="Annan stat", **names)
    response = client.get(address, headers={"if-none-match": etag})
    assert (response.status_code, response.getvalue()) == (200, b"[]\n")


def test_the_catalogue_has_what_dcat_ap_asks_for(amina, client):
    visits.approved(by=amina)

    told = json.loads(read(client, reverse("insight_dcat")))

    needed = {"title", "description", "publisher"}
    assert needed <= {name.removeprefix("dcterms:") for name in told}
    assert len(told["dcat:dataset"]) == 3
    for made in told["dcat:dataset"]:
        assert {
            "dcterms:title",
            "dcterms:description",
            "dcterms:publisher",
            "dcterms:modified",
            "dcterms:language",
            "dcat:theme",
        } <= set(made)
        for file in made["dcat:distribution"]:
            assert file["dcterms:license"]["@id"].endswith("/licence/CC0")
            path = "/" + file["dcat:downloadURL"]["@id"].split("/", 3)[3]
            assert client.get(path).status_code == 200


def test_the_public_room_reads_only_the_open_books():
    from governance.insight import data, reading  # noqa: PLC0415
    from governance.views import insight, insight_data  # noqa: PLC0415

    books = {PublicItem, PublicDecision, PublicFee, PublicNote}
    read_by = {
        value
        for room in (data, reading, insight, insight_data)
        for value in vars(room).values()
        if isinstance(value, type) and hasattr(value, "_meta")
    }
    assert read_by == books


def test_a_part_is_masked_and_opened_on_the_item_page(amina, johan, client, login):
    item = visits.approved(by=amina)
    login(client, johan)
    soon = timezone.localdate() + timedelta(days=40)
    asked = {"part": "title", "section": "osl_15_1", "grounds": "Kan skada"}

    late = client.post(
        reverse("engagement_mask", args=[item.number]), asked | {"review_by": "2020-01-01"}
    )
    assert (late.status_code, "Välj en dag efter i dag." in late.text) == (422, True)

    client.post(reverse("engagement_mask", args=[item.number]), asked | {"review_by": str(soon)})
    assert PublicItem.objects.get().masks == {"title": "osl_15_1"}
    page = client.get(item.get_absolute_url()).text
    assert f"omprövas senast {soon}" in page

    secret = item.secret_parts.get()
    client.post(
        reverse("engagement_unmask", args=[item.number, secret.pk]), {"grounds": "Ingen skada"}
    )
    assert PublicItem.objects.get().title == item.title


def test_what_it_gave_is_shown_with_one_press(amina, client, login):
    item = visits.approved(by=amina)
    followed_up(item, amina)
    login(client, amina)

    client.post(reverse("engagement_gain", args=[item.number]))
    assert PublicItem.objects.get().gain == "Vi plogar tidigare."
    assert "Visa inte öppet" in client.get(item.get_absolute_url()).text

    client.post(reverse("engagement_gain", args=[item.number]), {"hide": "1"})
    assert PublicItem.objects.get().gain == ""


def test_the_registrar_is_told_once_when_secrecy_is_due_for_review(amina, johan, world):
    masked(visits.approved(by=amina), Part.TITLE, johan)
    registrar = notifications.registrars(on=timezone.localdate()).get()

    counts = [
        schedule.remind_of_secrecy(at=timezone.now() + timedelta(days=days))
        for days in (29, 30, 31)
    ]

    assert counts == [0, 1, 0]
    assert list(registrar.notices.values_list("code", flat=True)) == ["secrecy"]


def test_a_number_as_address_leads_to_the_page_of_whoever_asks(amina, client, login):
    item = visits.approved(by=amina)
    address = reverse("diary", args=[item.number])

    assert client.get(address).url == reverse("insight_item", args=[item.number])
    login(client, amina)
    assert client.get(address).url == item.get_absolute_url()
