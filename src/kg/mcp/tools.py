"""What agents may ask of a graph, and what they are answered: plain dictionaries, free of the protocol.

Every answer names the graph and says that what it quotes is data; every fact stands with the article, the characters and the words it
was read from. An answer that would be too large is cut and says by how much. Failures are :class:`kg.errors.KgError` in words.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, Protocol

from kg.errors import KgError
from kg.mcp.answers import Answer
from kg.mcp.forms import checked
from kg.mcp.menu import MENU, NOTE, ROWS, Entry
from kg.query import questions
from kg.rdf import ontology_folder, prefixes

LARGEST = 60_000  # characters of one answer as JSON: some 15,000 tokens
_WIDE = 10_000  # names looked through where a type narrows a search
_SOME = 5  # articles named with each thing that was found
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\\x7f-\x9f]+")
_KNOWN = "ASK {{ {{ <{iri}> ?p ?o }} UNION {{ ?s ?p <{iri}> }} }}"
_EVIDENCE = """SELECT DISTINCT ?as ?fact ?article ?title ?publisher ?published ?url ?start ?end ?quote WHERE {{
  {{ <{iri}> kg:evidence ?e . BIND("evidence" AS ?as) }}
  UNION {{ <{iri}> kg:mention ?e . BIND("name" AS ?as) }}
  UNION {{ ?fact ?role <{iri}> ; kg:evidence ?e . BIND("fact" AS ?as) }}
  UNION {{ VALUES ?e {{ <{iri}> }} BIND("words" AS ?as) }}
  ?e kg:article ?a ; kg:start ?start ; kg:end ?end ; kg:quote ?quote .
  ?a kg:identifier ?article .
  OPTIONAL {{ ?a kg:headline ?title }}
  OPTIONAL {{ ?a kg:publisher ?publisher }}
  OPTIONAL {{ ?a kg:published ?told . BIND(STR(?told) AS ?published) }}
  OPTIONAL {{ ?a kg:url ?address . BIND(STR(?address) AS ?url) }}
}} ORDER BY ?as ?article ?start ?end ?fact"""


class Explores(Protocol):
    """What is needed of :class:`kg.explore.Explorer`."""

    def overview(self) -> dict[str, Any]:
        """The graph at a glance."""

    def search(self, text: str, limit: int = 20) -> list[dict[str, Any]]:
        """Things by name."""

    def thing(self, iri: str) -> dict[str, Any]:
        """A card."""


class Tools:
    """The tools over one graph. ``name`` is how answers name it; ``ask`` answers a query within bounds of time and memory, or raises :class:`kg.errors.KgError`. May be called from several threads."""

    def __init__(self, name: str, explorer: Explores, ask: Callable[[str], Answer]) -> None:
        self.name = name
        self._explorer = explorer
        self._ask = ask
        self._lock = threading.Lock()

    @cached_property
    def _overview(self) -> dict[str, Any]:
        return self._explorer.overview()

    def menu(self) -> tuple[Entry, ...]:
        """The tools by name, in the order to show them."""
        return MENU

    def call(self, name: str, arguments: Mapping[str, object]) -> dict[str, Any]:
        """The answer of a tool. Raises :class:`kg.errors.KgError` for an unknown tool, a wrong argument, or a query that fails."""
        entry = next((entry for entry in MENU if entry.name == name), None)
        if entry is None:
            raise KgError(f"there is no tool {name[:80]!r}; the tools are: {', '.join(entry.name for entry in MENU)}")
        given = checked(entry.fields, arguments)
        answer: dict[str, Any] = getattr(self, name)(**given)
        return _fitting({"graph": self.name, "note": NOTE, **answer}, entry.rows)

    def search(self, text: str, type: str | None, limit: int) -> dict[str, Any]:  # noqa: A002 - the argument's name for agents
        """Things whose name begins so, with some of the articles that name them."""
        with self._lock:
            overview = self._overview
            types = sorted(entry["type"] for entry in overview["types"])
            if type is not None and type not in types:
                raise KgError(f"type is {type[:80]!r}; give one of {', '.join(types)}")
            found = self._explorer.search(text, limit if type is None else _WIDE)
            places = {thing["id"]: thing["articles"] for thing in overview["things"]}
        fitting = [thing for thing in found if type in (None, thing["type"])][:limit]
        articles = overview["articles"]
        results = [
            {**thing, "articles": [articles[i]["id"] for i in places[thing["id"]][:_SOME]], "articleCount": len(places[thing["id"]])}
            for thing in fitting
        ]
        hint = "card(iri) shows what is told of one" if results else "nothing is named so; try a shorter part of the name"
        return {"results": results, "next": hint}

    def card(self, iri: str) -> dict[str, Any]:
        """One thing with its facts and their quotes."""
        whole = self._iri(iri)
        with self._lock:
            return self._explorer.thing(whole)

    def sparql(self, query: str, limit: int) -> dict[str, Any]:
        """The answer to a query."""
        if query.strip() in questions():
            raise KgError(f"{query.strip()!r} is the name of a question; ask it with the tool answer, or give SPARQL")
        return self._ask(query).cut(limit, ROWS)

    def evidence(self, iri: str, limit: int) -> dict[str, Any]:
        """Every quote of a fact or thing."""
        whole = self._iri(iri)
        found = self._ask(_EVIDENCE.format(iri=whole)).cut(limit, ROWS)
        if not found["rows"] and not self._ask(_KNOWN.format(iri=whole)).boolean:
            raise KgError(f"there is nothing with the IRI {whole[:200]}; find one with the tool search")
        quotes = [
            {column: int(cell) if column in ("start", "end") else cell for column, cell in row.items() if cell} for row in found["rows"]
        ]
        return {"iri": whole, "quotes": quotes, **{name: found[name] for name in ("leftOut", "next") if name in found}}

    def questions(self) -> dict[str, Any]:
        """The competency questions by name."""
        named = {name: text.splitlines()[0].lstrip("# ") for name, text in questions().items()}
        return {"questions": [{"name": name, "question": text} for name, text in named.items()], "next": "answer(name) answers one"}

    def answer(self, name: str, limit: int) -> dict[str, Any]:
        """The answer to a competency question."""
        if name not in questions():
            raise KgError(f"there is no question {name[:80]!r}; give one of {', '.join(questions())}")
        return self._ask(questions()[name]).cut(limit, ROWS)

    def articles(self) -> list[dict[str, Any]]:
        """The articles of the graph: id, title, date, publisher, address."""
        with self._lock:
            found: list[dict[str, Any]] = self._overview["articles"]
        return found

    def ontology(self) -> tuple[str, str]:
        """The vocabulary for readers (Markdown), or as it is (Turtle) where that was not installed: text and media type."""
        folder = ontology_folder()
        page = folder / "README.md"
        if page.is_file():
            return page.read_text("utf-8"), "text/markdown"
        return (folder / "kg.ttl").read_text("utf-8"), "text/turtle"

    def _iri(self, given: str) -> str:
        """An IRI given whole or with one of kg's prefixes, fit to stand in a query."""
        text = given.strip().removeprefix("<").removesuffix(">")
        prefix, colon, rest = text.partition(":")
        known = prefixes(self._overview_base)
        if colon and not rest.startswith("//") and prefix in known:
            text = known[prefix] + rest
        if not _IRI.fullmatch(text):
            raise KgError(f"iri is {given[:80]!r}; give a whole IRI as search and answer tell it, or one with a prefix (person:jane-roe)")
        return text

    @property
    def _overview_base(self) -> str:
        with self._lock:
            return str(self._overview["base"])


def _fitting(answer: dict[str, Any], rows: str) -> dict[str, Any]:
    """The answer, its list ``rows`` cut where the whole would be larger than ``LARGEST``."""
    size = len(json.dumps(answer, ensure_ascii=False))
    if size <= LARGEST:
        return answer
    if not isinstance(answer.get(rows), list):
        raise KgError(f"the answer has {size} characters, at most {LARGEST} are given; ask for less, with LIMIT or fewer properties")
    parts = answer[rows]
    left, kept = LARGEST - (size - sum(len(json.dumps(part, ensure_ascii=False)) + 2 for part in parts)), 0
    for part in parts:
        left -= len(json.dumps(part, ensure_ascii=False)) + 2
        if left < 200:  # for what is said of the cut
            break
        kept += 1
    cut = len(parts) - kept + int(answer.get("leftOut", 0))
    words = f"the answer was too large: {cut} of its {rows} are left out; narrow the question"
    return {**answer, rows: parts[:kept], "leftOut": cut, "next": words}
