"""The explorer's answers about some things (search, cards, articles), worked out beside the event loop by one thread.

The overview, which reads the whole graph, is made elsewhere: :mod:`kg.serve.survey`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from queue import PriorityQueue
from threading import Thread
from typing import Any, TypeVar

from kg.errors import KgError
from kg.explore import TITLE, Explorer
from kg.serve.generations import Generation, Generations
from kg.serve.problems import ProblemError, busy
from kg.store import open_source

_T = TypeVar("_T")
_WAITING = 200  # questions that wait for the thread
_ENDING = 2.0  # seconds for what the thread is at when the server ends
_QUICK, _USUAL, _LAST = range(3)
_Job = tuple[Callable[[], Any], asyncio.Future[Any], asyncio.AbstractEventLoop]


@dataclass(slots=True)
class _Shelf:
    """One generation's explorer."""

    generation: Generation
    explorer: Explorer


class Library:
    """A thread with an explorer, which is never asked twice at once."""

    def __init__(self, generations: Generations, timeout: float, title: str = "") -> None:
        self._generations = generations
        self._timeout = timeout
        self._title = title or TITLE
        self._jobs: PriorityQueue[tuple[int, int, _Job | None]] = PriorityQueue()
        self._numbers = count()
        # no thread of a pool: those are waited for when the process ends, and an endpoint may let one wait for minutes
        self._thread = Thread(target=self._work, name="kg-explorer", daemon=True)
        self._thread.start()
        generations.renewed.append(self._renewed)
        self._shelf: _Shelf | None = None
        self._waiting = 0
        self._warm = False
        self._warming: asyncio.Task[None] | None = None

    def warm(self) -> None:
        """Reads the names now, and again whenever another graph comes, so that who asks first need not wait for it."""
        self._warm = True
        self._warming = asyncio.get_running_loop().create_task(self._read())

    async def _read(self) -> None:
        with suppress(KgError, ProblemError):  # whoever asks will be told
            await self.ask(lambda explorer: explorer.search("a"))

    async def ask(self, question: Callable[[Explorer], _T], quick: bool = False) -> _T:
        """The answer to a question about some things; one that is ``quick`` goes before others that wait.

        Raises :class:`kg.errors.KgError` as the explorer does, ``ProblemError`` where it takes too long.
        """
        if self._waiting >= _WAITING:
            raise busy()
        generation = await self._generations.take()
        self._waiting += 1
        loop = asyncio.get_running_loop()
        job: asyncio.Future[_T] = loop.create_future()
        self._put(_QUICK if quick else _USUAL, (lambda: question(self._open(generation).explorer), job, loop))
        job.add_done_callback(lambda done: self._done(generation, done))
        try:
            async with asyncio.timeout(self._timeout):
                return await asyncio.shield(job)
        except TimeoutError as error:
            raise ProblemError(
                503, "the graph is still being read", next_="ask again in 5 seconds or more", headers={"Retry-After": "5"}
            ) from error

    def _put(self, rank: int, job: _Job | None) -> None:
        self._jobs.put((rank, next(self._numbers), job))

    def _done(self, generation: Generation, job: asyncio.Future[Any]) -> None:
        self._waiting -= 1
        if not job.cancelled():
            job.exception()  # told to whoever waited, if anybody still does
        self._generations.release(generation)

    def _open(self, generation: Generation) -> _Shelf:
        """The generation's explorer. The last one is let go of first: its files may be gone soon."""
        if self._shelf is None or self._shelf.generation is not generation:
            self.close_shelf()
            source = open_source(generation.target)
            self._shelf = _Shelf(generation, Explorer(source, self._title))
        return self._shelf

    def _renewed(self) -> None:
        """Another graph came: the last one's files are let go of."""
        loop = asyncio.get_running_loop()
        self._put(_QUICK, (self.close_shelf, loop.create_future(), loop))
        if self._warm:
            self.warm()

    def close_shelf(self) -> None:
        """Lets go of the graph's files."""
        if self._shelf is not None:
            self._shelf.explorer.source.close()
            self._shelf = None

    def _work(self) -> None:
        while (job := self._jobs.get()[2]) is not None:
            question, future, loop = job
            try:
                told, failed = question(), None
            except Exception as error:
                told, failed = None, error
            with suppress(RuntimeError):  # the server has ended meanwhile
                loop.call_soon_threadsafe(_tell, future, told, failed)
        self.close_shelf()

    async def close(self) -> None:
        """Ends the thread, after what it is at if that takes no long time."""
        if self._warming is not None:
            self._warming.cancel()
        self._put(_LAST, None)
        await asyncio.to_thread(self._thread.join, _ENDING)


def _tell(future: asyncio.Future[Any], told: object, failed: Exception | None) -> None:
    if future.cancelled():
        return
    if failed is not None:
        future.set_exception(failed)
    else:
        future.set_result(told)
