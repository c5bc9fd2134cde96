"""Ties between places told outright: invests in, donates to, exports to, imports from, cooperates with."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from kg.types import Claim, Document, Kind

KIND = Kind(
    name="tie",
    node="Tie",
    prefix="tie",
    roles=MappingProxyType({"subject": "subject", "object": "object"}),
    values=MappingProxyType({"relation": "relation"}),
    key=("subject", "relation", "object"),
    short=(("subject", "@relation", "object"),),
    statuses=("reported", "planned", "denied", "ended"),
    asserted=frozenset({"reported"}),
    required=("subject", "object"),
)

EXAMPLES: tuple[tuple[str, tuple[str, ...]], ...] = ()


def extract(doc: Document) -> Iterator[Claim]:
    """The claims of this kind, in text order."""
    yield from ()
