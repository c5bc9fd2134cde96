"""What a running server holds."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from kg.rdf import DEFAULT_BASE, FACTS
from kg.serve.generations import Generations
from kg.serve.kept import Kept
from kg.serve.library import Library
from kg.serve.packing import Body
from kg.serve.pool import Pool
from kg.serve.settings import Settings
from kg.serve.survey import Survey

Log = Callable[[str], None]


@dataclass(slots=True)
class State:
    """Settings, the graph's generations, the processes that answer queries, the explorer's answers, and what was answered before."""

    settings: Settings
    generations: Generations
    pool: Pool
    library: Library
    survey: Survey
    log: Log
    kept: Kept = field(default_factory=Kept)

    async def answer(self, asked: object, make: Callable[[], Awaitable[Body]]) -> Body:
        """What was answered to ``asked``, all that it rests on, if the graph is still the same; else what ``make`` gives."""
        if self.settings.remote:  # nobody tells when an endpoint's graph changes
            return await make()
        return await self.kept.get(await self.tag(), asked, make)

    async def tag(self) -> str:
        """What names the graph as it is now."""
        generation = await self.generations.take()
        self.generations.release(generation)
        return generation.tag

    @property
    def base(self) -> str:
        """The base IRI of the data."""
        return self.pool.base or DEFAULT_BASE

    @property
    def facts(self) -> str:
        """The IRI of the graph of merged facts."""
        return self.base + FACTS
