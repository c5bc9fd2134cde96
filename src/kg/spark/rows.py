"""What executors do with rows: plain functions from the rows of one table to those of the next, with nothing of Spark in them.

Every function takes an iterator of rows and gives tuples in the columns of its ``_COLUMNS``; :class:`InFrames` makes of it what
``mapInPandas`` wants. What passes is text, whole numbers, bytes and lists of text, the rest as the JSON of :mod:`kg.resolve`; nothing is
ever null. Rows of one group stand next to each other, so that a group is in memory and no more.
"""

from __future__ import annotations

import json
import pickle
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import groupby, islice
from operator import attrgetter
from pathlib import Path
from typing import Any

import pandas as pd

from kg.engine import article_quads, decode_described, described_in, encode_described, filled, settled
from kg.errors import InputError
from kg.rdf import Names, marks
from kg.rdf.ox import Quad, RdfFormat, serialize
from kg.read import Source, pieces
from kg.resolve import (
    Corrections,
    bare,
    compared,
    decode_entity,
    decode_fact,
    encode_entity,
    encode_fact,
    follow,
    member,
    mentions,
    one_entity,
    one_fact,
    read_corrections,
    stated,
    told,
)
from kg.spark.job import Give
from kg.types import Entity, Evidence, Kind, PartialDate

CHUNK = 256  # rows that go back to Spark at once
Row = Any  # a named tuple of the columns that the function's docstring names
Step = Callable[[Iterator[Row]], Iterator[tuple[Any, ...]]]  # a function of rows, its settings filled in


@dataclass(frozen=True, slots=True)
class InFrames:
    """A step over data frames, ``columns`` being the names of what it gives."""

    step: Step
    columns: Sequence[str]

    def __call__(self, frames: Iterable[pd.DataFrame]) -> Iterator[pd.DataFrame]:
        """What ``mapInPandas`` calls."""
        rows = self.step(row for frame in frames for row in frame.itertuples(index=False, name="Row"))
        while chunk := list(islice(rows, CHUNK)):
            yield pd.DataFrame(chunk, columns=list(self.columns))


@dataclass(frozen=True, slots=True)
class Settings:
    """What a build is made with; goes to every executor."""

    base: str
    kinds: dict[str, Kind]
    corrections: str = ""
    corrections_path: str = ""

    def corrected(self) -> Corrections:
        """The corrections, read again wherever they are needed."""
        return read_corrections(self.corrections, self.corrections_path, self.base)


def find_pieces(rows: Iterator[Row], *, held: bool) -> Iterator[tuple[Any, ...]]:
    """From (number, id, path, format, address, stated, content) of files to (number, id, piece) of their articles.

    ``held``: the file is in ``content``; else it is opened at ``address``. What cannot be read is a row whose id begins with NUL.
    """
    for row in rows:
        stated = pickle.loads(bytes(row.stated)) if row.stated else None  # pickled by the driver, in this very job
        source, problems = Source(row.id, row.path, row.format, stated), list[InputError]()
        try:
            with BytesIO(row.content) if held else Path(row.address).open("rb") as stream:
                for piece in pieces(source, refused=problems.append, stream=stream):
                    yield row.number, piece.id, pickle.dumps(piece)
        except OSError as error:
            problems.append(InputError(row.path, f"cannot be opened ({error.strerror or error})", "check the path and its permissions"))
        for at, problem in enumerate(problems):
            yield row.number, f"\0{row.number} {at}", pickle.dumps(problem)


def extract(rows: Iterator[Row], *, give: Give) -> Iterator[tuple[Any, ...]]:
    """From (id, piece) to (id, day, described, entities, facts, refusals, problems, bands); the id is "" where there is no article."""
    for row in rows:
        held = pickle.loads(bytes(row.piece))  # pickled by find_pieces, in this very job
        given, problems = (None, [held]) if isinstance(held, InputError) else give(held)
        why = [json.dumps([p.path, p.problem, p.advice]) for p in problems]
        if given is None:
            yield "", "", "", [], [], [], why, []
            continue
        entities = [json.dumps(one) for one in given.reading.entities]
        facts = [json.dumps(one) for one in given.reading.facts]
        refused = [json.dumps(one) for one in json.loads(given.reading.refusals)]
        day = str(given.described.published or "")
        yield given.described.id, day, encode_described(given.described), entities, facts, refused, why, sorted(set(given.reading.bands))


def members(rows: Iterator[Row]) -> Iterator[tuple[Any, ...]]:
    """From (id, entities, twins) to (article, i, block, compared, twin, data) of each entity; ``twins`` are [i, key] by reprints."""
    for row in rows:
        own = keys_of(row.twins)
        for i, block, data in map(json.loads, row.entities):
            yield row.id, i, block, compared(block), own.get(i, ""), bare(data)


def settle(rows: Iterator[Row], *, settings: Settings) -> Iterator[tuple[Any, ...]]:
    """From members, those of a block next to each other, to (article, i, own, key, why, data)."""
    corrections = settings.corrected()
    for block, group in groupby(rows, attrgetter("block")):
        found = list(group)
        for row, (own, key) in zip(
            found, settled(block, [(row.article, row.data, row.twin or None) for row in found], corrections), strict=True
        ):
            yield row.article, row.i, own.key, key, own.why, row.data


def settle_alone(rows: Iterator[Row], *, settings: Settings) -> Iterator[tuple[Any, ...]]:
    """The same of members that need not be compared with others."""
    corrections = settings.corrected()
    for row in rows:
        ((own, key),) = settled(row.block, [(row.article, row.data, row.twin or None)], corrections)
        yield row.article, row.i, own.key, key, own.why, row.data


def entities(rows: Iterator[Row], *, settings: Settings) -> Iterator[tuple[Any, ...]]:
    """From (key, article, i, why, data), those of a key next to each other, to (key, type, within, core)."""
    corrections = settings.corrected()
    for key, group in groupby(rows, attrgetter("key")):
        one = one_entity(key, [member(row.article, row.data, row.why) for row in group], corrections)
        yield key, one.type, one.within or "", encode_entity(one)


def fill(rows: Iterator[Row], *, settings: Settings) -> Iterator[tuple[Any, ...]]:
    """From (id, day, facts, keys, values) of articles to (kind, key, article, i, day, roles, data, told, evidence) of the facts they state.

    ``keys`` are [i, key] of the article's entities, ``values`` [i, values] of the facts whose values are a reprint's.
    """
    for row in rows:
        keys, values = keys_of(row.keys), keys_of(row.values)
        for i, (kind, data) in enumerate(map(json.loads, row.facts)):
            key, roles = filled(settings.kinds[kind], row.id, data, keys, values.get(i))
            if key is not None:
                place = stated(row.id, None, kind, data, roles).local.evidence
                evidence = json.dumps([kind, key, place.start, place.end, place.quote])
                yield kind, key, row.id, i, row.day, json.dumps(roles), data, values.get(i, ""), evidence


def merge(rows: Iterator[Row], *, settings: Settings) -> Iterator[tuple[Any, ...]]:
    """From stated facts, those of a kind and key next to each other, to (kind, key, thing, about, status, core).

    ``thing`` is the event or agreement whose status the fact may take. The evidence stays where it is: a fact told in a thousand
    articles would carry all of it into each.
    """
    for (kind, key), group in groupby(rows, attrgetter("kind", "key")):
        said = [
            stated(row.article, day_of(row.day), kind, row.data, tuple(map(tuple, json.loads(row.roles))), row.told or None)
            for row in group
        ]
        fact = replace(one_fact(settings.kinds[kind], key, said), evidence=())
        about = bool(settings.kinds[kind].about)
        thing = "" if about else fact.role("event") or fact.role("agreement") or ""
        yield kind, key, thing, about, fact.status, encode_fact(fact)


def follow_things(rows: Iterator[Row], *, settings: Settings) -> Iterator[tuple[Any, ...]]:
    """From (kind, key, thing, told, core) to (kind, key, parties, core); ``told`` is the status of the thing, "" where it has none."""
    for row in rows:
        fact = follow(decode_fact(row.core), settings.kinds[row.kind], {row.thing: row.told}.get if row.told else lambda _: None)
        yield row.kind, row.key, sorted({key for _, key in fact.roles}), encode_fact(fact)


def write_quads(rows: Iterator[Row], *, settings: Settings) -> Iterator[tuple[str]]:
    """From (described, same_story, entities, keys, facts, evidence, known) of articles to lines of N-Quads.

    ``entities`` and ``keys`` as before, ``facts`` the cores of what the article tells, ``evidence`` [kind, key, start, end, quote],
    ``known`` [key, core, outer] of every entity that may be needed. Lines of the merged facts come again with other articles.
    """
    names = Names(settings.base)
    while chunk := list(islice(rows, CHUNK)):
        lines: dict[str, None] = {}
        for row in chunk:
            lines.update(dict.fromkeys(_lines(_quads(row, settings, names))))
        yield from ((line,) for line in lines)


def mark_lines(base: str) -> list[tuple[str]]:
    """How the graph of merged facts calls itself, as lines of N-Quads."""
    names = Names(base)
    return [(line,) for line in _lines(Quad(t.subject, t.predicate, t.object, names.facts) for t in marks(names))]


def _lines(quads: Iterable[Quad]) -> list[str]:
    text = (serialize(quads, format=RdfFormat.N_QUADS) or b"").decode("utf-8")
    return text.removesuffix("\n").split("\n")  # not splitlines: a literal may hold what Unicode counts as a line's end


def _quads(row: Row, settings: Settings, names: Names) -> Iterator[Quad]:
    article = replace(decode_described(row.described), same_story=tuple(row.same_story))
    keys = keys_of(row.keys)
    named: dict[str, list[Evidence]] = {}
    for i, _, data in map(json.loads, row.entities):
        if keys[i]:
            named.setdefault(keys[i], []).extend(mentions(article.id, data))
    places: dict[tuple[str, str], set[Evidence]] = defaultdict(set)
    for kind, key, start, end, quote in map(json.loads, row.evidence):
        places[kind, key].add(Evidence(article.id, start, end, quote))
    facts = [decode_fact(core) for core in row.facts]
    facts = [replace(fact, evidence=tuple(sorted(places[fact.kind, fact.key]))) for fact in facts]
    known: dict[str, Entity] = {}
    for key, core, outer in map(json.loads, row.known):
        known[key] = known_entity(key, core, known=bool(outer))
        if (within := known[key].within) is not None:
            known.setdefault(within, known_entity(within, outer, known=False))  # a country lies in nothing
    yield from article_quads(article, described_in(named, facts, known.get), facts, settings.kinds, names)


def day_of(text: str) -> PartialDate | None:
    """The day in a row; None of ""."""
    return PartialDate.parse(text) if text else None


def keys_of(told: Iterable[str]) -> dict[int, str]:
    """The keys of an article's entities by their number, from the JSON of [number, key]."""
    return {int(i): key for i, key in map(json.loads, told)}


def known_entity(key: str, core: str, *, known: bool) -> Entity:
    """An entity; ``known`` says whether what it lies in is."""
    return told(decode_entity(key, core), lambda _: known)
