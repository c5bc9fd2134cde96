"""The store brought up to date with the state, article by article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from itertools import islice

from kg.engine.merge import known
from kg.engine.state import State
from kg.engine.steps import article_quads, described_in
from kg.rdf import Names, marks
from kg.rdf.ox import Quad, RdfFormat, Store, Triple, serialize
from kg.resolve import decode_fact, follow, mentions
from kg.types import Entity, Evidence, Fact, Kind

CHUNK = 100_000  # quads that are loaded at once


def articles_to_write(state: State) -> int:
    """How many articles' graphs are not up to date."""
    return int(state.db.execute("SELECT COUNT(*) FROM dirty WHERE what = 'article'").fetchone()[0])


def refresh(state: State, store: Store, kinds: Mapping[str, Kind], base: str) -> Iterator[str]:
    """Bring ``store`` up to date; gives each article when its graph is done.

    The marks "article" are the caller's to settle, once the store is in its place.
    """
    names = Names(base)
    if not len(store):
        yield from _fill(state, store, kinds, names)
        return
    gone: list[Triple] = []
    for article, _ in state.marked("article"):
        graph = names.article_graph(article)
        quads = set(_quads(state, article, kinds, names))
        before = set(store.quads_for_pattern(None, None, None, graph))
        before |= set(store.quads_for_pattern(names.article(article), None, None, names.texts))
        after = {quad for quad in quads if quad.graph_name != names.facts}
        store.extend(quad for quad in quads if quad.graph_name == names.facts or quad not in before)
        for quad in before - after:
            store.remove(quad)
            gone.append(quad.triple)
        yield article
    for triple in gone:
        told = store.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)
        if not any(quad.graph_name != names.facts for quad in told):
            store.remove(Quad(triple.subject, triple.predicate, triple.object, names.facts))
    store.extend(_marks(names))


def _fill(state: State, store: Store, kinds: Mapping[str, Kind], names: Names) -> Iterator[str]:
    """All articles into an empty store: one chunk is loaded, as text and on another core, while the next is made."""
    store.extend(_marks(names))
    done: list[str] = []

    def stream() -> Iterator[Quad]:
        for (article,) in state.db.execute("SELECT id FROM articles ORDER BY id"):
            yield from _quads(state, article, kinds, names)
            done.append(article)

    quads, loading = stream(), None
    with ThreadPoolExecutor(1) as loader:
        while chunk := list(islice(quads, CHUNK)):
            text = serialize(chunk, format=RdfFormat.N_QUADS)
            if loading is not None:
                loading.result()
            # of terms that were just written; loading quads as objects would hold Python's lock all the while
            loading = loader.submit(store.bulk_load, text, RdfFormat.N_QUADS, lenient=True)
            yield from done
            done.clear()
        if loading is not None:
            loading.result()


def _marks(names: Names) -> list[Quad]:
    return [Quad(t.subject, t.predicate, t.object, names.facts) for t in marks(names)]


def _quads(state: State, article: str, kinds: Mapping[str, Kind], names: Names) -> Iterator[Quad]:
    """Everything that the store holds of one article, its share of the merged facts included; nothing where it was withdrawn."""
    told = state.described(article)
    if told is None:
        return
    facts = [_followed(state, fact, kinds) for fact in _facts(state, article)]
    yield from article_quads(told, _entities(state, article, facts), facts, kinds, names)


def _facts(state: State, article: str) -> Iterable[Fact]:
    rows = state.db.execute(
        "SELECT DISTINCT m.data FROM facts f JOIN merged m ON m.kind = f.kind AND m.key = f.final WHERE f.article = ?"
        " ORDER BY m.kind, m.key",
        (article,),
    )
    return [decode_fact(data) for (data,) in rows]


def _followed(state: State, fact: Fact, kinds: Mapping[str, Kind]) -> Fact:
    about = [name for name, kind in kinds.items() if kind.about]

    def status(thing: str) -> str | None:
        for name in about:
            row = state.db.execute("SELECT data FROM merged WHERE kind = ? AND key = ?", (name, thing)).fetchone()
            if row is not None:
                return decode_fact(row[0]).status
        return None

    return follow(fact, kinds[fact.kind], status)


def _entities(state: State, article: str, facts: Iterable[Fact]) -> dict[str, Entity]:
    """Every entity that the article's graph describes, with its mentions there."""
    named: dict[str, list[Evidence]] = {}
    for key, data in state.db.execute("SELECT final, data FROM entities WHERE article = ? AND final != '' ORDER BY i", (article,)):
        named.setdefault(key, []).extend(mentions(article, data))
    return described_in(named, facts, lambda key: known(state, key))
