"""Who takes part in an event, in which role."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from kg.types import Claim, Document, Kind

KIND = Kind(
    name="participant",
    node="Participation",
    prefix="participation",
    roles=MappingProxyType({"event": "event", "participant": "participant"}),
    values=MappingProxyType({"role": "role"}),
    key=("event", "participant", "role"),
    short=(("event", "hasParticipant", "participant"),),
    statuses=("held", "planned", "cancelled", "invited"),
    asserted=frozenset({"held"}),
    required=("event", "participant"),
)

EXAMPLES: tuple[tuple[str, tuple[str, ...]], ...] = ()


def extract(doc: Document) -> Iterator[Claim]:
    """The claims of this kind, in text order."""
    yield from ()
