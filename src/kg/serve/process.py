"""One worker process, seen from the server."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from kg.serve import wire
from kg.serve.generations import Generation, Generations

_TOLD = 20_000  # bytes kept of what a worker says at its end
_BUFFER = 1 << 20  # bytes read ahead
_SOURCES = str(Path(__file__).resolve().parents[2])


class DeadError(Exception):
    """A worker ended in the middle of something; ``said`` are its last words."""

    def __init__(self, said: str) -> None:
        super().__init__(said)
        self.said = said


class Process:
    """A worker that reads one generation of the graph."""

    def __init__(self, process: asyncio.subprocess.Process, generation: Generation, generations: Generations) -> None:
        self._process = process
        self._generations = generations
        self.generation = generation
        self.base = ""
        self.ended = False
        self.spent = False
        self.interrupted = False  # a query was sent and its answer not read: it may still be at work
        self._said = bytearray()
        self._ear = asyncio.create_task(self._hear())

    @classmethod
    async def begin(cls, generations: Generations, start: wire.Start, module: str = "kg.serve.worker") -> Process:
        """A process that has opened the graph, running one of kg's modules. Raises :class:`DeadError` with the reason where it cannot."""
        generation = await generations.take()
        try:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-P", "-m", module),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.PIPE,
                env=_environment(),
                limit=_BUFFER,
                start_new_session=True,  # Ctrl-C is for the server, which ends its workers itself
            )
        except BaseException:
            generations.release(generation)
            raise
        found = cls(process, generation, generations)
        try:
            ready = await found.ask(replace(start, target=generation.target))
        except BaseException:
            await found.end()
            raise
        if ready.status != 200:
            await found.end()
            raise DeadError(ready.error)
        found.base = ready.body.decode("utf-8")
        return found

    @property
    def id(self) -> int:
        """Its process number."""
        return self._process.pid

    async def ask(self, message: wire.Start | wire.Asked) -> wire.Answered:
        """Its answer. Raises :class:`DeadError` where it ends instead."""
        into, out = self._process.stdin, self._process.stdout
        assert into is not None and out is not None
        self.interrupted = True
        try:
            into.write(wire.head(message))
            await into.drain()
            head, body = wire.lengths(await out.readexactly(wire.PREFIX))
            told = json.loads(await out.readexactly(head))
            answer = wire.answered(told, await out.readexactly(body))
        except (asyncio.IncompleteReadError, ConnectionError) as error:
            await self.end()
            raise DeadError(self._said.decode("utf-8", "replace")) from error
        self.spent, self.interrupted = answer.spent, False
        return answer

    async def end(self) -> None:
        """Kill it, whatever it is doing, and wait until the system has it back."""
        if self.ended:
            return
        self.ended = True
        with suppress(ProcessLookupError):
            self._process.kill()
        await self._process.wait()
        await asyncio.wait([self._ear], timeout=1)
        self._ear.cancel()
        if self._process.stdin is not None:
            self._process.stdin.close()
        self._generations.release(self.generation)

    async def _hear(self) -> None:
        """Keeps the first words on standard error: why the process gave up."""
        assert self._process.stderr is not None
        while piece := await self._process.stderr.read(4096):
            self._said += piece[: max(0, _TOLD - len(self._said))]


def _environment() -> dict[str, str]:
    """The server's, without its secret, and with the sources that the server itself runs from."""
    kept = {name: value for name, value in os.environ.items() if name != "KG_TOKEN"}
    path = [_SOURCES, *([kept["PYTHONPATH"]] if kept.get("PYTHONPATH") else [])]
    return {**kept, "PYTHONPATH": os.pathsep.join(path), "RUST_BACKTRACE": "0", "PYTHONUTF8": "1"}
