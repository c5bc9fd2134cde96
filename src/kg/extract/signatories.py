"""Who is bound by an agreement."""

from __future__ import annotations

from types import MappingProxyType

from kg.types import Kind

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
