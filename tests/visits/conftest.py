"""A department with its contact person, and a colleague who can change the same visit."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from engagements.models import Organisation, OrientationGoal, Role, User
from engagements.vocabulary import OrganisationKind, RoleName


@pytest.fixture(autouse=True)
def november():
    """Stand on a day before the visits that the tests register."""
    with time_machine.travel(datetime(2026, 11, 24, 9, 0, tzinfo=UTC), tick=True):
        yield


@pytest.fixture
def department(db):
    board = Organisation.objects.create(
        code="MHN", name_sv="Miljönämnden", name_en="Board", kind=OrganisationKind.BOARD.value
    )
    return Organisation.objects.create(
        code="MF",
        name_sv="Miljöförvaltningen",
        name_en="Environment department",
        kind=OrganisationKind.DEPARTMENT.value,
        board=board,
    )


def _person(name, role, organisation):
    email = f"{name.split()[0].lower()}@stockholm.example"
    user = User.objects.create_user(email, None, name=name)
    Role.objects.create(
        user=user, name=role.value, organisation=organisation, valid_from=date(2020, 1, 1)
    )
    return user


@pytest.fixture
def contact_person(department):
    return _person("Amina Lindqvist", RoleName.CONTACT_PERSON, department)


@pytest.fixture
def deputy(department):
    return _person("Sara Öberg", RoleName.DEPUTY, department)


@pytest.fixture
def site(client, contact_person):
    """The contact person's browser, without JavaScript."""
    client.force_login(contact_person)
    return client


@pytest.fixture
def goal(db):
    return OrientationGoal.objects.create(
        year=2026, code="hallbar", name_sv="En hållbar stad", name_en="A sustainable city"
    )
