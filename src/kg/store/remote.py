"""Graphs behind an http(s) address: any endpoint of the SPARQL 1.1 Protocol."""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator, Sequence
from functools import cached_property
from http.client import HTTPException, HTTPResponse
from typing import IO, Any

from kg.errors import MalformedError, QueryError
from kg.rdf import DEFAULT_BASE, FACTS, KG, PREFIXES, WRITING, prefixes
from kg.rdf.ox import DefaultGraph, NamedNode, Quad, QueryResultsFormat, RdfFormat, Store, Triple, parse, parse_query_results, serialize
from kg.store.local import syntax, triples_result
from kg.store.result import Cell, Result
from kg.store.source import Raw

TIMEOUT = 60.0  # seconds without a byte
WHOLE = 600.0  # seconds for a whole answer
LARGEST = 512 * 1024 * 1024  # bytes of an answer
_RESULTS = "application/sparql-results+json"
_ACCEPT = f"{_RESULTS}, application/n-triples;q=0.9, text/turtle;q=0.8"
_TRIPLES = {"application/n-triples": RdfFormat.N_TRIPLES, "text/turtle": RdfFormat.TURTLE, "application/rdf+xml": RdfFormat.RDF_XML}
_KINDS = {"uri": "uri", "literal": "literal", "typed-literal": "literal", "bnode": "bnode"}


class RemoteSource:
    """An endpoint. Where it holds our named graph of merged facts, queries see that graph, else its default graph."""

    def __init__(self, url: str, timeout: float = TIMEOUT) -> None:
        self.name = url
        self._timeout = timeout

    @cached_property
    def _graph(self) -> str | None:
        """The IRI of the named graph of merged facts, if the endpoint has one."""
        found = self._select(f"SELECT ?g WHERE {{ GRAPH ?g {{ ?g a <{KG}Graph> }} }} ORDER BY ?g LIMIT 1")
        if found.rows:
            return found.rows[0][0]
        mark = f'?facts <{PREFIXES["owl"]}versionInfo> ?mark FILTER(STRSTARTS(STR(?mark), "{WRITING}"))'
        if self._select(f"SELECT ?g WHERE {{ GRAPH ?g {{ {mark} }} }} LIMIT 1").rows:
            raise QueryError(
                f"{self.name}: the graph there is not whole yet; wait until kg build --store ends, or run it again if it was stopped"
            )
        return None

    @cached_property
    def base(self) -> str:
        """The base IRI of its data."""
        graph = self._graph
        if graph is None:
            found = self._select(f"SELECT ?g WHERE {{ ?g a <{KG}Graph> }} ORDER BY ?g LIMIT 1")
            graph = found.rows[0][0] if found.rows else DEFAULT_BASE + FACTS
        return graph.removesuffix(FACTS) if graph.endswith(FACTS) else DEFAULT_BASE

    def ask(self, query: str, *, own_dataset: bool = False) -> Result:
        """As :meth:`kg.store.Source.ask`; the query is checked here before it is sent."""
        graph = None if own_dataset else self._graph
        return self._select(self._declared(query), graph, tuple(prefixes(self.base).items()))

    def flow(self, query: str, *, own_dataset: bool = False) -> Result:
        """As :meth:`ask`: an answer over the network is taken whole, so that none is cut short unseen."""
        return self.ask(query, own_dataset=own_dataset)

    def raw(self, query: str, *, default: Sequence[str] = (), named: Sequence[str] | None = None, own_dataset: bool = False) -> Raw:
        """As :meth:`kg.store.source.Engine.raw`. Whether a triple of several graphs counts once is the endpoint's to keep."""
        text = self._declared(query)
        if not default and named is None and not own_dataset and self._graph:
            default = (self._graph,)
        dataset = [*(("default-graph-uri", iri) for iri in default), *(("named-graph-uri", iri) for iri in named or ())]
        body, media = self._post(text, dataset)
        if media in _TRIPLES:
            return self._triples(body, media)
        self._results(media)
        try:
            return parse_query_results(body, format=QueryResultsFormat.JSON)
        except (SyntaxError, ValueError) as error:
            raise QueryError(f"{self.name}: its answer is broken or cut short; ask for less or try again") from error

    def _declared(self, query: str) -> str:
        """The query with the prefixes that it need not declare, checked here before it is sent."""
        known = prefixes(self.base)
        try:
            Store().query(query, prefixes=known)
        except (SyntaxError, ValueError) as error:
            raise MalformedError(f"the query cannot be read: {syntax(error)}") from error
        # on one line before the query, so that the endpoint's messages count lines as the user does
        declared = " ".join(f"PREFIX {name}: <{namespace}>" for name, namespace in known.items() if f"{name}:" in query)
        return f"{declared} {query}"

    def _results(self, media: str) -> None:
        if media not in (_RESULTS, "application/json"):
            raise QueryError(f"{self.name}: answers with {media or 'no media type'}, so it is no SPARQL endpoint; check the address")

    def quads(self) -> Iterator[Quad]:
        """The merged facts; what single articles said stays with the endpoint."""
        return self.facts()

    def facts(self) -> Iterator[Quad]:
        """As :meth:`kg.store.Source.facts`."""
        body, media = self._post("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", _default(self._graph))
        name = NamedNode(self.base + FACTS)
        seen: set[Triple] = set()
        for triple in self._triples(body, media):
            if triple not in seen:
                seen.add(triple)
                yield Quad(triple.subject, triple.predicate, triple.object, name)

    def graphs(self) -> Iterator[str]:
        """As :meth:`kg.store.Source.graphs`: the merged facts; what single articles said stays with the endpoint."""
        yield self.base + FACTS

    def dump(self, graph: str, out: IO[bytes]) -> None:
        """As :meth:`kg.store.Source.dump`."""
        serialize((quad.triple for quad in self.facts()), out, format=RdfFormat.N_TRIPLES)

    def close(self) -> None:
        """Nothing is kept open."""

    def _select(self, query: str, graph: str | None = None, known: tuple[tuple[str, str], ...] = ()) -> Result:
        body, media = self._post(query, _default(graph))
        if media in _TRIPLES:
            return triples_result(self._triples(body, media), known)
        self._results(media)
        try:
            return _parsed(json.loads(body), known)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise QueryError(f"{self.name}: its answer is broken or cut short; ask for less or try again") from error

    def _triples(self, body: bytes, media: str) -> Iterator[Triple]:
        if media not in _TRIPLES:
            raise QueryError(f"{self.name}: answers with {media or 'no media type'} where triples were asked for")
        try:
            for quad in parse(body, format=_TRIPLES[media]):
                assert isinstance(quad.graph_name, DefaultGraph)
                yield quad.triple
        except (SyntaxError, ValueError) as error:
            raise QueryError(f"{self.name}: its triples cannot be read; ask for less or try again") from error

    def _body(self, answer: HTTPResponse) -> bytes:
        """At most one byte more than ``LARGEST``; an answer that drips without an end is given up."""
        found, until = bytearray(), time.monotonic() + WHOLE
        while len(found) <= LARGEST and (piece := answer.read1(1 << 20)):
            found += piece
            if time.monotonic() > until:
                raise TimeoutError(f"not whole after {WHOLE:.0f} seconds")
        if answer.length:  # what was announced and did not come
            raise HTTPException("cut short")
        return bytes(found)

    def _post(self, query: str, dataset: Sequence[tuple[str, str]]) -> tuple[bytes, str]:
        """Body and media type of the answer to a POST of the query, as SPARQL 1.1 Protocol, 2.1.2, has it."""
        fields = [("query", query), *dataset]
        try:
            request = urllib.request.Request(
                self.name,
                data=urllib.parse.urlencode(fields).encode("ascii"),
                headers={"Accept": _ACCEPT, "Content-Type": "application/x-www-form-urlencoded", "User-Agent": "kg"},
            )
            with urllib.request.urlopen(request, timeout=self._timeout) as answer:
                body = self._body(answer)
                media: str = answer.headers.get_content_type()
        except urllib.error.HTTPError as error:
            with error:
                said = " ".join(error.read(2000).decode("utf-8", "replace").split())[:200]
            raise QueryError(f"{self.name}: refused the query with status {error.code}: {said or error.reason}") from error
        except (urllib.error.URLError, HTTPException, OSError, ValueError) as error:
            reason = getattr(error, "reason", error)
            raise QueryError(f"{self.name}: no answer ({reason}); check the address and that the endpoint runs") from error
        if len(body) > LARGEST:
            raise QueryError(f"{self.name}: the answer is larger than {LARGEST // 2**20} MB; ask for less with LIMIT")
        return body, media


def _default(graph: str | None) -> list[tuple[str, str]]:
    return [("default-graph-uri", graph)] if graph else []


def _parsed(data: Any, known: tuple[tuple[str, str], ...]) -> Result:
    """SPARQL 1.1 Query Results JSON as a result."""
    if "boolean" in data:
        return Result("boolean", boolean=bool(data["boolean"]), prefixes=known)
    columns = tuple(str(name) for name in data["head"]["vars"])
    rows = tuple(tuple(_cell(row.get(name)) for name in columns) for row in data["results"]["bindings"])
    return Result("rows", columns=columns, bindings=rows, prefixes=known)


def _cell(term: dict[str, str] | None) -> Cell | None:
    if term is None:
        return None
    datatype = term.get("datatype", "")
    return Cell(
        _KINDS[term["type"]],  # type: ignore[arg-type]
        term["value"],
        "" if datatype.endswith("XMLSchema#string") else datatype,
        term.get("xml:lang", ""),
    )
