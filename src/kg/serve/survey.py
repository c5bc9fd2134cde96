"""The overview of the graph as it is now, made once, and the quotes that it counts: from one process, see :mod:`kg.serve.surveyor`."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Sequence
from contextlib import suppress
from typing import TypeVar

from kg.serve import wire
from kg.serve.generations import Generation, Generations
from kg.serve.packing import Body
from kg.serve.problems import ProblemError, busy
from kg.serve.process import DeadError, Process
from kg.serve.settings import Settings
from kg.serve.surveyor import OVERVIEW

_T = TypeVar("_T")
_WAITING = 200  # questions that wait for the process


class Survey:
    """Asks the process, which is begun when somebody first asks."""

    def __init__(self, generations: Generations, settings: Settings) -> None:
        self._generations = generations
        self._settings = settings
        self._process: Process | None = None
        self._free = asyncio.Lock()  # the process answers one after the other
        self._whole: tuple[Generation, Body] | None = None
        self._making: tuple[Generation, asyncio.Task[Body]] | None = None
        self._tasks: set[asyncio.Task[object]] = set()
        self._waiting = 0
        generations.renewed.append(self._renewed)

    @property
    def process(self) -> int | None:
        """The process number, where it runs."""
        return self._process.id if self._process else None

    async def overview(self) -> Body:
        """The overview as JSON. Raises ``ProblemError``, with 503 while it is in the making for longer than a query may take."""
        generation = await self._generations.take()
        self._generations.release(generation)
        if self._whole and self._whole[0] is generation:
            return self._whole[1]
        if self._making is None or self._making[0] is not generation or self._making[1].done():
            self._making = generation, self._begun(self._made(generation))
        return await self._patiently(self._making[1])

    async def quotes(self, numbers: Sequence[int]) -> Body:
        """Quotes by number as JSON. Raises ``ProblemError``, with 404 for a number that there is not."""

        async def asked() -> Body:
            return Body((await self._ask(",".join(map(str, numbers)))).body, "application/json")

        return await self._patiently(self._begun(asked()))

    async def close(self) -> None:
        """Ends the process."""
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*list(self._tasks), return_exceptions=True)
        await self._end()

    async def _made(self, generation: Generation) -> Body:
        body = Body((await self._ask(OVERVIEW)).body, "application/json")
        if not generation.old:
            self._whole = generation, body
        return body

    async def _patiently(self, task: asyncio.Task[_T]) -> _T:
        """What a task gives if it comes in time; it goes on in any case."""
        if self._waiting >= _WAITING:
            raise busy()
        self._waiting += 1
        try:
            async with asyncio.timeout(self._settings.timeout):
                return await asyncio.shield(task)
        except TimeoutError as error:
            raise ProblemError(
                503, "the graph is still being read", next_="ask again in 5 seconds or more", headers={"Retry-After": "5"}
            ) from error
        finally:
            self._waiting -= 1

    async def _ask(self, question: str) -> wire.Answered:
        async with self._free:
            try:
                process = await self._current()
                answer = await process.ask(wire.Asked(question))
            except DeadError as error:
                await self._end()
                said = " ".join(error.said.split())[:200] or "without a word"
                raise ProblemError(502 if self._settings.remote else 503, f"the process that reads the graph ended ({said})") from error
        if answer.status != 200:
            raise ProblemError(answer.status, answer.error)
        return answer

    async def _current(self) -> Process:
        generation = await self._generations.take()
        self._generations.release(generation)
        if self._process is None or self._process.ended or self._process.generation is not generation:
            await self._end()
            begin = wire.Start("", 0, 0, 0, self._settings.timeout, self._settings.title)
            self._process = await Process.begin(self._generations, begin, "kg.serve.surveyor")
        return self._process

    def _renewed(self) -> None:
        """Another graph came."""
        self._begun(self._let_go())

    async def _let_go(self) -> None:
        """What reads the last graph ends, and what it told goes."""
        async with self._free:
            if self._process is not None and self._process.generation.old:
                await self._end()
            if self._whole is not None and self._whole[0].old:
                self._whole = None

    async def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            await process.end()

    def _begun(self, work: Coroutine[object, object, _T]) -> asyncio.Task[_T]:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)
        return task

    def _done(self, task: asyncio.Task[object]) -> None:
        self._tasks.discard(task)
        with suppress(asyncio.CancelledError):
            task.exception()  # told to whoever waited, if anybody still does
