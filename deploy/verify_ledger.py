#!/usr/bin/env python3
"""Verify an exported ledger without Utblick: ``verify_ledger.py EXPORT.jsonl [ANCHORS.txt]``.

Standard library alone, Python 3.9 or later. EXPORT holds one entry a line, as
``manage.py export_ledger`` writes it. ANCHORS holds published lines: day, chain, number of
entries, hash of the last, root of all. Ends with 0 when all is well, 1 when something was changed
and 2 when a file can't be read. Take the anchors from where they were published, never from the
one you are checking.
"""

from __future__ import annotations

import hashlib
import json
import struct
import sys
from collections.abc import Iterable
from typing import Any


def digest(*parts: bytes) -> bytes:
    """SHA-256 over the parts, one after the other."""
    return hashlib.sha256(b"".join(parts)).digest()


class Chain:
    """What is known of one chain after the entries read so far."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.seq = 0
        self.head = digest(name.encode(), b":genesis")
        self.peaks: list[tuple[int, bytes]] = []  # (leaves below, hash), largest first

    def link(self, entry: dict[str, Any]) -> bytes:
        """Return the hash that the entry should have after the head."""
        return digest(
            b"\x00",
            self.head,
            struct.pack(">q", entry["seq"]),
            entry["recorded_at"].encode(),
            b"\n",
            entry["body"].encode(),
        )

    def add(self, seq: int, value: bytes) -> None:
        """Go on from an entry with this number and hash."""
        self.seq, self.head = seq, value
        leaves, node = 1, digest(b"\x00", value)
        while self.peaks and self.peaks[-1][0] == leaves:
            node = digest(b"\x01", self.peaks.pop()[1], node)
            leaves *= 2
        self.peaks.append((leaves, node))

    def root(self) -> bytes:
        """Return the Merkle root over all entries so far (RFC 9162)."""
        if not self.peaks:
            return digest()
        node = self.peaks[-1][1]
        for _leaves, left in reversed(self.peaks[:-1]):
            node = digest(b"\x01", left, node)
        return node


def read_anchors(lines: Iterable[str]) -> dict[tuple[str, int], list[tuple[str, str, str]]]:
    """Return {(chain, seq): [(day, hash, root)]}."""
    anchors: dict[tuple[str, int], list[tuple[str, str, str]]] = {}
    for line in lines:
        if line.strip():
            day, chain, seq, head, root = line.split()
            anchors.setdefault((chain, int(seq)), []).append((day, head, root))
    return anchors


def verify(lines: Iterable[str], anchors: Iterable[str]) -> tuple[dict[str, Chain], list[str]]:
    """Return (chains by name, what is wrong) for an export and published anchor lines.

    A chain is followed by the hashes it claims, so that one changed entry is named alone.
    """
    wanted = read_anchors(anchors)
    chains: dict[str, Chain] = {}
    wrong: list[str] = []
    for line in lines:
        if not line.strip():
            continue
        entry = json.loads(line)
        chain = chains.setdefault(entry["chain"], Chain(entry["chain"]))
        name = "{}: entry {}".format(chain.name, entry["seq"])
        if entry["seq"] != chain.seq + 1:
            wrong.append(f"{name} follows {chain.seq}, so entries are missing")
        elif chain.link(entry).hex() != entry["hash"]:
            wrong.append(name + " does not match its hash")
        chain.add(entry["seq"], bytes.fromhex(entry["hash"]))
        for day, head, root in wanted.pop((chain.name, entry["seq"]), []):
            if (head, root) != (chain.head.hex(), chain.root().hex()):
                wrong.append(f"{name} differs from the anchor of {day}")
    for (chain_name, seq), found in sorted(wanted.items()):
        for day, _head, _root in found if seq else []:
            wrong.append(f"{chain_name}: entry {seq}, anchored on {day}, is gone")
    return chains, wrong


def read(path: str) -> list[str]:
    """Return the lines of a file, written in UTF-8."""
    with open(path, encoding="utf-8") as file:
        return file.read().split("\n")


def main(arguments: list[str]) -> int:
    """Verify, tell, and return the exit code."""
    if len(arguments) not in (1, 2):
        print(__doc__, file=sys.stderr)
        return 2
    try:
        lines = read(arguments[0])
        anchors = read(arguments[1]) if len(arguments) == 2 else []
        chains, wrong = verify(lines, anchors)
    except (OSError, ValueError, KeyError, TypeError) as error:
        print(f"Cannot be read: {error!r}", file=sys.stderr)
        return 2
    for chain in chains.values():
        print(chain.name, chain.seq, chain.head.hex(), chain.root().hex())
    print("\n".join(["CHANGED", *wrong]) if wrong else "OK")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
