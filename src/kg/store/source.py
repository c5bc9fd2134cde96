"""What every graph can do, wherever it lies: answer SPARQL, and give its quads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import IO, Protocol

from kg.rdf.ox import Quad, QueryBoolean, QuerySolutions, Triple
from kg.store.result import Flow, Result


class Source(Protocol):
    """A graph that can be asked. Queries see the merged facts, each once, unless they name a data set themselves."""

    @property
    def name(self) -> str:
        """Where it lies, for messages."""

    @property
    def base(self) -> str:
        """The base IRI of its data."""

    def ask(self, query: str, *, own_dataset: bool = False) -> Result:
        """The answer to a SPARQL query that uses only prefixes of :func:`kg.rdf.prefixes` or its own.

        ``own_dataset`` says that the query has FROM clauses. Raises :class:`kg.errors.QueryError`.
        """

    def flow(self, query: str, *, own_dataset: bool = False) -> Result | Flow:
        """The same; the rows of a SELECT as they are found, where the graph lies on this machine."""

    def quads(self) -> Iterator[Quad]:
        """Every quad, graph by graph, the merged facts in BASE + "graph/facts"."""

    def facts(self) -> Iterator[Quad]:
        """The merged facts, each once."""

    def graphs(self) -> Iterator[str]:
        """The IRIs of its graphs, the merged facts as BASE + "graph/facts"; of an endpoint only that."""

    def dump(self, graph: str, out: IO[bytes]) -> None:
        """Writes one of :meth:`graphs` as canonical N-Triples; from a store a subject's triples come one after the other."""

    def close(self) -> None:
        """Lets go of files."""


Raw = QuerySolutions | QueryBoolean | Iterable[Triple]


class Engine(Source, Protocol):
    """A source that also gives what the engine found as it is, for whoever writes it out in a format of the standards."""

    def raw(self, query: str, *, default: Sequence[str] = (), named: Sequence[str] | None = None, own_dataset: bool = False) -> Raw:
        """The answer to a query as :meth:`Source.ask` takes it, read as far as it is iterated or written.

        ``default`` and ``named`` are the IRIs of the graphs of the data set, as the SPARQL 1.1 Protocol names it; each triple of
        several default graphs counts once. Without them (empty, None) the query sees the merged facts, unless ``own_dataset`` says that
        it has FROM clauses. Raises :class:`kg.errors.QueryError`.
        """
