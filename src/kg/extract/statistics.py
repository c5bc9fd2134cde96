"""Figures: indicator, area, partner, value, change and period (RDF Data Cube observations)."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from kg.types import Claim, Document, Kind

KIND = Kind(
    name="statistic",
    node="Observation",
    prefix="observation",
    roles=MappingProxyType({"area": "area", "partner": "partner"}),
    values=MappingProxyType(
        {
            "indicator": "indicator",
            "value": "value",
            "unit": "unit",
            "change": "change",
            "basis": "basis",
            "start": "periodStart",
            "end": "periodEnd",
        }
    ),
    key=("indicator", "area", "partner", "value", "unit", "change", "basis", "start", "end"),
    statuses=("reported", "estimate", "target", "forecast"),
    asserted=frozenset({"estimate", "reported"}),
    required=(),
)

EXAMPLES: tuple[tuple[str, tuple[str, ...]], ...] = ()


def extract(doc: Document) -> Iterator[Claim]:
    """The claims of this kind, in text order."""
    yield from ()
