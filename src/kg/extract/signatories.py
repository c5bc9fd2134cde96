"""Who is bound by an agreement."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from kg.types import Claim, Document, Kind

KIND = Kind(
    name="signatory",
    node="Signing",
    prefix="signing",
    roles=MappingProxyType({"agreement": "agreement", "signatory": "signatory"}),
    values=MappingProxyType({}),
    key=("agreement", "signatory"),
    short=(("agreement", "signedBy", "signatory"),),
    statuses=("signed", "planned", "proposed", "in-force", "denied", "terminated"),
    asserted=frozenset({"in-force", "signed"}),
    required=("agreement", "signatory"),
)

EXAMPLES: tuple[tuple[str, tuple[str, ...]], ...] = ()


def extract(doc: Document) -> Iterator[Claim]:
    """The claims of this kind, in text order."""
    yield from ()
