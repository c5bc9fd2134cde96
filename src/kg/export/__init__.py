"""The graph as files: formats of RDF, networks, and tables of the competency questions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from kg.errors import OutputError
from kg.export import triples
from kg.export.files import replace_file
from kg.export.network import Network, gexf, graphml, network
from kg.query import questions, render, run
from kg.store import Source
from kg.types import Kind

__all__ = ["FORMATS", "Network", "export", "network", "replace_file", "tables", "write"]

_TRIPLES: dict[str, Callable[[Source], bytes]] = {
    "jsonld": triples.jsonld,
    "nquads": triples.nquads,
    "rdfxml": triples.rdfxml,
    "trig": triples.trig,
    "turtle": triples.turtle,
}
_NETWORKS: dict[str, Callable[[Network], bytes]] = {"gexf": gexf, "graphml": graphml}

# name -> the ending of its files; csv is a folder
FORMATS: dict[str, str] = {
    "csv": "",
    "gexf": ".gexf",
    "graphml": ".graphml",
    "jsonld": ".jsonld",
    "nquads": ".nq",
    "rdfxml": ".rdf",
    "trig": ".trig",
    "turtle": ".ttl",
}


def export(source: Source, name: str, kinds: Mapping[str, Kind]) -> bytes:
    """The graph in a format of :data:`FORMATS` that is one file: the same bytes for the same content.

    Raises :class:`kg.errors.OutputError` for an unknown format, and for ``csv``, which is ten tables.
    """
    if name in _TRIPLES:
        return _TRIPLES[name](source)
    if name in _NETWORKS:
        return _NETWORKS[name](network(source, kinds))
    if name == "csv":
        raise OutputError("csv: is one table a question, so it needs a folder (--out DIR); for one table use kg query NAME --format csv")
    raise OutputError(f"{name}: is no format; choose one of {', '.join(FORMATS)}")


def tables(source: Source) -> dict[str, bytes]:
    """The competency questions' answers as CSV in UTF-8, by name."""
    return {name: render(run(source, name), "csv").encode("utf-8") for name in questions()}


def write(source: Source, name: str, path: Path, kinds: Mapping[str, Kind]) -> tuple[Path, ...]:
    """Writes the graph to a file, or with ``csv`` its tables into a folder; each file is replaced in one step.

    Returns what was written. Everything is made before the first file is touched. Raises :class:`kg.errors.OutputError`.
    """
    files = (
        {path / f"{table}.csv": data for table, data in tables(source).items()} if name == "csv" else {path: export(source, name, kinds)}
    )
    for file, data in files.items():
        replace_file(file, data)
    return tuple(files)
