"""The way through the house, one line a stage."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path
from threading import current_thread, main_thread

from kg.annotate import annotate
from kg.errors import InputError, KgError
from kg.extract import extract, kinds, refusals
from kg.read import STDIN, Source, find, read_file
from kg.resolve import Reading, resolve
from kg.resolve import read as resolve_article
from kg.types import Article, Claim, Document, Resolution


@dataclass(frozen=True, slots=True)
class Progress:
    """``done`` of ``total`` files are read; ``path`` was the last one."""

    done: int
    total: int
    path: str


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


def read(source: Source) -> tuple[list[Reading], list[InputError]]:
    """The readings of one file, and what could not be read; safe in a process of its own."""
    problems: list[InputError] = []
    articles = read_file(source, refused=problems.append)
    return [inspect(article).reading for article in articles], problems


def run(
    inputs: Sequence[str | Path],
    *,
    workers: int = 1,
    progress: Callable[[Progress], None] | None = None,
    refused: Callable[[InputError], None] | None = None,
) -> Resolution:
    """Articles in, resolution out: the same whatever the order of ``inputs`` and the number of ``workers``.

    ``refused`` is told of every file that cannot be read; without it the first such file raises.
    """
    problems: list[InputError] = []
    sources = find(inputs, refused=problems.append)
    readings: list[Reading] = []
    for done, (source, (found, faults)) in enumerate(zip(sources, _each(sources, workers), strict=True), 1):
        readings.extend(found)
        problems.extend(faults)
        if progress is not None:
            progress(Progress(done, len(sources), source.path))
    for problem in problems:
        if refused is None:
            raise problem
        refused(problem)
    return resolve(readings, kinds())


def _each(sources: Sequence[Source], workers: int) -> Iterator[tuple[list[Reading], list[InputError]]]:
    if workers <= 1 or len(sources) < 2:
        yield from map(read, sources)
        return
    # forked children of a process with threads can hang, and "spawn" is the same on every system
    pool = ProcessPoolExecutor(min(workers, len(sources)), mp_context=get_context("spawn"))
    try:
        # children have no standard input of their own
        with _unheard():
            given = [None if source.path == STDIN else pool.submit(read, source) for source in sources]
        for source, promise in zip(sources, given, strict=True):
            yield read(source) if promise is None else promise.result()
    except BrokenProcessPool as error:
        raise KgError("a worker process died, most likely for want of memory; build again with --workers 1") from error
    finally:
        pool.shutdown(cancel_futures=True)  # after Ctrl-C nothing more is begun


@contextmanager
def _unheard() -> Iterator[None]:
    """Ctrl-C is this process's to handle: processes begun in here inherit that they do not hear it."""
    if current_thread() is not main_thread():  # only there are signals set
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before or signal.SIG_DFL)
