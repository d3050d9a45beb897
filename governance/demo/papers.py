"""Papers of the invented city: a page that can be read, with the same bytes each time."""

from __future__ import annotations


def one_page(title: str, *lines: str) -> bytes:
    """Return a PDF with a heading and some lines under it."""
    said = [f"BT /F1 18 Tf 72 760 Td ({title}) Tj ET"]
    said += [f"BT /F1 11 Tf 72 {720 - 18 * n} Td ({line}) Tj ET" for n, line in enumerate(lines)]
    content = "\n".join(said).encode("cp1252")
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/Lang(sv)>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        page + b"/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>",
        font,
        b"<</Length %d>>stream\n%b\nendstream" % (len(content), content),
    ]
    made, places = b"%PDF-1.4\n", []
    for number, told in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj%b\nendobj\n" % (number, told)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = (
        b"xref\n0 6\n0000000000 65535 f \n%btrailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    )
    return made + end % (table, len(made))
