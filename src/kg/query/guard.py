"""What a user's SPARQL may not do: write, or make the engine call other machines.

The engines write only through SPARQL Update, which is never called here. SERVICE they execute without asking, so it is
looked for in the tokens of the query. Comments are blanked out before the engine sees the query, so nothing can hide in
what only one of the two readers takes for a comment.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.errors import QueryError, RefusedError

# SPARQL 1.1, 19.8: the terminals that may hold other text, then words; bounded, so that scanning stays linear
_TOKEN = re.compile(
    r"""
    (?P<iri><[^<>"{}|^`\s]*>)
  | (?P<string>\"{3}(?:[^"\\]|\\.|"(?!""))*\"{3}|'{3}(?:[^'\\]|\\.|'(?!''))*'{3}|"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*')
  | (?P<comment>\#[^\n\r]*)
  | (?P<variable>[?$]\w+)
  | (?P<name>(?:\w[\w.-]{0,200})?:(?:[\w.:%-]|\\.)*)
  | (?P<tag>@[A-Za-z0-9-]+)
  | (?P<word>\w+)
  | (?P<other>\\.|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_FORMS = frozenset({"select", "ask", "construct", "describe"})
_UPDATES = frozenset({"insert", "delete", "load", "clear", "create", "drop", "copy", "move", "add", "with"})
_BINDING = frozenset({"union", "optional", "minus", "filter", "bind", "graph", "in"})
LONGEST = 1_000_000  # characters
DEEPEST = 100  # brackets inside brackets; the engine's parser is recursive and ends the process at some thousand
MOST = 3_000  # marks and words that the engine nests one in another


@dataclass(frozen=True, slots=True)
class Checked:
    """A query that may run: its text without comments, and whether it names its own data set (FROM).

    ``columns``: for SELECT *, the variables in the order in which the query names them; else empty. ``default`` and ``named``: the
    graphs of FROM and FROM NAMED as IRIs, or as written where the query does not declare the prefix. ``form``: its first word.
    """

    text: str
    own_dataset: bool
    columns: tuple[str, ...] = ()
    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    form: str = ""


def checked(query: str) -> Checked:
    """The query, fit to run. Raises :class:`kg.errors.QueryError` for updates, SERVICE and what is no query at all."""
    if len(query) > LONGEST:
        raise QueryError(f"the query has {len(query)} characters; at most {LONGEST} are read")
    parts, words, calls = [], [], False
    variables: dict[str, None] = {}
    last = ""
    deep = marks = 0
    star = False
    prefixes: dict[str, str] = {}
    graphs: dict[str, dict[str, None]] = {"from": {}, "named": {}}
    prefix = ""
    for token in _TOKEN.finditer(query):
        text = token.group()
        if token.lastgroup == "comment":
            text = " " * len(text)
        elif token.lastgroup == "word":
            words.append(text.lower())
        elif token.lastgroup == "variable":
            variables[text[1:]] = None
        if token.lastgroup == "other" and not text.isspace():
            marks += 1
            deep += (text in "([{") - (text in ")]}")
        elif token.lastgroup == "word" and text.lower() in _BINDING:
            marks += 1
        if deep > DEEPEST or marks > MOST:
            raise QueryError(f"the query is too large to be answered: at most {DEEPEST} brackets in each other and {MOST} marks are read")
        if text == "*" and last in ("select", "distinct", "reduced") and not variables:
            star = True
        if token.lastgroup in ("iri", "name"):
            if token.lastgroup == "iri" and prefix:
                prefixes[prefix] = text[1:-1]
            prefix = text if last == "prefix" and text.endswith(":") else ""
            if last in graphs:
                graphs[last][_iri(text, prefixes)] = None
        if not text.isspace():
            last = text.lower()
        calls = calls or _calls(token.lastgroup or "", text.lower())
        parts.append(text)
    if calls:
        raise RefusedError("SERVICE is not allowed: a query must not call other machines; ask that endpoint itself with --graph")
    first = next((word for word in words if word not in ("base", "prefix")), "")
    if first in _UPDATES:
        raise QueryError(f"{first.upper()} would change the graph; kg query only reads (SELECT, ASK, CONSTRUCT, DESCRIBE)")
    if first not in _FORMS:
        raise QueryError("that is no SPARQL query: SELECT, ASK, CONSTRUCT or DESCRIBE is missing")
    own, named = tuple(graphs["from"]), tuple(graphs["named"])
    return Checked("".join(parts), "from" in words, tuple(variables) if star else (), own, named, first)


def _iri(text: str, prefixes: dict[str, str]) -> str:
    """The IRI that a token ``<…>`` or ``prefix:name`` stands for; the token itself where its prefix is not declared."""
    if text.startswith("<"):
        return text[1:-1]
    prefix, _, name = text.partition(":")
    return prefixes[f"{prefix}:"] + name.replace("\\", "") if f"{prefix}:" in prefixes else text


def _calls(kind: str, text: str) -> bool:
    """May an engine read SERVICE in this token? It may stand without white space: "1SERVICE", "SERVICE:x", "?a<?b)SERVICE#>"."""
    if kind == "iri":
        return ")service" in text
    if kind == "name":
        return "service" in text.partition(":")[0]
    return kind == "word" and "service" in text
