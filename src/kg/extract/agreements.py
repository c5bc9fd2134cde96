"""Agreements: kind, dates, validity and status."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from kg.types import Claim, Document, Kind

KIND = Kind(
    name="agreement",
    node="Agreement",
    prefix="agreement",
    roles=MappingProxyType({"agreement": "agreement", "event": "signedAt", "place": "place"}),
    values=MappingProxyType(
        {"kind": "agreementKind", "signed": "signedDate", "from": "validFrom", "until": "validUntil", "subject": "subject"}
    ),
    key=("agreement",),
    about="agreement",
    statuses=("signed", "planned", "proposed", "in-force", "denied", "terminated"),
    asserted=frozenset({"in-force", "signed"}),
    required=("agreement",),
)

EXAMPLES: tuple[tuple[str, tuple[str, ...]], ...] = ()


def extract(doc: Document) -> Iterator[Claim]:
    """The claims of this kind, in text order."""
    yield from ()
