"""Events: kind, dates, place and status."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from kg.types import Claim, Document, Kind

KIND = Kind(
    name="event",
    node="Event",
    prefix="event",
    roles=MappingProxyType({"event": "event", "place": "place"}),
    values=MappingProxyType({"kind": "eventKind", "start": "startDate", "end": "endDate"}),
    key=("event",),
    about="event",
    short=(),
    statuses=("held", "ongoing", "planned", "cancelled", "postponed"),
    asserted=frozenset({"held", "ongoing"}),
    required=("event",),
)

EXAMPLES: tuple[tuple[str, tuple[str, ...]], ...] = ()


def extract(doc: Document) -> Iterator[Claim]:
    """The claims of this kind, in text order."""
    yield from ()
