"""Agreements: kind, dates, validity and status."""

from __future__ import annotations

from types import MappingProxyType

from kg.types import Kind

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
