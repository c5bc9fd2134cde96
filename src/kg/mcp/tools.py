"""What agents may ask of a graph, and what they are answered: plain dictionaries, free of the protocol.

Every answer names the graph and says that what it quotes is data; every fact stands with the article, the characters and the words it
was read from. An answer that would be too large is cut and says by how much. Failures are :class:`kg.errors.KgError` in words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Protocol, TypeVar

from kg.errors import KgError
from kg.explore import Explorer
from kg.mcp.answers import Answer, answer_of
from kg.mcp.forms import checked
from kg.mcp.menu import MENU, NOTE, ROWS
from kg.query import questions
from kg.rdf import ontology_folder, prefixes

LARGEST = 60_000  # characters of one answer as JSON: some 15,000 tokens
LONGEST_QUOTE = 20_000  # characters
_SOME = 5  # articles named with each thing that was found
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\\x7f-\x9f]+")
_KNOWN = "ASK {{ {{ <{iri}> ?p ?o }} UNION {{ ?s ?p <{iri}> }} }}"
_OURS = "ASK { VALUES ?class { kg:Graph kg:Article kg:Evidence } ?thing a ?class }"
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
_T = TypeVar("_T")


class Asked(Protocol):
    """What is needed of :class:`kg.serve.Desk`."""

    async def explore(self, question: Callable[[Explorer], _T]) -> _T:
        """The explorer's answer."""

    async def query(self, text: str) -> tuple[str, bytes]:
        """The answer to a query within bounds of time and size: "json" or "turtle", and its bytes."""


class Tools:
    """The tools over one graph; ``name`` is how answers name it, ``version`` is kg's."""

    def __init__(self, name: str, desk: Asked, version: str = "") -> None:
        self.name = name
        self.version = version
        self._desk = desk

    async def call(self, name: str, arguments: Mapping[str, object]) -> dict[str, Any]:
        """The answer of a tool. Raises :class:`kg.errors.KgError` for an unknown tool, a wrong argument, or a query that fails."""
        entry = next((entry for entry in MENU if entry.name == name), None)
        if entry is None:
            raise KgError(f"there is no tool {name[:80]!r}; the tools are: {', '.join(entry.name for entry in MENU)}")
        given = checked(entry.fields, arguments)
        tool: Callable[..., Awaitable[dict[str, Any]]] = getattr(self, name)
        return _fitting({"graph": self.name, "note": NOTE, **await tool(**given)}, entry.rows)

    async def search(self, text: str, type: str | None, limit: int) -> dict[str, Any]:
        """Things by name, with some of the articles that name them."""

        def asked(explorer: Explorer) -> list[dict[str, Any]]:
            types = explorer.types()
            if type is not None and type not in types:
                raise KgError(f"type is {type[:80]!r}; give one of {', '.join(types)}")
            found = []
            for thing in explorer.search(text, limit, type or ""):
                articles = explorer.named_in(thing["id"])
                found.append({**thing, "articles": articles[:_SOME], "articleCount": len(articles)})
            return found

        results = await self._desk.explore(asked)
        hint = "card(iri) shows what is told of one" if results else "nothing is named so; try a shorter part of the name"
        return {"results": results, "next": hint}

    async def card(self, iri: str) -> dict[str, Any]:
        """One thing with its facts and their quotes."""
        whole = await self._iri(iri)
        return await self._desk.explore(lambda explorer: explorer.thing(whole))

    async def read(self, article: str, start: int, end: int, around: int) -> dict[str, Any]:
        """The text around a quote; of a very long quote the beginning."""
        last = min(max(start, end), start + LONGEST_QUOTE)
        found = await self._desk.explore(lambda explorer: explorer.passage(article, start, last, around))
        return {"article": found["id"], **{name: value for name, value in found.items() if name != "id"}}

    async def sparql(self, query: str, limit: int) -> dict[str, Any]:
        """The answer to a query."""
        if query.strip() in questions():
            raise KgError(f"{query.strip()!r} is the name of a question; ask it with the tool answer, or give SPARQL")
        return (await self._ask(query)).cut(limit, ROWS)

    async def evidence(self, iri: str, limit: int, offset: int) -> dict[str, Any]:
        """Every quote of a fact or thing, a page of them."""
        whole = await self._iri(iri)
        found = await self._page(_EVIDENCE.format(iri=whole), limit, offset)
        rows = found.pop("rows")
        if not rows and not offset and not (await self._ask(_KNOWN.format(iri=whole))).boolean:
            raise KgError(f"there is nothing with the IRI {whole[:200]}; find one with the tool search")
        quotes = [{column: int(cell) if column in ("start", "end") else cell for column, cell in row.items() if cell} for row in rows]
        return {"iri": whole, "quotes": quotes, **{name: value for name, value in found.items() if name != "columns"}}

    async def questions(self) -> dict[str, Any]:
        """The competency questions by name."""
        named = {name: text.splitlines()[0].lstrip("# ") for name, text in questions().items()}
        return {"questions": [{"name": name, "question": text} for name, text in named.items()], "next": "answer(name) answers one"}

    async def answer(self, name: str, limit: int, offset: int) -> dict[str, Any]:
        """The answer to a competency question, a page of it."""
        found = await self._page(questions()[name], limit, offset)
        # of a graph of something else the honest answer is not "none"
        if not found["rows"] and not offset and not (await self._ask(_OURS)).boolean:
            raise KgError(f"{self.name}: is no graph that kg made, so it answers no question by name; ask it with the tool sparql")
        return found

    async def articles(self) -> list[dict[str, Any]]:
        """The articles of the graph: id, title, date, publisher, address."""
        return await self._desk.explore(lambda explorer: explorer.articles())

    async def _page(self, query: str, limit: int, offset: int) -> dict[str, Any]:
        """The rows of an ordered query from ``offset`` on; one more than ``limit`` is asked for, to see whether there are more."""
        found = await self._ask(f"{query}\nLIMIT {limit + 1} OFFSET {offset}")
        rows = list(found.rows or ())
        answer: dict[str, Any] = {"columns": list(found.columns), "offset": offset, "rows": rows[:limit]}
        if len(rows) > limit:
            answer["next"] = _go_on(offset + limit)
        return answer

    async def _ask(self, query: str) -> Answer:
        form, body = await self._desk.query(query)
        return answer_of(form, body)

    async def _iri(self, given: str) -> str:
        """An IRI given whole or with one of kg's prefixes, fit to stand in a query."""
        text = given.strip().removeprefix("<").removesuffix(">")
        prefix, colon, rest = text.partition(":")
        if colon and not rest.startswith("//"):
            known = prefixes(await self._desk.explore(lambda explorer: explorer.source.base))
            text = known[prefix] + rest if prefix in known else text
        if not _IRI.fullmatch(text):
            raise KgError(f"iri is {given[:80]!r}; give a whole IRI as search and answer tell it, or one with a prefix (person:jane-roe)")
        return text


def ontology() -> tuple[str, str]:
    """The vocabulary for readers (Markdown), or as it is (Turtle) where that was not installed: text and media type."""
    folder = ontology_folder()
    page = folder / "README.md"
    if page.is_file():
        return page.read_text("utf-8"), "text/markdown"
    return (folder / "kg.ttl").read_text("utf-8"), "text/turtle"


def _fitting(answer: dict[str, Any], rows: str) -> dict[str, Any]:
    """The answer, its list ``rows`` cut where the whole would be larger than ``LARGEST``."""
    size = _size(answer)
    if size <= LARGEST:
        return answer
    if not isinstance(answer.get(rows), list):
        raise KgError(f"the answer has {size} characters, at most {LARGEST} are given; ask for less, with LIMIT or fewer properties")
    parts = answer[rows]
    sizes = [_size(part) + 2 for part in parts]
    left, kept = LARGEST - 300 - (size - sum(sizes)), 0  # 300 for what is said of the cut
    while kept < len(parts) and left >= sizes[kept]:
        left -= sizes[kept]
        kept += 1
    cut = len(parts) - kept + int(answer.get("leftOut", 0))
    words = f"the answer was too large: the last {cut} of its {rows} are left out; ask for less"
    if "offset" in answer:
        words = f"the answer was too large: only {kept} of its {rows} are here. {_go_on(answer['offset'] + kept)}"
    return {**answer, rows: parts[:kept], "leftOut": cut, "next": words}


def _go_on(offset: int) -> str:
    return f"there are more; ask again with offset {offset}"


def _size(value: object) -> int:
    return len(json.dumps(value, ensure_ascii=False))
