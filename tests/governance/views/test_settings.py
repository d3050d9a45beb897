"""The settings: who may enter, what an administrator changes, and what everybody then meets."""

import json
import re
from datetime import date, timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from engagements import people
from engagements.models import (
    AccountEvent,
    Engagement,
    Organisation,
    OrientationGoal,
    OutboxMessage,
    Role,
    User,
)
from engagements.vocabulary import RoleName
from governance import assessing, strategy
from governance.actions import setting
from governance.forms_settings import value_field
from governance.models import Assessment, Frame, PolicyValue
from governance.strategy import Value
from governance.tasks import deliver
from tests import worlds
from tests.factories import visits

TODAY = timezone.localdate
MF = "/installningar/verksamheter/MF/"


@pytest.fixture
def as_user(login):
    def browse(user):
        client = Client()
        login(client, user)
        return client

    return browse


@pytest.fixture
def site(admin, as_user):
    return as_user(admin)


def appointed(role="deputy", **more):
    given = {"email": "ny@stockholm.example", "name": "Ny Person", "role": role}
    return given | {"valid_from": TODAY().isoformat(), "valid_to": ""} | more


def pages():
    goal = OrientationGoal.objects.first()
    person = User.objects.get(email="amina.lindqvist@stockholm.example")
    role = person.roles.get()
    return {
        "organisations": reverse("settings"),
        "organisation": MF,
        "end role": reverse("settings_end_role", args=[role.pk]),
        "person": reverse("settings_person", args=[person.pk]),
        "frames": reverse("settings_frames"),
        "frame": reverse("settings_frame", args=[2027, "MF"]),
        "values": reverse("settings_values"),
        "value": reverse("settings_value", args=["moderation.meal_sek"]),
        "goals": reverse("settings_goals"),
        "goal": reverse("settings_goal", args=[goal.pk]),
        "goal lines": reverse("settings_goal_lines"),
        "rounds": reverse("settings_rounds"),
        "api": reverse("settings_api"),
    }


def test_each_role_meets_the_pages_of_the_settings_that_are_its_own(world, as_user):
    read = {RoleName.INTERNATIONAL_UNIT, RoleName.PROTOCOL_UNIT, RoleName.EU_UNIT}
    found, wanted = {}, {}
    for person in worlds.one_of_each_role():
        client = as_user(world[person.key])
        for name, address in pages().items():
            answer = client.get(address)
            found[person.key, name] = answer.status_code
            opened = person.role is RoleName.ADMIN or (
                person.role in read and name in ("organisations", "organisation")
            )
            wanted[person.key, name] = 200 if opened else 404
            if opened and name == "end role":
                wanted[person.key, name] = 405

    assert found == wanted


def test_nobody_but_an_administrator_changes_anything_by_a_post(world, as_user):
    sent = appointed() | {"valid_to": "2026-12-31", "act": "shut", "amount_sek": "1"}
    sent |= {"value": "1", "source": "x", "year": "2027", "code": "x", "name_sv": "x"}
    before = (Role.objects.count(), Frame.objects.count(), PolicyValue.objects.count())

    for person in worlds.one_of_each_role():
        if person.role is not RoleName.ADMIN:
            client = as_user(world[person.key])
            for address in pages().values():
                client.post(address, sent)

    assert (Role.objects.count(), Frame.objects.count(), PolicyValue.objects.count()) == before
    assert User.objects.filter(is_active=False).count() == 0
    assert not Role.objects.exclude(valid_to=None).exists()


def test_the_account_menu_leads_there_for_those_who_may(admin, johan, amina, as_user):
    told = [as_user(user).get("/").text for user in (admin, johan, amina)]

    assert ["Inställningar" in html for html in told] == [True, False, False]
    alone = re.compile(r">\s*Kontaktpersoner\s*<")  # the network of theirs is another door
    assert [bool(alone.search(html)) for html in told] == [False, True, False]


def test_a_new_person_gets_an_invitation_and_chooses_a_password(site, admin):
    site.post(MF, appointed())

    person = User.objects.get(email="ny@stockholm.example")
    role = person.roles.get()
    assert (role.name, role.organisation.code, role.valid_to) == ("deputy", "MF", None)
    assert role.history.get().history_user == admin
    deliver(message_id=str(OutboxMessage.objects.get(topic="mail.invitation").pk))
    (letter,) = mail.outbox
    assert (letter.to, letter.subject) == (
        ["ny@stockholm.example"],
        "Välj ditt lösenord till Utblick",
    )
    link = next(line for line in letter.body.splitlines() if "/password/reset/key/" in line)
    newcomer = Client()
    form = newcomer.get(link.removeprefix("http://127.0.0.1:8000"), follow=True)
    password = "en riktigt lång fras 7"
    newcomer.post(
        form.redirect_chain[-1][0], {"password1": password, "password2": password}, follow=True
    )
    person.refresh_from_db()
    assert person.check_password(password)
    used = Client().get(link.removeprefix("http://127.0.0.1:8000"))
    assert "Länken går inte att använda. Den är för gammal, eller använd redan." in used.text


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({"name": ""}, "Namn: Ingen med den adressen finns än. Skriv personens namn."),
        ({"role": "contact_person"}, "Verksamheten har redan en kontaktperson de dagarna."),
        ({"email": "ny"}, "Skriv en e-postadress med @, till exempel namn@stad.org"),
        (
            {"email": "erik.palm@stockholm.example"},
            "Från: Personen har redan den rollen de dagarna.",
        ),
        ({"valid_to": "2020-01-01"}, "Slutdatum måste vara samma dag som start eller senare"),
    ],
)
def test_an_appointment_that_cannot_be_is_refused_in_words_and_nothing_is_lost(site, answers, told):
    page = site.post(MF, appointed(**answers))

    assert told in page.text
    assert all(text in page.text for text in answers.values())
    assert Role.objects.filter(organisation__code="MF").count() == 2
    assert OutboxMessage.objects.filter(topic="mail.invitation").count() == 0
    assert not User.objects.filter(email="ny@stockholm.example").exists()


def test_a_role_ends_on_a_day_and_a_successor_takes_over_the_next(site, amina):
    role, last = amina.roles.get(), TODAY() + timedelta(days=10)
    site.post(reverse("settings_end_role", args=[role.pk]), {"valid_to": last.isoformat()})
    gaps = [gap for gap in people.gaps(on=TODAY()) if gap.organisation.code == "MF"]
    assert [(gap.first, gap.last) for gap in gaps] == [(last + timedelta(days=1), None)]

    page = site.post(MF, appointed("contact_person", valid_from=last.isoformat()))
    assert "Verksamheten har redan en kontaktperson de dagarna." in page.text
    following = (last + timedelta(days=1)).isoformat()
    site.post(MF, appointed("contact_person", valid_from=following))

    roles = Role.objects.filter(organisation__code="MF", name="contact_person")
    assert list(roles.order_by("valid_from").values_list("user__name", "valid_to")) == [
        ("Amina Lindqvist", last),
        ("Ny Person", None),
    ]
    assert [gap for gap in people.gaps(on=TODAY()) if gap.organisation.code == "MF"] == []


@pytest.mark.parametrize(
    ("key", "day", "told"),
    [
        ("nils.ahlin", "2030-01-01", "Utse en annan administratör först."),
        ("amina.lindqvist", "2019-12-31", "Rollen börjar 2020-01-01."),
        ("amina.lindqvist", "snart", "Skriv datumet så här"),
    ],
)
def test_an_end_that_cannot_be_is_refused_in_words(site, world, key, day, told):
    role = world[key].roles.get()

    page = site.post(reverse("settings_end_role", args=[role.pk]), {"valid_to": day})

    role.refresh_from_db()
    assert told in page.text
    assert role.valid_to is None


def test_gaps_stand_on_top_for_administrators_and_slk(site, johan, as_user):
    for client in (site, as_user(johan)):
        html = client.get("/installningar/").text
        assert html.index("kontaktperson saknas") < html.index("<table")
        assert "ska alltid ha en utsedd internationell kontaktperson (5.6.1)" in html


def test_gaps_between_two_contact_persons_are_found(world, amina):
    role, today = amina.roles.get(), TODAY()
    role.valid_to = today + timedelta(days=3)
    role.save()
    Role.objects.create(
        user=world["erik.palm"],
        name="contact_person",
        organisation=role.organisation,
        valid_from=today + timedelta(days=6),
    )

    (gap,) = [gap for gap in people.gaps(on=today) if gap.organisation == role.organisation]

    assert (gap.first, gap.last) == (today + timedelta(days=4), today + timedelta(days=5))


def test_a_shut_account_is_signed_out_without_roles_and_lets_its_work_go(
    site, admin, johan, amina, as_user
):
    item = visits.handed_in(by=amina, ask=RoleName.INTERNATIONAL_UNIT)
    item.ball_person = johan
    item.save()
    theirs, address = as_user(johan), reverse("settings_person", args=[johan.pk])
    assert theirs.get("/").status_code == 200

    site.post(address, {"act": "shut"})

    assert theirs.get("/")["Location"] == f"{reverse('account_login')}?next=/"
    assert johan.roles.get().valid_to == TODAY()
    assert Engagement.objects.get().ball_person is None
    site.post(address, {"act": "open"})
    assert theirs.get("/")["Location"] == f"{reverse('account_login')}?next=/"
    steps = AccountEvent.objects.filter(user=johan).order_by("id")
    assert list(steps.values_list("step", "by")) == [
        ("shut", admin.pk),
        ("opened", admin.pk),
        ("invited", admin.pk),
    ]


def test_nobody_shuts_their_own_account(site, admin):
    page = site.post(reverse("settings_person", args=[admin.pk]), {"act": "shut"})

    admin.refresh_from_db()
    assert "Du kan inte stänga av dig själv." in page.text
    assert admin.is_active


def test_the_clock_is_no_person_whose_account_one_opens(site):
    clock = people.clockwork()

    answer = site.post(reverse("settings_person", args=[clock.pk]), {"act": "open"})

    clock.refresh_from_db()
    assert (answer.status_code, clock.is_active) == (404, False)


def test_a_frame_is_set_with_its_history_and_read_by_the_check(site, admin, amina):
    item = visits.draft(by=amina)
    year = item.starts_on.year
    address = reverse("settings_frame", args=[year, "MF"])
    assert "Skriv beloppet i hela kronor" in site.post(address, {"amount_sek": "mycket"}).text
    site.post(address, {"amount_sek": "1 kr"})

    found = assessing.judge(item, stage="decision", on=TODAY()).findings

    frame = Frame.objects.get(organisation__code="MF", year=year)
    kept = frame.history.order_by("history_id").values_list("amount_sek", "history_user")
    assert list(kept) == [(250_000, None), (1, admin.pk)]
    assert ("breach", "frame") in {(f.verdict.value, f.part) for f in found}
    assert "1\u00a0kr" in site.get(f"/installningar/ramar/?ar={year}").text


def test_a_new_value_closes_the_former_and_changes_no_old_receipt(site, admin, amina):
    visits.handed_in(by=amina)
    kept = Assessment.objects.get().receipt
    first = TODAY() + timedelta(days=5)
    address = reverse("settings_value", args=["moderation.meal_sek"])
    answers = {"value": "50", "valid_from": first.isoformat(), "source": "KS 2026/7"}
    site.post(address, answers)

    again = strategy.replay(json.loads(kept))

    assert strategy.canonical(strategy.receipt_of(again)) == kept
    rows = PolicyValue.objects.filter(key="moderation.meal_sek").order_by("valid_from")
    assert list(rows.values_list("value", "valid_to", "set_by", "suggestion")) == [
        (500, first - timedelta(days=1), None, True),
        (50, None, admin.pk, False),
    ]
    assert assessing.value_of("moderation.meal_sek", on=first - timedelta(days=1)) == 500
    assert assessing.value_of("moderation.meal_sek", on=first) == 50
    assert rows[0].history.count() == 2
    assert "KS 2026/7" in site.get(address).text


def test_a_value_between_two_ends_where_the_later_begins(site):
    address = reverse("settings_value", args=["moderation.meal_sek"])
    days = [TODAY() + timedelta(days=n) for n in (20, 10)]
    for amount, day in zip((30, 20), days, strict=True):
        site.post(address, {"value": str(amount), "valid_from": day.isoformat(), "source": "Ks"})
    site.post(address, {"value": "31", "valid_from": days[0].isoformat(), "source": "Rättat"})

    rows = PolicyValue.objects.filter(key="moderation.meal_sek").order_by("valid_from")

    assert list(rows.values_list("value", "valid_to")) == [
        (500, days[1] - timedelta(days=1)),
        (20, days[0] - timedelta(days=1)),
        (31, None),
    ]


@pytest.mark.parametrize(
    ("key", "answers", "told"),
    [
        ("moderation.meal_sek", {"value": "dyrt"}, "Skriv beloppet i hela kronor"),
        ("visit.lead_time_days", {"value": "trettio"}, "Skriv antalet med siffror"),
        ("moderation.alcohol_needs_grounds", {"value": ""}, "Svara ja eller nej"),
        ("moderation.meal_sek", {"valid_from": "2026-01-01"}, "Välj i dag eller en senare dag."),
        ("moderation.meal_sek", {"source": ""}, "Källa: Skriv ett svar"),
    ],
)
def test_a_value_that_cannot_be_is_refused_in_words(site, key, answers, told):
    given = {"value": "30", "valid_from": TODAY().isoformat(), "source": "Ks"} | answers

    page = site.post(reverse("settings_value", args=[key]), given)

    assert told in page.text
    assert PolicyValue.objects.filter(key=key).count() == 1


def test_a_value_that_holds_since_today_is_not_written_over(site):
    address = reverse("settings_value", args=["moderation.meal_sek"])
    given = {"value": "30", "valid_from": TODAY().isoformat(), "source": "Ks"}
    site.post(address, given)

    page = site.post(address, given | {"value": "40"})

    assert "Ett värde gäller redan från i dag." in page.text
    assert assessing.value_of("moderation.meal_sek", on=TODAY()) == 30


@pytest.mark.parametrize("known", strategy.DEFAULT_VALUES, ids=lambda known: known.key)
def test_every_value_that_rules_read_keeps_its_type_through_its_form(known: Value):
    written = str(known.value).lower() if isinstance(known.value, bool) else str(known.value)

    assert type(value_field(known, "x").clean(written)) is type(known.value)


def test_a_value_of_another_type_is_an_error_in_the_code(admin):
    with pytest.raises(TypeError):
        setting.set_value(
            "moderation.meal_sek",
            value=True,
            valid_from=TODAY(),
            source="x",
            by=admin,
            at=timezone.now(),
        )


def test_goals_are_added_a_year_once_and_corrected_before_they_are_used(site, admin, amina):
    given = {"year": "2031", "code": "klimat", "name_sv": "Klimatt", "name_en": "Climate"}
    site.post("/installningar/mal/", given)
    again = site.post("/installningar/mal/", given)
    goal = OrientationGoal.objects.get(year=2031)
    address = reverse("settings_goal", args=[goal.pk])
    site.post(address, {"name_sv": "Klimat", "name_en": "Climate"})
    item = visits.draft(by=amina)
    item.starts_on = item.ends_on = date(2032, 5, 1)
    item.save()

    used = site.post(address, {"name_sv": "Annat", "name_en": "Other"})

    goal.refresh_from_db()
    assert "Koden finns redan det året. Välj en annan." in again.text
    assert "Målet används redan i ärenden och kan inte ändras." in used.text
    assert goal.name_sv == "Klimat"
    named = goal.history.order_by("history_id").values_list("name_sv", "history_user")
    assert list(named) == [("Klimatt", admin.pk), ("Klimat", admin.pk)]


@pytest.mark.parametrize("place", ["/installningar/", "/installningar/ramar/"])
def test_a_longer_list_asks_no_more_of_the_database(
    site, amina, admin, place, django_assert_num_queries
):
    site.get(place)
    with CaptureQueriesContext(connection) as few:
        site.get(place)
    for number in range(30):
        made = Organisation.objects.create(
            code=f"X{number}", name_sv=f"X{number}", name_en="X", kind="forvaltning"
        )
        Role.objects.create(
            user=amina, name="deputy", organisation=made, valid_from=date(2020, 1, 1)
        )
        setting.set_frame(made, year=TODAY().year, amount_sek=9, by=admin, at=timezone.now())

    with django_assert_num_queries(len(few)):
        site.get(place)
