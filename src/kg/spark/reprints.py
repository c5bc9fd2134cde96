"""What executors do about reprints of one story: as :func:`kg.resolve.reprints` does, with the same functions, on rows as in ``rows``."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import Any

from kg.engine import decode_described, printed, story_told
from kg.resolve import Story, encode_values, order, pairs, same_story, together, twins
from kg.spark.rows import Row, Settings, day_of

_KEPT = 64  # stories in memory: the pairs of an article stand next to each other


def candidates(rows: Iterator[Row]) -> Iterator[tuple[Any, ...]]:
    """From (band, id, day), those of a band next to each other, to (one, other) of the articles to compare."""
    for _, group in groupby(rows, attrgetter("band")):
        yield from pairs([row.id for row in _ordered(group)])


def alike(rows: Iterator[Row]) -> Iterator[tuple[Any, ...]]:
    """From (one, other, its, others), the descriptions of both, to (one, other) of those that are one story."""
    read = lru_cache(maxsize=_KEPT)(_story)
    for row in rows:
        if same_story(read(row.its), read(row.others)):
            yield row.one, row.other


def stories(rows: Iterator[Row]) -> Iterator[tuple[Any, ...]]:
    """From (one, other) of all the pairs there are to (id, story) of each article among them; ``story`` is any name of its own."""
    for group in together((row.one, row.other) for row in rows):
        yield from ((article, group[0]) for article in group)


def joined(rows: Iterator[Row], *, settings: Settings) -> Iterator[tuple[Any, ...]]:
    """From (story, id, day, entities, facts), those of a story next to each other, to (id, first, same_story, twins, values).

    ``first`` is the print that came first, ``same_story`` what a print's graph names, ``twins`` are [i, key] and ``values`` [i, values] of
    the entities and facts that the reprints change.
    """
    for _, group in groupby(rows, attrgetter("story")):
        ordered = _ordered(group)
        first = ordered[0].id
        found = twins((printed(row.id, map(json.loads, row.entities), map(json.loads, row.facts)) for row in ordered), settings.kinds)
        keys = _by_article(found.keys)
        values = _by_article({where: encode_values(told) for where, told in found.values.items()})
        for row in ordered:
            others = sorted(other.id for other in ordered[1:]) if row.id == first else [first]
            yield row.id, first, others, keys[row.id], values[row.id]


def _story(described: str) -> Story:
    return story_told(decode_described(described))


def _ordered(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: order(day_of(row.day), row.id))


def _by_article(found: Mapping[tuple[str, int], str]) -> defaultdict[str, list[str]]:
    told: defaultdict[str, list[str]] = defaultdict(list)
    for (article, i), what in found.items():
        told[article].append(json.dumps([i, what]))
    return told
