"""Where things lie, for the map: by the GeoNames id that a thing is linked to, and never by its name alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from kg.data.positions import position

_GEONAMES = re.compile(r"https?://(?:sws|www)\.geonames\.org/(\d+)(?:/.*)?")


def whereabouts(links: Iterable[str]) -> dict[str, Any]:
    """``at``: longitude and latitude in degrees (of a country, its capital's); ``numeric``: a country's ISO 3166-1 number.

    Both only where kg's list of positions has them; empty for what is linked to no known GeoNames id.
    """
    for link in links:
        found = _GEONAMES.fullmatch(link)
        known = position(found[1]) if found else None
        if known is not None:
            at: dict[str, Any] = {"at": list(known.point)} if known.point else {}
            return at | ({"numeric": known.numeric} if known.numeric else {})
    return {}
