"""What a graph tells of an entity: found by IRI, key or any of its names, with its mentions."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.data.gazetteer import fold
from kg.query import run
from kg.rdf import DEFAULT_BASE
from kg.store import Source
from kg.types import Evidence

_TYPES = "kg:Person kg:Agency kg:Organization kg:Country kg:Place kg:Event kg:Agreement kg:Law"
_KEY = re.compile(r"[a-z]+:[A-Za-z0-9_.-]+")
_IRI = re.compile(r"(?:https?|urn):[^\s<>\"{}|\\^`]+")


@dataclass(frozen=True, slots=True)
class Found:
    """An entity by IRI, key, type and preferred name."""

    iri: str
    key: str
    type: str
    name: str


@dataclass(frozen=True, slots=True)
class Told:
    """What the graph says of it: other names, the reasons for its being one, its mentions in order."""

    others: tuple[str, ...]
    reasons: tuple[str, ...]
    mentions: tuple[Evidence, ...]


def _base(source: Source) -> str:
    return source.base or DEFAULT_BASE


def _found(source: Source, rows: tuple[tuple[str, ...], ...]) -> tuple[Found, ...]:
    made = {iri: Found(iri, iri.removeprefix(_base(source)).replace("/", ":", 1), type_, name) for iri, type_, name, *_ in sorted(rows)}
    return tuple(made[iri] for iri in sorted(made))


def find(source: Source, text: str) -> tuple[Found, ...]:
    """The entities that ``text`` may mean: the one of that IRI or key, else those with that name, else those with it in a name.

    Marks and case do not count in names. Raises :class:`kg.errors.QueryError` where the graph cannot be asked.
    """
    wanted = text.strip()
    iri = _base(source) + wanted.replace(":", "/", 1) if _KEY.fullmatch(wanted) else wanted
    if _IRI.fullmatch(iri):
        return _found(source, run(source, _query(f"VALUES ?thing {{ <{iri}> }}")).rows)
    rows = run(source, _query("")).rows
    folded = fold(wanted)
    same = tuple(row for row in rows if fold(row[3]) == folded)
    return _found(source, same or tuple(row for row in rows if folded and folded in fold(row[3])))


def _query(bound: str) -> str:
    return f"""SELECT DISTINCT ?thing ?type ?label ?name WHERE {{
  {bound} VALUES ?class {{ {_TYPES} }}
  ?thing a ?class ; rdfs:label ?label ; rdfs:label|skos:altLabel ?name .
  BIND(STRAFTER(STR(?class), STR(kg:)) AS ?type)
}}"""


def told(source: Source, iri: str) -> Told:
    """What the graph says of an entity that :func:`find` gave."""
    others = run(source, f"SELECT DISTINCT ?name WHERE {{ <{iri}> skos:altLabel ?name }} ORDER BY ?name").rows
    reasons = run(source, f"SELECT DISTINCT ?reason WHERE {{ <{iri}> kg:reason ?reason }} ORDER BY ?reason").rows
    places = run(
        source,
        f"""SELECT DISTINCT ?article ?start ?end ?quote WHERE {{
  <{iri}> kg:mention ?e . ?e kg:article/kg:identifier ?article ; kg:start ?start ; kg:end ?end ; kg:quote ?quote .
}}""",
    ).rows
    mentions = sorted(Evidence(article, int(start), int(end), quote) for article, start, end, quote in places)
    found = dict.fromkeys(part for (reason,) in reasons for part in reason.split("; "))
    return Told(tuple(name for (name,) in others), tuple(found), tuple(mentions))
