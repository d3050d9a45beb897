"""What may be added as a document: known by its content, small, and with nothing that runs."""

from __future__ import annotations

import hashlib
import re
import struct
import unicodedata
import zipfile
import zlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any, BinaryIO
from uuid import uuid4

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from engagements import reading
from engagements.models import Document, Engagement, StoredFile, User
from engagements.timeline import record
from engagements.vocabulary import DocumentKind

MB = 1024 * 1024
LARGEST = 10 * MB
LARGEST_UNPACKED = 50 * MB
LARGEST_RATIO = 100
MOST_MEMBERS = 2000
MOST_PIXELS = 50_000_000
LONGEST_NAME = 120
OFFICE = "application/vnd.openxmlformats-officedocument."
OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
TYPES = {
    "pdf": "application/pdf",
    "jpg": "image/jpeg",
    "png": "image/png",
    "docx": f"{OFFICE}wordprocessingml.document",
    "xlsx": f"{OFFICE}spreadsheetml.sheet",
    "odt": f"{OPEN_DOCUMENT}text",
    "ods": f"{OPEN_DOCUMENT}spreadsheet",
}
MAIN_PARTS = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx"}
MACROS = re.compile(
    r"vbaproject|vbadata|activex|^basic/|^scripts/|/macrosheets/"
    r"|(?<!printersettings\d)(?<!printersettings\d\d)\.bin$"  # Excel keeps its printers so
    r"|\.(exe|dll|com|scr|msi|jar|js|jse|vbs|vbe|wsf|hta|bat|cmd|ps1|lnk"
    r"|docm|dotm|xlsm|xltm|xlam|xlsb|pptm)$",
    re.I,
)
CONTENT_TYPES = "[Content_Types].xml"
LARGEST_CONTENT_TYPES = 1 * MB
UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    ValueError,
    EOFError,
)
MACRO_TYPES = re.compile(r"macroenabled|vbaproject|macrosheet|activex|ms-office\.vba", re.I)
JPEG_SIZES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}


class Refused(Exception):
    """The file can't be taken in; the sentence says why."""


@dataclass(frozen=True)
class Checked:
    """What a file was found to be."""

    name: str
    ending: str
    media_type: str
    size: int
    sha256: str


@transaction.atomic
def add(
    engagement: Engagement,
    *,
    upload: UploadedFile,
    kind: DocumentKind,
    personal_data: bool,
    by: User,
    at: datetime,
) -> Document:
    """Check a file and keep it under a name of our own. Raises Refused."""
    row = Document(engagement=engagement, kind=str(kind), personal_data=personal_data)
    keep(row, check(upload), upload=upload, by=by, at=at)
    reading.expect(row, at=at)
    record(engagement, "document_added", by=by, at=at, name=row.name)
    return row


def keep(
    row: StoredFile, checked: Checked, *, upload: UploadedFile, by: User, at: datetime
) -> None:
    """Keep a file that has been checked; the caller is in a transaction."""
    row.name, row.media_type = checked.name, checked.media_type
    row.size, row.sha256 = checked.size, checked.sha256
    row.added_by, row.added_at = by, at
    upload.seek(0)
    row.file.save(f"{uuid4()}.{checked.ending}", upload, save=False)
    row.save()


def check(upload: UploadedFile) -> Checked:
    """Return what an upload is. Raises Refused with a sentence for the person."""
    size = upload.size or 0
    if size == 0:
        raise Refused(_("Filen är tom."))
    if size > LARGEST:
        mb = -(-size // MB)
        raise Refused(_("Filen är %(mb)s MB. Den får vara högst 10 MB.") % {"mb": mb})
    stream: Any = upload.file
    ending = _kind_of(stream)
    stream.seek(0)
    digest = hashlib.sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    name = clean_name(upload.name or "", ending)
    return Checked(name, ending, TYPES[ending], size, digest.hexdigest())


def clean_name(name: str, ending: str) -> str:
    """Return a name without folders, hidden characters or an ending that lies."""
    last = PurePosixPath(name.replace("\\", "/")).name
    seen = unicodedata.normalize("NFC", last)
    seen = "".join(c for c in seen if unicodedata.category(c)[0] != "C")
    seen = re.sub(r'[<>:"|?*]+', " ", seen)
    stem = seen.rpartition(".")[0] or seen
    stem = " ".join(stem.split()).strip(". ")[:LONGEST_NAME]
    return f"{stem or 'handling'}.{ending}"


def _unknown() -> Refused:
    return Refused(_("Filen går inte att ta emot. Använd PDF, Word, Excel eller bild."))


def _kind_of(stream: BinaryIO) -> str:
    stream.seek(0)
    head = stream.read(16)
    if head.startswith(b"%PDF-"):
        return "pdf"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        _check_pixels(_png_size(stream))
        return "png"
    if head.startswith(b"\xff\xd8\xff"):
        _check_pixels(_jpeg_size(stream))
        return "jpg"
    if head.startswith(b"PK\x03\x04"):
        return _packed_kind(stream)
    raise _unknown()


def _check_pixels(size: tuple[int, int]) -> None:
    width, height = size
    if not width or not height:
        raise _unknown()
    if width * height > MOST_PIXELS:
        raise Refused(_("Bilden har för många bildpunkter. Minska den och försök igen."))


def _png_size(stream: BinaryIO) -> tuple[int, int]:
    stream.seek(12)
    head = stream.read(12)
    if len(head) < 12 or head[:4] != b"IHDR":
        raise _unknown()
    width, height = struct.unpack(">II", head[4:])
    return width, height


def _jpeg_size(stream: BinaryIO) -> tuple[int, int]:
    """Walk the segments to the one that holds the size."""
    stream.seek(2)
    while len(head := stream.read(4)) == 4 and head[0] == 0xFF:
        (length,) = struct.unpack(">H", head[2:])
        if head[1] in JPEG_SIZES:
            body = stream.read(5)
            if len(body) < 5:
                break
            height, width = struct.unpack(">HH", body[1:])
            return width, height
        stream.seek(max(length - 2, 0), 1)
    raise _unknown()


def _packed_kind(stream: BinaryIO) -> str:
    """Read the list of members alone; nothing is unpacked but a mimetype of some bytes."""
    stream.seek(0)
    try:
        with zipfile.ZipFile(stream) as archive:
            members = archive.infolist()
            _check_members(members)
            names = {member.filename for member in members}
            for part, ending in MAIN_PARTS.items():
                if part in names and CONTENT_TYPES in names:
                    _check_content_types(archive)
                    return ending
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                media_type = archive.read("mimetype").decode("ascii", "replace").strip()
                for ending in ("odt", "ods"):
                    if media_type == TYPES[ending]:
                        return ending
    except UNREADABLE:
        raise _unknown() from None
    raise _unknown()


def _check_members(members: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    too_much = len(members) > MOST_MEMBERS or unpacked > LARGEST_UNPACKED
    if too_much or unpacked > LARGEST_RATIO * max(packed, 1):
        raise Refused(_("Filen innehåller för mycket när den packas upp."))
    if any(MACROS.search(member.filename) for member in members):
        raise _runs()


def _check_content_types(archive: zipfile.ZipFile) -> None:
    """Read what the parts say that they are: a macro can lie under any name."""
    if archive.getinfo(CONTENT_TYPES).file_size > LARGEST_CONTENT_TYPES:
        raise _unknown()
    listed = archive.read(CONTENT_TYPES)
    # In UTF-16 every second byte is nought; a reader of XML sees past them, and so do we.
    if MACRO_TYPES.search(listed.replace(b"\0", b"").decode("latin-1")):
        raise _runs()


def _runs() -> Refused:
    return Refused(_("Filen innehåller makron eller inbäddade program. Spara den utan."))
