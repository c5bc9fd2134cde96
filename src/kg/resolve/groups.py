"""Groups without names: whom "the two cities", "the two sides", "the three ministries" mean.

The members are the things of the sort named last before it, when enough are near (recency); for two towns the article's main one joins the
only one named close by, and where none is, the two that the article speaks of most (salience, after Lappin and Leass 1994).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import cast

from kg.data import many, read_text, rows
from kg.resolve.nodes import Node
from kg.types import EntityType

Earlier = Callable[
    [Sequence[EntityType], int], list[tuple[int, int, Node]]
]  # (kinds, reach) -> sentences back, offset, node; nearest first
Fits = Callable[[str, Node], bool]
_REACH = 4  # sentences back that a group may reach
_NEAR = 2  # the same for "the two sides"
_BODIES: tuple[EntityType, ...] = ("Agency", "Organization")


@cache
def _words() -> dict[str, tuple[str, tuple[EntityType, ...]]]:
    found = rows("references/groups.tsv", ("word", "singular", "kinds"))
    return {c[0]: (c[1], cast("tuple[EntityType, ...]", many(c[2]))) for _, c in found}


@cache
def _unions() -> frozenset[str]:
    return frozenset(line for line in read_text("references/unions.txt").split("\n") if line and not line.startswith("#"))


def members(word: str, number: int, earlier: Earlier, fits: Fits) -> tuple[Node, ...]:
    """The members of a group in text order; empty where not all are told. ``fits``: whether a body can be called by the singular."""
    singular, kinds = _words().get(word, (word.rstrip("s"), _BODIES))
    sides = kinds == ("Country", "Place")
    if number == 2 and kinds == ("Place",):
        towns = _towns(singular, earlier)
        if towns:
            return _ordered(towns)
    found: list[Node] = []
    for _back, _at, node in earlier((*kinds, "Organization") if sides else kinds, _NEAR if sides else _REACH):
        if node in found or not _member(node, singular, kinds, sides, fits):
            continue
        found.append(node)
        if len(found) == number:
            return _ordered(found)
    return ()


def _member(node: Node, singular: str, kinds: tuple[EntityType, ...], sides: bool, fits: Fits) -> bool:
    if sides:
        return node.type in kinds or bool(_unions() & {node.code, *node.names})
    if kinds == _BODIES:
        return any(singular in name.lower() for name in node.names) or fits(singular, node)
    if kinds == ("Place",):
        return node.is_a(singular)
    if kinds == ("Person",):
        return singular == "two" or any(singular in title for title in node.titles)
    return True


def _towns(singular: str, earlier: Earlier) -> list[Node]:
    """The two towns (provinces, regions) that are meant, where nearness and salience agree; empty else."""
    told: dict[int, int] = {}
    nodes: dict[int, Node] = {}
    near: list[Node] = []
    for back, _at, node in earlier(("Place",), 10_000):
        if node.is_a(singular):
            told[node.index] = told.get(node.index, 0) + 1
            nodes[node.index] = node
            if back <= 1 and node not in near:
                near.append(node)
    ranked = sorted(told, key=lambda i: (-told[i], i))
    if len(near) == 1 and len(ranked) > 1:
        main = next(i for i in ranked if i != near[0].index) if ranked[0] == near[0].index else ranked[0]
        rest = [told[i] for i in ranked if i not in (main, near[0].index)]
        return [near[0], nodes[main]] if told[main] > max(rest, default=0) else []
    if not near and len(ranked) > 1 and told[ranked[1]] > (told[ranked[2]] if len(ranked) > 2 else 0):
        return [nodes[i] for i in ranked[:2]]
    return []


def _ordered(found: Sequence[Node]) -> tuple[Node, ...]:
    return tuple(sorted(found, key=lambda n: n.heads[0]))
