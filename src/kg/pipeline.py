"""The way through the house, one line a stage."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from kg.annotate import annotate
from kg.engine import Given, State, each
from kg.errors import InputError
from kg.extract import extract, kinds, refusals
from kg.rdf import described
from kg.read import Piece, find, pieces, read_piece
from kg.resolve import Reading, encode, resolve
from kg.resolve import read as resolve_article
from kg.types import Article, Claim, Document, Resolution

KEPT = 64  # articles of one transaction: what a killed build reads again at most, beside what its processes had in hand


@dataclass(frozen=True, slots=True)
class Progress:
    """``done`` of ``total`` files are read, ``path`` was the last one; they held ``articles`` so far."""

    done: int
    total: int
    path: str
    articles: int = 0


@dataclass(frozen=True, slots=True)
class Inspection:
    """Everything that the stages made of one article."""

    document: Document
    claims: tuple[Claim, ...]
    reading: Reading


def inspect(article: Article) -> Inspection:
    """The article through all stages but the last."""
    document = annotate(article)
    claims = tuple(extract(document))
    document = replace(document, refusals=(*document.refusals, *refusals(document)))
    return Inspection(document, claims, resolve_article(document, claims, kinds()))


def read(piece: Piece) -> tuple[Reading | None, list[InputError]]:
    """The reading of one article, or why there is none; safe in a process of its own."""
    problems: list[InputError] = []
    article = read_piece(piece, refused=problems.append)
    return (None if article is None else inspect(article).reading), problems


def give(piece: Piece) -> tuple[Given | None, list[InputError]]:
    """The same as rows that can be kept."""
    reading, problems = read(piece)
    return (None if reading is None else Given(piece.key, described(reading.article), encode(reading))), problems


def _lost(piece: Piece, how: str) -> tuple[None, list[InputError]]:
    """What is told of an article that ends whatever reads it."""
    return None, [InputError(piece.source.path, f"reading the article {piece.id} ends its process ({how})", "leave it out, and report it")]


def run(
    inputs: Sequence[str | Path],
    *,
    workers: int = 1,
    progress: Callable[[Progress], None] | None = None,
    refused: Callable[[InputError], None] | None = None,
    died: Callable[[str], None] = lambda line: None,
) -> Resolution:
    """Articles in, resolution out, all in memory: the same whatever the order of ``inputs`` and the number of ``workers``.

    ``refused`` is told of every file that cannot be read; without it the first such file raises.
    ``died`` is told of every process that ended before its work did; what it had in hand is read again, and an article that ends its
    process again by itself is refused.
    """
    found = _Inputs(inputs, progress, refused)
    readings = []
    for reading, problems in each(read, found.pieces(), workers, _lost, died):
        found.tell(problems)
        found.step()
        if reading is not None:
            readings.append(reading)
    return resolve(readings, kinds())


def keep(
    inputs: Sequence[str | Path],
    state: State,
    *,
    workers: int = 1,
    progress: Callable[[Progress], None] | None = None,
    refused: Callable[[InputError], None] | None = None,
    died: Callable[[str], None] = lambda line: None,
) -> int:
    """Bring ``state`` up to date with the articles of ``inputs``: new and changed ones are read, others are withdrawn.

    Returns how many articles there are; with none, which is most likely a mistake, nothing is withdrawn.
    """
    found = _Inputs(inputs, progress, refused)
    before, there = state.keys(), set[str]()

    def new() -> Iterator[Piece]:
        for piece in found.pieces():
            if before.get(piece.id) == piece.key:
                there.add(piece.id)
                found.step()
            else:
                yield piece

    def given() -> Iterator[Given]:
        for one, problems in each(give, new(), workers, _lost, died):
            found.tell(problems)
            found.step()
            if one is not None:
                there.add(one.described.id)
                yield one

    stream = given()
    while batch := list(islice(stream, KEPT)):
        state.put(batch)
    if there:
        state.drop(sorted(before.keys() - there))
    return len(there)


class _Inputs:
    """The files of a build, with the progress through them and what could not be read."""

    def __init__(
        self,
        inputs: Sequence[str | Path],
        progress: Callable[[Progress], None] | None,
        refused: Callable[[InputError], None] | None,
    ) -> None:
        self.progress = progress
        self.refused = refused
        self.problems: list[InputError] = []
        self.sources = find(inputs, refused=self.problems.append)
        self.tell(self.problems)
        self.done = self.articles = 0

    def tell(self, problems: Sequence[InputError]) -> None:
        """Raises the first problem where nobody wants to be told."""
        for problem in problems:
            if self.refused is None:
                raise problem
            self.refused(problem)

    def pieces(self) -> Iterator[Piece]:
        """The articles before they are read, file by file."""
        for done, source in enumerate(self.sources, 1):
            problems: list[InputError] = []
            yield from pieces(source, refused=problems.append)
            self.tell(problems)
            self.done = done
            self._show(source.path)

    def step(self) -> None:
        """One more article is done."""
        self.articles += 1
        self._show(self.sources[max(0, self.done - 1)].path)

    def _show(self, path: str) -> None:
        if self.progress is not None:
            self.progress(Progress(self.done, len(self.sources), path, self.articles))
