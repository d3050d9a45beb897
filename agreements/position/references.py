"""The number of a proposal, from its usual spellings to the one that is stored.

"KOM (2021)811 slutlig", "com/2021/811" and "52021PC0811" are all COM(2021) 811.
"""

from __future__ import annotations

import re

SPACES = re.compile(r"\s+")
DASHES = re.compile("[\u2010-\u2015\u2212]")
# Documents of the institutions; the Swedish series have the same numbers.
SERIES = {"KOM": "COM", "SEK": "SEC", "COM": "COM", "SWD": "SWD", "SEC": "SEC", "JOIN": "JOIN"}
DOCUMENT = re.compile(r"(KOM|COM|SWD|SEC|SEK|JOIN)[ /.]*\(?(\d{4})\)?[ /.,-]*0*(\d{1,4})\b")
# How the same documents are numbered in EUR-Lex.
CELEX = re.compile(r"(?:CELEX[: ]*)?5(\d{4})(PC|DC|SC|JC)0*(\d{1,4})")
OF_CELEX = {"PC": "COM", "DC": "COM", "SC": "SWD", "JC": "JOIN"}
PROCEDURE = re.compile(r"(\d{4})/0*(\d{1,4})[ /(\[]*(COD|CNS|NLE|APP|INI|RSP|BUD|AVC)\b")
# Acts in force: (EU) 2021/1119, 2008/50/EG.
ACT = re.compile(r"\(?(EU|EG|EC|EEG|EEC)\)?(?: NR| NO)? ?(\d{4})/(\d{1,4})")
OLDER_ACT = re.compile(r"\b(\d{4})/(\d{1,4})/(EU|EG|EC|EEG|EEC)\b")
IN_SWEDISH = {"EC": "EG", "EEC": "EEG"}


def normal(text: str) -> str:
    """Return a number in the one form that it is stored in.

    What has no form that we know is kept as it is written, with single spaces.
    """
    kept = SPACES.sub(" ", DASHES.sub("-", text)).strip()
    upper = kept.upper()
    if found := DOCUMENT.search(upper):
        return f"{SERIES[found[1]]}({found[2]}) {found[3]}"
    if found := CELEX.search(upper):
        return f"{OF_CELEX[found[2]]}({found[1]}) {found[3]}"
    if found := PROCEDURE.search(upper):
        return f"{found[1]}/{int(found[2]):04}({found[3]})"
    if found := OLDER_ACT.search(upper):
        return f"{found[1]}/{found[2]}/{IN_SWEDISH.get(found[3], found[3])}"
    if found := ACT.search(upper):
        return f"({IN_SWEDISH.get(found[1], found[1])}) {found[2]}/{found[3]}"
    return kept
