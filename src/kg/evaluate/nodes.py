"""Which event or agreement of gold each one of the graph is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from kg.evaluate.gold import Gold
from kg.evaluate.match import Text, fold, folds, near
from kg.types import Span

Row = Mapping[str, str]

SAME_NAME = 3.0  # outweighs any overlap
SAME_KIND = 0.5


def span(row: Row) -> Span | None:
    """Where a row was read; None where it does not tell."""
    try:
        return Span(int(row["start"]), int(row["end"]))
    except (KeyError, TypeError, ValueError):
        return None


def pair(gold: Gold, text: Text, question: str, rows: Sequence[Row]) -> dict[str, str | None]:
    """The gold id of each node that ``rows`` tell of (``question`` is events or agreements), one node for each id; None for no partner.

    A node fits by name, or by evidence that overlaps an anchor: better if the kind is right too, and the tighter the evidence.
    The best fits are taken first.
    """
    key, type_ = ("event", "Event") if question == "events" else ("agreement", "Agreement")
    anchors = {e.id: [p for anchor in e.anchors for p in text.places(anchor)] for e in gold.entities.values() if e.type == type_}
    kinds = {fact[key]: folds(fact.get("kind", ())) for fact in gold.facts[question]}
    by_node: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_node[row[key]].append(row)
    fits = []
    for node, told in by_node.items():
        for id_, places in anchors.items():
            best = max(_fit(gold, id_, places, kinds.get(id_, frozenset()), row, key) for row in told)
            if best > 0:
                fits.append((-best, node, id_))
    partner: dict[str, str | None] = dict.fromkeys(by_node)
    taken: set[str] = set()
    for _, node, id_ in sorted(fits):
        if partner[node] is None and id_ not in taken:
            partner[node] = id_
            taken.add(id_)
    return partner


def _fit(gold: Gold, id_: str, places: Sequence[Span], kinds: frozenset[str], row: Row, key: str) -> float:
    name, here = fold(row.get(f"{key}Name")), span(row)
    best = SAME_NAME if name and name in gold.entities[id_].names else 0.0
    if here and any(near(here, place) for place in places):
        length = here.end - here.start
        best = max(best, 1.0 + (SAME_KIND if fold(row.get("kind")) in kinds else 0) + 1 / (1 + length))
    return best
