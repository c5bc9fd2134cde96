"""What only the whole article tells of its papers: the day of the event they were signed at, and the countries that signatories act for.

A paper signed at a meeting of one day was signed on that day; a fair or visit lasts, and its days are none of a signing. Ministers told
as "the two ministers" act for their countries, and a capital between countries is its own ("a pact between Madrid and Algiers").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from kg.data.gazetteer import countries, fold
from kg.resolve.local import Locals
from kg.resolve.nodes import Node
from kg.types import Document, Mention, PartialDate

if TYPE_CHECKING:
    from kg.resolve.reading import LocalFact

_LASTING = frozenset(("Visit", "Exhibition", "Fair", "Festival", "Course", "Election"))
_DAYS = re.compile(r"\b(?:two|three|four|five|six|seven|ten|\d+)[- ]days?\b|\bdays of\b", re.I)
_HAPPENING = {"signed": ("held", "ongoing", ""), "planned": ("planned", "")}


def settled(facts: Sequence[LocalFact], doc: Document, locals_: Locals) -> list[LocalFact]:
    """The facts with signing days from their events, and without capitals beside their own countries."""
    nodes = {n.index: n for n in locals_.nodes}
    days = _days(facts, doc, nodes)
    found = []
    for fact in facts:
        event = dict(fact.roles).get("event")
        if fact.kind == "agreement" and event is not None and "signed" not in dict(fact.values):
            day, status = days.get(event, (None, ""))
            if day is not None and status in _HAPPENING.get(fact.status, ()):
                fact = replace(fact, values=(*fact.values, ("signed", day)))
        found.append(fact)
    return _sovereign(found, nodes)


def _days(facts: Sequence[LocalFact], doc: Document, nodes: dict[int, Node]) -> dict[int, tuple[PartialDate | None, str]]:
    """The one day of each event that has one, with its status."""
    told: dict[int, list[LocalFact]] = {}
    for fact in facts:
        if fact.kind == "event":
            told.setdefault(dict(fact.roles)["event"], []).append(fact)
    found: dict[int, tuple[PartialDate | None, str]] = {}
    for index, rows in told.items():
        starts = {v for f in rows for k, v in f.values if k == "start" and isinstance(v, PartialDate)}
        ends = {v for f in rows for k, v in f.values if k == "end" and isinstance(v, PartialDate)}
        kinds = {str(v) for f in rows for k, v in f.values if k == "kind"}
        statuses = {f.status for f in rows if f.status}
        if len(starts) != 1 or len(statuses) > 1 or not ends <= starts or (kinds & _LASTING and not ends):
            continue
        day = next(iter(starts))
        if day.day is None or _several(doc, nodes[index]):
            continue
        found[index] = (day, next(iter(statuses), ""))
    return found


def _several(doc: Document, event: Node) -> bool:
    """Whether a sentence on the event tells that it takes several days."""
    lines = sorted({doc.tokens[h].sentence for h in event.heads})
    return any(_DAYS.search(doc.text[doc.sentences[n].start : doc.sentences[n].end]) for n in lines)


@cache
def _capitals() -> dict[str, str]:
    return {fold(c.capital): code for code, c in sorted(countries().items()) if c.capital}


def _sovereign(facts: list[LocalFact], nodes: dict[int, Node]) -> list[LocalFact]:
    lands = {n.code: n.index for n in nodes.values() if n.type == "Country"}
    bound: dict[int, set[int]] = {}
    for fact in facts:
        if fact.kind == "signatory":
            roles = dict(fact.roles)
            bound.setdefault(roles["agreement"], set()).add(roles["signatory"])
    found: dict[LocalFact, None] = {}
    for fact in facts:
        if fact.kind == "signatory":
            roles = dict(fact.roles)
            node = nodes[roles["signatory"]]
            others = [nodes[i] for i in bound[roles["agreement"]] if i != node.index]
            land = _capital(node)
            if land and (any(n.type == "Country" or _capital(n) for n in others)) and land in lands:
                fact = replace(fact, roles=tuple((r, lands[land] if r == "signatory" else i) for r, i in fact.roles))
        found[fact] = None
    return list(found)


def _capital(node: Node) -> str:
    if node.type != "Place":
        return ""
    return next((code for name in node.names if (code := _capitals().get(fold(name)))), "")


def acting(mention: Mention, found: tuple[Node, ...], locals_: Locals) -> tuple[Node, ...]:
    """The countries of "the two ministers" who sign, where each one's is told; else the people themselves."""
    if not mention.features.get("number") or len(found) < 2 or any(n.type != "Person" for n in found):
        return found
    lands = {n.code: n for n in locals_.nodes if n.type == "Country"}
    mine = [next((lands[c] for _, _, c in sorted(n.posts) if c in lands), None) for n in found]
    if any(n is None for n in mine) or len({n.index for n in mine if n is not None}) < len(found):
        return found
    return tuple(n for n in mine if n is not None)
