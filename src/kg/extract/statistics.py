"""Figures: indicator, area, partner, value, change and period (RDF Data Cube observations).

Found: sums, rates and changes of economic indicators (``words/indicators.tsv``), told by "of", "at", a colon or a verb; goods sold and
bought by worth; money invested; rows of lists. A change beside a value is one observation with it, a second change of the same value is
a second one. Refused: shares of a total, ranks, head-counts, the sums of contracts, loans and projects, a second currency in brackets,
conditionals ("could grow by 5%"), and numbers whose indicator no rule tells. Method: own rules over syntax and word lists, after the
division of quantities in CQE (Almasian et al. 2023) and the dimensions of the RDF Data Cube.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from kg.extract._figures_examples import STATISTICS
from kg.extract._figures_left import left_out
from kg.extract._figures_model import Figure
from kg.extract._figures_read import figures_of
from kg.types import Claim, Document, Kind, Mention, Refusal, Value

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

EXAMPLES: tuple[tuple[str, tuple[str, ...]], ...] = STATISTICS


def extract(doc: Document) -> Iterator[Claim]:
    """The claims of this kind, in text order."""
    for figure in figures_of(doc):
        yield _claim(figure)


def refusals(doc: Document) -> Iterator[Refusal]:
    """The numbers that are no figure, with the reason."""
    yield from left_out(doc, figures_of(doc))


def _claim(figure: Figure) -> Claim:
    roles: list[tuple[str, Mention]] = [("area", m) for m in figure.areas] + [("partner", m) for m in figure.partners]
    values: list[tuple[str, Value]] = [("indicator", figure.indicator)]
    if figure.value is not None:
        values += [("value", figure.value), ("unit", figure.unit)]
    if figure.change is not None:
        values.append(("change", figure.change))
        if figure.basis:
            values.append(("basis", figure.basis))
    if figure.start is not None and figure.end is not None and figure.start.year is not None and figure.end.year is not None:
        values += [("start", figure.start), ("end", figure.end)]
    return Claim("statistic", figure.evidence, tuple(roles), tuple(values), figure.status, figure.reason)
