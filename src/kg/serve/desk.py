"""A graph for programs on this machine that are no web client: the explorer in a thread, queries in processes that can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from kg.errors import QueryError
from kg.explore import Explorer
from kg.serve import wire
from kg.serve.generations import Generations
from kg.serve.library import Library
from kg.serve.pool import BusyError, Pool, SlowError
from kg.serve.problems import ProblemError
from kg.serve.process import DeadError
from kg.serve.settings import Settings

_T = TypeVar("_T")
TIMEOUT = 10.0  # seconds of one query
ROWS = 10_000
SIZE = 8 * 1024 * 1024  # bytes of one answer
_EXPLORING = 300.0  # seconds: the first question reads all names
_NARROW = "name a type, join its patterns by common variables, or add LIMIT"


class Desk:
    """One graph, read anew when a build puts another in its place. Made and used inside one running event loop."""

    def __init__(self, target: str, *, timeout: float = TIMEOUT, rows: int = ROWS, size: int = SIZE) -> None:
        """``timeout`` in seconds, ``size`` in bytes, both of one query. Raises :class:`kg.errors.InputError` where there is no graph."""
        self._settings = Settings(target, timeout=timeout, rows=rows, size=size, workers=1, at_once=2, queue=8)
        self._generations = Generations(target)
        self._pool = Pool(self._settings, self._generations)
        self._library = Library(self._generations, _EXPLORING)

    @property
    def processes(self) -> list[int]:
        """The process numbers of those that answer queries."""
        return self._pool.processes

    async def explore(self, question: Callable[[Explorer], _T]) -> _T:
        """The explorer's answer. Raises :class:`kg.errors.KgError` as it does."""
        try:
            return await self._library.ask(question)
        except ProblemError as error:
            raise QueryError(error.error) from error

    async def query(self, text: str) -> tuple[str, bytes]:
        """The answer to a SPARQL query: "json" (SPARQL 1.1 Query Results JSON) or "turtle", and its bytes.

        Raises :class:`kg.errors.QueryError` for a query that cannot be read or may not run, and where a limit is passed.
        """
        try:
            answer = await self._pool.run(wire.Asked(text, "json", "turtle"))
        except SlowError as error:
            raise QueryError(f"the query took longer than {self._settings.timeout:g} seconds and was stopped; {_NARROW}") from error
        except BusyError as error:
            raise QueryError("too many queries run at the same time; ask again when one of them is answered") from error
        except DeadError as error:
            raise QueryError(f"the graph cannot be opened: {error.said}") from error
        if answer.status != 200:
            raise QueryError(f"{answer.error}; {_NARROW}" if answer.limit in ("rows", "bytes", "memory") else answer.error)
        return answer.format, answer.body

    async def close(self) -> None:
        """Ends every process and lets go of the graph."""
        await self._pool.close()
        await self._library.close()
        self._generations.close()
