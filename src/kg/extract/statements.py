"""Who said what."""

from __future__ import annotations

from types import MappingProxyType

from kg.types import Kind

KIND = Kind(
    name="statement",
    node="Statement",
    prefix="statement",
    roles=MappingProxyType({"speaker": "speaker"}),
    values=MappingProxyType({"text": "text"}),
    key=("speaker", "text"),
    statuses=("said",),
    asserted=frozenset({"said"}),
    required=("speaker",),
)
