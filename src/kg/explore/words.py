"""What the page says and how it draws, from the lists in ``data/view``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from kg.data import rows

OTHER = "Thing"  # the type of what has none that the page knows


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """How a type of thing is named and drawn; colours are CSS hexadecimals."""

    type: str
    one: str
    many: str
    shape: str
    light: str
    dark: str


@cache
def types() -> Mapping[str, TypeStyle]:
    """Styles by type, in the order of the legend."""
    columns = ("type", "one", "many", "shape", "light", "dark")
    return MappingProxyType({cells[0]: TypeStyle(*cells) for _, cells in rows("view/types.tsv", columns)})


@cache
def phrases() -> Mapping[tuple[str, str], str]:
    """What an edge says, by kind of fact and role; role "" is for every other."""
    return MappingProxyType({(c[0], c[1]): c[2] for _, c in rows("view/phrases.tsv", ("kind", "key", "relation"))})


@cache
def full_line() -> frozenset[str]:
    """The statuses of facts that the text tells as so."""
    return frozenset(c[0] for _, c in rows("view/statuses.tsv", ("status",)))


def phrase(kind: str, key: str = "") -> str:
    """The words between two things; the kind's own name where the list has none."""
    known = phrases()
    return known.get((kind, key)) or known.get((kind, "")) or key.replace("_", " ") or kind


@dataclass(frozen=True, slots=True)
class KindStyle:
    """How a kind of fact is named, and how a line that stands for one is drawn."""

    kind: str
    name: str
    arrow: str
    light: str
    dark: str


@cache
def kinds() -> Mapping[str, KindStyle]:
    """Styles by kind of fact, in the order in which cards show them."""
    columns = ("kind", "name", "arrow", "light", "dark")
    return MappingProxyType({cells[0]: KindStyle(*cells) for _, cells in rows("view/kinds.tsv", columns)})
