"""Results as text: a table to read or to put on a page, CSV and TSV for scripts, JSON and Turtle by the standards."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from itertools import chain, islice
from typing import TypeVar

from kg.errors import QueryError
from kg.rdf import PREFIXES
from kg.rdf.ox import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize
from kg.store import Cell, Flow, Result

_TEXTS = ("", PREFIXES["xsd"] + "string")
_WIDEST = 60  # characters of a cell in a table
_MEASURED = 2_000  # rows that say how wide a table's columns are; what is wider in later ones stands out
_AT_ONCE = 1 << 16  # characters of CSV
_Answer = TypeVar("_Answer", Result, Flow, Result | Flow)
_MARKS = re.compile(r"[\\`*_\[\]|~]")
# what a spreadsheet takes for a formula, with the full-width forms (OWASP, "CSV Injection"); the explorer's tables do the same
_PARTING = re.compile(r"[\",\r\n]")
_FORMULA = re.compile(r"(?!--\d\d(?:-\d\d)?$|[+-]?\d+(?:\.\d+)?$)[=+\-@\t\r\n＝＋－＠]")  # a partial date and a number are none
# what steers a terminal, or turns the direction of what stands behind it
_TURNING = (0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_CONTROL = dict.fromkeys((*range(32), *range(127, 160), *_TURNING), "\N{REPLACEMENT CHARACTER}")


def narrowed(result: _Answer, columns: Sequence[str]) -> _Answer:
    """The result with these columns only, in this order; all where none are named. Raises :class:`kg.errors.QueryError`."""
    if not columns:
        return result
    if result.form != "rows":
        raise QueryError("only the answer to a SELECT or a question has columns to choose from")
    unknown = [name for name in columns if name not in result.columns]
    if unknown:
        raise QueryError(f"there is no column {unknown[0][:80]!r}; the columns are {', '.join(result.columns)}")
    return chosen(result, columns)


def chosen(result: _Answer, columns: Sequence[str]) -> _Answer:
    """Columns that the result has, in this order."""
    places = [result.columns.index(name) for name in columns]
    rows = (tuple(row[i] for i in places) for row in result.bindings)
    if isinstance(result, Flow):
        return dataclasses.replace(result, columns=tuple(columns), bindings=rows)
    return dataclasses.replace(result, columns=tuple(columns), bindings=tuple(rows))


def render(result: Result | Flow, name: str | None = None) -> str:
    """The result in the format ``name`` ("table", "markdown", "csv", "tsv", "json", "ttl"), by default a table, or Turtle for triples.

    ``table`` is for reading and shortens; ``markdown`` is a table for a page, every cell escaped;
    ``csv`` and ``tsv`` have a header, then plain values, empty where unknown, an apostrophe before a text that a spreadsheet would compute;
    ``json`` is SPARQL 1.1 Query Results JSON, or a list of [subject, predicate, object] for triples. Raises
    :class:`kg.errors.QueryError` where the format does not fit the form of the query.
    """
    return "".join(pieces(result, name))


def pieces(result: Result | Flow, name: str | None = None) -> Iterator[str]:
    """The same, piece by piece; raises for the format before the first."""
    name = name or ("ttl" if result.form == "triples" else "table")
    if name not in RENDERERS:
        raise QueryError(f"there is no format {name!r}; choose one of {', '.join(sorted(RENDERERS))}")
    if name == "ttl" and result.form != "triples":
        raise QueryError("ttl is for CONSTRUCT and DESCRIBE; choose table, markdown, csv, tsv or json")
    return RENDERERS[name](result)


def safe_rows(result: Result | Flow) -> Iterator[tuple[str, ...]]:
    """The rows as strings in which no text starts a formula: an apostrophe stands before it. Numbers and dates stay as they are."""
    if isinstance(result, Result) and result.form == "boolean":
        yield from result.rows
        return
    cells = result.triples if isinstance(result, Result) and result.form == "triples" else result.bindings
    for row in cells:
        yield tuple("" if cell is None else _safe(cell) for cell in row)


def _safe(cell: Cell) -> str:
    return f"'{cell}" if cell.kind == "literal" and cell.datatype in _TEXTS and _FORMULA.match(cell.value) else str(cell)


def csv_pieces(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Rows as CSV (RFC 4180, lines ended by a new line), some at once. The csv module would leave a bare carriage return unquoted, and
    split there.
    """
    lines: list[str] = []
    size = 0
    for row in rows:
        lines.append(",".join(map(_quoted, row)) + "\n" if len(row) != 1 or row[0] else '""\n')
        size += len(lines[-1])
        if size > _AT_ONCE:
            yield "".join(lines)
            lines, size = [], 0
    yield "".join(lines)


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if _PARTING.search(cell) else cell


def _csv(result: Result | Flow) -> Iterator[str]:
    return csv_pieces(chain([result.header], safe_rows(result)))


def _tsv(result: Result | Flow) -> Iterator[str]:
    # a tab or a new line inside a value would end its field for most readers
    yield "\t".join(result.header) + "\n"
    for row in safe_rows(result):
        yield "\t".join(cell.replace("\t", " ").replace("\r", " ").replace("\n", " ") for cell in row) + "\n"


def _json(result: Result | Flow) -> Iterator[str]:
    if isinstance(result, Flow) or result.form == "rows":
        head = json.dumps(list(result.columns), ensure_ascii=False, indent=1).replace("\n", "\n  ")
        yield f'{{\n "head": {{\n  "vars": {head}\n }},\n "results": {{\n  "bindings": ['
        between = "\n   "
        for row in result.bindings:
            told = {column: _json_cell(cell) for column, cell in zip(result.columns, row, strict=True) if cell is not None}
            yield between + json.dumps(told, ensure_ascii=False, indent=1).replace("\n", "\n   ")
            between = ",\n   "
        yield ("]" if between[0] == "\n" else "\n  ]") + "\n }\n}\n"
        return
    data: object = {"head": {}, "boolean": result.boolean}
    if result.form == "triples":
        data = [[_json_cell(cell) for cell in triple] for triple in result.triples]
    yield json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _json_cell(cell: Cell) -> dict[str, str]:
    more = {"xml:lang": cell.language} if cell.language else {"datatype": cell.datatype} if cell.datatype else {}
    return {"type": cell.kind, "value": cell.value, **more}


def _turtle(result: Result | Flow) -> Iterator[str]:
    assert isinstance(result, Result)  # triples, as pieces() has seen
    triples = [Triple(_term(s), _term(p), _term(o)) for s, p, o in result.triples]  # type: ignore[arg-type]
    known = {name: namespace for name, namespace in result.prefixes if name != "article"}
    used = {
        name: namespace for name, namespace in known.items() if any(cell.value.startswith(namespace) for t in result.triples for cell in t)
    }
    yield (serialize(triples, format=RdfFormat.TURTLE, prefixes=used) or b"").decode("utf-8")


def _term(cell: Cell) -> NamedNode | BlankNode | Literal:
    if cell.kind == "uri":
        return NamedNode(cell.value)
    if cell.kind == "bnode":
        return BlankNode(cell.value)
    if cell.language:
        return Literal(cell.value, language=cell.language)
    return Literal(cell.value, datatype=NamedNode(cell.datatype)) if cell.datatype else Literal(cell.value)


def _table(result: Result | Flow) -> Iterator[str]:
    if isinstance(result, Result) and result.form == "boolean":
        yield "yes\n" if result.boolean else "no\n"
        return
    rows = ([_clip(result.short(cell)) for cell in row] for row in result.rows)
    first = list(islice(rows, _MEASURED))
    widths = [max(len(cell) for cell in column) for column in zip(result.header, *first, strict=True)]
    count = 0
    for line in ([*result.header], ["-" * width for width in widths]):
        yield _line(line, widths)
    for count, line in enumerate(chain(first, rows), 1):  # noqa: B007 - the last one is told
        yield _line(line, widths)
    yield f"({count} row{'' if count == 1 else 's'})\n"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip() + "\n"


def _markdown(result: Result | Flow) -> Iterator[str]:
    lines = ([_marked(result.short(cell)) for cell in row] for row in result.rows)
    for line in chain([[*result.header], ["---"] * len(result.header)], lines):
        yield f"| {' | '.join(line)} |\n"


def _marked(cell: str) -> str:
    """One line in which no character means markup, neither Markdown's nor HTML's."""
    line = " ".join(cell.split()).translate(_CONTROL)
    return _MARKS.sub(r"\\\g<0>", escape(line, quote=False))


def _clip(cell: str) -> str:
    """One line without control characters, so that a value cannot steer the terminal."""
    line = " ".join(cell.split()).translate(_CONTROL)
    return line if len(line) <= _WIDEST else line[: _WIDEST - 1] + "…"


RENDERERS: dict[str, Callable[[Result | Flow], Iterator[str]]] = {
    "csv": _csv,
    "json": _json,
    "markdown": _markdown,
    "table": _table,
    "ttl": _turtle,
    "tsv": _tsv,
}
