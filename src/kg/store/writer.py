"""Writing to any store of the SPARQL 1.1 standards: by the Graph Store HTTP Protocol, by SPARQL Update, or by both.

Where graphs are replaced and filled, the Graph Store Protocol is used where the server has it, since it sends triples as they are; single
triples are taken away by SPARQL Update. Every request may arrive twice and changes nothing the second time.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from kg.errors import OutputError
from kg.rdf import FACTS, PREFIXES, STATE
from kg.rdf.ox import Literal, NamedNode, RdfFormat, Triple, serialize
from kg.store.addresses import Addresses, StoreRefusedError, without_login

if TYPE_CHECKING:
    from kg.store.web import Web

MARK = PREFIXES["owl"] + "versionInfo"
UPDATE_TRIPLES = 1_000  # of one update: some stores compile each into a program
GRAPH_TRIPLES = 20_000  # of one request of the Graph Store Protocol
LARGEST_PART = 4_000_000  # characters of one request, but for a triple that is longer
_NOT_THERE = frozenset({400, 401, 403, 404, 405, 406, 409, 410, 415, 422, 501})  # no such service, or not for us
_TOO_LARGE = 413
_JSON = "application/sparql-results+json"
# where stores have their services, below the address or beside it: (query, updates, graphs)
_LAYOUTS = (
    ("", ("",), ()),
    ("/query", ("/update",), ("/store", "/data")),
    ("/sparql", ("/sparql", "/update"), ("/sparql-graph-crud", "/data")),
)
_BESIDE = {
    "sparql": (("/sparql", "/update"), ("/sparql-graph-crud", "/data", "/store")),
    "sparql-auth": (("/sparql-auth",), ("/sparql-graph-crud-auth",)),
    "query": (("/update",), ("/store", "/data")),
}
_BELOW = (("", "/statements", "/update"), ("/data", "/rdf-graphs/service"))


class Writer:
    """A store to write to. ``environment`` may hold KG_STORE_USER and KG_STORE_PASSWORD; a login in the address goes before.

    Which services there are is tried when they are first needed. All methods raise :class:`kg.errors.OutputError`.
    """

    def __init__(self, addresses: Addresses, base: str, environment: Mapping[str, str] | None = None, web: Web | None = None) -> None:
        self.url, login = without_login(addresses.url)
        given = [None if a is None else without_login(a) for a in (addresses.query, addresses.update, addresses.graphs)]
        self._query, update, graphs = (None if one is None else one[0] for one in given)
        self._updates, self._graph_stores = (None if one is None else (one,) for one in (update, graphs))
        known = environment or {}
        user = known.get("KG_STORE_USER")
        logins = [login, *(one[1] for one in given if one), (user, known.get("KG_STORE_PASSWORD", "")) if user else None]
        if web is None:
            from kg.store.web import Web as Opened  # loads httpx, which asking a graph has no use for

            web = Opened(next((one for one in logins if one), None))
        self._web = web
        self._state = NamedNode(base + STATE)
        self._facts = NamedNode(base + FACTS)
        self._update = self._graphs = ""  # the services that were found to work
        self._ready = False

    @property
    def removes(self) -> bool:
        """Whether single triples can be taken away; known after the first mark."""
        return bool(self._update)

    def marked(self) -> str:
        """The mark of the graph that lies there; "" where there is none."""
        rows = self._select(f"SELECT ?mark WHERE {{ GRAPH <{self._state.value}> {{ <{self._facts.value}> <{MARK}> ?mark }} }}")
        return max((row["mark"] for row in rows), default="")

    def mark(self, text: str) -> None:
        """Set the mark."""
        if not self._ready:
            self._find(text)
        self.replace(self._state, [self._marking(text)])

    def graphs(self, prefix: str) -> list[str]:
        """The named graphs below an IRI that are not empty, but for the mark's own."""
        rows = self._select(f'SELECT DISTINCT ?g WHERE {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?g), "{prefix}")) }}')
        return sorted({row["g"] for row in rows} - {self._state.value})

    def count(self, graph: NamedNode) -> int:
        """How many triples a graph holds."""
        rows = self._select(f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH <{graph.value}> {{ ?s ?p ?o }} }}")
        try:
            return int(rows[0]["n"])
        except (IndexError, KeyError, ValueError) as error:
            raise OutputError(f"{self.url}: gives no number of triples; see the store's own log") from error

    def replace(self, graph: NamedNode, triples: Sequence[Triple]) -> None:
        """A graph's content."""
        parts = list(_parts(triples, GRAPH_TRIPLES if self._graphs else UPDATE_TRIPLES))
        first = parts.pop(0) if parts else ""
        try:
            if self._graphs:
                self._graph("PUT", graph, first)
            else:
                self._change(f"DROP SILENT GRAPH <{graph.value}>" + (f" ;\n{_data('INSERT', graph, first)}" if first else ""))
        except StoreRefusedError as error:
            if error.status != _TOO_LARGE or len(triples) < 2:
                raise
            self.drop(graph)
            self._insert(graph, first)
        for part in parts:
            self._insert(graph, part)

    def add(self, graph: NamedNode, triples: Iterable[Triple]) -> None:
        """Triples to a graph, in parts."""
        for part in _parts(triples, GRAPH_TRIPLES if self._graphs else UPDATE_TRIPLES):
            self._insert(graph, part)

    def remove(self, graph: NamedNode, triples: Iterable[Triple]) -> None:
        """Triples out of a graph; only where :attr:`removes`."""
        for part in _parts(triples, UPDATE_TRIPLES):
            self._halved(lambda lines: self._change(_data("DELETE", graph, lines)), part)

    def forget(self, graph: NamedNode, subjects: Iterable[NamedNode]) -> None:
        """All that a graph says of some things; only where :attr:`removes`."""
        for subject in subjects:
            self._change(f"DELETE WHERE {{ GRAPH <{graph.value}> {{ <{subject.value}> ?p ?o }} }}")

    def drop(self, graph: NamedNode) -> None:
        """A whole graph."""
        if self._update:
            self._change(f"DROP SILENT GRAPH <{graph.value}>")
            return
        try:
            self._web.send("DELETE", self._graphs, query={"graph": graph.value})
        except StoreRefusedError as error:
            if error.status != 404:  # gone already
                raise

    def close(self) -> None:
        """Lets go of the connections."""
        self._web.close()

    def _insert(self, graph: NamedNode, part: str) -> None:
        if self._graphs:
            self._halved(lambda lines: self._graph("POST", graph, lines), part)
        else:
            self._halved(lambda lines: self._change(_data("INSERT", graph, lines)), part)

    def _halved(self, send: Callable[[str], None], part: str) -> None:
        """Sends a part, in smaller ones where the store finds it too large."""
        try:
            send(part)
        except StoreRefusedError as error:
            lines = [f"{line}\n" for line in part.split("\n") if line]  # other line ends may stand in a text
            if error.status != _TOO_LARGE or len(lines) < 2:
                raise
            for half in (lines[: len(lines) // 2], lines[len(lines) // 2 :]):
                self._halved(send, "".join(half))

    def _graph(self, method: str, graph: NamedNode, part: str) -> None:
        # N-Triples are Turtle too, which more stores take
        self._web.send(method, self._graphs, body=part.encode("utf-8"), media="text/turtle", query={"graph": graph.value})

    def _change(self, update: str) -> None:
        self._web.send("POST", self._update, body=update.encode("utf-8"), media="application/sparql-update")

    def _select(self, query: str) -> list[dict[str, str]]:
        address = self._query or self._find_query()
        answer = self._web.send("POST", address, fields={"query": query}, accept=_JSON)
        rows = _rows(answer.body)
        if rows is None:
            raise OutputError(f"{address}: answers with {answer.media or 'no media type'} that is no result of SPARQL; check --store-query")
        return rows

    def _find_query(self) -> str:
        tried = []
        for below, _, _ in _LAYOUTS:
            address = self.url.rstrip("/") + below if below else self.url
            tried.append(address)
            try:
                answer = self._web.send("POST", address, fields={"query": "SELECT ?s WHERE { ?s ?p ?o } LIMIT 1"}, accept=_JSON)
            except StoreRefusedError as error:
                if error.status in (401, 403) or error.status not in _NOT_THERE:
                    raise
                continue
            if _rows(answer.body) is not None:
                self._query = address
                return address
        raise OutputError(f"{self.url}: no SPARQL endpoint answers there (tried {', '.join(tried)}); give --store-query")

    def _find(self, text: str) -> None:
        """The services that can write, found by writing the mark and reading it back."""
        updates, graphs = self._candidates()
        refused: list[StoreRefusedError] = []
        update = next((one for one in updates if self._takes(f"{text} (update tried)", refused, update=one)), "")
        graph_store = next((one for one in graphs if self._takes(f"{text} (graphs tried)", refused, graphs=one)), "")
        self._update, self._graphs = update, graph_store
        if not update and not graph_store:
            why = next((one for one in refused if one.status in (401, 403)), refused[0] if refused else None)
            raise OutputError(
                f"{self.url}: nothing can be written there by SPARQL Update or the Graph Store Protocol{f' ({why})' if why else ''};"
                " give --store-update or --store-graphs"
            ) from why
        self._ready = True

    def _candidates(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Addresses that may take updates, and graphs: those that were given, else those near where the store is asked."""
        asked = self._query or self._find_query()
        stem, _, last = self.url.rstrip("/").rpartition("/")
        if last in _BESIDE:
            updates, graphs = _BESIDE[last]
        else:
            stem = self.url.rstrip("/")
            below = (found[1:] for found in _LAYOUTS if found[0] and asked == stem + found[0])
            updates, graphs = next(below, _BELOW)
        return self._updates or tuple(stem + one for one in updates), self._graph_stores or tuple(stem + one for one in graphs)

    def _takes(self, text: str, refused: list[StoreRefusedError], update: str = "", graphs: str = "") -> bool:
        self._update, self._graphs = update, graphs
        try:
            self.replace(self._state, [self._marking(text)])
        except StoreRefusedError as error:
            if error.status not in _NOT_THERE:
                raise
            refused.append(error)
            return False
        return self.marked() == text

    def _marking(self, text: str) -> Triple:
        return Triple(self._facts, NamedNode(MARK), Literal(text))


def _rows(body: bytes) -> list[dict[str, str]] | None:
    """The rows of SPARQL 1.1 Query Results JSON; None where it is none."""
    with suppress(ValueError, KeyError, TypeError, AttributeError):
        return [{name: str(term["value"]) for name, term in row.items()} for row in json.loads(body)["results"]["bindings"]]
    return None


def _parts(triples: Iterable[Triple], most: int) -> Iterator[str]:
    """Lines of N-Triples, so many and so long at once."""
    part: list[str] = []
    length = 0
    for triple in triples:
        line = _in_sparql((serialize([triple], format=RdfFormat.N_TRIPLES) or b"").decode("utf-8"))
        if part and (len(part) >= most or length + len(line) > LARGEST_PART):
            yield "".join(part)
            part, length = [], 0
        part.append(line)
        length += len(line)
    if part:
        yield "".join(part)


_ESCAPES = re.compile(r"\\\\([uU])|\\.")


def _in_sparql(line: str) -> str:
    """A line of N-Triples that says the same inside SPARQL, where some engines read ``\\u0022`` as a quotation mark before they look for
    escaped backslashes (SPARQL 1.1, 19.2): a "u" behind a backslash is written by its number.
    """
    return _ESCAPES.sub(lambda found: f"\\\\\\U{ord(found[1]):08X}" if found[1] else found[0], line)


def _data(what: str, graph: NamedNode, lines: str) -> str:
    return f"{what} DATA {{ GRAPH <{graph.value}> {{\n{lines}}} }}"
