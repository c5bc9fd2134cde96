"""The graph to a store elsewhere: what that store holds is noted with the state, so only what came, went or changed is sent.

Before anything of an article is sent, the note says that its graph there may be the old one, the new one, or between the two. So a
sending that was killed at any moment goes on where it was, whatever the articles say by then.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

from kg.engine.state import State
from kg.errors import OutputError
from kg.rdf import WRITING, Names, marks
from kg.rdf.ox import NamedNode, Quad, RdfFormat, Store, Triple, parse, serialize

BATCH = 64  # articles that are noted and sent at once


class Receiver(Protocol):
    """A store elsewhere, as :class:`kg.store.Writer` is. Whatever is done twice there is done once."""

    @property
    def url(self) -> str:
        """Its address without any login."""

    @property
    def removes(self) -> bool:
        """Whether single triples can be taken away there; known after the first mark."""

    def marked(self) -> str:
        """The mark of the graph that lies there."""

    def mark(self, text: str) -> None:
        """Set it."""

    def graphs(self, prefix: str) -> list[str]:
        """The named graphs below an IRI, but for the mark's own."""

    def count(self, graph: NamedNode) -> int:
        """How many triples a graph holds."""

    def replace(self, graph: NamedNode, triples: Sequence[Triple]) -> None:
        """A graph's content."""

    def add(self, graph: NamedNode, triples: Iterable[Triple]) -> None:
        """Triples to a graph."""

    def remove(self, graph: NamedNode, triples: Iterable[Triple]) -> None:
        """Triples out of a graph."""

    def forget(self, graph: NamedNode, subjects: Iterable[NamedNode]) -> None:
        """All that a graph says of some things."""

    def drop(self, graph: NamedNode) -> None:
        """A whole graph."""


@dataclass(frozen=True, slots=True)
class _Change:
    """One article: what the store may hold of it, what it is to hold, and whether that is surely what it held."""

    article: str
    before: frozenset[Triple]
    after: frozenset[Triple]
    text_before: str
    text: Triple | None
    sure: bool

    @property
    def same(self) -> bool:
        return self.sure and self.before == self.after and self.text_before == _digest(self.text)

    @property
    def new(self) -> frozenset[Triple]:
        return self.after - self.before if self.sure else self.after


def send(state: State, store: Store, to: Receiver, base: str, token: str) -> Iterator[tuple[int, str]]:
    """Bring the store elsewhere up to ``store``, the local one that :func:`kg.engine.refresh` left; gives each article that was sent, and
    how many there are to be looked at.

    ``token`` tells this folder's sending from others'. Nothing is sent where the mark there says that all of it is there. Raises
    :class:`kg.errors.OutputError`, also where in the end fewer or more triples lie there than here.
    """
    sending = _Sending(state, store, to, base, token)
    sending.begin()
    yield from sending.articles()
    sending.end()


class _Sending:
    def __init__(self, state: State, store: Store, to: Receiver, base: str, token: str) -> None:
        self.state, self.db, self.store, self.to, self.base = state, state.db, store, to, base
        self.names = Names(base)
        self.token = hashlib.sha256(token.encode()).hexdigest()[:16]
        self.there = ""  # the mark that lies there now
        self.marked = False  # whether this sending has marked anything

    def begin(self) -> None:
        """Start anew where the notes do not speak of what lies there, and find what is to be sent."""
        row = self.db.execute("SELECT base, mark, next FROM sent_stores WHERE url = ?", (self.to.url,)).fetchone()
        self.there = self.to.marked()
        if row is not None and row[0] == self.base and self.there and self.there in row[1:]:
            self._note(self.there, self.there)
        else:
            self._forget()
            self.to.mark(f"{WRITING} {self.token} (making room)")
            # the merged facts first: without them nobody takes what is left for a graph of kg's
            for graph in sorted(self.to.graphs(f"{self.base}graph/"), key=lambda iri: (iri != self.names.facts.value, iri)):
                self.to.drop(NamedNode(graph))
            self._move(f"{WRITING} {self.token}")
        with self.state:
            self.db.execute(
                "INSERT OR IGNORE INTO sent_not SELECT s.url, s.article FROM sent_articles s WHERE s.url = ? AND"
                " (NOT s.whole OR NOT EXISTS (SELECT 1 FROM articles a WHERE a.id = s.article))",
                (self.to.url,),
            )
            self.db.execute(
                "INSERT OR IGNORE INTO sent_not SELECT ?, a.id FROM articles a WHERE NOT EXISTS"
                " (SELECT 1 FROM sent_articles s WHERE s.url = ? AND s.article = a.id)",
                (self.to.url, self.to.url),
            )

    def articles(self) -> Iterator[tuple[int, str]]:
        """Send what changed, batch by batch."""
        rows = self.db.execute("SELECT article FROM sent_not WHERE url = ? ORDER BY article", (self.to.url,)).fetchall()
        changes = (self._change(article) for (article,) in rows)
        while batch := list(islice(changes, BATCH)):
            if not all(change.same for change in batch):
                self._batch([change for change in batch if not change.same])
            with self.state:
                self.db.executemany("DELETE FROM sent_not WHERE url = ? AND article = ?", [(self.to.url, c.article) for c in batch])
            yield from ((len(rows), change.article) for change in batch if not change.same)

    def end(self) -> None:
        """The mark that all of it is there, once it is."""
        digest = hashlib.sha256()
        for row in self.db.execute("SELECT article, text, lines FROM sent_articles WHERE url = ? ORDER BY article", (self.to.url,)):
            digest.update(repr((row[0], row[1], hashlib.sha256(row[2]).hexdigest())).encode())
        whole = f"kg: whole {digest.hexdigest()}"
        if self.there == whole:
            return
        self._changing()
        if self._anew():
            for graph in (self.names.facts, self.names.texts):
                self.to.drop(graph)
                self.to.add(graph, self._here(graph))
            self._anew(False)
        self.to.add(self.names.facts, marks(self.names))
        for graph in (self.names.facts, self.names.texts):
            here, found = sum(1 for _ in self._here(graph)), self.to.count(graph)
            if here != found:
                self._forget()
                raise OutputError(
                    f"{self.to.url}: holds {found} triples in <{graph.value}> where {here} were written; see the store's own log, then"
                    " build again with the same --store: all of it is then written anew"
                )
        self._move(whole)

    def _batch(self, batch: Sequence[_Change]) -> None:
        facts, texts, url = self.names.facts, self.names.texts, self.to.url
        self._changing()
        with self.state:
            self.db.executemany(
                "INSERT OR REPLACE INTO sent_articles VALUES (?, ?, 0, '', ?)",
                [(url, c.article, _packed(c.before | c.after)) for c in batch],
            )
        gone = sorted(
            {t for c in batch for t in c.before - c.after if Quad(t.subject, t.predicate, t.object, facts) not in self.store}, key=str
        )
        retold = [c for c in batch if not c.sure or c.text_before != _digest(c.text)]
        old_texts = [self.names.article(c.article) for c in retold if c.before]
        if (gone or old_texts) and not self.to.removes:
            self._anew(True)
        self.to.add(facts, sorted({t for c in batch for t in c.new}, key=str))
        for change in batch:
            graph = self.names.article_graph(change.article)
            if not change.after:
                self.to.drop(graph)
            elif not change.sure or change.before != change.after:
                self.to.replace(graph, sorted(change.after, key=str))
        if self.to.removes:
            self.to.forget(texts, old_texts)
            self.to.remove(facts, gone)
        self.to.add(texts, [c.text for c in retold if c.text is not None])
        with self.state:
            self.db.executemany("DELETE FROM sent_articles WHERE url = ? AND article = ?", [(url, c.article) for c in batch if not c.after])
            self.db.executemany(
                "INSERT OR REPLACE INTO sent_articles VALUES (?, ?, 1, ?, ?)",
                [(url, c.article, _digest(c.text), _packed(c.after)) for c in batch if c.after],
            )

    def _change(self, article: str) -> _Change:
        row = self.db.execute(
            "SELECT whole, text, lines FROM sent_articles WHERE url = ? AND article = ?", (self.to.url, article)
        ).fetchone()
        whole, digest, lines = row or (True, _digest(None), _packed(()))
        after = frozenset(quad.triple for quad in self.store.quads_for_pattern(None, None, None, self.names.article_graph(article)))
        texts = self.store.quads_for_pattern(self.names.article(article), None, None, self.names.texts)
        return _Change(article, _unpacked(lines), after, digest, next((quad.triple for quad in texts), None), bool(whole))

    def _here(self, graph: NamedNode) -> Iterator[Triple]:
        return (quad.triple for quad in self.store.quads_for_pattern(None, None, None, graph))

    def _changing(self) -> None:
        """Before anything is sent: the mark says that the graph there is not whole."""
        if self.there.startswith("kg: whole"):
            self._move(f"kg: being changed {self.token} from {self.there.removeprefix('kg: ')}")
        elif not self.marked:
            self._move(self.there)  # a sending that was stopped goes on; what the store can do is known after a mark

    def _move(self, mark: str) -> None:
        """To another mark: noted first, so that what lies there is always one of the two noted."""
        self._note(self.there, mark)
        self.to.mark(mark)
        self._note(mark, mark)
        self.there, self.marked = mark, True

    def _note(self, before: str, mark: str) -> None:
        with self.state:
            self.db.execute(
                "INSERT INTO sent_stores VALUES (?, ?, ?, ?, 0) ON CONFLICT (url) DO UPDATE SET base = excluded.base, mark = excluded.mark,"
                " next = excluded.next",
                (self.to.url, self.base, before, mark),
            )

    def _anew(self, value: bool | None = None) -> bool:
        """Whether facts and texts are in the end written anew, because nothing can be taken out of them there."""
        if value is not None:
            with self.state:
                self.db.execute("UPDATE sent_stores SET anew = ? WHERE url = ?", (value, self.to.url))
            if value and not self.there.startswith(WRITING):
                self._move(f"{WRITING} {self.token}")
        return bool(self.db.execute("SELECT anew FROM sent_stores WHERE url = ?", (self.to.url,)).fetchone()[0])

    def _forget(self) -> None:
        with self.state:
            for table in ("sent_stores", "sent_articles", "sent_not"):
                self.db.execute(f"DELETE FROM {table} WHERE url = ?", (self.to.url,))  # names of ours


def _packed(triples: Iterable[Triple]) -> bytes:
    return zlib.compress(serialize(sorted(triples, key=str), format=RdfFormat.N_TRIPLES) or b"")


def _unpacked(lines: bytes) -> frozenset[Triple]:
    return frozenset(quad.triple for quad in parse(zlib.decompress(lines), format=RdfFormat.N_TRIPLES))


def _digest(text: Triple | None) -> str:
    return "" if text is None else hashlib.sha256(str(text.object).encode()).hexdigest()
