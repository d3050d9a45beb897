"""The first administrator of a Utblick that nobody can sign in to yet."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from engagements.models import OutboxMessage, Role, User
from engagements.vocabulary import RoleName

pytestmark = pytest.mark.django_db
WHO = ("ny.chef@stockholm.example", "Ny Chef")


def appoint(*who):
    told = StringIO()
    call_command("administrator", *who, stdout=told)
    return told.getvalue()


def test_an_empty_city_gets_an_administrator_who_is_invited():
    call_command("reference", stdout=StringIO())

    said = appoint(*WHO)

    role = Role.objects.get(user__email=WHO[0])
    assert (role.name, role.organisation.code) == (RoleName.ADMIN, "SLK")
    assert OutboxMessage.objects.filter(topic="mail.invitation").count() == 1
    assert said == "Ny Chef är administratör. En inbjudan går till ny.chef@stockholm.example.\n"


def test_without_organisations_the_missing_step_is_named():
    with pytest.raises(CommandError, match=r"manage\.py reference"):
        appoint(*WHO)
    assert not User.objects.filter(email=WHO[0]).exists()


def test_an_address_that_is_none_and_a_second_appointment_are_refused(world):
    with pytest.raises(CommandError):
        appoint("ingen adress", "Ny Chef")
    appoint(*WHO)
    with pytest.raises(CommandError):
        appoint(*WHO)
    assert Role.objects.filter(user__email=WHO[0]).count() == 1
