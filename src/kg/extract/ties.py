"""Ties between places told outright: invests in, donates to, exports to, imports from, cooperates with."""

from __future__ import annotations

from types import MappingProxyType

from kg.types import Kind

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
