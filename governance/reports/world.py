"""The world seen from Stockholm: every place in its direction, its distance as a square root.

The drawing of the land, ``img/karta-fran-stockholm.svg``, is made by the same measure.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable
from functools import cache
from pathlib import Path

STOCKHOLM = (59.33, 18.07)
CENTRE = 320.0
PER_ROOT_KM = 2.369
EARTH_KM = 6371.0
RINGS_KM = (500, 1_000, 2_500, 5_000, 10_000)
NAMED_KM = (1_000, 5_000, 10_000)
FILE = Path(__file__).resolve().parents[1] / "reference" / "coordinates.csv"


@cache
def coordinates() -> dict[tuple[str, str], tuple[float, float]]:
    """Return where places lie, in degrees north and east, by country and Swedish name."""
    with FILE.open(encoding="utf-8", newline="") as file:
        lines = csv.DictReader((line for line in file if line[0] != "#"), delimiter=";")
        return {
            (line["country"], line["name_sv"]): (float(line["north"]), float(line["east"]))
            for line in lines
        }


def whereabouts(country: str, names: Iterable[str]) -> tuple[float, float] | None:
    """Return where a place lies by any of its names; None where nobody has written it."""
    known = coordinates()
    return next((known[country, name] for name in names if (country, name) in known), None)


def seen(north: float, east: float) -> tuple[float, float, int]:
    """Return the place on the drawing, across and down, and the kilometres from Stockholm."""
    here, there = math.radians(STOCKHOLM[0]), math.radians(north)
    turn = math.radians(east - STOCKHOLM[1])
    flat = math.sin(here) * math.sin(there) + math.cos(here) * math.cos(there) * math.cos(turn)
    km = EARTH_KM * math.acos(max(-1.0, min(1.0, flat)))
    bearing = math.atan2(
        math.sin(turn) * math.cos(there),
        math.cos(here) * math.sin(there) - math.sin(here) * math.cos(there) * math.cos(turn),
    )
    away = radius(km)
    return (
        round(CENTRE + away * math.sin(bearing), 1),
        round(CENTRE - away * math.cos(bearing), 1),
        round(km),
    )


def radius(km: float) -> float:
    """Return how far from the middle a distance is drawn."""
    return round(PER_ROOT_KM * math.sqrt(km), 1)
