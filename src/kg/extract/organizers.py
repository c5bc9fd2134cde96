"""Who organizes an event."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from kg.types import Claim, Document, Kind

KIND = Kind(
    name="organizer",
    node="Organizing",
    prefix="organizing",
    roles=MappingProxyType({"event": "event", "organizer": "organizer"}),
    values=MappingProxyType({}),
    key=("event", "organizer"),
    short=(("event", "organizedBy", "organizer"),),
    statuses=("held", "planned", "cancelled"),
    asserted=frozenset({"held"}),
    required=("event", "organizer"),
)

EXAMPLES: tuple[tuple[str, tuple[str, ...]], ...] = ()


def extract(doc: Document) -> Iterator[Claim]:
    """The claims of this kind, in text order."""
    yield from ()
