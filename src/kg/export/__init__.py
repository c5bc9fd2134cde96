"""The graph as files: formats of RDF, networks, and tables of the competency questions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from kg.errors import OutputError
from kg.export import triples
from kg.export.files import replace_file
from kg.export.network import Network, gexf, graphml, network
from kg.export.parquet import write_tables
from kg.query import csv_text, questions, render, run, safe_rows
from kg.store import Engine, Source
from kg.types import Kind

__all__ = ["FORMATS", "Network", "export", "network", "one_table", "replace_file", "tables", "write"]

_TRIPLES: dict[str, Callable[[Source], bytes]] = {
    "jsonld": triples.jsonld,
    "nquads": triples.nquads,
    "rdfxml": triples.rdfxml,
    "trig": triples.trig,
    "turtle": triples.turtle,
}
_NETWORKS: dict[str, Callable[[Network], bytes]] = {"gexf": gexf, "graphml": graphml}

_EVIDENCE = ("article", "start", "end", "quote")  # the last columns of every question

# name -> the ending of its files; csv is a folder of tables, or one table, parquet a folder of tables
FORMATS: dict[str, str] = {
    "csv": "",
    "gexf": ".gexf",
    "graphml": ".graphml",
    "jsonld": ".jsonld",
    "nquads": ".nq",
    "parquet": "",
    "rdfxml": ".rdf",
    "trig": ".trig",
    "turtle": ".ttl",
}


def export(source: Source, name: str, kinds: Mapping[str, Kind]) -> bytes:
    """The graph in a format of :data:`FORMATS` as one file: the same bytes for the same content. ``csv`` is then :func:`one_table`.

    Raises :class:`kg.errors.OutputError` for an unknown format, and for ``parquet``, which is a folder.
    """
    if name in _TRIPLES:
        return _TRIPLES[name](source)
    if name in _NETWORKS:
        return _NETWORKS[name](network(source, kinds))
    if name == "csv":
        return one_table(source)
    if name == "parquet":
        raise OutputError("parquet: is a folder of tables; give it with --out FOLDER")
    raise OutputError(f"{name}: is no format; choose one of {', '.join(FORMATS)}")


def tables(source: Source) -> dict[str, bytes]:
    """The competency questions' answers as CSV in UTF-8, by name."""
    return {name: render(run(source, name), "csv").encode("utf-8") for name in questions()}


def one_table(source: Source) -> bytes:
    """All answers under one header: a first column ``question``, then every question's columns, cells empty where it has no such column."""
    answers = {name: run(source, name) for name in questions()}
    columns = list(dict.fromkeys(column for result in answers.values() for column in result.header if column not in _EVIDENCE))
    columns += _EVIDENCE
    rows = [["question", *columns]]
    for name, result in answers.items():
        cells = (dict(zip(result.header, row, strict=True)) for row in safe_rows(result))
        rows += ([name, *(cell.get(column, "") for column in columns)] for cell in cells)
    return csv_text(rows).encode("utf-8")


def write(
    source: Engine, name: str, path: Path, kinds: Mapping[str, Kind], step: Callable[[int, int, str], None] = lambda *at: None
) -> tuple[Path, ...]:
    """Writes the graph to a file; with ``csv`` and no ending .csv, and with ``parquet``, its tables into a folder. Each file is replaced
    in one step. ``step`` is told of the articles done, of how many, and the last one, where it takes long.

    Returns what was written. Everything is made before the first file is touched. Raises :class:`kg.errors.OutputError`.
    """
    if name == "parquet":
        return write_tables(source, path, step)
    if name == "csv" and path.suffix.lower() != ".csv":
        files = {path / f"{table}.csv": data for table, data in tables(source).items()}
    else:
        files = {path: export(source, name, kinds)}
    for file, data in files.items():
        replace_file(file, data)
    return tuple(files)
