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
    if kinds == ("Place",) and not singular:  # "the two localities": towns or provinces, so only the two told of most
        return _ordered(_most_told(earlier, lambda _: True, kinds)) if number == 2 else ()
    if number == 2 and kinds == ("Place",):
        towns = _towns(singular, earlier)
        if towns:
            return _ordered(towns)
    if sides:
        treating = [
            (back, n) for back, _, n in earlier(("Country", "Organization"), _NEAR) if _member(n, singular, ("Country",), True, fits)
        ]
        together = {n.index: n for back, n in treating if back == treating[0][0]}
        if len(together) == number:  # "Peru and Chile met in Lima. The two sides …": the place is none
            return _ordered(list(together.values()))
    found: list[Node] = []
    for _back, _at, node in earlier((*kinds, "Organization") if sides else kinds, _NEAR if sides else _REACH):
        if node in found or not _member(node, singular, kinds, sides, fits):
            continue
        found.append(node)
        if len(found) == number:
            return _ordered(found)
    return _ordered(_most_told(earlier, lambda _: True)) if number == 2 and kinds == ("Country",) else ()


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
    told, nodes = _counts(earlier, ("Place",), lambda n: n.is_a(singular))
    near: list[Node] = []
    for _back, _at, node in earlier(("Place",), 1):
        if node.is_a(singular) and node not in near:
            near.append(node)
    ranked = sorted(told, key=lambda i: (-told[i], i))
    if len(near) == 1 and len(ranked) > 1:
        main = next(i for i in ranked if i != near[0].index) if ranked[0] == near[0].index else ranked[0]
        rest = [told[i] for i in ranked if i not in (main, near[0].index)]
        return [near[0], nodes[main]] if told[main] > max(rest, default=0) else []
    return [] if near else _most_told(earlier, lambda n: n.is_a(singular), ("Place",))


def _counts(earlier: Earlier, kinds: Sequence[EntityType], fits: Callable[[Node], bool]) -> tuple[dict[int, int], dict[int, Node]]:
    told: dict[int, int] = {}
    nodes: dict[int, Node] = {}
    for _back, _at, node in earlier(kinds, 10_000):
        if fits(node):
            told[node.index] = told.get(node.index, 0) + 1
            nodes[node.index] = node
    return told, nodes


def _most_told(earlier: Earlier, fits: Callable[[Node], bool], kinds: Sequence[EntityType] = ("Country",)) -> list[Node]:
    """The two that the text has spoken of most, if they stand out from the third; empty else."""
    told, nodes = _counts(earlier, kinds, fits)
    ranked = sorted(told, key=lambda i: (-told[i], i))
    if len(ranked) < 2 or (len(ranked) > 2 and told[ranked[2]] >= told[ranked[1]]):
        return []
    return [nodes[i] for i in ranked[:2]]


def _ordered(found: Sequence[Node]) -> tuple[Node, ...]:
    return tuple(sorted(found, key=lambda n: n.heads[0]))
