"""Invented contact persons of the organisations that the stories do not tell of, and deputies.

A few have none, as in a real city: the gap is shown to them and to SLK (5.6.1).
"""

from __future__ import annotations

from datetime import date

from django.contrib.auth.hashers import make_password

from engagements.models import Organisation, Role, User
from engagements.vocabulary import RoleName
from governance.demo.people import PASSWORD, Person

NAMES = (
    ("ALF", "Agneta Wester"),
    ("AMF", "Daniel Kaya"),
    ("FASTK", "Henrik Lund"),
    ("IDF", "Linnea Hall"),
    ("KGF", "Sven Rydell"),
    ("SBK", "Ellen Forsman"),
    ("SERF", "Mira Saarinen"),
    ("SOF", "Josef Aydin"),
    ("SSA", "Britta Norell"),
    ("UTBF", "Camilla Hedin"),
    ("BF", "Patrik Stenberg"),
    ("FB", "Nadia Karimi"),
    ("KHST", "Tobias Alfredsson"),
    ("MASS", "Rebecka Lindh"),
    ("MICASA", "Ove Sandin"),
    ("PARK", "Jenny Holmgren"),
    ("SGAF", "Robert Ask"),
    ("SISAB", "Fatima Omar"),
    ("STERM", "Gustav Engdahl"),
    ("STHEM", "Ida Rosvall"),
    ("STOKAB", "Leo Virtanen"),
    ("SVB", "Cecilia Frost"),
    ("SDF-BRO", "Anja Melin"),
    ("SDF-EAV", "Dario Kovac"),
    ("SDF-FAR", "Inger Tunell"),
    ("SDF-HA", "Malin Thyr"),
    ("SDF-HV", "Sami Haddou"),
    ("SDF-JAR", "Leyla Demir"),
    ("SDF-KUN", "Fredrik Ahlm"),
    ("SDF-NIS", "Karin Sterner"),
    ("SDF-SKH", "Youssef Amin"),
    ("SDF-SKN", "Moa Elfving"),
    ("SDF-SOD", "Erik Bergdal"),
)

DEPUTY_NAMES = (
    ("ALF", "Petter Sandgren"),
    ("AMF", "Zeynep Arslan"),
    ("FASTK", "Lotta Brink"),
    ("IDF", "Jonas Fält"),
    ("SBK", "Amanda Rehn"),
    ("SOF", "Kalle Stoltz"),
    ("SSA", "Viveka Norling"),
    ("UTBF", "Samuel Hjort"),
    ("BF", "Elin Åkesson"),
    ("FB", "Markus Thelin"),
    ("KHST", "Nora Engelbrekt"),
    ("MASS", "Anders Lagerkvist"),
    ("MICASA", "Dina Salman"),
    ("SGAF", "Pernilla Ståhle"),
    ("SISAB", "Rikard Öst"),
    ("STERM", "Jasmin Berggren"),
    ("STHEM", "Torbjörn Ling"),
    ("STOKAB", "Sanna Mäkinen"),
    ("SVB", "Viktor Hedlund"),
    ("SDF-BRO", "Hamid Rostami"),
    ("SDF-EAV", "Klara Wiberg"),
    ("SDF-FAR", "Johannes Ny"),
    ("SDF-HA", "Mariam Aden"),
    ("SDF-HV", "Stefan Grip"),
    ("SDF-JAR", "Ulrika Sjö"),
    ("SDF-KUN", "Bengt Rosell"),
    ("SDF-SKH", "Anneli Torp"),
    ("SDF-SKN", "Omar Bashir"),
    ("SDF-SOD", "Lisa Vester"),
    ("EXPLK", "Håkan Tell"),
    ("SVOA", "Maja Ulvsby"),
    ("FSKF", "Elias Ström"),
    ("SBR", "Josefin Blad"),
    ("TK", "Arvid Rosén"),
    ("HAMN", "Lovisa Krans"),
    ("SLK", "Gabriel Lindegren"),
)


def _key(name: str) -> str:
    return name.lower().replace(" ", ".").translate(str.maketrans("åäöé", "aaoe"))


OTHERS = tuple(
    Person(_key(name), name, RoleName.CONTACT_PERSON, organisation) for organisation, name in NAMES
)
DEPUTIES = tuple(
    Person(_key(name), name, RoleName.DEPUTY, organisation) for organisation, name in DEPUTY_NAMES
)


def settle(*, since: date) -> dict[str, User]:
    """Make them all with their role from a day on. Returns contact persons by their code."""
    organisations = {row.code: row for row in Organisation.objects.all()}
    password = make_password(PASSWORD)  # once: each takes long on purpose
    made = User.objects.bulk_create(
        User(email=person.email, password=password, name=person.name, language=person.language)
        for person in (*OTHERS, *DEPUTIES)
    )
    for person, user in zip((*OTHERS, *DEPUTIES), made, strict=True):
        Role.objects.create(
            user=user,
            name=person.role.value,
            organisation=organisations[person.organisation],
            valid_from=since,
        )
    return dict(zip((person.organisation for person in OTHERS), made, strict=False))


def logins() -> str:
    """Return a line of role, e-mail and password for each."""
    return "\n".join(
        f"{p.role.sv} ({p.organisation})\t{p.email}\t{PASSWORD}" for p in (*OTHERS, *DEPUTIES)
    )
