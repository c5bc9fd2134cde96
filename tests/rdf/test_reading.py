from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from kg.rdf.reading import pieces, reading
from kg.types import Article, Block, OffsetMap


def place(told: list[list[int]], at: int) -> int:
    start, source = next(piece for piece in reversed(told) if piece[0] <= at)
    return source + at - start


@given(st.lists(st.integers(0, 5), max_size=60))
def test_the_pieces_give_every_character_its_place_in_the_file(steps: list[int]) -> None:
    starts: list[int] = []
    for step in steps:
        starts.append((starts[-1] if starts else 0) + step)
    told = list(pieces(OffsetMap(tuple(starts), 500)))
    assert [place(told, at) for at in range(len(starts))] == starts


def test_text_that_is_as_the_file_has_one_piece_and_an_empty_one_none() -> None:
    assert list(pieces(OffsetMap((0, 1, 2, 3), 4))) == [[0, 0]]
    assert list(pieces(OffsetMap((), 0))) == []


def test_a_reading_holds_text_blocks_and_places_as_json() -> None:
    article = Article(
        "a", "a.txt", "x\n\nHà  Nội", "x\nHà Nội", OffsetMap((0, 1, 3, 4, 6, 7, 8, 9), 10), (Block(0, 1, "title"), Block(2, 8, "paragraph"))
    )
    assert json.loads(reading(article)) == {
        "text": "x\nHà Nội",
        "blocks": [[0, 1, "title"], [2, 8, "paragraph"]],
        "map": [[0, 0], [2, 3], [4, 6]],
    }
    assert "Hà Nội" in reading(article)
