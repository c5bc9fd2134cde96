"""What a build keeps on disk (SQLite): what every article gave, the entities and facts made of it, and what is still to be settled.

Every batch of articles is one transaction, which also notes the blocks and facts that it touches. So a build that is killed at any
moment goes on where it was.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.resolve import APART, CodedReading
from kg.types import Described, PartialDate

_SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS articles (
    id TEXT PRIMARY KEY, key TEXT NOT NULL, day TEXT NOT NULL, described TEXT NOT NULL, refusals TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS entities (
    article TEXT NOT NULL, i INTEGER NOT NULL, block TEXT NOT NULL, own TEXT, final TEXT, why TEXT NOT NULL DEFAULT '', data TEXT NOT NULL,
    PRIMARY KEY (article, i)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS entities_block ON entities (block);
CREATE INDEX IF NOT EXISTS entities_own ON entities (own);
CREATE INDEX IF NOT EXISTS entities_final ON entities (final);
CREATE TABLE IF NOT EXISTS facts (
    article TEXT NOT NULL, i INTEGER NOT NULL, kind TEXT NOT NULL, final TEXT, data TEXT NOT NULL, PRIMARY KEY (article, i)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS facts_final ON facts (kind, final);
CREATE TABLE IF NOT EXISTS known (key TEXT PRIMARY KEY, type TEXT NOT NULL, within TEXT, core TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS known_within ON known (within);
CREATE TABLE IF NOT EXISTS merged (kind TEXT NOT NULL, key TEXT NOT NULL, data TEXT NOT NULL, PRIMARY KEY (kind, key)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS roles (
    entity TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (entity, kind, key)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS roles_fact ON roles (kind, key);
CREATE TABLE IF NOT EXISTS dirty (
    what TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (what, kind, name)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sent_stores (
    url TEXT PRIMARY KEY, base TEXT NOT NULL, mark TEXT NOT NULL, next TEXT NOT NULL, anew INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sent_articles (
    url TEXT NOT NULL, article TEXT NOT NULL, whole INTEGER NOT NULL, text TEXT NOT NULL, lines BLOB NOT NULL, PRIMARY KEY (url, article)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sent_not (url TEXT NOT NULL, article TEXT NOT NULL, PRIMARY KEY (url, article)) WITHOUT ROWID;
"""
_KEPT = "sent_"  # tables that say what other stores hold, which is so whatever code wrote it; another form of them needs other names


StateError = sqlite3.Error


@dataclass(frozen=True, slots=True)
class Given:
    """What one article gave. ``key`` is the hash of what was read; the same key means the same rows."""

    key: str
    described: Described
    reading: CodedReading


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a build holds: articles, entities by type, facts by kind, refusals by reason and stage; ``apart`` of the entities are
    people who share a name with several others and of whom no article tells which they are.
    """

    articles: int
    entities: Counter[str]
    facts: Counter[str]
    refusals: Counter[str]
    apart: int = 0


def _opened(path: Path | str, fingerprint: str) -> sqlite3.Connection:
    """The file, empty where something else than now made it: then its tables may be others too."""
    db = sqlite3.connect(path, isolation_level=None)
    try:
        db.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = FILE;")
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        made_by = db.execute("SELECT value FROM meta WHERE name = 'fingerprint'").fetchone() if "meta" in tables else None
        if made_by != (fingerprint,):
            db.execute("BEGIN IMMEDIATE")
            for table in tables:
                if table.startswith(_KEPT):
                    continue
                db.execute(f'DROP TABLE "{table}"')
            for statement in filter(str.strip, _SCHEMA.split(";")):
                db.execute(statement)
            db.execute("INSERT INTO meta VALUES ('fingerprint', ?)", (fingerprint,))
            db.execute("COMMIT")
    except sqlite3.Error:
        db.close()
        raise
    return db


class State:
    """The state of one output folder. ``fingerprint`` says what read the articles: another one starts anew.

    Its methods raise :data:`StateError` where the disk is full or the folder cannot be written.
    """

    def __init__(self, path: Path | str, fingerprint: str) -> None:
        try:
            self.db = _opened(path, fingerprint)
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError) or str(path) == ":memory:":
                raise
            Path(path).unlink()  # no file of ours, or a broken one: all of it can be read again
            self.db = _opened(path, fingerprint)

    def __enter__(self) -> State:
        self.db.execute("BEGIN IMMEDIATE")
        return self

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        self.db.execute("COMMIT" if kind is None else "ROLLBACK")

    def close(self) -> None:
        """Lets go of the file."""
        self.db.close()

    def meta(self, name: str) -> str:
        """A note; "" where there is none."""
        row = self.db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return row[0] if row else ""

    def note(self, name: str, value: str) -> None:
        """Keep a note."""
        self.db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def key(self, article: str) -> str | None:
        """The key under which an article was read; None where it was not."""
        row = self.db.execute("SELECT key FROM articles WHERE id = ?", (article,)).fetchone()
        return row[0] if row else None

    def keys(self) -> dict[str, str]:
        """The keys of all articles."""
        return dict(self.db.execute("SELECT id, key FROM articles"))

    def put(self, given: Iterable[Given]) -> None:
        """Take what some articles gave in the place of what they gave before; one transaction."""
        with self:
            for one in given:
                self._drop(one.reading.article)
                told, reading = one.described, one.reading
                row = [told.id, one.key, str(told.published or ""), encode_described(told), reading.refusals]
                self.db.execute("INSERT INTO articles VALUES (?, ?, ?, ?, ?)", row)
                self.db.executemany(
                    "INSERT INTO entities (article, i, block, data) VALUES (?, ?, ?, ?)",
                    [(told.id, i, block, data) for i, block, data in reading.entities],
                )
                self.db.executemany(
                    "INSERT INTO facts VALUES (?, ?, ?, NULL, ?)",
                    [(told.id, i, kind, data) for i, (kind, data) in enumerate(reading.facts)],
                )
                self.mark("block", ((block,) for _, block, _ in reading.entities))
                self.mark("filling", [(told.id,)])
                self.mark("article", [(told.id,)])

    def drop(self, articles: Iterable[str]) -> None:
        """Withdraw all that some articles gave; one transaction."""
        with self:
            for article in articles:
                self._drop(article)

    def _drop(self, article: str) -> None:
        if self.key(article) is None:
            return
        rows = self.db.execute("SELECT block, final FROM entities WHERE article = ?", (article,)).fetchall()
        self.mark("block", ((block,) for block, _ in rows))
        self.mark("entity", ((final,) for _, final in rows if final))
        rows = self.db.execute("SELECT final, kind FROM facts WHERE article = ? AND final IS NOT NULL", (article,)).fetchall()
        self.mark("fact", rows)
        self.mark("article", [(article,)])
        for table, column in (("entities", "article"), ("facts", "article"), ("articles", "id")):
            self.db.execute(f"DELETE FROM {table} WHERE {column} = ?", (article,))  # names of ours

    def mark(self, what: str, names: Iterable[tuple[str, ...]]) -> None:
        """Note something to settle: (name,) or (name, kind)."""
        rows = ((what, name[1] if len(name) > 1 else "", name[0]) for name in names)
        self.db.executemany("INSERT OR IGNORE INTO dirty VALUES (?, ?, ?)", rows)

    def marked(self, what: str) -> Iterator[tuple[str, str]]:
        """(name, kind) of what is to settle, in order; more may be marked meanwhile."""
        last = ("", "")
        while rows := self.db.execute(
            "SELECT kind, name FROM dirty WHERE what = ? AND (kind, name) > (?, ?) ORDER BY kind, name LIMIT 500", (what, *last)
        ).fetchall():
            yield from ((name, kind) for kind, name in rows)
            last = rows[-1]

    def settled(self, what: str) -> None:
        """Nothing of the sort is left to settle; articles are from then on to be sent to the other stores."""
        if what == "article":
            self.db.execute("INSERT OR IGNORE INTO sent_not SELECT s.url, d.name FROM dirty d JOIN sent_stores s WHERE d.what = 'article'")
        self.db.execute("DELETE FROM dirty WHERE what = ?", (what,))

    def described(self, article: str) -> Described | None:
        """An article's description; None where it was withdrawn."""
        row = self.db.execute("SELECT described FROM articles WHERE id = ?", (article,)).fetchone()
        return None if row is None else decode_described(row[0])

    def counts(self) -> Counts:
        """How much there is."""
        refusals: Counter[str] = Counter()
        for (rows,) in self.db.execute("SELECT refusals FROM articles"):
            refusals.update(f"{reason} ({stage})" for stage, reason, *_ in json.loads(rows))
        (articles,) = self.db.execute("SELECT COUNT(*) FROM articles").fetchone()
        types = Counter(dict(self.db.execute("SELECT type, COUNT(*) FROM known GROUP BY type")))
        kinds = Counter(dict(self.db.execute("SELECT kind, COUNT(*) FROM merged GROUP BY kind")))
        (apart,) = self.db.execute("SELECT COUNT(DISTINCT final) FROM entities WHERE why LIKE ?", (f"%{APART}%",)).fetchone()
        return Counts(articles, types, kinds, refusals, apart)


def encode_described(told: Described) -> str:
    """A description as a row."""
    day = None if told.published is None else str(told.published)
    return json.dumps([told.id, told.file, told.sha256, told.reading, told.title, day, told.publisher, told.url, told.language])


def decode_described(data: str) -> Described:
    """A description from its row."""
    id_, file, sha256, reading, title, day, publisher, url, language = json.loads(data)
    return Described(id_, file, sha256, reading, title, None if day is None else PartialDate.parse(day), publisher, url, language)
