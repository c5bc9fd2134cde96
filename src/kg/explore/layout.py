"""Where each thing stands on the page, worked out before the browser sees it.

Fruchterman and Reingold's springs (Software: Practice and Experience 21, 1991) for each connected part, then boxes of the
labels' size pushed apart, then the parts set beside each other. The same positions on every processor: only additions,
products, quotients and square roots, which IEEE 754 fixes to the last bit, summed row after row; no random start, no BLAS, no
vectorised transcendental functions.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Box = tuple[float, float]  # width and height, in the page's units (pixels at scale 1)

ASPECT = 1.4  # width to height of the whole
GAP = 60.0  # between parts
LINK = 1.0  # how long an edge wants to be, in mean box sides


def positions(graph: nx.MultiDiGraph[str], boxes: Mapping[str, Box]) -> dict[str, tuple[int, int]]:
    """The centre of each node of ``graph``, whose labels take ``boxes`` (width, height). Whole numbers, y downward.

    Nodes count in the order of ``boxes``: a subgraph's own order may be that of a set, another one in every process.
    """
    order = {node: i for i, node in enumerate(node for node in boxes if node in graph)}
    parts = [sorted(part, key=order.__getitem__) for part in nx.connected_components(graph.to_undirected(as_view=True))]
    parts.sort(key=lambda part: (-len(part), order[part[0]]))
    laid = [_part(graph, part, boxes) for part in parts]
    return _pack(parts, laid, boxes)


def _part(graph: nx.MultiDiGraph[str], part: Sequence[str], boxes: Mapping[str, Box]) -> Floats:
    """Positions of one connected part, its boxes apart, its left upper corner at the origin."""
    size = np.array([boxes[node] for node in part])
    place = np.zeros((len(part), 2))
    if len(part) > 1:
        index = {node: i for i, node in enumerate(part)}
        pairs = {(index[a], index[b]) for a, b in graph.subgraph(part).edges() if a != b}
        links = np.array(sorted({(min(pair), max(pair)) for pair in pairs}))
        place = apart(springs(len(part), links, LINK * float(size.sum(axis=0).sum()) / (2 * len(part))), size)
    return np.asarray(place - (place - size / 2).min(axis=0))


def springs(count: int, links: NDArray[np.int64], length: float) -> Floats:
    """Spring positions of ``count`` nodes tied by ``links`` (pairs of indices), about ``length`` apart; wider than high."""
    place: Floats = _start(count) * length * np.sqrt(count)
    rounds = 300 if count <= 300 else 120 if count <= 700 else 70
    left, right = links[:, 0], links[:, 1]
    for turn in range(rounds):
        apart_x = place[:, 0][:, None] - place[:, 0][None, :]
        apart_y = place[:, 1][:, None] - place[:, 1][None, :]
        square = apart_x * apart_x + apart_y * apart_y + length * 1e-3
        push = length * length / square
        move = np.stack([-np.add.reduce(apart_x * push, axis=0), -np.add.reduce(apart_y * push, axis=0)], axis=1)
        along = place[left] - place[right]
        pull = along * (np.sqrt(along[:, 0] * along[:, 0] + along[:, 1] * along[:, 1]) / length)[:, None]
        np.subtract.at(move, left, pull)
        np.add.at(move, right, pull)
        move -= place * (0.3 * np.array([1.0, ASPECT * ASPECT]))  # towards the middle, more so from above and below
        far = np.sqrt(move[:, 0] * move[:, 0] + move[:, 1] * move[:, 1]) + 1e-9
        step = length * np.sqrt(count) * 0.1 * (1 - turn / rounds) + length * 0.01
        place = place + move * (np.minimum(far, step) / far)[:, None]
    return place


def apart(place: Floats, size: Floats) -> Floats:
    """Push overlapping boxes apart, each pair by half of its smaller overlap, until none overlap or it took long enough."""
    place = place.copy()
    half = size / 2
    need_x = half[:, 0][:, None] + half[:, 0][None, :]
    need_y = half[:, 1][:, None] + half[:, 1][None, :]
    first = np.arange(len(place))
    before = np.where(first[:, None] < first[None, :], -1.0, 1.0)  # two in one place: the earlier goes left and up
    for turn in range(300 if len(place) <= 400 else 50):
        if turn > 60 and turn % 12 == 0:  # too dense to come apart by pushing alone
            place = place * 1.05
        gap_x = place[:, 0][:, None] - place[:, 0][None, :]
        gap_y = place[:, 1][:, None] - place[:, 1][None, :]
        over_x, over_y = need_x - np.abs(gap_x), need_y - np.abs(gap_y)
        over = (over_x > 0) & (over_y > 0)
        np.fill_diagonal(over, False)
        if not over.any():
            break
        sideways = over & (over_x <= over_y)
        upright = over & ~sideways
        way_x, way_y = np.where(gap_x == 0, before, np.sign(gap_x)), np.where(gap_y == 0, before, np.sign(gap_y))
        # the matrices turn their sign when turned over, so summing down a column gives the opposite of the row's move
        place[:, 0] -= 0.52 * np.add.reduce(np.where(sideways, way_x * over_x, 0.0), axis=0)
        place[:, 1] -= 0.52 * np.add.reduce(np.where(upright, way_y * over_y, 0.0), axis=0)
        if len(place) > 2:  # many at once may overshoot: never leave the numbers' sane range
            place = np.clip(place, -1e7, 1e7)
    return place


def _start(count: int) -> Floats:
    """Points spread evenly over a square about the origin: the R2 sequence of low discrepancy, after Roberts (2018)."""
    turns = np.arange(1, count + 1, dtype=np.float64)
    return np.stack([(turns * 0.7548776662466927) % 1.0 - 0.5, (turns * 0.5698402909980532) % 1.0 - 0.5], axis=1)


def _pack(parts: Sequence[Sequence[str]], laid: Sequence[Floats], boxes: Mapping[str, Box]) -> dict[str, tuple[int, int]]:
    """Set the parts on shelves, the largest first; of some widths the one by which the whole comes nearest to ``ASPECT``."""
    extents: list[Box] = []
    for part, place in zip(parts, laid, strict=True):
        width, height = ((place + np.array([boxes[node] for node in part]) / 2).max(axis=0) + GAP).tolist()
        extents.append((width, height))
    side = math.sqrt(sum(width * height for width, height in extents) * ASPECT)
    widest = max((width for width, _ in extents), default=0.0)
    tried = [_shelves(extents, max(side * tenths / 10, widest)) for tenths in range(10, 31)]
    corners = min(tried, key=lambda found: max(found[1] / (found[2] * ASPECT), found[2] * ASPECT / found[1]))[0]
    found: dict[str, tuple[int, int]] = {}
    for part, place, (x, y) in zip(parts, laid, corners, strict=True):
        for node, (left, top) in zip(part, place.tolist(), strict=True):
            found[node] = (round(x + left), round(y + top))
    return found


def _shelves(extents: Sequence[Box], shelf: float) -> tuple[list[Box], float, float]:
    """Left upper corners on shelves ``shelf`` wide, and the width and height that all take."""
    corners: list[Box] = []
    x = y = high = 0.0
    wide = 1.0
    for width, height in extents:
        if x and x + width > shelf + 1:
            x, y, high = 0.0, y + high, 0.0
        corners.append((x, y))
        x, high = x + width, max(high, height)
        wide = max(wide, x)
    return corners, wide, max(1.0, y + high)
