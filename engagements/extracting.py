"""The words of a file, and nothing else: run as a program that may be stopped.

    python -m engagements.extracting < file > words

It knows nothing of the site, takes as much memory and time as it is given, and leaves with 1 when
the file can't be read. Who sent the file may have meant it to be hard to read.
"""

from __future__ import annotations

import io
import re
import resource
import sys
import zipfile
from html import unescape

from pypdf import PdfReader

MB = 1024 * 1024
MOST_PAGES = 300
# Of UTF-8: PostgreSQL's list of a text's words may take a megabyte, and no text is so dense.
MOST_BYTES = 300_000
# Of each part of an office document.
LARGEST_PART = 20 * MB
MEMORY = 1024 * MB
SECONDS = 20
PARTS = re.compile(
    r"word/(?:document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml"
    r"|xl/sharedStrings\.xml|xl/worksheets/[^/]+\.xml|content\.xml"
)
# Where a paragraph, a cell or a line ends; and what was struck out, or is an instruction.
ENDS = re.compile(r"</(?:w:p|w:tc|text:p|text:h|si|is)>|<(?:w:br|w:tab|text:line-break|text:tab)\b")
UNSAID = re.compile(r"<(w:delText|w:instrText|v|f)\b[^>]*>[^<]*</\1>")
TAGS = re.compile(r"<[^>]*>")


def words_of(content: bytes) -> str:
    """Return the words of a PDF, or of a text or a workbook in an open format."""
    said = _of_pdf(content) if content.startswith(b"%PDF-") else _of_parts(content)
    # PostgreSQL keeps no NUL, and a lonely half of a pair is no letter.
    whole = said.replace("\0", "").encode("utf-8", "ignore")[:MOST_BYTES]
    lines = whole.decode("utf-8", "ignore").splitlines()
    return "\n".join(" ".join(line.split()) for line in lines)


def _of_pdf(content: bytes) -> str:
    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        raise ValueError("locked")
    told: list[str] = []
    length = 0
    for number in range(min(len(reader.pages), MOST_PAGES)):
        told.append(reader.pages[number].extract_text())
        length += len(told[-1])
        if length > MOST_BYTES:
            break
    return "\n".join(told)


def _of_parts(content: bytes) -> str:
    told: list[str] = []
    length = 0
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in filter(PARTS.fullmatch, archive.namelist()):
            with archive.open(name) as part:
                said = part.read(LARGEST_PART).decode("utf-8", "replace")
            marked = ENDS.sub(lambda end: f"\n{end.group()}", UNSAID.sub("", said))
            told.append(unescape(TAGS.sub("", marked)))
            length += len(told[-1])
            if length > MOST_BYTES:
                break
    return "\n".join(told)


def main() -> int:
    """Read a file from the standard input and write its words; 1 when it can't be read."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    try:
        said = words_of(sys.stdin.buffer.read())
    except Exception as error:  # a file of somebody else's can be wrong in any way
        sys.stderr.write(type(error).__name__)
        return 1
    sys.stdout.buffer.write(said.encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
