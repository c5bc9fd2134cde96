"""Who organizes an event."""

from __future__ import annotations

from types import MappingProxyType

from kg.types import Kind

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
