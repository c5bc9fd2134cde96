"""What a query gives: rows, triples or yes and no, free of the engine that answered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Literal

from kg.rdf import PREFIXES

if TYPE_CHECKING:
    import pandas

Form = Literal["rows", "triples", "boolean"]
CellKind = Literal["uri", "literal", "bnode"]
_SHOWN = 100  # rows in a notebook


@dataclass(frozen=True, slots=True)
class Cell:
    """One RDF term of an answer. ``datatype`` is a full IRI, "" for plain strings; ``language`` a tag or ""."""

    kind: CellKind
    value: str
    datatype: str = ""
    language: str = ""

    def __str__(self) -> str:
        return f"_:{self.value}" if self.kind == "bnode" else self.value


@dataclass(frozen=True, slots=True)
class Result:
    """The answer to one query: ``form`` says which of ``bindings``, ``triples`` and ``boolean`` counts.

    ``prefixes`` (prefix -> namespace) are those that shorten its IRIs for readers.
    """

    form: Form
    columns: tuple[str, ...] = ()
    bindings: tuple[tuple[Cell | None, ...], ...] = ()
    triples: tuple[tuple[Cell, Cell, Cell], ...] = ()
    boolean: bool = False
    prefixes: tuple[tuple[str, str], ...] = ()

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The rows as strings, "" where nothing is known; triples as rows of three, yes and no as one cell."""
        if self.form == "boolean":
            return (("true" if self.boolean else "false",),)
        if self.form == "triples":
            return tuple((str(s), str(p), str(o)) for s, p, o in self.triples)
        return tuple(_texts(row) for row in self.bindings)

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns of :attr:`rows`."""
        return {"boolean": ("answer",), "triples": ("subject", "predicate", "object"), "rows": self.columns}[self.form]

    def __len__(self) -> int:
        return len(self.rows)

    def __bool__(self) -> bool:
        return self.boolean if self.form == "boolean" else bool(self.bindings or self.triples)

    def to_pandas(self) -> pandas.DataFrame:
        """The rows as a frame: numbers as numbers, None where nothing is known, everything else as text."""
        import pandas as pd

        if self.form != "rows":
            return pd.DataFrame(list(self.rows), columns=list(self.header))
        table = [[None if cell is None else _python(cell) for cell in row] for row in self.bindings]
        return pd.DataFrame(table, columns=list(self.columns))

    def short(self, value: str) -> str:
        """An IRI with its prefix where one fits, for reading; anything else as it is."""
        return _short(value, self.prefixes)

    def _repr_html_(self) -> str:
        return html_table(self.header, [[self.short(cell) for cell in row] for row in self.rows])


@dataclass(frozen=True, slots=True)
class Flow:
    """The answer to a SELECT, row by row as the engine finds it: ``bindings`` and :attr:`rows` are walked once, and one of them only.

    Walking raises :class:`kg.errors.QueryError` where the engine fails on the way.
    """

    columns: tuple[str, ...]
    bindings: Iterator[tuple[Cell | None, ...]]
    prefixes: tuple[tuple[str, str], ...] = ()

    @property
    def form(self) -> Form:
        """Rows."""
        return "rows"

    @property
    def header(self) -> tuple[str, ...]:
        """As :attr:`Result.header`."""
        return self.columns

    @property
    def rows(self) -> Iterator[tuple[str, ...]]:
        """As :attr:`Result.rows`."""
        return (_texts(row) for row in self.bindings)

    def short(self, value: str) -> str:
        """As :meth:`Result.short`."""
        return _short(value, self.prefixes)


def _texts(row: tuple[Cell | None, ...]) -> tuple[str, ...]:
    return tuple("" if cell is None else str(cell) for cell in row)


def _short(value: str, prefixes: tuple[tuple[str, str], ...]) -> str:
    best = max((p for p in prefixes if value.startswith(p[1])), key=lambda p: len(p[1]), default=None)
    return f"{best[0]}:{value[len(best[1]) :]}" if best else value


def html_table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A plain HTML table, every cell escaped, the first hundred rows."""
    head = "".join(f"<th>{escape(name)}</th>" for name in header)
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows[:_SHOWN])
    more = f"<p>{len(rows) - _SHOWN} more rows</p>" if len(rows) > _SHOWN else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


_NUMBERS = {PREFIXES["xsd"] + "integer": int, PREFIXES["xsd"] + "decimal": float, PREFIXES["xsd"] + "double": float}


def _python(cell: Cell) -> str | int | float:
    convert = _NUMBERS.get(cell.datatype)
    return convert(cell.value) if convert and cell.kind == "literal" else str(cell)
