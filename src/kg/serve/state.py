"""What a running server holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kg.rdf import DEFAULT_BASE, FACTS
from kg.serve.generations import Generations
from kg.serve.library import Library
from kg.serve.pool import Pool
from kg.serve.settings import Settings

Log = Callable[[str], None]


@dataclass(slots=True)
class State:
    """Settings, the graph's generations, the processes that answer queries, and the explorer's answers."""

    settings: Settings
    generations: Generations
    pool: Pool
    library: Library
    log: Log

    @property
    def base(self) -> str:
        """The base IRI of the data."""
        return self.pool.base or DEFAULT_BASE

    @property
    def facts(self) -> str:
        """The IRI of the graph of merged facts."""
        return self.base + FACTS
