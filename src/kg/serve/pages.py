"""Plain pages, without any script: a thing, an article, any other node, and the list of routes. All text is escaped by the templates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any
from urllib.parse import quote

from jinja2 import DictLoader, Environment, StrictUndefined

from kg.data import read_text
from kg.rdf import local_name, prefixes

_TEMPLATES = ("layout", "thing", "article", "node", "api")


def thing(card: Mapping[str, Any], base: str, titles: Mapping[str, str]) -> str:
    """A thing's card (:meth:`kg.explore.Explorer.thing`) as a page."""
    return _render("thing", base, card=card, titles=titles, heading=card["name"])


def article(told: Mapping[str, Any], facts: Sequence[Mapping[str, Any]], base: str) -> str:
    """An article with what it tells; its text in paragraphs, where the graph has it."""
    text = told.get("text") or ""
    blocks = [{"text": text[start:end], "role": role} for start, end, role in told.get("blocks", ())]
    return _render("article", base, article=told, blocks=blocks, facts=facts, heading=told["title"] or told["id"])


def node(iri: str, rows: Iterable[Mapping[str, Mapping[str, str]]], base: str, cut: bool) -> str:
    """Any other node: its triples in both directions, from SPARQL 1.1 Query Results JSON."""
    seen: dict[tuple[str, ...], dict[str, Any]] = {}
    for row in rows:
        other = row["other"]
        key = (row["way"]["value"], row["p"]["value"], other["type"], other["value"])
        seen.setdefault(key, {"way": key[0], "p": key[1], "other": other, "name": row.get("name", {}).get("value", "")})
    return _render("node", base, iri=iri, rows=list(seen.values()), cut=cut, heading=short(iri, base))


def api(description: Mapping[str, Any]) -> str:
    """The description of the routes as a page."""
    return _render("api", "", api=description, heading=description["info"]["title"])


def article_name(id_: str) -> str:
    """What stands behind BASE + "article/" for an article."""
    return local_name(id_)


def address(iri: str, base: str) -> str:
    """Where this server shows an IRI."""
    rest = iri.removeprefix(base) if base and iri.startswith(base) else ""
    kind, slash, name = rest.partition("/")
    if slash and kind == "article":
        return f"/article/{quote(name, safe='#=,')}"
    if slash and name and kind not in ("graph", "ontology") and "/" not in name and "#" not in name:
        return f"/entity/{quote(kind)}/{quote(name)}"
    return f"/resource?iri={quote(iri, safe='')}"


def short(iri: str, base: str) -> str:
    """An IRI with its prefix where it has one."""
    fits = [(namespace, prefix) for prefix, namespace in prefixes(base or "x:").items() if iri.startswith(namespace)]
    if not fits:
        return iri
    namespace, prefix = max(fits, key=lambda fit: len(fit[0]))
    return f"{prefix}:{iri[len(namespace) :]}"


def web(url: str) -> str:
    """The address, if a click on it is harmless; else nothing."""
    return url if url.startswith(("http://", "https://")) else ""


def _render(name: str, base: str, **values: Any) -> str:
    def here(iri: str) -> str:
        return address(iri, base)

    def brief(iri: str) -> str:
        return short(iri, base)

    def explorer(iri: str) -> str:
        return f"/#id={quote(iri.removeprefix(base), safe='/:')}"

    def told_at(id_: str) -> str:
        return f"/article/{quote(article_name(id_))}"

    known = {"here": here, "brief": brief, "explorer": explorer, "told_at": told_at, "web": web, "base": base}
    return _environment().get_template(f"{name}.html").render(**known, **values)


@cache
def _environment() -> Environment:
    texts = {f"{name}.html": read_text(f"serve/{name}.html") for name in _TEMPLATES}
    return Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined, loader=DictLoader(texts))
