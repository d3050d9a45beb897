"""What would change it: each change is tried here anew, for any facts of any kind."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from engagements.vocabulary import Body
from governance.strategy import (
    ALL,
    DEFAULT_VALUES,
    EDITIONS,
    FACTS_OF,
    Assessment,
    Facts,
    Finding,
    Value,
    Values,
    Verdict,
    VisitFacts,
    assess,
    canonical,
    receipt_of,
    schema,
)
from governance.strategy.changeable import (
    ANSWER_BY,
    ASKED,
    KEPT,
    MAY_CHANGE,
    is_asked,
    is_kept,
)
from governance.strategy.changing import Change, nearest
from governance.strategy.described import row_of
from governance.strategy.facts import Record
from governance.strategy.facts.names import NAMES, name_of
from governance.strategy.verdicts import SEVERITY
from tests.governance.strategy.any_facts import full_facts, some_facts

ON = date(2026, 11, 1)
VALUES = Values(DEFAULT_VALUES)
GRAVE = (Verdict.BREACH, Verdict.UNANSWERED, Verdict.JUDGE)
SENTENCE = "En mening som säger något."
RECORDS: tuple[type[Record], ...] = (
    *ALL,
    *dict.fromkeys(row for facts in ALL for name in schema(facts) if (row := row_of(facts, name))),
)
CASES = [
    (FACTS_OF[path.stem].from_dict(case["facts"]), case.get("on", ON))
    for path in sorted((Path(__file__).parent / "cases").glob("*.toml"))
    for case in tomllib.loads(path.read_text())["case"]
]


def judged(facts: Facts, on: date = ON) -> Assessment:
    """Return what the strategy says."""
    return assess(facts, on=on, values=VALUES)


def changes(before: Assessment) -> Iterator[tuple[Finding, Change]]:
    """Yield each finding that has a change, with it."""
    for finding, change in zip(before.findings, nearest(before), strict=True):
        if change is not None:
            yield finding, change


def weight(told: Assessment, place: int) -> Counter[tuple[str, str | None]]:
    """Count the findings of at least a gravity, by rule and part."""
    return Counter((f.rule, f.part) for f in told.findings if SEVERITY[f.verdict] <= place)


def differing(before: Record, after: Record) -> list[str]:
    """Return the names of the facts that differ."""
    return [n for n in schema(type(before)) if getattr(before, n) != getattr(after, n)]


def changed_fact(before: Facts, change: Change) -> tuple[type[Record], str, Any, Any]:
    """Return the record, name, and both answers of the one fact that a change concerns."""
    (name,) = differing(before, change.tried)
    old, new = getattr(before, name), getattr(change.tried, name)
    found = re.fullmatch(r"facts\.(\w+)(?:\[(\d+)\](?:\.(\w+))?)?", change.path)
    assert found is not None
    assert found[1] == name == change.fact
    if found[2] is None:
        return type(before), name, old, new
    assert len(old) == len(new)
    (place,) = [n for n, (a, b) in enumerate(zip(old, new, strict=True)) if a != b]
    assert place == int(found[2])
    if found[3] is None:
        return type(before), name, old[place], new[place]
    assert differing(old[place], new[place]) == [found[3]]
    row_old, row_new = getattr(old[place], found[3]), getattr(new[place], found[3])
    return type(old[place]), found[3], row_old, row_new


def hold(before: Assessment) -> None:
    """Hold that each change of a matter lifts its finding, honestly, and nothing else comes."""
    for finding, change in changes(before):
        after = judged(change.tried, before.on)
        record, fact, old, new = changed_fact(before.facts, change)
        place = SEVERITY[finding.verdict]
        key = (finding.rule, finding.part)
        assert finding.verdict in GRAVE
        assert finding.why not in [f.why for f in after.findings if (f.rule, f.part) == key]
        assert weight(after, place)[key] < weight(before, place)[key]
        assert [n for n in range(3) if weight(after, n) - weight(before, n)] == []
        assert change.old == old
        assert change.new == (None if change.written else new)
        assert not is_kept(record, fact)
        if is_asked(record, fact):
            assert finding.verdict is Verdict.UNANSWERED
        if old not in (None, "", ()):
            assert finding.verdict is not Verdict.UNANSWERED or change.written
            hold_changed_as_listed(record, fact, change, new)
        assert not finding.words
        if not change.written:
            assert change.moves_decider == (
                after.route.decider.body != before.route.decider.body
                or after.route.decider.organisation != before.route.decider.organisation
            )


def hold_changed_as_listed(record: type[Record], fact: str, change: Change, new: Any) -> None:
    """Hold that an answer was only changed as the table says, or a text written on."""
    if isinstance(change.old, str) and change.written:
        assert new.startswith(change.old.strip())
        return
    how = MAY_CHANGE.get(f"{record.__name__}.{fact}") or MAY_CHANGE[fact]
    if isinstance(how, tuple):
        assert new in [to.value for to in how]


@settings(max_examples=60)
@given(some_facts)
def test_a_change_lifts_its_finding_and_brings_no_other(facts: Facts) -> None:
    hold(judged(facts))


@settings(max_examples=60)
@given(full_facts)
def test_a_change_of_a_full_matter_lifts_its_finding_too(facts: Facts) -> None:
    hold(judged(facts))


@pytest.mark.parametrize("kind", list(FACTS_OF))
def test_every_matter_of_a_kind_has_changes_that_hold(kind: str) -> None:
    matters = [judged(facts, on) for facts, on in CASES if facts.kind.value == kind]

    for matter in matters:
        hold(matter)
    assert [m for m in matters if any(nearest(m))] != []


@settings(max_examples=20)
@given(some_facts)
def test_the_search_is_deterministic_and_leaves_the_receipt_alone(facts: Facts) -> None:
    before = judged(facts)
    receipt = canonical(receipt_of(before))

    first = nearest(before)

    assert first == nearest(judged(facts))
    assert canonical(receipt_of(before)) == receipt


def change_of(facts: Facts, rule: str, part: str | None = None) -> Change | None:
    """Return the change of a rule's first grave finding, by the rule's name."""
    before = judged(facts)
    for finding, change in zip(before.findings, nearest(before), strict=True):
        name = finding.rule.rsplit(".", 1)[1]
        if (name, finding.part) == (rule, part) and finding.verdict in GRAVE:
            return change
    raise AssertionError(f"{rule} has nothing to say")


ALONE = {"counterpart_kind": "city", "within_initiative": False}
PERIOD = {**ALONE, "starts_on": "2026-12-01", "renews_itself": False}
HALL = {"at_city_hall": True, "event_kind": "congress"}
OWN_SPEECH = {"scope": "operational", "host": "MF", "host_board": "MHN"}
BOTH_DAYS = {"starts_on": "2026-12-01", "ends_on": "2026-12-04"}
FLIGHT = {"digital": False, "means": "flight", "distance_km": 400}
FRAME = {"frame_sek": 100, "decided_sek": 60, "stage": "decision"}
ROW = {"line": "lodging", "amount_sek": 500}
EXAMPLES: list[tuple[str, str, dict[str, Any], str, Any, str]] = [
    # kind, rule, facts, path, new (… where a person supplies it), sentence
    ("cooperation", "set_period", {**PERIOD}, "facts.ends_on", date(2026, 12, 1),
     "Ange sista dagen, tidigast 2026-12-01, så prövas det som klart."),
    ("cooperation", "set_period", {**PERIOD, "ends_on": "2026-11-20"}, "facts.ends_on",
     date(2026, 12, 1), "Flytta sista dagen till 2026-12-01, så prövas det som klart."),
    ("cooperation", "set_period", {**PERIOD, "open_ended": True}, "facts.open_ended", False,
     "Låt avtalet gälla en bestämd tid, så återstår en fråga på punkten."),
    ("cooperation", "set_period", {**PERIOD, "ends_on": "2027-11-20", "renews_itself": True},
     "facts.renews_itself", False, "Stryk förlängningen, så prövas det som klart."),
    ("intent", "one_theme", {**ALONE, "themes": ["klimat", "skola"]}, "facts.themes", ...,
     "Välj ett ämne, eller gör ett avtal för varje ämne, så prövas det som klart."),
    ("cooperation", "concrete_exchange", {"exchanges": ["möten"]}, "facts.exchanges[0]", ...,
     "Skriv mer om vad parterna ska göra, minst 15 tecken, så prövas det som klart."),
    ("cooperation", "gain_for_all",
     {"benefit_stockholm": SENTENCE, "benefits": [{"gain": SENTENCE}, {"party": "Oslo"}]},
     "facts.benefits[1].gain", ...,
     "Skriv vad parten vinner, minst 15 tecken (rad 2), så prövas det som klart."),
    ("intent", "known_forums", {}, "facts.forums_searched", True,
     "Gå igenom forum där staden redan är med, så prövas det som klart."),
    ("visit", "serves_goals", {"goals": ["klimat"]}, "facts.goal_contribution", ...,
     "Skriv hur det bidrar till målen, minst 15 tecken, så prövas det som klart."),
    ("visit", "has_direction", {}, "facts.directions", ...,
     "Ange inriktningarna, så går punkten att pröva."),
    ("visit", "moderation:cost:meal", {"meal_sek": 700}, "facts.meal_sek", 500,
     "Sänk måltiden per person till högst 500 kr, så prövas det som klart."),
    ("visit", "moderation", {"meal_sek": 1, "delegation_size": 3, "own_participants": 9},
     "facts.own_participants", 3,
     "Sänk antalet egna deltagare till högst 3, så prövas det som klart."),
    ("visit", "invitation_letter:letter", {"wants_letter": True}, "facts.wants_letter", False,
     "Kom överens med delegationen om ett besök utan inbjudningsbrev, så prövas det som klart."),
    ("visit", "within_frame:frame", {**FRAME, "estimated_sek": 70}, "facts.estimated_sek", 40,
     "Sänk kostnaden till högst 40 kr, så prövas det som klart."),
    ("visit", "own_hospitality", {"approver_takes_part": True}, "facts.approver_takes_part", False,
     "Låt någon annan godkänna, så prövas det som klart."),
    ("visit", "aid", {"aid_character": True, "external_share": 80, "funder": "Sida"},
     "facts.external_share", 100,
     "Höj andelen som andra betalar till 100 procent, så prövas det som klart."),
    ("trip", "own_trip",
     {"travellers": [{"office": "chair", "decides": False}, {"office": "chair", "decides": True}]},
     "facts.travellers[1].decides", False,
     "Låt någon annan besluta (rad 2), så prövas det som klart."),
    ("trip", "nothing_booked", {"booked_before_decision": True}, "facts.booked_before_decision",
     False, "Avboka och vänta på beslutet, så prövas det som klart."),
    ("trip", "train_first", FLIGHT, "facts.why_not_train", ...,
     "Skriv varför det inte går med tåg, minst 15 tecken, så prövas det som klart."),
    ("trip", "supplier", {"costs": [{**ROW, "payer": "supplier"}]}, "facts.costs[0].payer", "city",
     "Låt staden betala, så prövas det som klart."),
    ("trip", "full_programme", {"digital": False, "programme_hours": [8, 4], **BOTH_DAYS,
     "ends_on": "2026-12-02", "why_not_digital": SENTENCE}, "facts.digital", True,
     "Delta digitalt, så prövas det som klart."),
    ("reception", "mostly_from_abroad", {**HALL, "foreign_share": 30}, "facts.foreign_share", 51,
     "Höj andelen gäster från utlandet till minst 51 procent, så prövas det som klart."),
    ("reception", "length", {**HALL, "hours": 4}, "facts.hours", 2,
     "Sänk mottagningens längd till högst 2 timmar, så prövas det som klart."),
    ("reception", "may_apply", {"at_city_hall": True, "event_kind": "other"},
     "facts.at_city_hall", False,
     "Håll mottagningen någon annanstans, så prövas det som klart. "
     "Då beslutar nämnden eller bolagsstyrelsen."),
    ("reception", "simple_form", {"serving": "seated"}, "facts.serving", "drinks",
     "Servera dryck och tilltugg, så prövas det som klart."),
    ("position", "close_to_the_board", {"ks_contact": SENTENCE}, "facts.ks_contact_on", ...,
     "Kontakta stadsledningskontoret och skriv dagen, så prövas det som klart."),
    ("position", "association_coordinated", {"in_sef": True, "slk_coordinates": False},
     "facts.slk_coordinates", True,
     "Låt stadsledningskontoret samordna, så prövas det som klart."),
    ("position", "in_whose_name", {**OWN_SPEECH, "in_boards_name": False},
     "facts.in_boards_name", True,
     "Säg det i nämndens eller bolagets eget namn, så prövas det som klart."),
    ("declaration", "full_text", {"original_text": SENTENCE, "swedish_text": "Kort"},
     "facts.swedish_text", ..., "Lägg in hela texten på svenska, så prövas det som klart."),
    ("membership", "fee_budgeted", {"fee_sek": 9000}, "facts.budget_line", ...,
     "Ange budgetposten, så prövas det som klart."),
    ("membership", "form_said", {"scope": "citywide", "is_new": True}, "facts.form", ...,
     "Svara på om det är en organisation eller ett nätverk, så går punkten att pröva. "
     "Svaret kan ändra vem som beslutar."),
    ("eu_project", "serves_plan", {}, "facts.plan_item", ...,
     "Ange målet i verksamhetsplanen, så prövas det som klart."),
    ("eu_project", "after_project", {"after_owner": "MF", "after_funding": "Egen budget"},
     "facts.after_from", ..., "Ange från vilken dag det tas över, så prövas det som klart."),
    ("aid_project", "everything_counted",
     {"whole_cost_sek": 100, "working_time_sek": 90, "travel_sek": 30}, "facts.whole_cost_sek", 120,
     "Höj hela kostnaden till minst 120 kr, så prövas det som klart."),
    ("aid_project", "paid_in_full", {"travel_funded": False, "staff_time_funded": True,
     "overhead_funded": True, "external_share": 100, "funder": "Sida", "funder_own_group": False},
     "facts.travel_funded", True, "Låt en annan part betala resorna, så prövas det som klart."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "rule", "given", "path", "new", "said"),
    EXAMPLES,
    ids=[f"{kind}-{rule}-{path}" for kind, rule, _, path, _, _ in EXAMPLES],
)
def test_the_nearest_change_is_the_one_that_a_careful_person_would_name(
    kind: str, rule: str, given: dict[str, Any], path: str, new: Any, said: str
) -> None:
    name, _sign, part = rule.partition(":")

    change = change_of(FACTS_OF[kind].from_dict(given), name, part or None)

    assert change is not None
    assert (change.path, change.why.sv) == (path, said)
    assert (change.new, change.written) == ((None, True) if new is ... else (new, False))


NO_ADVICE: list[tuple[str, str, dict[str, Any]]] = [
    ("visit", "foreign_policy", {"touches_foreign_policy": True}),
    ("visit", "twinning:twinning", {"asks_twinning": True}),
    ("visit", "conflict", {"conflicts": ["decides"]}),
    ("visit", "procurement", {"procurement_with_party": True}),
    ("visit", "within_frame:frame", {"estimated_sek": 100, "decided_sek": 0}),
    ("visit", "within_frame:frame", {"estimated_sek": 9, "frame_sek": 5, "decided_sek": 5}),
    ("visit", "decided_cost", {"estimated_sek": 100, "decided_sek_before": 0}),
    ("trip", "secrecy", {"secrecy_possible": True}),
    ("trip", "earlier_reports", {"missing_reports": 2}),
    ("intent", "right_counterpart", ALONE),
    ("reception", "evening", {"at_city_hall": True}),
    ("reception", "single_company", {"commercial_organiser": True}),
    ("declaration", "burden_by_each", {"host": "MF", "burdens": [{"organisation": "TK"}]}),
    ("membership", "form_said", {"form": "network", "has_statutes": True, "has_vote": True}),
    ("membership", "newness_said", {}),
    ("eu_project", "decided_first", {"applied_on": "2026-10-01"}),
    ("position", "close_to_the_board", {"ks_contact_on": "2026-10-02", "sent_on": "2026-10-01"}),
    ("aid_project", "paid_in_full", {"funder_own_group": True}),
]


@pytest.mark.parametrize(("kind", "rule", "given"), NO_ADVICE)
def test_what_cannot_honestly_be_advised_is_not(
    kind: str, rule: str, given: dict[str, Any]
) -> None:
    name, _sign, part = rule.partition(":")

    assert change_of(FACTS_OF[kind].from_dict(given), name, part or None) is None


def test_no_word_is_advised_away() -> None:
    before = judged(FACTS_OF["visit"].from_dict({"title": "Vänort", "wishes": "Krig"}))

    assert {
        finding.rule: change
        for finding, change in zip(before.findings, nearest(before), strict=True)
        if finding.words
    } == dict.fromkeys(["strategy.visit.foreign_policy", "strategy.visit.twinning"])


def test_a_text_that_is_written_on_keeps_its_words() -> None:
    facts = FACTS_OF["visit"].from_dict({"goals": ["klimat"], "goal_contribution": "Vänort"})

    change = change_of(facts, "serves_goals")

    assert change is not None
    assert change.tried.goal_contribution == "Vänort xxxxxxxxx"
    assert "mer om hur det bidrar" in change.why.sv


def test_a_last_day_is_moved_only_where_the_first_is_known() -> None:
    period = {**ALONE, "ends_on": "2026-12-02", "open_ended": True, "renews_itself": False}

    change = change_of(FACTS_OF["cooperation"].from_dict(period), "set_period")

    assert change is not None
    assert (change.path, change.new) == ("facts.open_ended", False)


def test_a_change_follows_the_city_and_the_edition() -> None:
    facts = FACTS_OF["trip"].from_dict({"digital": False, "goals": ["klimat"]})
    longer = Value("text.sentence_length", 40, ON, "test")
    before = assess(
        facts,
        on=ON,
        values=Values([*DEFAULT_VALUES, longer]),
        editions=EDITIONS.pinned("strategy-2"),
    )

    told = {finding.rule: change.why.sv for finding, change in changes(before)}

    assert "minst 40 tecken" in told["strategy.trip.serves_goals"]
    assert told["strategy.trip.digital_first"] == "Delta digitalt, så prövas det som klart."


def test_the_decider_that_a_change_brings_is_told_in_both_languages() -> None:
    facts = FACTS_OF["reception"].from_dict({"at_city_hall": True, "event_kind": "other"})

    change = change_of(facts, "may_apply")

    assert change is not None
    assert change.moves_decider
    assert change.why.en == (
        f"Hold the reception elsewhere, and it passes. {Body.BOARD.en} decides then."
    )


def test_english_says_the_same_with_its_own_words() -> None:
    told = {
        finding.rule.rsplit(".", 1)[1]: change.why.en
        for finding, change in changes(judged(VisitFacts(goals=("klimat",), meal_sek=700)))
    }

    assert told["serves_goals"] == (
        "Write how it serves the goals, at least 15 characters, and it passes."
    )
    assert told["moderation"] == "Lower the meal per person to at most SEK 500, and it passes."
    assert told["has_direction"] == "Give the directions, and the point can be judged."
    assert told["procurement"].startswith("Say whether procurement, supervision or a permit")


def test_every_fact_has_a_name_and_every_name_a_fact() -> None:
    known = {name for record in ALL for name in schema(record)}
    known |= {f"{row.__name__}.{n}" for row in RECORDS[len(ALL) :] for n in schema(row)}

    assert set(NAMES) == known
    assert [
        name for name, text in NAMES.items() if not text.sv or not text.en or text.sv == text.en
    ] == []
    assert name_of(FACTS_OF["visit"], "ends_on").sv == "sista dagen"


def test_every_row_of_the_tables_is_a_fact_and_stands_in_one_of_them() -> None:
    own = {f"{record.__name__}.{name}" for record in RECORDS for name in schema(record)}
    shared = {name for record in ALL for name in schema(record)}
    tables = (KEPT, ASKED, MAY_CHANGE)

    assert [
        name for table in (*tables, ANSWER_BY) for name in table if name not in own | shared
    ] == []
    assert [n for n, times in Counter(n for t in tables for n in t).items() if times > 1] == []
    assert [name for table in (KEPT, ASKED) for name, why in table.items() if not why] == []


@pytest.mark.parametrize(
    "name",
    [
        "received_on",
        "decided_sek",
        "frame_sek",
        "conflicts",
        "earlier_visits",
        "contact_person_appointed",
    ],
)
def test_what_is_not_the_submitters_is_kept(name: str) -> None:
    assert name in KEPT
