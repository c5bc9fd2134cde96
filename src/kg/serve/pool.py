"""The worker processes: some ready, more while many ask at once, each query in its own, none longer than its time.

Queries share the cores as processes do, so a quick one is answered while slow ones still run.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from contextlib import suppress

from kg.serve import wire
from kg.serve.generations import Generations
from kg.serve.process import DeadError, Process
from kg.serve.settings import Settings

_OPENING = 120.0  # seconds for a process to open the graph
_SOON = 0.3  # seconds that a query waits for a worker before one more is opened
_REST = 15.0  # seconds until workers beyond those kept ready end


class BusyError(Exception):
    """Too many queries run and wait."""


class SlowError(Exception):
    """A query was stopped at its time limit."""


class Pool:
    """Runs queries."""

    def __init__(self, settings: Settings, generations: Generations) -> None:
        self._settings = settings
        self._generations = generations
        self._places = asyncio.Semaphore(max(settings.at_once, 1))
        self._idle: list[Process] = []
        self._wishes: list[asyncio.Future[Process]] = []
        self._busy: set[Process] = set()
        self._opening = 0
        self._tasks: set[asyncio.Task[None]] = set()
        self._closed = False
        self.waiting = 0
        self.base = ""
        generations.renewed.append(self._renewed)

    @property
    def running(self) -> int:
        """Queries that run now."""
        return len(self._busy)

    @property
    def processes(self) -> list[int]:
        """The process numbers of the workers."""
        return sorted(process.id for process in (*self._idle, *self._busy))

    async def open(self) -> None:
        """Opens the first worker, then the others behind the server's back. Raises :class:`DeadError` where the graph cannot be opened."""
        first = await self._begin()
        self._idle.append(first)
        self._refill()

    async def run(self, asked: wire.Asked) -> wire.Answered:
        """The answer to a query. Raises :class:`BusyError` and :class:`SlowError`; cancelled, it stops the query."""
        if self._closed or (self.waiting >= self._settings.queue and self._places.locked()):
            raise BusyError
        self.waiting += 1
        try:
            async with asyncio.timeout(self._settings.timeout):
                await self._places.acquire()
        except TimeoutError as error:
            raise BusyError from error
        finally:
            self.waiting -= 1
        try:
            return await self._run(asked)
        finally:
            self._places.release()
            self._refill()

    async def _run(self, asked: wire.Asked) -> wire.Answered:
        process = None
        try:
            process = await self._ready()
            self._busy.add(process)
            async with asyncio.timeout(self._settings.timeout):
                return await process.ask(asked)
        except TimeoutError as error:
            raise SlowError from error
        except DeadError as error:
            return self._dead(error)
        finally:
            if process is not None:
                self._busy.discard(process)
                await asyncio.shield(self._back(process))

    async def _ready(self) -> Process:
        """A worker at rest that reads the current graph; one that comes free at once; else a new one."""
        current = await self._generations.take()
        self._generations.release(current)
        while self._idle:
            process = self._idle.pop()
            if process.generation is self._generations.current:
                return process
            await process.end()
        if len(self._busy) + self._opening < self._settings.workers:
            return await self._begin()
        while (freed := await self._freed()) is None:
            if self._opening < self._settings.workers:  # to open many at once would take the cores from those at work
                return await self._begin()
        return freed

    async def _freed(self) -> Process | None:
        """A worker that another query gives back soon: to wait for it is cheaper than a new process."""
        wish: asyncio.Future[Process] = asyncio.get_running_loop().create_future()
        self._wishes.append(wish)
        try:
            await asyncio.wait({wish}, timeout=_SOON)
        except asyncio.CancelledError:
            if wish.done():
                await self._back(wish.result())
            raise
        finally:
            if wish in self._wishes:
                self._wishes.remove(wish)
        return wish.result() if wish.done() else None

    async def _begin(self) -> Process:
        limits = wire.Start("", self._settings.rows, self._settings.size, self._settings.memory, self._settings.timeout)
        self._opening += 1
        try:
            async with asyncio.timeout(_OPENING):
                process = await Process.begin(self._generations, limits)
        except TimeoutError as error:
            raise DeadError(f"the graph was not open after {_OPENING:.0f} seconds") from error
        finally:
            self._opening -= 1
        self.base = process.base
        return process

    async def _back(self, process: Process) -> None:
        """A worker that answered well goes to whoever waits for one, or rests; any other ends."""
        if process.ended or process.spent or process.interrupted or self._closed or process.generation.old:
            await process.end()
        elif self._wishes:
            self._wishes.pop(0).set_result(process)
        else:
            self._idle.append(process)
            if len(self._idle) > self._settings.workers:
                asyncio.get_running_loop().call_later(_REST, self._trim)

    def _trim(self) -> None:
        """Workers that were opened for a crowd end when it has gone."""
        while len(self._idle) > self._settings.workers and not self._closed:
            self._later(self._idle.pop(0).end())

    def _dead(self, error: DeadError) -> wire.Answered:
        if "memory allocation" in error.said or "MemoryError" in error.said or "Cannot allocate" in error.said:
            words = f"the query needs more than {self._settings.memory} bytes of memory"
            return wire.Answered(500, error=words, limit="memory")
        said = " ".join(error.said.split())[:200] or "without a word"
        return wire.Answered(503, error=f"the process that answered ended ({said})")

    def _refill(self) -> None:
        """Opens workers until as many are there as shall be ready."""
        missing = self._settings.workers - len(self._idle) - len(self._busy) - self._opening
        for _ in range(max(0, 0 if self._closed else missing)):
            self._later(self._add())

    def _later(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _renewed(self) -> None:
        """Another graph came: workers at rest that read the last one end, others take their places."""
        old, self._idle = self._idle, []
        for process in old:
            self._later(process.end())
        self._refill()

    async def _add(self) -> None:
        with suppress(DeadError):
            process = await self._begin()
            if self._closed or process.generation.old or len(self._idle) + len(self._busy) >= self._settings.workers:
                await process.end()
                self._refill()
            else:
                self._idle.append(process)

    async def close(self) -> None:
        """Ends every worker."""
        self._closed = True
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*list(self._tasks), return_exceptions=True)
        for process in [*self._idle, *self._busy]:
            await process.end()
        self._idle.clear()
