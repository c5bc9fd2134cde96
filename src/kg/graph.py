"""The graph as a library object: ask it, draw it, hand it to rdflib, networkx or pandas."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from kg._notebook import Inline
from kg.errors import InputError
from kg.export import Network, export, network, write
from kg.extract import kinds as declared_kinds
from kg.query import run
from kg.rdf import DEFAULT_BASE, FACTS, quads
from kg.rdf.ox import DefaultGraph, NamedNode, Quad, Store
from kg.store import Engine, Result, build_store, from_quads, html_table, open_source
from kg.types import Kind, Resolution

if TYPE_CHECKING:
    import pandas
    import rdflib

_COUNTS = """SELECT ?type (COUNT(DISTINCT ?thing) AS ?count)
WHERE { ?thing a ?class . FILTER(STRSTARTS(STR(?class), STR(kg:))) BIND(STRAFTER(STR(?class), STR(kg:)) AS ?type) }
GROUP BY ?type ORDER BY ?type"""


class Graph:
    """A knowledge graph, wherever it lies. Queries see the merged facts, each once.

    ``with Graph.load("graphs") as graph: graph.query("posts").to_pandas()``
    """

    def __init__(self, source: Engine, kinds: Mapping[str, Kind] | None = None) -> None:
        self.source = source
        self._kinds = kinds

    @classmethod
    def load(cls, target: str | Path) -> Graph:
        """The graph in a folder that ``kg build`` wrote, in a ``.ttl`` or ``.trig`` file, or behind an http(s) SPARQL endpoint.

        Raises :class:`kg.errors.InputError` where there is none.
        """
        return cls(open_source(target))

    @classmethod
    def from_resolution(cls, resolution: Resolution, base: str = DEFAULT_BASE, kinds: Mapping[str, Kind] | None = None) -> Graph:
        """The graph of a resolution, in memory. ``kinds`` are by default those of the extractors found."""
        known = declared_kinds() if kinds is None else kinds
        return cls(from_quads(quads(resolution, known, base)), known)

    @property
    def kinds(self) -> Mapping[str, Kind]:
        """The kinds of fact by name."""
        if self._kinds is None:
            self._kinds = declared_kinds()
        return self._kinds

    def query(self, text_or_name: str) -> Result:
        """The answer to a competency question by name, or to a SPARQL query; raises :class:`kg.errors.QueryError`."""
        return run(self.source, text_or_name)

    def frame(self, text_or_name: str) -> pandas.DataFrame:
        """The same as a pandas frame."""
        return self.query(text_or_name).to_pandas()

    def networkx(self) -> Network:
        """Entities and the asserted facts between them, as :func:`kg.export.network.network` describes."""
        return network(self.source, self.kinds)

    def dataset(self) -> rdflib.Dataset:
        """An rdflib data set over a copy in memory: the merged facts as default graph, a named graph for each article."""
        import rdflib
        from oxrdflib import OxigraphStore

        store, facts = Store(), NamedNode(self.source.base + FACTS)
        store.bulk_extend(
            Quad(q.subject, q.predicate, q.object, DefaultGraph()) if q.graph_name == facts else q for q in self.source.quads()
        )
        return rdflib.Dataset(store=OxigraphStore(store=store))

    def view(self, title: str | None = None, height: int = 640, *, ask: bool = False) -> Inline:
        """The explorer to look at in a notebook: the page that ``kg view`` writes, in a frame ``height`` pixels high (200 to 4000).

        With ``ask`` it has its editor for SPARQL too, which makes the notebook's file some megabytes larger. The frame is shut off
        from the notebook and loads nothing. Raises :class:`kg.errors.InputError` for another height,
        :class:`kg.errors.QueryError` where the graph cannot be asked.
        """
        from kg.explore import TITLE, page

        if not 200 <= height <= 4000:
            raise InputError(f"height {height}", "is no height of a frame", "give pixels from 200 to 4000")
        heading = title or TITLE
        return Inline(page(self.source, heading, ask), heading, height)

    def export(
        self, name: str, path: str | Path | None = None, step: Callable[[int, int, str], None] = lambda done, total, article: None
    ) -> bytes:
        """The graph in a format of :data:`kg.export.FORMATS`; written to ``path`` where one is given (``csv``: a folder of
        tables, or one table where ``path`` ends in .csv or is not given; ``parquet``: a folder, never without ``path``).
        ``step`` is told how far a long export is: articles done, of how many, the last one.

        Returns the bytes, for a folder none. Raises :class:`kg.errors.OutputError`.
        """
        if path is None:
            return export(self.source, name, self.kinds)
        written = write(self.source, name, Path(path), self.kinds, step)
        return b"" if len(written) > 1 else written[0].read_bytes()

    def save(self, folder: str | Path) -> Path:
        """Writes the store into ``FOLDER/store``, replacing the one there when whole."""
        return build_store(self.source.quads(), Path(folder))

    def close(self) -> None:
        """Lets go of the store's files."""
        self.source.close()

    def __enter__(self) -> Graph:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Graph {self.source.name}>"

    def _repr_html_(self) -> str:
        return html_table(("type", "count"), self.query(_COUNTS).rows)
