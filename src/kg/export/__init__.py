"""The graph as files: formats of RDF, networks, and tables of the competency questions."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

from kg.errors import OutputError
from kg.export import triples
from kg.export.files import replace_file, replacing
from kg.export.network import Network, gexf, graphml, network
from kg.export.parquet import write_tables
from kg.export.tidy import Out
from kg.query import csv_pieces, flow, pieces, questions, safe_rows
from kg.store import Engine, Source
from kg.types import Kind

__all__ = ["FORMATS", "Network", "Out", "export", "network", "one_table", "replace_file", "tables", "write", "write_to"]

_TRIPLES: dict[str, Callable[[Source, Out], None]] = {
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
    """What :func:`write_to` writes, as bytes."""
    out = io.BytesIO()
    write_to(source, name, out, kinds)
    return out.getvalue()


def write_to(source: Source, name: str, out: Out, kinds: Mapping[str, Kind]) -> None:
    """The graph in a format of :data:`FORMATS` as one file: the same bytes for the same content. ``csv`` is then :func:`one_table`.

    Written as it comes, in memory that grows far less than the graph; only networks are made whole first. Raises
    :class:`kg.errors.OutputError` for an unknown format, and for ``parquet``, which is a folder, before anything is written.
    """
    if name in _TRIPLES:
        _TRIPLES[name](source, out)
    elif name in _NETWORKS:
        out.write(_NETWORKS[name](network(source, kinds)))
    elif name == "csv":
        one_table(source, out)
    elif name == "parquet":
        raise OutputError("parquet: is a folder of tables; give it with --out FOLDER")
    else:
        raise OutputError(f"{name}: is no format; choose one of {', '.join(FORMATS)}")


def tables(source: Source) -> dict[str, bytes]:
    """The competency questions' answers as CSV in UTF-8, by name."""
    return {name: b"".join(_table(source, name)) for name in questions()}


def _table(source: Source, name: str) -> Iterator[bytes]:
    return (piece.encode("utf-8") for piece in pieces(flow(source, name), "csv"))


def one_table(source: Source, out: Out) -> None:
    """All answers under one header: a first column ``question``, then every question's columns, cells empty where it has no such column."""
    answers = {name: flow(source, name) for name in questions()}
    columns = list(dict.fromkeys(column for result in answers.values() for column in result.header if column not in _EVIDENCE))
    columns += _EVIDENCE

    def rows() -> Iterator[Sequence[str]]:
        yield ("question", *columns)
        for name, result in answers.items():
            for row in safe_rows(result):
                cell = dict(zip(result.header, row, strict=True))
                yield (name, *(cell.get(column, "") for column in columns))

    for piece in csv_pieces(rows()):
        out.write(piece.encode("utf-8"))


def write(
    source: Engine, name: str, path: Path, kinds: Mapping[str, Kind], step: Callable[[int, int, str], None] = lambda *at: None
) -> tuple[Path, ...]:
    """Writes the graph to a file; with ``csv`` and no ending .csv, and with ``parquet``, its tables into a folder. Each file is replaced
    in one step. ``step`` is told of the articles done, of how many, and the last one, where it takes long.

    Returns what was written. Everything is made before the first file is replaced. Raises :class:`kg.errors.OutputError`.
    """
    if name == "parquet":
        return write_tables(source, path, step)
    if name != "csv" or path.suffix.lower() == ".csv":
        with replacing(path) as file:
            write_to(source, name, file, kinds)
        return (path,)
    files = {path / f"{table}.csv": table for table in questions()}
    with ExitStack() as stack:
        for place, table in files.items():
            stack.enter_context(replacing(place)).writelines(_table(source, table))
    return tuple(files)
