"""Asking a graph: the competency questions by name, or any SPARQL that reads."""

from __future__ import annotations

import difflib
import re
from itertools import chain, islice
from typing import Protocol, runtime_checkable

from kg.errors import QueryError
from kg.query.formats import RENDERERS, chosen, csv_pieces, narrowed, pieces, render, safe_rows
from kg.query.guard import LONGEST, Checked, checked
from kg.rdf import questions
from kg.store import Flow, Result, Source

__all__ = [
    "LONGEST",
    "RENDERERS",
    "Checked",
    "HasSource",
    "checked",
    "csv_pieces",
    "flow",
    "narrowed",
    "pieces",
    "questions",
    "render",
    "run",
    "safe_rows",
]

_ANY = "ASK { ?s ?p ?o }"
_OURS = "ASK { VALUES ?class { kg:Graph kg:Article kg:Evidence } ?thing a ?class }"
_NAME = re.compile(r"[\w-]{1,60}(?:\.rq)?")


@runtime_checkable
class HasSource(Protocol):
    """Whatever has a graph behind it (:class:`kg.graph.Graph`)."""

    @property
    def source(self) -> Source:
        """The graph."""


def run(graph: Source | HasSource, text_or_name: str) -> Result:
    """The answer to a competency question by name ("posts") or to a SPARQL query.

    Prefixes of :func:`kg.rdf.prefixes` need not be declared. Raises :class:`kg.errors.QueryError` for an unknown name,
    a query that cannot be read (with line and column), an update, SERVICE, or an engine that fails; for a question also where
    the graph is none of kg's.
    """
    found = flow(graph, text_or_name)
    if isinstance(found, Flow):
        return Result("rows", columns=found.columns, bindings=tuple(found.bindings), prefixes=found.prefixes)
    return found


def flow(graph: Source | HasSource, text_or_name: str) -> Result | Flow:
    """The same, the rows of a SELECT as they are found: for answers that are to be written and not kept. Raises as :func:`run` does."""
    source = graph.source if isinstance(graph, HasSource) else graph
    query = checked(query_text(text_or_name))
    found = source.flow(query.text, own_dataset=query.own_dataset)
    if found.form != "rows":
        return found
    if text_or_name.strip() in questions():
        rows = iter(found.bindings)
        first = list(islice(rows, 1))
        # of a graph of something else the honest answer to a question is not "none"
        if not first and source.ask(_ANY) and not source.ask(_OURS):
            raise QueryError(f"{source.name}: is no graph that kg made; give a folder, a file or an endpoint with one")
        found = Flow(found.columns, chain(first, rows), found.prefixes)
    return _in_order(found, query.columns)


def _in_order(result: Result | Flow, wanted: tuple[str, ...]) -> Result | Flow:
    """The columns of a SELECT * as the query names them; engines give them in orders of their own."""
    known = tuple(name for name in wanted if name in result.columns)
    return chosen(result, known) if len(known) == len(result.columns) else result


def query_text(text_or_name: str) -> str:
    """The SPARQL text of a question's name, or the text itself."""
    name = text_or_name.strip()
    if not _NAME.fullmatch(name):
        return text_or_name
    known = questions()
    if name not in known:
        near = difflib.get_close_matches(name, known, 1)
        hint = f"did you mean {near[0]}? " if near else ""
        raise QueryError(f"there is no question {name!r}; {hint}choose one of {', '.join(known)}, or give SPARQL")
    return known[name]
