"""Cooperation agreements: what 4.2 asks, at and around its limits, and who decides."""

from datetime import date
from typing import Any

import pytest

from engagements.vocabulary import Body, Task
from governance.strategy import CooperationFacts, Value, Values, Verdict, assess, rows
from tests.governance.strategy.one_rule import ON, VALUES, findings, verdicts
from tests.governance.strategy.routed import route

LONG = "En mening som säger något."
SHORT = "Fjorton tecken"
RIGA = rows.Benefit(party="Riga", gain=LONG)
PERIOD: dict[str, Any] = {
    "starts_on": date(2027, 1, 1),
    "ends_on": date(2028, 12, 31),
    "open_ended": False,
    "renews_itself": False,
}


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        ({}, "unanswered"),
        ({"no_exchange": False}, "unanswered"),
        ({"exchanges": ("  ",)}, "unanswered"),
        ({"no_exchange": True}, "breach"),
        ({"exchanges": (SHORT,)}, "judge"),
        ({"exchanges": (SHORT, SHORT)}, "judge"),
        ({"exchanges": (SHORT + ".",)}, "supports"),
        ({"exchanges": (SHORT, LONG)}, "supports"),
        ({"exchanges": (LONG,), "no_exchange": True}, "supports"),
    ],
)
def test_an_exchange_is_concrete(given: dict[str, Any], verdict: str) -> None:
    assert verdicts("concrete_exchange", CooperationFacts(**given)) == [verdict]


@pytest.mark.parametrize(
    ("themes", "verdict"),
    [
        ((), "unanswered"),
        ((" ",), "unanswered"),
        (("luft",), "supports"),
        (("luft", ""), "supports"),
        (("luft", "LUFT "), "supports"),
        (("kultur och fritid",), "supports"),
        (("kultur, fritid",), "judge"),
        (("kultur; fritid",), "judge"),
        (("luft", "buller"), "breach"),
    ],
)
def test_an_agreement_is_on_one_subject(themes: tuple[str, ...], verdict: str) -> None:
    assert verdicts("one_theme", CooperationFacts(themes=themes)) == [verdict]


def test_it_says_how_many_subjects_and_what_would_mend_it() -> None:
    (finding,) = findings("one_theme", CooperationFacts(themes=("a", "b", "c")))

    assert finding.why.en == "The agreement is on 3 subjects. It is to be on one."
    assert finding.mend
    assert finding.mend.en == "Choose one subject, or make an agreement for each."


@pytest.mark.parametrize(
    ("ours", "theirs", "verdict"),
    [
        (None, (), "unanswered"),
        (" ", (rows.Benefit(party="Riga"),), "unanswered"),
        (LONG, (), "breach"),
        (LONG, (rows.Benefit(party="Riga"),), "breach"),
        (None, (RIGA,), "breach"),
        (LONG, (RIGA, rows.Benefit(party="Tallinn", gain=" ")), "breach"),
        (SHORT, (RIGA,), "judge"),
        (LONG, (RIGA, rows.Benefit(party="Tallinn", gain=SHORT)), "judge"),
        (SHORT + ".", (RIGA,), "supports"),
        (LONG, (RIGA, RIGA), "supports"),
    ],
)
def test_every_party_gains(ours: str | None, theirs: Any, verdict: str) -> None:
    facts = CooperationFacts(benefit_stockholm=ours, benefits=theirs)

    assert verdicts("gain_for_all", facts) == [verdict]


@pytest.mark.parametrize(
    ("ours", "theirs", "why"),
    [
        (LONG, (), "Stockholm alone gains. The gain is to be mutual."),
        (None, (RIGA,), "The other party alone gains. The gain is to be mutual."),
        (
            LONG,
            (RIGA, rows.Benefit()),
            "One of the parties gains nothing. There is to be a gain for all.",
        ),
    ],
)
def test_it_says_who_gains_nothing(ours: str | None, theirs: Any, why: str) -> None:
    (finding,) = findings("gain_for_all", CooperationFacts(benefit_stockholm=ours, benefits=theirs))

    assert finding.why.en == why


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        ({}, ["supports"]),
        ({"open_ended": None}, ["supports"]),
        ({"ends_on": date(2027, 1, 1)}, ["supports"]),
        ({"ends_on": date(2027, 1, 2)}, ["supports"]),
        ({"ends_on": date(2026, 12, 31)}, ["breach"]),
        ({"renews_itself": True}, ["breach"]),
        ({"renews_itself": None}, ["unanswered"]),
        ({"open_ended": True}, ["breach"]),
        ({"open_ended": True, "ends_on": None}, ["breach"]),
        ({"open_ended": True, "renews_itself": True}, ["breach", "breach"]),
        ({"ends_on": None}, ["unanswered"]),
        ({"ends_on": None, "open_ended": None}, ["unanswered"]),
        ({"starts_on": None}, ["unanswered"]),
        ({"starts_on": None, "renews_itself": True}, ["breach", "unanswered"]),
    ],
)
def test_the_period_is_set_and_ends(given: dict[str, Any], verdict: list[str]) -> None:
    assert verdicts("set_period", CooperationFacts(**(PERIOD | given))) == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Avtalet gäller i två år.", []),
        ("Avtalet gäller tills vidare.", ["judge"]),
        ("Avtalet förlängs därefter automatiskt ett år i taget.", ["judge"]),
        ("Automatisk förlängning sker varje år.", ["judge"]),
        ("It is automatically renewed each year.", ["judge"]),
        ("It is renewed automatically.", ["judge"]),
        ("It holds until further notice.", ["judge"]),
        ("Avtalet förlängs inte automatiskt.", ["note"]),
        ("Avtalet kan förlängas om båda vill.", []),
        ("Avtalet kan förlängas. Larm går automatiskt.", []),
    ],
)
def test_words_on_an_agreement_that_goes_on_ask_a_person(text: str, verdict: list[str]) -> None:
    facts = CooperationFacts(**PERIOD, agreement_text=text)

    assert verdicts("words_on_period", facts) == verdict


def test_words_are_not_asked_about_where_the_answer_says_the_same() -> None:
    text = "Avtalet gäller tills vidare."

    assert verdicts("words_on_period", CooperationFacts(open_ended=True, label=text)) == []
    assert verdicts("words_on_period", CooperationFacts(renews_itself=True, label=text)) == []


@pytest.mark.parametrize(
    ("label", "verdict"),
    [
        (None, []),
        ("Samarbetsavtal", []),
        ("Intentionsavtal om luft", ["note"]),
        ("Letter of Intent", ["note"]),
        ("LoI with Riga", ["note"]),
        ("Memorandum of Understanding", ["note"]),
        ("Avsiktsförklaring", ["note"]),
    ],
)
def test_a_name_makes_no_letter_of_intent(label: str | None, verdict: list[str]) -> None:
    assert verdicts("name_does_not_decide", CooperationFacts(label=label)) == verdict


@pytest.mark.parametrize(("read", "verdict"), [(None, []), (True, []), (False, ["note"])])
def test_a_lawyer_reads_the_agreement(read: bool | None, verdict: list[str]) -> None:
    assert verdicts("legal_review", CooperationFacts(legally_reviewed=read)) == verdict


@pytest.mark.parametrize(("close", "verdict"), [(None, []), (False, []), (True, ["note"])])
def test_what_is_close_to_the_state_s_matters_is_noted(
    close: bool | None, verdict: list[str]
) -> None:
    assert verdicts("close_to_the_state", CooperationFacts(close_to_state=close)) == verdict


def test_the_shortest_answer_is_the_city_s_to_set() -> None:
    shorter = Values(
        [
            *(Value(key, value, date(2020, 1, 1), "") for key, value in VALUES.on(ON).items()),
            Value("text.sentence_length", 14, date(2026, 1, 1), "decided"),
        ]
    )
    facts = CooperationFacts(exchanges=(SHORT,))

    assert verdicts("concrete_exchange", facts, values=shorter) == ["supports"]


def test_every_reason_in_the_way_says_what_would_mend_it() -> None:
    facts = CooperationFacts(
        no_exchange=True,
        themes=("a", "b"),
        benefit_stockholm=LONG,
        starts_on=date(2027, 1, 2),
        ends_on=date(2027, 1, 1),
        open_ended=True,
        renews_itself=True,
    )
    in_the_way = assess(facts, on=ON, values=VALUES).of(Verdict.BREACH)

    assert [f.clause for f in in_the_way] == ["4.2a", "4.2b", "4.2c", "4.2d", "4.2d", "4.2d"]
    assert all(f.mend for f in in_the_way)


SEVERAL: dict[str, Any] = {"areas": ("TK",), "area_boards": ("TRN",)}


@pytest.mark.parametrize(
    ("given", "decides", "clause", "stated"),
    [
        ({}, "MHN", "5.4.2", False),
        ({"scope": "operational", "within_initiative": True}, "MHN", "5.4.2", False),
        (SEVERAL, "KS", "5.1.3", False),
        (SEVERAL | {"within_initiative": True}, "KS", "5.1.3", False),
        ({"scope": "citywide"}, "KS", "5.1.3", False),
        ({"scope": "citywide", "within_initiative": False}, "KS", "5.1.3", False),
        ({"scope": "citywide", "within_initiative": True}, "KS", "5.1.4", True),
        ({"on_behalf_of_ks": True}, "KS", "5.1.3", False),
    ],
)
def test_who_decides_on_an_agreement(
    given: dict[str, Any], decides: str, clause: str, stated: bool
) -> None:
    found = route(CooperationFacts(host="MF", host_board="MHN", **given))
    decider = found.decider

    assert (decider.organisation, decider.clause, found.is_stated) == (decides, clause, stated)
    assert found.advice_required is (decides == "KS")
    assert len(found.deciders) == 1


def test_the_office_prepares_what_the_executive_board_decides_as_a_reading() -> None:
    found = route(CooperationFacts(host="MF", host_board="MHN", scope="citywide"))
    (prepares,) = found.doing(Task.ADVISES)

    assert (prepares.body, prepares.stated) == (Body.INTERNATIONAL_UNIT, False)
    assert found.summary.en == "the Executive Board"
