"""Where every thing of a graph stands in the explorer: springs for what is shown first, free cells near a neighbour for all others.

The opening is laid out by :mod:`kg.explore.layout`. From it a breadth-first walk puts every further thing into the free cell nearest
to the neighbour it was reached from; what is not reached begins anew at the free cell nearest to the middle. Only integers in fixed
order, so that the same graph has the same places everywhere. The walk looks at each edge twice and bounds the search for a cell, so
that its time grows with things and facts and not with their square.
"""

from __future__ import annotations

import heapq
import math
from collections import deque
from collections.abc import Iterator, Sequence

import networkx as nx

from kg.explore.labels import box, size, wrap
from kg.explore.layout import positions

ALL = 200  # things with facts that are all shown at first
FIRST = 150  # of more than ALL, how many are
CELL = (190, 120)  # room for one thing and its label, in pixels at scale 1
PATIENT = 60  # cells tried one by one before the search takes longer steps

Point = tuple[int, int]


def opening(count: int, pairs: Sequence[Point]) -> list[int]:
    """The numbers of the things shown first, numbers being in order of weight.

    Where something is told of at most ``ALL``, all of these; else the weightiest that a fact ties to another thing, each with the
    weightiest that it is tied to, so that nothing stands alone.
    """
    told = sorted({i for pair in pairs for i in pair if 0 <= i < count})
    nearest: dict[int, int] = {}
    for a, b in pairs:
        if a >= 0 and b >= 0 and a != b:
            nearest[a], nearest[b] = min(b, nearest.get(a, b)), min(a, nearest.get(b, a))
    if len(told) <= ALL or not nearest:
        return told[:ALL]
    chosen: set[int] = set()
    for i in sorted(nearest):
        if len(chosen) >= FIRST:
            break
        chosen |= {i, nearest[i]}
    return sorted(chosen)


def places(things: Sequence[tuple[str, int]], pairs: Sequence[Point], first: Sequence[int]) -> list[Point]:
    """A place for each of ``things`` (name, weight), ``pairs`` being the numbers of the two that a fact is about (-1: none).

    ``first`` are the numbers of the opening, which stand about the origin and do not overlap.
    """
    near: list[dict[int, None]] = [{} for _ in things]
    for a, b in pairs:
        if a >= 0 and b >= 0 and a != b:
            near[a][b] = near[b][a] = None
    found: dict[int, Point] = _springs(things, near, first)
    cells = _Cells(len(things))
    for i, point in found.items():
        cells.cover(point, box(wrap(things[i][0]), size(things[i][1])))
    queue = deque(found)
    fresh = iter(range(len(things)))
    while len(found) < len(things):
        if not queue:
            start = next(i for i in fresh if i not in found)
            found[start] = cells.take(-1, (0, 0))
            queue.append(start)
        anchor = queue.popleft()
        for i in sorted(near[anchor]):
            if i not in found:
                found[i] = cells.take(anchor, found[anchor])
                queue.append(i)
    return [found[i] for i in range(len(things))]


def _springs(things: Sequence[tuple[str, int]], near: Sequence[dict[int, None]], first: Sequence[int]) -> dict[int, Point]:
    """Places of the opening about the origin."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    chosen = set(first)
    graph.add_nodes_from(str(i) for i in first)
    graph.add_edges_from((str(i), str(j)) for i in first for j in sorted(near[i]) if j in chosen and i < j)
    laid = positions(graph, {str(i): box(wrap(things[i][0]), size(things[i][1])) for i in first})
    if not laid:
        return {}
    middle_x = (min(x for x, _ in laid.values()) + max(x for x, _ in laid.values())) // 2
    middle_y = (min(y for _, y in laid.values()) + max(y for _, y in laid.values())) // 2
    return {i: (laid[str(i)][0] - middle_x, laid[str(i)][1] - middle_y) for i in first}


class _Cells:
    """Which cells of an endless sheet are taken."""

    def __init__(self, count: int) -> None:
        self.taken: set[Point] = set()
        self.reached: dict[int, int] = {}  # how far around each anchor all is taken, so that a hub's search never starts again
        self.around: list[Point] = []
        self.rings = _nearest_first()
        self.shelf = 0
        self.far = max(2000, 4 * count)

    def cover(self, point: Point, room: tuple[float, float]) -> None:
        """Take the cells that a box about ``point`` touches."""
        (x, y), (width, height) = point, room
        for column in range(_cell(x - width / 2, CELL[0]), _cell(x + width / 2, CELL[0]) + 1):
            for row in range(_cell(y - height / 2, CELL[1]), _cell(y + height / 2, CELL[1]) + 1):
                self.taken.add((column, row))

    def take(self, anchor: int, point: Point) -> Point:
        """The middle of the free cell nearest to ``point``, now taken; beyond ``PATIENT`` cells only nearly the nearest."""
        column, row = _cell(point[0], CELL[0]), _cell(point[1], CELL[1])
        step = self.reached.get(anchor, 1)
        tried = 0
        while step < self.far:
            while len(self.around) <= step:
                self.around.append(next(self.rings))
            cell = column + self.around[step][0], row + self.around[step][1]
            if cell not in self.taken:
                break
            tried += 1
            step += 1 if tried < PATIENT else max(1, step // 8)
        else:  # no room within reach: a row of its own far below
            self.shelf += 1
            cell = self.shelf % 400 - 200, self.far + self.shelf // 400
        self.taken.add(cell)
        self.reached[anchor] = step
        return cell[0] * CELL[0] + CELL[0] // 2, cell[1] * CELL[1] + CELL[1] // 2


def _cell(at: float, side: int) -> int:
    return math.floor(at / side)


def _nearest_first() -> Iterator[Point]:
    """Offsets of cells by their distance in pixels; equal ones by row and column."""
    waiting: list[tuple[int, int, int]] = [(0, 0, 0)]
    seen = {(0, 0)}
    while True:
        _, row, column = heapq.heappop(waiting)
        yield column, row
        for c, r in ((column + 1, row), (column - 1, row), (column, row + 1), (column, row - 1)):
            if (c, r) not in seen:
                seen.add((c, r))
                heapq.heappush(waiting, ((c * CELL[0]) ** 2 + (r * CELL[1]) ** 2, r, c))
