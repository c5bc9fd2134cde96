"""Events: kind, dates, place and status."""

from __future__ import annotations

from types import MappingProxyType

from kg.types import Kind

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
