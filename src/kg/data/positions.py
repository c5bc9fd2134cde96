"""Where places lie, by GeoNames id: what the map draws. Made by ``tools/make_positions.py`` from open data (``SOURCES.md``)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kg.data import DataError, read_text

PATH = "places/positions.tsv.gz"
COLUMNS = ("geonames", "longitude", "latitude", "numeric")


@dataclass(frozen=True, slots=True)
class Position:
    """``point`` is longitude and latitude in degrees (WGS 84), None where only the number is known.

    ``numeric`` is the ISO 3166-1 number of a country, whose point is then its capital's; "" for every other place.
    """

    point: tuple[float, float] | None
    numeric: str = ""


@cache
def _lines() -> dict[str, str]:
    # seventy thousand records would cost more than the few that one graph asks for
    lines = [line for line in read_text(PATH).split("\n") if line and not line.startswith("#")]
    if not lines or tuple(lines[0].split("\t")) != COLUMNS:
        raise DataError(PATH, 0, f"the columns should be {list(COLUMNS)}")
    return {line.partition("\t")[0]: line for line in lines[1:]}


def position(geonames: str) -> Position | None:
    """The position of the place with this GeoNames id; None where kg's list has none."""
    line = _lines().get(geonames)
    if line is None:
        return None
    cells = line.split("\t")
    if len(cells) != len(COLUMNS):
        raise DataError(PATH, 0, f"{len(cells)} cells, expected {len(COLUMNS)}: {line!r}")
    _, longitude, latitude, numeric = cells
    return Position((float(longitude), float(latitude)) if longitude else None, numeric)
