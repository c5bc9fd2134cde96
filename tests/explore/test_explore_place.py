from __future__ import annotations

import itertools
import math

from fixtures import large
from kg.explore import place
from kg.explore.labels import box, size, wrap
from kg.explore.overview import numbered, overview
from kg.explore.picture import picture


def test_few_are_all_shown_first() -> None:
    assert place.opening(5, [(0, 1), (3, -1), (-1, -1)]) == [0, 1, 3]
    assert place.opening(3, []) == []


def test_of_many_the_weightiest_and_whom_they_are_tied_to() -> None:
    pairs = [(i, 999 - i) for i in range(500)] + [(i, -1) for i in range(1000)]
    first = place.opening(1000, pairs)
    assert len(first) == place.FIRST
    assert first == [*range(75), *range(925, 1000)]


def test_facts_of_one_thing_alone_make_an_opening_too() -> None:
    assert place.opening(1000, [(i, -1) for i in range(1000)]) == list(range(place.ALL))


def made(count: int) -> tuple[list[tuple[str, int]], list[tuple[int, int]], list[int]]:
    things = [(large.name(i), max(1, 100 // (i + 1))) for i in range(count)]
    pairs = [(i, i // 3) for i in range(1, count)] + [(i, (i * 31 + 7) % (i // 2 + 1)) for i in range(count)]
    return things, pairs, place.opening(count, pairs)


def test_no_two_things_in_one_place_and_nothing_over_the_opening() -> None:
    things, pairs, first = made(3000)
    found = place.places(things, pairs, first)
    assert len(set(found)) == 3000
    boxes = {i: box(wrap(things[i][0]), size(things[i][1])) for i in first}
    for a, b in itertools.combinations(first, 2):
        apart_x = abs(found[a][0] - found[b][0]) >= (boxes[a][0] + boxes[b][0]) / 2 - 2
        assert apart_x or abs(found[a][1] - found[b][1]) >= (boxes[a][1] + boxes[b][1]) / 2 - 2
    for i in set(range(3000)) - set(first):
        for k in first:
            (x, y), (width, height) = found[k], boxes[k]
            assert abs(found[i][0] - x) > width / 2 or abs(found[i][1] - y) > height / 2


def test_things_stand_nearer_to_what_they_are_tied_to() -> None:
    things, pairs, first = made(1000)
    found = place.places(things, pairs, first)

    def mean(some: list[tuple[int, int]]) -> float:
        return sum(math.dist(found[a], found[b]) for a, b in some) / len(some)

    assert mean([(i, i // 3) for i in range(1, 1000)]) < 0.7 * mean([(i, (i * 577 + 13) % 1000) for i in range(1, 1000)])


def test_a_hub_of_thousands_takes_few_steps_for_each() -> None:
    """No search begins anew at a hub whose surroundings are taken; counted in cells, not in seconds."""
    cells = place._Cells(20_000)
    for _ in range(20_000):
        cells.take(0, (0, 0))
    assert len(cells.taken) == 20_000
    assert cells.reached[0] <= 20_001


def test_anchors_in_a_crowd_give_up_walking_cell_by_cell() -> None:
    cells = place._Cells(20_000)
    for _ in range(10_000):
        cells.take(0, (0, 0))
    before = len(cells.around)
    cells.take(1, (0, 0))
    assert cells.reached[1] > place.PATIENT and len(cells.around) <= before * 2


def test_sizes_of_an_overview_of_thousands() -> None:
    rows, sources = large.answers(2000)
    gathered = picture(rows, sources)
    told = overview(gathered, numbered(gathered), "https://kg.example/", False)
    assert told["counts"]["things"] == 2000 and len(told["first"]) in (place.FIRST, place.FIRST + 1)
    assert len({(t["x"], t["y"]) for t in told["things"]}) == 2000
