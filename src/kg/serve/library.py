"""The explorer's answers for the graph as it is now, worked out beside the event loop by two threads.

One is for what takes a moment (search, cards, articles), the other for the overview, which reads the whole graph: nobody waits for it
who wants to know one name.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeVar

from kg.explore import TITLE, Explorer
from kg.serve.generations import Generation, Generations
from kg.serve.packing import Body
from kg.serve.problems import ProblemError, busy
from kg.store import open_source

_T = TypeVar("_T")
_WAITING = 200  # questions that wait for the thread
_ENDING = 2.0  # seconds for what the thread is at when the server ends
_Job = tuple[Callable[[], Any], asyncio.Future[Any], asyncio.AbstractEventLoop]


@dataclass(slots=True)
class _Shelf:
    """One generation's explorer, and its overview as bytes once somebody asked for it."""

    generation: Generation
    explorer: Explorer
    overview: Body | None = None


class Library:
    """Asks the explorer."""

    def __init__(self, generations: Generations, timeout: float, title: str = "") -> None:
        self._quick = _Reader(generations, timeout, title)
        self._whole = _Reader(generations, timeout, title)

    async def ask(self, question: Callable[[Explorer], _T]) -> _T:
        """The answer to a question about some things. Raises :class:`kg.errors.KgError` as the explorer does, ``ProblemError`` where it
        takes too long.
        """
        return await self._quick.run(lambda shelf: question(shelf.explorer))

    async def ask_whole(self, question: Callable[[Explorer], _T]) -> _T:
        """The answer to a question that needs the overview; the same otherwise."""
        return await self._whole.run(lambda shelf: question(shelf.explorer))

    async def overview(self) -> Body:
        """The overview as JSON."""

        def made(shelf: _Shelf) -> Body:
            if shelf.overview is None:
                raw = json.dumps(shelf.explorer.overview(), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
                shelf.overview = Body(raw, "application/json")
            return shelf.overview

        return await self._whole.run(made)

    async def close(self) -> None:
        """Ends the threads, after what they are at if that takes no long time."""
        await asyncio.gather(self._quick.close(), self._whole.close())


class _Reader:
    """A thread with an explorer, which is never asked twice at once."""

    def __init__(self, generations: Generations, timeout: float, title: str) -> None:
        self._generations = generations
        self._timeout = timeout
        self._title = title or TITLE
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        # no thread of a pool: those are waited for when the process ends, and an endpoint may let one wait for minutes
        self._thread = Thread(target=self._work, name="kg-explorer", daemon=True)
        self._thread.start()
        generations.renewed.append(self._renewed)
        self._shelf: _Shelf | None = None
        self._waiting = 0

    async def run(self, work: Callable[[_Shelf], _T]) -> _T:
        """The answer to a question."""
        if self._waiting >= _WAITING:
            raise busy()
        generation = await self._generations.take()
        self._waiting += 1
        loop = asyncio.get_running_loop()
        job: asyncio.Future[_T] = loop.create_future()
        self._jobs.put((lambda: work(self._open(generation)), job, loop))
        job.add_done_callback(lambda done: self._done(generation, done))
        try:
            async with asyncio.timeout(self._timeout):
                return await asyncio.shield(job)
        except TimeoutError as error:
            raise ProblemError(
                503, "the graph is still being read", next_="ask again in 5 seconds or more", headers={"Retry-After": "5"}
            ) from error

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
        self._jobs.put((self.close_shelf, loop.create_future(), loop))

    def close_shelf(self) -> None:
        """Lets go of the graph's files."""
        if self._shelf is not None:
            self._shelf.explorer.source.close()
            self._shelf = None

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
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
        self._jobs.put(None)
        await asyncio.to_thread(self._thread.join, _ENDING)


def _tell(future: asyncio.Future[Any], told: object, failed: Exception | None) -> None:
    if future.cancelled():
        return
    if failed is not None:
        future.set_exception(failed)
    else:
        future.set_result(told)
