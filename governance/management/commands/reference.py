"""Load what every Utblick starts from: organisations, places, goals, values. Repeatable."""

import csv
import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone

from engagements import places
from engagements.models import Organisation, OrientationGoal, Place
from governance import strategy
from governance.models import Frame, PolicyValue, Theme

HERE = Path(__file__).resolve().parent.parent.parent / "reference"
# Examples in the manner of the council's three goals; an administrator loads each year's own.
GOALS = (
    ("trygg", "En trygg stad med god välfärd (exempel)", "A safe city with good welfare (example)"),
    ("klimat", "En klimatsmart och hållbar stad (exempel)", "A sustainable city (example)"),
    ("vaxande", "En kreativ och växande stad (exempel)", "A creative, growing city (example)"),
)
YEARS = range(2024, 2029)
# Examples too: whole kronor a year for international work.
FRAMES = {
    "MF": 250_000,
    "EXPLK": 300_000,
    "SVOA": 200_000,
    "HAMN": 200_000,
    "TK": 250_000,
    "FSKF": 120_000,
    "KULF": 180_000,
    "SBR": 400_000,
    "SLK": 500_000,
}


class Command(BaseCommand):
    """Load organisations, orientation goals and policy values; what is there already stays."""

    help = "Load Stockholm's organisations, orientation goals and policy values."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        """Load everything, and say how much there is."""
        self.organisations()
        self.places()
        self.themes()
        for year in YEARS:
            for code, sv, en in GOALS:
                OrientationGoal.objects.get_or_create(
                    year=year, code=code, defaults={"name_sv": sv, "name_en": en}
                )
        for value in strategy.DEFAULT_VALUES:
            PolicyValue.objects.get_or_create(
                key=value.key,
                valid_from=value.valid_from,
                defaults={
                    "value": value.value,
                    "source": str(value.source),
                    "set_at": timezone.now(),
                },
            )
        for code, amount in FRAMES.items():
            organisation = Organisation.objects.get(code=code)
            for year in YEARS:
                Frame.objects.get_or_create(
                    organisation=organisation, year=year, defaults={"amount_sek": amount}
                )
        self.stdout.write(
            f"{Organisation.objects.count()} organisations, "
            f"{OrientationGoal.objects.count()} goals, {PolicyValue.objects.count()} values, "
            f"{Place.objects.count()} places"
        )

    def places(self) -> None:
        """Load capitals and other cities; lines that begin with # say where the list is from."""
        with (HERE / "places.csv").open(encoding="utf-8", newline="") as file:
            facts = (line for line in file if not line.startswith("#"))
            places.load(csv.DictReader(facts, delimiter=";"), at=timezone.now())

    def themes(self) -> None:
        """Load the subjects by which known forums are found; those that are there gain words."""
        with (HERE / "themes.csv").open(encoding="utf-8", newline="") as file:
            lines = (line for line in file if not line.startswith("#"))
            for row in csv.DictReader(lines, delimiter=";"):
                words = "\n".join(row["words"].split("|"))
                Theme.objects.update_or_create(
                    name_sv=row["name_sv"], defaults={"name_en": row["name_en"], "words": words}
                )

    def organisations(self) -> None:
        """Load the organisations, then tie each to its parent and board."""
        rows = json.loads((HERE / "organisations.json").read_text(encoding="utf-8"))
        known = {}
        for row in rows:
            known[row["code"]], _made = Organisation.objects.get_or_create(
                code=row["code"],
                defaults={
                    "name_sv": row["name_sv"],
                    "name_en": row["name_en"],
                    "kind": row["kind"],
                },
            )
        for row in rows:
            organisation = known[row["code"]]
            parent, board = known.get(row["parent"]), known.get(row["board"])
            if (organisation.parent, organisation.board) == (parent, board):
                continue
            organisation.parent, organisation.board = parent, board
            organisation.save(update_fields=["parent", "board"])
