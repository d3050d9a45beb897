"""The ledger shows every change, to us and to those who only have the export and the anchors."""

import hashlib
import json
import subprocess
import sys
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from deploy import verify_ledger
from engagements.vocabulary import Outcome, RoleName
from governance import ledger
from governance.actions.deciding import decide
from tests.rows import NOON, organisation, person, visit, waiting
from tests.truncation import behind_the_triggers

ROOT = Path(__file__).resolve().parents[2]
# Composed and decomposed letters, quotes, control characters and beyond the first plane.
TEXTS = st.text('abÅÖ\u030a\u0301é \n\t"\\\x7f\u2028🙂', max_size=20)
KEYS = st.text("abcdefghij_0123456789", min_size=1, max_size=8)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


def write(entries=5):
    """Fill the ledger; returns the anchor line published after all but the last entry."""
    engagement = visit()
    for number in range(entries):
        if number == entries - 1:
            line = str(ledger.anchor(day=NOON.date(), at=NOON))
        ledger.append(
            "advised", engagement=engagement, body={"no": f"BES-{number}", "outcome": "accepted"}
        )
    return line


def outsiders(anchors):
    """Return what the standalone verifier finds in an export made now."""
    lines = [json.dumps(entry) for entry in ledger.export()]
    return verify_ledger.verify(lines, anchors)[1]


def rehash():
    """Make the whole chain consistent again, as an attacker with the database can."""
    behind_the_triggers(
        """
        do $$
        declare e record; h bytea := ledger.genesis('utblick'); n bigint := 0;
        begin
            for e in select * from ledger.entry order by seq loop
                n := n + 1;
                update ledger.entry set seq = n, prev_hash = h,
                    hash = ledger.link(h, n, recorded_at, body) where seq = e.seq;
                select hash into h from ledger.entry where seq = n;
            end loop;
            update ledger.head set seq = n, hash = h;
        end $$
        """
    )


@given(st.dictionaries(KEYS, VALUES, max_size=5))
def test_a_canonical_body_has_one_written_form(body):
    text = ledger.canonical(body)

    assert ledger.canonical(json.loads(text)) == text
    assert ledger.canonical(dict(reversed(body.items()))) == text


@pytest.mark.parametrize(
    "body",
    [
        {"a": 0.1},
        {"Å": 1},
        {"A": 1},
        {"": 1},
        {1: 1},
        {"a": [{"b": 1.0}]},
        {"a": {1, 2}},
        {"a": "\x00"},
    ],
)
def test_what_could_be_written_in_two_ways_is_refused(body):
    with pytest.raises(ledger.NotCanonical):
        ledger.canonical(body)


@given(st.lists(st.binary(min_size=32, max_size=32), max_size=40))
def test_both_merkle_trees_follow_the_definition(leaves):
    def root(values):
        if not values:
            return hashlib.sha256(b"").digest()
        if len(values) == 1:
            return hashlib.sha256(b"\x00" + values[0]).digest()
        split = 1 << (len(values) - 1).bit_length() - 1
        return hashlib.sha256(b"\x01" + root(values[:split]) + root(values[split:])).digest()

    ours, theirs = ledger.Tree(), verify_ledger.Chain("x")
    for seq, leaf in enumerate(leaves, start=1):
        ours.add(leaf)
        theirs.add(seq, leaf)

    assert (ours.root(), theirs.root()) == (root(leaves).hex(), root(leaves))


@pytest.mark.django_db
def test_a_sound_ledger_is_sound_to_both_verifiers():
    line = write()

    assert ledger.verify() == ledger.verify([line]) == outsiders([line]) == []
    assert [entry["seq"] for entry in ledger.export()] == [1, 2, 3, 4, 5]


@pytest.mark.django_db
def test_an_entry_names_its_engagement_and_commits_to_its_secrets():
    engagement = visit()
    seq = ledger.append(
        "advised", engagement=engagement, body={"no": "BES-1"}, secret={"grounds": "Därför."}
    )
    (entry,) = ledger.export()
    body = json.loads(entry["body"])

    assert (seq, body["item"], body["kind"]) == (1, engagement.number, "advised")
    assert "Därför" not in entry["body"]
    assert ledger.reveal(seq) == {"grounds": "Därför."}
    with connection.cursor() as cursor:
        cursor.execute("select salt, value from ledger.secret")
        salt, value = cursor.fetchone()
    assert body["secret"]["grounds"]["commit"] == ledger.commitment(bytes(salt), value)


@pytest.mark.django_db
@pytest.mark.parametrize("secret", [False, True])
def test_a_destroyed_secret_leaves_a_sound_chain_that_tells_of_it(secret):
    engagement, other = visit(secret=secret), visit("Kvar")
    for row in (engagement, other):
        ledger.append("message", engagement=row, body={}, secret={"grounds": "Därför."})

    ledger.destroy(engagement, rule="Gallringsbeslut 7", by=person())

    assert (ledger.reveal(1), ledger.verify(), outsiders([])) == ({}, [], [])
    assert ledger.reveal(2) == {"grounds": "Därför."}
    told = list(ledger.export())[-1]["body"] if not secret else ledger.reveal(3)["body"]
    body = json.loads(told)
    assert (body["kind"], body["rule"], body["entries"]) == ("destroyed", "Gallringsbeslut 7", [1])
    assert ledger.reveal(3)["by"] == person().name


@pytest.mark.django_db
@pytest.mark.parametrize(("secret", "field"), [(False, "grounds"), (True, "body")])
def test_a_secret_that_vanished_untold_is_named(secret, field):
    ledger.append("message", engagement=visit(secret=secret), body={}, secret={"grounds": "X"})
    with connection.cursor() as cursor:
        cursor.execute("delete from ledger.secret")

    named = f"utblick: the text {field} of entry 1 is gone, and no entry tells why"
    assert ledger.verify() == [named]


@pytest.mark.django_db
def test_a_secret_engagement_tells_nothing_in_the_chain():
    engagement = visit(secret=True)
    ledger.append("advised", engagement=engagement, body={"outcome": "declined"})
    (entry,) = ledger.export()

    assert set(json.loads(entry["body"])) == {"v", "sealed"}
    assert json.loads(ledger.reveal(1)["body"])["item"] == engagement.number


@pytest.mark.django_db
@pytest.mark.parametrize(
    "sql",
    [
        "update ledger.entry set body = '{}'",
        "delete from ledger.entry",
        "truncate ledger.entry cascade",
        "update governance_anchor set root = ''",
        "delete from governance_anchor",
        "update ledger.secret set value = 'x'",
    ],
)
def test_the_ledger_cannot_be_changed(sql):
    write()
    ledger.append("advised", engagement=visit("Till"), body={}, secret={"by": "Amina"})

    with (
        pytest.raises(IntegrityError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)


@pytest.mark.django_db
def test_nobody_chooses_an_entrys_place_time_or_hash():
    write(2)
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into ledger.entry (chain, seq, body, prev_hash, hash, recorded_at)"
            " values ('utblick', 99, '{}', 'x', 'y', '2001-01-01') returning seq, recorded_at"
        )
        seq, recorded_at = cursor.fetchone()

    assert (seq, recorded_at.year > 2001, ledger.verify()) == (3, True, [])


EDIT = """update ledger.entry set body = replace(body, 'accepted', 'declined') where seq = 2"""
ATTACKS = {
    "edited": [EDIT],
    "removed": ["delete from ledger.entry where seq = 3"],
    "cut": [
        "delete from ledger.entry where seq > 3",
        "update ledger.head set seq = 3, hash = (select hash from ledger.entry where seq = 3)",
    ],
    "swapped": [
        "update ledger.entry set seq = 99 where seq = 2",
        "update ledger.entry set seq = 2 where seq = 3",
        "update ledger.entry set seq = 3 where seq = 99",
    ],
}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("attack", "named"),
    [
        ("edited", "entry 2 does not match its hash"),
        ("removed", "entry 4 follows 2, so entries are missing"),
        ("cut", "entry 4, anchored on 2026-11-23, is gone"),
        ("swapped", "entry 2 does not match its hash"),
    ],
)
def test_both_verifiers_name_what_was_changed(attack, named):
    line = write()
    for sql in ATTACKS[attack]:
        behind_the_triggers(sql)

    assert named in ledger.verify([line])[0]
    assert named in outsiders([line])[0]


@pytest.mark.django_db
@pytest.mark.parametrize("attack", ["edited", "removed", "swapped"])
def test_a_rehashed_chain_is_named_by_the_published_anchor_alone(attack):
    line = write()
    for sql in ATTACKS[attack]:
        behind_the_triggers(sql)
    rehash()

    named = ["utblick: entry 4 differs from the anchor of 2026-11-23"]
    assert (ledger.verify([]), outsiders([])) == ([], [])
    assert (ledger.verify([line]), outsiders([line])) == (named, named)


@pytest.mark.django_db
def test_a_chain_cut_after_its_last_anchor_shows_in_the_head():
    line = write()
    behind_the_triggers("delete from ledger.entry where seq = 5")

    assert ledger.verify([line]) == ["utblick: the head says 5 entries, the chain has 4"]


@pytest.mark.django_db
def test_a_day_has_one_anchor():
    line = write()

    assert str(ledger.anchor(day=NOON.date(), at=NOON + timedelta(hours=1))) == line
    assert ledger.anchor(day=NOON.date() + timedelta(days=1), at=NOON).seq == 5


@pytest.mark.django_db
def test_an_empty_ledger_is_sound_and_can_be_anchored():
    line = str(ledger.anchor(day=NOON.date(), at=NOON))

    assert (ledger.verify(), outsiders([line])) == ([], [])


@pytest.mark.django_db
def test_the_commands_and_the_standalone_program_agree(tmp_path):
    write()
    export, anchors = tmp_path / "export.jsonl", tmp_path / "anchors.txt"
    outs = [StringIO(), StringIO(), StringIO()]
    call_command("export_ledger", stdout=outs[0])
    call_command("anchor_ledger", stdout=outs[1])
    export.write_text(outs[0].getvalue(), "utf-8")
    anchors.write_text(outs[1].getvalue(), "utf-8")
    call_command("verify_ledger", anchors=anchors, stdout=outs[2])
    program = [sys.executable, str(ROOT / "deploy" / "verify_ledger.py"), str(export), str(anchors)]
    told = subprocess.run(program, capture_output=True, text=True, check=True).stdout

    assert outs[2].getvalue() == "OK\n"
    assert told.splitlines() == [outs[1].getvalue().split(" ", 1)[1].strip(), "OK"]


@pytest.mark.django_db
def test_the_command_fails_with_what_was_changed():
    write()
    behind_the_triggers(EDIT)

    with pytest.raises(CommandError, match="entry 2 does not match its hash"):
        call_command("verify_ledger")


def test_the_standalone_program_tells_what_it_finds_and_cannot_read(tmp_path, capsys):
    broken = tmp_path / "export.jsonl"
    broken.write_text(
        json.dumps({"chain": "x", "seq": 1, "recorded_at": "", "body": "", "hash": "00"})
    )

    codes = [verify_ledger.main([str(broken)]), verify_ledger.main([str(tmp_path / "none")])]

    assert (codes, verify_ledger.main([])) == ([1, 2], 2)
    assert "x: entry 1 does not match its hash" in capsys.readouterr().out


@pytest.mark.django_db(transaction=True)
def test_an_entry_is_written_with_what_it_tells_of_or_not_at_all():
    engagement = visit()
    with pytest.raises(ledger.OutsideTransaction):
        ledger.append("advised", engagement=engagement, body={})
    with transaction.atomic():
        ledger.append("advised", engagement=engagement, body={})
        transaction.set_rollback(True)
    with transaction.atomic():
        seq = ledger.append("advised", engagement=engagement, body={})

    assert (seq, ledger.verify()) == (1, [])


def decided(*, secret=False):
    """Return a decision made as the site makes it."""
    return decide(
        waiting(secret=secret),
        outcome=Outcome.DECLINED,
        grounds=" Vi hinner inte. ",
        organisation=organisation(),
        role=RoleName.CONTACT_PERSON,
        by=person(),
        at=NOON,
    )


@pytest.mark.django_db
@pytest.mark.parametrize("secret", [False, True])
@pytest.mark.parametrize(
    ("sql", "named"),
    [
        ("set outcome = 'accepted'", "differs in outcome"),
        ("set task = 'coordinates'", "differs in task"),
        ("set departure = true", "differs in departure"),
        ("set cost_sek = 1", "differs in cost_sek"),
        ("set role = 'deputy'", "differs in role"),
        ("set at = at + interval '1 second'", "differs in at"),
        ("set grounds = 'X'", "differs in grounds"),
        ("set organisation_id = %(organisation)s", "differs in organisation"),
        ("set by_id = %(person)s", "differs in by"),
        ("set engagement_id = %(visit)s", "differs in engagement"),
    ],
)
def test_each_changed_field_of_a_decision_is_named(secret, sql, named):
    decision = decided(secret=secret)
    others = {
        "organisation": organisation("UTBF").pk,
        "person": person("Bo Ek").pk,
        "visit": visit("Annat").pk,
    }
    assert ledger.verify() == []
    behind_the_triggers(f"update governance_decision {sql}", others)

    assert ledger.verify() == [f"utblick: entry 1: decision {decision.number} {named}"]


@pytest.mark.django_db
@pytest.mark.parametrize("secret", [False, True])
@pytest.mark.parametrize(
    ("sql", "named"),
    [
        (
            "update governance_decision set number = 'B-9'",
            "entry 1: decision B-9 differs in number",
        ),
        ("delete from governance_decision", "entry 1: decision {} is gone"),
        ("update governance_decision set ledger_seq = 9", "decision {} has no entry"),
        ("update ledger.secret set value = 'X' where field = 'grounds'", "the text grounds"),
        ("update ledger.secret set value = 'X' where field = 'body'", "the text body"),
    ],
)
def test_a_decision_and_an_entry_without_each_other_are_named(secret, sql, named):
    decision = decided(secret=secret)
    behind_the_triggers(sql)

    found = "\n".join(ledger.verify())
    assert (named.format(decision.number) in found) == (secret or "body" not in named)


@pytest.mark.django_db
@pytest.mark.parametrize("secret", [False, True])
def test_a_decision_whose_secrets_are_destroyed_stays_sound(secret):
    decision = decided(secret=secret)
    ledger.destroy(decision.engagement, rule="Gallringsbeslut 7", by=person())

    assert ledger.verify() == []
