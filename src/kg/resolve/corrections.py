"""What people know better than kg: entities that are one, or are not, other names, and what is to be left out.

``corrections.csv`` in UTF-8 with the columns ``action,entity,other``: entities by their keys (``person:jane-roe``) or IRIs.

- ``same,A,B``: B is A.
- ``different,A,x|y``: whom the articles x and y call A is somebody else, of whom they speak together.
- ``rename,A,Name``: A is shown under this name; the others stay as other names.
- ``drop,A``: A and the facts that need it are left out.

Later builds apply them again, so they survive every rebuild.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from kg.errors import InputError

ACTIONS = ("same", "different", "rename", "drop")
COLUMNS = ("action", "entity", "other")
_BODIES = frozenset(("agency", "organization"))


@dataclass(frozen=True, slots=True)
class Corrections:
    """Corrections by key. ``text`` is what they were read from; the empty string stands for none."""

    one: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    apart: Mapping[tuple[str, str], str] = field(default_factory=lambda: MappingProxyType({}))
    names: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    dropped: frozenset[str] = frozenset()
    text: str = ""

    def key(self, own: str, article: str) -> str:
        """The key of what an article calls by a key of kg's own; "" where it is left out."""
        key = self.apart.get((own, article), own)
        key = self.one.get(key, key)
        return "" if key in self.dropped else key

    def touched(self) -> frozenset[str]:
        """The keys of kg's own that are corrected, and those that they become."""
        return self.named() | frozenset(self.apart.values())

    def named(self) -> frozenset[str]:
        """The keys that the file names; those made for who is somebody else aside."""
        own = {*self.one, *self.one.values(), *(key for key, _ in self.apart), *self.names, *self.dropped}
        return frozenset(own - set(self.apart.values()))


NONE = Corrections()


def read_corrections(text: str, path: str, base: str = "") -> Corrections:
    """The corrections of a file. Raises :class:`kg.errors.InputError` with the line, the value and what is allowed."""
    joined: dict[str, str] = {}
    apart: dict[tuple[str, str], str] = {}
    names: dict[str, str] = {}
    dropped: set[str] = set()
    for line, (action, entity, other) in _rows(text, path):
        key = _key(entity, base, path, line)
        if action == "same":
            _join(joined, key, _key(other, base, path, line), path, line)
        elif action == "different":
            articles = sorted({article for article in other.split("|") if article})
            if not articles:
                raise InputError(path, f"line {line}: {action} {entity} names no article", "give article names joined by |")
            fresh = f"{key}-{hashlib.sha256('|'.join(articles).encode()).hexdigest()[:8]}"
            apart |= {(key, article): fresh for article in articles}
        elif action == "rename":
            if not other:
                raise InputError(path, f"line {line}: {action} {entity} has no name", "give the name in the third column")
            names[key] = other
        else:
            dropped.add(key)
    one = {key: _last(joined, key) for key in joined}
    return Corrections(one, apart, names, frozenset(dropped), text)


def _rows(text: str, path: str) -> list[tuple[int, tuple[str, str, str]]]:
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    found: list[tuple[int, tuple[str, str, str]]] = []
    try:
        for row in reader:
            cells = tuple(" ".join(cell.split()) for cell in (*row, "", "", "")[:3])
            if not any(cells) or cells[0].startswith("#") or cells == COLUMNS:
                continue
            if cells[0] not in ACTIONS:
                raise InputError(path, f"line {reader.line_num}: {cells[0]!r} is no action", f"use one of {', '.join(ACTIONS)}")
            found.append((reader.line_num, (cells[0], cells[1], cells[2])))
    except csv.Error as error:
        raise InputError(path, f"line {reader.line_num} cannot be read ({error})", "write it as CSV") from error
    return found


def _key(entity: str, base: str, path: str, line: int) -> str:
    key = entity
    if base and entity.startswith(base):
        key = entity.removeprefix(base).replace("/", ":", 1)
    kind, colon, name = key.partition(":")
    if not colon or not name or "/" in kind or key.startswith(("http:", "https:", "urn:")):
        raise InputError(
            path, f"line {line}: {entity!r} is no entity", f"give a key such as person:jane-roe or an IRI of this graph ({base})"
        )
    return key


def _join(joined: dict[str, str], key: str, other: str, path: str, line: int) -> None:
    kinds = {key.partition(":")[0], other.partition(":")[0]}
    if len(kinds) > 1 and kinds != _BODIES:
        raise InputError(path, f"line {line}: {key} and {other} are of different types", "join entities of one type")
    first, second = _last(joined, key), _last(joined, other)
    if first != second:
        joined[second] = first


def _last(joined: Mapping[str, str], key: str) -> str:
    while key in joined:
        key = joined[key]
    return key
