"""Which articles are one story: candidates by shared bands, each looked at, and groups of those that hang together.

In a band's bucket every article is compared with the few before it, in the order of their days: prints of one story come within days,
while a bulletin that comes every day may fill a bucket with thousands, which nobody compares all with all. One story has many bands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.resolve.prints import bands
from kg.resolve.reading import Reading
from kg.resolve.story import order, same_story, story_of
from kg.resolve.twins import Print, Twins, twins
from kg.types import Kind

NEAR = 8  # articles before it in a bucket that each is compared with

Pair = tuple[str, str]


def pairs(bucket: Sequence[str]) -> Iterator[Pair]:
    """The pairs of a bucket that are compared, of articles in their order; the lesser name comes first."""
    for place, article in enumerate(bucket):
        for other in bucket[max(0, place - NEAR) : place]:
            yield (article, other) if article < other else (other, article)


def together(edges: Iterable[Pair]) -> list[list[str]]:
    """Articles that hang together, in no particular order."""
    near: dict[str, set[str]] = defaultdict(set)
    for one, other in edges:
        near[one].add(other)
        near[other].add(one)
    groups, seen = [], set[str]()
    for start in near:
        if start in seen:
            continue
        group, waiting = {start}, [start]
        while waiting:
            new = near[waiting.pop()] - group
            group |= new
            waiting += new
        seen |= group
        groups.append(sorted(group))
    return groups


def reprints(readings: Sequence[Reading], keys: Mapping[tuple[str, int], str], kinds: Mapping[str, Kind]) -> tuple[Twins, dict[str, str]]:
    """What the reprints among some readings change, and for each article of a group its first; ``keys`` are those of the entities."""
    told = {reading.article.id: reading for reading in readings}
    stories = {name: story_of(reading.article) for name, reading in told.items()}
    places = {name: order(reading.article.published, name) for name, reading in told.items()}
    buckets: dict[int, list[str]] = defaultdict(list)
    for name in sorted(stories, key=places.__getitem__):
        for band in bands(stories[name].runs):
            buckets[band].append(name)
    candidates = sorted({pair for bucket in buckets.values() for pair in pairs(bucket)})
    found, first = Twins(), dict[str, str]()
    for group in together((a, b) for a, b in candidates if same_story(stories[a], stories[b])):
        ordered = sorted(group, key=places.__getitem__)
        first |= dict.fromkeys(ordered, ordered[0])
        more = twins((_print(told[name], keys) for name in ordered), kinds)
        found.keys |= more.keys
        found.values |= more.values
    return found, first


def _print(reading: Reading, keys: Mapping[tuple[str, int], str]) -> Print:
    name = reading.article.id
    return Print(name, {e.index: e for e in reading.entities}, {e.index: keys[(name, e.index)] for e in reading.entities}, reading.facts)
