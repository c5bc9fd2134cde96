from __future__ import annotations

import os
import subprocess
import sys

import networkx as nx
import numpy as np
import pytest

from kg.explore.layout import apart, positions, springs


def star(count: int, parts: int = 1) -> nx.MultiDiGraph[str]:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for part in range(parts):
        graph.add_node(f"{part}-0")
        for i in range(1, count):
            graph.add_edge(f"{part}-{i}", f"{part}-{i // 3}")
    return graph


def overlaps(places: dict[str, tuple[int, int]], width: float, height: float) -> int:
    spots = list(places.values())
    return sum(abs(a[0] - b[0]) < width - 2 and abs(a[1] - b[1]) < height - 2 for i, a in enumerate(spots) for b in spots[:i])


@pytest.mark.parametrize(("count", "parts"), [(1, 1), (2, 1), (60, 1), (12, 5), (1, 30)])
def test_nothing_covers_anything(count: int, parts: int) -> None:
    graph = star(count, parts)
    places = positions(graph, dict.fromkeys(graph, (120.0, 60.0)))
    assert set(places) == set(graph)
    assert overlaps(places, 120, 60) == 0


def test_neighbours_are_nearer_than_strangers() -> None:
    graph = star(40)
    places = positions(graph, dict.fromkeys(graph, (60.0, 40.0)))

    def distance(a: str, b: str) -> float:
        return float(np.hypot(places[a][0] - places[b][0], places[a][1] - places[b][1]))

    linked = np.mean([distance(a, b) for a, b in graph.edges()])
    every = np.mean([distance(a, b) for a in graph for b in graph if a != b])
    assert linked < 0.6 * every


def test_the_whole_is_wider_than_high_but_not_a_ribbon() -> None:
    graph = star(9, 20)
    places = np.array(list(positions(graph, dict.fromkeys(graph, (120.0, 60.0))).values()))
    width, height = places.max(axis=0) - places.min(axis=0)
    assert 0.6 < width / height < 2.5


def test_boxes_in_one_place_come_apart() -> None:
    place = apart(np.zeros((5, 2)), np.full((5, 2), 10.0))
    assert len({(round(x), round(y)) for x, y in place.tolist()}) == 5


def test_springs_of_two_are_about_their_length_apart() -> None:
    place = springs(2, np.array([[0, 1]]), 100.0)
    assert 50 < float(np.hypot(*(place[0] - place[1]))) < 160


def test_no_graph_no_places() -> None:
    assert positions(nx.MultiDiGraph(), {}) == {}


SCRIPT = """
import hashlib, networkx as nx
from kg.explore.layout import positions
graph = nx.MultiDiGraph()
for i in range(1, 90):
    graph.add_edge(str(i), str(i // 3))
print(hashlib.sha256(repr(sorted(positions(graph, dict.fromkeys(graph, (110.0, 50.0))).items())).encode()).hexdigest())
"""


def test_positions_do_not_depend_on_the_processor_or_the_hash_seed() -> None:
    found = set()
    for more in ({"PYTHONHASHSEED": "1"}, {"PYTHONHASHSEED": "2", "NPY_DISABLE_CPU_FEATURES": "AVX2 FMA3 AVX512F AVX512CD AVX512_SKX"}):
        run = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", SCRIPT], env=os.environ | more, capture_output=True, text=True, check=True, timeout=120
        )
        found.add(run.stdout)
    assert len(found) == 1


def test_the_order_is_that_of_the_boxes_and_not_the_graphs() -> None:
    graph, turned = star(7, 4), nx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(graph)))
    turned.add_edges_from(reversed(list(graph.edges())))
    boxes = dict.fromkeys(graph, (110.0, 50.0))
    assert positions(turned, boxes) == positions(graph, boxes)
