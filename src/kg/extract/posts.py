"""Who holds which post where (W3C ORG memberships with a post, Popolo's persons in posts)."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from kg.types import Claim, Document, Kind

KIND = Kind(
    name="post",
    node="Tenure",
    prefix="tenure",
    roles=MappingProxyType({"person": "holder", "organization": "organization"}),
    values=MappingProxyType({"title": "title", "from": "from", "until": "until"}),
    key=("person", "title", "organization"),
    short=(("person", "holdsPostAt", "organization"),),
    statuses=("held", "former", "appointed", "nominated"),
    asserted=frozenset({"held"}),
    required=("person", "organization"),
)

EXAMPLES: tuple[tuple[str, tuple[str, ...]], ...] = ()


def extract(doc: Document) -> Iterator[Claim]:
    """The claims of this kind, in text order."""
    yield from ()
