"""Invented people in every role. Their addresses end in a domain that nobody can own."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from engagements.models import Organisation, Role, User
from engagements.vocabulary import RoleName

PASSWORD = "utblick-demo-2026"  # noqa: S105 - printed for everybody who tries the demo
DOMAIN = "stockholm.example"


@dataclass(frozen=True)
class Person:
    """Somebody who does not exist. key: the part of the address before the at sign."""

    key: str
    name: str
    role: RoleName
    organisation: str
    language: str = "sv"

    @property
    def email(self) -> str:
        """The address to sign in with."""
        return f"{self.key}@{DOMAIN}"


PEOPLE = (
    Person("amina.lindqvist", "Amina Lindqvist", RoleName.CONTACT_PERSON, "MF"),
    Person("erik.palm", "Erik Palm", RoleName.DEPUTY, "MF"),
    Person("lena.forsgren", "Lena Forsgren", RoleName.CONTACT_PERSON, "EXPLK"),
    Person("mattias.dahlgren", "Mattias Dahlgren", RoleName.CONTACT_PERSON, "SVOA"),
    Person("yasmin.haddad", "Yasmin Haddad", RoleName.CONTACT_PERSON, "FSKF"),
    Person("olle.brandt", "Olle Brandt", RoleName.CONTACT_PERSON, "KULF"),
    Person("petra.nyman", "Petra Nyman", RoleName.CONTACT_PERSON, "SBR", "en"),
    Person("stina.ek", "Stina Ek", RoleName.CONTACT_PERSON, "TK"),
    Person("kerstin.vall", "Kerstin Vall", RoleName.CONTACT_PERSON, "HAMN"),
    Person("hanna.stahl", "Hanna Ståhl", RoleName.CONTACT_PERSON, "SLK"),
    Person("johan.ekstrom", "Johan Ekström", RoleName.INTERNATIONAL_UNIT, "SLK"),
    Person("sara.oberg", "Sara Öberg", RoleName.PROTOCOL_UNIT, "SLK"),
    Person("maria.kallio", "Maria Kallio", RoleName.EU_UNIT, "SLK"),
    Person("karim.nordin", "Karim Nordin", RoleName.COMMITTEE_MEMBER, "IB"),
    Person("vera.stenmark", "Vera Stenmark", RoleName.COMMITTEE_MEMBER, "IB"),
    Person("bo.lilja", "Bo Lilja", RoleName.COMMITTEE_MEMBER, "IB"),
    Person("mona.hed", "Mona Hed", RoleName.COMMITTEE_MEMBER, "IB"),
    Person("ulf.grahn", "Ulf Grahn", RoleName.COMMITTEE_MEMBER, "IB"),
    Person("elsa.thorn", "Elsa Thörn", RoleName.COMMITTEE_SECRETARY, "IB"),
    Person("anders.wik", "Anders Wik", RoleName.KS_SECRETARY, "KS"),
    Person("birgitta.falk", "Birgitta Falk", RoleName.KF_SECRETARY, "KF"),
    Person("gunilla.berg", "Gunilla Berg", RoleName.BOARD_SECRETARY, "MHN"),
    Person("tove.alm", "Tove Alm", RoleName.REGISTRAR, "SLK"),
    Person("nils.ahlin", "Nils Ahlin", RoleName.ADMIN, "SLK"),
    Person("ingrid.ros", "Ingrid Ros", RoleName.READER, "SLK"),
)
CONTACTS = {p.organisation: p.key for p in PEOPLE if p.role is RoleName.CONTACT_PERSON}


def are_settled() -> bool:
    """Whether the invented people are there already."""
    return User.objects.filter(email=PEOPLE[0].email).exists()


@transaction.atomic
def settle(*, since: date) -> dict[str, User]:
    """Make every person with a role from a day on. Returns them by key."""
    organisations = {row.code: row for row in Organisation.objects.all()}
    users = {}
    for person in PEOPLE:
        users[person.key] = User.objects.create_user(
            person.email, PASSWORD, name=person.name, language=person.language
        )
        Role.objects.create(
            user=users[person.key],
            name=person.role.value,
            organisation=organisations[person.organisation],
            valid_from=since,
        )
    return users


def logins() -> str:
    """Return a line of role, e-mail and password for each."""
    lines = [f"{p.role.sv} ({p.organisation})\t{p.email}\t{PASSWORD}" for p in PEOPLE]
    return "\n".join(lines)
