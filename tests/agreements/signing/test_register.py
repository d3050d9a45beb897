"""What ends when, who is reminded, and what is late."""

from datetime import UTC, date, datetime, timedelta

from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from agreements import schedule
from agreements.models import Intent
from agreements.signing import register, reports
from agreements.tasks import mail_agreement_end
from engagements.models import OutboxMessage
from governance.schedule import open_follow_ups
from tests.factories import agreements
from tests.factories.matters import fresh

TODAY = date(2026, 11, 24)


def morning(day):
    return datetime(day.year, day.month, day.day, 8, tzinfo=UTC)


def test_an_end_reminds_180_90_and_30_days_before_and_once_each(amina):
    item = agreements.agreed(by=amina, ends_on=date(2027, 12, 1))
    told = []
    for left in (200, 181, 180, 179, 90, 90, 31, 30, 29, 1):
        told.append(schedule.remind_of_ends(at=morning(item.ends_on - timedelta(days=left))))

    assert told == [0, 0, 1, 0, 1, 0, 0, 1, 0, 0]
    promised = OutboxMessage.objects.filter(topic="mail.agreement_end", payload__person_id=amina.pk)
    assert sorted(row.payload["stage"] for row in promised) == [30, 90, 180]
    assert item.events.filter(code="end_near").count() == 3


def test_the_mail_says_when_it_ends_and_what_to_do(amina):
    item = agreements.agreed(by=amina, ends_on=TODAY + timedelta(days=90))
    mail.outbox.clear()
    mail_agreement_end(agreement_id=item.pk, person_id=amina.pk, stage=90)

    (sent,) = mail.outbox
    assert sent.subject == "Avtalet slutar 22\xa0februari\xa02027: Oslo kommune"
    assert item.get_absolute_url() in sent.body


def test_an_agreement_is_followed_up_when_it_has_ended_and_late_until_then(amina, time_machine_at):
    item = agreements.agreed(by=amina, ends_on=TODAY + timedelta(days=40))
    running = agreements.agreed(by=amina, party="Wien", ends_on=TODAY + timedelta(days=300))
    open_follow_ups(at=timezone.now())
    assert fresh(item).status == "approved"

    later = item.ends_on + timedelta(days=3)
    time_machine_at(later)
    open_follow_ups(at=timezone.now())
    rows = register.agreements_of(amina, on=later)

    assert fresh(item).status == "follow_up"
    assert register.counts(rows, on=later) == {
        "alla": 2,
        "snart": 0,
        "sena": 1,
        "samarbetsavtal": 1,
        "intentionsavtal": 0,
        "slut": 1,
    }
    assert list(register.listed(rows, on=later)) == [item, running]


def test_the_account_asks_what_it_gave_each_party(amina, client, login, time_machine_at):
    item = agreements.agreed(by=amina, ends_on=TODAY + timedelta(days=40))
    time_machine_at(item.ends_on + timedelta(days=1))
    open_follow_ups(at=timezone.now())
    login(client, amina)
    given = {
        "learnt": "Att binda damm.",
        "acted_on": "Vi provar i vinter.",
        "told": "Nämnden.",
        "cost_sek": "35000",
        "delivered": "Båda mötena.",
        "gave_us": "",
        "gave_them": "Våra mätserier.",
    }
    page = client.get(f"/arenden/{item.number}/uppfoljning/")
    assert "Vad gav det Stockholm?" in page.content.decode()
    given["form_key"] = ""
    assert client.post(f"/arenden/{item.number}/uppfoljning/", given).status_code == 422
    assert fresh(item).followed_up_on is None


def test_the_register_costs_the_same_however_many_there_are(amina, client, login):
    login(client, amina)

    def queries():
        with CaptureQueriesContext(
            connection,
        ) as caught:
            client.get("/avtal/")
        return len(caught)

    agreements.agreed(by=amina)
    client.get("/avtal/")
    one = queries()
    for place in range(4):
        agreements.agreed(by=amina, party=f"Stad {place}")
    agreements.agreed(by=amina, party="UN-Habitat", model=Intent, counterpart_kind="international")
    assert queries() == one


def test_the_report_has_a_row_an_agreement_and_none_an_amendment(amina):
    item = agreements.agreed(by=amina)
    report = reports.build({"visa": "alla", "organisation": "MF"}, by=amina, at=timezone.now())
    rows = [tuple(row)[:5] for row in report.tables[0].rows]

    assert rows == [
        (item.number, "Samarbetsavtal", "Oslo kommune", "Norge", "luftkvalitet"),
    ]
