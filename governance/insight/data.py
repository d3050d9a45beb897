"""The open books as data: columns with stable names, CSV and JSON, and their description."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Model, Q
from django.utils.translation import gettext_lazy as _

from engagements.forms.base import Words
from governance.insight import reading
from governance.models.insight import PublicDecision, PublicFee, PublicItem

LICENCE = "http://publications.europa.eu/resource/authority/licence/CC0"
THEME = "http://publications.europa.eu/resource/authority/data-theme/GOVE"
DAILY = "http://publications.europa.eu/resource/authority/frequency/DAILY"
LANGUAGE = "http://publications.europa.eu/resource/authority/language/SWE"
FILE_TYPE = "http://publications.europa.eu/resource/authority/file-type/"
PUBLIC_ACCESS = "http://publications.europa.eu/resource/authority/access-right/PUBLIC"
MEDIA = {"csv": "text/csv", "json": "application/json"}
# A spreadsheet reads these as the start of a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\n", "\r", "＝", "＋", "－", "＠")


@dataclass(frozen=True)
class Dataset:
    """One set of rows. year: the column that says which year a row belongs to."""

    name: str
    title: Words
    about: Words
    model: type[Model]
    columns: tuple[str, ...]
    year: str

    def rows(self, year: int | None) -> Iterator[dict[str, Any]]:
        """Give the rows of a year, or all, in the order of their keys."""
        chosen = Q(**{self.year: year}) if year else Q()
        for row in reading.rows_of(self.model, chosen):
            yield {column: _plain(getattr(row, column)) for column in self.columns}


DATASETS = {
    made.name: made
    for made in (
        Dataset(
            "arenden",
            _("Ärenden"),
            _("Vad som beslutades, vad det kostade och vad det gav, en rad per ärende."),
            PublicItem,
            (
                "number",
                "year",
                "kind",
                "title",
                "organisation_code",
                "organisation_sv",
                "organisation_en",
                "counterpart",
                "country",
                "directions",
                "goals",
                "sdgs",
                "starts_on",
                "ends_on",
                "decided_on",
                "body_sv",
                "body_en",
                "outcome",
                "outcome_sv",
                "outcome_en",
                "decided_sek",
                "outcome_sek",
                "replaced",
                "withdrawn",
                "gain",
                "register",
                "next_review_on",
                "masks",
            ),
            "year",
        ),
        Dataset(
            "beslut",
            _("Beslut"),
            _("Varje beslut för sig, även de som har ersatts."),
            PublicDecision,
            (
                "number",
                "item_id",
                "task",
                "decided_on",
                "body_sv",
                "body_en",
                "outcome",
                "outcome_sv",
                "outcome_en",
                "cost_sek",
                "superseded_by",
            ),
            "decided_on__year",
        ),
        Dataset(
            "avgifter",
            _("Medlemsavgifter"),
            _("Vad varje medlemskap kostar per år."),
            PublicFee,
            ("id", "item_id", "year", "fee_sek"),
            "year",
        ),
    )
}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | datetime) else value


def as_csv(dataset: Dataset, year: int | None) -> Iterator[str]:
    """Give a file line by line: commas, quotes and UTF-8, as RFC 4180 says. Formulas are inert."""
    yield _line(dataset.columns)
    for row in dataset.rows(year):
        yield _line(tuple(_cell(value) for value in row.values()))


def _line(cells: tuple[str, ...]) -> str:
    target = io.StringIO()
    csv.writer(target, lineterminator="\r\n").writerow(cells)
    return target.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return " ".join(map(str, value))
    if isinstance(value, dict):
        return " ".join(f"{part}={section}" for part, section in value.items())
    text = str(value)
    return f"'{text}" if text.lstrip().startswith(FORMULA) else text


def as_json(dataset: Dataset, year: int | None) -> Iterator[str]:
    """Give a JSON array, a row at a time."""
    before = "[\n"
    for row in dataset.rows(year):
        yield before + json.dumps(row, ensure_ascii=False)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


WRITERS = {"csv": as_csv, "json": as_json}


def described(base: str, *, modified: datetime | None, years: list[int]) -> dict[str, Any]:
    """Return the catalogue as DCAT-AP in JSON-LD. base: the address of the data's page."""
    publisher = {
        "@id": "https://start.stockholm/",
        "@type": ["foaf:Agent", "foaf:Organization"],
        "foaf:name": [_in("sv", "Stockholms stad"), _in("en", "City of Stockholm")],
    }
    sets = [_dataset(base, made, publisher, modified, years) for made in DATASETS.values()]
    return {
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dcterms": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "vcard": "http://www.w3.org/2006/vcard/ns#",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@id": f"{base}dcat.jsonld#katalog",
        "@type": "dcat:Catalog",
        "dcterms:title": [
            _in("sv", "Stockholms stads internationella arbete"),
            _in("en", "The City of Stockholm’s international work"),
        ],
        "dcterms:description": [
            _in("sv", "Vad staden beslutade, vad det kostade och vad det gav."),
            _in("en", "What the city decided, what it cost and what it gave."),
        ],
        "dcterms:publisher": publisher,
        "dcterms:language": {"@id": LANGUAGE},
        "dcterms:license": {"@id": LICENCE},
        "foaf:homepage": {"@id": base},
        "dcat:themeTaxonomy": {"@id": THEME.rsplit("/", 1)[0]},
        "dcat:dataset": sets,
    } | _modified(modified)


def _in(language: str, text: str) -> dict[str, str]:
    return {"@language": language, "@value": text}


def _modified(moment: datetime | None) -> dict[str, Any]:
    if moment is None:
        return {}
    return {"dcterms:modified": {"@type": "xsd:dateTime", "@value": moment.isoformat()}}


def _dataset(
    base: str,
    made: Dataset,
    publisher: dict[str, Any],
    modified: datetime | None,
    years: list[int],
) -> dict[str, Any]:
    files: list[tuple[str, str]] = [(made.name, "")]
    files += [(f"{year}/{made.name}", f" {year}") for year in years]
    return {
        "@id": f"{base}dcat.jsonld#{made.name}",
        "@type": "dcat:Dataset",
        "dcterms:title": [_in("sv", str(made.title))],
        "dcterms:description": [_in("sv", str(made.about))],
        "dcterms:identifier": f"{base}{made.name}",
        "dcterms:publisher": {"@id": publisher["@id"]},
        "dcterms:language": {"@id": LANGUAGE},
        "dcterms:accessRights": {"@id": PUBLIC_ACCESS},
        "dcterms:accrualPeriodicity": {"@id": DAILY},
        "dcat:theme": {"@id": THEME},
        "dcat:keyword": [_in("sv", word) for word in ("beslut", "kostnader", "internationellt")],
        "dcat:distribution": [
            _distribution(base, made, path, of, form) for path, of in files for form in MEDIA
        ],
    } | _modified(modified)


def _distribution(base: str, made: Dataset, path: str, of: str, form: str) -> dict[str, Any]:
    address = f"{base}{path}.{form}"
    return {
        "@id": address,
        "@type": "dcat:Distribution",
        "dcterms:title": [_in("sv", f"{made.title}{of}, {form.upper()}")],
        "dcat:accessURL": {"@id": base},
        "dcat:downloadURL": {"@id": address},
        "dcterms:license": {"@id": LICENCE},
        "dcterms:format": {"@id": f"{FILE_TYPE}{form.upper()}"},
        "dcat:mediaType": {"@id": f"https://www.iana.org/assignments/media-types/{MEDIA[form]}"},
    }
