"""Questions, as people write them, and what each of them wants to see first.

The first forty were asked of the search as it was in November; the others, of clauses, documents'
texts and what the city knows, were written down before those were searched. Two of these asked
for clauses that no rule of the edition in force finds anything on, and ask for others now.
"""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from engagements import lifecycle
from engagements.vocabulary import Status
from governance import assessing, searching
from governance.actions import knowing
from governance.models import Comparison, FollowUp, GoodExample, Observation
from tests.factories import files, trips, visits

pytestmark = pytest.mark.django_db

# Key, title, whose, city and country of the visits that there are.
VISITS = (
    ("luft", "Luftkvalitet vid vägar", "Oslo kommune", "Oslo", "NO"),
    ("regn", "Skyfall och dagvatten", "Helsingin kaupunki", "Helsingfors", "FI"),
    ("cykel", "Cykelbanor genom staden", "Københavns Kommune", "Köpenhamn", "DK"),
    ("skola", "Digitala skolor", "Tallinna linn", "Tallinn", "EE"),
    ("hamn", "Hamnens tysta nätter", "Miasto Gdańsk", "Gdańsk", "PL"),
    ("barn", "Förskolans språkarbete", "Rīgas dome", "Riga", "LV"),
    ("bok", "Bibliotek för alla", "Ville de Paris", "Paris", "FR"),
    ("hus", "Hyror som de flesta har råd med", "Stadt Wien", "Wien", "AT"),
)
# What is written, and what should come first: a visit's key, "resa", "lärdom", or a name.
QUESTIONS = (
    ("luftkvalitet", "luft"),
    ("luftkvaliteten", "luft"),
    ("LUFTKVALITET", "luft"),
    ("vägen luftkvalitet", "luft"),
    ("skyfall", "regn"),
    ("skyfallen", "regn"),
    ("dagvatten", "regn"),
    ("cykelbanor", "cykel"),
    ("cykelbana", "cykel"),
    ("cykelbanorna", "cykel"),
    ("digitala skolor", "skola"),
    ("digital skola", "skola"),
    ("hamnen", "hamn"),
    ("tysta nätter hamn", "hamn"),
    ("förskola", "barn"),
    ("forskolans sprakarbete", "barn"),
    ("bibliotek", "bok"),
    ("biblioteket", "bok"),
    ("hyra", "hus"),
    ("oslo kommune", "luft"),
    ('"ville de paris"', "bok"),
    ("Tallinna linn", "skola"),
    ("Rigas dome", "barn"),
    ("Rīgas dome", "barn"),
    ("Gdansk", "hamn"),
    ("Gdańsk", "hamn"),
    ("Københavns Kommune", "cykel"),
    ("Helsinki", "Helsingfors"),
    ("Copenhagen", "Köpenhamn"),
    ("København", "Köpenhamn"),
    ("Vienna", "Wien"),
    ("Helsingfros", "Helsingfors"),
    ("plats:Vienna", "hus"),
    ("plats:Helsinki skyfall", "regn"),
    ("typ:besök skolor", "skola"),
    ("nämnd:miljö bibliotek", "bok"),
    ("status:utkast bibliotek", "bok"),
    ("velo-city", "resa"),
    ("bredare banor", "lärdom"),
    ("breda banorna", "lärdom"),
)
PROGRAMME, NOISE = "Program för skyfallsveckan.docx", "Bullerkartan.pdf"
HEAT, TYRES, WAIT = "Spillvärme från datahallar", "Avgift på dubbdäck", "Väntetid till plats"
# What the programme says: of "regn". What the map says: of "hamn".
PROGRAMME_SAYS = "Vi ser fördröjningsmagasin under torgen vid Årstafältet."
NOISE_SAYS = "Landström dämpar buller från kryssningsfartyg vid kaj."
# What is written, and what should come first: a visit's key, "resa", or a name.
MORE_QUESTIONS = (
    ("paragraf:4.6 cykelbanor", "cykel"),
    ("paragraf:4 skolor", "skola"),
    ("paragraf:5.4.5 velo-city", "resa"),
    ('paragraf:"city:travel" velo-city', "resa"),
    ("typ:besök paragraf:3 hamnen", "hamn"),
    ("fördröjningsmagasin", PROGRAMME),
    ("fördröjningsmagasinet", PROGRAMME),
    ("fordrojningsmagasin", PROGRAMME),
    ('"under torgen"', PROGRAMME),
    ("landström", NOISE),
    ("kryssningsfartygen", NOISE),
    ("bullerkartan", NOISE),
    ("plats:Gdańsk landström", NOISE),
    ("överskottsvärme", HEAT),
    ("datahallarna", HEAT),
    ("dubbdäck", TYRES),
    ("väntetiden plats", WAIT),
)
RIGHT = 0.95


@pytest.fixture
def house(amina, johan, settings, tmp_path):
    """Give the visits by key, a trip, a lesson of another trip, documents, and what is known."""
    settings.MEDIA_ROOT = tmp_path
    made = {
        key: visits.draft(
            by=amina, title=title, requesting_organisation=whose, city=city, country=country
        )
        for key, title, whose, city, country in VISITS
    }
    now = timezone.now()
    made["resa"] = trips.draft(by=amina, about=trips.event("Velo-city", by=amina, at=now))
    gone = trips.draft(by=amina, about=trips.event("Walk21", by=amina, at=now))
    gone.status, gone.submitted_at = str(Status.FOLLOW_UP), now
    gone.starts_on, gone.ends_on = timezone.localdate() - timedelta(days=30), None
    gone._history_user = amina
    gone.save()
    told = {"learnt": "Bredare banor gav fler som cyklar", "cost_sek": 1, "occasion": "Walk21"}
    FollowUp.objects.create(engagement=gone, by=amina, at=now, **told)
    for row in made.values():
        assessing.remember_counts(
            row, assessing.judge(row, stage="draft", on=row.created_at.date())
        )
        lifecycle.save(row, by=amina, at=now, why="")
    files.add(made["regn"], name=PROGRAMME, content=files.docx(PROGRAMME_SAYS), by=amina)
    files.add(made["hamn"], name=NOISE, content=files.pdf(NOISE_SAYS), by=amina)
    _know(amina.roles.first().organisation, by=johan, at=now)
    return made


def _know(organisation, **names):
    """Write down an example, an observation and a comparison."""
    said = {"shows": "Överskottsvärmen går till fjärrvärmen.", "contact": "Enheten"}
    known = {"organisation": organisation, "theme": None}
    knowing.propose(GoodExample(), accepted=True, title=HEAT, **known, **said, **names)
    seen = {"seen": "Färre dubbar.", "means": "Renare luft.", "felt": "later", "source": "Besök"}
    day = {"seen_on": names["at"].date()}
    knowing.write(Observation(), title=TYRES, **known, **seen, **day, **names)
    knowing.write(Comparison(), title=WAIT, unit="veckor", learnt="", **known, **names)


def first_of(text, user):
    """Return what a question shows first: a matter, a lesson or a name; nothing for none."""
    question = searching.understood(text)
    try:
        found = searching.answered(question, user=user, on=timezone.localdate())
    except ValidationError as error:
        return error.messages
    for rows in found.kinds.values():
        return rows[0].pk
    if found.documents:
        return found.documents[0].document.name
    if found.lessons:
        return "lärdom"
    for known in found.known.values():
        return str(known[0])
    for names in (found.places, found.counterparts):
        if names:
            return str(names[0])
    return found.alike[0].pk if found.alike else None


def test_ninety_five_of_a_hundred_questions_show_first_what_was_wanted(house, amina):
    wrong = []
    for text, wanted in (*QUESTIONS, *MORE_QUESTIONS):
        shown = first_of(text, amina)
        sought = house[wanted].pk if wanted in house else wanted
        if shown != sought:
            wrong.append((text, wanted, shown))

    asked = len(QUESTIONS) + len(MORE_QUESTIONS)
    assert asked == 57
    assert asked - len(wrong) >= RIGHT * asked, wrong


def test_what_is_shown_of_what_is_found_is_read_with_it(house, amina, django_assert_num_queries):
    on, known, told = timezone.localdate(), [], []
    for text in ("överskottsvärme", "dubbdäck", "väntetid", "bredare banor"):
        found = searching.answered(searching.understood(text), user=amina, on=on)
        known += [row for rows in found.known.values() for row in rows]
        told += found.lessons

    with django_assert_num_queries(0):
        named = [(str(row), row.get_absolute_url()) for row in known]
        lessons = [
            (row.told.occasion, row.told.learnt, row.told.engagement.get_kind_display())
            for row in told
        ]
        matters = [
            (row.told.engagement.get_absolute_url(), row.told.engagement.title) for row in told
        ]

    assert [name for name, _address in named] == [HEAT, TYRES, WAIT]
    assert lessons == [("Walk21", "Bredare banor gav fler som cyklar", "Konferens eller resa")]
    assert all(all(each) for each in matters)
