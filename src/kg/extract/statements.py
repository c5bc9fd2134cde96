"""Who said what."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from kg.types import Claim, Document, Kind

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

EXAMPLES: tuple[tuple[str, tuple[str, ...]], ...] = ()


def extract(doc: Document) -> Iterator[Claim]:
    """The claims of this kind, in text order."""
    yield from ()
